"""The words of tables: roles, origins, comparisons, dates and targets as an office writes them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final, NamedTuple

from planparse.records import Quantity, Target

ROLES: Final = {
    "lead": "牵头",
    "responsible": "责任",
    "support": "配合",
    "oversight": "指导监督",
    "unspecified": "未写明分工",
}
KINDS: Final = {
    "department": "部门",
    "party": "党委机构",
    "government": "政府",
    "collective": "统称",
    "task_force": "专班、领导小组",
    "vertical": "垂直管理机构",
    "enterprise": "企业",
    "other": "其他",
}
OWNER_ORIGINS: Final = {"own": "本条", "section": "上级标题", "convention": "文中约定"}
DUE_ORIGINS: Final = {"sentence": "本句", "own": "本条", "section": "上级标题", "period": "计划期"}
# Words, not signs: a cell that begins with = reads as a formula to some programs.
COMPARATORS: Final = {
    ">=": "不低于",
    "<=": "不高于",
    ">": "高于",
    "<": "低于",
    "~": "约",
    "=": "等于",
    "range": "区间",
    "ratio": "比例",
}
BASES: Final = {"increment": "新增", "level": "达到"}
STRENGTHS: Final = {"binding": "确保", "plain": "一般", "aspirational": "力争", "encouraged": "鼓励"}
PREAMBLE: Final = "前言"
CLOSING: Final = "结尾"

_SCALES = (("万亿", 10**12), ("亿", 10**8), ("万", 10**4))


def date_words(date: dt.date) -> str:
    """`2022年底`, `2022年8月底`, `2022年8月5日`."""
    if (date.month, date.day) == (12, 31):
        return f"{date.year}年底"
    if date < dt.date.max and (date + dt.timedelta(days=1)).month != date.month:
        return f"{date.year}年{date.month}月底"
    return f"{date.year}年{date.month}月{date.day}日"


def target_words(target: Target, due: dt.date | None) -> str:
    """`新建5G基站40个`, `覆盖率达到90%`; with its date where that is not the measure's `due`."""
    parts = [target.indicator or "", target.text]
    if target.action and target.action not in target.text:
        parts.insert(0, target.action)
    notes = []
    if target.baseline is not None:
        notes.append(f"基期{number_words(target.baseline)}")
    if target.due and target.due != due:
        notes.append(f"{date_words(target.due)}前")
    return _joined(parts) + (f"（{'，'.join(notes)}）" if notes else "")


def _joined(parts: list[str]) -> str:
    """Parts side by side; a colon keeps two numbers or Latin words from running into one."""
    text = ""
    for part in parts:
        clash = text and part and text[-1].isascii() and part[0].isascii()
        text += f"：{part}" if clash else part
    return text


def number_words(number: int | Decimal) -> str:
    return str(number) if isinstance(number, int) else format(number, "f")


class Scaled(NamedTuple):
    """A quantity in the scale of its text. `amount` is text for a range or ratio, None without a value."""

    amount: int | Decimal | str | None
    baseline: int | Decimal | None
    unit: str


def scaled(quantity: Quantity) -> Scaled:
    """12000000000 元 is 120 亿元 where the text says so."""
    unit = quantity.unit or ""
    if quantity.ratio:
        return Scaled("：".join(map(number_words, quantity.ratio)), None, unit)
    scale, factor = next(((s, f) for s, f in _SCALES if unit and s + unit in quantity.text), ("", 1))
    value, most, baseline = (
        None if number is None else _divided(number, factor)
        for number in (quantity.value, quantity.value_max, quantity.baseline)
    )
    if value is None or most is None:
        return Scaled(value, baseline, scale + unit)
    return Scaled(f"{number_words(value)}—{number_words(most)}", baseline, scale + unit)


def _divided(number: int | Decimal, factor: int) -> int | Decimal:
    if factor == 1:
        return number
    exact = Decimal(number) / factor
    return int(exact) if exact == exact.to_integral_value() else exact.normalize()
