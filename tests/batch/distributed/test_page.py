"""What docs/cluster.md shows can be run, as far as it is ours."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import planparse

from .conftest import notice

PAGE = (Path(__file__).parents[3] / "docs" / "cluster.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def test_every_name_of_ours_is_there() -> None:
    names = [
        (node.module, alias.name)
        for block in BLOCKS
        for node in ast.walk(ast.parse(block))
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    ]
    assert names == [
        ("planparse.batch.distributed", "Options"),
        ("planparse.batch.distributed", "run_shards"),
    ]
    assert all(hasattr(import_module(module), name) for module, name in names)


def test_another_engine_needs_no_more_than_five_lines() -> None:
    engines = [block for block in BLOCKS if "map_notice" in block]
    assert len(engines) == 2
    assert all(len([line for line in block.splitlines() if line]) <= 5 for block in engines)


def test_the_mapper_needs_nothing_but_bytes_and_a_path() -> None:
    row = {"path": "s3://bucket/通知.txt", "bytes": notice().encode()}  # as Ray hands it over
    record = planparse.map_notice(row["bytes"], row["path"]).get("record")  # type: ignore[arg-type]
    assert record == planparse.extract_bytes(notice().encode(), name="通知.txt").to_json()
