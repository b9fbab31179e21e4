"""XML and HTML parsed within limits: no entity, no document type, no network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planparse.intake.unreadable import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_TAGS = 300_000  # an element takes some 300 bytes in memory; a long notice has 20,000
MOST_PAGE_TAGS = 150_000  # of a web page; portals have some thousands
_MOST_CHARACTERS = 5_000_000  # of a web page
_DOCTYPE = b"<!DOCTYPE"
_XML_MARK = r"\A\s*<\?xml[^>]*>"
# Formatting inside a paragraph: pages that never close it nest it without end.
_INLINE = r"(?i)</?(?:span|font|b|strong|i|em|u|a|o:p|st1:[a-z]+)(?:\s[^<>]*)?>"


def parse_xml(data: bytes, most_tags: int = MOST_TAGS) -> _Element:
    """The root element of an XML part. Raises Unreadable."""
    from lxml import etree

    _check_tags(data.count(b"<"), most_tags)
    if _DOCTYPE in data:
        raise Unreadable("PP023")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_RESOURCE_LIMIT and "depth" in str(error):
            raise Unreadable("PP022", what="depth", limit=_DEPTH) from None
        raise Unreadable("PP021", detail=str(error)) from None
    if root.getroottree().docinfo.internalDTD is not None:  # written in UTF-16
        raise Unreadable("PP023")
    return root


def parse_html(text: str) -> _Element | None:
    """The root element of a page, None where it has none. Raises Unreadable where it nests too deep."""
    _check_tags(text.count("<"), MOST_PAGE_TAGS)
    if len(text) > _MOST_CHARACTERS:
        raise Unreadable("PP022", what="characters", limit=_MOST_CHARACTERS)
    text = re.sub(_XML_MARK, "", text).replace("\0", " ")
    root, whole = _html_tree(text)
    if not whole:
        root, whole = _html_tree(re.sub(_INLINE, "", text))
    if not whole:
        raise Unreadable("PP022", what="depth", limit=_DEPTH)
    return root


_DEPTH = 256  # what the parser accepts; it drops the text inside deeper elements


def _html_tree(text: str) -> tuple[_Element | None, bool]:
    """The tree, and whether it holds all of the text."""
    from lxml import etree

    # Told the encoding, the parser does not look for a meta tag that says another.
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):  # nothing but comments
        return None, True
    resources = etree.ErrorTypes.ERR_RESOURCE_LIMIT
    return root, all(entry.type != resources for entry in parser.error_log)


def _check_tags(count: int, most: int) -> None:
    if count > most:
        raise Unreadable("PP022", what="tags", limit=most)
