"""Newspapers that no lexicon has, told by how titles are made: ``the Harbour and District Echo``, ``the Echo``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from sayso.layers.names.namebook import namebook
from sayso.layers.names.stretches import Candidate, is_role, is_title, is_title_case, kind_of
from sayso.layers.parsing.parse import Parse, Sentence, Token
from sayso.vocab import Category

#: Last words of newspapers' titles.
MASTHEADS = frozenset(
    (
        "advertiser advocate argus bulletin chronicle courier dispatch echo examiner express gazette guardian herald "
        "independent journal mail mercury messenger mirror news observer post press record register reporter sentinel "
        "standard star telegraph times tribune"
    ).split()
)
#: Before the last word of a title, what begins one: "the Guardian and Daily Mail" are two.
EDITIONS = frozenset("daily evening morning sunday weekly national new sky fox associated".split())


def is_masthead(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a run is made like a newspaper's title: an article before it, two words or more, such a word at its end,
    and no outlet's name in it that is known."""
    if not at or tokens[at - 1].text.lower() != "the" or stop - at < 2:
        return False
    if tokens[stop - 1].text.lower() not in MASTHEADS or tokens[stop - 2].text.lower() in (*EDITIONS, "and", "&"):
        return False
    words = " ".join(t.text for t in tokens[at:stop])
    return not any(f.entry.category is not Category.LOCATION for hit in namebook().find(words) for f in hit.forms)


def are_districts(tokens: Sequence[Token]) -> bool:
    """Whether words may be what a newspaper is of: towns, or plain words (``Harbour``); no body, office or person."""
    name = " ".join(t.text for t in tokens)
    plain = all(t.text.isalpha() and t.text[1:].islower() and not is_role(t.text.lower()) for t in tokens)
    return bool(tokens) and plain and not kind_of(tokens[-1].text.lower()) and not is_title(name.lower())


def short_titles(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """``the Echo``, wherever it stands in a text that has the whole title; those that the parser's model has labelled
    are changed in place."""
    last = {c.text.split()[-1] for c in candidates if c.origin == "run" and " and " in c.text}
    last = {word for word in last if word.lower() in MASTHEADS}
    if not last:
        return []
    taken: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        taken[candidate.sentence.index].append(candidate)
    out: list[Candidate] = []
    for sentence in parse.sentences:
        if is_title_case(sentence):
            continue
        for before, token in pairwise(sentence.tokens):
            if token.text not in last or before.text.lower() != "the":
                continue
            over = [c for c in taken[sentence.index] if c.start < token.end and token.start < c.end]
            if over and (
                over[0].origin != "label" or (over[0].core_start, over[0].core_end) != (token.start, token.end)
            ):
                continue
            short = over[0] if over else _named_by(sentence, token)
            short.category = Category.ORGANISATION
            short.votes.clear()
            short.votes[Category.ORGANISATION] += 4
            short.reasons[:] = ["the last word of a newspaper's title in the text"]
            out += [] if over else [short]
    return out


def _named_by(sentence: Sentence, token: Token) -> Candidate:
    start, end = token.start, token.end
    return Candidate(sentence, start, end, start, end, token.text, Category.ORGANISATION, "label")
