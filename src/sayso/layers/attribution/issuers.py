"""Whose word a document is: whoever issued it, the paper that it stands in, the body on whose site it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.layers.attribution.cues import SEEN, lemma_of
from sayso.layers.attribution.medianames import is_medium
from sayso.layers.attribution.voices import ARTICLES, UNNAMED, SourcePhrase, bare_phrase, speaker_of
from sayso.layers.parsing.parse import Token
from sayso.layers.parsing.trees import Dependencies

if TYPE_CHECKING:
    from sayso.layers.attribution.sources import Sources

#: Where a body shows what it has to say.
SITES = frozenset(("website", "site", "page", "account", "homepage"))

#: What stands in papers.
PRINTED = frozenset(("report", "story", "article", "column", "editorial", "op-ed", "essay", "commentary", "obituary"))

#: What reaches an outlet from a place without anybody's name: "reports from Karsk".
SENT = frozenset(("report", "footage", "video", "image", "picture", "photograph"))


def issuer(sources: Sources, tree: Dependencies, head: Token, tokens: list[Token]) -> SourcePhrase:
    """A statement stands for whoever issued it, if the phrase says who; a named one for itself."""
    for t in tree.children(head):
        found = _behind(sources, tree, head, t, tokens) if t.index <= tokens[-1].index else None
        if found is not None:
            return found
    place = tokens.index(head) + 1
    if place + 1 < len(tokens) and tokens[place].text.lower() in {"from", "by"} and tokens[place].head != head.index:
        found = next(iter(sources.read((tokens[place + 1].start, tokens[-1].end))), None)  # hung on the verb
        if found is not None and head.lemma.lower() not in SENT:
            return found
    for t in tokens:  # "a police report", "the ministry statement"
        who = speaker_of(t) if t.head == head.index and t.dep == "compound" and t.pos == "NOUN" else None
        if who is not None and who.fits("body"):
            return SourcePhrase(t.text.lower(), "body")
    before = [t for t in tokens if t.index < head.index and t.pos == "PROPN"]
    named = sources.by_name(before[-1], before, None) if before else None
    if named is not None:
        return named
    if head.tag == "NNS" and head.lemma.lower() == "report" and tokens[0].text.lower() not in ARTICLES:
        words = bare_phrase(tokens[: tokens.index(head) + 1])
        return SourcePhrase(f"{UNNAMED} {words}", UNNAMED)  # "unconfirmed reports"
    definite = tokens[0].text.lower() in {"the", "this", "that", "its", "his", "her", "their", "these"}
    alone = len(tokens) <= 3
    return SourcePhrase("" if definite and alone else bare_phrase(tokens), "document")


def _behind(sources: Sources, tree: Dependencies, head: Token, link: Token, tokens: list[Token]) -> SourcePhrase | None:
    """Whose a document is by a word that hangs from it: "by the ministry", "the ministry's", "in the Herald", "sent by
    the ministry"."""
    if lemma_of(link) in SEEN:
        return None
    if link.dep == "acl" and link.tag == "VBN":
        owner = tree.agent(link)
        found = sources.read(sources.ground.phrase(tree, owner)) if owner is not None else []
        return found[0] if found else None
    if link.dep == "prep" and link.text.lower() in {"in", "on"}:
        place = tree.child(link, "pobj")
        return _published(sources, tree, head, place) if place is not None else None
    owning = link.dep in {"prep", "agent"} and link.text.lower() in {"by", "from", "of"}
    owner = link if link.dep == "poss" else tree.child(link, "pobj") if owning else None
    if owner is None:
        return None
    if head.lemma.lower() in SENT and sources.is_place(owner):
        return SourcePhrase(f"{UNNAMED} {bare_phrase(tokens)}", UNNAMED)
    if owning and link.text.lower() == "of" and owner.pos != "PROPN":
        return None
    start, end = sources.ground.phrase(tree, owner)
    body = next((t for t in tokens if link is owner and _is_body_of(t, owner, head)), None)
    start, end = (start, end) if body is None else (owner.start, body.end)
    return next(iter(sources.read((start, min(end, tokens[-1].end)))), None)


def _published(sources: Sources, tree: Dependencies, document: Token, place: Token) -> SourcePhrase | None:
    """The medium in which a document stands ("a report in the Herald"), or whose site it is ("on its website")."""
    called = sources.ground.text[tree.tokens[tree.left[place.index]].start : place.end]
    if is_medium(called) and called.startswith("The "):
        return SourcePhrase(called, "media")  # "a report in The Atlantic", which alone is a sea
    owner = tree.child(place, "poss") if place.lemma.lower() in {*SITES, "channel"} else place
    found = sources.read(sources.ground.phrase(tree, owner)) if owner is not None else []
    dated = place.entity in {"DATE", "TIME"}
    printed = document.lemma.lower() in PRINTED and place.pos == "PROPN" and not dated  # whatever it is called
    if found and printed and found[0].kind in {"body", "name"} and not sources.is_place(place):
        return SourcePhrase(found[0].name, "media")
    return found[0] if found and (owner is not place or found[0].kind == "media") else None


def _is_body_of(token: Token, owner: Token, head: Token) -> bool:
    """Whether a word between a possessive and its noun is the owner's body: "the sheriff's office news release"."""
    speaker = speaker_of(token) if owner.index < token.index < head.index and token.pos == "NOUN" else None
    return speaker is not None and speaker.fits("body")
