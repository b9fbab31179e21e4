from __future__ import annotations

from itertools import count, islice
from pathlib import Path

import pytest

import planparse

NOTICE = """测试市便民服务行动计划
一、重点任务
1.建设食堂。新建社区食堂{number}个。（市民政局负责）
"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.txt" for number in range(5)]
    for number, path in enumerate(paths):
        path.write_text(NOTICE.format(number=number + 10), encoding="utf-8")
    return paths


def test_records_come_in_the_order_of_the_paths_and_equal_those_of_extract(files: list[Path]) -> None:
    found = list(planparse.extract_many(files, jobs=2))
    assert [each.path for each in found] == list(map(str, files))
    assert [each.document for each in found] == [planparse.extract_file(path) for path in files]


def test_a_file_that_cannot_be_read_comes_without_a_document(files: list[Path]) -> None:
    files[1].unlink()
    files[2].write_bytes(b"\x89PNG\r\n\x1a\n0000")
    found = list(planparse.extract_many(files, jobs=1))
    assert [each.document is None for each in found] == [False, True, True, False, False]
    assert found[1].failure.startswith("unreadable: ")
    assert found[2].failure.startswith("PP003: ")


def test_paths_are_taken_as_they_are_needed(files: list[Path]) -> None:
    endless = (files[number % 5] for number in count())
    found = islice(planparse.extract_many(endless, jobs=1), 3)
    assert [each.path for each in found] == list(map(str, files[:3]))


def test_rules_with_a_mistake_are_told_at_once(files: list[Path], tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "x.yaml").write_text("- {id: x}\n")
    with pytest.raises(planparse.RulePackError):
        next(planparse.extract_many(files, rules=tmp_path / "rules"))
