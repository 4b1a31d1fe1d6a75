"""Reported speech: verbs with a source as subject and the content as clause, infinitive or object; passives too."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.layers.cues import Cue, lemma_of, verb_cue
from sayso.layers.ground import Finding, Ground
from sayso.layers.parse import Sentence, Token
from sayso.layers.trees import Tree
from sayso.spans import Range, overlap, trimmed, without
from sayso.vocab import AttributionType, Certainty

#: Prepositions whose object may be the content, where the cue's frames name them.
PREPOSITIONS = frozenset({"about", "of", "for", "against", "to", "with"})

#: Verbs that carry another on: "went on to say", "continued to insist", "was the first to report".
CARRIERS = frozenset({"go", "continue", "proceed", "hasten", "begin", "rush", "move"})

CLAUSE_ENDS = frozenset({"conj", "advcl", "parataxis", "cc"})
TRIM = " ,;:-–—("


def find_reported(ground: Ground, taken: set[int]) -> list[Finding]:
    """The attributions that a verb makes without a quotation of its own, in text order.

    ``taken`` holds the starts of verbs that already introduce a quotation.
    """
    found = []
    for sentence in ground.parse.sentences:
        for token in sentence.tokens:
            if token.start in taken or not (token.tag.startswith("VB") and token.pos in {"VERB", "AUX", "NOUN"}):
                continue
            known = verb_cue(sentence, token)
            if known is None:
                continue
            finding = _read_verb(ground, sentence, token, known[0], known[1][-1])
            if finding is not None:
                found.append(finding)
    return found


def _read_verb(ground: Ground, sentence: Sentence, verb: Token, entry: Cue, last: Token) -> Finding | None:
    tree = ground.tree(sentence)
    if tree.passive(verb):
        return _read_passive(ground, sentence, verb, entry, last)
    quoted = _quoted_as_saying(ground, tree, verb)
    if quoted is None and _is_unreal(tree, verb):
        return None
    source = quoted[0] if quoted else _source(ground, tree, verb)
    if source is None:
        return None
    spans, main = _content(ground, tree, verb, entry, last, source)
    if not spans:
        return None
    nearer = list(quoted[1]) if quoted else []
    return Finding(
        cue=[(verb.start, last.end)],
        source=[source],
        content=spans,
        entry=entry,
        verb=(sentence, verb),
        main=(sentence, main) if main else None,
        nearer=nearer,
        detail=f"“{ground.text[verb.start : last.end]}” with its subject and what follows from it",
        negated=tree.negated(verb),
    )


def _is_unreal(tree: Tree, verb: Token) -> bool:
    """Whether nothing has been said: an infinitive or a modal ("to say", "would say"), or an order ("say it")."""
    if verb.tag == "VB":
        above = tree.head(verb)
        if above is not None and verb.dep == "xcomp" and lemma_of(above) in CARRIERS:
            return False
        if any(t.dep == "aux" and lemma_of(t) in {"do", "did", "does"} for t in tree.children(verb)):
            return False
        return not any(t.dep == "aux" and t.text.lower() in {"will", "'ll"} for t in tree.children(verb))
    return False


def _source(ground: Ground, tree: Tree, verb: Token) -> Range | None:
    """The subject's noun phrase, without a clause that holds the verb itself."""
    subject = tree.subject(verb)
    if subject is None or subject.tag in {"WP", "WDT", "EX"} or subject.text.lower() in {"it's", "there"}:
        return None
    start, end = tree.reach(subject)
    if start < verb.start < end:
        if subject.start < verb.start:
            end = min([verb.start, *(tree.reach(t)[0] for t in tree.children(subject) if tree.over(t, verb))])
        else:
            start = min(subject.start, verb.end)
    source = trimmed(ground.text, start, end, TRIM)
    return source if source[0] < source[1] else None


def _above(tree: Tree, token: Token, below: Token) -> bool:
    return tree.left[token.index] <= below.index <= tree.right[token.index]


def _quoted_as_saying(ground: Ground, tree: Tree, verb: Token) -> tuple[Range, list[Range]] | None:
    """In ``A quoted B as saying …`` and ``B was quoted [by A] as saying …``: B, and A where named."""
    above = tree.head(verb)
    if verb.tag != "VBG" or above is None or above.text.lower() != "as":
        return None
    quoting = tree.head(above)
    if quoting is None or lemma_of(quoting) not in {"quote", "cite", "report", "describe"}:
        return None
    if tree.passive(quoting):
        said = tree.child(quoting, "nsubjpass") or tree.subject(quoting)
        agent = tree.child(quoting, "agent") or tree.child(verb, "agent")
        by = tree.child(agent, "pobj") if agent is not None else None
    else:
        said = tree.child(quoting, "dobj")
        by = tree.subject(quoting)
    if said is None:
        return None
    outer = [trimmed(ground.text, *tree.reach(by), TRIM)] if by is not None else []
    return trimmed(ground.text, *tree.reach(said), TRIM), outer


def _content(
    ground: Ground, tree: Tree, verb: Token, entry: Cue, last: Token, source: Range
) -> tuple[list[Range], Token | None]:
    """The content's ranges and its main verb; nothing where no frame of the cue fits."""
    if entry.fits("that", "quote", "wh"):
        spans, main = _clause(ground, tree, verb, last, source)
        if spans:
            return spans, main
    for read in (_infinitive, _named, _accused, _object, _prepositional):
        found = read(tree, verb, entry, last)
        if found is not None:
            span = trimmed(ground.text, *found[0], TRIM)
            if span[0] < span[1] and not overlap(span, source):
                return [span], found[1]
    return [], None


def _clause(ground: Ground, tree: Tree, verb: Token, last: Token, source: Range) -> tuple[list[Range], Token | None]:
    """A finite clause as content: after the cue, before it, or around it."""
    clause = next((t for t in tree.children(verb) if t.dep == "ccomp" and _is_finite(tree, t)), None)
    if clause is None:
        clause = next(
            (t for t in tree.children(verb) if t.dep in {"xcomp", "advcl", "acl", "dobj"} and _is_that(tree, t)), None
        )
    bracket = (min(source[0], verb.start), max(source[1], last.end))
    if clause is not None:
        start, end = tree.reach(clause)
        if start >= last.end:
            return [(start, _run_on(ground, tree, verb, end))], clause
        if end <= bracket[0]:
            return [trimmed(ground.text, _sentence_start(tree, start), end, TRIM)], clause
        if start < bracket[0] < end:
            around = _around(ground, tree, start, end, bracket)
            return around, clause
        return [], None
    if verb.dep in {"parataxis", "ccomp", "advcl"} or (verb.dep == "ROOT" and verb.index > 3):
        return _clause_before(ground, tree, verb, bracket)
    return [], None


def _is_finite(tree: Tree, clause: Token) -> bool:
    """Whether the clause has a subject of its own, or a word that opens an indirect question."""
    return any(t.dep in {"nsubj", "nsubjpass", "expl", "csubj", "attr", "mark"} for t in tree.children(clause)) or (
        clause.tag in {"VBD", "VBZ", "VBP"} or tree.tokens[tree.left[clause.index]].tag in {"WP", "WRB", "WDT"}
    )


def _is_that(tree: Tree, clause: Token) -> bool:
    """Whether ``that``, ``whether`` or ``if`` opens a clause which the parser attached in another way."""
    mark = tree.child(clause, "mark")
    return mark is not None and mark.text.lower() in {"that", "whether"} and tree.child(clause, "nsubj") is not None


def _sentence_start(tree: Tree, start: int) -> int:
    """The start of the sentence, if only adverbials or marks lie before the clause: they belong to it."""
    first = tree.tokens[0]
    return first.start if start - first.start < 200 and first.dep not in {"cc"} else start


def _run_on(ground: Ground, tree: Tree, verb: Token, end: int) -> int:
    """Where a content after its cue ends: with the sentence, unless the cue's own clause goes on behind it."""
    sentence = tree.sentence
    rest = [t for t in sentence.tokens if t.start >= end]
    while rest and rest[-1].pos == "PUNCT":
        rest.pop()
    if not rest:
        return end
    if rest[0].text in {";", ":", "-", ")"} or rest[0].dep in {"cc", "conj"}:
        return end
    own = {verb.index} | {t.index for t in tree.sentence.ancestors(verb)}
    for token in rest:
        if token.dep in CLAUSE_ENDS and token.head in own:
            return end
    if rest[0].text == "," and any(t.tag in {"VBG", "VBD"} and t.head in own for t in rest):
        return end
    return rest[-1].end


def _around(ground: Ground, tree: Tree, start: int, end: int, bracket: Range) -> list[Range]:
    """The content on both sides of an inserted ``, she said,``."""
    spans = [trimmed(ground.text, s, e, TRIM) for s, e in without([(start, end)], [bracket])]
    return [s for s in spans if s[0] < s[1]]


def _clause_before(ground: Ground, tree: Tree, verb: Token, bracket: Range) -> tuple[list[Range], Token | None]:
    """``…, X said.``: what stands before the source, where a comma parts the two and it holds a verb."""
    before = [t for t in tree.tokens if t.end <= bracket[0]]
    if not before or before[-1].text != "," or verb.index >= len(tree.tokens):
        return [], None
    after = [t for t in tree.tokens if t.start >= bracket[1] and t.pos != "PUNCT"]
    clause = [t for t in before[:-1] if t.tag in {"VBD", "VBZ", "VBP", "MD"}]
    if not clause:
        return [], None
    span = trimmed(ground.text, before[0].start, before[-1].start, TRIM)
    spans = [span]
    if len(after) > 6 and ground.text[bracket[1] : bracket[1] + 1] == ",":
        spans.append(trimmed(ground.text, bracket[1], after[-1].end, TRIM))
    return spans, clause[0]


def _infinitive(tree: Tree, verb: Token, entry: Cue, last: Token) -> tuple[Range, Token] | None:
    if not entry.fits("inf"):
        return None
    for t in tree.children(verb):
        if t.dep in {"xcomp", "ccomp", "advcl"} and t.start > last.end and t.tag == "VB":
            to = next((c for c in tree.children(t) if c.tag == "TO"), None)
            if to is not None:
                start, end = tree.reach(t)
                return (start if t.dep == "ccomp" else to.start, end), t
    return None


def _named(tree: Tree, verb: Token, entry: Cue, last: Token) -> tuple[Range, Token] | None:
    """``described the raid as a failure``, ``called it a failure``: the object with what it is called."""
    if not entry.fits("as"):
        return None
    parts = [t for t in tree.children(verb) if t.start >= last.end and t.dep in {"dobj", "oprd", "ccomp"}]
    called = [t for t in tree.children(verb) if t.dep == "prep" and t.text.lower() == "as" and t.start >= last.end]
    if not parts or (len(parts) < 2 and not called and parts[0].dep == "dobj"):
        return None
    reaches = [tree.reach(t) for t in (*parts, *called)]
    return (min(s for s, _ in reaches), max(e for _, e in reaches)), parts[-1]


def _accused(tree: Tree, verb: Token, entry: Cue, last: Token) -> tuple[Range, Token] | None:
    if not entry.fits("accuse"):
        return None
    whom = tree.child(verb, "dobj")
    what = next((t for t in tree.children(verb) if t.dep == "prep" and t.text.lower() == "of"), None)
    if whom is None or what is None:
        return None
    return (tree.reach(whom)[0], tree.reach(what)[1]), tree.child(what, "pcomp", "pobj") or whom


def _object(tree: Tree, verb: Token, entry: Cue, last: Token) -> tuple[Range, Token] | None:
    if not entry.fits("obj"):
        return None
    carrier = last if last.index != verb.index and last.dep == "prep" else verb
    thing = tree.child(carrier, "dobj", "pobj", "pcomp") or (tree.child(verb, "dobj") if carrier is last else None)
    if thing is None or thing.start < last.end or (thing.dep == "dobj" and thing.tag == "PRP" and thing.text == "it"):
        return None
    return tree.reach(thing), thing


def _prepositional(tree: Tree, verb: Token, entry: Cue, last: Token) -> tuple[Range, Token] | None:
    wanted = entry.frames & PREPOSITIONS
    for t in tree.children(verb):
        if t.dep == "prep" and t.text.lower() in wanted and t.start >= last.end:
            thing = tree.child(t, "pobj", "pcomp")
            if thing is not None:
                return tree.reach(thing), thing
    return None


def _read_passive(ground: Ground, sentence: Sentence, verb: Token, entry: Cue, last: Token) -> Finding | None:
    """``it was reported that``, ``is said to have fled``, ``was condemned by the union``."""
    tree = ground.tree(sentence)
    subject = tree.child(verb, "nsubjpass", "nsubj")
    agent = tree.child(verb, "agent")
    by = tree.child(agent, "pobj") if agent is not None else None
    source = [trimmed(ground.text, *tree.reach(by), TRIM)] if by is not None else []
    spans: list[Range] = []
    main: Token | None = None
    start = next((t.start for t in tree.children(verb) if t.dep == "auxpass"), verb.start)
    if subject is not None and subject.text.lower() == "it" and entry.fits("that", "passive"):
        main = next((t for t in tree.children(verb) if t.dep in {"ccomp", "xcomp", "acl", "advcl"}), None)
        if main is not None and tree.reach(main)[0] >= verb.end and _is_finite(tree, main):
            spans = [(tree.reach(main)[0], _run_on(ground, tree, verb, tree.reach(main)[1]))]
            source = source or [(subject.start, subject.end)]
    elif subject is not None and entry.fits("passive"):
        main = tree.child(verb, "xcomp")
        if main is not None and main.start > verb.end and any(t.tag == "TO" for t in tree.children(main)):
            spans = [trimmed(ground.text, *tree.reach(subject), TRIM), tree.reach(main)]
    elif subject is not None and by is not None and entry.fits("obj") and entry.type is AttributionType.STATEMENT:
        spans, main = [trimmed(ground.text, *tree.reach(subject), TRIM)], subject
    if not spans or main is None:
        return None
    return Finding(
        cue=[(start, last.end)],
        source=source,
        content=spans,
        entry=entry,
        verb=(sentence, verb),
        main=(sentence, main),
        detail=f"the passive “{ground.text[start : last.end]}”",
        hidden=by is None,
        passive=True,
        negated=tree.negated(verb),
    )


def participles(tree: Tree, verb: Token, lemmas: frozenset[str]) -> Iterator[Token]:
    """The ``citing`` and the like that hang from a verb or its subject."""
    for t in tree.tokens:
        if t.tag == "VBG" and lemma_of(t) in lemmas and t.head in {verb.index, verb.head}:
            yield t


def certainty_of(ground: Ground, finding: Finding) -> Certainty:
    """How far the text stands behind the content: what the cue says of it, or else a modal in its main verb."""
    if finding.hidden:
        return Certainty.HEARSAY
    if finding.entry.certainty is not Certainty.ASSERTED:
        return finding.entry.certainty
    if finding.negated:
        return Certainty.POSSIBLE
    main = finding.main
    if main is None:
        return Certainty.ASSERTED
    return Certainty.POSSIBLE if ground.tree(main[0]).modal(main[1]) else Certainty.ASSERTED
