"""A sample says the same as a copy out of a PDF file, a word processor or a web page has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from planparse import Document, extract

SAMPLES = Path(__file__).parents[2] / "samples"
# Not UTF-8, without lines to break, with a website's footer that no office breaks.
OTHERS = {"grain-safety-province.gbk.txt", "forms-flattened-city.txt", "forms-website-province.txt"}
NAMES = sorted(path.name for path in SAMPLES.glob("*.txt") if path.name not in OTHERS)
PARAGRAPH_INDENT = "\u3000\u3000"
WORD = re.compile("[0-9A-Za-z]{2}")
CLOSING = "，。、；：！？）》”"


def wrapped(text: str, width: int, indent: str) -> list[str]:
    """The lines of a text broken at `width` characters, where none begins with a mark that closes and no
    number is parted."""
    lines = [re.sub(" {3,}", "  ", line.strip()) for line in text.split("\n")]
    return [piece for line in lines for piece in _pieces(line, width, indent)]


def _pieces(line: str, width: int, indent: str) -> Iterator[str]:
    if not line:
        yield ""
        return
    line = indent + line
    while len(line) > width:
        cut = width
        while line[cut] in CLOSING or WORD.fullmatch(line, cut - 1, cut + 1):
            cut -= 1
        yield line[:cut]
        line = line[cut:]
    yield line


def paged(lines: list[str], page_number: Callable[[int], list[str]]) -> list[str]:
    """The lines with a page number below every twentieth."""
    pages = [lines[start : start + 20] for start in range(0, len(lines), 20)]
    return [line for number, page in enumerate(pages, 1) for line in (*page, *page_number(number))]


WRAPPED: dict[str, Callable[[str], list[str]]] = {
    "indented": lambda text: wrapped(text, 32, PARAGRAPH_INDENT),
    "wide": lambda text: wrapped(text, 45, PARAGRAPH_INDENT),
    "flush": lambda text: wrapped(text, 35, ""),
    "a blank line behind each": lambda text: [
        line for piece in wrapped(text, 32, PARAGRAPH_INDENT) for line in (piece, "")
    ],
    "numbered pages": lambda text: paged(
        wrapped(text, 30, PARAGRAPH_INDENT), lambda number: ["", f"— {number} —", ""]
    ),
    "bare page numbers": lambda text: paged(
        wrapped(text, 30, PARAGRAPH_INDENT), lambda number: [str(number), "\f"]
    ),
}

# A pattern, and what a converter or crawler puts in its place.
CONVERTED = {
    "blanks round digits and letters": (r"(?<=[一-龥])([0-9A-Za-z.%]+)(?=[一-龥])", r" \1 "),
    "blanks behind marks": (r"(?<=[，。、；])(?=[^\n])", " "),
    "zero-width characters behind marks": (r"(?<=[，。、：；（])", "\u200b"),
    "indents as references": (r"(?m)^[ \u3000]*(?=\S)", "&nbsp;&nbsp;&emsp;"),
    "breaks as tags": (r"(?m)(?<=\S)$", "<br/>"),
    "breaks as written in strings": (r"\n", r"\\r\\n"),
    "bullets": (r"(?m)^(?=[^\s\d-]|\d+[.、])", "- "),
    "escaped numbers": (r"(?m)^(\s*\d{1,3})\.(?!\d)", r"\1\\."),
}


# A sentence that ends where the line does may end its paragraph, too.
UNDECIDED = {("regulation-parking.txt", "flush")}


def content(document: Document) -> Any:
    """The plan without places and without the running text that line breaks may part otherwise."""
    return _content(document.to_dict(provenance=False)["plan"])


def _content(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: _content(entry) for key, entry in value.items() if key != "text" or "departments" in value
        }
    return [_content(entry) for entry in value] if isinstance(value, list) else value


@pytest.mark.parametrize("form", WRAPPED)
@pytest.mark.parametrize("name", NAMES)
def test_a_wrapped_sample_says_the_same(name: str, form: str) -> None:
    if (name, form) in UNDECIDED:
        pytest.skip("no width tells its paragraphs apart")
    text = (SAMPLES / name).read_text("utf-8")
    broken = extract("\n".join(WRAPPED[form](text)), name=name)
    assert content(broken) == content(extract(text, name=name))


@pytest.mark.parametrize("form", CONVERTED)
@pytest.mark.parametrize("name", NAMES)
def test_a_converted_sample_says_the_same(name: str, form: str) -> None:
    text = (SAMPLES / name).read_text("utf-8")
    converted = re.sub(*CONVERTED[form], text)
    assert content(extract(converted, name=name)) == content(extract(text, name=name))
