"""Whose word it is when somebody speaks who has no name: his paper's, his band's, that of the body he heads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.layers.attribution.medianames import is_medium
from sayso.layers.attribution.voices import UNNAMED, SourcePhrase, bare_phrase, speaker_of
from sayso.layers.parsing.parse import Token
from sayso.layers.parsing.trees import Dependencies
from sayso.vocab import Level

if TYPE_CHECKING:
    from sayso.layers.attribution.sources import Sources

#: People who speak for the body that they work at: "analysts at the Karsk Institute".
EMPLOYED = frozenset(
    ("analyst", "researcher", "scientist", "economist", "strategist", "expert", "official", "forecaster", "auditor",
     "investigator", "scholar", "academic", "astronomer", "statistician", "epidemiologist", "meteorologist", "doctor",
     "engineer", "lawyer", "campaigner", "executive", "broker")
)  # fmt: skip

#: People of a band or a movement, whose word is its own: "rebels of the Delta Front", "organisers from X".
MEMBERS = frozenset(
    ("rebel", "fighter", "militant", "insurgent", "guerrilla", "gunman", "separatist", "commander", "organiser",
     "organizer", "activist", "protester", "demonstrator", "striker", "leader", "boss", "representative", "negotiator",
     "delegate", "envoy", "spokesman", "spokeswoman", "spokesperson", "volunteer", "monitor", "observer")
)  # fmt: skip

#: People whose word is that of the medium that they work for: "the Karsk Herald's correspondent".
REPORTING = frozenset(("correspondent", "reporter", "journalist", "photographer"))


def belonging(sources: Sources, tree: Dependencies, head: Token, tokens: Sequence[Token]) -> SourcePhrase | None:
    """``his office`` by its owner's name, ``analysts at X`` as X's word."""
    owner = next((t for t in tokens if t.tag == "PRP$" and t.head == head.index), None)
    if owner is not None:
        words = bare_phrase([t for t in tokens if owner.index < t.index <= head.index])
        name = sources.pronoun(owner).name
        person = (who := speaker_of(head)) is not None and who.fits("person")
        kind = "body" if not person else "crowd" if head.tag == "NNS" else "person"
        return SourcePhrase(f"{name}'s {words}" if name and not name.startswith(UNNAMED) else words, kind)
    if head.lemma.lower() in REPORTING:
        before = (t for t in tokens if t.head == head.index and t.dep in {"poss", "compound", "amod"})
        paper = next((t for t in before if t.text[:1].isupper()), None)
        found = sources.read(sources.ground.phrase(tree, paper)) if paper is not None else []
        return found[0] if found and (found[0].kind == "media" or is_medium(found[0].name)) else None
    noun = head.lemma.lower()
    if head.tag != "NNS" or noun not in EMPLOYED | MEMBERS:
        return None
    joints = {"of", "for", "from", "with"} if noun in MEMBERS else {"at", "with", "from"}
    for t in tree.children(head):
        if t.dep == "prep" and t.text.lower() in joints:
            body = tree.child(t, "pobj")
            found = sources.read(sources.ground.phrase(tree, body)) if body is not None else []
            if found and found[0].kind in {"body", "media", "name"} and found[0].name[:1].isupper():
                return found[0]
    return None


def of_body(sources: Sources, tree: Dependencies, head: Token, voice: SourcePhrase | None) -> SourcePhrase | None:
    """An office by the name of the body that it is of: "the group's leader", "the head of the centre"."""
    if voice is None or voice.kind != "person" or voice.name != voice.name.lower():
        return voice
    of = next((t for t in tree.children(head) if t.dep == "poss" or t.text.lower() in {"of", "for"}), None)
    owner = tree.child(of, "pobj") if of is not None and of.dep != "poss" else of
    held = sources.inside(*tree.reach(owner)) if owner is not None else []
    body = next((m for m in held if m.level is Level.NOMINAL and m.entity_id), None)
    if owner is None or body is None or not body.span.start <= owner.start < body.span.end:
        return voice
    return SourcePhrase(f"{body.name}'s {head.text.lower()}", voice.kind)
