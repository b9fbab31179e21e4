"""Chinese and Arabic numerals, exactly: whole numbers as int, others as Decimal, never a float.

Both functions answer None for what is not one well-formed number, and for anything
longer than 40 characters, so that a wall of digits costs nothing.
"""

from __future__ import annotations

from decimal import Context, Decimal

_LONGEST = 40
_EXACT = Context(prec=4 * _LONGEST)  # the default context would round products of long figures

# 二О二二 with a letter or a circle for the zero is common in typed notices.
_DIGITS = {
    **dict.fromkeys("零〇○◯OoОＯ", 0),
    **dict.fromkeys("一壹", 1), **dict.fromkeys("二两贰", 2), **dict.fromkeys("三叁", 3),
    **dict.fromkeys("四肆", 4), **dict.fromkeys("五伍", 5), **dict.fromkeys("六陆", 6),
    **dict.fromkeys("七柒", 7), **dict.fromkeys("八捌", 8), **dict.fromkeys("九玖", 9),
}  # fmt: skip
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_TENS = {"廿": "二十", "卅": "三十"}
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


def parse_int(text: str) -> int | None:
    """The whole number that `text` writes: 12, １２, 二十一, 一百零三, 一○三, 廿三, 三千万; else None."""
    if not text or len(text) > _LONGEST:
        return None
    digit = _DIGITS.get(text)
    if digit is not None:
        return digit if text not in "OoОＯ" else None
    if text.isascii():
        return int(text) if text.isdigit() else None
    folded = text.translate(_FULL_WIDTH)
    if folded.isascii():
        return int(folded) if folded.isdigit() else None
    return _chinese(folded)


def parse_number(text: str) -> int | Decimal | None:
    """The number that `text` writes, 万 and 亿 multiplied out: 3.6, 1,234, 三点五, 3600万, 1.2亿, 5千.

    Whole values come as int, others as Decimal. Blanks between figure and unit are allowed.
    Fractions (五分之一, 一半) are not numbers here: the caller knows what they are a part of.
    """
    if not text or len(text) > _LONGEST:
        return None
    folded = "".join(text.translate(_FULL_WIDTH).split())
    if folded.isascii():
        return _arabic(folded)
    if folded[0] in "0123456789":
        return _mixed(folded)
    if "点" in folded:
        return _chinese_decimal(folded)
    return _chinese(folded)


def _arabic(text: str) -> int | Decimal | None:
    """1234, 1,234 or 3.6. A comma counts only between groups of three."""
    whole, point, decimals = text.partition(".")
    if "," in whole:
        head, *groups = whole.split(",")
        if not 1 <= len(head) <= 3 or any(len(group) != 3 for group in groups):
            return None
        whole = head + "".join(groups)
    if not (whole.isascii() and whole.isdigit()):
        return None
    if not point:
        return int(whole)
    if not (decimals.isascii() and decimals.isdigit()):
        return None
    return _exact(Decimal(f"{whole}.{decimals}"))


def _mixed(text: str) -> int | Decimal | None:
    """Figures with units, the larger first: 3600万, 1.2亿, 3百万, 1亿2000万."""
    total: int | Decimal = 0
    room: int | None = None
    at = 0
    while at < len(text):
        figures = at
        while at < len(text) and text[at] in "0123456789.,":
            at += 1
        value = _arabic(text[figures:at])
        if value is None:
            return None
        scale = 1
        while at < len(text) and text[at] in _MULTIPLIERS:
            scale *= _MULTIPLIERS[text[at]]
            at += 1
        value = _exact(_EXACT.multiply(Decimal(value), scale))
        if room is not None and value >= room:
            return None
        total, room = _EXACT.add(Decimal(total), value), scale
    return _exact(total)


def _chinese_decimal(text: str) -> int | Decimal | None:
    """三点五, 一点二亿."""
    body = text.rstrip("万亿")
    scale = 1
    for character in text[len(body) :]:
        scale *= _MULTIPLIERS[character]
    whole, _, decimals = body.partition("点")
    value = _chinese(whole)
    digits = [_DIGITS.get(character) for character in decimals]
    if value is None or not digits or None in digits:
        return None
    return _exact(_EXACT.multiply(Decimal(f"{value}.{''.join(map(str, digits))}"), scale))


def _exact(value: int | Decimal) -> int | Decimal:
    whole = int(value)
    return whole if whole == value else value


def _chinese(text: str) -> int | None:
    """A number in Chinese characters: digit by digit (二〇二二) or with units (二千零二十二)."""
    if not text:
        return None
    for short, long in _TENS.items():
        text = text.replace(short, long)
    digits = [_DIGITS.get(character) for character in text]
    if None not in digits:
        return int("".join(map(str, digits))) if len(text) > 1 or text not in "OoОＯ" else None
    for unit, value in (("亿", 100_000_000), ("万", 10_000)):
        head, found, tail = text.rpartition(unit)
        if found:
            return _scaled(head, value, tail)
    return _below_ten_thousand(text)


def _scaled(head: str, scale: int, tail: str) -> int | None:
    """`head` times 万 or 亿, and what follows: 三千万, 一万零五, 三万五 (35,000)."""
    high = _chinese(head)
    if high is None:
        return None
    if not tail:
        return high * scale
    if tail in _DIGITS:
        return high * scale + _DIGITS[tail] * scale // 10
    low = _chinese(tail.lstrip("零〇"))
    return None if low is None or low >= scale else high * scale + low


def _below_ten_thousand(text: str) -> int | None:
    """Units in falling order, each with its digit: 十二, 一百零三, 二千三百四十, 一百一 (110)."""
    total, room = 0, 10_000
    digit: int | None = None
    after_zero = False
    for place, character in enumerate(text):
        unit = _UNITS.get(character)
        if unit is None:
            value = _DIGITS.get(character)
            if value is None or digit is not None:
                return None
            if value == 0:
                after_zero = True
            else:
                digit = value
            continue
        if unit >= room or (digit is None and (unit != 10 or place)):
            return None
        total, room = total + (digit or 1) * unit, unit
        digit, after_zero = None, False
    if digit is None:
        return None if after_zero else total
    return total + (digit * room // 10 if room > 10 and not after_zero else digit)
