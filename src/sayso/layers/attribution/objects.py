"""The content of a verb that attributes where it is no finite clause: an infinitive, a gerund, an object, an amount."""

from __future__ import annotations

from collections.abc import Callable

from sayso.layers.attribution.cues import Cue, verb_cue
from sayso.layers.attribution.voices import speaker_of
from sayso.layers.parsing.parse import Token
from sayso.layers.parsing.trees import Dependencies
from sayso.spans import Range

#: Prepositions whose object may be the content, where the cue's frames name them.
PREPOSITIONS = frozenset({"about", "of", "for", "against", "to", "with"})

#: Prepositions that tell more of the object: "criticised the firm for its prices".
REASONS = frozenset(("for", "about", "of", "over", "against"))


def infinitive(tree: Dependencies, verb: Token, entry: Cue, last: Token) -> tuple[Range, Token] | None:
    """``promised to resign``: a to-infinitive."""
    if not entry.fits("inf"):
        return None
    for t in tree.children(verb):
        if t.dep in {"xcomp", "ccomp", "advcl"} and t.start > last.end and t.tag in {"VB", "VBN"}:
            to = next((c for c in tree.children(t) if c.tag == "TO"), None)
            if to is not None:
                start, end = tree.reach(t)
                return (start if t.dep == "ccomp" else to.start, end), t
    return None


def gerund(tree: Dependencies, verb: Token, entry: Cue, last: Token) -> tuple[Range, Token] | None:
    """``denied taking bribes``, ``denied having taken bribes``."""
    if not entry.fits("ing"):
        return None
    for t in tree.children(verb):
        having = t.tag == "VBN" and (aux := tree.child(t, "aux")) is not None and aux.tag == "VBG"
        if (t.tag == "VBG" or having) and t.dep in {"xcomp", "ccomp", "dobj", "pcomp"} and t.start > last.end:
            return tree.reach(t), t
    return None


def estimated(tree: Dependencies, verb: Token, entry: Cue, last: Token) -> tuple[Range, Token] | None:
    """``put the toll at 12``: the object with the amount."""
    thing = tree.child(verb, "dobj") if entry.fits("at") else None
    if thing is None or thing.start < last.end:
        return None
    for t in tree.tokens[thing.index + 1 :]:
        if t.text.lower() == "at" and t.head in {verb.index, thing.index, *(c.index for c in tree.children(thing))}:
            start, end = tree.reach(t)
            if any(a.tag == "CD" for a in tree.tokens if start <= a.start < end):
                return (tree.reach(thing)[0], max(_with_part(tree, end), tree.reach(thing)[1])), thing
    return None


def _with_part(tree: Dependencies, end: int) -> int:
    """Where an amount ends with what is said of a part of it: "at nine, every one of them a rebel"."""
    after = [t for t in tree.tokens if t.start >= end]
    part = next((n for n in (3, 4) if [t.text.lower() for t in after[n - 1 : n + 1]] == ["of", "them"]), 0)
    stop = next((n for n, t in enumerate(after) if n > part and t.pos in ("PUNCT", "VERB", "AUX")), 0)
    told = part and stop and after[0].text == "," and after[stop].pos == "PUNCT"
    return after[stop - 1].end if told else end


def counted(tree: Dependencies, verb: Token, entry: Cue, last: Token) -> tuple[Range, Token] | None:
    """``counted 58 arrests``, ``listed 94 new cases``: an object with its amount, told by whoever can tell."""
    thing = tree.child(verb, "dobj") if entry.fits("number") else None
    subject = tree.subject(verb)
    if thing is None or subject is None or thing.start < last.end:
        return None
    teller = speaker_of(subject) or subject.pos == "PRON" or (subject.pos == "PROPN" and subject.entity != "GPE")
    start, end = tree.reach(thing)
    amounts = [t for t in tree.tokens if start <= t.start <= thing.start and t.tag == "CD"]
    unfit = thing.entity in {"DATE", "TIME", "MONEY"} or thing.tag == "CD"  # a bare number says nothing of what
    beside = [tree.reach(t) for t in tree.children(verb) if t.dep in {"prep", "npadvmod"} and t.start >= end]
    for low, high in beside:  # "counted 58 arrests in the capital": there they were made
        end = high if low - end < 2 else end
    return ((start, end), thing) if teller and amounts and not unfit else None


def named(tree: Dependencies, verb: Token, entry: Cue, last: Token) -> tuple[Range, Token] | None:
    """``described the raid as a failure``, ``called it a failure``: the object with what it is called."""
    if not entry.fits("as"):
        return None
    parts = [t for t in tree.children(verb) if t.start >= last.end and t.dep in {"dobj", "oprd", "ccomp"}]
    called = [t for t in tree.children(verb) if t.dep == "prep" and t.text.lower() == "as" and t.start >= last.end]
    if not parts or (len(parts) < 2 and not called and parts[0].dep == "dobj"):
        return None
    reaches = [tree.reach(t) for t in (*parts, *called)]
    return (min(s for s, _ in reaches), max(e for _, e in reaches)), parts[-1]


def accused(tree: Dependencies, verb: Token, entry: Cue, last: Token) -> tuple[Range, Token] | None:
    """``accused the mayor of lying``: whom, with what he is said to have done."""
    if not entry.fits("accuse"):
        return None
    whom = tree.child(verb, "dobj")
    if whom is None:
        return None
    hung = (*tree.children(verb), *tree.children(whom))
    what = next((t for t in hung if t.dep == "prep" and t.text.lower() == "of" and t.start > whom.start), None)
    if what is None:
        return None
    return (tree.reach(whom)[0], max(tree.reach(whom)[1], tree.reach(what)[1])), tree.child(
        what, "pcomp", "pobj"
    ) or whom


def direct(tree: Dependencies, verb: Token, entry: Cue, last: Token) -> tuple[Range, Token] | None:
    """``rejected the plan``: the object, with the reason that follows it."""
    if not entry.fits("obj"):
        return None
    carrier = last if last.index != verb.index and last.dep == "prep" else verb
    thing = tree.child(carrier, "dobj", "pobj", "pcomp") or (tree.child(verb, "dobj") if carrier is last else None)
    if thing is None or thing.start < last.end or (thing.dep == "dobj" and thing.tag == "PRP" and thing.text == "it"):
        return None
    start, end = tree.reach(thing)
    end = min([end, *_asides(tree, thing)])
    reasons = REASONS | {"on"} if verb.lemma == "blame" else REASONS
    for t in tree.children(verb):  # "criticised the firm for its prices": the parser hangs the reason from the verb
        if t.dep == "prep" and t.start >= end and t.start - end < 2 and t.text.lower() in reasons:
            end = tree.reach(t)[1]
    return _without_date(tree, (start, end)), thing


def _asides(tree: Dependencies, thing: Token) -> list[int]:
    """Where a ``, which he said …`` begins that hangs from the object: it is told by a cue of its own."""
    return [
        tree.reach(t)[0]
        for t in tree.children(thing)
        if t.dep == "relcl"
        and t.tag in {"VBD", "VBZ", "VBP"}
        and tree.child(t, "ccomp")
        and verb_cue(tree.sentence, t)
        and (own := tree.child(t, "nsubj")) is not None
        and own.tag not in {"WP", "WDT"}
    ]


def _without_date(tree: Dependencies, span: Range) -> Range:
    """Without an ``on Tuesday`` at the end: the parser hangs it from the noun, but it says when the cue happened."""
    inside = [t for t in tree.tokens if span[0] <= t.start < span[1]]
    dated = [t for t in inside if t.entity in {"DATE", "TIME"}]
    if dated and dated[-1] is inside[-1]:
        first = next(t for t in dated if all(o.entity for o in inside[inside.index(t) :]))
        before = inside[inside.index(first) - 1] if first is not inside[0] else None
        if before is not None and before.text.lower() in {"on", "in", "at", "during"}:
            return span[0], inside[inside.index(before) - 1].end if before is not inside[0] else span[1]
    return span


def behind_preposition(tree: Dependencies, verb: Token, entry: Cue, last: Token) -> tuple[Range, Token] | None:
    """``apologised for the delay``: what a preposition leads to that the cue's frames name."""
    wanted = entry.frames & PREPOSITIONS
    for t in tree.children(verb):
        if t.dep == "prep" and t.text.lower() in wanted and t.start >= last.end:
            thing = tree.child(t, "pobj", "pcomp")
            if thing is not None:
                return tree.reach(thing), thing
    return None


#: The ways to read such a content, the first that fits first.
READERS: tuple[Callable[[Dependencies, Token, Cue, Token], tuple[Range, Token] | None], ...] = (
    infinitive,
    gerund,
    named,
    accused,
    estimated,
    counted,
    direct,
    behind_preposition,
)
