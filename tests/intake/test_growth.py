"""Four times the input takes about four times as long, whatever the input."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from planparse.findings.model import Findings
from planparse.intake import read
from planparse.intake.mojibake import repair

from ..timing import seconds

SIZE = 20_000
TIMES = 4
MOST = 9.0  # 4 is linear, 16 is quadratic

SHAPES: dict[str, Callable[[int], bytes]] = {
    "good text": lambda n: "青禾县财政局负责。\n".encode() * n,
    "gb18030": lambda n: "青禾县财政局负责。".encode("gb18030") * n,
    "bad bytes": lambda n: ("青禾县财政局".encode() + b"\xff") * n,
    "replaced before": lambda n: "青\ufffd".encode() * n,
    "control characters": lambda n: "青\1禾县财政局".encode() * n,
    "number signs": lambda n: b"# " * n,
    "lines of number signs": lambda n: b"#\n" * n,
    "number sign and blanks": lambda n: b"\n# " + b" " * n + b"\n# " * n,
    "asterisks": lambda n: b"\n**" + b"a**" * n,
    "angle brackets": lambda n: b"<" * n,
    "blanks then text": lambda n: b" " * n + b"<html",
    "letter and digits": lambda n: ("é" + "1" * n).encode(),
    "letter and blanks": lambda n: ("é" + "\xa0" * n + "年").encode(),
    "letters apart": lambda n: "é 年1 ".encode() * n,
    "lines of letters": lambda n: "é\n".encode() * n,
    "one run of mojibake": lambda n: "¹ØÓÚ".encode() * n,
    "lines of mojibake": lambda n: "¹ØÓÚ\n".encode() * n,
    "mojibake without pairs": lambda n: "¾¼Ã".encode() * n,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_reading_is_linear(shape: str) -> None:
    small, large = SHAPES[shape](SIZE), SHAPES[shape](SIZE * TIMES)
    once = seconds(lambda: read(small, "x", Findings()))
    assert seconds(lambda: read(large, "x", Findings())) < MOST * once + 0.001


@pytest.mark.parametrize("run", ["¹ØÓÚ", "¾¼Ã", "é", "é1"])
def test_repairing_is_linear(run: str) -> None:
    once = seconds(lambda: repair(run * 5_000))
    assert seconds(lambda: repair(run * 5_000 * TIMES)) < MOST * once + 0.001
