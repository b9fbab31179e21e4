"""What a number that has been judged becomes: a target or a standard, with all that its record says."""

from __future__ import annotations

from planparse.facts.bounds import NEAR_VERB
from planparse.facts.neighbours import Neighbours
from planparse.facts.quantity import Quantity, comparator_of
from planparse.spans import Span

THRESHOLD = "quantities.comparators-after"


class Verdicts(Neighbours):
    """Targets and standards of one number among its neighbours."""

    __slots__ = ()

    def _target(
        self, clause: int, indicator: Span | None, action: Span | None, basis: str, rule: str
    ) -> Quantity:
        phrases, place = self.phrases, self.number.digits
        strength = phrases.strength(self.text, phrases.clause_start(self.text, self.start, place), place)
        if strength == "plain":
            strength = phrases.leading_strength(self.text, self.start, place)
        return self._promised("target", indicator, action, basis, strength, "", rule)

    def _standard(self, kind: str, indicator: Span | None, rule: str) -> Quantity:
        return self._promised("standard", indicator, None, "", "", kind, rule)

    def _listed_threshold(self, previous: Quantity) -> Quantity:
        """突破1亿元、5亿元的企业: the last of a list bounds what the first does."""
        listed = self._standard("threshold", previous.indicator, THRESHOLD)
        return listed._replace(comparator=previous.comparator)

    def _promised(
        self,
        what: str,
        indicator: Span | None,
        action: Span | None,
        basis: str,
        strength: str,
        kind: str,
        rule: str,
    ) -> Quantity:
        indicator = self._up_to_next(indicator)
        return Quantity(
            what=what,
            number=self.number,
            comparator=comparator_of(self.number, self._bound_apart()),
            indicator=indicator,
            action=action or self.phrases.level_verb(self.text, self.number),
            basis=basis,
            strength=strength,
            kind=kind,
            baseline=self.baseline.value if self.baseline else None,
            per=self.phrases.per(self.text, self.floor, self.number.start),
            due=None,
            rule=rule,
        )

    def _bound_apart(self) -> str:
        """A bound that does not touch the number: 最高补助20万元, 按不低于最低价的70%."""
        phrases = self.phrases
        before_verb = phrases.bound_before_verb(self.text, self.floor, self.number)
        low = self.floor if self.time is None else max(self.start, self.time[0] - NEAR_VERB)  # 不低于上年度…
        return before_verb or phrases.bound_of_base(self.text, low, self.number)[0]
