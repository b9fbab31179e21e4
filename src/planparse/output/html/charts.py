"""Pictures of figures as SVG inside a page: no script, no style of their own, colours by class.

drawsvg escapes text, not attributes: what comes from a notice is drawn as text or title only, and
attributes are numbers and words of this program.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import drawsvg

from planparse.findings.visible import columns, visible
from planparse.output.html.layout import Pair, two_columns
from planparse.output.html.markup import Html, text

_LETTER = 14.0  # height of a letter: a Chinese character is as wide, two columns
_ROW = 26.0
_BETWEEN = 220.0  # the columns of a network
_WIDEST_LABEL = 34  # columns
_COLUMN = 30.0
_TALLEST = 110.0


def bar(shares: Sequence[tuple[str, int]], most: int) -> Html:
    """One bar made of shares, each (class, value); the whole width stands for `most`."""
    drawing = _drawing(100, 10, "bar", preserveAspectRatio="none", **{"aria-hidden": "true"})
    start = 0.0
    for name, value in shares:
        width = 100 * value / most
        drawing.append(drawsvg.Rectangle(_round(start), 0, _round(width), 10, class_=name))
        start += width
    return _svg(drawing)


class _Scale(NamedTuple):
    """Columns of a time line: how many months one takes."""

    months: int
    first: int

    @classmethod
    def of(cls, dates: Sequence[dt.date]) -> _Scale:
        """Months where they are few, else quarters, else years."""
        first, last = _month(min(dates)), _month(max(dates))
        months = next((each for each in (1, 3) if (last - first) // each < 36), 12)
        return cls(months, first // months)

    def column(self, date: dt.date) -> int:
        return _month(date) // self.months - self.first

    def label(self, column: int) -> str:
        year, month = divmod((self.first + column) * self.months, 12)
        return {1: str(month + 1), 3: f"Q{month // 3 + 1}", 12: str(year)}[self.months]

    def year(self, column: int) -> str:
        """The year, at its first column."""
        year, month = divmod((self.first + column) * self.months, 12)
        return str(year) if self.months < 12 and (column == 0 or month == 0) else ""


def time_line(dates: Mapping[str, Sequence[dt.date]], label: str) -> Html:
    """A column for each month (quarter, year) with what is due in it; shares have the class of their kind."""
    every = [date for of_kind in dates.values() for date in of_kind]
    scale = _Scale.of(every)
    totals = Counter(map(scale.column, every))
    last = max(totals)
    drawing = _drawing((last + 1) * _COLUMN + 8, _TALLEST + 62, "time-line", label=label)
    base = _TALLEST + 18
    drawing.append(drawsvg.Line(0, base, (last + 1) * _COLUMN + 8, base, class_="axis"))
    height = _TALLEST / max(totals.values())
    tops = dict.fromkeys(totals, base)
    for kind, of_kind in dates.items():
        for column, count in sorted(Counter(map(scale.column, of_kind)).items()):
            tops[column] -= count * height
            drawing.append(_rectangle(column * _COLUMN + 7, tops[column], _COLUMN - 6, count * height, kind))
    for column in range(last + 1):
        middle = column * _COLUMN + 4 + _COLUMN / 2
        if column in totals:
            drawing.append(_text(str(totals[column]), middle, tops[column] - 5, "middle"))
        drawing.append(_text(scale.label(column), middle, base + 16, "middle", "tick"))
        if year := scale.year(column):
            drawing.append(_text(year, middle, base + 34, "middle", "year"))
    return _svg(drawing)


def network(pairs: Mapping[Pair, int], label: str) -> Html:
    """Who leads on the left, who takes part on the right; a line is as strong as the measures they share."""
    lefts, rights = two_columns(pairs)
    labels = {name: _shortened(name) for name in (*lefts, *rights)}
    margin = max(columns(shown) for shown in labels.values()) * _LETTER / 2 + 14
    height = _ROW * max(len(lefts), len(rights)) + 10
    y_left, y_right = _spread(lefts, height), _spread(rights, height)
    drawing = _drawing(2 * margin + _BETWEEN, height, "network", label=label)
    most = max(pairs.values())
    for (left, right), count in sorted(pairs.items(), key=lambda item: (item[1], item[0])):
        line = _curve(margin, y_left[left], margin + _BETWEEN, y_right[right], 1 + 5 * count / most)
        line.append_title(visible(f"{left} → {right}: {count}"))
        drawing.append(line)
    for name, y in y_left.items():
        drawing.append(_text(labels[name], margin - 8, y + 5, "end", title=name))
    for name, y in y_right.items():
        drawing.append(_text(labels[name], margin + _BETWEEN + 8, y + 5, "start", title=name))
    return _svg(drawing)


def _month(date: dt.date) -> int:
    return date.year * 12 + date.month - 1


def _spread(names: Sequence[str], height: float) -> dict[str, float]:
    """Heights of names, evenly over the column."""
    step = height / len(names)
    return {name: _round(step * (place + 0.5)) for place, name in enumerate(names)}


def _shortened(name: str) -> str:
    name = visible(name)
    if columns(name) <= _WIDEST_LABEL:
        return name
    while columns(name) >= _WIDEST_LABEL:
        name = name[:-1]
    return name + "…"


def _drawing(width: float, height: float, name: str, label: str = "", **more: Any) -> Any:
    if label:
        more |= {"role": "img", "aria-label": text(label)}
    return drawsvg.Drawing(_round(width), _round(height), class_=name, **more)


def _rectangle(x: float, y: float, width: float, height: float, name: str) -> Any:
    return drawsvg.Rectangle(_round(x), _round(y), _round(width), _round(height), class_=name)


def _curve(x1: float, y1: float, x2: float, y2: float, width: float) -> Any:
    middle = _round((x1 + x2) / 2)
    path = f"M{_round(x1)},{y1} C{middle},{y1} {middle},{y2} {_round(x2)},{y2}"
    return drawsvg.Path(path, class_="edge", stroke_width=_round(width))


def _text(shown: str, x: float, y: float, anchor: str, name: str = "", title: str = "") -> Any:
    element = drawsvg.Text(shown, _LETTER, _round(x), _round(y), text_anchor=anchor, class_=name or "name")
    if title and title != shown:
        element.append_title(visible(title))
    return element


def _round(value: float) -> float:
    return round(value, 1)


def _svg(drawing: Any) -> Html:
    return Html(drawing.as_svg(header=""))
