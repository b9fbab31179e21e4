"""The package as others meet it: its names, its types, its version, what an import costs."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import planparse

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
HEAVY = ("pydantic", "regex", "yaml", "json", "typer", "rich", "importlib.metadata")


def modules_after(statement: str) -> set[str]:
    """The modules that a fresh Python has loaded after a statement."""
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    return set(run.stdout.decode().split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    loaded = modules_after("import planparse") - modules_after("pass")
    assert {name for name in loaded if name.startswith("planparse.")} == set()
    assert loaded.isdisjoint(HEAVY)


def test_plain_text_loads_no_reader_of_another_format() -> None:
    notice = "青禾县人民政府关于采茶的通知\\n一、备足农资。（县水利局负责）"
    loaded = modules_after(f"import planparse; planparse.extract_bytes('{notice}'.encode(), name='a.txt')")
    assert loaded.isdisjoint({"lxml", "pypdfium2", "subprocess"})
    assert {name for name in loaded if name.startswith("planparse.intake.")} == {
        f"planparse.intake.{name}" for name in ("decode", "detect", "mojibake", "reader", "source")
    }


def test_a_name_loads_its_own_module_only() -> None:
    loaded = modules_after("import planparse; planparse.Document")
    assert "planparse.records" in loaded
    assert "planparse.pipeline" not in loaded


@pytest.mark.parametrize("name", planparse.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(planparse, name) is not None
    assert name in dir(planparse)


def test_an_unknown_name_is_an_attribute_error() -> None:
    name = "extrakt"
    with pytest.raises(AttributeError, match=f"module 'planparse' has no attribute '{name}'"):
        getattr(planparse, name)


def test_a_type_checker_sees_the_names_that_a_program_sees() -> None:
    tree = ast.parse((ROOT / "src/planparse/__init__.py").read_text("utf-8"))
    seen = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("planparse.")
        for alias in node.names
    }
    assert seen == set(planparse.__all__) - {"__version__"}
    assert (ROOT / "src/planparse/py.typed").is_file()


def test_every_record_type_is_public() -> None:
    from planparse import records

    types = {n: t for n, t in vars(records).items() if isinstance(t, type) and issubclass(t, records.Record)}
    concrete = {name for name, kind in types.items() if not kind.__subclasses__()}
    assert concrete <= set(planparse.__all__)


def test_the_version_has_one_home() -> None:
    assert "version" in PROJECT["project"]["dynamic"]
    assert PROJECT["tool"]["hatch"]["version"]["path"] == "src/planparse/__init__.py"
    assert re.fullmatch(r"\d+\.\d+\.\d+", planparse.__version__)
    assert f"\n## [{planparse.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_extra_and_the_group_are_the_same_list() -> None:
    assert PROJECT["project"]["optional-dependencies"]["test"] == PROJECT["dependency-groups"]["test"]


def test_every_dependency_has_a_lower_bound_and_no_upper_one() -> None:
    listed = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["test"]
    assert [d for d in listed if not re.fullmatch(r"[\w.-]+>=[\d.]+", d)] == []


def test_the_command_and_the_rules_are_packaged() -> None:
    assert PROJECT["project"]["scripts"] == {"planparse": "planparse.cli.main:run"}
    assert PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"] == {
        "rules": "planparse/_rules"
    }
    assert (ROOT / "rules/pack.yaml").is_file()
