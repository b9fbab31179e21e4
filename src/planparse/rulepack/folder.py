"""A folder of rule files: which files belong to it, their bytes, and the digest of those."""

from __future__ import annotations

import os

PACK_FILE = "pack.yaml"

#: Bytes. A rule file is written by hand; one that is larger is something else.
MAX_FILE_BYTES = 1024 * 1024


def rule_files(folder: str) -> list[str]:
    """Names of the YAML files of `folder`, relative to it, sorted, with `/`; one level of subfolders.

    `.yml` files are listed too, so that the reader can refuse them by name instead of
    passing over them. Raises OSError where the folder cannot be listed.
    """
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                found += [f"{entry.name}/{name}" for name in os.listdir(entry.path) if _is_yaml(name)]
            elif _is_yaml(entry.name):
                found.append(entry.name)
    return sorted(found)


def _is_yaml(name: str) -> bool:
    return name.endswith((".yaml", ".yml")) and not name.startswith(".")


def read_bytes(folder: str, name: str) -> bytes:
    """At most MAX_FILE_BYTES + 1 bytes of a file. Raises OSError."""
    path = os.path.join(folder, *name.split("/"))
    if not os.path.isfile(path):
        raise OSError("not a regular file")
    with open(path, "rb") as file:
        return file.read(MAX_FILE_BYTES + 1)


def bytes_digest(folder: str) -> str:
    """SHA-256 of the names and bytes of all rule files: tells whether anything was edited."""
    import hashlib

    digest = hashlib.sha256()
    for name in rule_files(folder):
        data = read_bytes(folder, name)
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()
