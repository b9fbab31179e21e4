"""What is written as YAML is read back the same by readers of YAML 1.1 and 1.2."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from time import process_time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from planparse.yaml_writer import dump


def yaml_1_1(text: str) -> Any:
    return yaml.safe_load(text)


def yaml_1_1_libyaml(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CSafeLoader)


def yaml_1_2(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


READERS = [yaml_1_1, yaml_1_2] + ([yaml_1_1_libyaml] if yaml.__with_libyaml__ else [])

# Ratios such as 2:2:4:2 do occur in notices.
LOOKS_LIKE_A_NUMBER = ["5:2:3", "2:2:4:2", "08", "010", "1e3", "1_000", "0x1F", "0o17", ".5", "-1", "1."]
LOOKS_LIKE_A_WORD = ["no", "No", "yes", "on", "OFF", "y", "N", "true", "False", "~", "null", ".nan", ".inf"]
LOOKS_LIKE_A_TIME = ["2022-08-01", "2022-08-01 10:00:00", "12:30:00"]
LOOKS_LIKE_YAML = [
    *["=", "<<", "-", "|", ">", "%", "%TAG", "@", "`", "&a", "*a", "!x", "a:", "---", "...", "[", "]", "{}"],
    *[",", "'", '"', "\\", "一,二", "一]"],
    *["- x", "# x", "a: b", "a #b", "? x", "是: 否", "是 #否", "一\n---\n二", "一\n...\n二"],
]
BLANKS_AND_BREAKS = [
    *["", " ", "x ", " x", "一 ", " 一", "\t一", "一\t", "\n", "\n一", "一\n", "一\n\n", "\n\n", "一\n二"],
    *["一\n二\n", "一\n\n二\n\n\n", " 一\n二", "一 \n二", "一\n 二", "一\n \n二", "一\t二\n三", "#一\n二"],
    *["- 一\n二", "一\n# 二", "一\r\n二", "\u3000一\n二", "\xa0一\n二", "一\u3000", "a\n\tb", "a: b\nc"],
]
UNUSUAL_CHARACTERS = [
    *["\x85", "一\x85二", "\u2028", "一\u2029二", "\0", "\x1b[31m红", "\x7f", "\x9f", "\ufeff一", "一\ufeff"],
    *["\ufffe", "𠮷", "𠮷野\n二", "\U0010ffff", "一\u202e二", "一\u200b二"],
]
TRICKY = [
    *LOOKS_LIKE_A_NUMBER,
    *LOOKS_LIKE_A_WORD,
    *LOOKS_LIKE_A_TIME,
    *LOOKS_LIKE_YAML,
    *BLANKS_AND_BREAKS,
    *UNUSUAL_CHARACTERS,
    *["是", "5G基站", "40个", "1—2个", "8.5个百分点", "一" * 5000, "x" * 5000, "，" * 2000],
]

PLACES = {
    "alone": lambda text: text,
    "value": lambda text: {"k": text, "next": 1},
    "key": lambda text: {text: 1, "next": 2},
    "entry": lambda text: [text, text],
    "deep": lambda text: {"a": [{"b": text, "c": [{"d": text}]}], "next": {"e": text}},
    "one line": lambda text: {"flow": [{"b": text, text: [text]}], "next": 1},
    "bare list among dicts": lambda text: [{"a": text}, [text], text],
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", TRICKY, ids=lambda text: ascii(text[:20]))
def test_a_string_comes_back(text: str, place: str) -> None:
    data = PLACES[place](text)
    written = dump(data, flow={"flow"})
    assert [reader(written) for reader in READERS] == [data] * len(READERS)


@pytest.mark.parametrize(
    ("data", "written"),
    [
        ("夯实大数据基础能力", "夯实大数据基础能力"),
        ("5G基站", "5G基站"),
        ("（一）", "（一）"),
        ("responsibility.closing-bracket", "responsibility.closing-bracket"),
        ("推进 5G 建设", "推进 5G 建设"),
        ("𠮷野社区", "𠮷野社区"),
        ("1.", '"1."'),
        ("3.4.18", '"3.4.18"'),
        ("No", '"No"'),
        ("%", '"%"'),
        (">=", '">="'),
        ('说“好”或"好"', '说“好”或"好"'),
        ("\x85\u2028\ufeff\x1b", '"\\u0085\\u2028\\ufeff\\u001b"'),
        ("后\ud800半", '"后\ufffd半"'),
        (None, "null"),
        (True, "true"),
        (40, "40"),
        (10**30, "1" + "0" * 30),
        (8.5, "8.5"),
        (8.0, "8.0"),
        (1e-7, "0.0000001"),
        (1e22, "1" + "0" * 22 + ".0"),
        (Decimal("0.1"), "0.1"),
        (Decimal("1E+3"), "1000"),
        (float("-inf"), "-.inf"),
        (dt.date(2022, 8, 24), "2022-08-24"),
        ((1, 2), "[1, 2]"),
        ([], "[]"),
        ({}, "{}"),
    ],
)
def test_a_value_is_written_as(data: object, written: str) -> None:
    assert dump(data) == written + "\n"


def test_dicts_stand_in_blocks_and_named_ones_on_one_line() -> None:
    data = {
        "source": {"name": "甲.txt", "characters": 12},
        "issuers": ["临澜市人民政府", "云陂县人民政府"],
        "measures": [
            {
                "id": "1.1",
                "departments": [{"text": "市甲局", "span": [[3, 6]]}, {"text": "市乙局"}],
                "text": "一\n二",
            },
            {"id": "1.2", "text": "三"},
        ],
    }
    assert dump(data, flow={"source", "departments"}) == (
        "source: {name: 甲.txt, characters: 12}\n"
        "issuers: [临澜市人民政府, 云陂县人民政府]\n"
        "measures:\n"
        '- id: "1.1"\n'
        "  departments:\n"
        "  - {text: 市甲局, span: [[3, 6]]}\n"
        "  - {text: 市乙局}\n"
        "  text: |-\n"
        "    一\n"
        "    二\n"
        '- id: "1.2"\n'
        "  text: 三\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("一\n二", "k: |-\n  一\n  二\n"),
        ("一\n二\n", "k: |\n  一\n  二\n"),
        ("一\n\n二\n\n\n", "k: |+\n  一\n\n  二\n\n\n"),
        ("一\n  二", "k: |-\n  一\n    二\n"),
        (" 一\n二", 'k: " 一\\n二"\n'),
        ("一 \n二", 'k: "一 \\n二"\n'),
        ("一\t二\n三", 'k: "一\\t二\\n三"\n'),
        ("一\u2028二\n三", 'k: "一\\u2028二\\n三"\n'),
        ("\n一", 'k: "\\n一"\n'),
    ],
)
def test_a_text_of_several_lines_is_a_literal_block_where_that_is_safe(text: str, written: str) -> None:
    assert dump({"k": text}) == written


@pytest.mark.parametrize("value", [{1, 2}, object(), b"x", dt.datetime(2022, 8, 24, 10, 0)])
def test_other_types_are_refused(value: object) -> None:
    with pytest.raises(TypeError):
        dump({"k": [value]})


def test_keys_are_strings() -> None:
    with pytest.raises(TypeError):
        dump({1: "一"})


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
NOTICE_TEXT = st.text(
    "一二（）、，。：；《》%—–-:#,?[]{}&*!|>'\"@`\\=<~ \t\n\r\x85\u2028\ufeff\u3000aeno0123456789._𠮷"
)
TEXT = st.one_of(NOTICE_TEXT, ANY_TEXT)
DATES = st.dates(min_value=dt.date(1000, 1, 1))
ATOM = st.one_of(TEXT, st.integers(), st.booleans(), st.none(), st.floats(allow_nan=False), DATES)
DATA = st.recursive(
    ATOM,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(TEXT)
def test_any_text_comes_back_from_any_reader(text: str) -> None:
    for data in (text, {"k": text, "next": {"flow": {text: text}}}, [{"k": text}, text]):
        written = dump(data, flow={"flow"})
        assert [reader(written) for reader in READERS] == [data] * len(READERS)


@given(DATA)
def test_any_nesting_comes_back_from_any_reader(data: object) -> None:
    written = dump(data, flow={"一", "a"})
    assert [repr(reader(written)) for reader in READERS] == [repr(data)] * len(READERS)  # 1 is not True


@given(TEXT)
def test_quoted_strings_are_json(text: str) -> None:
    written = dump([text])[1:-2]
    if written.startswith('"'):
        assert json.loads(written) == text
    else:
        assert written == text


@given(st.text(st.characters(categories=["Cs", "Lo"]), min_size=1))
def test_half_characters_never_reach_the_output(text: str) -> None:
    assert yaml_1_1(dump([text]).encode("utf-8").decode("utf-8")) == [
        "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    ]


@given(DATA)
def test_the_same_data_give_the_same_bytes(data: object) -> None:
    assert dump(data) == dump(data)


@pytest.mark.parametrize(
    "hostile",
    ["一 " * 20_000, "a" * 40_000, "一\n" * 20_000, " \n" * 20_000, "一" + " " * 40_000, "\x85" * 20_000],
    ids=["blanks", "letters", "lines", "blank lines", "blanks at the end", "escapes"],
)
def test_time_grows_with_the_text_and_not_faster(hostile: str) -> None:
    def seconds(text: str) -> float:
        runs = []
        for _ in range(5):
            start = process_time()
            dump({"k": text, "flow": {"k": text}}, flow={"flow"})
            runs.append(process_time() - start)
        return min(runs)

    assert seconds(hostile * 8) < 24 * seconds(hostile) + 0.001
