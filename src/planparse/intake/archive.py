"""Zip archives: the files in them, by content, never written to disk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from planparse.intake.detect import binary_kind
from planparse.intake.formats import READERS
from planparse.intake.members import Members
from planparse.intake.unreadable import Unreadable

if TYPE_CHECKING:
    from planparse.findings.model import Findings
    from planparse.intake.source import SourceText
    from planparse.rulepack import RulePack

_DEEPEST = 2  # an archive in an archive, and no further
_LEFT_BEHIND = ("thumbs.db", "desktop.ini", ".ds_store")
_MOST_LISTED = 10


Skipped = dict[str, list[str]]  # paths by what the files are, or by the finding that says why not


class ArchiveFile(NamedTuple):
    """A file of an archive that can be read: its path in there (`附件.zip/通知.docx`), and its bytes."""

    path: str
    data: bytes


def archive_files(data: bytes, findings: Findings) -> Iterator[ArchiveFile]:
    """The files of an archive that can be read, in its order; then findings on those that cannot.

    Raises Unreadable where the archive itself is damaged or beyond the limits.
    """
    skipped: Skipped = {}
    yield from _files(Members(data), "", 1, skipped)
    for why, paths in skipped.items():
        findings.add("PP035", name=listed(paths), kind=why)


def archive_member(data: bytes, path: str) -> bytes:
    """The bytes of the file at a path in an archive. Raises Unreadable, and KeyError where there is none."""
    return _member(Members(data), path)


def _member(members: Members, path: str) -> bytes:
    for member in members:
        if member.name == path:
            return members.read(member)
        if path.startswith(f"{member.name}/"):
            inner = Members(members.read(member), members.bytes_read)
            return _member(inner, path.removeprefix(f"{member.name}/"))
    raise KeyError(path)


def read_only_member(data: bytes, name: str, findings: Findings, rules: RulePack | None) -> SourceText | None:
    """The text of the archive's one file; None with a finding where there are several, or none."""
    from planparse.intake.reader import read

    first: ArchiveFile | None = None
    paths = []
    try:
        for file in archive_files(data, findings):
            first = first or file
            paths.append(file.path)
    except Unreadable as problem:
        findings.add(problem.code, **problem.values)
        return None
    if first is None:
        findings.add("PP034")
        return None
    if len(paths) > 1:
        findings.add("PP033", count=len(paths), names=listed(paths))
        return None
    return read(first.data, f"{name}/{first.path}", findings, rules=rules)


def listed(names: list[str]) -> str:
    return "、".join(names[:_MOST_LISTED]) + ("…" if len(names) > _MOST_LISTED else "")


def _files(members: Members, folder: str, depth: int, skipped: Skipped) -> Iterator[ArchiveFile]:
    for member in members:
        if _is_left_behind(member.name):
            continue
        path = folder + member.name
        try:
            data = members.read(member)
            kind = binary_kind(data)
            if kind == "ZIP" and depth < _DEEPEST:
                inner = Members(data, members.bytes_read)
                yield from _files(inner, f"{path}/", depth + 1, skipped)
                members.bytes_read = inner.bytes_read
            elif kind is None or kind in READERS:
                yield ArchiveFile(path, data)
            else:
                skipped.setdefault(kind, []).append(path)
        except Unreadable as problem:
            skipped.setdefault(problem.code, []).append(path)


def _is_left_behind(name: str) -> bool:
    """Whether a file is one that systems and office programs leave in folders."""
    *folders, last = name.split("/")
    return "__MACOSX" in folders or last.lower() in _LEFT_BEHIND or last.startswith(("._", "~$"))
