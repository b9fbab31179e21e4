"""The head of a notice: the website's table, letterhead, document number, marks, addressees."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from planparse.rulepack import Matcher, RulePack
from planparse.structure.bodies import add_bodies, says_about
from planparse.structure.dates import read_date
from planparse.structure.lines import fold
from planparse.structure.parts import Draft

if TYPE_CHECKING:
    import regex

# Fewer lines that are nothing but a key may stand in any text.
_FEWEST_KEYS = 3
# What may stand before a key, and what closes it.
_BULLETS = "•·∙●▪◆■"
_BEFORE_KEY = f"{_BULLETS}【| "
_CLOSES_KEY = ":】|"
# Keys of so few letters are ones only with a colon, or where their values are of no account.
_SHORT = 3
# Elements by the rule of their line.
_MARKS = (("security", "notice.security"), ("urgency", "notice.urgency"), ("mark", "notice.letterhead"))


def read_head(draft: Draft) -> None:
    """Mark the lines above the text of the notice, down to the addressees."""
    _read_key_lines(draft)
    awaited = ""  # the meaning of a key whose value stands on the next line
    listed: list[int] = []  # lines above that end within a list, which may be that of the addressees
    for index in draft.free(draft.head):
        text = draft.text(index)
        if read_metadata(draft, index, text) or _read_number(draft, index, text):
            awaited = _awaited(draft, text)
            continue
        valued = bool(awaited) and _read_value(draft, index, awaited)
        awaited = ""
        if valued or _read_beside(draft, index, text):
            continue
        if not _read_mark(draft, index, text) and (
            _read_addressees(draft, listed, index) or text.endswith("。")
        ):
            # Fields below the first sentence (牵头单位：…) are the plan's, not a website's.
            return
        listed = [*listed, index] if text[-1] in ",、" else []


def _read_mark(draft: Draft, index: int, text: str) -> bool:
    """What stands alone on a line of the letterhead."""
    for name, rule in _MARKS:
        if draft.rules.pattern(rule).fullmatch(text):
            draft.take(index, name)
            return True
    return False


def _read_addressees(draft: Draft, above: list[int], index: int) -> bool:
    """The addressees that end on a line; of a longer list, lines `above` hold the first."""
    pattern, text = draft.rules.pattern("notice.addressees"), draft.text(index)
    whole = "".join([*(draft.text(line) for line in above), text])
    if pattern.fullmatch(text) is None and pattern.fullmatch(whole) is None:
        return False
    for line in (*above, index):
        draft.mark(line, "addressees")
        add_bodies(draft, "addressees", line, 0, len(draft.text(line).rstrip(" :,、")))
    return True


def _read_number(draft: Draft, index: int, text: str) -> bool:
    """The document number on a line of its own, or before a dash and the title (a crawler's heading)."""
    elements = draft.elements
    known = elements.first("document_number")
    if known is not None:
        if draft.bare(index) != fold(known.text):
            return False
        draft.mark(index, "document_number")  # the same again
        return True
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
    if title := text[match.end() :].lstrip("-—_ "):
        draft.mark(index, "title")
        elements.add("title", draft.value(index, len(text) - len(title)))
    return True


def number_parts(match: regex.Match[str]) -> tuple[str, int, int]:
    """Agency, year and serial of a document number."""
    return "".join(match["agency"].split()), int(match["year"]), int(match["serial"])


def _read_order_number(draft: Draft, index: int, text: str) -> bool:
    if draft.rules.pattern("notice.order-number").fullmatch(text) is None:
        return False
    draft.take(index, "document_number")
    return True


def _read_beside(draft: Draft, index: int, text: str) -> bool:
    """What a website puts beside its table, and the date in brackets under a title."""
    rules = draft.rules
    if match := rules.pattern("notice.date-under-title").fullmatch(text):
        draft.mark(index, "date")
        date = read_date(match)
        if date is not None:
            draft.elements.dates.setdefault("under_title", date)
            draft.elements.add("date_under_title", draft.value(index, 1, len(text) - 1))
        return True
    if rules.pattern("notice.furniture").fullmatch(text):
        draft.mark(index, "metadata")
        return True
    return False


def read_metadata(draft: Draft, index: int, text: str) -> bool:
    """A line of a website's table of keys and values (索引号：… 发文字号：…)."""
    keys = draft.rules.words("notice.metadata")
    if not "".join(text.lstrip(_BEFORE_KEY).split()).startswith(draft.rules.derive(_metadata_keys)):
        return False
    pattern = draft.rules.derive(_metadata_pattern)
    match = pattern.match(text)
    if match is None or not _is_key(match, keys, draft.rules):
        return False
    draft.mark(index, "metadata")
    apart = bool(match["blank"])
    while match is not None:
        following = pattern.search(text, match.end())
        while following is not None and not _follows(following, text, apart):
            following = pattern.search(text, following.end())
        meaning = _meaning(match, keys)
        start, end = _between_bars(text, match.end(), following.start() if following else len(text))
        value = draft.value(index, start, end)
        if meaning != "other" and value.text and not _is_empty(draft, meaning, value.text):
            draft.elements.add(f"metadata.{meaning}", value)
        match = following
    return True


def _between_bars(text: str, start: int, end: int) -> tuple[int, int]:
    """A value without what parts the cells of a table (发布机构: | 县甲局 |)."""
    while start < end and text[start] in " |":
        start += 1
    while start < end and text[end - 1] in " |":
        end -= 1
    return start, end


def _is_empty(draft: Draft, meaning: str, value: str) -> bool:
    """Whether what stands behind a key is none of its values: 无, or the next key, which closes up."""
    if meaning == "document_number" and not any(map(str.isdecimal, value)):
        return True
    return meaning != "title" and value.startswith(draft.rules.derive(_metadata_keys))


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


def _is_key(match: regex.Match[str], keys: Mapping[str, str], rules: RulePack) -> bool:
    """Whether a line that begins so is of the table: a blank behind a short word may stand in a title."""
    key = "".join(match["key"].split())
    if match["blank"]:
        return not match["frame"] and rules.pattern("notice.metadata-blank").fullmatch(key) is not None
    alone = len(key) > _SHORT or keys[key] == "other"
    return alone or match[0][-1] in _CLOSES_KEY


def _follows(match: regex.Match[str], text: str, apart: bool) -> bool:
    """Whether a further key of the same line begins here."""
    closed = match[0][-1] in _CLOSES_KEY or (apart and bool(match["blank"]))
    return closed and text[match.start() - 1] == " "


def _awaited(draft: Draft, text: str) -> str:
    """The meaning of a key that ends its line (发布机构：), where what follows may be its value."""
    if text[-1] not in _CLOSES_KEY:
        return ""
    match = draft.rules.derive(_metadata_pattern).fullmatch(text)
    if match is None:
        return ""
    return _meaning(match, draft.rules.words("notice.metadata"))


def _read_value(draft: Draft, index: int, meaning: str) -> bool:
    """The value of the key on the line above: the table goes on below it."""
    place = draft.head.index(index) + 1
    below = draft.text(draft.head[place]) if place < len(draft.head) else ""
    if draft.rules.derive(_metadata_pattern).match(below) is None:
        return False
    text, ends = draft.text(index), tuple(draft.rules.words("notice.title-ends"))
    if meaning != "title" and says_about(text, draft.rules) and text.endswith(ends):
        return False  # the cell was empty
    draft.mark(index, "metadata")
    if meaning != "other":
        draft.elements.add(f"metadata.{meaning}", draft.value(index))
    return True


def _meaning(match: regex.Match[str], keys: Mapping[str, str]) -> str:
    return keys["".join(match["key"].split())]


def _metadata_keys(rules: RulePack) -> tuple[str, ...]:
    """What a line of the table begins with, blanks left aside: others need no pattern."""
    return tuple(rules.words("notice.metadata"))


def _metadata_pattern(rules: RulePack) -> Matcher:
    """Any of the keys, letters spread or not, with its colon or in brackets; alone on the line without."""
    words = sorted(rules.words("notice.metadata"), key=len, reverse=True)
    keys = "|".join("[ ]{0,12}".join(map(re.escape, word)) for word in words)
    close = "[ ]{0,4}(?:】?[:|]|】|$)|(?P<blank>[ ])"
    return rules.compile(
        "notice.metadata", f"(?:[{_BULLETS}|][ ]{{0,3}})?(?P<frame>【)?(?P<key>{keys})(?:{close})"
    )
