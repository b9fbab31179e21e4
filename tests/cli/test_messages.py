from __future__ import annotations

import string

import pytest

from planparse.cli import messages
from planparse.cli.messages import text


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("key", messages._TEXTS)
def test_every_text_stands_in_both_languages_with_the_same_placeholders(key: str) -> None:
    chinese, english = messages._TEXTS[key]
    assert chinese.strip()
    assert english.strip()
    assert placeholders(chinese) == placeholders(english)


def test_values_fill_the_placeholders() -> None:
    assert text("usage.missing", "en", name="FILE") == "Missing argument FILE."
    assert text("usage.missing", "zh", name="FILE") == "缺少参数 FILE。"


def test_braces_in_a_value_are_not_placeholders() -> None:
    assert text("usage.missing", "en", name="{key}") == "Missing argument {key}."


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        text("no.such.key", "en")
