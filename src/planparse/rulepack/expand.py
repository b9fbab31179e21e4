"""`${family.rule}` in patterns: the words of another rule, or its pattern.

`${family.rule:first}` and `${family.rule:last}` are the sets of letters that its words begin or end with: a
search that is to spare others the work follows its list so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from planparse.rulepack.errors import Mistake
from planparse.rulepack.pack import Rule

#: Characters of a pattern after expansion. References to references multiply.
MAX_EXPANDED = 100_000

_REFERENCE = re.compile(r"\$\{([^{}]*)\}?")
_PARTS = ("", "first", "last")
_CLASSES = re.compile(r"\\.|\[\^?\]?|\]|\$\{", re.DOTALL)


def expand_all(rules: Mapping[str, Rule]) -> tuple[dict[str, Rule], list[Mistake]]:
    """The rules with every template expanded, and the mistakes of those that cannot be.

    A word list becomes the alternation of its words, longest first; a pattern becomes a
    group. Neither captures more than it did.
    """
    expanded = dict(rules)
    mistakes = [mistake for rule in rules.values() for mistake in _unusable(rule, rules)]
    bad = {mistake.rule for mistake in mistakes}
    order, cycles = _order({rule.id: _needs(rule, rules) for rule in rules.values() if rule.id not in bad})
    mistakes += [
        _mistake(rules[cycle[0]], f"references in a circle: {' → '.join(cycle)}") for cycle in cycles
    ]
    for rule_id in order:
        filled = _filled(rules[rule_id], expanded)
        if filled is None:
            message = f"expected at most {MAX_EXPANDED} characters after expansion"
            mistakes.append(_mistake(rules[rule_id], message))
        else:
            expanded[rule_id] = filled
    return expanded, mistakes


def _filled(rule: Rule, rules: Mapping[str, Rule]) -> Rule | None:
    """The rule with its references, or those of its rows, filled in; None where that grows too long."""
    if rule.template is not None:
        pattern = _expand(rule.template, rules)
        return None if pattern is None else rule._replace(pattern=pattern)
    if not _templates(rule):
        return rule
    rows = [_filled_row(row, rules) for row in rule.table or ()]
    whole = tuple(row for row in rows if row is not None)
    return rule._replace(table=whole) if len(whole) == len(rows) else None


def _filled_row(row: Mapping[str, Any], rules: Mapping[str, Rule]) -> Mapping[str, Any] | None:
    if "template" not in row:
        return row
    pattern = _expand(row["template"], rules)
    return None if pattern is None else {**row, "pattern": pattern}


def _templates(rule: Rule) -> list[str]:
    """The patterns of a rule, or of the rows of its table, that refer to other rules."""
    if rule.template is not None:
        return [rule.template]
    return [row["template"] for row in rule.table or () if "template" in row]


def alternation(words: Mapping[str, str]) -> str:
    """The words as one non-capturing group, longest first, so that no word hides a longer one."""
    if not words:
        return "(?!)"  # matches nothing, as an empty list should
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


def _letters(words: Mapping[str, str], part: str) -> str:
    """The letters that the words begin or end with, as a set."""
    letters = sorted({word[0] if part == "first" else word[-1] for word in words})
    return f"[{''.join(map(re.escape, letters))}]" if letters else "(?!)"


def _unusable(rule: Rule, rules: Mapping[str, Rule]) -> list[Mistake]:
    templates = _templates(rule)
    mistakes = []
    found = dict.fromkeys(name for template in templates for name in _REFERENCE.findall(template))
    for name in found:
        rule_id, _, part = name.partition(":")
        target = rules.get(rule_id) if part in _PARTS else None
        if target is None:
            mistakes.append(_mistake(rule, f"expected the id of a rule in ${{…}}, found {name or 'nothing'}"))
        elif target.shape == "table":
            mistakes.append(_mistake(rule, f"expected words or a pattern in ${{{name}}}, found a table"))
        elif part and target.words is None:
            mistakes.append(_mistake(rule, f"expected words in ${{{name}}}, found a pattern"))
    if any(map(_in_class, templates)):
        mistakes.append(_mistake(rule, "expected ${…} outside of [ ], found it inside"))
    return mistakes


def _in_class(template: str) -> bool:
    """Whether a reference stands inside a character class, where its text would be characters."""
    inside = False
    for token in _CLASSES.finditer(template):
        text = token.group()
        if text.startswith("["):
            inside = True
        elif text == "]":
            inside = False
        elif text == "${" and inside:
            return True
    return False


def _needs(rule: Rule, rules: Mapping[str, Rule]) -> list[str]:
    """The other templates that must be expanded before this one."""
    return [name for name in _references(_templates(rule)) if rules[name].template is not None]


def _references(templates: list[str]) -> list[str]:
    """The rules that the templates refer to, each once."""
    names = (name for template in templates for name in _REFERENCE.findall(template))
    return list(dict.fromkeys(name.partition(":")[0] for name in names))


def _order(needs: Mapping[str, list[str]]) -> tuple[list[str], list[list[str]]]:
    """Ids such that each comes after what it needs, and the circles among the others.

    What needs a rule that has mistakes of its own is left out too: those come first.
    """
    users: dict[str, list[str]] = {}
    open_needs = {rule_id: len(names) for rule_id, names in needs.items()}
    for rule_id, names in needs.items():
        for name in names:
            users.setdefault(name, []).append(rule_id)
    order = [rule_id for rule_id, count in open_needs.items() if count == 0]
    for rule_id in order:  # grows while it is read
        for user in users.get(rule_id, ()):
            open_needs[user] -= 1
            if open_needs[user] == 0:
                order.append(user)
    stuck = {rule_id for rule_id, count in open_needs.items() if count}
    return order, _circles({rule_id: [name for name in needs[rule_id] if name in stuck] for rule_id in stuck})


def _circles(needs: Mapping[str, list[str]]) -> list[list[str]]:
    """One circle for each walk along first needs that comes back to itself."""
    circles = []
    seen: set[str] = set()
    for start in sorted(needs):
        walk: dict[str, None] = {}
        here = start
        while here not in seen and needs[here]:
            seen.add(here)
            walk[here] = None
            here = needs[here][0]
        if here in walk:
            steps = list(walk)
            circles.append([*steps[steps.index(here) :], here])
    return circles


def _expand(template: str, rules: Mapping[str, Rule]) -> str | None:
    """The template with its references filled in; None where that grows too long."""
    parts, length, end = [], 0, 0
    for reference in _REFERENCE.finditer(template):
        rule_id, _, part = reference.group(1).partition(":")
        words = rules[rule_id].words
        if words is None:
            text = f"(?:{rules[rule_id].pattern})"
        else:
            text = _letters(words, part) if part else alternation(words)
        length += len(text)
        if length > MAX_EXPANDED:
            return None
        parts += [template[end : reference.start()], text]
        end = reference.end()
    return "".join([*parts, template[end:]])


def _mistake(rule: Rule, message: str) -> Mistake:
    return Mistake(rule.origin, rule.line, rule.id, message)
