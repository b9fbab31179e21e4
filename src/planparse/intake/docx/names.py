"""Names of WordprocessingML (ECMA-376 Part 1) and small questions about its elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT_MAIN = b"http://purl.oclc.org/ooxml/wordprocessingml/main"

W = f"{{{_MAIN}}}"
VAL = W + "val"
DRAWN_TEXT = "{urn:schemas-microsoft-com:vml}textpath"  # WordArt, in which letterheads are often drawn
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"

_OFF = frozenset(("0", "false", "off"))


def transitional(part: bytes) -> bytes:
    """A part with the namespace of the strict form written as the usual one."""
    return part.replace(_STRICT_MAIN, _MAIN.encode()) if _STRICT_MAIN in part else part


def value(parent: _Element | None, name: str) -> str | None:
    """The w:val of a child, None where there is no such child or value."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(VAL)


def number(parent: _Element | None, name: str) -> int | None:
    """The w:val of a child as a whole number, None where it is none."""
    return whole(value(parent, name))


def whole(text: str | None) -> int | None:
    try:
        return None if text is None or len(text) > 12 else int(text)
    except ValueError:
        return None


def is_on(parent: _Element | None, name: str) -> bool:
    """Whether a switch such as w:vanish is there and not turned off."""
    child = None if parent is None else parent.find(W + name)
    return child is not None and child.get(VAL) not in _OFF
