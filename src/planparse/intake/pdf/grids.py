"""Tables from ruled lines: which lines cross, and which of their cells are one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from planparse.intake.pdf.rulings import Ruling, Rulings

_NEAR = 3.0  # points, within which lines meet, and two of them are one
_MOST_LINES = 400  # of one page in either direction
_MOST_CELLS = 5_000


class Grid(NamedTuple):
    """A table: the places of its lines from left to right and from top to bottom, and for each cell,
    row by row, the number of the cell that it is one with."""

    columns: list[float]
    rows: list[float]
    cells: list[int]

    def cell_at(self, x: float, y: float) -> int | None:
        """The number of the cell at a place, None outside the table."""
        column, row = bisect_right(self.columns, x) - 1, bisect_right(self.rows, y) - 1
        width = len(self.columns) - 1
        if not (0 <= column < width and 0 <= row < len(self.rows) - 1):
            return None
        return self.cells[row * width + column]


def grids(rulings: Rulings) -> list[Grid]:
    """The tables of a page that have more than one column and more than one row, from top to bottom."""
    across, down = _merged(rulings.across), _merged(rulings.down)
    if min(len(across), len(down)) < 3 or max(len(across), len(down)) > _MOST_LINES:
        return []
    found = []
    for rows, columns in _crossing(across, down):
        grid = _grid(rows, columns)
        if grid is not None:
            found.append(grid)
    return sorted(found, key=lambda grid: grid.rows[0])


def _merged(lines: list[Ruling]) -> list[Ruling]:
    """Pieces that lie on one another or go on where another ends, as one line."""
    found: list[Ruling] = []
    for line in sorted(lines):
        for place in range(len(found) - 1, -1, -1):
            other = found[place]
            if line.place - other.place > _NEAR:
                found.append(line)
                break
            if line.start <= other.end + _NEAR and other.start <= line.end + _NEAR:
                found[place] = Ruling(other.place, min(other.start, line.start), max(other.end, line.end))
                break
        else:
            found.append(line)
        if len(found) > 2 * _MOST_LINES:
            return found
    return found


def _meet(across: Ruling, down: Ruling) -> bool:
    reaches = across.start - _NEAR <= down.place <= across.end + _NEAR
    return reaches and down.start - _NEAR <= across.place <= down.end + _NEAR


def _crossing(across: list[Ruling], down: list[Ruling]) -> Iterable[tuple[list[Ruling], list[Ruling]]]:
    """Groups of lines that hang together, as (lines across, lines down)."""
    left_across, left_down = set(across), set(down)
    while left_across:
        rows, columns = [left_across.pop()], list[Ruling]()
        waiting: list[tuple[Ruling, bool]] = [(rows[0], True)]
        while waiting:
            line, is_across = waiting.pop()
            if is_across:
                met = {other for other in left_down if _meet(line, other)}
                left_down -= met
                columns += met
            else:
                met = {other for other in left_across if _meet(other, line)}
                left_across -= met
                rows += met
            waiting += [(other, not is_across) for other in met]
        yield rows, columns


def _grid(across: list[Ruling], down: list[Ruling]) -> Grid | None:
    rows, columns = _places(across), _places(down)
    height, width = len(rows) - 1, len(columns) - 1
    if height < 2 or width < 2 or height * width > _MOST_CELLS:
        return None
    cells = list(range(height * width))
    for number in range(height * width):
        row, column = divmod(number, width)
        x, y = (columns[column] + columns[column + 1]) / 2, (rows[row] + rows[row + 1]) / 2
        if column + 1 < width and not _is_drawn(down, columns[column + 1], y):
            _unite(cells, number, number + 1)
        if row + 1 < height and not _is_drawn(across, rows[row + 1], x):
            _unite(cells, number, number + width)
    cells = [_first(cells, number) for number in cells]
    return Grid(columns, rows, cells) if len(set(cells)) > max(height, width) else None


def _places(lines: list[Ruling]) -> list[float]:
    found: list[float] = []
    for place in sorted(line.place for line in lines):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _is_drawn(lines: list[Ruling], place: float, along: float) -> bool:
    return any(abs(line.place - place) <= _NEAR and line.start <= along <= line.end for line in lines)


def _unite(cells: list[int], one: int, other: int) -> None:
    one, other = _first(cells, one), _first(cells, other)
    cells[max(one, other)] = min(one, other)


def _first(cells: list[int], number: int) -> int:
    while cells[number] != number:
        cells[number] = cells[cells[number]]
        number = cells[number]
    return number
