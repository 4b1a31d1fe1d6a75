"""What a clause holds of what the lexicon of predicates may ask for."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Collection, Iterator

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.counting import counted, distance, told_above
from sayso.layers.clauses.phrases import Tree
from sayso.layers.names.stretches import is_title
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.labels import PLACES
from sayso.layers.parsing.parse import Token
from sayso.layers.times.numerals import ORDINALS
from sayso.layers.values.harmed import harm_conditions
from sayso.layers.values.roles import amount_of, lemma_of
from sayso.layers.values.routes import ENTERING, Route
from sayso.layers.values.slots import nouns
from sayso.types import Quantity
from sayso.vocab import Category

#: Whoever can act: spaCy's labels for the names that no lexicon knows.
ACTORS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
PARTIES = (Category.PERSON, Category.ORGANISATION, Category.GROUP, Category.LOCATION, Category.NATIONALITY)
#: The kinds of nouns that a line of the lexicon may ask its subject or object to be of.
KINDS = (
    *("armed", "people", "place", "part", "vehicle", "shot", "report", "way", "end", "storm"),
    *("dwelling", "structure", "machine", "outlaw", "authority", "livestock"),
)
WAYS = frozenset({"from", "out", "into", "to", "onto"})
PERSONS = frozenset(
    "he she him her who whom they them i me we us you everyone everybody anyone anybody chief head boss coach manager "
    "director executive minister leader chairman diplomat envoy".split()
)
SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
LONGEST_SCORE = 7
#: How many words before a noun may belong to it.
REACH = 6
#: Nouns that make one verb with "take" where they stand alone.
LIGHT = frozenset("place part office effect shape root aim cover shelter flight turn heart note".split())
#: Verbs of telling somebody what to do.
TELLING = frozenset({"tell", "order", "urge", "advise", "force", "instruct", "ask", "direct", "oblige"})
#: What stands within a place.
WITHIN = frozenset({"in", "inside", "within", "at"})
#: The name of a body may end this many characters before the noun that it describes.
LONGEST_NAME = 25


@functools.cache
def _kinds_of() -> dict[str, list[str]]:
    """Nouns by the kinds that a line of the lexicon may ask for."""
    out: dict[str, list[str]] = {}
    for kind in KINDS:
        for noun in nouns(kind):
            out.setdefault(noun, []).append(kind)
    return out


def _kinds(role: str, noun: Token | None, clause: Clause, tree: Tree, findings: Findings) -> set[str]:
    """Of which kinds a noun is, by itself or by a word that it is made up with: "the water cannon", "Storm Hilda"."""
    if noun is None:
        return set()
    parts = [t for t in clause.sentence.tokens[max(0, noun.index - REACH) : noun.index] if t.head == noun.index]
    inner = amount_of(noun, tree) or noun  # "47 of 52 drones"
    words = {lemma_of(noun).lower(), lemma_of(inner).lower(), noun.text.lower()}
    compound = {t.lemma.lower() for t in parts if t.dep == "compound"}
    held = {f"{role}:{kind}" for word in words | compound for kind in _kinds_of().get(word, ())}
    mention = findings.mention_of(noun)
    named = mention is not None and mention.category is Category.PERSON
    titled = noun.pos == "NOUN" and is_title(noun.lemma.lower())
    if named or titled or words & nouns("people", "armed") or {noun.text.lower(), noun.lemma.lower()} & PERSONS:
        held.add(f"{role}:person")
    return held


def _run(first: Token, told: dict[int, str]) -> str:
    """A number with the dash and the number that stand right behind it, as far as they do: "3-1"."""
    run = first.text
    while len(run) < LONGEST_SCORE and first.start + len(run) in told:
        run += told[first.start + len(run)]
    return run


def _light(clause: Clause, tree: Tree) -> bool:
    """Whether a verb and its object are one verb, or a verb and its particle another one: "took place", "took part",
    "took up positions", but "took back the town"."""
    if clause.object is None or clause.head.lemma.lower() != "take":
        return False
    particle = tree.child(clause.head, "prt")
    bare = clause.object.tag == "NN" and not tree.kids[clause.object.index] and clause.object.lemma in LIGHT
    return bare or (particle is not None and particle.lemma.lower() not in ("over", "back"))


def _grounds(clause: Clause, tree: Tree, findings: Findings, known: Collection[str]) -> Iterator[str]:
    """``ground``: the object is a place; ``grip``: there is a hold on one; ``of place``: a noun is of one, such as the
    fall of a town. ``known`` are the words of the names of places that the clause is set in."""
    taken = clause.object
    if taken is not None and (_ground(taken, tree, findings, known) or retaken(clause) or (known and _site(clause))):
        yield "ground"
    for token in clause.own:
        if token.pos not in ("NOUN", "PROPN"):
            continue
        over = [t for t in tree.kids[token.index] if t.dep == "prep" and t.lemma.lower() in ("of", "over", "on")]
        nouns_of = [noun for t in over for noun in tree.kids[t.index] if noun.dep == "pobj"]
        within = any(_ground(noun, tree, findings, known) for noun in nouns_of)
        whose = any(_named_place(t, findings, known) for t in tree.kids[token.index] if t.dep in ("poss", "compound"))
        if within or whose:
            yield "of place"
        if token.lemma.lower() in GRIPS and (within or whose or (known and not nouns_of)):
            yield "grip"


def retaken(clause: Clause) -> bool:
    """Whether armed people did to a name that nothing is known of what is done to places: "the army retook Kamar"."""
    done = clause.head.lemma.lower() in RETAKING and clause.object is not None and clause.object.pos == "PROPN"
    return done and clause.subject is not None and lemma_of(clause.subject).lower() in nouns("armed") - {"police"}


def _site(clause: Clause) -> bool:
    """Whether armed people did to a site what is done to places: "militants recaptured two gas fields"."""
    armed = clause.subject is not None and lemma_of(clause.subject).lower() in nouns("armed") - {"police"}
    sites = clause.object is not None and clause.object.lemma.lower() in nouns("site")
    return armed and sites and clause.head.lemma.lower() in RETAKING | {"seize", "capture", "occupy"}


#: Verbs of taking that are said of places.
RETAKING = frozenset({"retake", "recapture", "reconquer", "overrun", "liberate"})
#: Parts of a country or a town, without its name: "seized the east".
COMPASS = frozenset("north south east west northeast northwest southeast southwest".split())
#: What one has on a place that one holds.
GRIPS = frozenset(
    {"control", "hold", "grip", "possession", "command", "ground", "authority", "sovereignty", "foothold"}
)


def _ground(noun: Token, tree: Tree, findings: Findings, known: Collection[str], depth: int = 3) -> bool:
    """Whether a noun is a place, a part of one, or so much of one: "Merrin", "two villages", "most of the coast"."""
    lemma = noun.lemma.lower()
    if lemma in nouns("place") | COMPASS or _named_place(noun, findings, known):
        return True
    if known and lemma in nouns("part") - nouns("amount"):
        return True
    inner = tree.behind(noun, "of", "around")
    if inner is None or not depth or lemma in nouns("people", "armed") | PERSONS:
        return False
    mention = findings.mention_of(noun)
    if mention is not None and mention.category is not Category.LOCATION:
        return False
    return _ground(inner, tree, findings, known, depth - 1)


def _named_place(noun: Token, findings: Findings, known: Collection[str]) -> bool:
    """Whether a token is in a place's name, or is a word for one that was named before."""
    called = findings.mention_of(noun) is None and noun.entity in PLACES
    return called or noun.text in known or findings.is_place(noun)


def _joins(ordinal: Token, tree: Tree) -> bool:
    """Whether somebody joins those harmed by an ordinal: "the body of a twelfth victim"."""
    noun = tree.tokens[ordinal.head]
    return noun.tag == "NN" and noun.lemma.lower() in FOUND and tree.phrase(noun)[0].text.lower() in ("a", "an")


#: Those who are found dead.
FOUND = frozenset({"body", "corpse", "victim", "fatality", "casualty", "skeleton"})
#: What falls from the sky.
WEATHER = frozenset({"rain", "rainfall", "snow", "snowfall", "hail", "sleet", "drizzle", "downpour"})


def _fallen(quantity: Quantity, clause: Clause) -> bool:
    """Whether a measure is of what fell from the sky: no price fell by it."""
    return quantity.unit in ("mm", "cm", "m", "in", "ft") and not WEATHER.isdisjoint(t.lemma for t in clause.own)


def conditions(clause: Clause, tree: Tree, findings: Findings, route: Route) -> frozenset[str]:
    """The names of the conditions that hold: number, measure, place, acting, route, force, work, current, vehicle,
    agent, armed, passage (into a place, or from one to another), civil, told, nowhere, object, seat, site, fired,
    party, score, out, out of, not guilty, bare (nothing is done to anybody), journey, and, for each kind of noun,
    object:kind and subject:kind."""
    own = frozenset(lemma_of(t).lower() for t in clause.own if _told_of(t, tree))
    held = {
        *_kinds("object", clause.object, clause, tree, findings),
        *_kinds("subject", clause.subject, clause, tree, findings),
        *_worded(clause, own),
        *_counted(clause, tree, findings),
        *_routed(clause, route, findings),
        *_acted(clause, route, findings),
        *harm_conditions(clause, tree, findings),
        *_grounds(clause, tree, findings, frozenset(word for place in route.at for word in place.name.split())),
    }
    told_of = own | {lemma_of(clause.subject).lower()} if clause.subject and clause.dep in ("relcl", "acl") else own
    if "number" in held and told_of & nouns("people") and not told_of & nouns("armed"):
        held.add("civil")
    if own & nouns("armed") or _names_a_party(clause, findings):
        held.add("party")
    return frozenset(held - {"place", "object", "armed", "ground"} if _light(clause, tree) else held)


def _told_of(word: Token, tree: Tree) -> bool:
    """Whether a clause may tell of what a word says: no verb, as in "forced", and no part of another word, as in
    "rebel-held"."""
    after = tree.tokens[word.index + 1] if word.index + 1 < len(tree.tokens) else word
    return word.pos not in ("VERB", "AUX") and (after.text != "-" or after.start > word.end)


def _worded(clause: Clause, own: frozenset[str]) -> Iterator[str]:
    """What a clause holds by its words, of which ``own`` are the lemmas."""
    digits = [t for t in clause.own if t.text[0].isdigit()]
    told = {t.start: t.text for t in clause.own} if digits else {}
    if any(SCORE.fullmatch(_run(t, told)) for t in digits):
        yield "score"
    said = [t.text.lower() for t in clause.own]
    if "out" in said:
        yield "out"  # "carried out the attack", not the victims of one
    if any(p.word == "of" and clause.sentence.tokens[p.token.head].text.lower() == "out" for p in clause.prepositions):
        yield "out of"
    if ("not", "guilty") in itertools.pairwise(said):
        yield "not guilty"
    if any(w.lemma.lower() in TELLING for w in clause.wrappers):
        yield "told"
    if own & nouns("armed", "people"):
        yield "force"
    yield from (kind for kind in ("work", "current") if own & nouns(kind))


def _counted(clause: Clause, tree: Tree, findings: Findings) -> Iterator[str]:
    """Whether a clause has a number or a measure."""
    for quantity in counted(clause, findings, plain=False):
        if quantity.unit is None:
            yield "number"
        elif not (distance(quantity, clause) or _fallen(quantity, clause)):
            yield "measure"
    if clause.subject is not None and told_above(clause, tree, findings):
        yield "number"  # "the number of people who have fled is now 12,000"
    if any(t.dep == "amod" and t.text.lower() in ORDINALS and _joins(t, tree) for t in clause.own):
        yield "number"


def _routed(clause: Clause, route: Route, findings: Findings) -> Iterator[str]:
    """What a clause says of where it is set and which way it leads."""
    leads = route.source or route.goal
    yield "route" if leads else "nowhere"
    if route.at or leads:
        yield "place"
    if route.goal and (route.source or any(p.word in ENTERING for p in clause.prepositions)):
        yield "passage"
    if route.at or _behind(clause, WITHIN) & nouns("place"):
        yield "site"
    if _behind(clause, WAYS) & nouns("place", "part"):
        yield "journey"  # "from the lower bank into two schools"
    fired = [t for p in clause.prepositions if p.word == "from" for t in p.objects]
    if any(m.category in PARTIES[1:3] for t in fired for m in findings.mentions.over(t.start - LONGEST_NAME, t.end)):
        yield "fired"


def _behind(clause: Clause, words: Collection[str]) -> frozenset[str]:
    """The lemmas of the nouns behind some prepositions of a clause."""
    return frozenset(t.lemma.lower() for p in clause.prepositions if p.word in words for t in p.objects)


def _acted(clause: Clause, route: Route, findings: Findings) -> Iterator[str]:
    """What a clause says of who acts in it, and whether that, or what it acts upon, is a place."""
    at = {word for place in route.at for word in place.name.split()}
    subject, thing = clause.subject, clause.object
    if thing is None or thing.lemma.lower() in ("percent", "%"):
        yield "bare"
    if thing is not None and (thing.lemma.lower() in nouns("place") or thing.text in at):
        yield "object"
    if route.acting or (subject is not None and subject.lemma.lower() in nouns("locator")):
        yield "acting"
    if subject is None:
        return
    yield "agent"
    if subject.lemma.lower() in nouns("vehicle"):
        yield "vehicle"
    if subject.lemma.lower() in nouns("place") or subject.text.lower() == "it" or subject.text in at:
        yield "seat"  # "Tarven is under army control"
    mention = findings.mention_of(subject)
    body = mention is not None and mention.category in (Category.GROUP, Category.ORGANISATION)
    if body or lemma_of(subject).lower() in nouns("armed"):
        yield "armed"


def _names_a_party(clause: Clause, findings: Findings) -> bool:
    """Whether somebody, or some body or place, is named among a clause's words."""
    named = (m.span for m in findings.mentions.over(clause.start, clause.end) if m.category in PARTIES)
    return any(t.entity in ACTORS for t in clause.own) or any(
        s.start < t.end and t.start < s.end for s in named for t in clause.own
    )
