"""Rules as data: the language and the domain, read from YAML, validated and compiled.

`load_rules()` gives the shipped rules, `load_rules(folder)` the same with a user's rules
on top. What is imported here is all that an ordinary start needs: the YAML reader, the
validation and the linter are loaded only when a YAML file has to be read.
"""

from __future__ import annotations

from planparse.rulepack.errors import Mistake, RulePackError, RuleTimeout
from planparse.rulepack.load import load_rules
from planparse.rulepack.pack import Example, Matcher, Rule, RulePack

__all__ = [
    "Example",
    "Matcher",
    "Mistake",
    "Rule",
    "RulePack",
    "RulePackError",
    "RuleTimeout",
    "load_rules",
]
