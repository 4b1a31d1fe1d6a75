"""A sentence in clauses: what is said of whom, word by word, from its dependencies.

A clause is a verb (or, in a line without one, its head word) with what hangs from it, less what belongs to another
clause. Verbs that only colour another one (``managed to repel``, ``is expected to sign``) share its clause.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.layers.clauses.clause import IDEAS, SUBJECTS, Clause, prepositions
from sayso.layers.clauses.phrases import Tree, lead, stretch
from sayso.layers.clauses.subjects import described_by, is_result, joins_passive, surface_subject, told_short
from sayso.layers.parsing.parse import Sentence, Token

CLAUSAL = frozenset({"ROOT", "conj", "ccomp", "xcomp", "advcl", "relcl", "acl", "csubj", "pcomp", "parataxis", "dep"})
OBJECTS = frozenset({"dobj", "attr", "oprd"})
#: Verbs that colour an infinitive, unless they have an object of their own: "began an offensive to take it".
STARTING = frozenset({"begin", "start", "continue", "come", "use", "get", "help", "keep", "find"})
COUNTS = frozenset({"number", "count", "tally", "figure", "total"})
#: What one thing may have to do with another.
LINKS = frozenset({"nothing", "something", "anything", "little", "much"})
#: Words at the edge of a clause that tie it to another and say nothing themselves.
TIES = frozenset({"mark", "cc", "punct", "preconj", "intj"})


#: What a little word at the end of a clause may be that belongs to it: "gave up", "the war was over".
ENDING = frozenset({"prt", "advmod", "acomp", "dobj", "nsubj"})

#: Nouns of length of time, and how many words may tell one.
LENGTHS = frozenset("second minute hour day night week weekend month year decade".split())
LONGEST_DISTANCE = 7


def find_clauses(tree: Tree, wrappers: Collection[str]) -> list[Clause]:
    """The clauses of a sentence in text order of their heads. ``wrappers`` are the lemmas that colour an infinitive
    below them."""
    sentence, names = tree.sentence, tree.names
    if not sentence.tokens:
        return []
    heads = [t for t in sentence.tokens if _verbal(sentence, t, names)]
    if not any(t.dep == "ROOT" for t in heads):
        root = next((t for t in sentence.tokens if t.head == t.index and t.index not in names), None)
        if root is not None and (not heads or root.pos in ("NOUN", "ADJ", "NUM", "PROPN")):
            heads.append(root)
    if not heads:
        heads = [sentence.root or sentence.tokens[0]]
    heads.sort(key=lambda t: t.index)
    merged = _merged(sentence, heads, frozenset(wrappers))
    below: dict[int, list[Token]] = {}
    for wrapper, inner in merged.items():
        below.setdefault(inner, []).append(sentence.tokens[wrapper])
    kept = [h for h in heads if h.index not in merged]
    place = {h.index: n for n, h in enumerate(kept)}
    place |= {wrapper: place[inner] for wrapper, inner in merged.items() if inner in place}
    owner = _owners(sentence, place)
    own: list[list[Token]] = [[] for _ in kept]
    for token in sentence.tokens:
        own[owner[token.index]].append(token)
    out: list[Clause] = []
    for number, head in enumerate(kept):
        outer = tuple(sorted(below.get(head.index, []), key=lambda t: t.index))
        out.append(_clause(tree, head, outer, own[number], owner, out))
    return out


def _verbal(sentence: Sentence, token: Token, names: Collection[int]) -> bool:
    """Whether a token heads a clause of its own."""
    if token.pos not in ("VERB", "AUX") or token.index in names or token.dep not in CLAUSAL:
        return False
    up = sentence.tokens[token.head]
    if token.dep == "pcomp" and token.tag == "VBG" and sentence.tokens[up.head].lemma.lower() in COUNTS:
        return False  # "the number of missing"
    if token.dep == "acl" and token.tag == "VBN" and _counting(sentence, up):
        return False  # "the number of people killed"
    if token.dep == "xcomp" and up.dep == "acl" and up.tag == "VBN" and _counting(sentence, sentence.tokens[up.head]):
        return False  # "the number of people known to have died"
    if token.lemma.lower() == "do" and up.lemma.lower() in LINKS and sentence.tokens[up.head].lemma.lower() == "have":
        return False  # "had nothing to do with it"
    if token.dep == "conj" and token.tag in ("VBN", "VBG"):
        return sentence.tokens[token.head].pos in ("VERB", "AUX")  # "dead and wounded": no clause
    return True


def _counting(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is a count, or what a count counts."""
    above = sentence.tokens[sentence.tokens[noun.head].head] if noun.dep == "pobj" else noun
    return above.lemma.lower() in COUNTS


def _merged(sentence: Sentence, heads: Sequence[Token], wrappers: frozenset[str]) -> dict[int, int]:
    """Index of a colouring verb → index of the verb it colours."""
    known = {h.index for h in heads}
    direct: dict[int, int] = {}
    for head in heads:
        if head.dep not in ("xcomp", "ccomp") or head.head == head.index:
            continue
        if head.dep == "ccomp" and not any(
            t.dep == "aux" and t.tag == "TO" and t.head == head.index for t in sentence.tokens
        ):
            continue
        up = sentence.tokens[head.head]
        colours = up.lemma.lower() in wrappers or _is_to(up, head, sentence)
        if head.dep == "ccomp" and head.index < up.index:
            continue  # "it will be closed, the council decided"
        if up.pos in ("ADJ", "NOUN", "ADV") and up.head != up.index and up.head in known:
            up = sentence.tokens[up.head]
        aimed = any(t.dep == "dobj" and t.head == up.index for t in sentence.tokens) and up.lemma.lower() in STARTING
        if colours and not aimed and up.index in known and up.index not in direct:
            direct[up.index] = head.index
    out = {}
    for wrapper, found in direct.items():
        inner, seen = found, {wrapper}
        while inner in direct and inner not in seen:
            seen.add(inner)
            inner = direct[inner]
        if inner not in seen:
            out[wrapper] = inner
    return out


def _is_to(be: Token, head: Token, sentence: Sentence) -> bool:
    """Whether a "be" only says that something is to happen: "a school is to be built", not "the plan is to build"."""
    if be.lemma.lower() != "be" or head.dep != "xcomp" or head.head != be.index:
        return False
    kids = [t for t in sentence.tokens if t.head == be.index and t.index != be.index]
    subject = next((t for t in kids if t.dep in SUBJECTS), None)
    plan = subject is None or subject.lemma.lower() in IDEAS
    said = any(t.dep in ("acomp", "attr") for t in kids)
    plan = plan and all(t.dep != "expl" for t in kids)  # "there is to be no shooting"
    return not plan and not said and any(t.tag == "TO" and t.head == head.index for t in sentence.tokens)


def _owners(sentence: Sentence, place: dict[int, int]) -> list[int]:
    """For every token, the number of the clause it belongs to: that of the nearest head above it."""
    owner: list[int] = [-1] * len(sentence.tokens)
    for token in sentence.tokens:
        path, at = [], token
        while owner[at.index] < 0:
            path.append(at.index)
            if at.index in place:
                owner[at.index] = place[at.index]
                break
            if at.head == at.index or at.head in path:
                owner[at.index] = 0
                break
            at = sentence.tokens[at.head]
        for index in path:
            owner[index] = owner[at.index]
    return owner


def _clause(
    tree: Tree, head: Token, outer: tuple[Token, ...], own: list[Token], owner: list[int], before: list[Clause]
) -> Clause:
    """Puts one clause together; ``before`` are the clauses left of it."""
    sentence = tree.sentence
    top, number = (outer[0] if outer else head), len(before)
    governor = owner[top.head] if top.head != top.index and owner[top.head] != number else None
    above = before[governor] if governor is not None and governor < len(before) else None
    passive = any(t.dep in ("auxpass", "nsubjpass") for t in tree.kids[head.index]) or (
        head.tag == "VBN" and top.dep in ("acl", "advcl", "conj") and tree.child(head, "auxpass", "aux", "dobj") is None
    )
    passive = passive or told_short(tree, head)
    passive = passive or joins_passive(tree, head, top, above, before)
    resulting = is_result(tree, head, top)
    surface = above.surface if resulting and above else surface_subject(tree, head, outer, top, above, passive)
    if surface is None and top.head in tree.names:
        surface = sentence.tokens[top.head]  # a name that was taken for a verb
    described = described_by(tree, head, top)
    direct = tree.child(head, *OBJECTS) or _misread_name(tree, head)
    if direct is None and head.dep == "relcl" and surface is not None and surface.index != head.head:
        direct = sentence.tokens[head.head]  # "the town which the rebels took"
    start, end = _extent(tree, head, outer, top, own)
    return Clause(
        sentence=sentence,
        head=head,
        wrappers=outer,
        subject=tree.agent(head) if passive else surface,
        object=(surface or direct) if passive else direct,
        passive=passive,
        dep="advcl" if resulting else top.dep,
        governor=governor,
        own=tuple(own),
        prepositions=tuple(prepositions(tree, own)),
        start=start,
        end=end,
        lead=None if resulting else lead(tree, described, start),
        shared=stretch(tree, surface, own, start) if not (passive and top.dep == "advcl") else None,
    )


def _extent(tree: Tree, head: Token, outer: tuple[Token, ...], top: Token, own: Sequence[Token]) -> tuple[int, int]:
    """The code points from the first to the last word of a clause, without what only ties it to others."""
    words = [t for t in own if t.pos not in ("PUNCT", "SPACE")]
    verbs = {head.index, *(w.index for w in outer)}
    words = words[_distance(words, verbs) :]
    while len(words) > 1 and words[0].head in verbs and (words[0].dep in TIES or _says_when(words[0], top)):
        words.pop(0)
    while len(words) > 1 and words[-1].pos in ("ADP", "SCONJ", "CCONJ", "DET") and words[-1].dep not in ENDING:
        if top.dep == "relcl" and words[-1].dep == "prep" and tree.child(words[-1], "pobj", "pcomp") is None:
            break  # "which they own up to"
        words.pop()
    return (words[0].start, words[-1].end) if words else (head.start, head.end)


def _says_when(first: Token, top: Token) -> bool:
    """Whether the first word of a clause only says that it tells when: "(when) the roof fell"."""
    return top.dep == "advcl" and first.dep in ("advmod", "mark") and first.text.lower() in ("when", "once")


def _misread_name(tree: Tree, head: Token) -> Token | None:
    """A name behind a verb that the parser, which does not know it, took for an adverb: "did not capture Tarven"."""
    names = (t for t in tree.kids[head.index] if t.dep in ("advmod", "npadvmod") and t.pos == "PROPN")
    return next((t for t in names if t.index > head.index and t.entity not in ("DATE", "TIME")), None)


def _distance(words: Sequence[Token], verbs: Collection[int]) -> int:
    """How many words at a clause's head tell how far it lies from the one above: ``three weeks after``, ``just days
    before``. They are of that one, like the conjunction itself."""
    for n, token in enumerate(words[:LONGEST_DISTANCE]):
        if token.dep == "mark" and token.head in verbs and token.text.lower() in ("after", "before"):
            return n if n and words[n - 1].lemma.lower() in LENGTHS else 0
    return 0
