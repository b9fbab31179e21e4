"""`planparse batch --scheduler`: what is refused, and what is said. Whole runs: tests/batch/distributed."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from .conftest import SOURCE, Runner

NOWHERE = "tcp://127.0.0.1:1"


@pytest.fixture
def notices(notice: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of one notice, where the command is given."""
    monkeypatch.chdir(notice.parent)
    return notice.parent


def without(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """As where these packages are not installed."""

    def find(name: str) -> object:
        return None if name in names else find_spec(name)

    monkeypatch.setattr("planparse.cli.cluster.find_spec", find)


@pytest.mark.parametrize(
    ("missing", "options"), [("distributed", ()), ("fsspec", ()), ("pyarrow", ("-f", "parquet"))]
)
def test_without_the_extra_it_is_said_how_to_install_it(
    cli: Runner, notices: Path, monkeypatch: pytest.MonkeyPatch, missing: str, options: tuple[str, ...]
) -> None:
    without(monkeypatch, missing)
    done = cli("batch", ".", "-o", "out", "--scheduler", NOWHERE, *options)
    assert done.status == 2
    assert "pip install 'planparse[dask]'" in done.error
    assert not (notices / "out").exists()


CLASHES = {
    "worker processes": (("--scheduler", NOWHERE, "-j", "2"), "--jobs does not go with --scheduler"),
    "a file a record": (("--scheduler", NOWHERE, "-f", "yaml"), "-f yaml does not go with --scheduler"),
    "records in Parquet": (("-f", "parquet"), "-f parquet goes with --scheduler only"),
    "files of a shard": (("--shard-size", "9"), "--shard-size goes with --scheduler only"),
    "a column": (("--text-column", "content"), "--text-column goes with --scheduler only"),
}


@pytest.mark.parametrize(("options", "message"), CLASHES.values(), ids=CLASHES)
def test_an_option_that_would_do_nothing_is_refused(
    cli: Runner, notices: Path, options: tuple[str, ...], message: str
) -> None:
    done = cli("batch", ".", "-o", "out", *options)
    assert done.status == 2
    assert message in done.error
    assert not (notices / "out").exists()


MISTAKES = {
    "no scheduler": ([".", "-o", "out"], "No scheduler answers at tcp://127.0.0.1:1: "),
    "no such path": (["nowhere", "-o", "out"], "nowhere does not exist or holds no notices"),
    "no such protocol": (["nosuch://x", "-o", "out"], "Cannot use nosuch://x: "),
    "an output that is a file": ([".", "-o", "通知.txt"], "Cannot use 通知.txt: "),
}


@pytest.mark.parametrize(("arguments", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_one_line_that_says_what_to_do(
    cli: Runner, notices: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    pytest.importorskip("distributed", reason="needs planparse[dask]")
    monkeypatch.setattr("planparse.batch.distributed.cluster._SECONDS_TO_CONNECT", 0.3)
    done = cli("batch", *arguments, "--scheduler", NOWHERE)
    assert done.status == 2
    assert done.error.startswith(f"planparse: {message}")
    assert done.error.count("\n") == 1


def test_nothing_of_dask_is_loaded_without_a_scheduler(notices: Path) -> None:
    code = (
        "import sys\n"
        "from planparse.cli.main import main\n"
        "status = main(['batch', '.', '-o', 'out', '-j', '1', '-q'])\n"
        "print(status, *sys.modules)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    status, *modules = done.stdout.decode().split()
    assert status == "0"
    loaded = {module.partition(".")[0] for module in modules}
    assert loaded.isdisjoint({"dask", "distributed", "fsspec", "pyarrow", "tornado"})
    assert not [module for module in modules if module.startswith("planparse.batch.distributed")]
