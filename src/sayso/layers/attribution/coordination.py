"""Sources that are named side by side, "police and the Red Cross said": each is a source of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.layers.attribution.ground import LONGEST_SENTENCE, Finding, Ground
from sayso.layers.attribution.medianames import is_medium
from sayso.layers.attribution.sources import Sources
from sayso.layers.attribution.voices import UNNAMED, head_of
from sayso.layers.parsing.parse import Token
from sayso.layers.parsing.trees import Dependencies
from sayso.spans import Range, trimmed
from sayso.types import Attribution, Claim, replaced
from sayso.vocab import Category, Level

#: This many sources of one statement are told apart.
MOST = 4
#: A person's name begins this many code points before any word of it at most.
LONGEST_NAME = 60
#: Words between sources of which each said it; "or" leaves open who did.
JOINING = frozenset({"and", "&"})
#: Words for what is said once, in the name of all.
JOINTLY = frozenset({"joint", "jointly", "together"})
NOUNS = frozenset({"NOUN", "PROPN"})


def side_by_side(ground: Ground, sources: Sources, finding: Finding) -> list[Range]:
    """The words of each source of a finding, in text order; empty where it has one, or none that is told apart by name
    from the first."""
    if len(finding.source) != 1 or (finding.told and finding.told != finding.source):
        return []
    words = ground.tokens(finding.source)
    if not words or words[0][0].index != words[-1][0].index or len(words[0][0].tokens) > LONGEST_SENTENCE:
        return []
    if any(t.text.lower() in JOINTLY for t in words[0][0].tokens):
        return []  # what several put out together has one origin
    tokens = [t for _, t in words]
    tree = ground.tree(words[0][0])
    heads = _heads(tree, sources, tokens)
    if len(heads) < 2:
        return []
    parts = _parts(ground, tree, heads, finding.source[0])
    start, end = finding.source[0]
    names = [m.span for m in sources.inside(start, end) if m.level is Level.NAME]
    if any(s.start < edge < s.end for s in names for _, edge in parts[:-1]):
        return []  # "the Health and Safety Office" is one body
    if all(_bare_surname(ground, sources, part) for part in parts):
        return []  # "Smith and Marl" may be a firm
    voices = [[v.name for v in sources.read(part) if v.name] for part in parts]
    if not all(voices):
        return []
    told = {tuple(names): part for names, part in reversed(list(zip(voices, parts, strict=True)))}
    named = [held for held in told if not held[-1].startswith(UNNAMED)]
    return sorted(told.values())[:MOST] if len(told) > 1 and named else []


def _heads(tree: Dependencies, sources: Sources, tokens: Sequence[Token]) -> list[Token]:
    """The nouns that stand side by side with the head, itself first; a person may hang on what the first one is of: "A
    of the league and B of the exchange"."""
    head = head_of(tokens)
    if head.pos not in NOUNS:
        return []
    inside = {t.index for t in tokens}
    heads, queue = [head], [head]
    person = _is_person(sources, head)
    while queue:
        first = queue.pop()
        joining = [t for t in tree.children(first) if t.dep == "cc" and t.index in inside]
        if any(t.text.lower() not in JOINING or t.entity for t in joining):
            return []  # "A or B"; "Health and Safety Office"
        more = [t for t in tree.children(first) if t.dep == "conj" and t.index in inside and t.pos in NOUNS]
        heads += more
        queue += more
    if person:
        behind = (t for t in tokens if t.dep == "conj" and t not in heads and t.index > head.index)
        heads += [t for t in behind if _is_person(sources, t) or _alike_built(head, t, tokens)]
    return sorted(heads, key=lambda t: t.index)


def _bare_surname(ground: Ground, sources: Sources, part: Range) -> bool:
    """Whether a source is one large word that is neither a place, nor short for a name that the document gives
    elsewhere, nor made of large letters."""
    word = ground.text[slice(*part)]
    if " " in word or word.isupper() or word == word.lower() or is_medium(word):
        return False
    held = [m for m in sources.inside(*part) if m.level is Level.NAME]
    return all(m.category is not Category.LOCATION and " " not in m.name for m in held)


def _alike_built(head: Token, token: Token, tokens: Sequence[Token]) -> bool:
    """Whether two names are each followed by what they are of: "A of the league and B of the exchange"."""
    words = {t.index: t.text.lower() for t in tokens}
    return token.pos == "PROPN" and words.get(head.index + 1) == words.get(token.index + 1) in {"of", "from", "at"}


def _is_person(sources: Sources, token: Token) -> bool:
    """Whether a word is of a person's name, as the parser or the mentions have it."""
    held = sources.inside(token.start - LONGEST_NAME, token.end)
    named = any(m.category is Category.PERSON and m.span.start <= token.start < m.span.end for m in held)
    return named or token.entity == "PERSON"


def _parts(ground: Ground, tree: Dependencies, heads: Sequence[Token], whole: Range) -> list[Range]:
    """The words of each, without what joins them."""
    starts = [whole[0], *(tree.sentence.tokens[tree.left[t.index]].start for t in heads[1:])]
    out = []
    for start, end in zip(starts, [*starts[1:], whole[1]], strict=True):
        low, high = trimmed(ground.text, start, end, " ,;")
        for word in sorted(JOINING):
            if ground.text[low:high].lower().endswith(f" {word}"):
                high -= len(word)
        out.append(trimmed(ground.text, low, high, " ,;"))
    return out


def beside(attributions: Sequence[Attribution]) -> dict[str, list[Attribution]]:
    """By the id of the attribution to the first of several sources that are named side by side: those to the others,
    which have its cue and its content."""
    told: dict[object, list[Attribution]] = defaultdict(list)
    for row in attributions:
        if row.source:
            told[row.cue, row.content, row.type, row.within].append(row)
    held = (sorted(rows, key=lambda a: (a.source, a.id)) for rows in told.values() if len(rows) > 1)
    return {first.id: others for first, *others in held}


def said_by_each(
    claims: Sequence[Claim], others: dict[str, list[Attribution]], first: Sequence[Attribution]
) -> Iterator[Claim]:
    """The claims, and after each that several sources make together, the same one as made by each of the others."""
    chains = {row.id: row.chain for row in first}
    for claim in claims:
        yield claim
        for other in others.get(claim.attribution_id or "", ()):
            chain = chains[claim.attribution_id or ""]
            if claim.chain[len(claim.chain) - len(chain) :] != chain:
                continue
            detail = claim.detail.replace(f"said by {chain[-1]}", f"said by {other.chain[-1]}")
            told_by = (*claim.chain[: len(claim.chain) - len(chain)], *other.chain)
            yield replaced(claim, attribution_id=other.id, chain=told_by, detail=detail)
