from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml

from planparse.findings.model import Finding

from .conftest import NOTICE, Process, Runner, StandIn
from .documents import classified, document, elderly_care

WARNING = Finding("PP403", spans=((0, 3),))
INFO = Finding("PP007", values=(("encoding", "gb18030"),))
ERROR = Finding("PP010")
MARKED = Finding("PP011", spans=((0, 2),), values=(("mark", "机密"),))


class TestRecord:
    """What is written, and where."""

    @pytest.mark.parametrize(
        ("out", "format", "written"),
        [
            (None, None, "yaml"),
            (None, "json", "json"),
            ("x.json", None, "json"),
            ("x.JSON", None, "json"),
            ("x.yaml", None, "yaml"),
            ("x.txt", None, "yaml"),
            ("x.json", "yaml", "yaml"),
            ("x.yaml", "json", "json"),
            ("-", None, "yaml"),
        ],
    )
    def test_the_format_is_that_of_the_option_then_of_the_suffix_then_yaml(
        self,
        cli: Runner,
        stand_in: StandIn,
        notice: Path,
        tmp_path: Path,
        out: str | None,
        format: str | None,
        written: str,
    ) -> None:
        record = elderly_care()
        stand_in(record)
        target = None if out in (None, "-") else tmp_path / str(out)
        result = cli(
            "extract",
            str(notice),
            *(["-o", str(target or "-")] if out else []),
            *(["-f", format] if format else []),
        )
        assert (result.status, result.error) == (0, "")
        text = target.read_text(encoding="utf-8") if target else result.text
        assert (json.loads(text) if text.startswith("{") else yaml.safe_load(text))["plan"]["title"]
        assert text.startswith("{") == (written == "json")
        assert bool(result.out) == (target is None)

    def test_a_file_is_utf8_with_plain_line_feeds(
        self, cli: Runner, stand_in: StandIn, notice: Path, tmp_path: Path
    ) -> None:
        stand_in(elderly_care())
        cli("extract", str(notice), "-o", str(tmp_path / "out.yaml"))
        data = (tmp_path / "out.yaml").read_bytes()
        assert "临澜市养老托育服务提升行动计划".encode() in data
        assert b"\r" not in data
        assert sorted(path.name for path in tmp_path.iterdir()) == ["out.yaml", notice.name]

    def test_provenance_can_be_left_out(self, cli: Runner, stand_in: StandIn, notice: Path) -> None:
        record = elderly_care()
        assert record.plan is not None
        assert record.plan.sections is not None
        record.plan.sections[0].span = [(7, 9)]
        stand_in(record)
        assert "span: " in cli("extract", str(notice)).text
        assert "span: " not in cli("extract", str(notice), "--no-provenance").text

    def test_the_pipeline_gets_the_bytes_the_name_without_folder_and_the_shipped_rules(
        self, cli: Runner, stand_in: StandIn, notice: Path
    ) -> None:
        calls = stand_in(elderly_care())
        cli("extract", str(notice))
        assert [(call["data"], call["name"]) for call in calls] == [(NOTICE.encode(), "通知.txt")]

    def test_standard_input(self, cli: Runner, stand_in: StandIn) -> None:
        calls = stand_in(elderly_care(), WARNING)
        result = cli("extract", "-", "--findings", "concise", stdin=NOTICE.encode("gb18030"))
        assert [(call["data"], call["name"]) for call in calls] == [(NOTICE.encode("gb18030"), "<stdin>")]
        assert result.error.startswith("<stdin>:1:1: warning PP403 role-word-missing: ")


class TestUnwritableOutput:
    @pytest.mark.parametrize(
        ("out", "message"),
        [
            (".", "it is a folder. Give a file name to --out."),
            ("no-such-folder/x.yaml", "no-such-folder does not exist. Make it first."),
            ("通知.txt", "it is the notice itself. Choose another name."),
        ],
    )
    def test_what_cannot_be_meant_is_refused_before_any_work(
        self,
        cli: Runner,
        stand_in: StandIn,
        notice: Path,
        monkeypatch: pytest.MonkeyPatch,
        out: str,
        message: str,
    ) -> None:
        monkeypatch.chdir(notice.parent)
        calls = stand_in(elderly_care())
        result = cli("extract", notice.name, "-o", out)
        assert (result.status, result.out, calls) == (2, b"", [])
        assert result.error.rstrip("\n").endswith(message)
        assert notice.read_text(encoding="utf-8") == NOTICE

    def test_a_name_that_the_system_refuses(
        self, cli: Runner, stand_in: StandIn, notice: Path, tmp_path: Path
    ) -> None:
        stand_in(elderly_care())
        result = cli("extract", str(notice), "-o", str(tmp_path / ("长" * 200)))
        assert result.status == 2
        assert "Check permissions and free space." in result.error
        assert list(tmp_path.iterdir()) == [notice]


class TestFindings:
    """What is said on standard error, and the exit status."""

    @pytest.mark.parametrize(
        ("found", "fail_on", "status"),
        [
            ((), "info", 0),
            ((INFO,), None, 0),
            ((INFO,), "warning", 0),
            ((INFO,), "info", 1),
            ((WARNING,), None, 0),
            ((WARNING,), "warning", 1),
            ((INFO, WARNING, ERROR), None, 1),
            ((ERROR,), "info", 1),
            ((ERROR,), "never", 0),
            ((Finding("PP999", values=(("detail", "x"),)),), None, 2),
            ((Finding("PP999", values=(("detail", "x"),)),), "never", 2),
        ],
    )
    @pytest.mark.parametrize("findings", ["full", "concise", "json", "github", "sarif", "junit", "none"])
    def test_the_status_follows_severity_and_threshold_however_findings_are_written(
        self,
        cli: Runner,
        stand_in: StandIn,
        notice: Path,
        found: tuple[Finding, ...],
        fail_on: str | None,
        status: int,
        findings: str,
    ) -> None:
        stand_in(elderly_care(), *found)
        options = ["--fail-on", fail_on] if fail_on else []
        result = cli("extract", str(notice), "--findings", findings, *options)
        assert result.status == status
        assert result.text.startswith("schema_version: ")

    def test_full_shows_the_line_and_a_count(self, cli: Runner, stand_in: StandIn, notice: Path) -> None:
        stand_in(elderly_care(), WARNING)
        lines = cli("extract", str(notice)).error.splitlines()
        assert lines[0].startswith(f"{notice}:1:1: warning PP403 role-word-missing: ")
        assert lines[2] == "1 | 临澜市人民政府办公室关于印发临澜市养老托育服务提升行动计划的通知"
        assert lines[3] == "  | ^^^^^^"
        assert lines[-2:] == ["", "1 finding: 1 warning"]

    def test_concise_is_one_line_each_in_the_language(
        self, cli: Runner, stand_in: StandIn, notice: Path
    ) -> None:
        stand_in(elderly_care(), WARNING, INFO)
        lines = cli("extract", str(notice), "--findings", "concise", lang="zh").error.splitlines()
        assert [line.split(": ")[1] for line in lines[:2]] == [
            "info PP007 encoding-guessed",
            "warning PP403 role-word-missing",
        ]
        assert lines[2:] == ["2 项：1 个警告，1 个提示"]

    def test_json_is_one_array_and_nothing_else(self, cli: Runner, stand_in: StandIn, notice: Path) -> None:
        stand_in(elderly_care(), WARNING, INFO)
        listed = json.loads(cli("extract", str(notice), "--findings", "json").error)
        assert [finding["code"] for finding in listed] == ["PP007", "PP403"]
        stand_in(elderly_care())
        assert json.loads(cli("extract", str(notice), "--findings", "json").error) == []

    @pytest.mark.parametrize(
        ("findings", "beginning"),
        [("github", "::warning file="), ("sarif", "{\n"), ("junit", "<?xml version=")],
    )
    def test_forms_for_programs_stand_alone(
        self, cli: Runner, stand_in: StandIn, notice: Path, findings: str, beginning: str
    ) -> None:
        stand_in(elderly_care(), WARNING)
        error = cli("extract", str(notice), "--findings", findings).error
        assert error.startswith(beginning)
        assert "1 finding:" not in error

    @pytest.mark.parametrize(("findings", "empty"), [("github", True), ("sarif", False), ("junit", False)])
    def test_without_findings_a_report_is_still_a_report(
        self, cli: Runner, stand_in: StandIn, notice: Path, findings: str, empty: bool
    ) -> None:
        stand_in(elderly_care())
        assert (cli("extract", str(notice), "--findings", findings).error == "") is empty

    @pytest.mark.parametrize("findings", ["full", "concise"])
    def test_without_findings_nothing_is_said(
        self, cli: Runner, stand_in: StandIn, notice: Path, findings: str
    ) -> None:
        stand_in(elderly_care())
        assert cli("extract", str(notice), "--findings", findings).error == ""

    def test_none_says_nothing(self, cli: Runner, stand_in: StandIn, notice: Path) -> None:
        stand_in(elderly_care(), ERROR)
        assert cli("extract", str(notice), "--findings", "none").error == ""

    def test_a_notice_with_nothing_to_parse_still_has_a_record(
        self, cli: Runner, stand_in: StandIn, notice: Path
    ) -> None:
        stand_in(document(), ERROR, text="")
        result = cli("extract", str(notice))
        assert result.status == 1
        assert "plan" not in yaml.safe_load(result.text)


class TestClassified:
    def test_a_marked_notice_gives_no_record_when_so_asked(
        self, cli: Runner, stand_in: StandIn, notice: Path, tmp_path: Path
    ) -> None:
        stand_in(classified(), MARKED)
        out = tmp_path / "out.yaml"
        result = cli("extract", str(notice), "--refuse-classified", "-o", str(out), "--findings", "concise")
        assert (result.status, result.out, out.exists()) == (1, b"", False)
        assert "PP012 security-refused" in result.error
        assert "no record was written" in result.error

    def test_the_refusal_is_said_whatever_is_asked_of_findings_and_status(
        self, cli: Runner, stand_in: StandIn, notice: Path
    ) -> None:
        stand_in(classified(), MARKED)
        result = cli(
            "extract", str(notice), "--refuse-classified", "--findings", "none", "--fail-on", "never"
        )
        assert (result.status, result.out) == (1, b"")
        assert result.error == "planparse: no record was written (--refuse-classified).\n"

    def test_a_report_for_programs_holds_the_refusal_and_nothing_beside_it(
        self, cli: Runner, stand_in: StandIn, notice: Path
    ) -> None:
        stand_in(classified())
        result = cli("extract", str(notice), "--refuse-classified", "--findings", "json")
        assert (result.status, result.out) == (1, b"")
        assert [finding["code"] for finding in json.loads(result.error)] == ["PP012"]

    def test_without_a_mark_the_option_changes_nothing(
        self, cli: Runner, stand_in: StandIn, notice: Path
    ) -> None:
        stand_in(elderly_care())
        assert cli("extract", str(notice), "--refuse-classified") == cli("extract", str(notice))

    def test_without_the_option_a_marked_notice_is_converted(
        self, cli: Runner, stand_in: StandIn, notice: Path
    ) -> None:
        stand_in(classified(), MARKED)
        result = cli("extract", str(notice))
        assert result.status == 0
        assert result.text.startswith("schema_version: ")


class TestRules:
    def test_a_bad_pack_is_reported_by_file_and_line(
        self, cli: Runner, stand_in: StandIn, notice: Path, tmp_path: Path
    ) -> None:
        calls = stand_in(elderly_care())
        folder = tmp_path / "rules"
        folder.mkdir()
        (folder / "mine.yaml").write_text("- id: mine.words\n  words: [甲\n", encoding="utf-8")
        result = cli("extract", str(notice), "--rules", str(folder))
        assert (result.status, result.out, calls) == (2, b"", [])
        first, second, *_ = result.error.splitlines()
        assert first == "planparse: The rule pack is not valid; nothing was processed:"
        assert second.startswith(f"{folder}/mine.yaml:")


class TestWholePipeline:
    """The command as users run it, from file to record."""

    def test_a_notice_becomes_a_record(self, process: Process, notice: Path, tmp_path: Path) -> None:
        out = tmp_path / "out.yaml"
        done = process("extract", str(notice), "-o", str(out))
        assert (done.returncode, done.stdout) == (0, b"")
        record = yaml.safe_load(out.read_text(encoding="utf-8"))
        assert record["notice"]["document_number"]["text"] == "临澜政办发〔2024〕12号"
        assert record["plan"]["title"] == "临澜市养老托育服务提升行动计划"
        [section] = record["plan"]["sections"]
        assert [measure["title"] for measure in section["measures"]] == ["建设社区食堂", "培训护理人员"]
        assert [group["role"] for group in section["measures"][0]["responsibilities"]] == ["lead", "support"]

    def test_file_and_standard_input_give_the_same_plan(self, process: Process, notice: Path) -> None:
        from_file = process("extract", str(notice), "-f", "json", "--findings", "none")
        from_input = process("extract", "-", "-f", "json", "--findings", "none", input=notice.read_bytes())
        assert json.loads(from_file.stdout)["plan"] == json.loads(from_input.stdout)["plan"]

    @pytest.mark.parametrize(
        ("data", "code"),
        [(b"", "PP001"), (b"\x89PNG\r\n\x1a\n" + bytes(64), "PP003"), (b" \n\t\n", "PP010")],
        ids=["empty", "picture", "blank"],
    )
    def test_what_is_no_notice_ends_with_a_finding_and_status_1(
        self, process: Process, tmp_path: Path, data: bytes, code: str
    ) -> None:
        path = tmp_path / "x.txt"
        path.write_bytes(data)
        done = process("extract", str(path), "--findings", "concise")
        assert done.returncode == 1
        assert f"error {code}" in done.stderr.decode()

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
    def test_a_file_name_in_another_encoding(self, process: Process, tmp_path: Path) -> None:
        path = os.fsencode(tmp_path) + b"/\xcd\xa8\xd6\xaa.txt"
        with open(path, "wb") as file:
            file.write(NOTICE.encode())
        done = process("extract", os.fsdecode(path), "--findings", "concise", "--fail-on", "never")
        assert done.returncode == 0
        assert "临澜市养老托育服务提升行动计划" in done.stdout.decode("utf-8")
