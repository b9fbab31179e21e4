"""A loaded rule pack: what the other stages ask for words, patterns and tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar, cast

from planparse.rulepack.errors import Mistake, RulePackError, RuleTimeout

if TYPE_CHECKING:
    import regex

T = TypeVar("T")

#: Seconds that one call of a pattern from a user's rules may take.
PATTERN_SECONDS = 2.0


class Matcher(Protocol):
    """What a compiled pattern offers; offsets are those of the whole text."""

    def search(self, text: str, /, pos: int = 0, endpos: int = ...) -> regex.Match[str] | None: ...

    def match(self, text: str, /, pos: int = 0, endpos: int = ...) -> regex.Match[str] | None: ...

    def fullmatch(self, text: str, /, pos: int = 0, endpos: int = ...) -> regex.Match[str] | None: ...

    def finditer(self, text: str, /, pos: int = 0, endpos: int = ...) -> Iterator[regex.Match[str]]: ...


class TimedMatcher:
    """A pattern that comes from a user: each call ends within `seconds` or raises RuleTimeout."""

    __slots__ = ("_pattern", "_rule", "_seconds")

    def __init__(self, pattern: regex.Pattern[str], rule: str, seconds: float) -> None:
        self._pattern = pattern
        self._rule = rule
        self._seconds = seconds

    def search(
        self, text: str, /, pos: int | None = None, endpos: int | None = None
    ) -> regex.Match[str] | None:
        try:
            return self._pattern.search(text, pos, endpos, timeout=self._seconds)
        except TimeoutError:
            raise RuleTimeout(self._rule, self._seconds) from None

    def match(
        self, text: str, /, pos: int | None = None, endpos: int | None = None
    ) -> regex.Match[str] | None:
        try:
            return self._pattern.match(text, pos, endpos, timeout=self._seconds)
        except TimeoutError:
            raise RuleTimeout(self._rule, self._seconds) from None

    def fullmatch(
        self, text: str, /, pos: int | None = None, endpos: int | None = None
    ) -> regex.Match[str] | None:
        try:
            return self._pattern.fullmatch(text, pos, endpos, timeout=self._seconds)
        except TimeoutError:
            raise RuleTimeout(self._rule, self._seconds) from None

    def finditer(
        self, text: str, /, pos: int | None = None, endpos: int | None = None
    ) -> Iterator[regex.Match[str]]:
        try:
            yield from self._pattern.finditer(text, pos=pos, endpos=endpos, timeout=self._seconds)
        except TimeoutError:
            raise RuleTimeout(self._rule, self._seconds) from None


def _by_re(pattern: str) -> Matcher | None:
    """The pattern compiled by `re`; None where only `regex` understands it (\\p{Han}).

    It takes two thirds of the time to compile and half of it to match. It has no time limit:
    only for shipped patterns, which are known to be linear.
    """
    try:
        return cast("Matcher", re.compile(pattern))
    except re.error:
        return None


class Example(NamedTuple):
    """A text that shows a rule at work, and what the record is expected to say.

    `whole`: the text is a notice of its own, not the text of one measure.
    """

    text: str
    expect: Mapping[str, Any] | None = None
    whole: bool = False


class Rule(NamedTuple):
    """One rule: exactly one of `words`, `pattern` and `table` is set.

    A plain list of words maps each word to "". `pattern` is expanded; `template` is the
    pattern as written where it refers to other rules; a row of a table keeps it in a cell
    `template`. `why`, `examples`,
    `counter_examples` and `row_lines` (of a table) are filled only from YAML files.
    """

    id: str
    origin: str
    line: int
    words: Mapping[str, str] | None = None
    pattern: str | None = None
    table: tuple[Mapping[str, Any], ...] | None = None
    template: str | None = None
    user: bool = False
    why: str = ""
    examples: tuple[Example, ...] = ()
    counter_examples: tuple[Example, ...] = ()
    row_lines: tuple[int, ...] = ()

    @property
    def shape(self) -> str:
        """`words`, `pattern` or `table`."""
        if self.words is not None:
            return "words"
        return "pattern" if self.pattern is not None else "table"


class RulePack:
    """Rules by id, with what is made of them cached.

    `sha256` is the digest of what the rules say, however the files are written.
    """

    def __init__(
        self, name: str, version: str, sha256: str, rules: Mapping[str, Rule], timed: Iterable[str] = ()
    ) -> None:
        self.name = name
        self.version = version
        self.sha256 = sha256
        self.rules = rules
        self._timed = frozenset(timed)
        self._patterns: dict[str, Matcher] = {}
        self._derived: dict[Callable[[RulePack], Any], Any] = {}

    def words(self, rule_id: str) -> Mapping[str, str]:
        """Word to value, in the order of the file. RulePackError where `rule_id` is no word list."""
        words = self._rule(rule_id, "words").words
        return {} if words is None else words

    def table(self, rule_id: str) -> tuple[Mapping[str, Any], ...]:
        """The rows of a table. RulePackError where `rule_id` is no table."""
        return self._rule(rule_id, "table").table or ()

    def pattern(self, rule_id: str) -> Matcher:
        """The compiled pattern, compiled on first use. RulePackError where `rule_id` is no pattern."""
        found = self._patterns.get(rule_id)
        if found is None:
            found = self.compile(rule_id, self._rule(rule_id, "pattern").pattern or "")
            self._patterns[rule_id] = found
        return found

    def compile(self, rule_id: str, pattern: str) -> Matcher:
        """Compile `pattern`, which stands in a row of the table `rule_id` or is built from its words.

        What comes from a user runs with a time limit. Not cached: call it from `derive`.
        """
        if rule_id not in self._timed and (standard := _by_re(pattern)) is not None:
            return standard
        import regex

        try:
            compiled = regex.compile(pattern)
        except regex.error as error:
            raise self._error(rule_id, f"the pattern does not compile: {error}") from None
        return TimedMatcher(compiled, rule_id, PATTERN_SECONDS) if rule_id in self._timed else compiled

    def derive(self, build: Callable[[RulePack], T]) -> T:
        """`build(self)`, called once per pack: lexicons made of several rules."""
        if build not in self._derived:
            self._derived[build] = build(self)
        derived: T = self._derived[build]
        return derived

    def _rule(self, rule_id: str, shape: str) -> Rule:
        rule = self.rules.get(rule_id)
        if rule is None:
            raise self._error(rule_id, f"expected a rule with {shape}, found no rule of this id")
        if rule.shape != shape:
            raise self._error(rule_id, f"expected {shape}, found {rule.shape}")
        return rule

    def _error(self, rule_id: str, message: str) -> RulePackError:
        rule = self.rules.get(rule_id)
        place = (rule.origin, rule.line) if rule else (self.name, 0)
        return RulePackError([Mistake(*place, rule_id, message)])
