"""Which place the issuer of a notice governs, and what that place belongs to.

The issuers say it, else the titles. A city that is no division may be invented or new: whom the
notice is addressed to tells its level. What a county belongs to is read off the divisions or,
where they do not have it, off the text: 青禾市委, 《青禾市…行动计划》.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from planparse.facts.bodies import Resolver
from planparse.facts.body_words import BodyWords, beginnings_of, endings_of
from planparse.facts.places import Jurisdiction, Place, Places
from planparse.rulepack import RulePack
from planparse.structure.elements import Elements
from planparse.structure.lines import fold

_ISSUERS = ("issuers", "mark")
_TITLES = ("plan_title", "title")
_LONGEST_DIVISION = 15
_LONGEST_ZONE = 10
_USUAL_LENGTHS = (3, 4, 5)  # letters of a city's name with 市 or 州
_TITLE_OPENER = "《"


def find_jurisdiction(elements: Elements, text: str, rules: RulePack) -> Jurisdiction | None:
    """The place of the first issuer that has one; `text` is all of the notice."""
    places = rules.derive(Places)
    resolver = Resolver(None, rules)
    chains = (_chain(name, resolver) for name in _names(elements, _ISSUERS))
    chain = next(filter(None, chains), []) or _of_titles(elements, resolver)
    if not chain:
        return None
    place = _with_level(chain[-1], elements, resolver)
    parents = tuple(reversed(chain[:-1])) or places.parents(place.name)
    if not parents and place.level == "county":
        parents = _named_in(text, places, rules.derive(BodyWords))
    outermost = parents[-1].name if parents else place.name
    return Jurisdiction(place, (*parents, *places.parents(outermost)) if parents else ())


def _names(elements: Elements, parts: tuple[str, ...]) -> Iterator[str]:
    for part in parts:
        yield from (value.text for value in elements.values.get(part, ()))


def _chain(issuer: str, resolver: Resolver) -> list[Place]:
    """The places that an issuer's name begins with, else the one it has inside, or the nation."""
    chain = _leading(issuer, resolver)
    if chain:
        return chain
    place = resolver.read(issuer).place
    return [place] if place else []


def _of_titles(elements: Elements, resolver: Resolver) -> list[Place]:
    chains = (_leading(title, resolver) for title in _names(elements, _TITLES))
    return next(filter(None, chains), [])


def _leading(name: str, resolver: Resolver) -> list[Place]:
    """The places that a name begins with; of 青禾开发区（霁原区）, which share an office, the district."""
    places = resolver.around.places
    name = fold(resolver.around.without_before(name))
    chain = places.leading(name)
    zone, _, behind = name.partition("(")
    district = places.chain(behind.partition(")")[0]) if chain and behind else []
    is_zone = next(endings_of(zone, resolver.registry.endings, _LONGEST_ZONE), "")
    return district if is_zone and district and places.chain(zone) == chain else chain


def _with_level(place: Place, elements: Elements, resolver: Resolver) -> Place:
    """市 outside the divisions is a city, not a county-level one, where counties are addressed."""
    if place.level != "county" or resolver.words.levels.get(place.name[-1]) != "city":
        return place
    addressed = (resolver.read(fold(name)).body for name in _names(elements, ("addressees",)))
    above = any(resolver.registry.level_of(body) == "county" for body in addressed)
    return place._replace(level="city") if above else place


def _named_in(text: str, places: Places, words: BodyWords) -> tuple[Place, ...]:
    """The city that the text names most often as one with organs or plans: 青禾市委, 《青禾市…."""
    cities = Counter(
        name
        for name in (*_before_seats(text, places, words), *_in_titles(text, places))
        if name and places.place(name).level == "city"
    )
    return tuple(places.place(name) for name, _ in cities.most_common(1))


def _before_seats(text: str, places: Places, words: BodyWords) -> Iterator[str]:
    for seat in (seat for seat, organ in words.seats.items() if organ):
        end = text.find(seat, 1)
        while end >= 0:
            if text[end - 1] in words.levels:
                names = (text[max(end - length, 0) : end] for length in _USUAL_LENGTHS)
                yield next((places.names[name] for name in names if name in places.names), "")
            end = text.find(seat, end + 1)


def _in_titles(text: str, places: Places) -> Iterator[str]:
    start = text.find(_TITLE_OPENER)
    while start >= 0:
        title = text[start + 1 : start + 1 + _LONGEST_DIVISION]
        yield next(beginnings_of(title, places.codes, _LONGEST_DIVISION), "")
        start = text.find(_TITLE_OPENER, start + 1)
