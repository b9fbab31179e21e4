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
    from planparse.batch.library import Extraction, extract_many
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
    _PIPELINE = ("extract", "extract_bytes", "extract_file")
    _BATCH = ("Extraction", "extract_many")
    _RULEPACK = ("RulePack", "RulePackError", "load_rules")

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        homes = {"pipeline": _PIPELINE, "batch.library": _BATCH, "rulepack": _RULEPACK}
        home = next((home for home, names in homes.items() if name in names), "records")
        value = getattr(import_module(f"{__name__}.{home}"), name)
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
    "Source",
    "Standard",
    "Target",
    "__version__",
    "extract",
    "extract_bytes",
    "extract_file",
    "extract_many",
    "load_rules",
]
