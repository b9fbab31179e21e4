from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from planparse.batch.distributed.errors import ClusterError
from planparse.batch.distributed.store import Store, is_temporary, store_at

pytest.importorskip("fsspec", reason="needs planparse[dask]")


@pytest.fixture(params=["memory", "local"])
def store(request: pytest.FixtureRequest, tmp_path: Path, memory: Any) -> Store:
    return store_at("memory://out" if request.param == "memory" else str(tmp_path / "out"))


def test_what_is_written_can_be_read_and_replaced(store: Store) -> None:
    for data in (b"one", b"two"):
        store.write("a/[b].json", data)
        assert (store.read("a/[b].json"), store.size("a/[b].json")) == (data, 3)
    assert store.files("a") == ["a/[b].json"]
    assert store.files("") == ["a/[b].json"]


def test_what_is_not_there_is_none(store: Store) -> None:
    assert (store.read("x"), store.size("x"), store.files("x")) == (None, None, [])
    store.remove("x")


def test_a_file_has_no_name_before_it_is_whole(store: Store) -> None:
    store.write("x", b"old")
    with store.writing("x") as file:
        file.write(b"new")
        assert store.read("x") == b"old"
    assert store.read("x") == b"new"


def test_a_failure_leaves_the_old_file_and_nothing_else(store: Store) -> None:
    store.write("x", b"old")
    with pytest.raises(ZeroDivisionError), store.writing("x") as file:
        file.write(b"half")
        raise ZeroDivisionError
    assert (store.read("x"), store.files("")) == (b"old", ["x"])


def test_what_a_killed_process_leaves_is_known_by_its_name(store: Store) -> None:
    writing = store.writing("records/x")
    writing.__enter__().write(b"half")
    (left,) = [name for name in store.files("") if is_temporary(name)]
    assert left.startswith("records/")
    assert not is_temporary("records/x.jsonl")
    writing.__exit__(None, None, None)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ClusterError, match="bad-url"):
        store_at(str(tmp_path / "file"))
