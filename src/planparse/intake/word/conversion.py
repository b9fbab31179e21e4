"""LibreOffice as the last resort for Word files that are too old or damaged, where it is installed.

It runs in a process of its own with a new profile in a temporary folder, which is deleted; macros are off,
links are not followed, and where the system allows it there is no network at all.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

COMMAND = "soffice"
SECONDS = 40.0

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.Office.Common/{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_ITEMS = (
    ("Security/Scripting", "DisableMacrosExecution", "true"),
    ("Security/Scripting", "MacroSecurityLevel", "3"),
    ("Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Security/Scripting", "DisableActiveContent", "true"),
)
# By the first bytes of the main stream, which begins a sector: identity and nFib.
_FILTERS = {
    b"\xdc\xa5\x65\0": "MS WinWord 6.0",
    b"\xdc\xa5\x66\0": "MS WinWord 6.0",
    b"\xdc\xa5\x67\0": "MS Word 95",
    b"\xdc\xa5\x68\0": "MS Word 95",
}
_NEWEST_FILTER = "MS Word 97"
_NO_NETWORK = ("unshare", "--map-root-user", "--net")


def convert(data: bytes) -> bytes | None:
    """The file as docx, None where there is no LibreOffice or it cannot read the file either.

    It is told what the file is: left to itself it takes what it cannot read for plain text.
    """
    program = shutil.which(COMMAND)
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="planparse-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, "notice.doc")
        source.write_bytes(data)
        _write_settings(Path(folder, "profile", "user"))
        command = [program, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless"]
        command += ["--norestore", "--nologo", f"--infilter={_filter(data)}", "--convert-to", "docx"]
        command += ["--outdir", folder, str(source)]
        _run([*_network_guard(), *command], folder)
        made = source.with_suffix(".docx")
        return made.read_bytes() if made.is_file() else None


def _filter(data: bytes) -> str:
    """The filter for the version that the file says it is of."""
    for identity, name in _FILTERS.items():
        if identity in data:
            return name
    return _NEWEST_FILTER


def _write_settings(folder: Path) -> None:
    folder.mkdir(parents=True)
    items = "".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _ITEMS)
    (folder / "registrymodifications.xcu").write_text(_SETTINGS.format(items=items), "utf-8")


def _network_guard() -> tuple[str, ...]:
    """What to put before a command so that it has no network; nothing where the system does not allow it."""
    if not sys.platform.startswith("linux") or shutil.which(_NO_NETWORK[0]) is None:
        return ()
    tried = subprocess.run([*_NO_NETWORK, "true"], capture_output=True, check=False)
    return _NO_NETWORK if tried.returncode == 0 else ()


def _run(command: list[str], folder: str) -> None:
    """Run a command to its end or to the end of its time; then all that it started ends too."""
    own_group = os.name == "posix"
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**os.environ, "HOME": folder},
        start_new_session=own_group,
    )
    try:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(SECONDS)
    finally:
        if own_group:
            _end_group(process.pid)
        elif process.poll() is None:
            process.kill()
        process.wait()


def _end_group(leader: int) -> None:
    with contextlib.suppress(ProcessLookupError):  # it has ended by itself
        os.killpg(leader, signal.SIGKILL)
