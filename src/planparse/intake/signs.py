"""Signs of symbol fonts, which files name by the font's own code."""

from __future__ import annotations

_PRIVATE_USE = range(0xF000, 0xF100)
_UNKNOWN = "\ufffd"
# The signs that forms and lists of offices use; a code of other fonts is a character as it stands.
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0xA1: "○", 0xA7: "▪", 0xA8: "□",
    0xB2: "☆", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x2A: "□", 0xA3: "□"}
_SYMBOL = {
    0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBB: "≈",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def sign(code: str | None, font: str | None) -> str:
    """The character of a hexadecimal code in a font; U+FFFD where it is not known."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    if not 0 < number < 0xD800 and number not in range(0xE000, 0x110000):
        return ""
    table = _FONTS.get((font or "").lower())
    if table is not None:
        return table.get(number & 0xFF, _UNKNOWN)
    if number in _PRIVATE_USE:
        return chr(number & 0xFF) if 0x20 <= number & 0xFF < 0x7F else _UNKNOWN
    return chr(number)
