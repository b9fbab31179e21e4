"""The members of a zip file, read within limits: nothing is trusted, nothing is written to disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from planparse.intake.unreadable import Unreadable

MOST_MEMBERS = 5_000
MOST_BYTES = 64 * 2**20  # of one member
MOST_IN_ALL = 160 * 2**20  # of all members read
MOST_RATIO = 200  # how often over a member may be packed, if it is large
_LARGE = 4 * 2**20

_OF_NAMES = ("gb18030", "utf-8", "big5hkscs")
_ENTRY = b"PK\x01\x02"  # begins the entry of a member in the directory at the end
_ENCRYPTED = 0x1
_NAMED_IN_UTF8 = 0x800


class Member(NamedTuple):
    """A file in a zip file: its name as a person reads it, and its size as the directory says."""

    name: str
    size: int
    info: zipfile.ZipInfo


class Members:
    """A zip file opened. Raises Unreadable where it is damaged or beyond the limits.

    `bytes_read` counts what was unpacked; an archive inside another goes on counting.
    """

    def __init__(self, data: bytes, bytes_read: int = 0) -> None:
        # The directory is read whole when the file is opened, so its length is judged before.
        if data.count(_ENTRY) > MOST_MEMBERS:
            raise Unreadable("PP022", what="members", limit=MOST_MEMBERS)
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except Exception as error:  # zipfile and the decompressors raise whatever they raise
            raise Unreadable("PP021", detail=str(error)) from None
        self.bytes_read = bytes_read

    def __iter__(self) -> Iterator[Member]:
        """The files in the order of the directory; folders are left out."""
        infos = [info for info in self._file.infolist() if not info.is_dir()]
        names = _names(infos)
        for info, name in zip(infos, names, strict=True):
            yield Member(name, info.file_size, info)

    def read(self, member: Member, most: int = MOST_BYTES) -> bytes:
        """The bytes of a member. Raises Unreadable where it is locked, damaged or beyond the limits."""
        info = member.info
        if info.flag_bits & _ENCRYPTED:
            raise Unreadable("PP020")
        _check_size(info, most)
        try:
            with self._file.open(info) as stream:
                data = stream.read(most + 1)
        except Exception as error:
            raise Unreadable("PP021", detail=str(error)) from None
        self.bytes_read += len(data)
        if len(data) > most or self.bytes_read > MOST_IN_ALL:
            raise Unreadable("PP022", what="bytes", limit=most if len(data) > most else MOST_IN_ALL)
        return data


def _check_size(info: zipfile.ZipInfo, most: int) -> None:
    if info.file_size > most:
        raise Unreadable("PP022", what="bytes", limit=most)
    if info.file_size > _LARGE and info.file_size > MOST_RATIO * info.compress_size:
        raise Unreadable("PP022", what="ratio", limit=MOST_RATIO)


def _names(infos: list[zipfile.ZipInfo]) -> list[str]:
    """The names as written; those without the mark of UTF-8 are judged together.

    Windows writes them in its own encoding, and zipfile reads them as the first one ever used.
    """
    from planparse.intake.guess import guess

    raw = [info.orig_filename.encode("cp437", "replace") for info in infos if not _is_marked(info)]
    # By common characters alone: short names in GB18030 may be valid UTF-8 of rare ones.
    encoding, _ = guess(b"\n".join(raw))
    if encoding not in _OF_NAMES:
        encoding = _OF_NAMES[0]
    unmarked = iter(raw)
    return [
        info.filename if _is_marked(info) else next(unmarked).decode(encoding, "replace").replace("\\", "/")
        for info in infos
    ]


def _is_marked(info: zipfile.ZipInfo) -> bool:
    return bool(info.flag_bits & _NAMED_IN_UTF8)
