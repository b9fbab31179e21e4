"""Characters that stand for the shape of another one: what fonts and web pages put for plain Chinese.

Many PDF writers map a glyph back to the radical of the same shape (⼈⺠ for 人民), which no
rule and no search would find. For readers that make their text; plain text stays as it is.
"""

from __future__ import annotations

import re
from functools import cache

# CJK radicals supplement, each before its ideograph: the property Equivalent_Unified_Ideograph of
# Unicode, which Python's own tables lack (they know the Kangxi radicals only).
_SUPPLEMENT = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡"
    "⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊"
    "⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅"
    "⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾"
    "⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⺟母⻳龟"
)
# Kangxi radicals whose ideograph in the tables is the traditional one, which notices do not use.
_SIMPLIFIED = "⼾户⾭青⿈黄"
# The private code point that office programs and websites put for a blank.
_BLANKS = "\ue5e5"

_FOLDED = re.compile(f"[\u2e80-\u2fdf\uf900-\ufaff{_BLANKS}]")


def fold_glyphs(text: str) -> str:
    """The text with radicals and compatibility ideographs as plain ones, one for one."""
    return text.translate(_table()) if _FOLDED.search(text) else text


@cache
def _table() -> dict[int, str]:
    from unicodedata import normalize

    table = {code: normalize("NFKC", chr(code)) for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAFF))}
    for pairs in (_SUPPLEMENT, _SIMPLIFIED):
        table |= {ord(glyph): plain for glyph, plain in zip(pairs[::2], pairs[1::2], strict=True)}
    return table | dict.fromkeys(map(ord, _BLANKS), "\u3000")
