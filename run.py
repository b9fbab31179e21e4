#!/usr/bin/env python3
"""Run planparse, or every check of it, straight from a checkout.

    python3 run.py extract samples/x.txt      any planparse command
    python3 run.py test [pytest arguments]    all the checks

The first use makes .venv and installs into it, with uv where there is one, else with pip; later uses
start at once, without a network. Readable by Python 3.8: an old Python gets an answer, no syntax error.
"""

from __future__ import annotations

import os
import sys

VERSION = "{}.{}".format(*sys.version_info)
ROOT = os.path.dirname(os.path.realpath(__file__))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
LOCK = os.path.join(VENV, "planparse.lock")
STAMP = os.path.join(VENV, "planparse.stamp")
CHECKS = (
    ("ruff check", ["-m", "ruff", "check"]),
    ("ruff format", ["-m", "ruff", "format", "--check"]),
    ("mypy --strict", ["-m", "mypy"]),
    ("lint-imports", ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]),
    ("pytest", ["-m", "pytest", "-n", "auto", "--dist", "worksteal"]),
)


class SetupError(Exception):
    """.venv cannot be made; the message says what to do."""


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):
        raise SetupError(f"needs Python 3.11 or newer, and {sys.executable} is {VERSION}")
    testing = arguments[:1] == ["test"]
    if not is_ready(testing):
        prepare(testing)
    paths = [os.path.join(ROOT, "src"), os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    return run_checks(arguments[1:]) if testing else run_planparse(arguments)


def run_planparse(arguments: list[str]) -> int:
    # -P: a yaml.py in the folder where the command is given must not be imported.
    command = [PYTHON, "-P", "-m", "planparse", *arguments]
    if os.name != "nt":
        os.execv(PYTHON, command)
    import subprocess

    return subprocess.call(command)


def run_checks(pytest_arguments: list[str]) -> int:
    import subprocess

    results = []
    for name, command in CHECKS:
        print(f"== {name}", flush=True)
        more = pytest_arguments if name == "pytest" else []
        results.append((name, subprocess.call([PYTHON, *command, *more], cwd=ROOT)))
    print("== summary")
    for name, status in results:
        print(f"{name:18}{f'FAILED, exit status {status}' if status else 'ok'}")
    return next((status for _, status in results if status), 0)


def read(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def stamp(testing: bool) -> str:
    """What .venv is made from: the Python, the place, the extra, the project file."""
    return "\n".join([VERSION, ROOT, "test" if testing else "", read(os.path.join(ROOT, "pyproject.toml"))])


def is_ready(testing: bool) -> bool:
    found = read(STAMP)
    return (found == stamp(True) or (not testing and found == stamp(False))) and os.path.exists(PYTHON)


def prepare(testing: bool) -> None:
    """Make .venv and install; one process at a time, the others wait and find it done."""
    print("planparse: setting up .venv (first use, or new dependencies) ...", file=sys.stderr)
    os.makedirs(VENV, exist_ok=True)
    with open(LOCK, "a") as lock:
        wait_for(lock.fileno())
        if not is_ready(testing):
            anew = must_be_made_anew(read(STAMP))
            write_stamp("unfinished" if anew else "")
            if anew:
                empty_venv()
            install(ROOT + ("[test]" if testing else ""), anew)
            write_stamp(stamp(testing))


def write_stamp(text: str) -> None:
    with open(STAMP, "w", encoding="utf-8", errors="surrogateescape") as file:
        file.write(text)


def wait_for(lock: int) -> None:
    """Hold an open file alone; the system lets go of it when the process ends, however it ends."""
    if sys.platform != "win32":
        import fcntl

        return fcntl.flock(lock, fcntl.LOCK_EX)
    import msvcrt

    while True:
        try:
            return msvcrt.locking(lock, msvcrt.LK_LOCK, 1)
        except OSError:  # ten seconds have passed
            continue


def must_be_made_anew(found: str) -> bool:
    """From the stamp found: whether to empty .venv first. Never one that somebody else made."""
    if not os.path.exists(PYTHON):
        return True
    if found:
        return not found.startswith(f"{VERSION}\n{ROOT}\n")
    if f" = {VERSION}." not in read(os.path.join(VENV, "pyvenv.cfg")):
        raise SetupError(f"{VENV} is not by run.py, and not of Python {VERSION}: remove it, then run again")
    return False


def empty_venv() -> None:
    import shutil

    for entry in list(os.scandir(VENV)):
        if entry.path not in (LOCK, STAMP):
            (shutil.rmtree if entry.is_dir(follow_symlinks=False) else os.remove)(entry.path)


def ways(anew: bool) -> list[tuple[str, list[str], list[str]]]:
    """Name, command that makes .venv, command that installs into it; the best first."""
    from shutil import which

    me, uv, found = sys.executable, which("uv"), []
    if uv:
        make = [uv, "venv", "--allow-existing", "--python", me, VENV]
        found.append(("uv", make, [uv, "pip", "install", "--python", PYTHON]))
    if has_module("ensurepip"):
        found.append(("venv", [me, "-m", "venv", VENV], [PYTHON, "-m", "pip", "install"]))
    # Debian's python3-pip without python3-venv; or a .venv that uv made, and uv is gone.
    if has_module("pip") and not (anew and has_module("ensurepip")):
        make = [me, "-m", "venv", "--without-pip", VENV]
        found.append(("pip --python", make, [me, "-m", "pip", "--python", PYTHON, "install"]))
    return found


def has_module(name: str) -> bool:
    from importlib.util import find_spec

    return find_spec(name) is not None


def install(target: str, anew: bool) -> None:
    """In the first of the ways that works on this machine."""
    import subprocess

    # Python before 3.13 reads the file that leads to an editable install in the locale's encoding, and
    # under a Chinese path may not even start. There a copy is installed; main() sets PYTHONPATH anyway.
    editable = ["-e"] if target.isascii() else []
    failures = []
    for name, make, add in ways(anew):
        add = [*add, "--quiet", *editable, target]
        for command in [make, add] if anew else [add]:
            done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            if done.returncode:
                failures.append(f"with {name}:\n{done.stdout.decode('utf-8', 'replace').strip()}")
                break
        else:
            return
    if failures:
        failures.append("The first use needs a network or a package mirror.")
    if not has_module("ensurepip"):
        failures.append("This Python makes no environments. On Debian, Ubuntu: apt-get install python3-venv")
    raise SetupError("\n".join(["cannot set up .venv", *failures]))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
    except (SetupError, OSError) as error:
        print(f"planparse: {error}", file=sys.stderr)
        sys.exit(2)
