"""The head of a notice: the website's table, letterhead, document number, marks, addressees."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from planparse.rulepack import Matcher, RulePack
from planparse.structure.bodies import add_bodies
from planparse.structure.parts import Draft

if TYPE_CHECKING:
    import regex

# Fewer lines that are nothing but a key may stand in any text.
_FEWEST_KEYS = 3


def read_head(draft: Draft) -> None:
    """Mark the lines above the text of the notice, down to the addressees."""
    rules = draft.rules
    single = (
        ("security", rules.pattern("notice.security")),
        ("urgency", rules.pattern("notice.urgency")),
        ("mark", rules.pattern("notice.letterhead")),
    )
    addressees = rules.pattern("notice.addressees")
    _read_key_lines(draft)
    listed: list[int] = []  # lines above that end within a list, which may be that of the addressees
    for index in draft.free(draft.head):
        text = draft.text(index)
        if read_metadata(draft, index, text) or _read_number(draft, index, text):
            continue
        name = next((name for name, pattern in single if pattern.fullmatch(text)), None)
        if name is not None:
            draft.take(index, name)
        elif addressees.fullmatch(text):
            for line in (*listed, index):
                draft.mark(line, "addressees")
                add_bodies(draft, "addressees", line, 0, len(draft.text(line).rstrip(" :,、")))
            return
        elif text.endswith("。"):
            # The first sentence: fields below it (牵头单位：…) are the plan's, not a website's.
            return
        listed = [*listed, index] if text[-1] in ",、" else []


def _read_number(draft: Draft, index: int, text: str) -> bool:
    """The document number on a line of its own, or before a dash and the title (a crawler's heading)."""
    elements = draft.elements
    if elements.first("document_number") is not None:
        return False
    match = draft.rules.pattern("notice.document-number-line").match(text)
    if match is None:
        return _read_order_number(draft, index, text)
    if match.end() < len(text) and text[match.end()] not in "-—_ ":
        return False
    draft.mark(index, "document_number")
    elements.add("document_number", draft.value(index, *match.span("number")))
    elements.number = number_parts(match)
    for name in ("mark", "signer"):
        if match[name]:
            elements.add(name, draft.value(index, *match.span(name)))
    if match.end() < len(text):
        draft.mark(index, "title")
        elements.add("title", draft.value(index, match.end() + 1))
    return True


def number_parts(match: regex.Match[str]) -> tuple[str, int, int]:
    """Agency, year and serial of a document number."""
    return "".join(match["agency"].split()), int(match["year"]), int(match["serial"])


def _read_order_number(draft: Draft, index: int, text: str) -> bool:
    if draft.rules.pattern("notice.order-number").fullmatch(text) is None:
        return False
    draft.take(index, "document_number")
    return True


def read_metadata(draft: Draft, index: int, text: str) -> bool:
    """A line of a website's table of keys and values (索引号：… 发文字号：…)."""
    if not text.startswith(draft.rules.derive(_metadata_openings)):
        return False
    keys = draft.rules.words("notice.metadata")
    pattern = draft.rules.derive(_metadata_pattern)
    match = pattern.match(text)
    if match is None or (_meaning(match, keys) != "other" and ":" not in match[0]):
        return False
    draft.mark(index, "metadata")
    while match is not None:
        following = pattern.search(text, match.end())
        while following is not None and (":" not in following[0] or text[following.start() - 1] != " "):
            following = pattern.search(text, following.end())
        meaning = _meaning(match, keys)
        value = draft.value(index, match.end(), following.start() if following else len(text))
        if meaning != "other" and value.text:
            draft.elements.add(f"metadata.{meaning}", value)
        match = following
    return True


def _read_key_lines(draft: Draft) -> None:
    """A website's table whose cells stand on lines of their own: 索引号, below it its value."""
    keys = draft.rules.words("notice.metadata")
    lines = draft.free(draft.head)
    named = [draft.bare(index) in keys for index in lines]
    if sum(named) < _FEWEST_KEYS:
        return
    for place, index in enumerate(lines[:-1]):
        if not named[place]:
            continue
        draft.mark(index, "metadata")
        value, meaning = lines[place + 1], keys[draft.bare(index)]
        if named[place + 1] or draft.text(value)[-1] in "。:":
            continue  # the cell was empty
        draft.mark(value, "metadata")
        if meaning != "other":
            draft.elements.add(f"metadata.{meaning}", draft.value(value))


def _meaning(match: regex.Match[str], keys: Mapping[str, str]) -> str:
    return keys["".join(match["key"].split())]


def _metadata_openings(rules: RulePack) -> tuple[str, ...]:
    """What a line of the table begins with: few others do, and those need no pattern."""
    return tuple({word[0] for word in rules.words("notice.metadata")})


def _metadata_pattern(rules: RulePack) -> Matcher:
    """Any of the keys, letters spread or not, with its colon; alone on the line without one."""
    words = sorted(rules.words("notice.metadata"), key=len, reverse=True)
    keys = "|".join("[ ]{0,12}".join(map(re.escape, word)) for word in words)
    return rules.compile("notice.metadata", f"(?P<key>{keys})[ ]{{0,4}}(?::|$)")
