"""Pictures: what they show, and that names of a notice are only ever text in them."""

from __future__ import annotations

import datetime as dt

import pytest

from planparse.output.html.charts import bar, network, time_line
from planparse.output.html.layout import two_columns

from .elements import Element, parse

HOSTILE = '"><script>x()</script><img onerror=x()>'


def drawn(svg: str) -> Element:
    return parse(svg).one("svg")


def texts(svg: Element, name: str) -> list[str]:
    return [str(each.children[0]) for each in svg.all("text", class_=name)]


def test_a_bar_is_made_of_shares_of_the_greatest() -> None:
    found = drawn(bar([("lead", 1), ("support", 3)], 8))
    assert [(r.attributes["class"], r.attributes["x"], r.attributes["width"]) for r in found.all("rect")] == [
        ("lead", "0.0", "12.5"),
        ("support", "12.5", "37.5"),
    ]


@pytest.mark.parametrize(
    ("dates", "columns", "years"),
    [
        (["2023-11-30", "2024-02-29"], ["11", "12", "1", "2"], ["2023", "2024"]),
        (["2023-06-30"], ["6"], ["2023"]),
        (
            ["2021-12-31", "2025-01-01"],
            ["Q4", *["Q1", "Q2", "Q3", "Q4"] * 3, "Q1"],
            [str(y) for y in range(2021, 2026)],
        ),
        (["2020-12-31", "2035-12-31"], [str(year) for year in range(2020, 2036)], []),
    ],
)
def test_a_time_line_has_months_quarters_or_years(
    dates: list[str], columns: list[str], years: list[str]
) -> None:
    found = drawn(time_line({"k-deadline": [dt.date.fromisoformat(date) for date in dates]}, "x"))
    assert texts(found, "tick") == columns
    assert texts(found, "year") == years
    assert texts(found, "name") == ["1"] * len(dates)


def test_columns_of_a_time_line_are_stacked_by_kind() -> None:
    day = dt.date(2023, 12, 31)
    found = drawn(time_line({"k-deadline": [day, day], "k-target": [day]}, "x"))
    boxes = {r.attributes["class"]: r.attributes for r in found.all("rect")}
    assert float(boxes["k-deadline"]["height"]) == pytest.approx(
        2 * float(boxes["k-target"]["height"]), abs=0.2
    )
    top = float(boxes["k-target"]["y"]) + float(boxes["k-target"]["height"])
    assert top == pytest.approx(float(boxes["k-deadline"]["y"]), abs=0.2)
    assert texts(found, "name") == ["3"]


def test_a_network_joins_names_of_two_columns() -> None:
    found = drawn(network({("甲局", "乙局"): 4, ("丙局", "乙局"): 1}, "网络"))
    assert sorted(texts(found, "name")) == ["丙局", "乙局", "甲局"]
    widths = {
        line.one("title").text: line.attributes["stroke-width"] for line in found.all("path", class_="edge")
    }
    assert widths == {"甲局 → 乙局: 4": "6.0", "丙局 → 乙局: 1": "2.2"}
    assert found.attributes["aria-label"] == "网络"


def test_room_for_names_counts_a_chinese_character_as_two_columns() -> None:
    chinese = drawn(network({("甲" * 10, "乙"): 1}, "x")).attributes["width"]
    latin = drawn(network({("a" * 20, "乙"): 1}, "x")).attributes["width"]
    assert chinese == latin


def test_a_long_name_is_cut_and_kept_in_its_title() -> None:
    found = drawn(network({("甲" * 40, "乙"): 1}, "x"))
    label = next(text for text in found.all("text") if str(text.children[0]).startswith("甲"))
    assert label.children[0] == "甲" * 16 + "…"
    assert label.one("title").text == "甲" * 40


def test_names_are_text() -> None:
    found = drawn(network({(HOSTILE, "乙\x1b\u202e"): 1}, HOSTILE))
    assert {element.name for element in found.all()} <= {"defs", "path", "title", "text"}
    assert found.attributes["aria-label"] == HOSTILE
    assert any("\\x1b\\u202e" in text.text for text in found.all("text"))


@pytest.mark.parametrize(
    ("pairs", "columns"),
    [
        ({("a", "x"): 1}, (["a"], ["x"])),
        ({("a", "x"): 1, ("b", "y"): 5}, (["b", "a"], ["y", "x"])),
        ({("a", "x"): 9, ("b", "x"): 1, ("b", "y"): 1, ("c", "y"): 5}, (["a", "b", "c"], ["x", "y"])),
        ({("a", "b"): 1, ("b", "a"): 1}, (["a", "b"], ["b", "a"])),
    ],
)
def test_columns_are_ordered_so_that_joined_names_stand_near(
    pairs: dict[tuple[str, str], int], columns: tuple[list[str], list[str]]
) -> None:
    assert two_columns(pairs) == columns
