"""Small rule packs of our own, written to a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planparse.rulepack import RulePack
from planparse.rulepack.overlay import read_shipped

Write = Callable[..., Path]

PACK = "name: base\nversion: 0.1.0\n"

ROLES = """\
- id: roles.words
  why: roles stand after the bodies
  words: {牵头负责: lead, 负责: responsible}
  examples:
  - {text: 测试任务。（市甲局负责）, expect: {responsibilities: [{role: responsible}]}}
- id: roles.joints
  why: words that join two bodies
  words: [会同, 商]
- id: roles.closing
  why: a role word at the end
  pattern: '(?P<bodies>[^（）]{1,40}?)(?P<role>${roles.words})?$'
- id: roles.number
  why: a plain number
  pattern: '(?<!\\d)\\d{1,5}+号'
- id: roles.levels
  why: a table
  table:
  - {name: city, rank: 1, suffixes: [市, 州], open: true, share: 0.5}
- id: roles.lists
  why: a table whose rows have patterns
  table:
  - {pattern: '甲${roles.joints}乙'}
"""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files into a new folder: `write("mine", {"roles.yaml": "…"})`."""

    def files(name: str, contents: dict[str, str | bytes]) -> Path:
        folder = tmp_path / name
        for path, content in contents.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            data = content.encode() if isinstance(content, str) else content
            target.write_bytes(data)
        folder.mkdir(exist_ok=True)
        return folder

    return files


@pytest.fixture
def base_folder(write: Write) -> Path:
    return write("base", {"pack.yaml": PACK, "roles.yaml": ROLES})


@pytest.fixture
def base(base_folder: Path) -> RulePack:
    """What stands for the shipped rules in these tests."""
    return read_shipped(str(base_folder))
