"""Titles: of the notice, and of the plan that it carries."""

from __future__ import annotations

from itertools import takewhile

from planparse.rulepack import Matcher, RulePack
from planparse.structure.bodies import add_bodies, is_body, says_about, signing_bodies
from planparse.structure.head import number_parts
from planparse.structure.lines import fold
from planparse.structure.parts import Draft, Value

# A title longer than this is a paragraph.
TITLE_WIDTH = 120
# More lines than a title ever takes.
_TITLE_LINES = 8
_SENTENCE_ENDS = "。;:!?"
# Between a key and its value, or two cells of a table: the line is none of a title (活动主题：读书).
_KEYED = frozenset(":|")
_SHORTEST_TITLE = 8
# A bracket under the title that belongs to it: (试行), (征求意见稿).
_STATUS_WIDTH = 16
# How much of two lines tells that the notice's own title goes on from one to the other.
_GOING_ON = 4


def title_kind(title: str, rules: RulePack) -> str | None:
    """What the last noun of a title says the document is: plan, regulation, other, or nothing."""
    folded = fold(title)
    for kind, pattern in rules.derive(_kind_patterns):
        if pattern.search(folded):
            return kind
    return None


def _kind_patterns(rules: RulePack) -> list[tuple[str, Matcher]]:
    rows = rules.table("notice.kinds")
    return [(str(row["kind"]), rules.compile("notice.kinds", row["pattern"])) for row in rows]


def is_titled(text: str, rules: RulePack) -> bool:
    """Whether a text without blanks ends as a title does."""
    return text.endswith(tuple(rules.words("notice.letters"))) or title_kind(text, rules) is not None


def looks_like_title(draft: Draft, index: int) -> bool:
    text = draft.bare(index)
    if len(text) > TITLE_WIDTH or text[-1] in "。;:,、":
        return False
    return title_kind(text, draft.rules) is not None


def read_title(draft: Draft) -> list[int]:
    """Mark the title of the notice: the lines above the addressees, else above the first paragraph.

    Returns the lines it stands on. Lines above it are a letterhead or a website's heading.
    """
    if draft.elements.first("title"):
        return [i for i in draft.head if draft.elements.parts[i] == "title"]
    candidates = _title_candidates(draft)
    block = _without_tail(draft, _last_title(draft, candidates))
    for index in _cover_issuers(draft, block):
        block.remove(index)
        candidates.remove(index)
        draft.mark(index, "signature")
        add_bodies(draft, "issuers", index, 0, draft.width(index))
    for index in candidates:
        if index in block:
            draft.mark(index, "title")
        else:
            draft.mark(index, "metadata")
    if block:
        draft.elements.add("title", _unquoted(_without_number(draft, block)))
    return block


def _without_tail(draft: Draft, block: list[int]) -> list[int]:
    """A title as far as it is complete: what a website puts below it is none of it."""
    ends, goes_on = (tuple(draft.rules.words(rule)) for rule in ("notice.title-ends", "notice.title-goes-on"))
    joined = ""
    for count, index in enumerate(block[:-1], 1):
        joined += draft.bare(index)
        below = "".join(draft.bare(i) for i in block[count:])
        keyed = not _KEYED.isdisjoint(draft.bare(block[count]))
        if (
            (keyed or _is_complete(joined, draft.rules))
            and joined.endswith(ends)
            and not below.startswith(goes_on)
            and not is_titled(below, draft.rules)
            and not is_body(below, draft.rules)
        ):
            return block[:count]
    return block


def _without_number(draft: Draft, block: list[int]) -> Value:
    """The title on these lines; a document number before it, or in brackets behind it, is none of it."""
    first, last = block[0], block[-1]
    before = draft.rules.pattern("notice.document-number-line").match(draft.text(first))
    if before is not None and not says_about(draft.text(first)[before.end() :], draft.rules):
        before = None
    behind = draft.rules.pattern("notice.number-behind-title").search(draft.text(last))
    for index, match in ((first, before), (last, behind)):
        if match is not None and draft.elements.first("document_number") is None:
            draft.elements.add("document_number", draft.value(index, *match.span("number")))
            draft.elements.number = number_parts(match)
    start, end = before.end() if before else 0, behind.start() if behind else None
    values = [draft.value(i, start if i == first else 0, end if i == last else None) for i in block]
    spans = tuple(span for value in values for span in value.spans)
    return Value("".join(value.text for value in values), spans)


def _unquoted(title: Value) -> Value:
    """A title without the 《》 that a website put round the whole of it."""
    if not title.text.startswith("《") or _closing(title.text) != len(title.text) - 1:
        return title
    edges = [list(span) for span in title.spans]
    edges[0][0] += 1
    edges[-1][1] -= 1
    return Value(title.text[1:-1], tuple((start, end) for start, end in edges if start < end))


def _closing(text: str) -> int:
    """Where the 《 that a text begins with closes; -1 where it does not."""
    depth = 0
    for place, character in enumerate(text):
        depth += (character == "《") - (character == "》")
        if depth == 0:
            return place
    return -1


def _title_candidates(draft: Draft) -> list[int]:
    adoption, dated = (draft.rules.pattern(f"notice.{name}") for name in ("adoption", "date-line"))
    candidates: list[int] = []
    for index in draft.head:
        part = draft.elements.parts[index]
        if part in ("addressees", "date", "signature"):
            break
        if part != "body":
            continue
        if draft.line(index).lead is not None:
            break  # a table
        text = draft.text(index)
        if len(text) > TITLE_WIDTH or text[-1] in _SENTENCE_ENDS or adoption.match(text):
            break
        if dated.fullmatch(text):
            if candidates:
                break
            draft.mark(index, "metadata")  # who issues it and when, above the title of minutes
            continue
        candidates.append(index)
    return candidates


def _last_title(draft: Draft, candidates: list[int]) -> list[int]:
    """The last complete title among the lines: websites and letterheads repeat it above."""
    block: list[int] = []
    joined = ""
    for index in reversed(candidates[-_TITLE_LINES:]):
        text = draft.bare(index)
        if block and _is_complete(joined, draft.rules) and not _goes_on(text, joined, draft.rules):
            break
        if text in joined and is_titled(text, draft.rules):
            break  # the title again
        block.insert(0, index)
        joined = text + joined
    return block


def _cover_issuers(draft: Draft, block: list[int]) -> list[int]:
    """The last lines of a title that name bodies: on a cover the issuers stand below the title."""
    names = list(takewhile(lambda index: is_body(draft.bare(index), draft.rules), reversed(block)))
    title = "".join(draft.bare(index) for index in block[: len(block) - len(names)])
    return names[::-1] if is_titled(title, draft.rules) else []


def _is_complete(title: str, rules: RulePack) -> bool:
    """Whether a title says what it is about or hands out."""
    if title.endswith(tuple(rules.words("notice.orders"))):
        return True
    if len(title) < _SHORTEST_TITLE or title.startswith("的"):
        return False
    words = rules.words("notice.subject-words")
    return any(word in title for word, says in words.items() if says in ("about", "issued"))


def _goes_on(above: str, title: str, rules: RulePack) -> bool:
    """Whether a line above belongs to the same title: an issuer, or the title's beginning."""
    if above.endswith("、"):
        return True
    if is_titled(above, rules) or title.startswith(above) or title in above:
        return False
    # The issuer again, with the province before it.
    subject = rules.pattern("notice.before-subject").search(title)
    if subject and subject.start() and above.endswith(title[: subject.start()]):
        return False
    words = rules.words("notice.subject-words")
    joint = is_body(above, rules) and not above.endswith(tuple(rules.words("notice.site-owners")))
    return joint or says_about(above, rules) or title.startswith(tuple(words))


def read_plan_title(draft: Draft, lines: list[int]) -> None:
    """Mark the title of the plan, which begins on the first of the lines, and who drew it up, below."""
    block = _plan_title_block(draft, lines)
    if not block:
        return
    draft.mark_all(block, "plan_title")
    draft.elements.add("plan_title", draft.joined(block))
    for index in lines[len(block) :]:
        if not signing_bodies(draft.text(index), draft.rules):
            break
        draft.mark(index, "plan_authors")


def _plan_title_block(draft: Draft, lines: list[int]) -> list[int]:
    """The lines of a plan's title: to where it is one, or as far as the notice's own goes on with it."""
    title = draft.elements.first("title")
    named = fold(title.text) if title else ""
    block: list[int] = []
    joined = ""
    titled = False
    for index in lines[:_TITLE_LINES]:
        text = draft.text(index)
        if len(text) > TITLE_WIDTH or text[-1] in _SENTENCE_ENDS or draft.line(index).lead is not None:
            break
        status = text.startswith("(") and text.endswith(")") and len(text) <= _STATUS_WIDTH
        if titled and not status and joined[-_GOING_ON:] + draft.bare(index)[:_GOING_ON] not in named:
            break
        block.append(index)
        joined += draft.bare(index)
        titled = titled or is_titled(joined, draft.rules)
    remark = joined.startswith("(") and joined.endswith(")")  # 注：… above a table
    return [] if remark and not titled else block
