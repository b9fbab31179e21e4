"""A PDF file in the worker process: its pages as lines, and the text that they make."""

from __future__ import annotations

from typing import Any

import pypdfium2 as wrapper
import pypdfium2.raw as pdfium

from planparse.intake.pdf.text_layer import read_text_layer
from planparse.intake.reflow.model import Page
from planparse.intake.reflow.order import in_order
from planparse.intake.reflow.text import made_text
from planparse.intake.unreadable import Unreadable

_MOST_PAGES = 1_000
_MOST_CHARACTERS = 2_000_000
_FEW_CHARACTERS = 40  # on a page, below which its pictures are looked for


def work(data: bytes) -> dict[str, Any]:
    """The text with its marks and notes, as plain data. Raises Unreadable."""
    document = _opened(data)
    try:
        pages, slanted = _pages(document)
    finally:
        document.close()
    return made_text(pages, slanted)


def _opened(data: bytes) -> Any:
    try:
        return wrapper.PdfDocument(data)
    except wrapper.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
            raise Unreadable("PP020") from None
        raise Unreadable("PP021", detail=str(error)) from None


def _pages(document: Any) -> tuple[list[Page], int]:
    count = len(document)
    if count > _MOST_PAGES:
        raise Unreadable("PP022", what="pages", limit=_MOST_PAGES)
    pages, slanted, characters = [], 0, 0
    for number in range(1, count + 1):
        page, leaning = _page(document, number)
        pages.append(page)
        slanted += leaning
        characters += sum(len(line.text) for line in page.lines)
        if characters > _MOST_CHARACTERS:
            raise Unreadable("PP022", what="characters", limit=_MOST_CHARACTERS)
    return pages, slanted


def _page(document: Any, number: int) -> tuple[Page, int]:
    """One page, and how many lines lean; one that cannot be loaded is an empty page."""
    try:
        page = document[number - 1]
    except wrapper.PdfiumError:
        return Page(number, 0.0, 0.0, []), 0
    try:
        layer = read_text_layer(page, number)
        few = sum(len(line.text) for line in layer.lines) < _FEW_CHARACTERS
        images = few and _has_images(page)
        lines = in_order(layer.lines, layer.width)
        return Page(number, layer.width, layer.height, lines, images), layer.slanted
    finally:
        page.close()


def _has_images(page: Any) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
