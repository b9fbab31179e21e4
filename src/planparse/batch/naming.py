"""Names of outputs, made from those of inputs: safe on every system, no two alike."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

# What Windows allows in no name; `/` parts folders and is kept.
_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f\ud800-\udfff]')
_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
# Bytes of one part of a path; file systems allow 255, and suffixes come on top.
_LONGEST_PART = 200
_DIGEST_BYTES = 4


def output_names(relatives: Iterable[str], suffix: str) -> list[str]:
    """The output of each input, below the output folder: its whole name and `suffix`.

    `a/通知.txt` becomes `a/通知.txt.yaml`: what else lies in the folder does not change it. Of names that
    some file systems take for the same (case, composition), those after the first get `~2`, `~3` …
    """
    used: set[str] = set()
    names: list[str] = []
    for relative in relatives:
        safe = "/".join(_safe(part) for part in relative.split("/") if part not in ("", ".", ".."))
        count, name = 1, f"{safe or '_'}{suffix}"
        while (key := unicodedata.normalize("NFC", name).casefold()) in used:
            count += 1
            name = f"{safe or '_'}~{count}{suffix}"
        used.add(key)
        names.append(name)
    return names


def _safe(part: str) -> str:
    """One part of a path with a name that every system takes."""
    part = _FORBIDDEN.sub("_", part).rstrip(". ") or "_"
    if _DEVICE.match(part):
        part = f"_{part}"
    raw = part.encode()
    if len(raw) <= _LONGEST_PART:
        return part
    digest = hashlib.blake2b(raw, digest_size=_DIGEST_BYTES).hexdigest()
    return f"{raw[: _LONGEST_PART - len(digest) - 1].decode(errors='ignore')}~{digest}"
