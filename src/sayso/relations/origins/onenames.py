"""Which sources of one claim are surely one body or person by two names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sayso.relations.names.bodies import body_words
from sayso.relations.names.introductions import Introduction
from sayso.relations.names.namekeys import BODY, given_name, name_key
from sayso.relations.origins.naming import nameless, office
from sayso.relations.words.spellings import folded

#: Who is introduced with one of these does not hold the office.
NOT_NOW = frozenset("former ex deputy vice acting elect".split())


def one_names(
    names: Collection[str], people: Collection[str], introduced: Mapping[str, Sequence[Introduction]]
) -> dict[str, str]:
    """Name → the other of some names that is surely the same one's: a person with her middle names or her given name
    in full, a body whose name is spelt or ordered otherwise, whoever alone is introduced with an office.
    ``introduced`` tells how people are, by their folded names."""
    return dict([*_whole_names(people), *_spellings(set(names) - set(people)), *_offices(names, people, introduced)])


def _whole_names(people: Collection[str]) -> Iterator[tuple[str, str]]:
    """A short name and the one longer there is: "Pete Lund", "Peter Aldo Lund" or else "Peter Lund". "Peter Lund Jr."
    may be his son."""
    words = {name: folded(name).split() for name in sorted(people) if folded(name)}
    for name, held in words.items():
        if len(held) != 2:
            continue
        ends = given_name(held[0]), held[-1]
        alike = {o: long for o, long in words.items() if (given_name(long[0]), long[-1]) == ends and long != held}
        middle = [other for other, long in alike.items() if len(long) > 2]
        full = middle or [other for other, long in alike.items() if long[0] == ends[0]]
        if len(full) == 1:
            yield name, full[0]


def _spellings(bodies: Collection[str]) -> Iterator[tuple[str, str]]:
    """Bodies of one name but for its spelling and order: "Ministry of Defence", "Defense Ministry"; the longest name
    goes for all."""
    held: dict[str, list[str]] = defaultdict(list)
    for name in sorted(bodies, key=lambda name: (-len(name), name)):
        if " " in name:
            held[name_key(BODY, name)].append(name)
    for named in held.values():
        yield from ((other, named[0]) for other in named[1:])


def _offices(
    names: Collection[str], people: Collection[str], introduced: Mapping[str, Sequence[Introduction]]
) -> Iterator[tuple[str, str]]:
    """An office and the one of these people who is introduced with it: "Harlow governor", "Harlow Governor Petar
    Lund"."""
    told = {who: [set(folded(i.words).split()) for i in introduced.get(folded(who), ())] for who in sorted(people)}
    for name in sorted(set(names) - set(people)):
        words = set(folded(name).split())
        holders = [
            who for who, held in told.items() if any(words <= said and not (said - words) & NOT_NOW for said in held)
        ]
        if office(name) and len(holders) == 1:
            yield name, holders[0]


def full_names(names: Iterable[str]) -> dict[str, str]:
    """Short form → the one name here that it is short for: "Morrow" of Ines Morrow, "ministry" of the emergencies
    ministry, "Delta Front" of the Delta Front militia; and what is told of a name → the name: "first report of
    Ines Morrow". Of names that go on from one another the longest is meant. A body that needs no name, "police", is
    short for none."""
    held = sorted({name for name in names if name}, key=lambda name: (len(name), name))
    out: dict[str, str] = {}
    for name in [name for name in held if nameless(name[:1])]:
        named = [other for other in held if not nameless(other[:1]) and _is_short(other, name)]
        out |= {name: named[-1]} if named else {}
    held = [name for name in held if name not in out]
    short: dict[str, str] = {}
    for number, name in enumerate(held):
        longer = [other for other in held[number + 1 :] if _is_short(name, other)]
        if longer and all(one == longer[-1] or _is_short(one, longer[-1]) for one in longer):
            short[name] = longer[-1]
    return {name: short.get(full, full) for name, full in out.items()} | short


def _is_short(name: str, other: str) -> bool:
    """Whether a name is the end of a longer one, or its beginning with no more than a kind behind it."""
    short, long = folded(name).split(), folded(other).split()
    if not short or len(short) >= len(long):
        return False
    if len(short) == 1 and nameless(name) and name not in body_words("kind") & body_words("generic", "office"):
        return False
    if long[-len(short) :] == short:
        return True
    return long[: len(short)] == short and not nameless(name) and nameless(" ".join(other.split()[len(short) :]))
