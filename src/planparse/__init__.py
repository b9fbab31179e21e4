"""planparse: Chinese government notices that carry a plan, as validated records.

    import planparse

    document = planparse.extract_file("notice.txt")
    print(document.to_yaml())

Names are loaded on first use: a program that wants one function, or the command line
printing its help, does not pay for what it leaves alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from planparse.batch.many import Extraction, extract_many
    from planparse.batch.mapping import map_notice
    from planparse.findings.selection import Selection, UnknownCode
    from planparse.pipeline import extract, extract_bytes, extract_file
    from planparse.records import (
        Attachment,
        Convention,
        Deadline,
        Department,
        Document,
        DocumentNumber,
        EffectiveOwner,
        FindingRecord,
        Item,
        Jurisdiction,
        Measure,
        Notice,
        OverridesUsed,
        Passage,
        Period,
        Plan,
        Reference,
        Responsibility,
        RulesUsed,
        Section,
        Source,
        Standard,
        Target,
    )
    from planparse.rulepack import RulePack, RulePackError, load_rules
else:
    _HOMES = {
        **dict.fromkeys(("extract", "extract_bytes", "extract_file"), "pipeline"),
        **dict.fromkeys(("RulePack", "RulePackError", "load_rules"), "rulepack"),
        **dict.fromkeys(("Extraction", "extract_many"), "batch.many"),
        "map_notice": "batch.mapping",
        **dict.fromkeys(("Selection", "UnknownCode"), "findings.selection"),
    }

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOMES.get(name, 'records')}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})


__all__ = [
    "Attachment",
    "Convention",
    "Deadline",
    "Department",
    "Document",
    "DocumentNumber",
    "EffectiveOwner",
    "Extraction",
    "FindingRecord",
    "Item",
    "Jurisdiction",
    "Measure",
    "Notice",
    "OverridesUsed",
    "Passage",
    "Period",
    "Plan",
    "Reference",
    "Responsibility",
    "RulePack",
    "RulePackError",
    "RulesUsed",
    "Section",
    "Selection",
    "Source",
    "Standard",
    "Target",
    "UnknownCode",
    "__version__",
    "extract",
    "extract_bytes",
    "extract_file",
    "extract_many",
    "load_rules",
    "map_notice",
]
