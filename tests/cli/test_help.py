from __future__ import annotations

from unicodedata import east_asian_width

import pytest

from .conftest import Process, Runner

PAGES = [
    (),
    ("extract",),
    ("batch",),
    ("show",),
    ("table",),
    ("template",),
    ("review",),
    ("report",),
    ("tasks",),
    ("explain",),
    ("schema",),
    ("rules",),
    ("rules", "list"),
    ("rules", "show"),
    ("rules", "test"),
]


def columns(line: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in line)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: " ".join(page) or "planparse")
def test_a_page_gives_purpose_usage_options_and_examples_within_80_columns(
    cli: Runner, page: tuple[str, ...], lang: str
) -> None:
    result = cli(*page, "--help", lang=lang)
    assert (result.status, result.error) == (0, "")
    lines = result.text.splitlines()
    assert lines[2].startswith({"zh": "用法：planparse", "en": "Usage: planparse"}[lang])
    assert {"zh": "选项：", "en": "Options:"}[lang] in lines
    assert {"zh": "示例：", "en": "Examples:"}[lang] in lines
    assert [line for line in lines if columns(line) > 80] == []


@pytest.mark.parametrize(
    "page",
    [
        (),
        ("extract",),
        ("show",),
        ("tasks",),
        ("table",),
        ("review",),
        ("report",),
        ("rules",),
        ("rules", "test"),
    ],
)
def test_pages_say_what_the_exit_status_means(cli: Runner, page: tuple[str, ...]) -> None:
    assert "Exit status:" in cli(*page, "--help").text
    assert "退出码：" in cli(*page, "--help", lang="zh").text


def test_the_page_of_a_command_in_full(cli: Runner) -> None:
    assert cli("explain", "-h").text == (
        "Explains the code of a finding: meaning, authority, what to do.\n"
        "\n"
        "Usage: planparse explain CODE [OPTIONS]\n"
        "\n"
        "Arguments:\n"
        "  CODE  code (PP403) or name of a finding\n"
        "\n"
        "Options:\n"
        "  --lang zh|en  language of messages; default: locale\n"
        "  -h, --help    print this page\n"
        "\n"
        "Examples:\n"
        "  planparse explain PP403\n"
        "  planparse explain role-word-missing\n"
        "\n"
        "Exit status: 0 fine; 2 no such code.\n"
    )


def test_the_option_decides_the_language_of_a_page_wherever_it_stands(cli: Runner) -> None:
    assert cli("--lang", "zh", "extract", "--help").text == cli("extract", "--help", "--lang=zh").text
    assert "把一份通知变成记录" in cli("extract", "--lang", "zh", "--help").text


@pytest.mark.parametrize("group", [(), ("rules",)])
def test_without_a_command_the_page_goes_to_standard_error_as_a_usage_error(
    cli: Runner, group: tuple[str, ...]
) -> None:
    result = cli(*group)
    assert (result.status, result.out) == (2, b"")
    assert result.error == cli(*group, "--help").text


def test_version(cli: Runner) -> None:
    from planparse import __version__

    assert cli("--version").text == f"planparse {__version__}\n"


def test_completion_can_be_installed(process: Process) -> None:
    # What runs the tests need not be a shell.
    known = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    done = process("--show-completion", "bash", environment=known)
    assert done.returncode == 0
    assert b"_PLANPARSE_COMPLETE=complete_bash" in done.stdout


def test_completion_offers_commands_and_options(process: Process) -> None:
    asked = {
        "_PLANPARSE_COMPLETE": "complete_bash",
        "COMP_WORDS": "planparse extract --fi",
        "COMP_CWORD": "2",
    }
    assert process(environment=asked).stdout.split() == [b"--findings"]
