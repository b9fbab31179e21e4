from __future__ import annotations

import pytest

from .conftest import Runner


@pytest.mark.parametrize("asked", ["PP403", "pp403", "role-word-missing", " PP403 "])
def test_a_code_or_a_name_is_explained_in_the_language(cli: Runner, asked: str) -> None:
    for lang, word in (("en", "warning"), ("zh", "警告")):
        result = cli("explain", asked, lang=lang)
        assert (result.status, result.error) == (0, "")
        assert result.text.splitlines()[0] == f"PP403 role-word-missing ({word})"


def test_an_unknown_code_names_those_near_to_it(cli: Runner) -> None:
    result = cli("explain", "role-word-mising")
    assert (result.status, result.out) == (2, b"")
    assert "PP403 role-word-missing" in result.error


def test_an_unknown_code_cannot_act_on_the_terminal(cli: Runner) -> None:
    result = cli("explain", "\x1b[2J")
    assert result.status == 2
    assert "\x1b" not in result.error
