"""GBK read as Latin-1 is found and can be read; accented words and signs are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.intake.mojibake import mojibake_runs, repair

HEADING = "青禾县推进茶产业升级行动计划"


def garble(text: str) -> str:
    return text.encode("gb18030").decode("latin-1")


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in mojibake_runs(text)]


@pytest.mark.parametrize(
    "text",
    [HEADING, "的通知", "各乡（镇）人民政府，县直各单位：", "《青禾县志》", "印发", "2027年行动计划，共3项"],
)
def test_a_run_is_found_and_read(text: str) -> None:
    garbled = garble(text)
    source = f"一、总体要求\n{garbled}\n二、重点任务"
    ((start, end),) = mojibake_runs(source)
    leading_digits = len(text) - len(text.lstrip("0123456789"))  # digits are themselves in both readings
    assert source[start:end] == garbled[leading_digits:]
    assert repair(source[start:end]) == text[leading_digits:]


@pytest.mark.parametrize(
    "neighbours",
    ["", "\xa0\xa0", " \t", "\u3000", "\r", "\r\n", "12"],
)
def test_short_runs_count_on_lines_of_their_own_beside_a_sure_one(neighbours: str) -> None:
    quote, year, name = garble("《"), garble("年"), garble("岑沁琦")
    source = "\n".join([garble(HEADING), *(f"{neighbours}{run}{neighbours}" for run in (quote, year, name))])
    assert found(source) == [garble(HEADING), quote, year, name]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain ASCII",
        "新建5G基站40个，同比增长8.5%。",
        "国务院\xa0\xa0\xa0\xa0\n",
        "“6·18”购物节、7×24小时通关、误差±2°C、面积3²、½杯、§3、«书»",
        "××县××镇关于××的通知",
        "××\n××",
        garble("《"),  # alone it proves nothing
        "引进Müller公司、Société Générale、Citroën、Åland的设备",
        "élève à été déjà prévu où l'hôtel naïf",
        "ÀÉÈ",
        "é\nà\nü\n",
        "Ğ\x80\x85\x9f",
    ],
)
def test_what_is_no_mojibake(text: str) -> None:
    assert mojibake_runs(text) == ()


def test_good_text_around_a_run_is_left_alone() -> None:
    run = garble("人民政府")
    source = f"青禾县{run}办公室，引进Müller设备，7×24小时服务"
    assert found(source) == [run]


@pytest.mark.parametrize(
    ("text", "lost", "expected"),
    [
        # 经 is BE AD: its second byte is a soft hyphen, which converters drop.
        ("青禾经济开发区管委会", "\xad", "青禾\ufffd济开发区管委会"),
        ("经济开发区管委会", "\xad", "\ufffd济开发区管委会"),
        ("已经县人民政府同意", "\xad", "已\ufffd县人民政府同意"),
    ],
)
def test_a_lost_byte_costs_one_character(text: str, lost: str, expected: str) -> None:
    run = garble(text).replace(lost, "")
    assert found(f"通知\n{run}\n") == [run]
    assert repair(run) == expected


def test_blanks_and_digits_are_kept_in_a_repair() -> None:
    assert repair(f"{garble('青禾')}\xa0 2027\t{garble('年')}") == "青禾\xa0 2027\t年"


def test_a_long_run_is_judged_and_read_whole() -> None:
    run = garble(HEADING * 500)
    assert found(run) == [run]
    assert repair(run) == HEADING * 500


LATIN_1 = st.characters(codec="latin-1")


@given(st.text(st.one_of(LATIN_1, st.sampled_from("¹ØÓÚÓ¡·¢ \xa0\n县"))))
def test_runs_are_ordered_apart_and_of_latin_1_letters(text: str) -> None:
    end_before = 0
    for start, end in mojibake_runs(text):
        assert end_before <= start < end
        assert "\x80" <= text[start] <= "\xff"
        assert "\x80" <= text[end - 1] <= "\xff"
        end_before = end


@given(st.text(LATIN_1, max_size=60))
def test_a_repair_loses_no_letter(run: str) -> None:
    """Every letter is half a character, or a quarter in GB18030, or one that was lost."""
    letters = sum(character >= "\x80" and character != "\xa0" for character in run)
    kept = sum(character < "\x80" or character == "\xa0" for character in run)
    assert kept + letters / 4 <= len(repair(run)) <= kept + letters


@given(st.text(st.characters(codec="gb2312", min_codepoint=0x4E00), min_size=1))
def test_whatever_gb2312_holds_is_read_back_when_it_is_common(text: str) -> None:
    common = "人民政府关于" * (len(text) + 1)
    assert repair(garble(text + common)) == text + common
