"""Where the content of a verb that attributes stands: a clause after, before or around it, or :mod:`objects`."""

from __future__ import annotations

from sayso.layers.attribution.cues import Cue, lemma_of, noun_cue, verb_cue
from sayso.layers.attribution.ground import TRIM, Ground, unmarked
from sayso.layers.attribution.objects import READERS
from sayso.layers.parsing.parse import Token
from sayso.layers.parsing.trees import Dependencies
from sayso.spans import Range, overlap, trimmed, without

CLAUSE_ENDS = frozenset({"conj", "advcl", "parataxis", "cc"})


def content_of(
    ground: Ground, tree: Dependencies, verb: Token, entry: Cue, last: Token, source: Range
) -> tuple[list[Range], Token | None]:
    """The content's ranges and its main verb; nothing where no frame of the cue fits."""
    if entry.fits("that", "quote", "wh"):
        spans, main = _clause(ground, tree, verb, last, source)
        if spans:
            return spans, main
    for read in READERS:
        found = read(tree, verb, entry, last)
        if found is not None:
            span = trimmed(ground.text, *found[0], TRIM)
            if span[0] < span[1] and not overlap(span, source):
                return [span], found[1]
    return _behind_that(tree, last) if entry.fits("that") else ([], None)


def _behind_that(tree: Dependencies, last: Token) -> tuple[list[Range], Token | None]:
    """``estimates that up to 500 leaked``, ``said, citing X, that …``: the rest of the sentence behind a ``that`` which
    the parser did not know."""
    rest = unmarked(tree.tokens[last.index + 1 :])
    if rest[:1] and rest[0].text == ",":
        commas = (n for n, t in enumerate(rest[:-1]) if n and t.text == "," and rest[n + 1].text.lower() == "that")
        rest = rest[next(commas, 0) + 1 :]
    main = next((t for t in rest[2:] if t.pos in {"VERB", "AUX"}), None)
    if main is None or rest[0].text.lower() != "that" or rest[0].tag != "IN":
        return [], None
    return [(rest[0].start, rest[-1].end)], main


def _clause(
    ground: Ground, tree: Dependencies, verb: Token, last: Token, source: Range
) -> tuple[list[Range], Token | None]:
    """A finite clause as content: after the cue, before it, or around it."""
    clauses = [t for t in tree.children(verb) if t.dep == "ccomp" and is_finite(tree, t)]
    behind = (t for t in clauses if t.start > last.end and is_that(tree, t))
    clause = next(behind, clauses[0] if clauses else None)
    if clause is None:
        clause = next(
            (t for t in tree.children(verb) if t.dep in {"xcomp", "advcl", "acl", "dobj"} and is_that(tree, t)), None
        )
    if clause is None or _is_parted(tree, clause, verb):
        clause = _in_document(tree, verb, last) or (clause if clause is None else None)
    bracket = (min(source[0], verb.start), max(source[1], last.end))
    if clause is not None:
        start, end = tree.reach(clause)
        if _is_aside(tree, clause):
            return [], None
        if start >= last.end:
            return [(start, _before_semicolon(tree, start, run_on(tree, verb, end)))], clause
        if end <= bracket[0]:
            before = trimmed(ground.text, _sentence_start(tree, start), end, TRIM)
            return [before, *_behind(ground, tree, verb, bracket[1])], clause
        if start < bracket[0] < end:
            around = _around(ground, start, end, bracket)
            return around, clause
        return [], None
    above = tree.head(verb)
    if (aside := _aside_with_as(tree, verb, last)) is not None:
        above = next((t for t in tree.sentence.ancestors(verb) if t.pos in {"VERB", "AUX"}), None)
        main = above is not None and above.head == above.index
        return (_around(ground, *tree.reach(above), aside), above) if above is not None and main else ([], None)
    if verb.dep == "parataxis" and above is not None and above.start > verb.end:
        return _around(ground, *tree.reach(above), bracket), above
    if verb.dep in {"parataxis", "ccomp", "advcl"} or (verb.dep == "ROOT" and verb.index > 3):
        return _clause_before(ground, tree, verb, bracket)
    return [], None


def _aside_with_as(tree: Dependencies, verb: Token, last: Token) -> Range | None:
    """Where ``as she told the Herald`` stands, in commas or at an end of the sentence: what is told is the rest."""
    first = tree.tokens[tree.left[verb.index]]
    opened = first.text.lower() == "as" and first.head == verb.index and tree.child(verb, "nsubj") is not None
    if verb.dep != "advcl" or not opened:
        return None
    before = tree.tokens[first.index - 1].text == "," if first.index else True
    end = tree.right[verb.index]
    behind = any(t.pos == "PUNCT" for t in tree.tokens[end : end + 2])
    thing = tree.child(verb, "dobj")
    told = thing is None or thing.index <= last.index or lemma_of(verb) == "tell"
    return tree.reach(verb) if before and behind and told else None


def _is_aside(tree: Dependencies, clause: Token) -> bool:
    """Whether a clause is a ``, which …`` that only tells more of what stands before it."""
    first = tree.tokens[tree.left[clause.index]]
    return first.tag == "WDT" and first.index > 0 and tree.tokens[first.index - 1].text == ","


def _is_parted(tree: Dependencies, clause: Token, verb: Token) -> bool:
    """Whether a semicolon or colon parts a clause from the cue behind it: two sentences that the parser made one."""
    return any(t.text in {";", ":"} for t in tree.tokens[clause.index : verb.index])


def _before_semicolon(tree: Dependencies, start: int, end: int) -> int:
    """Where the content ends: before a semicolon behind which somebody else is said to have said something."""
    for mark in tree.tokens:
        if mark.text == ";" and start < mark.start < end:
            for t in tree.tokens[mark.index :]:
                known = verb_cue(tree.sentence, t) if t.tag in {"VBD", "VBZ", "VBP"} else None
                own = tree.child(t, "nsubj")
                if known is not None and known[0].fits("that") and own is not None and own.index > mark.index:
                    return mark.start
    return end


def _in_document(tree: Dependencies, verb: Token, last: Token) -> Token | None:
    """The clause of ``said in a message that …``: the parser often hangs it from the message."""
    for t in tree.children(verb):
        thing = tree.child(t, "pobj") if t.dep == "prep" and t.text.lower() in {"in", "on", "via", "to"} else None
        known = noun_cue(thing) if thing is not None else None
        if thing is None or known is None or not known.fits("issued"):
            continue
        for clause in tree.children(thing):
            that = tree.tokens[tree.left[clause.index]]
            if clause.dep in {"acl", "relcl", "ccomp"} and that.text.lower() == "that" and that.start > last.end:
                return clause if any(c.dep in {"nsubj", "nsubjpass", "expl"} for c in tree.children(clause)) else None
    return None


def is_finite(tree: Dependencies, clause: Token) -> bool:
    """Whether the clause has a subject of its own, or a word that opens an indirect question."""
    return any(t.dep in {"nsubj", "nsubjpass", "expl", "csubj", "attr", "mark"} for t in tree.children(clause)) or (
        clause.tag in {"VBD", "VBZ", "VBP"} or tree.tokens[tree.left[clause.index]].tag in {"WP", "WRB", "WDT"}
    )


def is_that(tree: Dependencies, clause: Token) -> bool:
    """Whether ``that``, ``whether`` or ``if`` opens a clause which the parser attached in another way."""
    mark = tree.child(clause, "mark")
    return mark is not None and mark.text.lower() in {"that", "whether"} and tree.child(clause, "nsubj") is not None


def _sentence_start(tree: Dependencies, start: int) -> int:
    """The start of the sentence, if only adverbials or marks lie before the clause: they belong to it."""
    first = tree.tokens[0]
    return first.start if start - first.start < 200 and first.dep not in {"cc"} else start


def run_on(tree: Dependencies, verb: Token, end: int) -> int:
    """Where a content after its cue ends: with the sentence, unless the cue's own clause goes on behind it."""
    sentence = tree.sentence
    limit = tree.reach(verb)[1] if verb.dep in {"relcl", "acl"} else sentence.end
    rest = unmarked([t for t in sentence.tokens if end <= t.start < limit])
    if not rest:
        return end
    words = [t.text.lower() for t in rest if t.text != ","][:2]
    if words[:1] in (["and"], ["but"]) and words[1:] in (["that"], ["whether"]):
        return rest[-1].end  # "…, and that buses were running"
    if rest[0].text in {";", ":", "-", ")"} or rest[0].dep in {"cc", "conj"}:
        return end
    own = {verb.index} | {t.index for t in tree.sentence.ancestors(verb)}
    for token in rest:
        reason = token.dep == "advcl" and token.tag != "VBG" and tree.child(token, "mark") is not None
        if token.dep in CLAUSE_ENDS and token.head in own and not reason:
            return end
    if rest[0].text == "," and any(t.tag == "VBG" and t.head in own for t in rest):
        return end
    return rest[-1].end


def _around(ground: Ground, start: int, end: int, bracket: Range) -> list[Range]:
    """The content on both sides of an inserted ``, she said,``."""
    spans = [trimmed(ground.text, s, e, TRIM) for s, e in without([(start, end)], [bracket])]
    return [(s, e) for s, e in spans if any(c.isalnum() for c in ground.text[s:e])]


def _clause_before(ground: Ground, tree: Dependencies, verb: Token, bracket: Range) -> tuple[list[Range], Token | None]:
    """``…, X said.``: what stands before the source, where a comma parts the two and it holds a verb."""
    if any(t.dep == "dobj" and t.start >= verb.end for t in tree.children(verb)) and lemma_of(verb) != "tell":
        return [], None
    before = [t for t in tree.tokens if t.end <= bracket[0]]
    if not before or before[-1].text != "," or verb.index >= len(tree.tokens):
        return [], None
    clause = [t for t in before[:-1] if t.tag in {"VBD", "VBZ", "VBP", "MD"}]
    if not clause:
        return [], None
    span = trimmed(ground.text, before[0].start, before[-1].start, TRIM)
    return [span, *_behind(ground, tree, verb, bracket[1])], clause[0]


def _behind(ground: Ground, tree: Dependencies, verb: Token, at: int) -> list[Range]:
    """What goes on behind an inserted ``, she said,``: nothing where a clause of the cue's own follows."""
    after = unmarked([t for t in tree.tokens if t.start >= at])
    if len(after) < 3 or after[0].text != ",":
        return []
    if after[1].tag in {"VBG", "VBN", "CC", "WP", "WDT", "WRB"} or after[1].dep in {"cc", "mark"}:
        return []
    if any(t.head == verb.index and t.dep in {"conj", "advcl"} for t in after):
        return []
    return [trimmed(ground.text, after[1].start, after[-1].end, TRIM)]
