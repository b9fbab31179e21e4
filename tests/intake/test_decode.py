"""Any encoding that notices come in is recognised by the text that it gives."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.intake.decode import Decoded, decode, full_of_nuls

SIMPLIFIED = (
    "云岭市人民政府办公室关于印发云岭市食用菌产业提升三年行动方案的通知\n"
    "各县（区）人民政府，市直有关单位：\n"
    "为把菌菇做成富民产业，结合我市实际，制定本方案。\n"
    "一、建好菌种繁育中心。2027年底前，在青禾县建成菌种保藏库2座，年供应母种1.5万支以上，"
    "优质菌棒自给率达到85%。（市农业农村局牵头，市科技局、青禾县人民政府配合）\n"
    "二、打通冷链“最先一公里”。新建产地冷库12个，配备预冷设备；对验收合格的，每座一次性补助8万元。"
    "（责任单位：市商务局、市财政局）\n"
)
TRADITIONAL = (
    "雲嶺市政府辦公室關於推動社區長者照顧服務計畫的通知\n"
    "各區公所、本府各局處：\n"
    "為使年長居民就近獲得照護，並減輕家庭負擔，特訂定本計畫。\n"
    "一、增設日間照顧中心。民國一百十六年底前，於每一行政區至少設置三處，由衛生局會同社會局辦理。\n"
    "二、建立送餐網絡，結合學校廚房與民間團體，每日供應午餐二千份；所需經費由財政局編列預算支應。\n"
    "三、培訓照顧服務員，對完成訓練並取得證書者，發給獎勵金，其標準另行公告。\n"
    "四、檢討執行情形。各區公所於每季結束後十日內，將服務人數、滿意程度與改進意見填表報送，由社會局彙整後檢討。\n"
)
UNMARKED = {
    "utf-8": SIMPLIFIED,
    "gb18030": SIMPLIFIED,
    "utf-16-le": SIMPLIFIED,
    "utf-16-be": SIMPLIFIED,
    "big5hkscs": TRADITIONAL,
}
MARKED = ("utf-8-sig", "utf-16", "utf-32")


def read(data: bytes) -> Decoded:
    decoded = decode(data)
    assert isinstance(decoded, Decoded)
    return decoded


@pytest.mark.parametrize("encoding", UNMARKED)
@pytest.mark.parametrize("times", [1, 40], ids=["read whole", "sampled"])
def test_a_notice_is_read_in_its_encoding(encoding: str, times: int) -> None:
    text = UNMARKED[encoding] * times
    assert read(text.encode(encoding)) == Decoded(text, encoding, guessed=encoding != "utf-8")


@pytest.mark.parametrize("encoding", UNMARKED)
@pytest.mark.parametrize("length", [12, 40, 200])
def test_every_snippet_is_read_in_its_encoding(encoding: str, length: int) -> None:
    text = UNMARKED[encoding]
    snippets = [text[start : start + length] for start in range(len(text) - length + 1)]
    assert snippets
    assert [read(snippet.encode(encoding)).text for snippet in snippets] == snippets


@pytest.mark.parametrize("encoding", MARKED)
def test_a_mark_decides_and_is_dropped(encoding: str) -> None:
    assert read(SIMPLIFIED.encode(encoding)) == Decoded(SIMPLIFIED, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding", "name"),
    [
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
        (b"\x84\x31\x95\x33", "gb18030", "gb18030"),
    ],
)
def test_marks_that_python_does_not_write(mark: bytes, encoding: str, name: str) -> None:
    assert read(mark + SIMPLIFIED.encode(encoding)) == Decoded(SIMPLIFIED, name)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("𠮷㐂䶮", "gb18030"),  # four-byte characters of personal and place names
        ("Rural revitalisation plan 2027", "utf-16-le"),
        ("Rural revitalisation plan 2027", "utf-16-be"),
        ("青禾县\0财政局", "utf-8"),
        ("\ufeff青禾县\ufeff财政局", "utf-8-sig"),  # only the mark itself is dropped
    ],
)
def test_unusual_texts(text: str, encoding: str) -> None:
    assert read(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_chinese_between_long_stretches_of_figures_is_found(encoding: str) -> None:
    text = "1234.5\n" * 3_000 + SIMPLIFIED + "6789.0\n" * 2_000
    damaged = text.encode(encoding) + b"\n\xff\n"  # strict UTF-8 must not decide
    assert read(damaged).text == text + "\n\ufffd\n"


@pytest.mark.parametrize("encoding", UNMARKED)
def test_a_file_cut_anywhere_is_read_up_to_the_cut(encoding: str) -> None:
    text = UNMARKED[encoding]
    data = text.encode(encoding)
    for end in range(100, 160):
        decoded = read(data[:end])
        whole = decoded.text[: len(decoded.text) - decoded.cut]
        assert decoded.encoding == encoding
        assert text.startswith(whole)
        assert len(whole.encode(encoding)) + (decoded.cut > 0) <= end
        assert decoded.cut == (len(whole.encode(encoding)) < end)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs"])
def test_one_bad_byte_costs_no_more_than_its_line(encoding: str) -> None:
    text = UNMARKED[encoding]
    lines = text.splitlines(keepends=True)
    before, damaged, after = "".join(lines[:2]), lines[2], "".join(lines[3:])
    broken = bytearray(damaged.encode(encoding))
    broken[6] = 0xFF
    decoded = read(before.encode(encoding) + broken + after.encode(encoding))
    assert decoded.encoding == encoding
    assert decoded.text.startswith(before)
    assert decoded.text.endswith(after)
    assert "\ufffd" in decoded.text


def test_a_stray_byte_in_ascii_does_not_make_it_utf_16() -> None:
    decoded = read(b"It\xff is a plan for all of the departments and their measures.")
    assert decoded.text == "It\ufffd is a plan for all of the departments and their measures."


@pytest.mark.parametrize(
    ("data", "binary"),
    [
        (bytes(1_000), True),
        (b"".join(number.to_bytes(4, "little") for number in range(500)), True),
        (b"\xff" * 500, False),
        (bytes(range(128, 256)) * 4, False),
        ("Le déjeuner a été préparé à l'hôtel où l'élève dînait. ".encode("latin-1") * 20, False),
        ("東京都の計画について、各部署は責任をもって実施すること。".encode("shift-jis") * 5, False),
    ],
    ids=["zeros", "integers", "ones", "high bytes", "french", "japanese"],
)
def test_what_is_no_chinese_text_is_refused(data: bytes, binary: bool) -> None:
    assert decode(data) is None
    assert full_of_nuls(data) is binary


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    decoded = decode(data)
    if isinstance(decoded, Decoded):
        assert decoded.text.endswith("\ufffd" * decoded.cut)
        marked_gb18030 = decoded.encoding == "gb18030" and not decoded.guessed
        if not marked_gb18030:  # the one encoding whose codec keeps the mark
            assert data.decode(decoded.encoding, "replace") == decoded.text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
def test_valid_utf_8_is_never_taken_for_anything_else(text: str) -> None:
    assert read(text.encode("utf-8")) == Decoded(text, "utf-8")
