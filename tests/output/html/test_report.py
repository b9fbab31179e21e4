"""The overview: what it shows of one notice and of several."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from planparse.output.html.report import report
from planparse.pipeline import analyse_bytes, analyse_text

from ..test_figures import NOTICE
from .elements import Element, parse

SAMPLES = sorted(
    path for path in (Path(__file__).parents[3] / "samples").iterdir() if path.suffix in (".txt", ".md")
)
HOSTILE = """<script>x()</script>"><img src=x onerror=x()>' onload='x()"""


def page(*texts: str, language: Any = "zh") -> Element:
    return parse(report([analyse_text(text, name="a.txt") for text in texts], language))


def sections(root: Element) -> dict[str, Element]:
    return {section.one("h3").text: section for section in root.one("article").all("section")}


def rows(section: Element, table: int = 0) -> list[list[str]]:
    found = list(section.all("table"))[table]
    return [
        [cell.text for cell in row.children if isinstance(cell, Element)]
        for row in found.one("tbody").all("tr")
    ]


def test_counts_stand_on_tiles() -> None:
    tiles = {tile.one("dt").text: tile.one("dd").text for tile in page(NOTICE).one("dl").all("div")}
    assert tiles["措施"] == "5" and tiles["责任单位"] == "6" and tiles["目标"] == "2"


def test_measures_by_section() -> None:
    table = rows(sections(page(NOTICE))["各部分的措施"])
    assert [(row[0], row[2]) for row in table] == [("一、增加供给", "2"), ("二、加强监管", "3")]


def test_load_by_body_with_roles() -> None:
    table = rows(sections(page(NOTICE))["各单位的任务"])
    assert [row[0] for row in table][:2] == ["青禾县卫生健康局", "青禾县财政局"]
    assert [row[2:] for row in table][:2] == [["3", "2", "", "1"], ["3", "", "1", "2"]]


def test_targets_by_kind_and_one_by_one() -> None:
    section = sections(page(NOTICE))["量化目标"]
    assert rows(section) == [["一般", "新增", "2"]]
    assert rows(section, 1) == [
        ["托育点", "≥ 12个", "一般", "2023-08-31", "1.1 建设托育点"],
        ["检查员", "20名", "一般", "2023-10-31", "2.1.3 开展检查"],
    ]


def test_standards_with_their_kinds() -> None:
    section = sections(page(NOTICE))["标准和资金"]
    assert [row[1:] for row in rows(section)] == [["300元/托位", "奖补", "1.2 补贴机构"]]


def test_the_time_line_is_a_picture_and_a_table() -> None:
    section = sections(page(NOTICE))["时间安排"]
    assert [row[:2] for row in rows(section)] == [["2023-08-31", "8月底前"], ["2023-10-31", "10月底前"]]
    assert section.one("svg").attributes["aria-label"] == "2023-08-31 至 2023-10-31 之间到期的事项，共 2 项"


def test_who_works_with_whom_is_a_network_and_a_table() -> None:
    section = sections(page(NOTICE))["谁和谁一起做"]
    assert rows(section)[0] == ["青禾县卫生健康局 → 青禾县财政局", "2"]
    assert len(list(section.one("svg").all("path", class_="edge"))) == 6


def test_without_leads_the_table_has_bodies_that_share_measures() -> None:
    flat = (
        NOTICE[: NOTICE.index("一、")]
        + "一、任务\n1.规范收费。（县发改局、县市监局负责）\n2.抓好落实。（县甲局负责）\n"
    )
    section = sections(page(flat))["谁和谁一起做"]
    assert rows(section) == [["青禾县发展和改革局 · 青禾县市场监督管理局", "1"]]
    assert list(section.all("svg")) == []


def test_only_the_strongest_pairs_are_drawn() -> None:
    measures = [f"{n}.任务{n}。（县甲{a}局牵头，县乙{b}局配合）\n" for n, (a, b) in enumerate(
        [(a, b) for a in "子丑寅卯辰巳午未申" for b in "子丑寅卯辰巳午未申"], 1)]  # fmt: skip
    section = sections(page(NOTICE[: NOTICE.index("一、")] + "一、任务\n" + "".join(measures)))[
        "谁和谁一起做"
    ]
    assert len(list(section.one("svg").all("path", class_="edge"))) == 60
    assert "只画最多的 60 对，共 81 对。" in section.one("p").text


def test_findings_are_counted_by_code() -> None:
    unowned = NOTICE.replace("（县发改局、县市监局负责）", "").replace("（专班负责）", "")
    found = {row[0]: row for row in rows(sections(page(unowned))["检查提示"])}
    assert found["PP401"][1:3] == ["警告", "1"]


def test_several_notices_begin_with_a_table_that_compares_them() -> None:
    root = page(NOTICE, NOTICE.replace("青禾县", "临澜县").replace("5.规范收费。", "5.收费。\n6.规范收费。"))
    first = next(root.one("main").all("section"))
    table = rows(first)
    assert [row[0][:3] for row in table] == ["青禾县", "临澜县"]
    assert [link.attributes["href"] for link in first.all("a")] == ["#n1", "#n2"]
    assert [article.attributes["id"] for article in root.all("article")] == ["n1", "n2"]


def test_a_notice_without_a_plan_says_so() -> None:
    root = page("关于放假的通知\n各单位：\n放假一天。\n")
    assert "没有解析出措施。" in root.one("article").text
    assert set(sections(root)) == {"检查提示"}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_sample_has_an_overview(path: Path, language: Any) -> None:
    parse(report([analyse_bytes(path.read_bytes(), name=path.name)], language))


def test_markup_in_a_notice_is_text() -> None:
    text = NOTICE.replace("托育", HOSTILE).replace("县卫健局", f"县{HOSTILE}局")
    root = page(text, text, language="en")
    assert not {e.name for e in root.all()} & {"script", "img", "iframe", "object", "link", "base"}
    attributes = {name for element in root.all() for name in element.attributes}
    assert not [name for name in attributes if name.startswith("on") or name in ("style", "src")]
    assert "".join(HOSTILE.split()) in root.one("main").text


def test_the_policy_allows_no_script_at_all() -> None:
    policy = page(NOTICE).one("meta", http_equiv="Content-Security-Policy").attributes["content"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_the_same_notice_gives_the_same_bytes() -> None:
    assert report([analyse_text(NOTICE)], "zh") == report([analyse_text(NOTICE)], "zh")
