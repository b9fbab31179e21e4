"""The word lists and patterns of rules/quantities.yaml that judge a number, ready for matching."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from planparse.rulepack import Matcher, RulePack
from planparse.words import Words


class QuantityWords(NamedTuple):
    """What the rules say of the words round numbers; each field is the rule of that name."""

    links: frozenset[str]  # 、 and the words that join what stands in a list
    edges: frozenset[str]  # letters that stand round a noun and are no part of it
    parted: Matcher  # what parts the nouns of a list
    follows: Matcher  # a link right before the next time of a list
    bases: Mapping[str, str]
    durations: frozenset[str]
    classes: Mapping[str, str]
    level: Words
    change: Words
    filler: Words
    verbs: Words
    weak_verbs: Words
    modality: Words
    starts: Words
    ends: Words
    paid: Words
    giving: Words
    budget: Words
    volume: Words
    rate: Words
    split: Words
    shared_costs: Words
    procedure: Words
    added: Words
    measures: Words
    noun_endings: Words
    activities: Words
    no_starts: Words
    recipients: Words
    shortening: Words
    bounds: Words
    respectively: Words
    comparing: Words
    based_on: Words
    numbered: Words
    parts: Words
    as_of: Words
    held: Words
    completed: Words
    divisions: Words
    ratio_nouns: Words
    multiples: Words
    condition_links: Words
    object_openers: Words
    unit_names: Words
    included: Words
    sizes: Words
    scales: Words
    finishing: Words
    shares_measured: Words
    which: Words
    base_ends: Words
    leading: Matcher
    stop: Matcher
    described: Matcher
    lifetimes: Matcher
    parties: Words
    cited: Matcher
    norm: Matcher
    moved: Matcher
    reached: Matcher
    based: Matcher
    whole: Matcher
    used: Matcher
    of_base: Matcher
    payment_signs: Matcher
    support: Matcher
    of_standard: Matcher
    dimensions: Matcher
    cost_shares: Matcher
    compared: Matcher
    baseline_from: Matcher
    baseline_to: Matcher
    bounded_noun: Matcher
    relative: Matcher
    everywhere: Matcher
    shares: Matcher
    relief: Matcher
    reaches: Matcher
    each_case: Matcher
    explained: Matcher
    granted: Matcher
    granted_next: Matcher
    granted_here: Matcher
    priced: Matcher
    paid_to: Matcher
    paid_out: Matcher
    fee_rates: Matcher
    paid_shares: Matcher
    funds: Matcher
    and_so_on: Matcher
    existing: Matcher
    done: Matcher
    looking_back: Matcher
    reached_already: Matcher
    payment_verbs: Matcher
    no_verb: Matcher
    bound_before_verb: Matcher
    payment_nouns: Matcher
    fee_nouns: Matcher
    payment_before: Matcher
    payment_of_each: Matcher
    given_by_standard: Matcher
    by_standard: Matcher
    paid_as: Matcher
    per: Matcher
    verb_nouns: Matcher
    raised: Matcher
    share_of: Matcher
    said_of_share: Matcher
    duty: Matcher
    no_bounds: Words
    case_before: Matcher
    steady: Matcher

    def class_of(self, unit: str) -> str | None:
        """The class of a unit; 元/亩 is money as 元 is, /10万 is one by itself."""
        return self.classes.get(unit.partition("/")[0] or unit)

    @classmethod
    def build(cls, rules: RulePack) -> QuantityWords:
        def listed(name: str) -> Words:
            return Words.of(rules.words(f"quantities.{name}"))

        def pattern(name: str) -> Matcher:
            return rules.pattern(f"quantities.{name}")

        joined = rules.words("grammar.conjunctions")
        links = frozenset(("、", *joined, *rules.words("grammar.alternatives")))
        part = "|".join(("、", *sorted(map(re.escape, joined), key=len, reverse=True)))
        return cls(
            links=links,
            edges=links | frozenset(" 的"),
            parted=rules.compile("grammar.conjunctions", part),
            follows=rules.compile("grammar.conjunctions", f"(?:{part})到?$"),
            bases={**rules.words("quantities.process-verbs"), **rules.words("quantities.achievement-verbs")},
            durations=frozenset(rules.words("quantities.duration-units")),
            classes=rules.words("quantities.unit-classes"),
            level=listed("level-words"),
            change=listed("change-words"),
            filler=listed("fillers"),
            verbs=listed("achievement-verbs"),
            weak_verbs=listed("process-verbs"),
            modality=listed("modality"),
            starts=listed("indicator-starts"),
            ends=listed("indicator-ends"),
            paid=listed("payment-words"),
            giving=listed("giving-verbs"),
            budget=listed("budget-words"),
            volume=listed("volume-words"),
            rate=listed("rate-nouns"),
            split=listed("split-words"),
            shared_costs=listed("shared-costs"),
            procedure=listed("procedure-nouns"),
            added=listed("added-words"),
            measures=listed("measure-nouns"),
            noun_endings=listed("noun-endings"),
            activities=listed("activity-nouns"),
            no_starts=listed("no-starts"),
            recipients=listed("recipients"),
            shortening=listed("shortening"),
            bounds=listed("comparators-before"),
            respectively=listed("respectively"),
            comparing=listed("comparing"),
            based_on=listed("based-on"),
            numbered=listed("numbered-things"),
            parts=listed("parts"),
            as_of=listed("as-of"),
            held=listed("held-nouns"),
            completed=listed("completed"),
            divisions=listed("divisions"),
            base_ends=Words.of((*rules.words("quantities.base-costs"), *rules.words("quantities.base-ends"))),
            ratio_nouns=listed("ratio-nouns"),
            multiples=listed("multiples"),
            condition_links=listed("condition-links"),
            object_openers=listed("object-openers"),
            unit_names=listed("unit-names"),
            included=Words.of(f"({word}" for word in rules.words("quantities.inclusive-words")),
            sizes=listed("sizes"),
            scales=listed("scales"),
            finishing=listed("finishing-verbs"),
            shares_measured=listed("share-nouns"),
            which=listed("bounds-of-kinds"),
            leading=pattern("leading-modality"),
            stop=pattern("indicator-stop"),
            described=pattern("described"),
            lifetimes=pattern("lifetimes"),
            parties=listed("paid-parties"),
            cited=pattern("cited-things"),
            norm=pattern("norms"),
            moved=pattern("moved"),
            reached=pattern("reached"),
            based=pattern("bound-of-base"),
            whole=pattern("wholes"),
            used=pattern("used-for"),
            of_base=pattern("level-of-base"),
            payment_signs=pattern("payment-signs"),
            support=pattern("support-nouns"),
            of_standard=pattern("of-standard"),
            dimensions=pattern("dimensions"),
            cost_shares=pattern("cost-shares"),
            compared=pattern("compared"),
            baseline_from=pattern("baseline-from"),
            baseline_to=pattern("baseline-to"),
            bounded_noun=pattern("bounded-noun"),
            relative=pattern("relative-noun"),
            everywhere=pattern("everywhere"),
            shares=pattern("shares-of-all"),
            relief=pattern("relief"),
            reaches=pattern("reaches"),
            each_case=pattern("each-case"),
            explained=pattern("explained"),
            granted=pattern("granted"),
            granted_next=pattern("granted-next"),
            granted_here=pattern("granted-here"),
            priced=pattern("priced"),
            paid_to=pattern("paid-to"),
            paid_out=pattern("paid-out"),
            fee_rates=pattern("fee-rates"),
            paid_shares=pattern("paid-shares"),
            funds=pattern("funds"),
            and_so_on=pattern("and-so-on"),
            existing=pattern("existing"),
            done=pattern("done"),
            looking_back=pattern("looking-back"),
            reached_already=pattern("reached-already"),
            payment_verbs=pattern("payment-verbs"),
            no_verb=pattern("no-verb"),
            bound_before_verb=pattern("bound-before-verb"),
            payment_nouns=pattern("payment-nouns"),
            fee_nouns=pattern("fee-nouns"),
            payment_before=pattern("payment-before"),
            payment_of_each=pattern("payment-of-each"),
            given_by_standard=pattern("given-by-standard"),
            by_standard=pattern("by-standard"),
            paid_as=pattern("paid-as"),
            per=pattern("per"),
            verb_nouns=pattern("verb-nouns"),
            raised=pattern("raised"),
            share_of=pattern("share-of"),
            said_of_share=pattern("said-of-share"),
            duty=pattern("duties"),
            no_bounds=listed("no-comparators"),
            case_before=pattern("case-before"),
            steady=pattern("steady"),
        )
