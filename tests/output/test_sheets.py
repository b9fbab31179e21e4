"""Names of sheets, and cells that hold what they are given."""

from __future__ import annotations

from decimal import Decimal

import pytest

from planparse.output.sheets import fitting, is_exact, sheet_names


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (["任务分解表", "数据"], ["任务分解表", "数据"]),
        (["a[b]c:d*e?f/g\\h"], ["a［b］c：d＊e？f／g＼h"]),
        (["'甲'", "  乙 \n 丙 "], ["甲", "乙 丙"]),
        (["", "''"], ["表", "表（2）"]),
        (["History"], ["History（2）"]),
        (["甲", "甲", "甲"], ["甲", "甲（2）", "甲（3）"]),
        (["Data", "DATA"], ["Data", "DATA（2）"]),
        (["甲" * 31], ["甲" * 31]),
        (["甲" * 32], ["甲" * 30 + "…"]),
        (["甲" * 32, "甲" * 33], ["甲" * 30 + "…", "甲" * 27 + "…（2）"]),
        # characters that take two units each
        (["𠮷" * 16], ["𠮷" * 15 + "…"]),
    ],
)
def test_names_are_valid_and_no_two_alike(wanted: list[str], names: list[str]) -> None:
    assert sheet_names(wanted) == names


@pytest.mark.parametrize(
    ("number", "exact"),
    [
        (0, True),
        (-40, True),
        (999_999_999_999_999, True),
        (10**15, False),
        (10**99, False),
        (Decimal("0.1"), True),
        (Decimal("13.5"), True),
        (Decimal("0.1234567890123456789"), False),
    ],
)
def test_numbers_that_a_spreadsheet_would_change_are_known(number: int | Decimal, exact: bool) -> None:
    assert is_exact(number) is exact


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    assert fitting("长" * 32_767) == "长" * 32_767
    cut = fitting("长" * 32_768)
    assert len(cut) == 32_767
    assert cut.endswith("长……（单元格容不下，下略）")
    assert len(fitting("𠮷" * 20_000).encode("utf-16-le")) <= 2 * 32_767
