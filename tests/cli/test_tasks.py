from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import NOTICE, Process, Runner

TABLE = """\
{path} 临澜市人民政府办公室关于印发临澜市养老托育服务提升行动计划的通知 临澜政办发〔2024〕12号

  行   条目   措施           单位       角色   目标              时限
 ──────────────────────────────────────────────────────────────────────────────────────
  14   1.1    建设社区食堂   市财政局   配合   社区食堂 20个以上   2024年底前 (2024-12-31)
"""


def squeezed(text: str) -> list[list[str]]:
    """The words of each line: columns are as wide as what stands in them."""
    return [line.split() for line in text.splitlines() if line.strip() and "──" not in line]


def test_a_table_for_each_notice(cli: Runner, notice: Path) -> None:
    result = cli("tasks", str(notice), "--for", "市财政局", lang="zh")
    assert result.status == 0
    assert squeezed(result.text) == squeezed(TABLE.format(path=notice))
    assert result.error == "planparse：市财政局 的任务 1 条，出自 1 份通知\n"


@pytest.mark.parametrize("name", ["财政局", "临澜市财政局", " 市财政局 "])
def test_any_name_of_the_body(cli: Runner, notice: Path, name: str) -> None:
    assert "市财政局" in cli("tasks", str(notice), "--for", name).text


def test_many_notices_and_standard_input(cli: Runner, notice: Path, tmp_path: Path) -> None:
    other = tmp_path / "乙.txt"
    other.write_text(NOTICE.replace("市财政局", "市审计局"), "utf-8")
    arguments = ("tasks", str(notice), str(other), "-", "--for", "财政局", "-f", "json")
    result = cli(*arguments, stdin=NOTICE.encode())
    assert [row["file"] for row in json.loads(result.text)] == [str(notice), "<stdin>"]
    assert result.error == "planparse: tasks of 财政局: 2, in notices: 2\n"


def test_a_folder_stands_for_the_notices_below_it(cli: Runner, tmp_path: Path) -> None:
    below = tmp_path / "notices" / "市"
    below.mkdir(parents=True)
    for name in ("甲.txt", "乙.txt"):
        (below / name).write_text(NOTICE, "utf-8")
    (below / "封面.png").write_bytes(b"\x89PNG")
    result = cli("tasks", str(below.parent), "--for", "财政局", "-f", "json")
    assert [row["file"] for row in json.loads(result.text)] == [str(below / "乙.txt"), str(below / "甲.txt")]


def test_csv_is_for_people(cli: Runner, notice: Path, tmp_path: Path) -> None:
    target = tmp_path / "任务.csv"
    result = cli("tasks", str(notice), "--for", "市财政局", "-o", str(target), lang="zh")
    written = target.read_bytes().decode("utf-8")
    assert (result.status, result.out) == (0, b"")
    assert written.startswith(
        "\ufeff文件,行,通知,文号,条目,章节,措施,内容,单位,角色,原文角色词,来历,目标,时限\r\n"
    )
    assert ",市财政局,配合,配合,自身,社区食堂 20个以上,2024年底前 (2024-12-31)\r\n" in written
    piped = cli("tasks", str(notice), "--for", "市财政局", "-f", "csv").text
    assert piped.startswith("file,line,notice,")


def test_json_keeps_the_codes(cli: Runner, notice: Path, tmp_path: Path) -> None:
    target = tmp_path / "tasks.json"
    assert cli("tasks", str(notice), "--for", "市财政局", "-o", str(target), lang="zh").status == 0
    (row,) = json.loads(target.read_text("utf-8"))
    assert (row["role"], row["via"], row["line"]) == ("support", "own", 14)


def test_no_tasks_is_no_failure(cli: Runner, notice: Path) -> None:
    result = cli("tasks", str(notice), "--for", "市水利局")
    assert (result.status, result.out) == (0, b"")
    assert result.error == "planparse: tasks of 市水利局: 0, in notices: 0\n"


def test_a_name_that_the_registry_lacks_is_looked_for_as_written(cli: Runner, notice: Path) -> None:
    result = cli("tasks", str(notice), "--for", "市甲乙局")
    assert result.status == 0
    assert "市甲乙局 is not in the registry of bodies" in result.error


def test_a_file_that_cannot_be_parsed_costs_itself_alone(cli: Runner, notice: Path, tmp_path: Path) -> None:
    empty = tmp_path / "空.txt"
    empty.write_bytes(b"")
    result = cli("tasks", str(empty), str(notice), "--for", "市财政局")
    assert result.status == 1
    assert "建设社区食堂" in result.text
    assert f"{empty} has errors" in result.error


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["甲.txt", "--for", "市财政局"], "甲.txt does not exist"),
        (["通知.txt"], "Missing argument --for"),
        (["通知.txt", "--for", " "], "--for needs the name of a body"),
        (["通知.txt", "--for", "市财政局", "-f", "xml"], "--format takes one of table|csv|json"),
    ],
)
def test_usage_errors(
    cli: Runner, notice: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(notice.parent)
    result = cli("tasks", *arguments)
    assert (result.status, result.out) == (2, b"")
    assert message in result.error


def test_users_rules_count(cli: Runner, notice: Path, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "bodies.yaml").write_text(
        "- id: bodies.local\n  why: 本地\n  extend: true\n"
        "  table: [{name: 市人社局, body: hrss, functions: [hrss, talent]}]\n",
        "utf-8",
    )
    arguments = ("tasks", str(notice), "--for", "市委人才办", "--rules", str(folder))
    assert "市人社局" in cli(*arguments).text
    assert "市人社局" not in cli(*arguments[:4]).text


def test_as_a_process(process: Process, notice: Path) -> None:
    done = process("tasks", str(notice), "--for", "财政局")
    assert (done.returncode, "建设社区食堂" in done.stdout.decode("utf-8")) == (0, True)
