from __future__ import annotations

import os
from pathlib import Path

import pytest

from planparse.cli.app import COMMANDS

from .conftest import Runner

NAMES = ", ".join([*COMMANDS, "rules"])


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        (
            ["extrac", "x.txt"],
            f"planparse: No such command: extrac. Commands: {NAMES}.\n",
            f"planparse：没有命令 extrac。可用的命令：{NAMES}。\n",
        ),
        (
            ["extract"],
            "planparse extract: Missing argument FILE.\nUsage and examples: planparse extract --help\n",
            "planparse extract: 缺少参数 FILE。\n用法与示例：planparse extract --help\n",
        ),
        (
            ["extract", "x.txt", "--rule", "json"],
            "planparse extract: No such option: --rule. Did you mean --rules?\n"
            "Usage and examples: planparse extract --help\n",
            "planparse extract: 没有选项 --rule。是否想用 --rules？\n用法与示例：planparse extract --help\n",
        ),
        (
            ["extract", "x.txt", "-f", "xml"],
            "planparse extract: --format takes one of yaml|json.\n"
            "Usage and examples: planparse extract --help\n",
            "planparse extract: --format 只能取 yaml|json 之一。\n用法与示例：planparse extract --help\n",
        ),
        (
            ["extract", "x.txt", "-o"],
            "planparse: -o needs a value.\nUsage and examples: planparse --help\n",
            "planparse: -o 后面要有值。\n用法与示例：planparse --help\n",
        ),
        (
            ["rules", "lst"],
            "planparse: No such command: lst. Commands: list, show, test.\n",
            "planparse：没有命令 lst。可用的命令：list, show, test。\n",
        ),
        (
            ["--lang", "fr"],
            "planparse: --lang takes one of zh|en.\nUsage and examples: planparse --help\n",
            "planparse: --lang 只能取 zh|en 之一。\n用法与示例：planparse --help\n",
        ),
        (
            ["extract", "\x1b[31mx"],
            "planparse: \\x1b[31mx does not exist. Check the path; quote it if it holds blanks.\n",
            "planparse：找不到文件 \\x1b[31mx。请检查路径和文件名；文件名里有空格时要加引号。\n",
        ),
    ],
)
def test_usage_errors_say_what_to_do(cli: Runner, arguments: list[str], english: str, chinese: str) -> None:
    for lang, expected in (("en", english), ("zh", chinese)):
        result = cli(*arguments, lang=lang)
        assert (result.status, result.out, result.error) == (2, b"", expected)


@pytest.mark.parametrize("command", ["extract", "show"])
def test_a_folder_is_refused_with_what_to_name(cli: Runner, command: str, tmp_path: Path) -> None:
    result = cli(command, str(tmp_path))
    assert (result.status, result.out) == (2, b"")
    assert f"{tmp_path} is a folder" in result.error
    assert "notice.txt" in result.error


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_file_that_may_not_be_read(cli: Runner, notice: Path) -> None:
    notice.chmod(0)
    result = cli("extract", str(notice))
    assert result.status == 2
    assert "Check its permissions" in result.error


def test_a_path_with_a_nul_is_no_traceback(cli: Runner) -> None:
    result = cli("extract", "a\0b")
    assert result.status == 2
    assert result.error.startswith("planparse: Cannot read a\\x00b: ")


@pytest.mark.parametrize("command", [["extract", "{notice}"], ["show", "{notice}"], ["rules", "list"]])
def test_a_missing_rules_folder(cli: Runner, command: list[str], notice: Path) -> None:
    arguments = [part.format(notice=notice) for part in command]
    result = cli(*arguments, "--rules", "no-such-folder")
    assert (result.status, result.out) == (2, b"")
    assert "no-such-folder does not exist" in result.error
