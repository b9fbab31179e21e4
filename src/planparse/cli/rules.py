"""`planparse rules`: list, show and test the rules."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planparse.cli import console
from planparse.cli.language import Language
from planparse.cli.messages import text
from planparse.cli.parameters import LanguageOption, RulesOption
from planparse.cli.reading import load_rules
from planparse.cli.status import ExitStatus, Failure
from planparse.findings.visible import visible

if TYPE_CHECKING:
    from planparse.rulecheck import Verdict
    from planparse.rulepack import Example, Rule, RulePack


def list_rules(ctx: typer.Context, rules: RulesOption = None, lang: LanguageOption = None) -> int:
    language: Language = ctx.obj
    pack = load_rules(rules, language)
    width = max((len(id) for id in pack.rules), default=0)
    lines = [
        f"{'*' if rule.user else ' '} {id:<{width}}  {_shape(rule, language)}  {rule.origin}"
        for id, rule in sorted(pack.rules.items())
    ]
    count = len(pack.rules)
    lines.append(text("rules.pack", language, name=pack.name, version=pack.version, count=count))
    console.write_out("\n".join(map(visible, lines)) + "\n")
    return ExitStatus.OK


def show_rules(
    ctx: typer.Context,
    rule: Annotated[str, typer.Argument(metavar="ID")],
    rules: RulesOption = None,
    lang: LanguageOption = None,
) -> int:
    language: Language = ctx.obj
    pack = load_rules(rules, language, examples=True)
    if rule not in pack.rules:
        raise Failure(_no_rule(rule, pack, language))
    console.write_out(_written(pack.rules[rule]))
    return ExitStatus.OK


def test_rules(ctx: typer.Context, rules: RulesOption = None, lang: LanguageOption = None) -> int:
    language: Language = ctx.obj
    pack = load_rules(rules, language, examples=True)
    from planparse.pipeline import extract
    from planparse.rulecheck import check_rules

    def as_record(notice: str) -> dict[str, Any]:
        return extract(notice, rules=pack).to_dict()

    verdicts = check_rules(pack, as_record)
    counts: Counter[str] = Counter(verdict.status for verdict in verdicts)
    lines = [_verdict_line(verdict) for verdict in verdicts if verdict.status != "validated"]
    shown = {status: counts[status] for status in ("validated", "missing", "noisy", "reported")}
    lines.append(text("rules.tested", language, **shown))
    console.write_out("".join(f"{line}\n" for line in lines))
    return ExitStatus.OK if all(verdict.ok for verdict in verdicts) else ExitStatus.FINDINGS


def _verdict_line(verdict: Verdict) -> str:
    line = f"{verdict.origin}:{verdict.line}: {verdict.status} {verdict.rule}: {verdict.message}"
    return visible(f"{line}: {verdict.text}" if verdict.text else line)


def _shape(rule: Rule, language: Language) -> str:
    size = len(rule.words or rule.table or ())
    return text(f"rules.{rule.shape}", language, count=size)


def _no_rule(id: str, pack: RulePack, language: Language) -> str:
    from difflib import get_close_matches

    names = get_close_matches(id[:200], pack.rules, n=3)
    near = text("failure.near-rules", language, names=", ".join(names)) if names else ""
    return text("failure.no-rule", language, id=visible(id), near=near)


def _written(rule: Rule) -> str:
    """The rule as it may stand in a rule file, with the place it comes from."""
    import yaml

    body: dict[str, Any] = {"id": rule.id, "why": rule.why}
    if rule.words is not None:
        body["words"] = dict(rule.words) if any(rule.words.values()) else list(rule.words)
    if rule.pattern is not None:
        body["pattern"] = rule.template or rule.pattern
    if rule.table is not None:
        body["table"] = [dict(row) for row in rule.table]
    for name in ("examples", "counter_examples"):
        if cases := getattr(rule, name):
            body[name] = [_example(case) for case in cases]
    dumped = yaml.safe_dump([body], allow_unicode=True, sort_keys=False, width=100)
    return f"# {visible(rule.origin)}:{rule.line}\n{dumped}"


def _example(example: Example) -> dict[str, Any]:
    written: dict[str, Any] = {"text": example.text}
    if example.expect is not None:
        written["expect"] = example.expect
    if example.whole:
        written["whole"] = True
    return written
