"""Where and when a clause is set, and which noun plays which role in it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.completing import DESCRIBING
from sayso.layers.clauses.counting import Named
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.scene import NamedPlace
from sayso.layers.parsing.attaching import DOING
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.parse import Sentence, Token
from sayso.layers.values.routes import Route
from sayso.layers.values.slots import Frame, frames, harmful, nouns
from sayso.types import Timex
from sayso.vocab import TimexRole, TimexType

#: The length of a whole day's value: 2026-03-01.
DAY = 10
#: And of a year's: 2026.
YEAR = 4
#: How a time hangs from a noun behind it.
BEFORE_NOUNS = frozenset({"compound", "nummod", "amod", "nmod", "poss"})
#: A time that ends this few characters before a clause goes with it.
ADJOINING = 3


class Setting(NamedTuple):
    """Where and when a clause is set, its own or what it takes over from the clause it hangs from."""

    route: Route
    inherited: tuple[NamedPlace, ...]  # places of the clauses above, where it has none of its own
    time: str | None


def roles_of(frame: Frame, clause: Clause) -> dict[str, Token]:
    """The nouns of a clause by the role that the frame gives to its subject and object."""
    out: dict[str, Token] = {}
    if frame.subject and clause.subject is not None:
        out[frame.subject] = clause.subject
    if frame.object and clause.object is not None and frame.object not in out:
        out[frame.object] = clause.object
    if frame.object == frame.subject and clause.object is not None:
        out["second"] = clause.object
    return out


def object_of(clause: Clause, *words: str) -> Token | None:
    """The noun after one of these prepositions."""
    found = (p.objects[0] for w in words for p in clause.prepositions if p.word == w)
    return next((noun for noun in found if noun.entity not in ("DATE", "TIME")), None)  # not "on Saturday"


def where(places: tuple[NamedPlace, ...], name: str = "place") -> Named:
    """The three parallel values of some places."""
    return {
        name: tuple(p.name if p.id else _whole(p.name) for p in places),
        f"{name}_id": tuple(p.id for p in places) if any(p.id for p in places) else (),
        f"{name}_country": tuple(sorted({p.country for p in places if p.country})),
    }


def _whole(name: str) -> str:
    """The place that a part of it is called after: "Tann" of the Tann bridge."""
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1] in nouns("part") else name


def here(setting: Setting) -> Named:
    own = setting.route.at or setting.route.goal
    return where(own) if own else where(setting.inherited) | {"place_inherited": bool(setting.inherited) or None}


#: What ties a clause to the happening that it is part of.
SCENES = frozenset({"when", "after", "as", "while", "where"})


def below(number: int, clauses: Sequence[Clause], routes: Sequence[Route]) -> tuple[NamedPlace, ...]:
    """The place of a clause that says in what happening the one above it took place: "died when a ferry sank off X",
    "were killed in an ambush laid near X"."""
    if routes[number].acting:
        return ()
    for clause, its in zip(clauses, routes, strict=True):
        if clause.governor != number or len(its.at) != 1:
            continue
        if clause.dep == "acl" and _of_its_cause(clause.head, clauses[number]):
            return its.at
        if clause.dep != "advcl":
            continue
        marks = {t.text.lower() for t in clause.own if t.head == clause.head.index and t.dep in ("mark", "advmod")}
        if marks & SCENES:
            return its.at
    return ()


#: What stands before the happening that harmed somebody, or in which something came to be.
DURING = frozenset({"in", "during", "by"})
#: What makes a happening happen; what is done with it before or afterwards has a day and a place of its own: "claimed
#: on Monday", "planned in Orle".
MAKING = frozenset(
    "launch lay carry stage mount conduct execute perpetrate commit wage fight start set ignite light kindle spark "
    "trigger cause unleash drop fire detonate explode inflict deliver".split()
)


def _of_its_cause(verb: Token, clause: Clause) -> bool:
    """Whether a participle describes the happening in which a clause says that somebody was harmed: "killed in an
    ambush laid on Monday"."""
    tokens = clause.sentence.tokens
    noun = tokens[verb.head]
    up = tokens[noun.head]
    during = noun.dep == "pobj" and up.text.lower() in DURING and up.head == clause.head.index
    done = verb.dep == "acl" and verb.lemma.lower() in MAKING
    return during and done and noun.lemma.lower() in DOING and harmful(clause.head)


#: What stands before that with which something is compared.
BESIDE = frozenset({"than", "against", "instead", "unlike", "versus"})
#: What opens a clause that only compares: "more than fell in the whole of March".
THAN = frozenset({"than"})


def _compared(token: Token, clause: Clause) -> bool:
    """Whether a word belongs to what a clause only compares with: "950 jobs instead of the 1,200 named in March"."""
    sentence = clause.sentence
    above = list(itertools.takewhile(lambda t: t.index != clause.head.index, sentence.ancestors(token)))
    marks = [k for t in above if t.pos in ("VERB", "AUX") for k in sentence.children(t) if k.dep in ("mark", "prep")]
    return any(t.text.lower() in BESIDE for t in above) or any(t.text.lower() in THAN for t in marks)


def _when(clause: Clause, said: Sequence[Timex]) -> Timex | None:
    """The time that a clause describes: "the worst since 1990, when 30 died"."""
    relative = clause.dep in ("relcl", "advcl") and clause.own[0].text.lower() == "when"
    before = [t for t in said if 0 <= clause.own[0].start - t.span.end <= ADJOINING] if relative else []
    return before[-1] if before else None


#: What stands before the end or the beginning of a while: how long, or in what order, and not when.
BOUNDS = frozenset({"since", "until", "till", "through", "before", "after", "by"})
#: Those of them that open clauses as well.
LASTING = frozenset({"since", "until", "till"})
#: How far before a sentence the day of a time of day may have been named, in characters.
SPOKEN_OF = 400


def time_of(clause: Clause, findings: Findings, pieces: Sequence[tuple[int, int]]) -> str | None:
    """The time at which a clause says that it happened, else the only one that the same voice states in the sentence;
    never that of another clause's happening, and no day that the text does not name."""
    sentence = clause.sentence
    said = [
        t
        for t in findings.timexes.inside(sentence.start, sentence.end)
        if any(s <= t.span.start and t.span.end <= e for s, e in pieces)
    ]
    if not said:
        return None
    then = _when(clause, said)
    if then is not None:
        return then.value
    first = {t: next((w for w in sentence.tokens if t.span.start <= w.start < t.span.end), None) for t in said}
    said = [t for t in said if not _bound(t, sentence) and _of_a_day(t, clause, findings)]
    said = [t for t in said if (word := first[t]) is None or not _compared(word, clause)]
    own = [t for t in said if any(t.span.start <= w.start < t.span.end for w in clause.own)]
    if own:
        own = [t for t in own if not _labels(t, sentence)]
        own.sort(key=lambda t: not _of_verb(first[t], clause))
        return own[0].value if own else None
    its = [t for t in said if (verb := _verb_above(first[t], sentence)) is not None and _of_its_cause(verb, clause)]
    if its:
        return its[0].value
    just_before = [t for t in said if 0 <= clause.start - t.span.end <= ADJOINING]
    if just_before:
        return just_before[-1].value
    if clause.dep in DESCRIBING:
        return None  # what describes somebody need not be of the same time
    said = [t for t in said if not _elsewhere(first[t], clause) and _described(t, sentence) is None]
    return said[0].value if len({t.value for t in said}) == 1 else None


def _described(timex: Timex, sentence: Sentence) -> Token | None:
    """The noun that a time stands before and describes: the election of "the 2016 election"."""
    words = [t for t in sentence.tokens if timex.span.start <= t.start < timex.span.end]
    inside = {t.index for t in words}
    top = next((t for t in reversed(words) if t.head not in inside), None)
    if top is None or top.dep not in BEFORE_NOUNS or top.head < top.index:
        return None
    before = sentence.tokens[words[0].index - 1] if words[0].index else None
    noun = sentence.tokens[top.head]
    alone = before is None or before.text.lower() in ("on", "in")  # "On Tuesday army units …", whose comma was left out
    return None if noun.entity in ("DATE", "TIME") or (alone and top.dep != "poss") else noun


def _labels(timex: Timex, sentence: Sentence) -> bool:
    """Whether a time only tells one thing from others of its kind, and not when what is said of it was: "backs the 2013
    amendments", "today's printers"; but "won the 2016 election"."""
    noun = _described(timex, sentence)
    if noun is None or noun.lemma.lower() in DOING or (noun.lemma.lower(), "noun") in frames():
        return False
    if any(t.start == timex.span.start and t.text.lower() == "today" for t in sentence.tokens):
        return True
    return len(timex.value) == YEAR and sentence.tokens[noun.head].text.lower() not in DURING  # "in the 2016 primaries"


def _verb_above(word: Token | None, sentence: Sentence) -> Token | None:
    """The verb that a time is nearest to."""
    return next((t for t in sentence.ancestors(word) if t.pos == "VERB"), None) if word is not None else None


def time_within(noun: Token | None, tree: Tree, findings: Findings) -> str | None:
    """The time that stands in the phrase of a noun: of "Monday's attack"."""
    phrase = tree.phrase(noun) if noun is not None else ()
    if not phrase:
        return None
    held = findings.timexes.inside(phrase[0].start, phrase[-1].end)
    return next((t.value for t in held), None)


def _bound(timex: Timex, sentence: Sentence) -> bool:
    """Whether a time only bounds a while: "since February", "before the summer", "in the past week"; but not "shortly
    after 7 a.m.", "after Monday's attack"."""
    if any(timex.span.start <= t.start < timex.span.end and t.text.lower() == "past" for t in sentence.tokens):
        return True  # up to the day of the report, and not the week of the calendar
    before = next((t for t in sentence.tokens if t.end == timex.span.start - 1), None)
    if before is None or before.text.lower() not in BOUNDS:
        return False
    whose = any(t.start == timex.span.end and t.tag == "POS" for t in sentence.tokens)
    return not whose and (timex.type is not TimexType.TIME or before.text.lower() not in ("before", "after", "by"))


def _of_a_day(timex: Timex, clause: Clause, findings: Findings) -> bool:
    """Whether the text names the day of a time: of a bare "at noon" it is only guessed to be that of publication;
    "overnight" is the night before it."""
    if timex.role is not TimexRole.PART or timex.value.endswith("TNI"):
        return True
    near = findings.timexes.inside(clause.sentence.start - SPOKEN_OF, clause.sentence.end)
    return any(t.role is TimexRole.OWN and t.value[:DAY] == timex.value[:DAY] for t in near)


def _of_verb(word: Token | None, clause: Clause) -> bool:
    """Whether a time goes with what a clause says, and with none of its nouns: "raised the number hit by last month's
    theft on Thursday"."""
    above = clause.sentence.ancestors(word) if word is not None else ()
    between = itertools.takewhile(lambda t: t.index != clause.head.index, above)
    return all(t.pos not in ("NOUN", "PROPN") or t.entity in ("DATE", "TIME") for t in between)


def _elsewhere(word: Token | None, clause: Clause) -> bool:
    """Whether a time stands in a clause that this clause is no part of, and that describes a noun or goes on behind it
    with a subject of its own: "all was safe and the ship had been seen to in April"."""
    above = {clause.head.index, *(t.index for t in clause.sentence.ancestors(clause.head))}
    below = (t for t in clause.sentence.ancestors(word) if t.index not in above) if word is not None else ()
    return any(
        t.dep in DESCRIBING
        or _relative(t, clause.sentence)
        or _bounding(t, clause.sentence)
        or (t.index > clause.head.index and _apart(t, clause))
        for t in below
    )


def _apart(verb: Token, clause: Clause) -> bool:
    """Whether a verb is joined to the one before it and has a subject of its own; but "two died and three were hurt
    on Sunday" tells of one happening, unlike "the deal was dead and he would leave on Sunday"."""
    below = clause.sentence.children(verb)
    own = verb.dep == "conj" and any(t.dep in ("nsubj", "nsubjpass") for t in below)
    done = harmful(verb) and harmful(clause.head) and all(t.tag != "MD" for t in below)
    return own and not (verb.head == clause.head.index and done)


def _bounding(verb: Token, sentence: Sentence) -> bool:
    """Whether a clause only bounds a while: "since the conflict began in 2011"."""
    opening = (t for t in sentence.children(verb) if t.dep in ("mark", "prep") and t.index < verb.index)
    if verb.dep == "pcomp":  # "control the north after taking it in 2015"
        after = sentence.tokens[verb.head]
        return after.text.lower() in BOUNDS and sentence.tokens[after.head].tag in ("VBZ", "VBP")
    return verb.dep == "advcl" and any(t.text.lower() in LASTING for t in opening)


def _relative(verb: Token, sentence: Sentence) -> bool:
    """Whether a clause opens with "of whom", "in which", though the parser tied it to a verb."""
    return any(t.text.lower() in ("whom", "which") for k in sentence.children(verb) for t in sentence.children(k))
