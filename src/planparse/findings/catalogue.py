"""The catalogue of findings: wording, severity and reasons of every code, in Chinese and English.

Its entries stand in `families`, one module for each family of codes, imported when the first
code of the family is met: most notices show two or three families, and a start is short.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module

from planparse.findings.families.entry import Authority, CatalogueEntry, Lang
from planparse.findings.model import Finding, Label, Severity
from planparse.findings.visible import visible

FAMILIES: Mapping[str, str] = {
    "PP0": "source",
    "PP1": "lines",
    "PP2": "elements",
    "PP3": "outline",
    "PP4": "responsibility",
    "PP5": "quantities",
    "PP6": "times",
    "PP7": "reviewed",
    "PP8": "rules",
    "PP9": "program",
}

AUTHORITIES: Mapping[Authority, tuple[str, str]] = {
    "GB/T 9704": ("国家标准 GB/T 9704-2012《党政机关公文格式》", "the national standard GB/T 9704-2012"),
    "annotation guide": (
        "planparse 标注指南（字段的定义，不是规定）",
        "the planparse annotation guide (what fields mean; not a regulation)",
    ),
    "common practice": ("通行做法，不是规定", "common practice, not a regulation"),
    "planparse": ("planparse 自身的处理方式", "how planparse itself works"),
}

SEVERITIES: Mapping[Severity, tuple[str, str]] = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("警告", "warning"),
    Severity.INFO: ("提示", "info"),
}

# A value is quoted from the notice and can be as long as the notice; a message is one phrase.
_LONGEST_VALUE = 200


def entry(code: str) -> CatalogueEntry:
    """The entry of a code. Raises KeyError for a code that is not in the catalogue."""
    return _family(code[:3])[code]


def entries() -> tuple[CatalogueEntry, ...]:
    """All entries, in the order of their codes."""
    return tuple(each for family in FAMILIES for each in _family(family).values())


def find(code_or_name: str) -> CatalogueEntry | None:
    """The entry of a code or a name, whatever its case."""
    key = code_or_name.strip().lower()
    return next((each for each in entries() if key in (each.code.lower(), each.name)), None)


def severity(finding: Finding) -> Severity:
    return entry(finding.code).severity


def message(finding: Finding, lang: Lang) -> str:
    """The message of a finding: one line without control characters. Raises KeyError as `entry` does."""
    found = entry(finding.code)
    template = found.zh if lang == "zh" else found.en
    if not finding.values and "{" not in template:
        return template
    if found.several_zh and finding.values[:1] and finding.values[0][0] == "count":
        template = found.several_zh if lang == "zh" else found.several_en
    return template.format_map(_Values((key, _worded(found, value, lang)) for key, value in finding.values))


def help_text(finding: Finding, lang: Lang) -> str:
    """What to do about a finding in one line, empty where its message says it all."""
    found = entry(finding.code)
    return found.help_zh if lang == "zh" else found.help_en


def note(finding: Finding, label: Label, lang: Lang) -> str:
    """The wording of a label; a note that the catalogue does not hold is its own wording."""
    found = entry(finding.code).notes.get(label.note)
    if found is None:
        return _shown(label.note)
    return found[0] if lang == "zh" else found[1]


def summarise(findings: Iterable[Finding], lang: Lang) -> str:
    """How many findings there are, worst first: `3 项：1 个错误，2 个警告`."""
    counts = Counter(severity(finding) for finding in findings)
    total = sum(counts.values())
    present = [(each, counts[each]) for each in sorted(Severity, reverse=True) if counts[each]]
    if lang == "zh":
        if not total:
            return "没有发现问题"
        return f"{total} 项：" + "，".join(f"{count} 个{SEVERITIES[each][0]}" for each, count in present)
    if not total:
        return "no findings"
    parts = ", ".join(_counted(count, SEVERITIES[each][1]) for each, count in present)
    return f"{_counted(total, 'finding')}: {parts}"


def explain(code: str, lang: Lang) -> str:
    """Everything the catalogue says about a code or name; for an unknown one, those near to it."""
    found = find(code)
    if found is None:
        return _unknown(code.strip(), lang)
    chinese = lang == "zh"
    head = f"{found.code} {found.name} ({SEVERITIES[found.severity][0 if chinese else 1]})"
    lines = [head, "", found.zh if chinese else found.en]
    if found.several_zh:
        lines.append(f"多处时合为一条：{found.several_zh}" if chinese else f"many places: {found.several_en}")
    lines += ["", found.why_zh if chinese else found.why_en]
    help_line = found.help_zh if chinese else found.help_en
    authority = AUTHORITIES[found.authority][0 if chinese else 1]
    if help_line:
        lines += ["", f"建议：{help_line}" if chinese else f"help: {help_line}"]
    lines += ["", f"依据：{authority}" if chinese else f"authority: {authority}"]
    return "\n".join([*lines, *_example(found.code, chinese)])


def _example(code: str, chinese: bool) -> Iterator[str]:
    # Imported here: nothing but an explanation needs it.
    from planparse.findings.examples import EXAMPLES

    if code in EXAMPLES:
        yield from ("", "示例（- 原文，+ 改正）：" if chinese else "example (- as written, + mended):")
        yield from (f"  {line}" for line in EXAMPLES[code].lines())


@cache
def _family(prefix: str) -> Mapping[str, CatalogueEntry]:
    module = import_module(f"planparse.findings.families.{FAMILIES[prefix]}")
    return {each.code: each for each in module.ENTRIES}


def _worded(found: CatalogueEntry, value: str, lang: Lang) -> str:
    """A value; one that is the key of a note is worded by it."""
    words = found.notes.get(value)
    return _shown(value) if words is None else words[0 if lang == "zh" else 1]


class _Values(dict[str, str]):
    """Values of a message; a finding without one of them still has a message."""

    def __missing__(self, key: str) -> str:
        return "?"


def _shown(value: str) -> str:
    if len(value) > _LONGEST_VALUE:
        value = value[:_LONGEST_VALUE] + "…"
    return visible(" ".join(value.split()))


def _counted(count: int, noun: str) -> str:
    plural = "" if count == 1 or noun == "info" else "s"
    return f"{count} {noun}{plural}"


def near(wanted: str) -> list[str]:
    """Codes with their names that are like what was asked for, the nearest first."""
    # Imported here: difflib is needed for nothing else.
    from difflib import get_close_matches

    by_key = {key: each for each in entries() for key in (each.code, each.name)}
    asked = wanted[:_LONGEST_VALUE]
    keys = get_close_matches(asked.upper(), by_key, n=3) + get_close_matches(asked.lower(), by_key, n=3)
    return list(dict.fromkeys(f"{by_key[key].code} {by_key[key].name}" for key in keys))


def _unknown(wanted: str, lang: Lang) -> str:
    listed = "\n".join(f"  {each}" for each in near(wanted))
    if lang == "zh":
        first = f"没有代码或名称为“{_shown(wanted)}”的条目。"
        return f"{first}相近的有：\n{listed}" if listed else first
    first = f"there is no code or name {_shown(wanted)!r}."
    return f"{first} Near to it:\n{listed}" if listed else first
