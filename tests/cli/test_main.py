from __future__ import annotations

from pathlib import Path

import pytest

from planparse.cli.status import Failure

from .conftest import Runner


def failing(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def raise_it(*_: object) -> None:
        raise error

    monkeypatch.setattr("planparse.cli.app.invoke", raise_it)


def test_an_internal_error_is_one_line_with_advice(cli: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLANPARSE_DEBUG", raising=False)
    failing(monkeypatch, ZeroDivisionError("division\n\x1b by zero"))
    result = cli("schema")
    assert (result.status, result.out) == (2, b"")
    assert result.error == (
        "planparse: PP999 internal error: ZeroDivisionError: division\\n\\x1b by zero. "
        "Nothing was written. Please report the command and the input; "
        "set PLANPARSE_DEBUG=1 and run again for the details.\n"
    )


def test_the_traceback_is_shown_on_request(cli: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANPARSE_DEBUG", "1")
    failing(monkeypatch, ZeroDivisionError("division by zero"))
    result = cli("schema")
    assert result.status == 2
    assert result.error.startswith("Traceback (most recent call last):\n")


@pytest.mark.parametrize(
    ("error", "status", "message"),
    [
        (KeyboardInterrupt(), 130, ""),
        (Failure("no such thing"), 2, "planparse: no such thing\n"),
        (RecursionError("too deep"), 2, "planparse: PP999 internal error: RecursionError: too deep. "),
        (MemoryError(), 2, "planparse: PP999 internal error: MemoryError: . "),
        (
            OSError(28, "No space left on device"),
            2,
            "planparse: Cannot write <stdout>: No space left on device. Check permissions and free space.\n",
        ),
    ],
)
def test_every_way_to_end_has_its_status(
    cli: Runner, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, message: str
) -> None:
    failing(monkeypatch, error)
    result = cli("schema")
    assert result.status == status
    assert result.error.startswith(message)
    assert bool(result.error) == bool(message)


def test_an_interrupt_during_work_writes_nothing(
    cli: Runner, monkeypatch: pytest.MonkeyPatch, notice: Path, tmp_path: Path
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("planparse.cli.extract.analyse", interrupt)
    result = cli("extract", str(notice), "-o", str(tmp_path / "out.yaml"))
    assert (result.status, result.out, result.error) == (130, b"", "")
    assert list(tmp_path.iterdir()) == [notice]
