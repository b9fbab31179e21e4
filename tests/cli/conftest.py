"""How the tests run the command line: in this process, on bytes, with a language of their choice."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from planparse.cli.main import main
from planparse.findings.model import Finding, Findings

SOURCE = Path(__file__).parents[2] / "src"

NOTICE = """\
临澜市人民政府办公室关于印发临澜市养老托育服务提升行动计划的通知
临澜政办发〔2024〕12号

各县（区）人民政府，市直各有关单位：

《临澜市养老托育服务提升行动计划》已经市政府同意，现印发给你们，请认真组织实施。

临澜市人民政府办公室
2024年3月5日

临澜市养老托育服务提升行动计划

一、增加服务供给
1.建设社区食堂。2024年底前新建社区食堂20个以上，方便老人就近用餐。（市民政局牵头，市财政局配合）
2.培训护理人员。全年培训护理人员300人次，提高照护水平。（市人社局负责）
"""


@dataclass(frozen=True)
class Result:
    status: int
    out: bytes
    error: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")


Runner = Callable[..., Result]
StandIn = Callable[..., list[dict[str, Any]]]
Process = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Run `planparse ARGUMENTS` in this process, both streams redirected."""

    def run(*arguments: str, stdin: bytes = b"", lang: str = "en") -> Result:
        out, error = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as patch:
            patch.setenv("PLANPARSE_LANG", lang)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="ascii"))
            patch.setattr(sys, "stderr", io.TextIOWrapper(error, encoding="ascii"))
            status = main(arguments)
            return Result(status, out.getvalue(), error.getvalue().decode("utf-8"))

    return run


@pytest.fixture
def process() -> Process:
    """Run `planparse ARGUMENTS` as a process of its own."""

    def run(
        *arguments: str, environment: Mapping[str, str] | None = None, **more: Any
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            command_line(*arguments),
            env={**os.environ, "PYTHONPATH": str(SOURCE), "PLANPARSE_LANG": "en", **(environment or {})},
            check=False,
            **{"capture_output": True, "timeout": 60, **more},
        )

    return run


def command_line(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from planparse.cli.main import run; run()", *arguments]


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "通知.txt"
    path.write_text(NOTICE, encoding="utf-8")
    return path


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Replace the pipeline by one that answers with the given document and findings.

    Returns the list of the calls it gets.
    """

    def install(document: Any, *found: Finding, text: str = NOTICE) -> list[dict[str, Any]]:
        calls: list[dict[str, Any]] = []

        def analyse_bytes(data: bytes, *, name: str, rules: Any, selection: Any = None) -> SimpleNamespace:
            calls.append({"data": data, "name": name, "rules": rules, "selection": selection})
            return SimpleNamespace(document=document, findings=Findings(list(found)), text=text, pages=())

        pipeline = SimpleNamespace(analyse_bytes=analyse_bytes)
        monkeypatch.setitem(sys.modules, "planparse.pipeline", pipeline)
        return calls

    return install
