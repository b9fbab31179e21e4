from __future__ import annotations

from pathlib import Path

import pytest

from planparse.check import expectation
from planparse.check.run import Checked, check, stands_against_update, update
from planparse.rulepack import load_rules

NOTICE = """测试市便民服务行动计划
一、重点任务
1.建设食堂。新建社区食堂20个。（市民政局负责）
2.培训人员。全年培训300人次。（市人社局牵头，市财政局配合）
"""


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "通知.txt"
    path.write_text(NOTICE, encoding="utf-8")
    return path


def checked(path: Path) -> Checked:
    return check(path.read_bytes(), path.name, str(path), load_rules())


def codes(found: Checked) -> list[str]:
    return [finding.code for finding in found.findings if finding.code.startswith("PP7")]


def test_a_notice_without_expectation_is_told(notice: Path) -> None:
    found = checked(notice)
    assert (found.state, codes(found)) == ("missing", ["PP704"])
    assert found.expected == str(notice.with_name("通知.expected.yaml"))


def test_after_an_update_the_notice_is_as_expected(notice: Path) -> None:
    update(checked(notice))
    assert (checked(notice).state, codes(checked(notice))) == ("same", [])


def test_an_edit_of_the_notice_is_told_with_what_it_changed(notice: Path) -> None:
    update(checked(notice))
    notice.write_text(NOTICE.replace("20个", "25个"), encoding="utf-8")
    found = checked(notice)
    assert found.state == "changed"
    values = [dict(finding.values) for finding in found.findings if finding.code == "PP703"]
    assert {"where": "1.1 建设食堂 › targets › 25个 › value", "before": "20", "after": "25"} in values
    assert codes(found)[-1] == "PP706"


def test_a_lost_role_points_at_its_measure(notice: Path) -> None:
    update(checked(notice))
    notice.write_text(NOTICE.replace("（市民政局负责）", ""), encoding="utf-8")
    (lost,) = [finding for finding in checked(notice).findings if finding.code == "PP701"]
    assert (lost.node, NOTICE[slice(*lost.spans[0])][:2]) == ("1.1", "1.")


def test_places_that_moved_in_the_same_text_are_counted(notice: Path) -> None:
    update(checked(notice))
    path = notice.with_name("通知.expected.yaml")
    path.write_text(path.read_text("utf-8").replace("rule: quantities.", "rule: other."), encoding="utf-8")
    found = checked(notice)
    assert codes(found) == ["PP707"]
    assert dict(found.findings[-1].values) == {"count": "2"}


@pytest.mark.parametrize(
    "text",
    ["{", "- 1", "a: &x 1\nb: *x", "\udce4", "a: 2022-13-45", "? [1]\n: 2"],
    ids=["no YAML", "no mapping", "an alias", "no UTF-8", "no such day", "a list for a key"],
)
def test_an_expectation_that_is_no_record_is_told(notice: Path, text: str) -> None:
    notice.with_name("通知.expected.yaml").write_bytes(text.encode("utf-8", "surrogateescape"))
    found = checked(notice)
    assert found.state in ("unreadable", "changed")
    assert codes(found)[0] in ("PP705", "PP701", "PP702")


def test_errors_and_lost_text_stand_against_an_update(tmp_path: Path) -> None:
    picture = tmp_path / "图.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n0000")
    assert [finding.code for finding in stands_against_update(checked(picture))] == ["PP003"]


def test_the_whole_name_goes_before_the_name_without_suffix(notice: Path) -> None:
    assert expectation.path_of(str(notice)).endswith("通知.expected.yaml")
    notice.with_name("通知.txt.expected.yaml").touch()
    assert expectation.path_of(str(notice)).endswith("通知.txt.expected.yaml")
