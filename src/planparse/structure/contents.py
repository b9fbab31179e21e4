"""The table of contents (目录) of a long plan: its lines repeat the headings and are no outline."""

from __future__ import annotations

from planparse.rulepack import RulePack
from planparse.structure.lines import Page

# More lines than a table of contents has; and fewer headings than one has.
_MOST_LINES = 600
_FEWEST_ENTRIES = 2
_LONGEST_ENTRY = 120


def unlabel_contents(page: Page, rules: RulePack) -> tuple[Page, frozenset[int]]:
    """Take the labels off the lines from 目录 up to where its first heading stands again; their places.

    Nothing is taken where that heading does not come again: the word may head anything.
    """
    texts = page.text_lines()
    heading = rules.pattern("notice.contents")
    for place, index in enumerate(texts):
        line = page.lines[index]
        if line.label is None and heading.fullmatch(page.folded, line.start, line.end):
            listed = _entries(page, texts[place + 1 : place + _MOST_LINES], rules)
            if listed:
                return _without_labels(page, frozenset((index, *listed)))
    return page, frozenset()


def _entries(page: Page, following: list[int], rules: RulePack) -> list[int]:
    """The lines before the first labelled one comes again; empty where it does not."""
    leader = rules.pattern("notice.contents-leader")
    first = next((place for place, i in enumerate(following) if page.lines[i].label is not None), None)
    if first is None:
        return []
    entry = page.text(page.lines[following[first]])[:_LONGEST_ENTRY]
    ending = leader.search(entry)
    wanted = _bare(entry[: ending.start()] if ending else entry)
    for place in range(first + _FEWEST_ENTRIES, len(following)):
        line = page.lines[following[place]]
        if line.label is not None and _bare(page.text(line)[:_LONGEST_ENTRY]).startswith(wanted):
            return following[:place]
    return []


def _bare(text: str) -> str:
    return "".join(text.split())


def _without_labels(page: Page, listed: frozenset[int]) -> tuple[Page, frozenset[int]]:
    lines = [line._replace(label=None) if i in listed else line for i, line in enumerate(page.lines)]
    return page._replace(lines=tuple(lines)), listed
