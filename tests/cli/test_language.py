from __future__ import annotations

import pytest

from planparse.cli.language import choose_language


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_TW.Big5"}, "zh"),
        ([], {"LANG": "C"}, "en"),
        ([], {"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "en_GB"}, "zh"),
        ([], {"PLANPARSE_LANG": "zh", "LC_ALL": "en_GB.UTF-8"}, "zh"),
        ([], {"PLANPARSE_LANG": "fr", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        (["--lang", "en"], {"PLANPARSE_LANG": "zh"}, "en"),
        (["extract", "x", "--lang=zh"], {"LANG": "en_GB"}, "zh"),
        (["--lang", "zh", "explain", "PP403", "--lang", "en"], {}, "en"),
        (["--lang"], {"LANG": "zh_CN"}, "zh"),
        (["--lang", "xx"], {"LANG": "zh_CN"}, "zh"),
        (["explain", "--", "--lang=zh"], {}, "en"),
    ],
)
def test_language_is_the_option_then_the_variable_then_the_locale(
    arguments: list[str], environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert choose_language(arguments, environment) == expected


def test_windows_names_the_locale_without_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("locale.getlocale", lambda: ("Chinese (Simplified)_China", "936"))
    assert choose_language([], {}) == "zh"
