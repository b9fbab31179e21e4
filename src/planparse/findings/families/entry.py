"""What the catalogue knows about one kind of finding."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from planparse.findings.model import Severity

Lang = Literal["zh", "en"]

# Who stands behind a finding. Only the first is a standard; a convention is never called one.
Authority = Literal["GB/T 9704", "annotation guide", "common practice", "planparse"]

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


class CatalogueEntry(NamedTuple):
    """One code with its wording in Chinese and English.

    `zh` and `en` are one-phrase messages without a full stop, with `{placeholders}` that
    the values of a finding fill. `why_*` says why it matters and what to do; `help_*` is
    one line printed below the finding, empty where the message says it all. `notes` maps
    the key of a label, or a value that is a word, to its wording (zh, en). `several_*` is the message of a
    finding that stands for many places at once, told by its value `count`.

    A named tuple: entries are made at every start, and the class of a frozen dataclass
    takes five times as long to build.
    """

    code: str
    name: str
    severity: Severity
    authority: Authority
    zh: str
    en: str
    why_zh: str
    why_en: str
    help_zh: str = ""
    help_en: str = ""
    notes: Mapping[str, tuple[str, str]] = MappingProxyType({})
    several_zh: str = ""
    several_en: str = ""
