"""Words that pass something on without a source of their own: ``reportedly``; and what pictures are said to show."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.layers.attribution.cues import lemma_of, lexicon, phrases
from sayso.layers.attribution.ground import TRIM, Finding, Ground, unmarked
from sayso.layers.parsing.labels import VERBAL
from sayso.layers.parsing.parse import Token
from sayso.layers.parsing.trees import Dependencies
from sayso.spans import Range, trimmed

#: How a picture's taker or poster is told: "posted online by X".
POSTED = frozenset(
    ("post", "release", "publish", "share", "upload", "provide", "issue", "circulate", "distribute", "air",
     "broadcast", "supply", "obtain")
)  # fmt: skip


def find_hedges(ground: Ground, tree: Dependencies) -> list[Finding]:
    """``reportedly`` and the like: nobody is named, and the clause around the word is the content."""
    found = []
    for token in tree.tokens:
        cue = lexicon().get((token.text.lower(), "adverb"))
        verb = tree.head(token) if cue is not None and cue.fits("hedge") else None
        if cue is None or verb is None or verb.pos not in VERBAL or verb.dep == "amod":
            continue
        spans = [s for s in _hedged(ground, tree, token, verb) if s[0] < s[1]]
        if spans:
            found.append(
                Finding(
                    cue=[(token.start, token.end)],
                    source=[],
                    content=spans,
                    entry=cue,
                    main=(tree.sentence, verb),
                    hidden=True,
                    detail=f"“{token.text}” passes the clause on without saying whose word it is",
                )
            )
    return found


def _hedged(ground: Ground, tree: Dependencies, hedge: Token, verb: Token) -> Iterator[Range]:
    """The clause around a hedge, before it and behind it."""
    subject = tree.subject(verb)
    if subject is None and verb.dep not in {"acl", "relcl", "advcl", "xcomp"}:
        return
    if subject is not None and subject.start < hedge.start:
        low, high = tree.reach(subject)
        if low <= verb.start < high:  # the hedge stands in the noun's own clause
            high = min([high, *(tree.reach(t)[0] for t in tree.children(subject) if t.start > subject.start)])
        between = (t for t in tree.tokens if high <= t.start < hedge.start)
        if verb.start < hedge.start or all(t.pos in {"AUX", "PART", "ADV"} for t in between):
            high = hedge.start
        yield trimmed(ground.text, low, high, TRIM)
    end = tree.reach(verb)[1]
    for t in tree.children(verb):
        joined = t.dep in {"conj", "parataxis"} and tree.child(t, "nsubj", "nsubjpass") is not None
        if t.start > verb.start and (joined or (t.dep == "ccomp" and t.start < hedge.start)):
            end = min(end, tree.reach(t)[0])
    after = unmarked([t for t in tree.tokens if t.start >= hedge.end and t.end <= end], "CCONJ")
    if after:
        yield trimmed(ground.text, after[0].start, after[-1].end, " ,;:")


def find_pictures(ground: Ground, tree: Dependencies) -> list[Finding]:
    """``a video posted by X purports to show …``."""
    found = []
    tokens = tree.tokens
    for verb in tokens:
        lemma = lemma_of(verb) if verb.pos in {"VERB", "NOUN"} else ""  # the model takes "purports" for a noun at times
        if lemma not in {"purport", "claim", "appear"}:
            continue
        words = [lemma, *(t.text.lower() for t in tokens[verb.index + 1 : verb.index + 3])]
        cue = next((c for c in phrases("shows") if c.lemma.split() == words), None)
        rest = unmarked(tokens[verb.index + 3 :])
        if cue is None or not rest:
            continue
        source = _poster(ground, tree, verb)
        found.append(
            Finding(
                cue=[(verb.start, tokens[verb.index + 2].end)],
                source=[source] if source else [],
                content=[(rest[0].start, rest[-1].end)],
                entry=cue,
                verb=(tree.sentence, verb),
                hidden=source is None,
                detail="what a picture is said to show, on the word of whoever posted it",
            )
        )
    return found


def _poster(ground: Ground, tree: Dependencies, verb: Token) -> Range | None:
    """Who posted the picture: the noun phrase after the ``by`` that follows ``posted`` and the like."""
    tokens = tree.tokens[: verb.index]
    posted = next((t for t in tokens if lemma_of(t) in POSTED and t.tag in {"VBN", "VBD"}), None)
    by = next((t for t in tokens if posted and t.index > posted.index and t.text.lower() == "by"), None)
    thing = tree.child(by, "pobj") if by is not None else None
    if thing is None:
        return None
    start, end = tree.reach(thing)
    # "by X on a website": where it was posted is no part of who posted it
    posted_on = (
        t.start for t in tree.children(thing) if t.dep == "prep" and t.text.lower() in {"on", "in", "at", "to", "via"}
    )
    comma = (t.start for t in tokens if t.text == "," and thing.end <= t.start < end)
    return trimmed(ground.text, start, min([end, verb.start, *posted_on, *comma]), TRIM)
