"""A file becomes a SourceText, or an error finding says why it does not."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.findings.model import Findings
from planparse.intake import MAX_BYTES, read, read_text, too_large
from planparse.intake.source import SourceText

NOTICE = "青禾县人民政府关于做好春茶采摘工作的通知\n一、备足农资。（县农业农村局负责）\n"


def codes(findings: Findings) -> list[str]:
    return [finding.code for finding in findings]


def values(findings: Findings, code: str) -> dict[str, str]:
    (finding,) = (finding for finding in findings if finding.code == code)
    return dict(finding.values)


def test_a_good_file_gives_its_text_and_no_finding() -> None:
    findings = Findings()
    data = NOTICE.encode()
    expected = SourceText(NOTICE, "春茶.txt", "text", "utf-8", hashlib.sha256(data).hexdigest())
    assert read(data, "春茶.txt", findings) == expected
    assert codes(findings) == []


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.docx", "无后缀"])
def test_the_name_decides_nothing(name: str) -> None:
    source = read(f"# {NOTICE}".encode(), name, Findings())
    assert source is not None
    assert (source.name, source.format) == (name, "markdown")


@pytest.mark.parametrize(
    ("data", "text", "code"),
    [
        (b"", "", "PP001"),
        (b"\xef\xbb\xbf", "", "PP001"),
        (b"\xff\xfe", "", "PP001"),
        (b" \t\r\n", " \t\r\n", "PP010"),
        ("\u3000\xa0\n".encode(), "\u3000\xa0\n", "PP010"),
    ],
)
def test_blank_text_is_kept_with_a_finding(data: bytes, text: str, code: str) -> None:
    findings = Findings()
    source = read(data, "x", findings)
    assert source is not None and source.text == text
    assert codes(findings) == [code]


def test_bytes_that_are_no_text_give_none() -> None:
    findings = Findings()
    assert read(b"\xff" * 100, "x", findings) is None
    assert codes(findings) == ["PP004"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"Rar!\x1a\x07\x01\x00", "RAR"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG"),
        (bytes(500), "binary"),
    ],
)
def test_other_formats_are_named(data: bytes, kind: str) -> None:
    findings = Findings()
    assert read(data, "通知.txt", findings) is None
    assert codes(findings) == ["PP003"]
    assert values(findings, "PP003") == {"kind": kind}


def test_the_limit_is_a_setting() -> None:
    findings = Findings()
    data = NOTICE.encode()
    assert read(data, "x", findings, limit=len(data)) is not None
    assert codes(findings) == []
    assert read(data, "x", findings, limit=len(data) - 1) is None
    assert codes(findings) == ["PP002"]


def test_a_size_can_be_refused_before_reading() -> None:
    findings = Findings()
    assert not too_large(MAX_BYTES, findings)
    assert codes(findings) == []
    assert too_large(96 * 2**20, findings)
    assert values(findings, "PP002") == {"size": "96.0 MiB", "limit": "64.0 MiB"}


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le"])
def test_a_guess_is_told(encoding: str) -> None:
    findings = Findings()
    source = read(NOTICE.encode(encoding), "x", findings)
    assert source is not None
    assert (source.text, source.encoding) == (NOTICE, encoding)
    assert codes(findings) == ["PP007"]
    assert values(findings, "PP007") == {"encoding": encoding}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_is_certain_is_not_called_a_guess(encoding: str) -> None:
    findings = Findings()
    source = read(NOTICE.encode(encoding), "x", findings)
    assert source is not None
    assert (source.text, source.encoding) == (NOTICE, encoding)
    assert codes(findings) == []


def test_replaced_characters_are_counted_and_placed() -> None:
    findings = Findings()
    start, end = NOTICE.encode()[:30], NOTICE.encode()[30:]
    source = read(start + b"\xff" + end + b"\xff\n", "x", findings)
    assert source is not None
    assert source.text == f"{NOTICE[:10]}\ufffd{NOTICE[10:]}\ufffd\n"
    (finding,) = findings
    assert (finding.code, finding.values) == ("PP005", (("count", "2"), ("encoding", "utf-8")))
    assert finding.spans == ((10, 11), (len(NOTICE) + 1, len(NOTICE) + 2))


def test_characters_lost_before_are_told_too() -> None:
    findings = Findings()
    assert read("青禾县\ufffd民政府".encode(), "x", findings) is not None
    assert [(finding.code, finding.spans) for finding in findings] == [("PP005", ((3, 4),))]


def test_a_cut_in_mid_character_is_no_bad_byte() -> None:
    findings = Findings()
    source = read(NOTICE.encode()[:29], "x", findings)
    assert source is not None
    assert source.text == NOTICE[:9] + "\ufffd"
    assert [(finding.code, finding.spans) for finding in findings] == [("PP006", ((9, 10),))]


@pytest.mark.parametrize(
    "text",
    [
        "一\r\n二\r三\n四",
        "一\t二\u3000三\xa0四",
        "一\ufeff二",
        "一\f二",
        "一\u2028二\u0085三",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_text_is_kept_exactly(text: str, encoding: str) -> None:
    findings = Findings()
    source = read((NOTICE + text).encode(encoding), "x", findings)
    assert source is not None
    assert source.text == NOTICE + text
    assert set(codes(findings)) <= {"PP007"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_control_characters_are_kept_and_told(encoding: str) -> None:
    findings = Findings()
    source = read("青禾县\0财政\x1b局\x7f".encode(encoding), "x", findings)
    assert source is not None
    assert source.text == "青禾县\0财政\x1b局\x7f"
    assert [(finding.code, finding.spans) for finding in findings] == [("PP009", ((3, 4), (6, 7), (8, 9)))]


def test_mojibake_is_told_once_with_all_its_places() -> None:
    findings = Findings()
    garbled = ["关于印发".encode("gbk").decode("latin-1"), "茶叶方案".encode("gbk").decode("latin-1")]
    source = read((NOTICE + "\n\n".join(garbled)).encode(), "x", findings)
    assert source is not None
    (finding,) = findings
    assert (finding.code, finding.values) == ("PP008", (("count", "2"),))
    assert [source.text[start:end] for start, end in finding.spans] == garbled


def test_text_in_hand_is_taken_as_it_is() -> None:
    findings = Findings()
    digest = hashlib.sha256(("\ufeff" + NOTICE).encode()).hexdigest()
    expected = SourceText("\ufeff" + NOTICE, "x", "text", "utf-8", digest)
    assert read_text("\ufeff" + NOTICE, "x", findings) == expected
    assert codes(findings) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", ["PP001"]), (" \n", ["PP010"]), ("青禾\ud800县", []), ("青禾\0县", ["PP009"])],
)
def test_odd_text_in_hand(text: str, expected: list[str]) -> None:
    findings = Findings()
    assert read_text(text, "x", findings).text == text
    assert codes(findings) == expected


BYTES = st.one_of(
    st.binary(max_size=300),
    st.text(st.sampled_from("县政府。\0\x1b\ufeff\xa0Óé #*<"), max_size=80).map(str.encode),
    st.builds(
        lambda text, encoding, junk: text.encode(encoding, "ignore") + junk,
        st.text(max_size=60),
        st.sampled_from(["gb18030", "big5hkscs", "utf-16-le", "utf-16", "utf-8-sig"]),
        st.binary(max_size=4),
    ),
)


@given(BYTES)
def test_any_bytes_give_a_text_or_an_error(data: bytes) -> None:
    findings = Findings()
    source = read(data, "x", findings)
    if source is None:
        (finding,) = findings
        assert finding.code in {"PP001", "PP003", "PP004", "PP010", "PP021"}
        return
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    for finding in findings:
        assert all(0 <= start < end <= len(source.text) for start, end in finding.spans)


@given(st.text(st.characters()))
def test_any_text_is_kept_whole(text: str) -> None:
    assert read_text(text, "x", Findings()).text == text
