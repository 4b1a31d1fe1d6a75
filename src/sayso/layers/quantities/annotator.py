"""Quantities of a document's prose: their bounds, units and what they count.

The grammar (``grammar``) reads bounds and units; the parse tells what is counted, and keeps times, names with
numbers in them (``Flight 370``), addresses, telephone numbers and scores of games out. Ages have the unit
``year old``; ranks (``third``) are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.layers.parsing.parse import Parse, Sentence, Token
from sayso.layers.parsing.sentencerows import Within
from sayso.layers.quantities.grammar import BARE_AGE, Measured, find_measured
from sayso.layers.times.annotator import lower
from sayso.types import Document, Quantity, Span, Timex

#: Words right after a number that make it part of an address, and before it part of a name.
STREET = re.compile(
    r" (?:[A-Z][\w'.-]* ){0,3}(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane|Boulevard|Blvd|Square|Drive|Way|Place)\b"
)
#: What tells that a number is one of a block of houses, or of a sort of gun or car: "the 1200 block of Hill Street".
SORT = re.compile(r" block of |[- ](?:caliber|calibre|gauge)\b|x\d")
LABEL = re.compile(
    r"(?:\bNo\. ?|#|\b(?:[Nn]umber|[Cc]hapter|[Aa]rticle|[Ss]ection|[Pp]age|[Rr]esolution|[Ff]light|[Rr]oute"
    r"|[Hh]ighway|[Rr]oom"
    r"|[Cc]hannel|[Uu]nit|[Tt]itle|[Tt]able|[Ff]igure|[Ll]evel|[Pp]hase|[Gg]rade|[Aa]ct|[Ll]ine|[Gg]ate|[Tt]erminal"
    r"|[Bb]lock"
    r"|[Dd]istrict|[Pp]aragraph|[Rr]ule|[Bb]ill|[Vv]ersion|[Ee]pisode|[Ss]eason|[Rr]ound|[Dd]ay"
    r"|[Tt]ype|[Ss]tage|[Kk]ilomet(?:re|er)|[Mm]ile|[Cc]heckpoint|[Pp]latform|[Bb]erth|[Rr]eactor|[Jj]unction"
    r"|[Ss]ector) )$"
)
PHONE = re.compile(r"\+?\d[\d ()-]{5,18}\d")
#: The hour that a line of a running report begins with.
CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d(?: ?[-:] ?| )(?=[A-Z\"'])")
SCORE = re.compile(r"\d{1,3}(?:-\d{1,3}){1,2}(?![\d,%])")
GAME = frozenset(
    ["beat", "win", "defeat", "lose", "draw", "lead", "trail", "vote", "thrash", "rout", "edge", "pass", "tie"]
)
#: What names in a list with numbers may be of, and nobody's with an age.
SCENES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "CARDINAL", "MONEY", "EVENT", "ORDINAL"})
#: Word classes that may stand between a number and the noun it counts.
INSIDE = frozenset(["ADJ", "NOUN", "PROPN", "ADV"])


def find_quantities(document: Document, parse: Parse, timexes: Sequence[Timex]) -> list[Quantity]:
    """Every quantity of the document's prose that is no part of a time, in text order."""
    out: list[Quantity] = []
    times = Within(timexes)
    for sentence in parse.sentences:
        raw = document.text[sentence.start : sentence.end]
        lowered = lower(raw)
        if not re.search(r"\d", lowered) and not _has_number_word(sentence):
            continue
        taken = [(t.span.start - sentence.start, t.span.end - sentence.start) for t in times.inside(sentence)]
        measured = [m for m in find_measured(lowered) if not _taken(m, taken) and not _is_name(m, raw, sentence)]
        ages = _bare_ages(sentence, lowered)
        plain = [m for m in measured if m.unit or all(m.end <= a.start or a.end <= m.start for a in ages)]
        out += [_quantity(document, sentence, m) for m in (*plain, *ages) if _counts(m, lowered, sentence)]
    return sorted(out, key=lambda q: (q.span.start, q.span.end))


def _has_number_word(sentence: Sentence) -> bool:
    return any(t.tag == "CD" or t.dep == "nummod" or t.text.lower() in VAGUE_WORDS for t in sentence.tokens)


VAGUE_WORDS = frozenset(
    "number numerous tens dozens dozen scores hundreds thousands millions billions several few couple handful "
    "pair multiple half third quarter hundred thousand million billion".split()
)


def _taken(measured: Measured, times: Sequence[tuple[int, int]]) -> bool:
    """Whether the number is part of a time; an age is not, though it has years."""
    if measured.unit and measured.unit.endswith(" old"):
        return False
    return any(start < measured.end and measured.start < end for start, end in times)


def _is_name(measured: Measured, raw: str, sentence: Sentence) -> bool:
    """Whether the number is part of a name, address, telephone number or the score of a game."""
    if measured.unit and measured.unit not in ("point",):
        return False
    words = raw[measured.start : measured.end]
    if measured.vague or not words[:1].isdigit():
        return False
    if measured.start == 0 and CLOCK.match(raw):
        return True
    before, after = raw[max(0, measured.start - 20) : measured.start], raw[measured.end : measured.end + 60]
    if STREET.match(after) or SORT.match(after) or (LABEL.search(before) and not _numbers(measured, words, sentence)):
        return True
    around = raw[max(0, measured.start - 20) : measured.end + 20]
    if any(
        sum(c.isdigit() for c in m.group()) >= 7 and words in m.group() and "," not in m.group()
        for m in PHONE.finditer(around)
    ):
        return len(words) < 7 or bool(re.search(r"[ ()+-]", next(iter(PHONE.findall(around)), "")))
    score = SCORE.match(raw, measured.start) or re.search(r"\d-$", before)
    if score and (not re.search(r"\d-\d", words) or any(t.lemma in GAME for t in sentence.tokens)):
        return not re.match(r"-[a-z]", after)
    token = _number_token(measured, sentence)
    if token is None or token.index == 0:
        return False
    previous = sentence.tokens[token.index - 1]
    following = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    # "Apollo 13", "Group of 7": a number that stands after the name and counts nothing behind it.
    follows_name = previous.pos == "PROPN" and previous.end + 1 == token.start and previous.text[:1].isupper()
    counts_next = following is not None and following.pos in ("NOUN", "ADJ", "PROPN") and token.head > token.index
    single = sentence.tokens[token.head].tag == "NN" and sentence.tokens[token.head] is following
    if follows_name and single and following is not None and following.lemma.lower() not in SEVERAL and words != "1":
        return True  # "Python 3 code"
    return (
        follows_name
        and not counts_next
        and token.dep in ("nummod", "appos", "npadvmod", "compound", "pobj", "dobj", "nsubj", "ROOT")
    )


def _numbers(measured: Measured, words: str, sentence: Sentence) -> bool:
    """Whether the "number" before a number is no label: "the garrison is thought to number 1,500"."""
    before = next((t for t in reversed(sentence.tokens) if t.end < sentence.start + measured.start), None)
    return before is not None and before.lemma.lower() == "number" and (before.pos == "VERB" or "," in words)


def _number_token(measured: Measured, sentence: Sentence) -> Token | None:
    """The last number word of the quantity."""
    inside = [
        t
        for t in sentence.tokens
        if t.start < sentence.start + measured.end and sentence.start + measured.start < t.end
    ]
    numbers = [t for t in inside if t.tag == "CD" or t.pos == "NUM" or t.text.lower() in VAGUE_WORDS]
    found = numbers or inside
    return found[-1] if found else None


def _counts(measured: Measured, lowered: str, sentence: Sentence) -> bool:
    """Whether a bare ``one`` counts at all, and an amount is more than a mark."""
    words = lowered[measured.start : measured.end]
    token = _number_token(measured, sentence)
    if token is None:
        return False
    if words == "one":
        if re.search(r"\b(?:no|any|every|each|the|this|that|another|which) $", lowered[: measured.start][-9:]):
            return False
        after = sentence.tokens[token.index + 1 : token.index + 2]
        harmed = any(t.lemma in STATES for t in after)  # "one dead and four missing"
        return (
            harmed
            or _of_several(sentence.tokens[token.index + 1 : token.index + 4])
            or (token.dep == "nummod" and token.head > token.index)
            or token.dep.startswith("nsubj")
        )
    if words == "zero" and lowered[: measured.start].rsplit(" ", 2)[-2:-1] in ZERO:
        return False
    return not (words in ("few", "couple", "multiple") and token.dep != "amod")


#: Singular nouns that are counted in the plural.
SEVERAL = frozenset("people police staff crew personnel troop infantry cavalry dead wounded injured percent".split())
#: What a zero stands behind that counts nothing: "ground zero".
ZERO = (["ground"], ["patient"], ["absolute"], ["day"], ["year"], ["hour"], ["net"])


def _of_several(after: Sequence[Token]) -> bool:
    """Whether a number goes on to tell of how many: "one of two hikers", "one of the three"."""
    words = after[1:] if after and after[0].text.lower() == "of" else ()
    return any(t.tag == "CD" for t in words) and all(t.tag in ("CD", "DT", "PRP$") for t in words[:1])


def _quantity(document: Document, sentence: Sentence, measured: Measured) -> Quantity:
    span = Span(document.id, sentence.start + measured.start, sentence.start + measured.end)
    detail, counted = measured.why, None
    if measured.unit is None or not measured.unit.endswith(" old"):
        counted = counted_by(sentence, span)
    if counted is None or measured.unit is None:
        verb = governing_verb(sentence, span)
        detail += f"; under the verb '{verb.text}'" if verb is not None else ""
    return Quantity(
        span=span,
        low=_plain(measured.low),
        high=_plain(measured.high),
        unit=measured.unit,
        of=document.text[counted.start : counted.end] if counted else None,
        of_span=counted,
        detail=detail,
    )


def _plain(number: float | None) -> float | None:
    """A whole number as an int, so that it is written ``4000`` and not ``4000.0``."""
    return int(number) if number is not None and number == int(number) else number


def counted_by(sentence: Sentence, span: Span) -> Span | None:
    """The noun phrase that the quantity counts, in the text's words, without what hangs behind its noun."""
    inside = [t for t in sentence.tokens if t.start < span.end and span.start < t.end]
    if not inside:
        return None
    after = [t for t in sentence.tokens if t.start >= span.end]
    if (of := _of(sentence, inside, after)) is not None:
        return _phrase(sentence, of, span)
    if after and after[0].lemma in STATES and (after[0].pos == "ADJ" or after[0].tag == "VBN"):
        following = sentence.tokens[after[0].index + 1 : after[0].index + 2]
        if not any(t.pos in ("NOUN", "PROPN", "ADJ") for t in following):
            return Span(span.document_id, after[0].start, after[0].end)
    top = _top(inside)
    head = sentence.tokens[top.head]
    if (
        top.dep in ("nummod", "quantmod", "amod", "compound", "nmod", "det")
        and head.start >= span.end
        and head.index - top.index <= 14
    ):
        if head.pos in ("NOUN", "PROPN") or head.tag in ("NNS", "NNPS"):
            return _span_to(sentence, after, head, span)
        if head.pos in ("ADJ", "VERB"):
            return _phrase(sentence, after, span)
    if after and (after[0].pos in INSIDE or after[0].text == "-"):
        return _phrase(sentence, after, span)
    return None


#: What a bare number counts where it stands before one of these: "six dead".
STATES = frozenset(
    ["dead", "wounded", "wound", "injured", "injure", "missing", "hurt", "kill", "arrest", "detain", "homeless"]
)
PARTITIVE = frozenset(["them", "whom", "these", "those"])


def _of(sentence: Sentence, inside: Sequence[Token], after: Sequence[Token]) -> Sequence[Token] | None:
    """The words after the number's "of"; for "ten of them" those that were counted before; None without an "of"."""
    number = inside[-1]
    if inside[-1].text.lower() == "of":
        return after
    if not after:
        return None
    if after[0].text.lower() != "of":
        top = sentence.tokens[number.head] if number.dep in ("appos", "conj") else number
        of = next((t for t in sentence.children(top) if t.text.lower() == "of" and t.start >= number.end), None)
        # "hundreds, possibly thousands, of seals"
        return sentence.tokens[of.index + 1 :] if of is not None and number.tag in ("NNS", "CD") else None
    if len(after) > 1 and after[1].text.lower() in PARTITIVE:
        counted = {t.head for t in sentence.tokens if t.dep == "nummod" and t.end <= inside[0].start}
        heads = [t for t in sentence.tokens[: inside[0].index] if t.index in counted and t.pos == "NOUN"]
        return heads[-1:] or after[1:]
    return after[1:]


def _top(inside: Sequence[Token]) -> Token:
    """The token of a stretch that hangs from outside of it; the number rather than the words before it."""
    indexes = {t.index for t in inside}
    tops = [t for t in inside if t.head not in indexes or t.head == t.index]
    return next((t for t in tops if t.tag == "CD"), tops[-1] if tops else inside[-1])


def _phrase(sentence: Sentence, after: Sequence[Token], span: Span) -> Span | None:
    """The nouns right after, with the adjectives and names before them; articles are left out."""
    kept: list[Token] = []
    for t in after:
        if not kept and t.tag in ("DT", "PRP$", "PDT", "CD"):
            continue
        adjective = t.tag in ("VBN", "VBG") and t.dep in ("amod", "compound")
        grade = t.pos == "ADV" and t.dep == "advmod" and sentence.tokens[t.head].dep == "amod" and t.head > t.index
        if t.pos in INSIDE - {"ADV"} or adjective or grade or (t.text == "-" and kept) or (t.tag == "POS" and kept):
            kept.append(t)
        else:
            break
    while kept and kept[-1].pos not in ("NOUN", "PROPN"):
        kept.pop()
    return _extended(sentence, Span(span.document_id, kept[0].start, kept[-1].end)) if kept else None


def _extended(sentence: Sentence, span: Span) -> Span:
    """The phrase with what the parse may have cut off: ``Free Front (FF) fighters``, ``FF-fighters``."""
    at = next((t.index for t in sentence.tokens if t.start >= span.end), len(sentence.tokens))
    rest = list(sentence.tokens[at : at + 16])
    if rest and rest[0].text == "(":
        close = next((i for i, t in enumerate(rest) if t.text == ")"), None)
        rest = rest[close + 1 :] if close is not None else []
    elif not rest or rest[0].text != "-" or rest[0].start != span.end:
        return span
    else:
        rest = rest[1:]
    end = span.end
    for t in rest:
        if t.pos not in ("NOUN", "PROPN"):
            break
        end = t.end
    return Span(span.document_id, span.start, end)


def _span_to(sentence: Sentence, after: Sequence[Token], head: Token, span: Span) -> Span | None:
    between = [t for t in after if t.index <= head.index]
    while between and (between[0].pos in ("DET", "PUNCT", "ADP", "NUM", "SYM", "CCONJ") and between[0] is not head):
        between = between[1:]
    return _extended(sentence, Span(span.document_id, between[0].start, head.end)) if between else None


def governing_verb(sentence: Sentence, span: Span) -> Token | None:
    """The nearest verb above the quantity."""
    inside = [t for t in sentence.tokens if t.start < span.end and span.start < t.end]
    return next((t for t in sentence.ancestors(_top(inside)) if t.pos == "VERB"), None) if inside else None


def _bare_ages(sentence: Sentence, lowered: str) -> list[Measured]:
    """``Jan Kovar, 34, said``: an age, where a person's name stands right before."""
    out = []
    for m in BARE_AGE.finditer(lowered):
        before = [t for t in sentence.tokens if t.end <= sentence.start + m.start("a") and t.text != ","]
        age = int(m["a"])
        if before and before[-1].pos == "PROPN" and before[-1].entity not in SCENES and 0 < age < 120:
            out.append(Measured(m.start("a"), m.end("a"), age, age, "year old", "an age, after a name"))
    return out
