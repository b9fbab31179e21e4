"""A printed sheet as LibreOffice lays it out: each row is at least as high as its text."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from planparse.output import xlsx
from planparse.output.grid import Source
from planparse.output.template import shipped
from planparse.pipeline import analyse_bytes

SAMPLES = Path(__file__).parents[2] / "samples"
HEADER = 3
OPTIMAL = '<style:table-row-properties style:use-optimal-row-height="true" '


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Convert a file; skips where LibreOffice Calc is not there."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")

    def convert(path: Path, ending: str) -> Path:
        options = ["--headless", f"-env:UserInstallation=file://{folder}/profile"]
        command = [program, *options, "--convert-to", ending, "--outdir", str(folder), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        made = folder / f"{path.stem}.{ending}"
        if not made.exists():
            pytest.skip("LibreOffice has no Calc")
        return made

    return convert


@pytest.mark.parametrize("layout", ["tasks", "ledger"])
def test_no_text_is_cut(office: Any, tmp_path: Path, layout: Any) -> None:
    name = "services-plan-city.txt"
    analysis = analyse_bytes((SAMPLES / name).read_bytes(), name=name)
    data = xlsx.write(shipped(layout), [Source(analysis.document, analysis.text)])
    path = tmp_path / "table.xlsx"
    path.write_bytes(data)
    # Rows without a height are given the one that LibreOffice thinks best.
    flat = office(path, "fods")
    without = re.sub(
        r'style:row-height="[^"]*" ?|style:use-optimal-row-height="[^"]*" ?', "", flat.read_text("utf-8")
    )
    free = tmp_path / "free.fods"
    free.write_text(without.replace("<style:table-row-properties ", OPTIMAL), "utf-8")
    best = load_workbook(office(free, "xlsx")).worksheets[0]
    ours = load_workbook(io.BytesIO(data)).worksheets[0]
    pairs = [
        (ours.row_dimensions[row].height, best.row_dimensions[row].height)
        for row in range(HEADER, ours.max_row + 1)
    ]
    assert len(pairs) > 19
    assert max(height for _, height in pairs) > 20  # it did think
    assert [(mine, theirs) for mine, theirs in pairs if mine < theirs] == []
