"""What the name of a body means."""

from __future__ import annotations

from typing import NamedTuple

from planparse.facts.places import Place
from planparse.facts.registry import Former


class Resolution(NamedTuple):
    """What a name means; every field but `name` is empty where the registry does not know it.

    Names of one body at one place share `line`, which is empty where that cannot be told, and `apart`
    of one that is no name of the main body of its function. `core` is the name without the place
    before it; `word` says that a level word (市) stands for that place.
    """

    name: str = ""
    body: str = ""
    kind: str = ""
    place: Place | None = None
    full_name: str = ""
    aliases: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    line: str = ""
    core: str = ""
    former: Former | None = None
    word: bool = False
    apart: bool = False

    @property
    def all_functions(self) -> tuple[str, ...]:
        return self.functions or ((self.body,) if self.body else ())


UNKNOWN = Resolution()
