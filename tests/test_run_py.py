"""run.py: what it decides, and whole runs with a stand-in for uv, without a network."""

from __future__ import annotations

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

SCRIPT = Path(__file__).parents[1] / "run.py"
THIS_PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"

# Makes a .venv whose python prints its arguments and ends with status 7; notes each call.
UV = """#!/bin/sh
echo "$*" >> "$UV_CALLS"
[ "$1" = venv ] || { sleep "${UV_PAUSE:-0}"; exit "${UV_STATUS:-0}"; }
for folder; do :; done
mkdir -p "$folder/bin"
printf '#!/bin/sh\\nprintf "<%%s>" "$@"\\nexit 7\\n' > "$folder/bin/python"
chmod +x "$folder/bin/python"
"""

posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in for uv is a shell script")


def load(script: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("run_py", script)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with nothing but run.py and a project file, under a path that needs care."""
    folder = tmp_path / "计划 checkout"
    folder.mkdir()
    shutil.copy(SCRIPT, folder)
    (folder / "pyproject.toml").write_text("[project]\n# 一\n", "utf-8")
    return folder


@pytest.fixture
def run(checkout: Path) -> ModuleType:
    return load(checkout / "run.py")


class Machine:
    """A machine with the stand-in for uv in its PATH."""

    def __init__(self, checkout: Path) -> None:
        self.checkout = checkout
        self.tools = checkout.parent / "tools"
        self.tools.mkdir()
        (self.tools / "uv").write_text(UV, "utf-8")
        (self.tools / "uv").chmod(0o755)
        self.environment = {
            **os.environ,
            "PATH": f"{self.tools}{os.pathsep}{os.environ['PATH']}",
            "UV_CALLS": str(self.tools / "calls"),
        }

    def start(self, *arguments: str, **settings: str) -> subprocess.Popen[str]:
        command = [sys.executable, str(self.checkout / "run.py"), *arguments]
        environment = {**self.environment, **settings}
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, env=environment, stdout=pipe, stderr=pipe, encoding="utf-8", cwd=self.tools
        )

    def run(self, *arguments: str, **settings: str) -> tuple[int, str, str]:
        process = self.start(*arguments, **settings)
        output, errors = process.communicate()
        return process.returncode, output, errors

    def calls(self) -> list[str]:
        """What uv was asked for since the last look: "venv", or what "pip install" got."""
        noted = self.tools / "calls"
        lines = noted.read_text("utf-8").splitlines() if noted.exists() else []
        noted.write_text("", "utf-8")
        return ["venv" if line.startswith("venv") else line.partition("--quiet ")[2] for line in lines]


@pytest.fixture
def machine(checkout: Path) -> Machine:
    return Machine(checkout)


def test_an_old_python_can_read_it() -> None:
    ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 8))


def test_an_old_python_is_told_what_is_needed(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.sys, "version_info", (3, 10, 13))
    monkeypatch.setattr(run, "VERSION", "3.10")
    with pytest.raises(run.SetupError, match=r"needs Python 3\.11 or newer, and .* is 3\.10"):
        run.main(["extract", "x.txt"])


def test_starting_loads_no_further_module(checkout: Path) -> None:
    code = "import sys; known = set(sys.modules); import run; print(*set(sys.modules) - known)"
    done = subprocess.run([sys.executable, "-c", code], cwd=checkout, capture_output=True, check=True)
    assert set(done.stdout.decode().split()) == {"run", "__future__"}


@pytest.mark.parametrize(
    ("uv", "modules", "anew", "names"),
    [
        (True, {"ensurepip", "pip"}, True, ["uv", "venv"]),
        (False, {"ensurepip", "pip"}, True, ["venv"]),
        (False, {"pip"}, True, ["pip --python"]),
        (True, {"pip"}, True, ["uv", "pip --python"]),
        (False, set(), True, []),
        (True, set(), True, ["uv"]),
        (False, {"ensurepip", "pip"}, False, ["venv", "pip --python"]),
    ],
)
def test_ways_to_install(
    run: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    uv: bool,
    modules: set[str],
    anew: bool,
    names: list[str],
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: "/tools/uv" if uv else None)
    monkeypatch.setattr(run, "has_module", modules.__contains__)
    assert [name for name, _, _ in run.ways(anew)] == names


@pytest.fixture
def commands(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, int]], list[str]]:
    """Two ways, "first" and "second"; of their commands those named fail. Yields what was run."""

    def arrange(statuses: dict[str, int]) -> list[str]:
        ran: list[str] = []

        def fake(command: list[str], **_: object) -> SimpleNamespace:
            ran.append(command[0])
            return SimpleNamespace(
                returncode=statuses.get(command[0], 0), stdout=f"{command[0]} 失败".encode()
            )

        ways = [("first", ["make1"], ["add1"]), ("second", ["make2"], ["add2"])]
        monkeypatch.setattr(run, "ways", lambda anew: ways)
        monkeypatch.setattr(subprocess, "run", fake)
        return ran

    return arrange


@pytest.mark.parametrize(
    ("statuses", "anew", "ran"),
    [
        ({}, True, ["make1", "add1"]),
        ({}, False, ["add1"]),
        ({"make1": 1}, True, ["make1", "make2", "add2"]),
        ({"add1": 1}, True, ["make1", "add1", "make2", "add2"]),
        ({"add1": 1}, False, ["add1", "add2"]),
    ],
)
def test_the_next_way_is_tried_where_one_fails(
    run: ModuleType,
    commands: Callable[[dict[str, int]], list[str]],
    statuses: dict[str, int],
    anew: bool,
    ran: list[str],
) -> None:
    seen = commands(statuses)
    run.install("target", anew)
    assert seen == ran


@pytest.mark.parametrize(
    ("target", "arguments"),
    [
        ("/home/a b/planparse", ["-e", "/home/a b/planparse"]),
        ("/home/张三/planparse", ["/home/张三/planparse"]),
    ],
)
def test_a_checkout_under_a_chinese_path_is_not_installed_in_place(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, target: str, arguments: list[str]
) -> None:
    commands: list[list[str]] = []

    def fake(command: list[str], **_: object) -> SimpleNamespace:
        commands.append(command)
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr(run, "ways", lambda anew: [("only", ["make"], ["add"])])
    monkeypatch.setattr(subprocess, "run", fake)
    run.install(target, False)
    assert commands == [["add", "--quiet", *arguments]]


@pytest.mark.parametrize(("before", "others"), [("", []), ("/mine", ["/mine"])])
def test_the_source_folder_is_found_without_an_install_in_place(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, before: str, others: list[str]
) -> None:
    monkeypatch.setenv("PYTHONPATH", before)
    monkeypatch.setattr(run, "is_ready", lambda testing: True)
    monkeypatch.setattr(run, "run_planparse", lambda arguments: 0)
    run.main(["schema"])
    assert os.environ["PYTHONPATH"].split(os.pathsep) == [os.path.join(run.ROOT, "src"), *others]


def test_where_every_way_fails_each_one_says_why(
    run: ModuleType, commands: Callable[[dict[str, int]], list[str]]
) -> None:
    commands({"make1": 1, "add2": 1})
    with pytest.raises(run.SetupError) as caught:
        run.install("target", True)
    for part in ("with first:\nmake1 失败", "with second:\nadd2 失败", "network or a package mirror"):
        assert part in str(caught.value)


def test_where_there_is_no_way_the_package_to_install_is_named(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(run, "has_module", lambda name: False)
    with pytest.raises(run.SetupError, match="apt-get install python3-venv"):
        run.install("target", True)


def make_environment(run: ModuleType, version: str) -> Path:
    """An environment of somebody's own, with a file in it that must not be lost."""
    python = Path(run.PYTHON)
    python.parent.mkdir(parents=True)
    python.touch()
    (Path(run.VENV) / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion = {version}.4\n", "utf-8")
    kept = Path(run.VENV) / "own" / "work.txt"
    kept.parent.mkdir()
    kept.touch()
    return kept


@pytest.mark.parametrize("failing", [False, True])
def test_somebodys_own_environment_is_installed_into(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, failing: bool
) -> None:
    kept = make_environment(run, THIS_PYTHON)
    asked: list[tuple[str, bool]] = []

    def install(target: str, anew: bool) -> None:
        asked.append((target, anew))
        if failing and len(asked) == 1:
            raise run.SetupError("no network")

    monkeypatch.setattr(run, "install", install)
    if failing:
        with pytest.raises(run.SetupError):
            run.prepare(False)
        assert not run.is_ready(False)
    run.prepare(False)
    assert set(asked) == {(run.ROOT, False)}
    assert run.is_ready(False) and not run.is_ready(True)
    assert kept.exists()


def test_somebodys_own_environment_of_another_python_is_left_alone(run: ModuleType) -> None:
    kept = make_environment(run, "3.99")
    with pytest.raises(run.SetupError, match="remove it"):
        run.prepare(False)
    assert kept.exists()


def test_an_install_that_broke_off_is_done_again_from_the_start(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = Path(run.VENV) / "lib" / "half-written"

    def broken(target: str, anew: bool) -> None:
        Path(run.PYTHON).parent.mkdir(parents=True)
        Path(run.PYTHON).touch()
        half.mkdir(parents=True)
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "install", broken)
    with pytest.raises(KeyboardInterrupt):
        run.prepare(True)
    assert not run.is_ready(False)

    def whole(target: str, anew: bool) -> None:
        assert anew and not half.exists()
        Path(run.PYTHON).parent.mkdir(parents=True)
        Path(run.PYTHON).touch()

    monkeypatch.setattr(run, "install", whole)
    run.prepare(True)
    assert run.is_ready(True) and run.is_ready(False)


def test_all_checks_run_and_the_first_failure_is_the_exit_status(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands: list[list[str]] = []

    def call(command: list[str], cwd: str) -> int:
        assert cwd == run.ROOT
        commands.append(command[1:])
        return {"mypy": 5, "pytest": 1}.get(command[2], 0)

    monkeypatch.setattr(subprocess, "call", call)
    assert run.run_checks(["-k", "body"]) == 5
    with_k = [command for command in commands if "-k" in command]
    assert [(command[:2], command[-2:]) for command in with_k] == [(["-m", "pytest"], ["-k", "body"])]
    assert len(commands) == len(run.CHECKS)
    summary = capsys.readouterr().out.partition("== summary\n")[2].splitlines()
    assert [line.split(maxsplit=1)[1] for line in summary if "mypy" not in line and "ruff" not in line] == [
        "ok",
        "FAILED, exit status 1",
    ]


@posix
def test_the_first_use_sets_up_and_the_second_starts_at_once(machine: Machine) -> None:
    arguments = ("extract", "两 个.txt", "-f", "yaml")
    output = "<-P><-m><planparse><extract><两 个.txt><-f><yaml>"
    status, out, err = machine.run(*arguments)
    assert (status, out) == (7, output)
    assert err == "planparse: setting up .venv (first use, or new dependencies) ...\n"
    assert machine.calls() == ["venv", str(machine.checkout)]
    assert machine.run(*arguments) == (7, output, "")
    assert machine.calls() == []


@posix
def test_the_checks_need_more_and_then_serve_for_both(machine: Machine) -> None:
    machine.run("explain", "PP403")
    machine.calls()
    status, out, _ = machine.run("test", "-q")
    assert (status, machine.calls()) == (7, [f"{machine.checkout}[test]"])
    assert out.endswith("FAILED, exit status 7\n") and "<-m><pytest>" in out and "<-q>" in out
    assert machine.run("explain", "PP403")[2] == ""


@posix
@pytest.mark.parametrize(
    ("change", "calls"),
    [
        (lambda folder: (folder / "pyproject.toml").write_text("[project]\n# 二\n", "utf-8"), [""]),
        (lambda folder: (folder / ".venv/bin/python").unlink(), ["venv", ""]),
        (lambda folder: (folder / ".venv/planparse.stamp").write_text("unfinished", "utf-8"), ["venv", ""]),
    ],
    ids=["dependencies changed", "its Python is gone", "broke off"],
)
def test_what_has_changed_is_done_again(
    machine: Machine, change: Callable[[Path], object], calls: list[str]
) -> None:
    machine.run("schema")
    machine.calls()
    change(machine.checkout)
    assert machine.run("schema")[0] == 7
    assert machine.calls() == [call or str(machine.checkout) for call in calls]


@posix
def test_a_checkout_that_was_moved_gets_a_new_environment(machine: Machine) -> None:
    machine.run("schema")
    machine.calls()
    (machine.checkout / ".venv" / "old").mkdir()
    machine.checkout = machine.checkout.rename(machine.checkout.with_name("移走 moved"))
    assert machine.run("schema")[0] == 7
    assert machine.calls() == ["venv", str(machine.checkout)]
    assert not (machine.checkout / ".venv" / "old").exists()


@posix
def test_of_several_first_uses_at_once_one_installs(machine: Machine) -> None:
    together = [machine.start("schema", UV_PAUSE="0.3") for _ in range(3)]
    results = [(process.communicate()[0], process.returncode) for process in together]
    assert results == [("<-P><-m><planparse><schema>", 7)] * 3
    assert machine.calls() == ["venv", str(machine.checkout)]
