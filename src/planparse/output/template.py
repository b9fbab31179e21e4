"""Templates of tables: which columns, under which titles, how wide. YAML that a user can copy.

The shipped ones stand in `templates/`. A column names a field of its layout's rows; one
without a field is left blank, to be filled in by hand.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from planparse.output.table import LAYOUTS, Layout, field_names
from planparse.rulepack.reading import Path as Place
from planparse.rulepack.reading import Tree, read_yaml

Align = Literal["left", "center", "right"]
Entry = Literal["text", "date", "percent"]
Paper = Literal["A4", "A3"]
Colour = Literal["green", "blue", "yellow", "orange", "red", "grey"]

FOLDER = Path(__file__).with_name("templates")

_WIDEST = 120
_MOST_COLUMNS = 100
_LONGEST_LIST = 255  # characters of the choices of a cell, commas included: Excel's limit


@dataclass(frozen=True, slots=True)
class Reminder:
    """A date is coloured when it is near or past, until the row's `column` holds one of `done`."""

    days: int
    column: str
    done: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in columns of which a Chinese character takes two.

    `merge` joins equal cells below each other where the table is printed; `optional` leaves
    the column out where no row has a value. The rest is for what people fill in.
    """

    title: str
    field: str = ""
    width: float = 10
    align: Align = "left"
    merge: bool = False
    optional: bool = False
    entry: Entry = "text"
    choices: tuple[str, ...] = ()
    colours: Mapping[str, Colour] = dataclasses.field(default_factory=dict)
    remind: Reminder | None = None


@dataclass(frozen=True, slots=True)
class Fonts:
    """One name each: spreadsheets know no lists, and fall back by themselves."""

    title: str = "方正小标宋简体"
    heading: str = "黑体"
    body: str = "仿宋"


@dataclass(frozen=True, slots=True)
class Template:
    """`columns` are printed; `more` follow them where the table is data."""

    layout: Layout
    name: str
    columns: tuple[Column, ...]
    more: tuple[Column, ...] = ()
    paper: Paper = "A4"
    fonts: Fonts = Fonts()


class Mistake(NamedTuple):
    """One mistake in a template. `kind` names its message; `line` counts from 1."""

    line: int
    kind: Literal[
        "yaml",
        "mapping",
        "text",
        "texts",
        "flag",
        "missing",
        "unknown",
        "choice",
        "number",
        "columns",
        "choices",
        "column",
    ]
    values: Mapping[str, str]


class TemplateError(Exception):
    """A template that cannot be used, with every mistake found."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(mistakes, key=lambda mistake: mistake.line))
        super().__init__("\n".join(f"{m.line}: {m.kind} {dict(m.values)}" for m in self.mistakes))


def shipped_text(layout: Layout) -> str:
    """The shipped template of a layout, comments included."""
    return (FOLDER / f"{layout}.yaml").read_text("utf-8")


def shipped(layout: Layout) -> Template:
    return parse(shipped_text(layout).encode())


def parse(data: bytes) -> Template:
    """A template from the bytes of its file. Raises TemplateError."""
    reader = _Reader(read_yaml(data))
    template = reader.template()
    if reader.mistakes:
        raise TemplateError(reader.mistakes)
    return template


class _Reader:
    """Reads on after a mistake, so that all are told at once."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.mistakes = [Mistake(line, "yaml", {"detail": detail}) for line, _, detail in tree.mistakes]

    def template(self) -> Template:
        if self.mistakes:
            raise TemplateError(self.mistakes)
        data = self.mapping(self.tree.data, (), Template)
        if not data and self.mistakes:
            raise TemplateError(self.mistakes)
        layout: Layout = self.choice(data, "layout", LAYOUTS, (), required=True)
        columns = self.columns(data, "columns", layout, required=True)
        template = Template(
            layout=layout,
            name=self.text(data, "name", (), required=True),
            columns=columns,
            more=self.columns(data, "more", layout),
            paper=self.choice(data, "paper", get_args(Paper), ()) or "A4",
            fonts=self.fonts(data),
        )
        self.check_reminders(template)
        return template

    def fonts(self, data: Mapping[str, Any]) -> Fonts:
        if "fonts" not in data:
            return Fonts()
        named = self.mapping(data["fonts"], ("fonts",), Fonts)
        return Fonts(**{name: self.text(named, name, ("fonts",)) for name in named})

    def columns(
        self, data: Mapping[str, Any], key: str, layout: Layout, required: bool = False
    ) -> tuple[Column, ...]:
        entries = data.get(key, [])
        if not isinstance(entries, list) or not len(entries) <= _MOST_COLUMNS or (required and not entries):
            self.note((key,), "columns", key=key, most=_MOST_COLUMNS)
            return ()
        return tuple(self.column(entry, (key, index), layout) for index, entry in enumerate(entries))

    def column(self, entry: Any, place: Place, layout: Layout) -> Column:
        data = self.mapping(entry, place, Column)
        choices = self.choices(data, place)
        return Column(
            title=self.text(data, "title", place, required=True),
            field=self.choice(data, "field", field_names(layout) if layout else (), place),
            width=self.number(data, "width", place, 10),
            align=self.choice(data, "align", get_args(Align), place) or "left",
            merge=self.flag(data, "merge", place),
            optional=self.flag(data, "optional", place),
            entry=self.choice(data, "entry", get_args(Entry), place) or "text",
            choices=choices,
            colours=self.colours(data, choices, place),
            remind=self.reminder(data, place),
        )

    def choices(self, data: Mapping[str, Any], place: Place) -> tuple[str, ...]:
        """Texts without commas that fit into Excel's list of a cell."""
        if "choices" not in data:
            return ()
        found = self.texts(data, "choices", place)
        if len(",".join(found)) > _LONGEST_LIST or any("," in text for text in found):
            self.note((*place, "choices"), "choices", most=_LONGEST_LIST)
        return found

    def colours(self, data: Mapping[str, Any], choices: tuple[str, ...], place: Place) -> dict[str, Colour]:
        if "colours" not in data:
            return {}
        place = (*place, "colours")
        named = data["colours"]
        if not isinstance(named, dict):
            self.note(place, "mapping", key="colours")
            return {}
        for value in named:
            if value not in choices:
                self.note((*place, value), "choice", key="colours", found=value, allowed="、".join(choices))
        return {value: self.choice(named, value, get_args(Colour), place) for value in named}

    def reminder(self, data: Mapping[str, Any], place: Place) -> Reminder | None:
        if "remind" not in data:
            return None
        place = (*place, "remind")
        named = self.mapping(data["remind"], place, Reminder)
        return Reminder(
            days=int(self.number(named, "days", place, 0, least=0, most=3660)),
            column=self.text(named, "column", place, required=True),
            done=self.texts(named, "done", place),
        )

    def check_reminders(self, template: Template) -> None:
        titles = [column.title for column in template.columns]
        for index, column in enumerate(template.columns):
            if column.remind and column.remind.column not in titles:
                place = ("columns", index, "remind", "column")
                self.note(place, "column", found=column.remind.column)

    def mapping(self, value: Any, place: Place, shape: type) -> dict[str, Any]:
        """The mapping at a place, without keys that its shape does not have."""
        allowed = tuple(shape.__dataclass_fields__)  # type: ignore[attr-defined]
        if not isinstance(value, dict):
            names = [part for part in place if isinstance(part, str)]
            self.note(place, "mapping", key=names[-1] if names else "template")
            return {}
        for key in value:
            if key not in allowed:
                self.note((*place, key), "unknown", key=key, allowed=", ".join(allowed))
        return {key: entry for key, entry in value.items() if key in allowed}

    def text(self, data: Mapping[str, Any], key: str, place: Place, required: bool = False) -> str:
        value = data.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return value
        if key in data:
            self.note((*place, key), "text", key=key)
        elif required:
            self.note(place, "missing", key=key)
        return ""

    def texts(self, data: Mapping[str, Any], key: str, place: Place) -> tuple[str, ...]:
        value = data.get(key)
        if isinstance(value, list) and value and all(isinstance(entry, str) and entry for entry in value):
            return tuple(value)
        self.note((*place, key), "texts", key=key)
        return ()

    def choice(
        self, data: Mapping[str, Any], key: str, allowed: Iterable[str], place: Place, required: bool = False
    ) -> Any:
        value = data.get(key)
        allowed = tuple(allowed)
        if value in allowed or (key not in data and not required):
            return value or ""
        if key not in data:
            self.note(place, "missing", key=key)
        elif allowed:
            self.note((*place, key), "choice", key=key, found=str(value), allowed=", ".join(allowed))
        return ""

    def number(
        self,
        data: Mapping[str, Any],
        key: str,
        place: Place,
        default: float,
        least: int = 1,
        most: int = _WIDEST,
    ) -> float:
        value = data.get(key, default)
        if isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.note((*place, key), "number", key=key, least=least, most=most)
        return default

    def flag(self, data: Mapping[str, Any], key: str, place: Place) -> bool:
        value = data.get(key, False)
        if not isinstance(value, bool):
            self.note((*place, key), "flag", key=key)
        return value is True

    def note(self, place: Place, kind: Any, **values: object) -> None:
        self.mistakes.append(
            Mistake(self.tree.line(place), kind, {name: str(value) for name, value in values.items()})
        )
