"""Selection on the command line and in planparse.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Process, Runner

DOUBTFUL = """\
临澜市养老托育服务提升2024年行动计划

一、增加服务供给
1.建设社区食堂。新建社区食堂1—2个以上。（市民政局、市财政局）
2.培训护理人员。提高照护水平。
"""
ALL = {"PP401", "PP403", "PP501"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("2023/甲.txt", "2024/乙.txt"):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(DOUBTFUL, encoding="utf-8")
    return tmp_path


def configured(folder: Path, text: str) -> Path:
    path = folder / "planparse.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def codes(cli: Runner, file: Path, *options: str) -> set[str]:
    result = cli("extract", str(file), "--findings", "concise", *options)
    assert result.status == 0
    return {line.split(" ")[2] for line in result.error.splitlines()[:-1]}


OPTIONS = {
    "nothing": ([], ALL),
    "selected": (["--select", "PP4"], {"PP401", "PP403"}),
    "selected twice": (["--select", "PP401", "--select", "PP501"], {"PP401", "PP501"}),
    "with a comma": (["--select", "no-owner,PP501"], {"PP401", "PP501"}),
    "ignored": (["--ignore", "PP4"], {"PP501"}),
    "both": (["--select", "PP4", "--ignore", "PP403"], {"PP401"}),
    "ignored in vain": (["--ignore", "PP601"], {*ALL, "PP803"}),
}


@pytest.mark.parametrize(("options", "expected"), OPTIONS.values(), ids=OPTIONS.keys())
def test_options(cli: Runner, folder: Path, options: list[str], expected: set[str]) -> None:
    assert codes(cli, folder / "2023/甲.txt", *options) == expected


FILES = {
    "select": ("select: [PP4]", {"PP401", "PP403"}),
    "ignore": ("ignore: [PP4]", {"PP501"}),
    "ignored by the folder in vain": ("ignore: [PP601]", ALL),
    "nothing in it": ("# nothing yet", ALL),
    "empty keys": ("select:\nignore:\nper-file-ignores:", ALL),
    "nothing selected": ("select: []", set()),
    "for this file": ('per-file-ignores: {"2023/*.txt": [PP403]}', {"PP401", "PP501"}),
    "by the name alone": ('per-file-ignores: {"甲.*": [PP403]}', {"PP401", "PP501"}),
    "over folders": ('per-file-ignores: {"*甲.txt": [PP403]}', {"PP401", "PP501"}),
    "for another file": ('per-file-ignores: {"2024/*.txt": [PP403]}', ALL),
    "for this file in vain": ('per-file-ignores: {"2023/*": [PP601]}', {*ALL, "PP803"}),
}


@pytest.mark.parametrize(("text", "expected"), FILES.values(), ids=FILES.keys())
def test_a_file_above_the_notice(cli: Runner, folder: Path, text: str, expected: set[str]) -> None:
    configured(folder, text)
    assert codes(cli, folder / "2023/甲.txt") == expected


def test_the_nearest_file_counts_alone(cli: Runner, folder: Path) -> None:
    configured(folder, "ignore: [PP501]")
    configured(folder / "2023", "ignore: [PP401]")
    assert codes(cli, folder / "2023/甲.txt") == {"PP403", "PP501"}
    assert codes(cli, folder / "2024/乙.txt") == {"PP401", "PP403"}


def test_a_file_named_on_the_command_line(cli: Runner, folder: Path, tmp_path: Path) -> None:
    configured(folder, "ignore: [PP501]")
    other = tmp_path / "other.yaml"
    other.write_text("ignore: [PP401]", encoding="utf-8")
    assert codes(cli, folder / "2023/甲.txt", "--config", str(other)) == {"PP403", "PP501"}


def test_select_takes_the_place_of_the_file_and_ignore_adds_to_it(cli: Runner, folder: Path) -> None:
    configured(folder, "select: [PP5]\nignore: [PP403]")
    assert codes(cli, folder / "2023/甲.txt", "--select", "PP4") == {"PP401"}
    assert codes(cli, folder / "2023/甲.txt", "--ignore", "PP501") == set()


def test_for_standard_input_it_is_looked_for_from_the_working_folder(process: Process, folder: Path) -> None:
    configured(folder, 'ignore: [PP4]\nper-file-ignores: {"*": [PP501]}')
    done = process("extract", "-", "--findings", "concise", cwd=folder / "2023", input=DOUBTFUL.encode())
    assert b" PP501 " in done.stderr  # no pattern names it
    assert b" PP401 " not in done.stderr


def test_what_is_ignored_is_not_in_the_record_nor_in_the_status(cli: Runner, folder: Path) -> None:
    file = str(folder / "2023/甲.txt")
    assert cli("extract", file, "--fail-on", "warning").status == 1
    result = cli("extract", file, "--fail-on", "warning", "--ignore", "PP4,PP5")
    assert result.status == 0
    assert "findings:" not in result.text


def test_show_counts_what_is_wanted(cli: Runner, folder: Path) -> None:
    configured(folder, "ignore: [PP4]")
    assert "1 finding: 1 warning" in cli("show", str(folder / "2023/甲.txt")).error


def test_an_unused_ignore_names_its_line(cli: Runner, folder: Path) -> None:
    configured(folder, '\nper-file-ignores:\n  "2023/*":\n  - PP403\n  - deadline-before-issue\n')
    error = cli("extract", str(folder / "2023/甲.txt"), "--findings", "concise").error
    assert "an ignored code that hid nothing: deadline-before-issue (planparse.yaml:5)" in error


def test_a_security_mark_is_refused_though_its_finding_is_ignored(cli: Runner, folder: Path) -> None:
    file = folder / "密.txt"
    file.write_text(f"机密★1年\n{DOUBTFUL}", encoding="utf-8")
    result = cli("extract", str(file), "--refuse-classified", "--ignore", "PP0")
    assert (result.status, result.out) == (1, b"")


MISTAKES = {
    "an unknown key": ("select: [PP4]\nignores: [PP5]", ["2: there is no key ignores; known are"]),
    "an unknown code": (
        "ignore:\n- PP401\n- no-ownr",
        ["3: no finding has the code or name no-ownr. Close to it: PP401 no-owner"],
    ),
    "a code in a pattern": (
        'per-file-ignores:\n  "*":\n  - PP998',
        ["3: no finding has the code or name PP998"],
    ),
    "no list": ("ignore: PP401", ["1: ignore takes a list of codes"]),
    "no list in a pattern": ('per-file-ignores:\n  "*.txt": PP401', ["2: *.txt takes a list of codes"]),
    "no patterns": ("per-file-ignores: [PP401]", ["1: per-file-ignores takes file patterns"]),
    "no mapping": ("- PP401", ["1: expected the keys select, ignore and per-file-ignores"]),
    "a number": ("ignore: [401]", ["1: no finding has the code or name 401"]),
    "no YAML": ("ignore: [PP401", ["not valid YAML"]),
    "a key twice": ("ignore: [PP401]\nignore: [PP4]", ["2: expected each key once"]),
    "an anchor": ("ignore: &all [PP401]", ["1: expected a value, found the anchor"]),
    "two mistakes": ("a: 1\nignore: [x]", ["1: there is no key a", "2: no finding has"]),
}


@pytest.mark.parametrize(("text", "expected"), MISTAKES.values(), ids=MISTAKES.keys())
def test_mistakes_are_named_by_file_and_line(
    cli: Runner, folder: Path, text: str, expected: list[str]
) -> None:
    path = configured(folder, text)
    result = cli("extract", str(folder / "2023/甲.txt"))
    assert (result.status, result.out) == (2, b"")
    assert result.error.count(str(path)) == len(expected)
    assert all(each in result.error for each in expected)


def test_mistakes_in_chinese(cli: Runner, folder: Path) -> None:
    configured(folder, "ignore: [PP998]")
    assert "没有代码或名称为 PP998 的提示" in cli("extract", str(folder / "2023/甲.txt"), lang="zh").error


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_on_the_command_line(cli: Runner, folder: Path, option: str) -> None:
    result = cli("extract", str(folder / "2023/甲.txt"), option, "PP4003")
    assert (result.status, result.out) == (2, b"")
    assert f"{option}: no finding has the code or name PP4003. Close to it: PP403" in result.error


def test_a_file_that_does_not_exist(cli: Runner, folder: Path) -> None:
    result = cli("extract", str(folder / "2023/甲.txt"), "--config", str(folder / "none.yaml"))
    assert (result.status, result.out) == (2, b"")
    assert "none.yaml" in result.error
