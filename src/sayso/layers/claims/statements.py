"""Which clauses that fit no slot of their own still say something: plain statements."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.attribution.cues import verb_cue
from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.colours import colour
from sayso.layers.clauses.completing import DESCRIBING, completed, whole
from sayso.layers.clauses.counting import Named, bounds, counted_noun, foremost
from sayso.layers.clauses.demands import imperative
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.subjects import ORDERING
from sayso.layers.parsing.findings import Findings
from sayso.layers.parsing.labels import FINITE
from sayso.layers.values.settings import Setting, where
from sayso.layers.values.slots import content_words, frames
from sayso.layers.values.slotvalues import participants, scenery
from sayso.types import Quantity, Values, values
from sayso.vocab import Polarity, Slot, Zone

#: A statement with fewer words that say something is no claim ("The truth is").
LEAST = 3
#: What somebody is reported to say, in a sentence of its own with so many words, is one ("All the money was there");
#: with one word less where it says what something is, or has an auxiliary ("They're traitors", "they will appeal").
SAID = 3
#: Verbs that say nothing by themselves.
LIGHT = frozenset({"be", "have", "do", "make", "take", "get", "give", "become", "remain"})
#: Those among them that tell of an act where they have an object.
GIVEN = frozenset({"make", "take", "get", "give"})
#: Verbs of what somebody or something is, owns, knows or is called, and of how long: they tell of no act.
STATES = frozenset(
    "live work belong own hold include contain consist comprise know serve represent stand lie seem appear need want "
    "love like hate mean cost depend involve concern cover host play study teach specialise specialize operate exist "
    "found base locate situate name call know use head lead run manage oversee own feature last date bear grow turn "
    "attend join spend employ produce make say tell add write describe".split()
)
#: Clauses that say nothing by themselves.
HANGING = DESCRIBING | {"pcomp", "xcomp", "csubj"}


def standing(clause: Clause, clauses: Sequence[Clause], reported: bool) -> bool:
    """Whether a clause says something by itself: a main clause, one coordinated with it, or a whole clause with a
    subject of its own below it. What a source says may stand in a clause that adds something to a name ("the convoy,
    which carried flour, was …") or that says what is to be done; an outlet's own words of that kind only describe, but
    for those that tell of an act."""
    if reported and _said(clause, clauses):
        return True
    at, seen = clause, 0
    while at.dep in ("conj", "ccomp") and at.governor is not None and seen < len(clauses):
        at, seen = clauses[at.governor], seen + 1
    up = clauses[at.governor] if at.dep in ("xcomp", "pcomp") and at.governor is not None else None
    if up is not None and at.dep == "xcomp" and up.head.lemma == "be":  # "the levy was to bring in 40 million"
        return standing(up, clauses, reported)
    if at.dep in ("advcl", "dep"):
        return reported or at.subject in at.own or at.object in at.own
    if reported and at.dep == "acl" and (told(at) or any(t.dep == "mark" for t in at.own)):
        return True  # "denied a report that it had known", "the wish that it be closed"
    if at.dep == "relcl" and (reported or happened(at)):
        tokens = clause.sentence.tokens
        opening = at.own[0].index - (tokens[at.own[0].index - 1].tag in ("WDT", "WP"))  # "which (he said) remained"
        return opening > 0 and tokens[opening - 1].text == "," and told(at)
    if at.dep == "pcomp" and _beside(at):
        return True
    shared = at.shared is not None and up is not None and up.passive  # "is suspected of having told them"
    return at.dep not in HANGING or (reported and (at.dep == "xcomp" or shared))


def _said(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause with a subject and a tense of its own is what the verb before it says, be that a participle:
    "a statement saying he had fallen"."""
    above = clauses[clause.governor] if clause.dep == "ccomp" and clause.governor is not None else None
    if above is None or above.head.index > clause.head.index or not (told(clause) and clause.surface in clause.own):
        return False
    return verb_cue(clause.sentence, above.head) is not None


def _beside(clause: Clause) -> bool:
    """Whether a clause with a subject of its own is told beside another one: "lost by ten votes, with three members
    abstaining"."""
    subject = clause.surface
    if subject is None or subject.head != clause.head.index or subject.index > clause.head.index:
        return False
    above = clause.sentence.tokens[clause.head.head]
    return above.text.lower() == "with" and above.index < subject.index


def happened(clause: Clause) -> bool:
    """Whether an outlet's clause that adds something to a name tells of an act: "the deputies, who testified for the
    state, walked free"; one of what somebody or something is, has or used to do only describes."""
    tense = clause.head.tag == "VBD" or any(t.tag in ("VBD", "VBZ", "VBP") and t.dep == "aux" for t in clause.own)
    past = tense and clause.head.tag in ("VBD", "VBN") and clause.head.pos == "VERB"
    verb = clause.head.lemma.lower()
    does = verb in GIVEN and clause.object is not None  # "who took him off the case"
    return past and (does or verb not in LIGHT | STATES)


def _says_when(clause: Clause) -> bool:
    """Whether a clause's verb, or what helps it, says when."""
    return any(t is clause.head or t.head == clause.head.index for t in clause.own if t.tag in FINITE)


def told(clause: Clause) -> bool:
    """Whether a clause has a subject of its own and a verb that says when: "cats are next", "next are cats"."""
    inside = any(t.dep in ("nsubj", "nsubjpass", "expl") for t in clause.own)
    inside = inside or (clause.head.lemma.lower() == "be" and any(t.dep == "attr" for t in clause.own))
    return inside and any(t.tag in FINITE for t in clause.own)


def says_something(clause: Clause, said: Sequence[str], tree: Tree, reported: bool, measured: bool) -> bool:
    """Whether a clause has words enough to be held against others; ``said`` are those of it, and of what completes it,
    that say something. Less will do for what is reported; a measure needs no verb ("an efficacy of 71 per cent")."""
    if reported and (imposed(clause) or imperative(clause)):  # "ordered the crowd to disperse", "don't go back"
        return len(said) > imperative(clause)
    if not any(t.pos in ("VERB", "AUX") for t in clause.own):
        if clause.sentence.zone is Zone.HEADLINE and not reported:
            return _heading(clause, said, measured)
        said_of = clause.head.pos == "ADJ" and any(t.dep == "nsubj" and t.head == clause.head.index for t in clause.own)
        if reported and said_of:
            return len(said) > 1  # "Reservoir almost empty"
        put_at = measured and clause.head.text.lower() == "it"  # "put it at 9,000"
        return reported and (put_at or ((measured or none_of(clause)) and any(t.pos == "NOUN" for t in clause.own)))
    short = any(t.dep in ("acomp", "attr", "aux") and t.head == clause.head.index for t in clause.own)
    shares = clause.dep == "conj" and clause.shared is not None and _says_when(clause)
    least = SAID - short + _only_said(clause)
    if reported and (told(clause) or shares) and sum(t.pos not in ("PUNCT", "SPACE") for t in clause.own) >= least:
        return bool(said)
    having = any(t.dep == "aux" and t.tag == "VBG" and t.head == clause.head.index for t in clause.own)
    if reported and having and clause.object is not None:
        return bool(said)  # "denied having offered anything"
    said_of = clause.object is not None or any(t.dep == "acomp" for t in clause.own)
    full = (clause.subject is not None and said_of) or (clause.passive and clause.object is not None)
    named = clause.subject is not None and clause.subject.pos in ("NOUN", "PROPN") and told(clause)
    named = named and not _only_said(clause)
    none = named and any(t.dep == "expl" for t in clause.own) and colour(clause, tree)[1] is Polarity.NEGATIVE
    if none and clause.dep == "ROOT" and clause.sentence.zone is Zone.BODY:
        return bool(said)  # "There will be no rematch"
    short = (full or named) and clause.sentence.zone is not Zone.HEADLINE
    return len(said) >= (LEAST - 1 if short else LEAST)


def _only_said(clause: Clause) -> bool:
    """Whether a clause only says that somebody says so: "Reuters reported"."""
    bare = not clause.prepositions and clause.object is None
    return bare and verb_cue(clause.sentence, clause.head) is not None


def imposed(clause: Clause) -> bool:
    """Whether a clause is what somebody is told to do, who is named before it."""
    told = any(w.lemma.lower() in ORDERING for w in clause.wrappers)
    who = clause.surface
    return told and who is not None and who.pos in ("NOUN", "PROPN") and who.start < clause.head.start


def none_of(clause: Clause) -> bool:
    """Whether a clause says of something that there is none: "no job losses"."""
    return any(t.lemma.lower() == "no" and t.dep == "det" for t in clause.own)


def _heading(clause: Clause, said: Sequence[str], measured: bool) -> bool:
    """Whether a headline without a verb tells of something: "Jets in near miss over Port Delta"."""
    tokens = clause.sentence.tokens
    if measured and clause.dep == "ROOT" and all(t.text != "?" for t in tokens):
        return len(said) >= LEAST  # "Record power price: 94 cents"
    parted = any(
        t.text in ("?", ":", ";", "|") or (t.text == "-" and t.start > tokens[t.index - 1].end) for t in tokens
    )
    if parted or clause.dep != "ROOT":
        return False
    held = next((t for t in tokens[1:] if t.pos == "ADJ" and t.dep in ("amod", "acomp", "oprd", "conj")), None)
    so = held is not None and tokens[held.index - 1].index == clause.head.index  # "Heir free and unhurt"
    if none_of(clause):
        return len(said) > 1 and bool(clause.prepositions)  # "No charges for driver"
    title = tokens[0].pos in ("DET", "ADP", "ADV")  # "The road to peace", "Beyond the war in Ruvia"
    least = LEAST if title else LEAST - 1
    return len(said) > least - so if so or clause.prepositions else False


def _listed(clause: Clause) -> bool:
    """Whether the lexicon of predicates says in which surroundings a verb names a happening; these are others."""
    lines = frames().get((clause.head.lemma.lower(), "verb"), ())
    return any(f.slot is Slot.OCCURRENCE and ("object:" in f.needs or "out of" in f.needs) for f in lines)


def plain(
    clause: Clause, clauses: Sequence[Clause], tree: Tree, findings: Findings, setting: Setting, reported: bool
) -> list[tuple[Slot, Values, str]]:
    """Slot, values and reason of a clause that no line of the lexicon of predicates fits: an event that was found
    there, or a plain statement; none where it says too little."""
    count = foremost(clause, findings)
    if count is not None and count.unit is None and (count.low, count.high) == (1, 1):
        count = None  # "one does not bargain"
    full = content_words(whole(clause, clauses).own)
    if not says_something(completed(clause, clauses), full, tree, reported, count is not None):
        return []
    event = None if _listed(clause) else findings.events.get((clause.head.start, clause.head.end))
    if event is not None:
        named = _named(clause, tree, findings, setting, count)
        named["event"] = event.mode or event.type.value.lower()
        return [(Slot.OCCURRENCE, values(**named), f"an event of type {event.type.value}")]
    if not standing(clause, clauses, reported) or _label(clause):
        return []
    named = statement(clause, tree, findings, setting, count)
    named["words"] = told_words(whole(clause, clauses))
    said = values(**named)
    return [(Slot.STATEMENT, said, "a statement that fits no other slot")]


def _label(clause: Clause) -> bool:
    """Whether a headline's verb only says what to do with the page: "Watch: ten recipes"."""
    after = clause.sentence.tokens[clause.head.index + 1 : clause.head.index + 2]
    titled = clause.sentence.zone is Zone.HEADLINE and clause.head.tag == "VB" and clause.head.index == 0
    return titled and any(t.text == ":" for t in after)


def statement(clause: Clause, tree: Tree, findings: Findings, setting: Setting, count: Quantity | None) -> Named:
    """The values of a plain statement: what it is about, and its words."""
    named = _named(clause, tree, findings, setting, count)
    return named | {"predicate": _predicate(clause), "words": told_words(clause)}


def told_words(clause: Clause) -> tuple[str, ...]:
    """The words of a clause that say something, each once, in order of the alphabet."""
    return tuple(sorted(set(content_words(clause.own))))


def _named(clause: Clause, tree: Tree, findings: Findings, setting: Setting, count: Quantity | None) -> Named:
    noun = counted_noun(count, clause, None, tree) if count is not None and count.unit is None else None
    return {
        "of": noun.lemma.lower() if noun is not None and noun.pos == "NOUN" else None,
        "scenery": scenery(clause, tree, findings),
        "participants": participants(clause, tree, findings),
        "time": setting.time,
        **where(setting.route.at or setting.route.goal or setting.inherited),
        **bounds(count),
    }


def _predicate(clause: Clause) -> str:
    """The word that says what is so: the verb, or what stands beside one that says nothing by itself."""
    if clause.head.lemma.lower() not in LIGHT:
        return clause.head.lemma.lower()
    beside = (t for t in clause.own if t.head == clause.head.index and t.dep in ("acomp", "attr", "dobj", "oprd"))
    return next(beside, clause.head).lemma.lower()
