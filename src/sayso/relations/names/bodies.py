"""Whether two names may be one body: a ministry and its minister, an army and its command, a group and its agency."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from sayso import assets
from sayso.outlets import family
from sayso.relations.words.spellings import folded

#: Words of a name that say nothing of whose it is.
FILLERS = frozenset(
    "of the for in and a an on at by s spokesman spokeswoman spokesperson official senior deputy head chief director "
    "office department agency service national federal general acting statement report source sources adviser "
    "country nation county district province borough".split()
)
#: Whoever is introduced by one of these speaks for a body that was named before.
WHOSE = frozenset({"its", "their"})
#: What doctors are called by before their names.
LEARNED = frozenset({"dr", "dr.", "prof", "prof.", "professor"})
OFFICE_YEARS = re.compile(r"\s*\d{4}.*$")


class Body(NamedTuple):
    """What a name, with the words that introduced it, tells of a body. ``parts`` are institutional (``*``: any part of
    its state); ``country`` an ISO code or blank; ``own`` the words left over, which say whose it is where no country
    does."""

    name: str
    parts: frozenset[str]
    country: str
    own: frozenset[str]
    phrases: tuple[str, ...]


def body_words(*kinds: str) -> frozenset[str]:
    """Words for bodies of some kinds: kind, generic, field, office, single, personal, politics."""
    return assets.words("bodywords.tsv", *kinds)


@functools.cache
def _institutions() -> dict[tuple[str, ...], frozenset[str]]:
    return {
        tuple(folded(row["phrase"]).split()): frozenset(row["parts"].split("|"))
        for row in assets.rows("institutions.tsv")
    }


@functools.cache
def countries() -> dict[str, str]:
    """Folded names, adjectives and capitals of countries → code."""
    out: dict[str, str] = {}
    for row in assets.rows("demonyms.tsv"):
        if row["kind"] != "country":
            continue
        forms = [row["name"], *row["aliases"].split("|"), *row["demonyms"].split("|"), row["capital"]]
        for form in filter(None, map(folded, forms)):
            out.setdefault(form, row["code"])
            out.setdefault(f"{form}s", row["code"])
    return out


@functools.cache
def _known() -> dict[str, tuple[str, str]]:
    """Folded name → (country, office or kind) of bodies and people of state."""
    out: dict[str, tuple[str, str]] = {}
    for row in assets.rows("bodies.tsv"):
        for form in (row["name"], *row["aliases"].split("|")):
            out.setdefault(folded(form), (row["country"], ""))
    for row in assets.rows("people.tsv"):
        offices = " ".join(OFFICE_YEARS.sub("", office) for office in row["offices"].split("|"))
        for form in (row["name"], *row["aliases"].split("|")):
            out.setdefault(folded(form), (row["country"], offices))
    out.pop("", None)
    return out


@functools.cache
def public_people() -> frozenset[str]:
    """The folded names, of two words and more, of people in public life."""
    rows = assets.rows("people.tsv")
    forms = (folded(form) for row in rows for form in (row["name"], *row["aliases"].split("|")))
    return frozenset(form for form in forms if " " in form)


@functools.cache
def _forms_of_address() -> frozenset[str]:
    """The folded words that stand before a person's name and say nothing of whose: ``col``, ``mrs``."""
    told = (row["form"] for row in assets.rows("roles.tsv") if row["kind"] == "rank" or row["form"] in LEARNED)
    return frozenset(word for phrase in told for word in folded(phrase).split())


@functools.cache
def describe(name: str, phrases: tuple[str, ...] = ()) -> Body:
    """A body from its name and from the phrases that introduced it as a source ("army spokesman Col. X")."""
    country, office = _known().get(folded(name), ("", ""))
    country = "" if "|" in country else country
    named = folded(name).split()
    parts, left = _parts(named)
    if office:
        parts |= _parts(folded(office).split())[0]
    of_its_own = bool(parts)
    for phrase in phrases:
        words = folded(phrase).split()
        more, rest = _parts(words)
        named_there = {folded(w) for w in phrase.replace("’", "'").removesuffix("'s").split() if w[:1].isupper()}
        rest = [w for w in rest if any(w in name.split() for name in named_there)]  # "presiding" says nothing of whose
        # an introduction tells of a person's office; of a body only what its own name leaves open
        if more and (not of_its_own or office):
            parts |= more
            if not of_its_own:  # a person: whose office it is, stands beside the name
                left = [w for w in rest if w not in named] + ([] if left == named else left)
        country = country or _country(rest)
    country = country or _country(left)
    if " ".join(named) in countries():
        parts |= {"*"}  # "Moscow", "Russia" as a source: any part of its state
    nobodys = FILLERS | _forms_of_address() | body_words("politics")  # "socialist" says nothing of whose government
    own = frozenset(w for w in left if w not in nobodys and w not in countries())
    return Body(name, parts, country, own, phrases)


def _parts(words: list[str]) -> tuple[frozenset[str], list[str]]:
    """The institutional parts that some words name, and the words left over; the longest phrase first."""
    parts: frozenset[str] = frozenset()
    left: list[str] = []
    at = 0
    while at < len(words):
        for length in (5, 4, 3, 2, 1):
            found = _institutions().get(tuple(words[at : at + length])) if at + length <= len(words) else None
            if found is not None:
                parts |= found
                at += length
                break
        else:
            left.append(words[at])
            at += 1
    if not body_words("office").isdisjoint(left):
        parts |= body_words("field").intersection(left)
        left = [w for w in left if w not in body_words("field", "office")]
    return parts, left


def _country(words: list[str]) -> str:
    """The one country that some words name; blank where they name none or several."""
    found = {
        countries()[" ".join(words[i : i + n])]
        for n in (1, 2, 3)
        for i in range(len(words) - n + 1)
        if " ".join(words[i : i + n]) in countries()
    }
    return found.pop() if len(found) == 1 else ""


def one_body(a: Body, b: Body) -> str | None:
    """Why two names may be one body, in a sentence; None where nothing says so."""
    left, right = folded(a.name).split(), folded(b.name).split()
    shorter, longer = sorted((left, right), key=len)
    if set(shorter) <= set(longer) and len(set(shorter) - FILLERS) > 1:
        return f"{a.name} and {b.name} may be one body: one name holds the other"
    if len(shorter) == 1 < len(longer) and shorter[0] == longer[-1] and shorter[0] not in body_words("kind"):
        return f"{a.name} and {b.name} may be one: a surname alone is anybody's of that name"
    for one, other in ((a, b), (b, a)):
        if _office_of(one.name, other.name):
            return f"{one.name} may speak for {other.name}: by name one belongs to the other"
        if _bare_kind(one.name, other.name):
            return f"{one.name} and {other.name} may be one body: the former does not say which one it is"
        if _of_a_body(one) and not _person(other) and not (one.parts and other.parts and not one.parts & other.parts):
            said = one.phrases[0]
            return f"{one.name} may speak for {other.name}: it is introduced as “{said}”, of a body just named"
        for phrase in one.phrases:
            inside = f" {folded(other.name)} " in f" {folded(phrase)} "
            if (inside or _by_kind(phrase, one.name, other.name)) and folded(other.name) not in folded(one.name):
                return f"{one.name} may speak for {other.name}: it is introduced as “{phrase}”"
    if _initials(a.name, b.name) or _initials(b.name, a.name) or _ends_alike(a.name, b) or _ends_alike(b.name, a):
        return f"{a.name} and {b.name} may be one body: one may be short for the other"
    owners = {folded(family(a.name)): folded(b.name), folded(family(b.name)): folded(a.name)}
    if any(owner and owner == other for owner, other in owners.items()):
        return f"{a.name} and {b.name} may be one body: one is the other's news agency"
    shared = _shared_parts(a, b)
    if not shared:
        return None
    whose = _one_owner(a, b)
    return f"{a.name} and {b.name} may be one body: {shared}{whose}" if whose is not None else None


def one_family(a: str, b: str) -> str | None:
    """Why two people may be one, or of one house, by the last words of their names; None where these differ."""
    left, right = folded(a).split(), folded(b).split()
    if not left or not right or left[-1] != right[-1]:
        return None
    return f"{a} and {b} may be one person, or of one family: they have one surname"


def one_beginning(a: str, b: str) -> str | None:
    """Why two names of bodies may be one: the one word of one begins the other ("Ardair", "Ardair Cargo"); None where
    it does not, or is a nation's."""
    shorter, longer = sorted((folded(a).split(), folded(b).split()), key=len)
    if len(shorter) != 1 or len(longer) < 2 or shorter[0] != longer[0] or shorter[0] in countries():
        return None
    return f"{a} and {b} may be one body: one name begins the other"


def _office_of(name: str, whose: str) -> bool:
    """Whether a name says that it is somebody's ("Lund's office", "Lund campaign", of Petar Lund), or is of one who is
    known to hold an office there."""
    owner, _, rest = name.replace("’", "'").partition("'s ")
    if not rest:
        owner, _, kind = name.rpartition(" ")
        rest = kind if folded(kind) in body_words("personal") else ""
    if rest and owner and folded(owner).split()[-1:] == folded(whose).split()[-1:]:
        return True
    return f" {folded(whose)} " in f" {folded(_known().get(folded(name), ('', ''))[1])} "


def _bare_kind(kind: str, name: str) -> bool:
    """Whether one name is no more than a kind of body, "the Authority", and the other is one of that kind, spelled out
    or by its letters: "Food and Drugs Authority", "FDA"."""
    word = folded(kind)
    if word not in body_words("kind"):
        return False
    return word == folded(name).split(" ")[-1] or (name.isupper() and 2 < len(name) < 7 and name[-1].lower() == word[0])


def _of_a_body(body: Body) -> bool:
    """Whether somebody is introduced only as a body's: "its spokesman Petar Lund"."""
    return any(not WHOSE.isdisjoint(folded(phrase).split()) for phrase in body.phrases)


def _person(body: Body) -> bool:
    """Whether a name was introduced with words before or behind it, as people are."""
    return any(folded(phrase).removeprefix("the ") != folded(body.name).removeprefix("the ") for phrase in body.phrases)


def _initials(short: str, name: str) -> bool:
    """Whether a word of large letters in one name is made of the first letters of words of the other in a row."""
    firsts = "".join(w[0] for w in name.replace("-", " ").split() if w[:1].isupper())
    return any(len(w) > 2 and w.isupper() and w.isalpha() and w in firsts for w in short.split() if w not in name)


def _ends_alike(short: str, body: Body) -> bool:
    """Whether a word of large letters in one name ends with those of a body that does not say whose it is: ``NYPD`` and
    ``Police Department``."""
    firsts = "".join(word[0] for word in body.name.split() if word[:1].isupper())
    if body.own or body.country or len(firsts) < 2:
        return False
    return any(len(w) > len(firsts) and w.isupper() and w.endswith(firsts) for w in short.split())


def _by_kind(phrase: str, name: str, body: str) -> bool:
    """Whether an introduction speaks of a body only by its kind, "the union's secretary", and the body is of that kind:
    nothing says that it is another one."""
    kinds = [w for w in folded(body).split() if w in body_words("kind")]
    words = phrase.split()
    named = [w for w in words if w[:1].isupper() and folded(w) not in folded(name).split() and w.lower() != "the"]
    if not kinds and all(folded(w) in countries() for w in named) and body[:1].isupper():
        said = folded(phrase.replace("’s", " s").replace("'s", " s")).split()
        return not body_words("generic").isdisjoint(said[:-1]) and "the" in phrase.lower().split()
    return bool(kinds) and kinds[-1] in folded(phrase).split() and body_words("kind").isdisjoint(map(folded, named))


def _shared_parts(a: Body, b: Body) -> str | None:
    if not a.parts or not b.parts:
        return None
    common = sorted(a.parts & b.parts - {"*"})
    if common:
        return f"both are of {' and '.join(common)}"
    return "one of them may be any part of its state" if "*" in a.parts | b.parts else None


def _one_owner(a: Body, b: Body) -> str | None:
    """What says that two institutions are of one state or town; None where they are of different ones."""
    if a.country and b.country:
        return f" of one state ({a.country})" if a.country == b.country else None
    if a.own & b.own:
        return f" ({', '.join(sorted(a.own & b.own))})"
    if a.country or b.country:
        bare = b if a.country else a
        return ", and one does not say whose" if not bare.own else None
    if not a.own or not b.own:
        return ", and one does not say whose"
    return None


def party_to(body: Body, participant: str) -> str | None:
    """Why a source is a party to what it claims, in a sentence; None where nothing says so."""
    other = describe(participant)
    if folded(body.name) == folded(participant):
        return f"{body.name} is a party to what it claims"
    speaks = one_body(body, other)
    if speaks is not None:
        return f"{body.name} may be a party to what it claims: {participant} acts in it"
    described = participant.split()[-1][:1].islower()  # "Ruvian air strikes"
    if body.country and body.country == other.country and body.parts and (other.parts or not other.own or described):
        return f"{body.name} is a party to what it claims: {participant} is of the same state ({body.country})"
    return None
