"""Who is responsible: brackets that close a paragraph, and label lines (domain: rules/responsibility.yaml).

A bracket counts only if it holds a role word, a role label, or nothing but bodies.
"""

from __future__ import annotations

from planparse.brackets import Brackets
from planparse.facts.assignment import CLOSERS, Assignment, Content, Group
from planparse.facts.role_words import Lexicon, label_at
from planparse.rulepack import RulePack
from planparse.spans import Span

__all__ = [
    "Assignment",
    "Convention",
    "Group",
    "find_conventions",
    "is_field_line",
    "read_assignment",
    "read_sentence",
]

# A list of bodies longer than this is a paragraph that someone forgot to close.
_LONGEST = 1200
_LONGEST_SENTENCE = 240
# 街道, 合作社 and 企业 say what kind is meant; no single body's name is so short, 市委 and its kin aside.
_SHORTEST_NAME = 4
# What parts a label from the field before it (责任领导：某某；责任单位：甲局).
_BEFORE_LABEL = " ;,"
_SENTENCE_ENDS = ("", *"。;!?:”")

# The kind of a convention, its sentence, and the bodies it names.
Convention = tuple[str, Span, Span | None]


def read_assignment(
    text: str, start: int, end: int, brackets: Brackets, rules: RulePack
) -> Assignment | None:
    """The assignment that closes the paragraph `text[start:end]`, or that the paragraph is."""
    lexicon = rules.derive(Lexicon.build)
    last = _trim(text, start, end)
    if last <= start:
        return None
    closed = brackets.opener.get(last - 1) if text[last - 1] in CLOSERS else None
    opener = brackets.last_unclosed(start, last) if closed is None else None
    if opener is not None and last - opener <= _LONGEST and _assigns(text, opener, last, lexicon):
        # （责任单位：甲局、乙局 at the end of a paragraph, never closed
        return Content.of(text, (opener, last), opener + 1, last, lexicon).read()
    row = _row(text, start, last, last if closed is None else closed, lexicon)
    if row is not None:
        # before the bracket: in 责任单位：甲局、各县（市、区） it belongs to the last body
        return Content.of(text, (row, end), row, last, lexicon).read()
    if closed is not None and start <= closed and last - closed <= _LONGEST:
        content = Content.of(text, (closed, last), closed + 1, last - 1, lexicon)
        found = content.read()
        return found if found and _stands_apart(content, start, found) else None
    return None


def _stands_apart(content: Content, start: int, found: Assignment) -> bool:
    """Whether a bracket of nothing but names assigns: it follows a sentence, or holds the names of known
    bodies. In 覆盖各乡镇（街道）。 and 改造县级医院（县中医院）。 it explains the word before it."""
    text, opener = content.text, found.span[0]
    if any(group.role_span for group in found.groups) or text[start:opener].rstrip()[-1:] in _SENTENCE_ENDS:
        return True
    in_text = "。" in text[start:opener]
    bodies = [body for group in found.groups for body in group.bodies]
    return all(
        content.knows(*body) or (not in_text and body[1] - body[0] >= _SHORTEST_NAME) for body in bodies
    )


def read_sentence(text: str, start: int, end: int, rules: RulePack, *, whole: bool) -> Assignment | None:
    """The assignment that the last sentence of a paragraph is: …。市甲局牵头，市乙局配合。

    `whole` says that it may be all of the paragraph.
    """
    lexicon = rules.derive(Lexicon.build)
    last = _trim(text, start, end)
    if last <= start or not lexicon.role_end.before(text, start, last):
        return None
    begin = max(text.rfind("。", start, last), text.rfind(";", start, last), start - 1) + 1
    if last - begin > _LONGEST_SENTENCE or (begin == start and not whole):
        return None
    return Content.of(text, (begin, end), begin, last, lexicon).read_sentence()


def _row(text: str, start: int, last: int, stop: int, lexicon: Lexicon) -> int | None:
    """Where a label line begins: the paragraph is one, or it stands behind its last sentence.

    `stop` is where the bracket opens that ends the paragraph, else its end: full stops in the
    bracket end no sentence.
    """
    if text.find(":", start, last) < 0:
        return None  # nine of ten
    if _begins_row(text, start, last, lexicon):
        return start
    begin = _first_of_rows(text, start, last, stop, lexicon)
    return begin if begin is not None and last - begin <= _LONGEST else None


def _first_of_rows(text: str, start: int, last: int, stop: int, lexicon: Lexicon) -> int | None:
    """Where the label sentences begin that end a paragraph: …。牵头单位：甲局。配合单位：乙局."""
    found, labelled, end = None, False, last
    while (begin := text.rfind("。", start, stop) + 1) > start:
        row = _begins_row(text, begin, end, lexicon)
        if not row and not label_at(text, begin, end, lexicon.fields):
            break
        found, labelled, stop, end = begin, labelled or row, begin - 1, begin - 1
    return found if labelled else None


def _begins_row(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a role label stands at the beginning, or behind another field."""
    if text.find(":", start, end) < 0:
        return False
    if label_at(text, start, end, lexicon.labels):
        return True
    if label_at(text, start, end, lexicon.fields) is None or end - start > _LONGEST:
        return False
    row = text[start:end]
    return any(f"{mark}{label}:" in row for label in lexicon.labels.values for mark in _BEFORE_LABEL)


def _assigns(text: str, opener: int, end: int, lexicon: Lexicon) -> bool:
    """Whether an open bracket holds a role label, or ends in a role word after a whole sentence."""
    if label_at(text, opener + 1, end, lexicon.labels):
        return True
    return text[opener - 1] in "。;" and bool(lexicon.role_end.before(text, opener + 1, end))


def find_conventions(text: str, rules: RulePack) -> list[Convention]:
    """Sentences that change how every later bracket is read, wherever they stand, in order."""
    found: list[Convention] = []
    lexicon = rules.derive(Lexicon.build)
    if not any(sign in text for sign in lexicon.convention_signs):
        return found
    for kind, pattern in lexicon.conventions:
        for match in pattern.finditer(text):
            bodies = match.span("bodies") if "bodies" in match.groupdict() else None
            found.append((kind, match.span(), bodies))
    return sorted(found, key=lambda convention: convention[1])


def is_field_line(text: str, start: int, end: int, rules: RulePack) -> bool:
    """Whether a paragraph is a field beside the responsibility (完成时限：…) on a line of its own."""
    fields = rules.derive(Lexicon.build).fields
    found = label_at(text, start, end, fields)
    return found is not None and fields.values[text[slice(*found[0])]] != "promise"


def _trim(text: str, start: int, end: int) -> int:
    """The end without closing punctuation and blanks: a full stop may stand behind the bracket."""
    while end > start and text[end - 1] in "。;. ":
        end -= 1
    return end
