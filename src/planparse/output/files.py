"""Writing a file as a whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress


def write_text(path: str | os.PathLike[str], text: str, *, make_folder: bool = False) -> None:
    """`write_bytes` of `text` as UTF-8. Raises UnicodeEncodeError for a lone surrogate."""
    write_bytes(path, text.encode("utf-8"), make_folder=make_folder)


def write_bytes(path: str | os.PathLike[str], data: bytes, *, make_folder: bool = False) -> None:
    """`write_pieces` of `data`. With `make_folder` the folders above are created."""
    folder = os.path.dirname(os.fspath(path))
    if make_folder and folder:
        os.makedirs(folder, exist_ok=True)
    write_pieces(path, (data,))


def write_pieces(path: str | os.PathLike[str], pieces: Iterable[bytes]) -> None:
    """Write pieces one after another under a temporary name beside `path`, then rename it.

    A reader sees the old file or the new one, never half of it, and an interrupt leaves
    nothing behind. An existing path that is no regular file (a pipe, /dev/null) is written
    in place: renaming would replace it. Raises OSError.
    """
    path = os.fspath(path)
    if _is_special(path):
        with open(path, "wb") as file:
            file.writelines(pieces)
        return
    # Not made from the name of the file, which may be as long as the system allows.
    temporary = os.path.join(os.path.dirname(path), f".planparse-{os.urandom(8).hex()}.tmp")
    try:
        with open(temporary, "xb") as file:
            file.writelines(pieces)
        os.replace(temporary, path)
    except BaseException:
        # The failure that led here is the one to report, not that of clearing up.
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _is_special(path: str) -> bool:
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except FileNotFoundError:
        return False
