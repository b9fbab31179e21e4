"""What the characters of a binary Word file show: fields, deleted and hidden text, signs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from planparse.intake.signs import sign
from planparse.intake.story import Story
from planparse.intake.word.formatting import StyleSheet
from planparse.intake.word.layout import Property, properties, u16
from planparse.intake.word.pieces import PieceText, whole_characters

_HIDDEN, _DELETED, _INSERTED = 0x083C, 0x0800, 0x0801
_SYMBOL, _STYLE = 0x6A09, 0x4A30
_AS_STYLE, _UNLIKE_STYLE = 0x80, 0x81

# Characters with a meaning of their own ([MS-DOC] 2.4.1); those not named here show nothing.
_CONTROL = re.compile(r"[\x00-\x1f]")
_SHOWN = {"\t": "\t", "\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\x1e": "-"}
_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_COMMENT = "\x05"


@dataclass(slots=True)
class Characters:
    """The text with the places that runs take out of it. Fields may span paragraphs."""

    source: PieceText
    story: Story
    hiding: frozenset[int]  # styles that hide their text
    _removed: bytearray
    _signs: dict[int, str] = field(default_factory=dict)
    _fields: list[bool] = field(default_factory=list)  # of open fields: whether in the code

    @classmethod
    def read(
        cls,
        source: PieceText,
        runs: Iterable[tuple[int, int, bytes]],
        styles: StyleSheet,
        fonts: tuple[str, ...],
        story: Story,
    ) -> Characters:
        hiding = frozenset(number for number in styles.styles if _hides(styles.run_properties(number)))
        characters = cls(source, story, hiding, bytearray(len(source.text)))
        for piece in source.pieces:
            characters._apply(piece.properties, piece.start, piece.end, fonts)
        ordered = sorted(source.pieces, key=lambda piece: piece.offset)
        offsets = [piece.offset for piece in ordered]
        for first, last, own in runs:
            wanted = [each for each in properties(own) if each.code in _READ]
            if not wanted:
                continue
            for piece in ordered[max(bisect_right(offsets, first) - 1, 0) : bisect_right(offsets, last)]:
                start = piece.start + max(first - piece.offset, 0) // piece.width
                end = min(piece.start + (last - piece.offset) // piece.width, piece.end)
                if start < end:
                    characters._apply(wanted, start, end, fonts)
        return characters

    def _apply(self, wanted: Iterable[Property], start: int, end: int, fonts: tuple[str, ...]) -> None:
        hidden = deleted = False
        for each in wanted:
            if each.code == _HIDDEN:
                hidden = each.number in (1, _UNLIKE_STYLE) or (hidden and each.number == _AS_STYLE)
            elif each.code == _STYLE:
                hidden = each.number in self.hiding
            elif each.code == _DELETED:
                deleted = each.number == 1
            elif each.code == _INSERTED:
                self.story.inserted += each.number == 1
            elif each.code == _SYMBOL:
                font = u16(each.operand)[0]
                name = fonts[font] if font < len(fonts) else ""
                self._signs[start] = sign(f"{u16(each.operand, 2)[0]:x}", name)
        if deleted or hidden:
            self._removed[start:end] = b"\1" * (end - start)
            self.story.deleted += deleted
            self.story.hidden += hidden and not deleted

    def is_removed(self, place: int) -> bool:
        return bool(self._removed[place])

    def shown(self, start: int, end: int) -> str:
        """What the characters between two places show."""
        text = self.source.text
        plain = not self._fields and not self._signs and self._removed.find(1, start, end) < 0
        if plain and not _CONTROL.search(text, start, end):
            return whole_characters(text[start:end])
        written = []
        for place in range(start, end):
            if not self._removed[place]:
                written.append(self._one(text[place], place))
        return whole_characters("".join(written))

    def _one(self, character: str, place: int) -> str:
        if character == _FIELD:
            self._fields.append(True)
        elif character == _RESULT and self._fields:
            self._fields[-1] = False
        elif character == _FIELD_END and self._fields:
            self._fields.pop()
        elif character == _COMMENT:
            self.story.comments += 1
        elif any(self._fields):
            return ""
        elif place in self._signs:
            return self._signs[place]
        elif character < " ":
            return _SHOWN.get(character, "")
        else:
            return character
        return ""


_READ = frozenset((_HIDDEN, _DELETED, _INSERTED, _SYMBOL, _STYLE))


def _hides(wanted: Iterable[Property]) -> bool:
    """Whether the last word on hiding is yes; later styles may turn round what earlier ones say."""
    hidden = False
    for each in wanted:
        if each.code == _HIDDEN:
            hidden = each.number == 1 or (hidden, each.number) in ((True, _AS_STYLE), (False, _UNLIKE_STYLE))
    return hidden
