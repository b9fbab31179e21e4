"""Rules read from YAML: the shipped folder, and a user's folder on top of the shipped rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planparse.rulepack.artefact import content_digest
from planparse.rulepack.errors import Mistake, RulePackError
from planparse.rulepack.expand import expand_all
from planparse.rulepack.lint import pattern_mistakes
from planparse.rulepack.pack import Rule, RulePack
from planparse.rulepack.parse import Parsed, parse_folder
from planparse.rulepack.registry import reference_mistakes

Rows = tuple[Mapping[str, Any], ...]


def read_shipped(folder: str) -> RulePack:
    """The shipped rules from their YAML files. Raises RulePackError with all mistakes."""
    parsed = parse_folder(folder, "rules", user=False)
    if parsed.mistakes or parsed.info is None:
        raise RulePackError(parsed.mistakes)
    rules, mistakes = expand_all(parsed.rules)
    mistakes += reference_mistakes(rules.values(), rules)
    if mistakes:
        raise RulePackError(mistakes)
    return RulePack(parsed.info.name, parsed.info.version, content_digest(rules.values()), rules)


def overlay(shipped: RulePack, folder: str) -> RulePack:
    """`shipped` with the rules of `folder` added or put in the place of those of the same id.

    What the user's rules say or change runs with a time limit, also where a shipped
    pattern refers to them. Raises RulePackError with all mistakes; mistakes of patterns
    are looked for once the files themselves are in order.
    """
    parsed = parse_folder(folder, folder, user=True)
    merged, mistakes = _merged(shipped.rules, parsed)
    if parsed.mistakes or mistakes:
        raise RulePackError([*parsed.mistakes, *mistakes])
    rules, mistakes = expand_all(merged)
    mistakes += reference_mistakes(parsed.rules.values(), rules)
    if mistakes:
        raise RulePackError(mistakes)
    changed = [rule for rule in rules.values() if rule.user or _differs(rule, shipped.rules[rule.id])]
    mistakes = [mistake for rule in changed for mistake in pattern_mistakes(rule)]
    if mistakes:
        raise RulePackError(mistakes)
    name = f"{shipped.name}+{parsed.info.name if parsed.info else 'user'}"
    version = f"{shipped.version}+{parsed.info.version}" if parsed.info else shipped.version
    return RulePack(name, version, content_digest(rules.values()), rules, [rule.id for rule in changed])


def _differs(rule: Rule, shipped: Rule) -> bool:
    """Whether a user's rule that it refers to changed a shipped rule."""
    return (rule.pattern, rule.table) != (shipped.pattern, shipped.table)


def _merged(shipped: Mapping[str, Rule], parsed: Parsed) -> tuple[dict[str, Rule], list[Mistake]]:
    merged = dict(shipped)
    mistakes = []
    for rule in parsed.rules.values():
        base = shipped.get(rule.id)
        extends = rule.id in parsed.extending
        problem = _misfit(base, rule, extends)
        if problem:
            mistakes.append(Mistake(rule.origin, rule.line, rule.id, problem))
        else:
            merged[rule.id] = _extended(base, rule) if base and extends else rule
    return merged, mistakes


def _misfit(base: Rule | None, rule: Rule, extends: bool) -> str:
    """Why a user's rule cannot stand where the shipped one stood; empty where it can."""
    if base is None:
        return "expected a shipped rule of this id to extend, found none" if extends else ""
    if base.shape != rule.shape:
        return f"expected {base.shape}, as in the shipped rule, found {rule.shape}"
    if base.words and rule.words and not _alike(base.words, rule.words):
        shape = "a mapping of words to values" if _has_values(base.words) else "a plain list of words"
        return f"expected {shape}, as in the shipped rule"
    return ""


def _alike(base: Mapping[str, str], words: Mapping[str, str]) -> bool:
    """Whether words have values as those of the shipped list do, which may leave some without."""
    return _has_values(words) == _has_values(base) or (_has_values(base) and "" in base.values())


def _has_values(words: Mapping[str, str]) -> bool:
    return any(words.values())


def _extended(base: Rule, rule: Rule) -> Rule:
    """The shipped rule with the user's words (theirs win) or rows added."""
    words = None if base.words is None or rule.words is None else {**base.words, **rule.words}
    table = None if base.table is None or rule.table is None else _joined(base.table, rule.table)
    return rule._replace(
        words=words,
        table=table,
        examples=base.examples + rule.examples,
        counter_examples=base.counter_examples + rule.counter_examples,
        row_lines=(),
    )


def _joined(base: Rows, rows: Rows) -> Rows:
    """Rows of an id that the shipped table has stand in their place, the others after the shipped ones."""
    known = {row["id"] for row in base if "id" in row}
    mine = {row["id"]: row for row in rows if row.get("id") in known}
    kept = tuple(mine.get(row.get("id"), row) for row in base)
    return kept + tuple(row for row in rows if row.get("id") not in mine)
