from __future__ import annotations

import string
from importlib import import_module
from pkgutil import iter_modules

import pytest

from planparse.cli import messages
from planparse.cli.messages import text

TEXTS = {
    key: (module.name, *texts)
    for module in iter_modules(messages.__path__)
    for key, texts in import_module(f"{messages.__name__}.{module.name}").TEXTS.items()
}


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("key", TEXTS)
def test_every_text_stands_in_both_languages_with_the_same_placeholders(key: str) -> None:
    _, chinese, english = TEXTS[key]
    assert chinese.strip()
    assert english.strip()
    assert placeholders(chinese) == placeholders(english)


@pytest.mark.parametrize("key", TEXTS)
def test_every_text_stands_where_it_is_looked_for(key: str) -> None:
    home, _, english = TEXTS[key]
    assert text(key, "en") == english, home


def test_values_fill_the_placeholders() -> None:
    assert text("usage.missing", "en", name="FILE") == "Missing argument FILE."
    assert text("usage.missing", "zh", name="FILE") == "缺少参数 FILE。"


def test_braces_in_a_value_are_not_placeholders() -> None:
    assert text("usage.missing", "en", name="{key}") == "Missing argument {key}."


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        text("usage.no-such-key", "en")
