"""Whose doing a clause tells: its grammatical subject, where it has none the one it shares, and whether it is passive
without saying so."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.clauses.clause import IDEAS, SUBJECTS, Clause
from sayso.layers.clauses.phrases import Tree
from sayso.layers.parsing.attaching import DOING, RESULTS
from sayso.layers.parsing.parse import Token

RELATIVES = frozenset({"who", "which", "that", "whom"})
#: Prepositions after which the object of the clause above acts: "blamed them for", "kept them from".
TURNED = frozenset({"of", "for", "from", "into"})
#: What may stand between a subject and its verb.
VERBAL = frozenset({"aux", "auxpass", "neg", "advmod"})
#: Verbs of telling somebody to do something, who stands behind them.
ORDERING = frozenset(
    "tell ask order urge advise direct instruct command oblige require force invite allow permit beg forbid warn "
    "encourage".split()
)
#: Verbs of having something done, or of seeing it done.
CAUSING = frozenset({"have", "get", "see", "want", "watch", "find", "keep", "leave"})


def surface_subject(
    tree: Tree, head: Token, outer: tuple[Token, ...], top: Token, above: Clause | None, passive: bool
) -> Token | None:
    """The grammatical subject, its own or the one it shares with the clause or noun it hangs from."""
    own = _own_subject(tree, head, outer, top)
    if own is not None:
        return own
    if tree.child(head, "expl") is not None:
        return tree.child(head, "attr", "dobj")
    sentence = tree.sentence
    anchor = sentence.tokens[top.head]
    if top.dep in ("relcl", "acl") and anchor.pos in ("NOUN", "PROPN", "PRON", "NUM"):
        return _of_noun(tree, head, top, above, passive)
    if above is not None and above.object is not None:
        if top.dep == "xcomp" and not above.passive:
            return above.object
        turned = top.dep == "pcomp" and anchor.lemma.lower() in TURNED
        if turned and above.object.lemma.lower() not in IDEAS:
            return above.object  # "accused the rebels of firing": they fired
    if above is not None and top.dep in ("conj", "advcl", "xcomp", "pcomp", "dep", "acl"):
        return above.surface
    before = next(
        (t for t in reversed(sentence.tokens[: top.index]) if t.index in tree.names or t.dep not in VERBAL), None
    )
    return before if before is not None and before.index in tree.names else None  # "IS has sent": taken for "is"


def _own_subject(tree: Tree, head: Token, outer: tuple[Token, ...], top: Token) -> Token | None:
    """The subject of the clause's verb, of one that colours it, or of one of their auxiliaries."""
    for verb in (head, *reversed(outer)):
        carriers = (verb, *(t for t in tree.kids[verb.index] if t.dep in ("aux", "auxpass")))
        found = next(filter(None, (tree.child(t, *SUBJECTS) for t in carriers)), None)
        if found is None:
            continue
        told = tree.child(verb, "dobj") if verb is not head and verb.lemma.lower() in ORDERING else None
        if told is not None and told.index < head.index:
            return told  # "told residents to leave": they are to leave
        relative = described_by(tree, head, top)
        if found.text.lower() in RELATIVES and relative.dep == "relcl":
            return tree.tokens[relative.head]
        return found
    return None


def _of_noun(tree: Tree, head: Token, top: Token, above: Clause | None, passive: bool) -> Token | None:
    """The subject of a clause that describes a noun: the noun, or whose doing the clause above is."""
    anchor = tree.tokens[top.head]
    infinitive = any(t.dep == "aux" and t.tag == "TO" for t in tree.kids[head.index])
    shared = above.surface if above is not None else None
    if infinitive and not passive:
        # "was offered a way to escape", "started an offensive to retake"; but "450 jobs to go"
        return shared or (anchor if anchor.dep == "ROOT" else None)
    if top.dep == "acl" and head.tag == "VBG" and anchor.lemma.lower() in IDEAS:
        return shared  # "had a chance of losing", "the fear of losing"
    return anchor


def described_by(tree: Tree, head: Token, top: Token) -> Token:
    """The verb of the clause that hangs from what this one describes: its own, or the one put into it that says whose
    word it is, "the station, which (he said) remained open"."""
    above = tree.tokens[top.head]
    subject = tree.child(head, *SUBJECTS) if top.dep == "ccomp" and above.dep == "relcl" else None
    asked = subject is not None and subject.tag in ("WDT", "WP") and subject.index < above.index
    return above if asked else top


def told_short(tree: Tree, head: Token) -> bool:
    """Whether a participle has its subject and nothing else of a verb's: "5 killed, 12 wounded", "had him arrested"."""
    subject = tree.child(head, "nsubj")
    if head.tag != "VBN" or subject is None or tree.child(head, "aux", "auxpass", "dobj") is not None:
        return False
    if head.dep == "ccomp" and tree.tokens[head.head].lemma.lower() in CAUSING:
        return True
    return subject.pos == "NUM" or tree.child(subject, "nummod") is not None


def joins_passive(tree: Tree, head: Token, top: Token, above: Clause | None, before: Sequence[Clause]) -> bool:
    """Whether a bare participle goes on with a passive: "was convicted (of fraud) and given four years"."""
    if above is None or top.dep != "conj" or head.tag != "VBN" or tree.child(head, "aux", "nsubj") is not None:
        return False
    outer = before[above.governor] if above.governor is not None and above.governor < len(before) else None
    return above.passive or (above.dep == "pcomp" and outer is not None and outer.passive)


def is_result(tree: Tree, head: Token, top: Token) -> bool:
    """Whether a participle tells what came of the whole clause, and not of the place or time that it stands behind:
    "went off outside a mosque killing nine", but "in a blast killing nine"."""
    if head.tag != "VBG" or head is not top or head.lemma.lower() not in RESULTS or top.dep not in ("acl", "pcomp"):
        return False
    anchor = tree.child(head, *SUBJECTS) if top.dep == "pcomp" else tree.tokens[top.head]
    if anchor is None or anchor.lemma.lower() in DOING or (top.dep == "acl" and anchor.dep != "pobj"):
        return False
    return anchor.pos in ("NOUN", "PROPN") and anchor.entity not in ("PERSON", "NORP", "ORG")
