"""What the rules say of web pages, as plain data that also a worker process understands."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from planparse.rulepack import RulePack


class PageNames(NamedTuple):
    """`main`: attributes and values that name the element with the text, the first that fits first;
    `fields`: the keys of a website's table."""

    main: tuple[tuple[str, str], ...]
    fields: tuple[str, ...]

    @classmethod
    def of_rules(cls, rules: RulePack) -> PageNames:
        rows = ((str(row["attribute"]), str(row["value"])) for row in rules.table("website.main-text"))
        return cls(tuple(rows), tuple(rules.words("notice.metadata")))

    @classmethod
    def of_plain(cls, main: Iterable[Iterable[str]], fields: Iterable[str]) -> PageNames:
        pairs = ((attribute, value) for attribute, value in main)
        return cls(tuple(pairs), tuple(fields))

    def request(self, page: str) -> bytes:
        """A page with these names, for a worker."""
        return json.dumps([page, *self], ensure_ascii=False).encode("utf-8", "replace")
