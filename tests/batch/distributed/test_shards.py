from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from planparse.batch.distributed.errors import ClusterError
from planparse.batch.distributed.shards import Shard, find_shards
from planparse.batch.distributed.store import store_at
from planparse.intake.paths import find_sources

pytest.importorskip("fsspec", reason="needs planparse[dask]")


def shards(*urls: str, size: int = 2, out: str = "memory://out") -> list[Shard]:
    return find_shards(urls, size=size, without=store_at(out))


def outline(found: list[Shard]) -> list[tuple[str, str, list[str]]]:
    return [(shard.name, shard.kind, [source.relative for source in shard.sources]) for shard in found]


def fill(fs: Any, *names: str) -> None:
    for name in names:
        fs.pipe_file(name, b"x")


def test_files_of_a_folder_are_put_together_in_the_order_of_their_names(memory: Any) -> None:
    fill(memory, "/in/乙.txt", "/in/甲.docx", "/in/县/甲.txt", "/in/图.png", "/in/.草稿.txt")
    assert outline(shards("memory://in")) == [
        ("notices-00000", "files", ["乙.txt", "县/甲.txt"]),
        ("notices-00001", "files", ["甲.docx"]),
    ]


def test_a_file_of_many_notices_is_a_shard_of_its_name(memory: Any) -> None:
    fill(memory, "/in/a.jsonl", "/in/b/a.NDJSON.gz", "/in/c.parquet", "/in/甲.txt", "/in/d.json")
    assert outline(shards("memory://in")) == [
        ("notices-00000", "files", ["甲.txt"]),
        ("a", "jsonl", ["a.jsonl"]),
        ("b/a", "jsonl", ["b/a.NDJSON.gz"]),
        ("c", "parquet", ["c.parquet"]),
    ]


def test_no_two_shards_have_one_name(memory: Any) -> None:
    fill(memory, "/in/a.jsonl", "/in/a.parquet", "/in/notices-00000.jsonl", "/in/甲.txt", "/more/a.jsonl")
    found = shards("memory://in", "memory://more")
    assert [shard.name for shard in found] == ["notices-00000", "a", "a~2", "a~3", "notices-00000~2"]


def test_files_patterns_and_folders_may_be_mixed_and_count_once(memory: Any) -> None:
    fill(memory, "/in/a.txt", "/in/b.txt", "/in/deep/c.txt", "/in/说明")
    found = shards("memory://in/a.txt", "memory://in/**/*.txt", "memory://in/说明", size=9)
    assert outline(found) == [("notices-00000", "files", ["a.txt", "b.txt", "c.txt", "说明"])]


def test_a_name_that_looks_like_a_pattern_is_a_name_where_there_is_such_a_file(memory: Any) -> None:
    fill(memory, "/in/[2023]1号.txt")
    assert outline(shards("memory://in/[2023]1号.txt")) == [("notices-00000", "files", ["[2023]1号.txt"])]


def test_what_was_written_before_is_no_input(memory: Any) -> None:
    fill(memory, "/in/a.txt", "/in/out/records/x.jsonl")
    assert outline(shards("memory://in", out="memory://in/out")) == [("notices-00000", "files", ["a.txt"])]
    fill(memory, "/in/records/x.jsonl", "/in/index.jsonl")
    assert [shard.name for shard in shards("memory://in", out="memory://in")] == [
        "notices-00000",
        "out/records/x",
    ]


def test_a_local_folder_leads_to_the_notices_that_it_leads_to_without_a_cluster(tmp_path: Path) -> None:
    for name in ("b/甲.txt", "a.txt", "b.txt", ".x.txt", "[1].md", "y.png"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).touch()
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "broken.txt").symlink_to(tmp_path / "nowhere")
    (shard,) = shards(str(tmp_path / "in"), size=99)
    here = [source.relative for source in find_sources([str(tmp_path / "in")])]
    assert {source.relative for source in shard.sources} - set(here) == {"link.txt"}  # here: the same file
    assert [source.relative for source in shard.sources if source.relative != "link.txt"] == here


MISTAKES = {
    "a path that does not exist": ("memory://nowhere", "nothing-found"),
    "a pattern that nothing matches": ("memory://in/*.doc", "nothing-found"),
    "a folder without notices": ("memory://empty", "nothing-found"),
    "a protocol that nobody knows": ("nosuch://x", "bad-url"),
}


@pytest.mark.parametrize(("url", "problem"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_names_the_url(memory: Any, url: str, problem: str) -> None:
    fill(memory, "/in/a.txt", "/empty/图.png")
    with pytest.raises(ClusterError) as caught:
        shards("memory://in", url)
    assert caught.value.problem == problem
    assert caught.value.detail.startswith(url)
