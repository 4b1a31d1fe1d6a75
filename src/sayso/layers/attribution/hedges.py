"""Words that pass something on without a source of their own: ``reportedly``; and what pictures are said to show."""

from __future__ import annotations

from sayso.layers.attribution.contents import TRIM
from sayso.layers.attribution.cues import lemma_of, lexicon, phrases
from sayso.layers.attribution.ground import Finding, Ground
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
        verb = tree.head(token)
        if cue is None or not cue.fits("hedge"):
            continue
        if verb is None or verb.pos not in {"VERB", "AUX"} or verb.dep in {"amod"}:
            continue
        end = tree.reach(verb)[1]
        subject = tree.subject(verb)
        if subject is None and verb.dep not in {"acl", "relcl", "advcl", "xcomp"}:
            continue
        for t in tree.children(verb):
            if t.start > verb.start and (
                (t.dep in {"conj", "parataxis"} and tree.child(t, "nsubj", "nsubjpass"))
                or (t.dep == "ccomp" and t.start < token.start)
            ):
                end = min(end, tree.reach(t)[0])
        spans = []
        head = subject if subject is not None and subject.start < token.start else None
        if head is not None:
            low, high = tree.reach(head)
            if low <= verb.start < high:  # the hedge stands in the noun's own clause
                low, high = (
                    low,
                    min(
                        high, min((tree.reach(t)[0] for t in tree.children(head) if t.start > head.start), default=high)
                    ),
                )
            reached = max(high, low)
            if verb.start < token.start or all(
                t.pos in {"AUX", "PART", "ADV"} for t in tree.tokens if reached <= t.start < token.start
            ):
                reached = token.start
            spans.append(trimmed(ground.text, low, reached, TRIM))
        after = [t for t in tree.tokens if t.start >= token.end and t.end <= end]
        while after and (after[-1].pos in {"PUNCT", "CCONJ"}):
            after.pop()
        if after:
            spans.append(trimmed(ground.text, after[0].start, after[-1].end, " ,;:"))
        spans = [s for s in spans if s[0] < s[1]]
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


def find_pictures(ground: Ground, tree: Dependencies) -> list[Finding]:
    """``a video posted by X purports to show …``."""
    found = []
    tokens = tree.tokens
    for verb in tokens:
        lemma = lemma_of(verb)
        if lemma not in {"purport", "claim", "appear"}:  # the model takes "purports" for a noun at times
            continue
        words = [lemma, *(t.text.lower() for t in tokens[verb.index + 1 : verb.index + 3])]
        cue = next((c for c in phrases("shows") if c.lemma.split() == words), None)
        rest = list(tokens[verb.index + 3 :])
        while rest and rest[-1].pos == "PUNCT":
            rest.pop()
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
    comma = next((t for t in tokens if t.text == "," and thing.end <= t.start < end), None)
    return trimmed(ground.text, start, min(comma.start if comma else end, verb.start), TRIM)
