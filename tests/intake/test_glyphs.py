"""Characters that stand for the shape of another one."""

from __future__ import annotations

from unicodedata import category, name

import pytest

from planparse.intake.glyphs import fold_glyphs


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("⼈⺠政府关于⾏动计划", "人民政府关于行动计划"),
        ("⻓⻅⻔⻋⻢⻛⻚", "长见门车马风页"),
        ("⼾籍⿎励⾭年", "户籍鼓励青年"),
        ("\uf98e度", "年度"),
        ("\ue5e5一、", "\u3000一、"),
        ("（一）〔2023〕％ＡＢ①", "（一）〔2023〕％ＡＢ①"),
        ("", ""),
    ],
)
def test_radicals_become_ideographs_and_all_else_stays(written: str, plain: str) -> None:
    assert fold_glyphs(written) == plain


def test_every_radical_has_an_ideograph_one_for_one() -> None:
    radicals = [
        chr(code) for code in (*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6)) if category(chr(code)) == "So"
    ]
    folded = [fold_glyphs(radical) for radical in radicals]
    assert len(radicals) == 115 + 214
    left = [radical for radical, plain in zip(radicals, folded, strict=True) if radical == plain]
    assert left == ["⺀"]  # REPEAT, which stands for no ideograph
    assert all(len(plain) == 1 and "IDEOGRAPH" in name(plain) for plain in folded if plain not in left)
