"""The review page: what stands in it, whatever the notice says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from planparse.output.html.report import report
from planparse.output.html.review import review
from planparse.output.html.words import _WORDS, word
from planparse.overrides import Overrides, values
from planparse.overrides.file import Correction
from planparse.pipeline import analyse_bytes, analyse_text

from ...timing import seconds
from .elements import Element, parse

SAMPLES = sorted(
    path for path in (Path(__file__).parents[3] / "samples").iterdir() if path.suffix in (".txt", ".md")
)
NOTICE = """\
青禾县人民政府关于印发青禾县托育服务2023年行动计划的通知
青政发〔2023〕7号

各乡镇人民政府：
现将行动计划印发给你们。

青禾县人民政府
2023年3月10日

青禾县托育服务2023年行动计划

一、增加供给（专班牵头负责）
1.建设托育点。8月底前新建托育点12个以上。（县卫健局牵头，县财政局、县住建局等部门配合）
2.补贴机构。对普惠机构每个托位补助300元。
"""
HOSTILE = """<script>x()</script>"><img src=x onerror=x()>' onload='x()"""


def page(text: str, name: str = "a.txt", language: str = "zh") -> Element:
    return parse(review(analyse_text(text, name=name), language)[0])  # type: ignore[arg-type]


def cards(root: Element) -> dict[str, Element]:
    return {card.attributes["data-n"]: card for card in root.all("article")}


def data(root: Element) -> dict[str, object]:
    return dict(json.loads(root.one("script", id="data").text))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_whole_text_stands_on_the_left(path: Path) -> None:
    analysis = analyse_bytes(path.read_bytes(), name=path.name)
    root = parse(review(analysis, "zh")[0])
    shown = "".join(row.text for row in root.one("section", id="text").all("div", class_="row"))
    assert "".join(shown.split()) == "".join(analysis.text.split())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_value_stands_on_both_sides_and_is_what_its_place_says(path: Path) -> None:
    analysis = analyse_bytes(path.read_bytes(), name=path.name)
    root = parse(review(analysis, "zh")[0])
    marked: dict[str, str] = {}
    for mark in root.one("section", id="text").all("span"):
        for number in mark.attributes.get("data-v", "").split():
            marked[number] = marked.get(number, "") + "".join(mark.text.split())
    found = values(analysis.document, analysis.text)
    assert marked == {str(n): v.address.text for n, v in enumerate(found) if v.spans}
    buttons = [
        button.attributes["data-v"] for button in root.one("section", id="records").all("button", class_="v")
    ]
    assert sorted(buttons, key=int) == [str(number) for number in range(len(found))]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_ids_are_unique_and_every_node_has_a_card(path: Path) -> None:
    analysis = analyse_bytes(path.read_bytes(), name=path.name)
    root = parse(review(analysis, "en")[0])
    ids = [element.attributes["id"] for element in root.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    assert {node.id for node, _ in analysis.document.nodes()} <= set(cards(root))


def test_what_a_measure_says_stands_on_its_card() -> None:
    rows = {}
    for row in cards(page(NOTICE))["1.1"].all("div", class_="kv"):
        values_of_row = [child.text for child in row.one("dd").children if isinstance(child, Element)]
        rows[row.one("dt").text] = values_of_row
    assert rows == {
        "牵头": ["县卫健局"],
        "配合": ["县财政局", "县住建局", "等"],
        "目标": ["托育点 ≥ 12个 (2023-08-31 前)"],
        "时限": ["8月底前 (2023-08-31)"],
        "牵头（随标题）": ["专班"],
    }


def test_cards_say_what_they_are_filtered_by() -> None:
    found = cards(page(NOTICE))
    assert found["1.1"].attributes["data-kinds"] == "department target deadline"
    assert found["1.2"].attributes["data-kinds"] == "department standard"
    names = [option.text for option in page(NOTICE).one("select", id="by-body").all("option")]
    assert names == [
        "全部单位",
        "专班 (3)",
        "青禾县卫生健康局 (1)",
        "青禾县财政局 (1)",
        "青禾县住房和城乡建设局 (1)",
    ]


@pytest.mark.parametrize(
    ("text", "kind"), [("青政发〔2023〕7号", "document_number"), ("各乡镇人民政府", "addressees")]
)
def test_pieces_of_the_text_have_the_colour_of_their_kind(text: str, kind: str) -> None:
    marks = [mark for mark in page(NOTICE).one("section", id="text").all("span") if mark.text == text]
    assert [mark.attributes["class"] for mark in marks] == [f"k-{kind}"]


def test_noise_is_shown_as_noise() -> None:
    noisy = NOTICE.replace("2.补贴", "- 3 -\n2.补贴")
    marks = page(noisy).one("section", id="text").all("span", class_="k-noise")
    assert [mark.text for mark in marks] == ["- 3 -"]


def test_rows_carry_the_numbers_of_their_lines() -> None:
    rows = list(page(NOTICE).one("section", id="text").all("div", class_="row"))
    numbers = {row.attributes.get("data-line"): row.text for row in rows}
    assert numbers["2"] == "青政发〔2023〕7号"
    assert numbers["12"].startswith("一、增加供给")


def test_a_notice_in_one_line_has_a_row_for_each_heading_and_measure() -> None:
    flat = (SAMPLES[0].parent / "forms-flattened-city.txt").read_text("utf-8")
    rows = [row.text for row in page(flat).one("section", id="text").all("div", class_="row")]
    assert any(row.startswith("三、补链强链") for row in rows)
    assert len(rows) > 10


def test_findings_stand_in_the_language_of_the_page() -> None:
    unowned = NOTICE.replace("（专班牵头负责）", "")
    for language, message in (("zh", "措施没有责任单位"), ("en", "the measure has no responsible body")):
        listed = page(unowned, language=language).one("section", id="findings")
        assert any(message in entry.text for entry in listed.all("button")), listed.text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_markup_in_a_notice_is_text(language: str) -> None:
    text = NOTICE.replace("托育", HOSTILE).replace("县卫健局", f"县{HOSTILE}局")
    root = page(text, name=f"</title>{HOSTILE}", language=language)
    assert [s.attributes.get("type") for s in root.all("script")] == ["application/json", None]
    assert [e.name for e in root.all() if e.name in ("img", "svg", "iframe", "object", "link", "base")] == []
    attributes = {name for element in root.all() for name in element.attributes}
    assert not [name for name in attributes if name.startswith("on") or name in ("style", "src")]
    assert {e.attributes["href"][0] for e in root.all("a")} == {"#"}
    assert HOSTILE in root.one("section", id="text").text


@pytest.mark.parametrize("text", ["", "  \n", "随便一段文字", "\ud800\x00", "一、\n" * 50])
def test_any_text_has_a_page(text: str) -> None:
    written = review(analyse_text(text, name="a.txt"), "zh")[0]
    written.encode("utf-8")
    parse(written)


def test_the_same_notice_gives_the_same_bytes() -> None:
    assert review(analyse_text(NOTICE), "zh") == review(analyse_text(NOTICE), "zh")


def test_earlier_corrections_stand_in_the_page_and_misfits_are_said() -> None:
    analysis = analyse_text(NOTICE, name="a.txt")
    found = values(analysis.document, NOTICE)
    number, target = next((n, v) for n, v in enumerate(found) if v.kind == "target")
    good = Correction(target.address, "1.1", (), {"value": 12}, {"value": 15}, "核对")
    bad = Correction(target.address._replace(context="0"), "1.1", (), {"value": 12}, None, "")
    overrides = Overrides(analysis.document.source.sha256, {}, (good, bad), "0")
    written, misfits = review(analysis, "zh", overrides)
    assert data(parse(written))["corrections"] == [{"value": number, "now": {"value": 15}, "note": "核对"}]
    assert [finding.code for finding in misfits] == ["PP712"]
    assert "PP712" in parse(written).one("section", id="findings").text


@pytest.mark.parametrize("key", _WORDS)
def test_every_word_stands_in_both_languages(key: str) -> None:
    chinese, english = word(key, "zh"), word(key, "en")
    assert chinese and english
    assert sorted(re.findall(r"\{\w+\}", chinese)) == sorted(re.findall(r"\{\w+\}", english))
    assert not re.search("[一-鿿]", english)


@pytest.mark.parametrize(
    "unit",
    [
        "1.建设站点。新建站点3个。（县甲局牵头，县乙局配合）\n",
        "1.建设站点。新建站点3个。（县甲局负责）",
        "（县甲局、县乙局负责",
        "<b>&\x1b\u202e",
        "\n",
    ],
    ids=["measures", "one line", "unclosed", "markup", "blank"],
)
def test_time_grows_with_the_text(unit: str) -> None:
    def of(times: int) -> float:
        analysis = analyse_text(NOTICE + "三、其他\n" + unit * times)
        return seconds(lambda: (review(analysis, "zh"), report([analysis], "zh")), repeats=3)

    assert of(800) < 8 * of(200)  # four times the text; squares would take sixteen
