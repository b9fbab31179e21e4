from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document as open_document
from openpyxl import load_workbook

from planparse import output
from planparse.findings.model import Finding
from planparse.output.table import LAYOUTS
from planparse.output.template import shipped_text

from .conftest import NOTICE, SOURCE, Runner, StandIn
from .documents import document, elderly_care

SUMMARY = "planparse: wrote {path}: notices: {notices}, rows: {rows}\n"


def test_a_notice_becomes_a_workbook(cli: Runner, notice: Path, tmp_path: Path) -> None:
    out = tmp_path / "任务分解表.xlsx"
    result = cli("table", str(notice), "-o", str(out))
    assert (result.status, result.out) == (0, b"")
    assert SUMMARY.format(path=out, notices=1, rows=2) in result.error
    sheet = load_workbook(out)["任务分解表"]
    assert sheet["A1"].value == "临澜市养老托育服务提升行动计划任务分解表"
    assert [cell.value for cell in sheet["A"][3:]] == [1, 2]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_without_out_the_table_is_markdown_on_standard_output(
    cli: Runner, stand_in: StandIn, notice: Path, layout: str
) -> None:
    stand_in(elderly_care())
    result = cli("table", str(notice), "--layout", layout)
    names = {"tasks": "任务分解表", "bodies": "责任清单", "ledger": "督办台账", "targets": "指标表"}
    assert result.text.startswith(f"# 临澜市养老托育服务提升行动计划{names[layout]}\n")
    assert (result.status, result.error) == (0, "")


def test_the_suffix_chooses_the_format(cli: Runner, notice: Path, tmp_path: Path) -> None:
    outs = {ending: tmp_path / f"表{ending}" for ending in (".xlsx", ".csv", ".md", ".docx", ".XLSX")}
    for out in outs.values():
        assert cli("table", str(notice), "-o", str(out)).status == 0
    rows = list(csv.DictReader(io.StringIO(outs[".csv"].read_bytes().decode("utf-8-sig"))))
    assert [row["牵头单位"] for row in rows] == ["市民政局", ""]
    assert "| 市民政局 |" in outs[".md"].read_text("utf-8")
    assert len(open_document(str(outs[".docx"])).tables[0].rows) == 3
    assert zipfile.is_zipfile(outs[".XLSX"])


def test_several_notices_stand_in_one_workbook(cli: Runner, notice: Path, tmp_path: Path) -> None:
    other = tmp_path / "another.txt"
    other.write_text(NOTICE.replace("临澜市", "青禾市"), encoding="utf-8")
    out = tmp_path / "表.xlsx"
    result = cli("table", str(notice), str(other), "-o", str(out))
    assert SUMMARY.format(path=out, notices=2, rows=4) in result.error
    book = load_workbook(out)
    assert book.sheetnames == ["临澜市养老托育服务提升行动计划", "青禾市养老托育服务提升行动计划", "数据"]
    files = [row[-1].value for row in book["数据"].iter_rows(min_row=2)]
    assert files == ["通知.txt"] * 2 + ["another.txt"] * 2


def test_each_body_has_a_sheet_on_request(cli: Runner, notice: Path, tmp_path: Path) -> None:
    out = tmp_path / "表.xlsx"
    assert cli("table", str(notice), "-o", str(out), "--sheet-per-body").status == 0
    assert load_workbook(out).sheetnames == [
        "任务分解表",
        "数据",
        "临澜市民政局",
        "临澜市财政局",
        "临澜市人力资源和社会保障局",
    ]


def test_standard_input_is_a_notice(cli: Runner) -> None:
    result = cli("table", "-", stdin=NOTICE.encode())
    assert "| 市民政局 |" in result.text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_template_is_printed_to_be_copied(cli: Runner, layout: str) -> None:
    result = cli("template", layout)
    assert (result.status, result.text, result.error) == (0, shipped_text(layout), "")  # type: ignore[arg-type]


def test_a_copied_template_gives_the_same_table(
    cli: Runner, stand_in: StandIn, notice: Path, tmp_path: Path
) -> None:
    stand_in(elderly_care())
    own = tmp_path / "mine.yaml"
    own.write_bytes(cli("template", "targets").out)
    with_own = cli("table", str(notice), "--template", str(own))
    assert with_own.out == cli("table", str(notice), "--layout", "targets").out


def test_mistakes_in_a_template_are_told_with_file_and_line(
    cli: Runner, notice: Path, tmp_path: Path
) -> None:
    own, out = tmp_path / "mine.yaml", tmp_path / "表.xlsx"
    own.write_text(
        "layout: tasks\nname: 表\npaper: B5\ncolumns:\n- {title: 甲, field: owner}\n- {width: 5}\n", "utf-8"
    )
    result = cli("table", str(notice), "--template", str(own), "-o", str(out))
    lines = result.error.splitlines()
    assert (result.status, len(lines)) == (2, 4)
    assert lines[0] == "planparse: The template is not valid; no table was written:"
    assert lines[1] == f"{own}:3: paper: B5 is none of A4, A3"
    assert lines[2].startswith(f"{own}:5: field: owner is none of number, file, ")
    assert lines[3] == f"{own}:6: title is missing"
    assert not out.exists()
    chinese = cli("table", str(notice), "--template", str(own), lang="zh").error
    assert f"{own}:3: paper 不能是 B5；可用：A4, A3" in chinese


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        (["table"], "Missing argument PATH...", "缺少参数 PATH...。"),
        (["table", "{notice}", "-o", "表.pdf"], "Give it one of the suffixes .xlsx", "后缀请用 .xlsx"),
        (["table", "{notice}", "-o", "表"], "Cannot tell the format of 表", "不知道 表 该写成什么格式"),
        (["table", "{notice}", "--layout", "x"], "--layout takes one of", "--layout 只能取"),
        (["table", "{notice}", "-o", "表.csv", "--sheet-per-body"], "for .xlsx only", "只用于 .xlsx"),
        (["table", "no-such.txt"], "no-such.txt does not exist", "找不到文件 no-such.txt"),
        (["table", "{notice}", "--template", "no.yaml"], "no.yaml does not exist", "找不到文件 no.yaml"),
        (["table", "{notice}", "-o", "no/表.xlsx"], "the folder no does not exist", "文件夹 no 不存在"),
        (["template", "x"], "LAYOUT takes one of", "LAYOUT 只能取"),
    ],
)
def test_usage_errors_say_what_to_do(
    cli: Runner, notice: Path, arguments: list[str], english: str, chinese: str
) -> None:
    given = [argument.format(notice=notice) for argument in arguments]
    for lang, expected in (("en", english), ("zh", chinese)):
        result = cli(*given, lang=lang)
        assert (result.status, result.out) == (2, b"")
        assert expected in result.error


def test_the_layout_of_a_template_is_not_to_be_contradicted(
    cli: Runner, notice: Path, tmp_path: Path
) -> None:
    own = tmp_path / "mine.yaml"
    own.write_text(shipped_text("ledger"), "utf-8")
    result = cli("table", str(notice), "--template", str(own), "--layout", "tasks")
    assert result.status == 2
    assert "is of the layout ledger" in result.error


def test_neither_a_notice_nor_a_template_is_overwritten(cli: Runner, tmp_path: Path) -> None:
    path = tmp_path / "notice.md"
    path.write_text(NOTICE, "utf-8")
    assert cli("table", str(path), "-o", str(path)).status == 2
    assert path.read_text("utf-8") == NOTICE


def test_a_missing_notice_among_several_leaves_no_table(cli: Runner, notice: Path, tmp_path: Path) -> None:
    out = tmp_path / "表.xlsx"
    assert cli("table", str(notice), "no-such.txt", "-o", str(out)).status == 2
    assert not out.exists()


def test_a_failure_leaves_the_old_file_whole(
    cli: Runner, notice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    out = tmp_path / "表.xlsx"
    out.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", fail)
    result = cli("table", str(notice), "-o", str(out))
    assert result.status == 2
    assert "No space left on device" in result.error
    assert out.read_bytes() == b"old"
    assert sorted(os.listdir(tmp_path)) == sorted([out.name, notice.name])


def test_a_notice_without_measures_is_told_and_the_others_are_written(
    cli: Runner, notice: Path, tmp_path: Path
) -> None:
    other = tmp_path / "放假.txt"
    other.write_text("青禾县人民政府办公室关于国庆节放假的通知\n各乡镇：\n10月1日至7日放假。\n", "utf-8")
    out = tmp_path / "表.xlsx"
    result = cli("table", str(other), str(notice), "-o", str(out))
    assert result.status == 0
    assert "planparse: 放假.txt: nothing to list\n" in result.error
    assert SUMMARY.format(path=out, notices=2, rows=2) in result.error


def test_errors_are_told_in_full_and_the_rest_counted(cli: Runner, stand_in: StandIn, notice: Path) -> None:
    stand_in(document(), Finding("PP010"), Finding("PP403", spans=((0, 2),)))
    result = cli("table", str(notice))
    assert result.status == 1
    assert "error PP010" in result.error
    assert "PP403" not in result.error
    assert result.error.endswith(
        "planparse: 2 findings: 1 error, 1 warning. Details: planparse extract --findings full\n"
    )


def test_a_security_mark_is_told_and_refused_on_request(cli: Runner, notice: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密★1年\n" + NOTICE, "utf-8")
    out = tmp_path / "表.xlsx"
    told = cli("table", str(secret), "-o", str(out))
    assert told.status == 0
    assert "PP011" in told.error
    assert out.exists()
    out.unlink()
    refused = cli("table", str(secret), "-o", str(out), "--refuse-classified")
    assert refused.status == 1
    assert "PP012" in refused.error
    assert not out.exists()
    # the others are written
    assert cli("table", str(secret), str(notice), "-o", str(out), "--refuse-classified").status == 1
    assert load_workbook(out).sheetnames == ["任务分解表", "数据"]


def test_without_python_docx_the_message_says_how_to_get_it(
    cli: Runner, notice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(output, "docx", raising=False)
    monkeypatch.delitem(sys.modules, "planparse.output.docx", raising=False)
    monkeypatch.setitem(sys.modules, "docx", None)
    result = cli("table", str(notice), "-o", str(tmp_path / "表.docx"))
    assert result.status == 2
    assert "pip install 'planparse[docx]'" in result.error


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [
        (["table", "{notice}"], set()),
        (["table", "{notice}", "-o", "{out}.csv"], set()),
        (["table", "{notice}", "-o", "{out}.xlsx"], {"xlsxwriter"}),
        (["table", "{notice}", "-o", "{out}.docx"], {"docx", "lxml"}),
        (["extract", "{notice}", "-o", "{out}.yaml"], set()),
    ],
)
def test_only_the_writer_that_is_wanted_is_loaded(
    notice: Path, tmp_path: Path, arguments: list[str], loaded: set[str]
) -> None:
    given = [argument.format(notice=notice, out=tmp_path / "out") for argument in arguments]
    code = (
        "import sys\n"
        "from planparse.cli.main import main\n"
        f"status = main({given!r})\n"
        "print(status, *({'xlsxwriter', 'docx', 'lxml'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    last = done.stdout.decode().splitlines()[-1].split()
    assert (last[0], set(last[1:])) == ("0", loaded)
