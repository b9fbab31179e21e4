"""Draws docs/show.svg: what `planparse show` prints for a sample, as a picture for the README.

.venv/bin/python docs/make_show_svg.py
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

from planparse.cli.show import _tree
from planparse.pipeline import extract_file

ROOT = Path(__file__).parents[1]
LINES = 34


def main() -> None:
    document = extract_file(ROOT / "samples" / "services-plan-city.txt")
    console = Console(record=True, width=118, file=io.StringIO(), force_terminal=True, height=LINES)
    console.print(_tree(document, "zh"))
    text = console.export_text(styles=True, clear=False)
    shown = Console(record=True, width=118, file=io.StringIO(), force_terminal=True)
    for line in text.splitlines()[:LINES]:
        shown.print(Text.from_ansi(line), soft_wrap=True)
    svg = shown.export_svg(title="planparse show samples/services-plan-city.txt")
    # The picture must not load anything: fonts of the reader's own, no addresses.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL).replace("Fira Code, monospace", "monospace")
    # Its text lengths count a wide character as one column and would squeeze Chinese text.
    svg = re.sub(r' textLength="[^"]*"', "", svg)
    (ROOT / "docs" / "show.svg").write_text(svg, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
