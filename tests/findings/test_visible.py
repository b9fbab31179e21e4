"""Text made safe for a terminal, and its width there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planparse.findings.visible import columns, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("（县甲局）", "（县甲局）"),
        ("甲\u3000乙\xa0丙", "甲\u3000乙\xa0丙"),
        ("𠮷\ue000", "𠮷\ue000"),
        ("\x1b[31m红", "\\x1b[31m红"),
        ("\x9b31m", "\\x9b31m"),
        ("a\tb\nc\rd", "a\\tb\\nc\\rd"),
        ("\x00\x7f\x85", "\\x00\\x7f\\x85"),
        ("\u202e\u200b\ufeff\u2028", "\\u202e\\u200b\\ufeff\\u2028"),
        ("\ud800", "\\ud800"),
        ("[bold]甲[/]", "[bold]甲[/]"),
    ],
)
def test_what_acts_or_hides_becomes_an_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(codec=None)))
def test_visible_text_can_always_be_written_as_utf_8_on_one_line(text: str) -> None:
    shown = visible(text)
    shown.encode("utf-8")
    assert len(shown.splitlines()) <= 1
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("市科技局", 8),
        ("（）、。", 8),
        ("()", 2),
        ("２０２３", 8),
        ("\u3000", 2),
        ("“”…—", 4),
        ("〔2023〕7号", 11),
        ("e\u0301", 1),
        ("か\u3099", 2),
        ("𠮷", 2),
        ("😀", 2),
        ("ｱ", 1),
    ],
)
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width
