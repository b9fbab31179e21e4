"""The compiled form of the shipped rules: canonical JSON beside this module.

Reading and validating YAML costs tens of milliseconds, reading this file one or two.
It names the digest of the YAML files it was made from, so that an edit is noticed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from planparse.rulepack.pack import Rule, RulePack

PATH = Path(__file__).with_name("compiled.json")
COMMAND = "python -m planparse.rulepack.compile"


class Artefact(NamedTuple):
    """The rules, and the digest of the bytes of the files that they were compiled from."""

    pack: RulePack
    files_sha256: str


def content_digest(rules: Iterable[Rule]) -> str:
    """SHA-256 of what the rules say: not of why, examples, files, lines or layout.

    The order of words and of rows counts, the order of rules and of fields does not.
    """
    import hashlib

    said = [[rule.id, rule.shape, _said(rule)] for rule in sorted(rules, key=lambda rule: rule.id)]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _said(rule: Rule) -> object:
    if rule.words is not None:
        return list(rule.words.items())
    if rule.pattern is not None:
        return rule.pattern
    return [{name: cell for name, cell in row.items() if name != "template"} for row in rule.table or ()]


def render(pack: RulePack, files_sha256: str) -> str:
    """The text of the artefact: one rule a line, so that a change reads well in review."""
    head = {"name": pack.name, "version": pack.version, "sha256": pack.sha256, "files": files_sha256}
    lines = [json.dumps(_plain(rule), ensure_ascii=False) for rule in pack.rules.values()]
    return json.dumps(head)[:-1] + ', "rules": [\n' + ",\n".join(lines) + "\n]}\n"


def _plain(rule: Rule) -> dict[str, object]:
    """A rule without what only its tests and readers need."""
    fields = ("id", "origin", "line", "words", "pattern", "template", "table")
    values = {name: getattr(rule, name) for name in fields}
    return {name: value for name, value in values.items() if value is not None}


def read() -> Artefact | None:
    """The artefact, or None where it is absent or not one of ours."""
    try:
        data = json.loads(PATH.read_bytes())
        rules = {rule["id"]: _rule(rule) for rule in data["rules"]}
        pack = RulePack(data["name"], data["version"], data["sha256"], rules)
        return Artefact(pack, data["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _rule(data: Mapping[str, Any]) -> Rule:
    table = data.get("table")
    return Rule(
        id=data["id"],
        origin=data["origin"],
        line=data["line"],
        words=data.get("words"),
        pattern=data.get("pattern"),
        table=None if table is None else tuple(table),
        template=data.get("template"),
    )
