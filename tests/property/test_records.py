"""What holds of the record of any input: nothing raises, and every value points at where it stands.

The texts are made of the words notices are made of, of any characters and bytes, and of the samples with
pieces lost, repeated and put in.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planparse import Document, load_rules
from planparse.pipeline import Analysis, analyse_bytes, analyse_text

Span = tuple[int, int]

FACTS = ("responsibilities", "targets", "standards", "deadlines", "references")
LISTS = ("issuers", "addressees", "copied_to")  # their spans stand one after another in `spans`
LONE_SURROGATES = re.compile("[\ud800-\udfff]")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

NOTICE = """青禾县人民政府关于印发青禾县试验行动方案的通知
青政发〔2023〕7号
各乡镇人民政府：
现将《青禾县试验行动方案》印发给你们。
青禾县人民政府
2023年3月10日
青禾县试验行动方案
（2023—2025年）
"""

BREAKS = ["\n", "\n\n", "\r\n", "\r", "\x85", "\u2028", "\f", "\n— 7 —\n", "\n7\n", r"\r\n", "<br/>", "\n- "]
BLANKS = [" ", "\u3000", "\xa0", "\t", "\u200b", "\ufeff", "&nbsp;", "**"]
ODD_CHARACTERS = ["\0", "\1", "\x1b[31m", "\ufffd", "\ud800", "\udfff", "\u202e", "e\u0301"]
WORDS = Path(__file__).with_name("fragments.txt").read_text("utf-8").split()
FRAGMENTS = [*WORDS, *BREAKS, *BLANKS, *ODD_CHARACTERS]

SAMPLES = [path.read_bytes() for path in sorted((Path(__file__).parents[2] / "samples").glob("*.*t*"))]
SAMPLE_TEXTS = [
    text for data in SAMPLES if (text := data.decode("utf-8", "ignore")).count("县") + text.count("市") > 5
]

fragments = st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join)
of_words = st.tuples(st.sampled_from(["", NOTICE, NOTICE + "一、主要任务\n1.推进试验。"]), fragments).map(
    "".join
)
any_characters = st.text(st.characters(exclude_categories=()), max_size=80)
edits = st.lists(
    st.tuples(
        st.sampled_from(["delete", "duplicate", "cut", "insert", "wrap"]),
        st.floats(0, 1, exclude_max=True),
        st.sampled_from([1, 7, 60, 800]),
        st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=4).map("".join),
    ),
    max_size=6,
)


def edited(text: str, changes: Sequence[tuple[str, float, int, str]]) -> str:
    for change, where, length, piece in changes:
        low = int(where * len(text))
        high = low + length
        if change == "delete":
            text = text[:low] + text[high:]
        elif change == "duplicate":
            text = text[:high] + text[low:]
        elif change == "cut":
            text = text[:low] if low > len(text) // 2 else text[low:]
        elif change == "wrap":
            width = 20 + int(where * 30)
            text = "\n".join(re.sub(f"(.{{{width}}})(?=.)", r"\1\n", line) for line in text.split("\n"))
        else:
            text = text[:low] + piece + text[low:]
    return text


of_samples = st.builds(edited, st.sampled_from(SAMPLE_TEXTS), edits)
any_text = of_words | any_characters | of_samples

# Marks of encodings and of binary formats, before bytes of any kind.
openings = st.sampled_from(
    [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x84\x31\x95\x33", b"PK\x03\x04", b"%PDF-"]
)
broken_bytes = st.builds(
    lambda data, at, piece: data[: int(at * len(data))] + piece + data[int(at * len(data)) :],
    st.sampled_from(SAMPLES),
    st.floats(0, 1),
    st.binary(max_size=12),
)
encoded = st.builds(
    lambda text, codec: text.encode(codec, "replace"),
    of_words,
    st.sampled_from(["gb18030", "utf-16", "utf-32", "big5"]),
)
any_bytes = st.builds(bytes.__add__, openings, st.binary(max_size=200)) | broken_bytes | encoded

profile = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def squeezed(text: str) -> str:
    return "".join(text.split())


def covered(text: str, spans: Sequence[Span]) -> str:
    return squeezed("".join(text[start:end] for start, end in spans))


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a record, outer ones first."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from objects(each)
    elif isinstance(value, list):
        for each in value:
            yield from objects(each)


def nodes(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for each in objects(record.get("plan") or {}) if "id" in each]


def span_lists(record: dict[str, Any]) -> Iterator[list[Span]]:
    """Every list of places of a record."""
    for each in objects(record):
        yield from (each[key] for key in ("span", "applies_to") if key in each)
        yield from each.get("spans", {}).values()


def misplaced(record: dict[str, Any], text: str) -> list[str]:
    """Values that are not what stands at their places, and places that are none."""
    wrong = []
    for spans in span_lists(record):
        if any(not 0 <= start < end <= len(text) for start, end in spans):
            wrong.append(f"{spans} in a text of {len(text)} characters")
    for each in objects({key: value for key, value in record.items() if key in ("notice", "plan")}):
        is_leaf = "span" in each and "id" not in each
        if is_leaf and "text" in each and squeezed(each["text"]) != covered(text, each["span"]):
            wrong.append(f"text {each['text']!r} at {each['span']}")
        for key, spans in each.get("spans", {}).items():
            value = each.get(key)
            value = "".join(value) if key in LISTS and isinstance(value, list) else value
            if (
                isinstance(value, str)
                and key not in ("date", "printed_on")
                and squeezed(value) != covered(text, spans)
            ):
                wrong.append(f"{key} {value!r} at {spans}")
    return wrong


def unsorted(record: dict[str, Any]) -> list[list[Span]]:
    """Places of one value that are not in order, or overlap."""
    return [spans for spans in span_lists(record) if any(a[1] > b[0] for a, b in pairwise(spans))]


def astray(record: dict[str, Any], text: str) -> list[str]:
    """Facts and texts of a node that stand outside it."""
    wrong = []
    for node in nodes(record):
        inside = {place for start, end in node["span"] for place in range(start, end)}
        leaves = [leaf for name in FACTS for leaf in objects(node.get(name) or []) if "span" in leaf]
        for start, end in (span for leaf in leaves for span in leaf["span"]):
            if not inside.issuperset(range(start, end)):
                wrong.append(f"[{start}, {end}) of {node['id']}")
        whole = covered(text, node["span"])
        wrong += [line for line in (node.get("text") or "").split("\n") if squeezed(line) not in whole]
    return wrong


def check(analysis: Analysis) -> None:
    record, text = analysis.document.to_dict(), analysis.text
    assert misplaced(record, text) == []
    assert unsorted(record) == []
    assert astray(record, text) == []
    ids = [node["id"] for node in nodes(record)]
    assert len(ids) == len(set(ids))
    assert {each["rule"] for each in objects(record) if "rule" in each} <= load_rules().rules.keys()
    findings = record.get("findings", [])
    assert {finding["node"] for finding in findings if "node" in finding} <= set(ids)
    assert not {finding["code"] for finding in findings} & {"PP801", "PP901", "PP999"}


@profile
@given(of_words)
def test_a_text_of_the_words_of_notices(text: str) -> None:
    check(analyse_text(text))


@profile
@given(any_characters)
def test_a_text_of_any_characters(text: str) -> None:
    check(analyse_text(text))


@profile
@given(of_samples)
def test_a_damaged_sample(text: str) -> None:
    check(analyse_text(text))


@profile
@given(any_bytes)
def test_any_bytes(data: bytes) -> None:
    check(analyse_bytes(data))


@profile
@given(any_text)
def test_text_stays_as_it_is(text: str) -> None:
    analysis = analyse_text(text)
    assert analysis.text == text
    assert analysis.document.source.characters == len(text)


def plain(value: Any) -> Any:
    """What a reader gets: lists, numbers, dates; U+FFFD for half a character."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, Decimal):
        return float(value)
    return LONE_SURROGATES.sub("\ufffd", value) if isinstance(value, str) else value


def with_iso_dates(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: with_iso_dates(each) for key, each in value.items()}
    if isinstance(value, list):
        return [with_iso_dates(each) for each in value]
    return value.isoformat() if isinstance(value, dt.date) else value


@profile
@given(any_text)
def test_a_record_is_read_back_the_same(text: str) -> None:
    document = analyse_text(text, name="青禾.txt").document
    expected = plain(document.model_dump(exclude_none=True))
    assert yaml.load(document.to_yaml(), Loader=LOADER) == expected
    written = document.to_json()
    assert json.loads(written) == with_iso_dates(expected)
    assert Document.model_validate_json(written).to_json() == written


@profile
@given(any_text)
def test_the_same_text_gives_the_same_record(text: str) -> None:
    first, second = analyse_text(text).document, analyse_text(text).document
    assert first.to_json() == second.to_json()
    assert first.to_yaml() == second.to_yaml()


def sample_record() -> tuple[dict[str, Any], str]:
    measures = [
        "1.推进试验。2023年底前新建站点40个。（市甲局负责）",
        "2.扩大试验。新建站点9个。（县乙委负责）",
    ]
    text = "\n".join([NOTICE + "一、主要任务", *measures])
    record = analyse_text(text).document.to_dict()
    assert misplaced(record, text) == [] and unsorted(record) == [] and astray(record, text) == []
    return record, text


@pytest.mark.parametrize("leaf", ["targets", "deadlines", "responsibilities"])
def test_the_checks_see_a_shifted_place(leaf: str) -> None:
    record, text = sample_record()
    first = nodes(record)[1][leaf][0]
    first = first["departments"][0] if leaf == "responsibilities" else first
    first["span"] = [[start + 1, end + 1] for start, end in first["span"]]
    assert misplaced(record, text)


def test_the_checks_see_a_fact_of_another_node() -> None:
    record, text = sample_record()
    _, first, second = nodes(record)
    first["targets"] = second["targets"]
    assert astray(record, text)


def test_the_checks_see_places_out_of_order() -> None:
    record, _ = sample_record()
    nodes(record)[1]["span"] = [[9, 12], [3, 10]]
    assert unsorted(record)
