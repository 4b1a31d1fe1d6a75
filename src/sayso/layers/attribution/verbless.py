"""Attributions without a verb of saying: ``according to``, ``in X's words``, nouns with a clause; and, through
:mod:`hedges` and :mod:`labels`, hedges, captions and colons."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from sayso.layers.attribution.citing import CITING
from sayso.layers.attribution.cues import SEEN, Cue, lemma_of, noun_cue, phrases, verb_cue
from sayso.layers.attribution.ground import TRIM, Finding, Ground, unmarked
from sayso.layers.attribution.hedges import find_hedges, find_pictures
from sayso.layers.attribution.labels import find_label
from sayso.layers.parsing.labels import FINITE
from sayso.layers.parsing.parse import Token
from sayso.layers.parsing.trees import Dependencies
from sayso.spans import Range, trimmed
from sayso.vocab import Certainty, Zone


def find_verbless(ground: Ground, taken: Sequence[Range]) -> list[Finding]:
    """Every attribution of these kinds, by kind and then in text order. ``taken`` are the cues found so far."""
    found: list[Finding] = []
    for sentence in ground.readable():
        tree = ground.tree(sentence)
        found += _according(ground, tree)
        found += _possessed(ground, tree)
        found += find_hedges(ground, tree)
        found += find_pictures(ground, tree)
        found += _nouns(ground, tree)
    cues = sorted(taken)
    for paragraph in ground.paragraphs:
        inside = cues[bisect.bisect_left(cues, (paragraph.start, 0)) : bisect.bisect_left(cues, (paragraph.end, 0))]
        labelled = find_label(ground, paragraph) if paragraph.zone is not Zone.CAPTION else None
        if labelled is not None and not any(labelled.source[0][0] <= c[0] < labelled.source[0][1] for c in inside):
            found.append(labelled)
    return found


def _phrase_at(tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    return [t.text.lower() for t in tokens[at : at + len(words)]] == list(words)


def _according(ground: Ground, tree: Dependencies) -> list[Finding]:
    """``According to X, …``, ``…, according to X``, ``… , per X, …``."""
    found = []
    tokens = tree.tokens
    firsts = {cue.lemma.split()[0] for cue in phrases("verbless")}
    for token in tokens:
        if token.text.lower() not in firsts:
            continue
        cue = next((c for c in phrases("verbless") if _phrase_at(tokens, token.index, c.lemma.split())), None)
        if cue is None:
            continue
        if cue.lemma == "per" and not _is_per_source(tree, token):
            continue
        last = tokens[token.index + len(cue.lemma.split()) - 1]
        source = _named_after(ground, tree, last)
        if source is None:
            continue
        content, main = _rest(ground, tree, token, source)
        if content:
            found.append(
                Finding(
                    cue=[(token.start, last.end)],
                    source=[source],
                    content=content,
                    entry=cue,
                    main=(tree.sentence, main) if main else None,
                    detail=f"“{ground.text[token.start : last.end]}” names the source of the rest of its sentence",
                )
            )
    return found


def _is_per_source(tree: Dependencies, token: Token) -> bool:
    """Whether ``per`` names a source: a proper name follows, and no amount comes before ("per cent", "$3 per ton")."""
    after = tree.tokens[token.index + 1 : token.index + 4]
    before = tree.tokens[token.index - 1] if token.index else None
    opens = before is None or before.text in {",", "(", "-"}
    return opens and any(t.pos == "PROPN" for t in after)


def _named_after(ground: Ground, tree: Dependencies, last: Token) -> Range | None:
    """The noun phrase after the phrase's last word, with a ``, citing …`` or ``, seen by …`` behind it."""
    if last.index + 1 >= len(tree.tokens):
        return None
    thing = tree.child(last, "pobj", "pcomp") or next(
        (t for t in tree.tokens[last.index + 1 : last.index + 8] if t.pos in {"NOUN", "PROPN", "PRON"}), None
    )
    if thing is None:
        return None
    start, end = tree.reach(thing)
    start = max(start, tree.tokens[last.index + 1].start)
    end = _without_clause(tree, thing, end)
    source = trimmed(ground.text, start, end, TRIM)
    after = [t for t in tree.tokens if t.start >= source[1]]
    aside = len(after) > 2 and after[0].text in {",", "("} and after[1].tag in {"VBG", "VBN"}
    if aside and lemma_of(after[1]) in CITING | SEEN:
        stop = next((t for t in after[2:] if t.text in {",", ")", "."}), after[-1])
        source = (start, trimmed(ground.text, start, stop.start, TRIM)[1])
    return source if source[0] < source[1] else None


def _without_clause(tree: Dependencies, thing: Token, end: int) -> int:
    """The end of a noun phrase that swallowed the clause it is the source of: cut at a comma before a finite verb."""
    commas = [t for t in tree.tokens if t.text == "," and thing.start < t.start < end]
    for comma in commas:
        rest = [t for t in tree.tokens if comma.end <= t.start < end]
        first = rest[0] if rest else None
        if first is None or first.tag in {"WP", "WDT", "WRB"} or lemma_of(first) in CITING:
            continue
        if any(t.tag in {"VBD", "VBZ", "VBP", "MD"} and t.dep not in {"relcl"} for t in rest):
            return comma.start
    return end


def _rest(ground: Ground, tree: Dependencies, first: Token, source: Range) -> tuple[list[Range], Token | None]:
    """What the sentence says besides the phrase ``[first, source end)``: after it, before it, or both."""
    tokens = _in_same_brackets([t for t in tree.tokens if t.text not in {'"', "'", "''"}], first)
    before = unmarked([t for t in tokens if t.end <= first.start])
    after = unmarked([t for t in tokens if t.start >= source[1]])
    if after and _only_cites(tree, before):
        before = []  # "The Herald reported, according to sources, that …": the Herald stands around it
    if not after and len(before) == 2 and before[0].pos == "PRON" and before[1].lemma == "be":
        return [], None  # "That's according to X"
    joined = bool(before) and (before[-1].dep in {"cc", "mark"} or before[-1].text.lower() in {"but", "and", "that"})
    spans = []
    if before and not joined and (len(before) > 2 or not after or any(t.dep in {"nsubj", "nsubjpass"} for t in before)):
        spans.append((before[0].start, before[-1].end))
    if after and after[0].dep not in {"cc"} and (len(after) > 1 or not spans):
        gap = ground.text[source[1] : source[1] + 2]
        if spans and gap[:1] not in ",)" and not gap.startswith(" -"):
            pass  # an adverbial behind the source ("according to X on Monday") is no content
        elif not spans or after[0].text == ",":
            spans.append((after[0].start, after[-1].end))
    spans = [trimmed(ground.text, s, e, " ,;:") for s, e in spans]
    spans = [s for s in spans if s[0] < s[1]]
    verbs = [
        t for t in tree.tokens if t.tag in {"VBD", "VBZ", "VBP", "MD", "VB"} and any(s <= t.start < e for s, e in spans)
    ]
    root = next((t for t in verbs if t.dep == "ROOT"), verbs[0] if verbs else None)
    if root is None and not (
        len(before) + len(after) >= 4 and ground.paragraph_of(tree.sentence).zone is Zone.HEADLINE
    ):
        return [], None
    return spans, root


def _only_cites(tree: Dependencies, before: Sequence[Token]) -> bool:
    """Whether words are no more than who says something, and that he does: "The Herald reported"."""
    verb = before[-1] if before else None
    known = verb_cue(tree.sentence, verb) if verb is not None and verb.tag in FINITE else None
    subject = tree.child(verb, "nsubj") if verb is not None else None
    return known is not None and known[0].fits("that") and subject is not None and tree.left[subject.index] == 0


def _in_same_brackets(tokens: list[Token], word: Token) -> list[Token]:
    """The words of the brackets that a word stands in, without them; all words where it stands in none."""
    marks = [n for n, t in enumerate(tokens) if t.text in {"(", ")"}]
    low = next((n for n in reversed(marks) if tokens[n].start < word.start), None)
    if low is None or tokens[low].text != "(":
        return tokens
    return tokens[low + 1 : next((n for n in marks if n > low), len(tokens))]


def _possessed(ground: Ground, tree: Dependencies) -> list[Finding]:
    """``in X's words, …``, ``by her own account, …``."""
    found = []
    tokens = tree.tokens
    for token in tokens:
        if token.text.lower() not in {"in", "by"} or token.index + 2 >= len(tokens):
            continue
        for cue in phrases("possessed"):
            first, *_, last = cue.lemma.split()
            noun = next((t for t in tokens[token.index + 2 : token.index + 8] if t.text.lower() == last), None)
            if first != token.text.lower() or noun is None:
                continue
            owner = tree.child(noun, "poss")
            if owner is None or tree.left[owner.index] != token.index + 1:
                continue  # "in a post on its account"
            start, end = tree.reach(owner)
            mark = tree.child(owner, "case")
            source = trimmed(ground.text, start, mark.start if mark else end)
            content, main = _rest(ground, tree, token, (token.start, noun.end))
            apart = token.index == 0 or tokens[token.index - 1].text == ","
            apart = apart or (first == "by" and all(t.pos == "PUNCT" for t in tokens[noun.index + 1 :]))
            if content and apart:
                found.append(
                    Finding(
                        cue=[(token.start, token.end), (noun.start, noun.end)],
                        source=[source],
                        content=content,
                        entry=cue,
                        main=(tree.sentence, main) if main else None,
                        detail=f"“{ground.text[token.start : noun.end]}” gives the sentence to its owner",
                    )
                )
            break
    return found


def _nouns(ground: Ground, tree: Dependencies) -> list[Finding]:
    """``the union's claim that …``, ``a report by auditors that …``."""
    found = []
    for token in tree.tokens:
        if token.pos != "NOUN":
            continue
        cue = noun_cue(token)
        if cue is None:
            continue
        clause = _noun_clause(tree, token, cue) or _behind_owner(tree, token, cue)
        source = _owner(ground, tree, token)
        hidden = source is None and cue.certainty is Certainty.HEARSAY  # "rumours that …": nobody's word
        if clause is None or not (source or hidden):
            continue
        start, end = tree.reach(clause)
        found.append(
            Finding(
                cue=[(token.start, token.end)],
                source=[source] if source else [],
                content=[trimmed(ground.text, start, end, TRIM)],
                entry=cue,
                main=(tree.sentence, clause),
                hidden=hidden,
                detail=f"the noun “{token.text}” with its {'owner and a ' if source else ''}clause",
            )
        )
    return found


def _noun_clause(tree: Dependencies, noun: Token, cue: Cue) -> Token | None:
    for t in tree.children(noun):
        if t.dep not in {"acl", "ccomp", "relcl"} or t.start < noun.end:
            continue
        mark = tree.child(t, "mark")
        if mark is not None and mark.text.lower() in {"that", "whether"} and cue.fits("that", "issued", "wh"):
            return t
        if cue.fits("inf") and any(c.tag == "TO" for c in tree.children(t)) and t.dep == "acl":
            return t
    return None


def _behind_owner(tree: Dependencies, noun: Token, cue: Cue) -> Token | None:
    """The clause of ``a report by auditors that the money was gone``, which the parser often takes for a relative one,
    of the report or of the auditors: it has a subject besides the ``that``."""
    owner = tree.behind(noun, "by", "from")
    if owner is None or not cue.fits("that", "issued"):
        return None
    for t in (*tree.children(noun), *tree.children(owner)):
        opens = tree.tokens[tree.left[t.index]]
        if t.dep in {"relcl", "acl", "ccomp"} and t.start > owner.end and opens.text.lower() == "that":
            subject = tree.child(t, "nsubj", "nsubjpass", "expl")
            if subject is not None and subject.index != opens.index:
                return t
    return None


def _owner(ground: Ground, tree: Dependencies, noun: Token) -> Range | None:
    """Whose word the noun is: ``X's claim``, ``the claim by X``."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        return ground.phrase(tree, owner)
    for t in tree.children(noun):
        if t.dep in {"prep", "agent"} and t.text.lower() in {"by", "from", "of"}:
            thing = tree.child(t, "pobj")
            if thing is not None and (t.text.lower() != "of" or thing.pos == "PROPN"):
                start, end = tree.reach(thing)
                clause = next(
                    (c for c in tree.children(thing) if c.dep in {"relcl", "acl"} and c.start > thing.end), None
                )
                if clause is not None and tree.tokens[tree.left[clause.index]].text.lower() == "that":
                    end = tree.reach(clause)[0]
                return trimmed(ground.text, start, end, TRIM)
    return None
