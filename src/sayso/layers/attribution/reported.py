"""Reported speech: verbs with a source as their subject, and what they report; passives too."""

from __future__ import annotations

from sayso.layers.attribution.citing import CITING, quoted_as_saying, vouches
from sayso.layers.attribution.contents import content_of, is_finite, is_that, run_on
from sayso.layers.attribution.cues import OWN, Cue, lemma_of, noun_cue, verb_cue
from sayso.layers.attribution.direct import relayed_behind
from sayso.layers.attribution.ground import TRIM, Finding, Ground
from sayso.layers.attribution.hearers import PASSED_ON
from sayso.layers.attribution.medianames import sounds_medial
from sayso.layers.attribution.voices import speaker_of
from sayso.layers.parsing.parse import Sentence, Token
from sayso.layers.parsing.trees import Dependencies
from sayso.spans import Range, trimmed
from sayso.vocab import AttributionType, Certainty

#: Verbs that carry another on: "went on to say", "continued to insist", "was the first to report".
CARRIERS = frozenset({"go", "continue", "proceed", "hasten", "begin", "rush", "move"})

#: Participles that go on from an earlier cue of the same source.
CARRYING_ON = frozenset(("add", "say", "note", "warn", "claim", "argue", "stress", "explain", "insist", "state"))

#: What people are feared, believed or reported to be.
FATES = frozenset(("dead", "missing", "killed", "injured", "wounded", "trapped", "drowned", "alive", "hurt", "lost"))

#: Verbs of having it from somebody.
HAVING = frozenset(("hear", "learn", "understand", "gather", "have"))


def find_reported(ground: Ground, taken: set[int]) -> list[Finding]:
    """The attributions that a verb makes without a quotation of its own, in text order.

    ``taken`` holds the starts of verbs that already introduce a quotation.
    """
    found = []
    for sentence in ground.readable():
        relayed = _relayed(ground, sentence)
        found += [relayed] if relayed else []
        for token in sentence.tokens if relayed is None else ():
            if token.start in taken or not (token.tag.startswith("VB") and token.pos in {"VERB", "AUX", "NOUN"}):
                continue
            known = verb_cue(sentence, token)
            if known is None:
                continue
            finding = _read_verb(ground, sentence, token, known[0], known[1][-1])
            if finding is not None:
                found.append(finding)
    return found


def _relayed(ground: Ground, sentence: Sentence) -> Finding | None:
    """``…, A quoted B as saying``, ``…, B was quoted as saying by A``: by its words, which the parser seldom joins."""
    tokens = sentence.tokens
    pairs = zip(tokens[-11:], tokens[-10:], strict=False)
    saying = next((t for before, t in pairs if before.text == "as" and t.tag == "VBG"), None)
    if saying is None or tokens[min(saying.index + 1, len(tokens) - 1)].text not in {".", "by", saying.text}:
        return None
    quoting = next((t for t in tokens[saying.index :: -1] if lemma_of(t) in CITING), None)
    comma = next((t for t in tokens[quoting.index :: -1] if t.text == ","), None) if quoting is not None else None
    if comma is None or any(t.text in {'"', "''", "``"} for t in tokens[: saying.index]):
        return None
    clause = next((t for t in tokens[: comma.index] if t.tag in {"VBD", "VBZ", "VBP", "MD"}), None)
    told = relayed_behind(ground, [(sentence, t) for t in tokens[comma.index + 1 :]], comma.start)
    if clause is None or told is None:
        return None
    return Finding(
        cue=[told.cue],
        source=[told.source] if told.source else [],
        content=[(tokens[0].start, comma.start)],
        entry=told.entry,
        verb=(sentence, saying),
        main=(sentence, clause),
        nearer=[told.nearer] if told.nearer else [],
        detail=f"“{ground.text[saying.start : saying.end]}” behind what somebody quotes another with",
    )


def _read_verb(ground: Ground, sentence: Sentence, verb: Token, entry: Cue, last: Token) -> Finding | None:
    tree = ground.tree(sentence)
    after = tree.tokens[last.index + 1 : last.index + 2]
    if entry.lemma == "say" and after and after[0].tag == "TO":
        return None  # "a man said to be the minister"
    if tree.passive(verb) or _joins_passive(tree, verb):
        return _read_passive(ground, sentence, verb, entry, last)
    quoted = _quoted_as_saying(ground, tree, verb)
    if quoted is None and _is_unreal(tree, verb):
        return None
    quoted = quoted or _published(ground, tree, verb) or _had_from(ground, tree, verb)
    source = quoted[0] if quoted else source_of(ground, tree, verb)
    if source is None:
        return None
    nearer = list(quoted[1]) if quoted else []
    spans, main = content_of(ground, tree, verb, entry, last, source)
    if not spans:
        return None
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


def _joins_passive(tree: Dependencies, verb: Token) -> bool:
    """Whether a participle goes on with a passive: "was fined and ordered to pay"."""
    above = tree.head(verb) if verb.tag == "VBN" and verb.dep == "conj" else None
    own = tree.child(verb, "aux", "auxpass", "nsubj")
    return above is not None and own is None and any(t.dep == "auxpass" for t in tree.children(above))


def _is_unreal(tree: Dependencies, verb: Token) -> bool:
    """Whether nothing has been said: an infinitive or a modal ("to say", "would say"), or an order ("say it")."""
    if verb.tag == "VB":
        if verb.dep == "ROOT" and tree.child(verb, "nsubj") is not None and tree.child(verb, "aux", "neg") is None:
            return (
                False  # "put the toll at 31": one form for both, and the tagger of parts of speech took the wrong one
            )
        above = tree.head(verb)
        if above is not None and verb.dep in {"xcomp", "advcl"} and lemma_of(above) in CARRIERS:
            return False
        if any(t.dep == "aux" and lemma_of(t) in {"do", "did", "does"} for t in tree.children(verb)):
            return False
        return not any(t.dep == "aux" and t.text.lower() in {"will", "'ll"} for t in tree.children(verb))
    return False


def source_of(ground: Ground, tree: Dependencies, verb: Token) -> Range | None:
    """The subject's noun phrase, without a clause that holds the verb itself."""
    if _is_questioned(tree, verb):
        return None
    subject = _carried_on(tree, verb) or tree.subject(verb) or _set_apart(tree, verb)
    if subject is None or subject.tag == "EX":
        return None
    if subject.text.lower() in OWN and tree.child(subject, "prep") is None:  # but "one of them"
        return None
    if subject.tag in {"WP", "WDT"} and tree.antecedent(subject) is None:
        return None
    start, end = tree.reach(subject)
    if start < verb.start < end:
        if subject.start < verb.start:
            end = min([verb.start, *(tree.reach(t)[0] for t in tree.children(subject) if tree.over(t, verb))])
        else:
            start = min(subject.start, verb.end)
    between = [t for t in tree.tokens if end <= t.start < verb.start]
    if start < verb.start and between and all(t.pos == "PROPN" for t in between):
        end = between[-1].end  # "a man identified as Ada Moss": the parser makes her the subject of a clause
    source = trimmed(ground.text, start, end, TRIM)
    return source if source[0] < source[1] else None


def _is_questioned(tree: Dependencies, verb: Token) -> bool:
    """Whether the subject was asked, and asked nobody: ``Asked about the cuts, the minister said``."""
    opens = verb.index == 0 or tree.tokens[verb.index - 1].text in {",", "When", "when"}
    if not opens or lemma_of(verb) not in {"ask", "press", "question", "quiz"} or verb.tag not in {"VBN", "VBD"}:
        return False
    after = tree.tokens[verb.index + 1 : verb.index + 2]
    words = {"about", "whether", "if", "how", "why", "what", "by"}
    return verb.tag == "VBN" or (bool(after) and after[0].text.lower() in words)


def _set_apart(tree: Dependencies, verb: Token) -> Token | None:
    """The subject of ``the minister, asked about the cuts, said``, which the parser gives to the words between."""
    if not verb.index or tree.tokens[verb.index - 1].text != ",":
        return None
    for clause in tree.children(verb):
        subject = (
            tree.child(clause, "nsubj") if clause.dep in {"ccomp", "advcl"} and clause.index < verb.index else None
        )
        comma = tree.tokens[clause.index - 1]
        if subject is not None and comma.text == "," and tree.right[subject.index] <= comma.index:
            return subject
    return None


def _carried_on(tree: Dependencies, verb: Token) -> Token | None:
    """The subject of the cue that a ``, adding that`` goes on from; the parser often hangs it from the content."""
    if verb.tag != "VBG" or verb.dep != "advcl" or lemma_of(verb) not in CARRYING_ON:
        return None
    for above in tree.sentence.ancestors(verb):
        known = verb_cue(tree.sentence, above) if above.pos == "VERB" else None
        if known is not None and known[0].fits("quote") and above.index < verb.index:
            return tree.subject(above)
    return None


def _quoted_as_saying(ground: Ground, tree: Dependencies, verb: Token) -> tuple[Range, list[Range]] | None:
    """In ``A quoted B as saying …`` and ``B was quoted [by A] as saying …``: B, and A where named."""
    above = tree.head(verb)
    if above is None or verb.tag not in {"VBG", "VBN", "VBD"}:
        return None
    quoting = tree.head(above) if above.text.lower() == "as" else above
    if quoting is None or quoted_as_saying(tree, quoting) is not verb:
        return None
    if tree.passive(quoting):
        said = tree.child(quoting, "nsubjpass") or tree.subject(quoting)
        by = tree.agent(quoting) or tree.agent(verb) or tree.behind(verb, "by")
    else:
        said = tree.child(quoting, "dobj")
        by = tree.subject(quoting)
    if said is None:
        return None
    outer = [ground.phrase(tree, by)] if by is not None else []
    return ground.phrase(tree, said), outer


def _published(ground: Ground, tree: Dependencies, verb: Token) -> tuple[Range, list[Range]] | None:
    """In ``A carried a statement from B saying …``: the statement with B, and A, who passed it on."""
    thing = tree.head(verb)
    if verb.tag != "VBG" or verb.dep != "acl" or thing is None or thing.dep != "dobj":
        return None
    known, above = noun_cue(thing), tree.head(thing)
    if known is None or not known.fits("issued") or above is None or lemma_of(above) not in PASSED_ON:
        return None
    by = next((t for t in tree.children(thing) if t.dep == "prep" and t.text.lower() in {"from", "by", "of"}), None)
    medium = tree.subject(above)
    if by is None or medium is None or by.start > verb.start:
        return None
    statement = trimmed(ground.text, tree.reach(thing)[0], min(tree.reach(by)[1], verb.start), TRIM)
    return statement, [ground.phrase(tree, medium)]


def _had_from(ground: Ground, tree: Dependencies, verb: Token) -> tuple[Range, list[Range]] | None:
    """In ``A learned from B that …``, ``A had it from B that …``: B, and A, who has it from there."""
    teller = tree.behind(verb, "from") if lemma_of(verb) in HAVING else None
    if teller is None or not vouches(tree.tokens[tree.left[teller.index] : tree.right[teller.index] + 1]):
        return None
    hearer = tree.subject(verb)
    nearer = [ground.phrase(tree, hearer)] if hearer is not None and hearer.text.lower() not in OWN else []
    read = noun_cue(teller) is not None and speaker_of(teller) is None
    if read and hearer is not None and nearer and not sounds_medial(ground.words(nearer), [hearer]):
        return None  # "learned from a letter", as anybody may
    return ground.phrase(tree, teller), nearer


def _read_passive(ground: Ground, sentence: Sentence, verb: Token, entry: Cue, last: Token) -> Finding | None:
    """``it was reported that``, ``is said to have fled``, ``was condemned by the union``, ``was told by X that``."""
    tree = ground.tree(sentence)
    by = tree.agent(verb)
    start = next((t.start for t in tree.children(verb) if t.dep == "auxpass"), verb.start)
    spans, main = _told_in_passive(ground, tree, verb, entry, by)
    if not spans or main is None:
        return None
    it = tree.child(verb, "nsubjpass", "nsubj")
    source = [ground.phrase(tree, by)] if by is not None else []
    if not source and it is not None and it.text.lower() == "it":
        source = [(it.start, it.end)]
    return Finding(
        cue=[(start, last.end)],
        source=source,
        content=spans,
        entry=entry,
        verb=(sentence, verb),
        main=(sentence, main),
        detail=f"the passive “{ground.text[start : last.end]}”",
        hidden=by is None,
        negated=tree.negated(verb),
    )


def _told_in_passive(
    ground: Ground, tree: Dependencies, verb: Token, entry: Cue, by: Token | None
) -> tuple[list[Range], Token | None]:
    """What a passive says that somebody tells, with its main word."""
    subject = tree.child(verb, "nsubjpass", "nsubj")
    if subject is None:
        return [], None
    clause = next((t for t in tree.children(subject) if t.dep in {"acl", "ccomp"} and is_that(tree, t)), None)
    if clause is not None and by is not None and entry.type is AttributionType.STATEMENT:
        return [tree.reach(clause)], clause  # "the news that the dam failed was first reported by X"
    it = subject.text.lower() == "it" and entry.fits("that", "passive")
    if it or (entry.fits("person") and by is not None):
        main = next((t for t in tree.children(verb) if t.dep in {"ccomp", "xcomp", "acl", "advcl"}), None)
        if main is not None and tree.reach(main)[0] >= verb.end and is_finite(tree, main):
            return [(tree.reach(main)[0], run_on(tree, verb, tree.reach(main)[1]))], main
    elif entry.fits("passive"):
        main = tree.child(verb, "xcomp")
        if main is not None and main.start > verb.end and any(t.tag == "TO" for t in tree.children(main)):
            return [ground.phrase(tree, subject), tree.reach(main)], main
        state = tree.child(verb, "oprd", "acomp") if main is None else None
        if state is not None and state.text in FATES:
            return [ground.phrase(tree, subject), tree.reach(state)], state
    elif by is not None and entry.fits("obj") and entry.type is AttributionType.STATEMENT:
        return [ground.phrase(tree, subject)], subject
    return [], None


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
