"""Draws docs/table-*.png: the first printed page of each layout, for docs/tables.md.

.venv/bin/python docs/make_table_pictures.py    (needs LibreOffice Calc and poppler's pdftoppm)
"""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from planparse.output import xlsx
from planparse.output.grid import Source
from planparse.output.table import Layout
from planparse.output.template import Fonts, shipped
from planparse.pipeline import analyse_bytes

ROOT = Path(__file__).parents[1]
SAMPLES: dict[Layout, str] = {
    "tasks": "services-plan-city.txt",
    "bodies": "services-plan-city.txt",
    "ledger": "digital-economy-county.txt",
    "targets": "services-plan-city.txt",
}
# Fonts that a computer without Office has.
FONTS = Fonts("Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Serif CJK SC")
DOTS_PER_INCH = {"A4": "66", "A3": "62"}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for layout, name in SAMPLES.items():
            template = replace(shipped(layout), fonts=FONTS)
            data = (ROOT / "samples" / name).read_bytes()
            analysis = analyse_bytes(data, name=name)
            book = Path(folder) / f"table-{layout}.xlsx"
            book.write_bytes(xlsx.write(template, [Source(analysis.document, analysis.text)]))
            office = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
            run(*office, "--convert-to", "pdf", "--outdir", folder, str(book))
            picture = str(ROOT / "docs" / book.stem)
            first_page = ["-f", "1", "-l", "1", "-singlefile", "-r", DOTS_PER_INCH[template.paper]]
            run("pdftoppm", "-png", *first_page, str(book.with_suffix(".pdf")), picture)


def run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main()
