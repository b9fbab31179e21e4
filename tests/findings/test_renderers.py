"""How findings are shown: full, concise and JSON."""

from __future__ import annotations

import json as standard_json
import time
from collections.abc import Callable, Sequence
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.findings.families.entry import Lang
from planparse.findings.model import Finding, Label
from planparse.findings.renderers import concise, full, github, json, junit, sarif
from planparse.findings.visible import columns

Render = Callable[[Sequence[Finding], str, str, Lang], str]
RENDERERS: list[Render] = [module.render for module in (full, concise, json, github, sarif, junit)]

NOTICE = """\
青屏县某某行动计划
一、总体要求
1.推进建设。新建站点40个。（县甲局、县乙局）
1.完善网络。（县丙局负责）
"""


def span(part: str, text: str = NOTICE) -> tuple[int, int]:
    start = text.index(part)
    return start, start + len(part)


ROLE_MISSING = Finding("PP403", (span("（县甲局、县乙局）"),), node="1.1")
REPEATED = Finding(
    "PP302",
    ((span("1.完善")[0], span("1.完善")[0] + 2),),
    (("label", "1."),),
    labels=(Label(((span("1.推进")[0], span("1.推进")[0] + 2),), "first"),),
)
GUESSED = Finding("PP007", values=(("encoding", "gb18030"),))
TITLE = Finding("PP204", ((0, 0),))
FOUND = [REPEATED, ROLE_MISSING, TITLE, GUESSED]


def source_and_mark(text: str, place: tuple[int, int]) -> tuple[str, str]:
    """The source line of the full form and the line of carets below it, without the gutter."""
    lines = full.render([Finding("PP401", (place,))], text, "x", "zh").splitlines()
    assert len(lines) == 4
    source, mark = (line.partition(" |")[2].removeprefix(" ") for line in lines[2:])
    return source, mark


def marked(text: str, place: tuple[int, int]) -> str:
    """What stands in the columns above the carets."""
    source, mark = source_and_mark(text, place)
    left, width = columns(mark[: mark.index("^")]), mark.count("^")
    assert mark == " " * left + "^" * width
    over, at = "", 0
    for character in source:
        if left <= at < left + width:
            over += character
        at += columns(character)
    return over


class TestConcise:
    def test_one_line_each_in_order_of_place(self) -> None:
        assert concise.render(FOUND, NOTICE, "计划.txt", "zh") == (
            "计划.txt: info PP007 encoding-guessed: 编码未标明，按 gb18030 读取\n"
            "计划.txt:1:1: warning PP204 title-missing: 没有找到标题\n"
            "计划.txt:3:16: warning PP403 role-word-missing: 责任单位没有写明角色\n"
            "计划.txt:4:1: warning PP302 numbering-repeated: 编号重复：1.\n"
        )

    def test_in_english(self) -> None:
        assert concise.render([GUESSED], "", "-", "en") == (
            "-: info PP007 encoding-guessed: the encoding is not marked; read as gb18030\n"
        )

    @pytest.mark.parametrize(
        ("pages", "zh", "en"),
        [((), "", ""), ((0,), "（第1页）", " (page 1)"), ((0, 17, 32, 32, 40), "（第4页）", " (page 4)")],
    )
    def test_the_page_where_the_file_has_pages(self, pages: tuple[int, ...], zh: str, en: str) -> None:
        shown = [concise.render([ROLE_MISSING], NOTICE, "x", lang, pages) for lang in ("zh", "en")]
        assert shown == [
            f"x:3:16: warning PP403 role-word-missing: 责任单位没有写明角色{zh}\n",
            f"x:3:16: warning PP403 role-word-missing: the responsible bodies have no role word{en}\n",
        ]
        assert f"责任单位没有写明角色{zh}\n" in full.render([ROLE_MISSING], NOTICE, "x", "zh", pages)

    def test_a_file_name_cannot_act_on_the_terminal(self) -> None:
        assert concise.render([TITLE], NOTICE, "a\x1b[2J\nb", "en").startswith("a\\x1b[2J\\nb:1:1: ")


class TestFull:
    def test_blocks_with_source_carets_labels_and_help(self) -> None:
        assert full.render(FOUND, NOTICE, "计划.txt", "zh") == (
            "计划.txt: info PP007 encoding-guessed: 编码未标明，按 gb18030 读取\n"
            "\n"
            "计划.txt:1:1: warning PP204 title-missing: 没有找到标题\n"
            "  |\n"
            "1 | 青屏县某某行动计划\n"
            "  | ^\n"
            "\n"
            "计划.txt:3:16: warning PP403 role-word-missing: 责任单位没有写明角色\n"
            "  |\n"
            "3 | 1.推进建设。新建站点40个。（县甲局、县乙局）\n"
            "  |                           ^^^^^^^^^^^^^^^^^^\n"
            "  = 建议：补上角色词，如“牵头”“负责”“配合”\n"
            "\n"
            "计划.txt:4:1: warning PP302 numbering-repeated: 编号重复：1.\n"
            "  |\n"
            "4 | 1.完善网络。（县丙局负责）\n"
            "  | ^^\n"
            "3 | 1.推进建设。新建站点40个。（县甲局、县乙局）\n"
            "  | -- 首次用在这里\n"
        )

    def test_the_gutter_is_as_wide_as_the_longest_line_number(self) -> None:
        text = "\n" * 8 + "甲\n乙\n"
        finding = Finding("PP302", ((10, 11),), (("label", "2."),), labels=(Label(((8, 9),), "first"),))
        assert full.render([finding], text, "x", "en") == (
            "x:10:1: warning PP302 numbering-repeated: repeated number: 2.\n"
            "   |\n"
            "10 | 乙\n"
            "   | ^^\n"
            " 9 | 甲\n"
            "   | -- first used here\n"
        )

    @pytest.mark.parametrize(
        ("text", "part"),
        [
            ("甲乙丙丁", "乙丙"),
            ("a甲b乙c", "b乙"),
            ("(县甲局)，（县乙局）", "（县乙局）"),
            ("“甲”——乙…丙", "乙"),
            ("ｱ甲２０２３年", "２０２３"),
            ("😀𠮷甲", "𠮷"),
            ("〔县甲局〕\xa0[乙]", "[乙]"),
            ("e\u0301甲乙", "乙"),
        ],
    )
    def test_carets_stand_right_under_characters_of_any_width(self, text: str, part: str) -> None:
        assert marked(text, span(part, text)) == part

    @pytest.mark.parametrize(
        ("text", "place", "source", "mark"),
        [
            ("", (0, 0), "", "^"),
            ("甲乙", (2, 2), "甲乙", "    ^"),
            ("甲乙", (9, 12), "甲乙", "    ^"),
            ("甲乙\n", (3, 3), "", "^"),
            ("甲乙\r\n丙", (2, 4), "甲乙", "    ^"),
            ("甲乙\n丙丁\n戊", (1, 6), "甲乙", "  ^^"),
            ("甲\x1b[31m乙", (1, 2), "甲\\x1b[31m乙", "  ^^^^"),
            ("甲\t乙", (2, 3), "甲\\t乙", "    ^^"),
            ("甲\u202e乙", (2, 3), "甲\\u202e乙", "        ^^"),
            ("\ufeff甲乙", (2, 3), "甲乙", "  ^^"),
            ("甲\ud800乙", (2, 3), "甲\\ud800乙", "        ^^"),
        ],
    )
    def test_places_at_edges_and_beside_controls(
        self, text: str, place: tuple[int, int], source: str, mark: str
    ) -> None:
        assert source_and_mark(text, place) == (source, mark)

    def test_of_several_spans_the_first_is_shown(self) -> None:
        finding = Finding("PP410", ((1, 3), (5, 6)))
        assert full.render([finding], "甲乙丙\n1\n丁", "x", "en").splitlines()[2:4] == [
            "1 | 甲乙丙",
            "  |   ^^^^",
        ]

    def test_a_long_paragraph_is_cut_around_the_place(self) -> None:
        text = "前" * 500 + "（县甲局）" + "后" * 500
        source, _ = source_and_mark(text, (500, 505))
        assert source == "…" + "前" * 18 + "（县甲局）" + "后" * 22 + "…"
        assert marked(text, (500, 505)) == "（县甲局）"

    @pytest.mark.parametrize(
        ("text", "place", "source"),
        [
            ("甲" * 45, (40, 41), "甲" * 45),
            ("甲" * 46, (0, 1), "甲" * 45 + "…"),
            ("甲" * 46, (45, 46), "…" + "甲" * 45),
            ("甲" * 46, (46, 46), "…" + "甲" * 45),
        ],
    )
    def test_a_line_that_fits_is_not_cut(self, text: str, place: tuple[int, int], source: str) -> None:
        assert source_and_mark(text, place)[0] == source

    def test_a_place_wider_than_the_line_is_marked_to_the_cut(self) -> None:
        source, mark = source_and_mark("甲" * 300, (0, 300))
        assert (source, mark) == ("甲" * 45 + "…", "^" * 90)

    def test_combining_marks_without_end_do_not_make_a_line_without_end(self) -> None:
        source, _ = source_and_mark("e" + "\u0301" * 100_000, (0, 1))
        assert len(source) < 200


class TestJson:
    def test_every_field(self) -> None:
        assert standard_json.loads(json.render([ROLE_MISSING, REPEATED], NOTICE, "计划.txt", "en")) == [
            {
                "code": "PP403",
                "name": "role-word-missing",
                "severity": "warning",
                "message": "the responsible bodies have no role word",
                "file": "计划.txt",
                "location": {"line": 3, "column": 16},
                "end_location": {"line": 3, "column": 25},
                "spans": [[32, 41]],
                "node": "1.1",
                "help": "add a role word such as 牵头, 负责 or 配合",
                "documentation": "planparse explain PP403",
            },
            {
                "code": "PP302",
                "name": "numbering-repeated",
                "severity": "warning",
                "message": "repeated number: 1.",
                "file": "计划.txt",
                "location": {"line": 4, "column": 1},
                "end_location": {"line": 4, "column": 3},
                "spans": [[42, 44]],
                "labels": [
                    {
                        "note": "first used here",
                        "location": {"line": 3, "column": 1},
                        "end_location": {"line": 3, "column": 3},
                        "spans": [[17, 19]],
                    }
                ],
                "documentation": "planparse explain PP302",
            },
        ]

    def test_places_with_their_pages(self) -> None:
        (only,) = standard_json.loads(json.render([ROLE_MISSING], NOTICE, "x", "zh", (0, 17, 40)))
        assert only["location"] == {"line": 3, "column": 16, "page": 2}
        assert only["end_location"] == {"line": 3, "column": 25, "page": 3}

    def test_a_finding_about_the_whole_file_has_no_location(self) -> None:
        (only,) = standard_json.loads(json.render([GUESSED], NOTICE, "x", "zh"))
        assert set(only) == {"code", "name", "severity", "message", "file", "documentation"}

    def test_no_findings_are_an_empty_array(self) -> None:
        assert json.render([], NOTICE, "x", "zh") == "[]\n"


@pytest.mark.parametrize("render", [full.render, concise.render])
def test_no_findings_are_no_text(render: Render) -> None:
    assert render([], NOTICE, "x", "zh") == ""


FINDINGS = st.lists(
    st.builds(
        lambda code, start, length, label: Finding(
            code, ((start, start + length),), labels=(Label(((label, label + 1),), "first"),)
        ),
        st.sampled_from(["PP302", "PP402", "PP403", "PP999"]),
        st.integers(0, 80),
        st.integers(0, 80),
        st.integers(0, 80),
    ),
    max_size=5,
)


@given(st.text(st.characters(codec=None), max_size=60), FINDINGS)
def test_any_text_is_shown_without_controls_and_can_be_written(
    text: str, findings: Sequence[Finding]
) -> None:
    for render in RENDERERS:
        shown = render(findings, text, "x", "zh")
        shown.encode("utf-8")
        assert not {category(character) for character in shown.replace("\n", "")} & {"Cc", "Cf", "Zl", "Zp"}


@given(st.text(st.characters(codec=None), max_size=60), FINDINGS)
def test_the_full_form_stays_within_its_columns(text: str, findings: Sequence[Finding]) -> None:
    for line in full.render(findings, text, "x", "en").split("\n"):
        number, bar, source = line.partition(" | ")
        if bar and number.strip().isdigit():
            assert columns(source) <= 92  # 90 and a cut on either side


@pytest.mark.parametrize("render", RENDERERS)
@pytest.mark.parametrize(
    "unit", ["县甲局负责、", "\x1b\u202e", "1.甲\n"], ids=["one line", "controls", "lines"]
)
def test_time_grows_with_text_and_findings_together(render: Render, unit: str) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        findings = [
            Finding("PP401", ((at, at + 2),)) for at in range(0, len(text), max(len(text) * 50 // times, 1))
        ]
        best = float("inf")
        for _ in range(3):
            started = time.process_time()
            render(findings, text, "x", "zh")
            best = min(best, time.process_time() - started)
        return best

    assert seconds(160_000) < 8 * seconds(40_000)  # four times the text; squares would take sixteen
