"""Direct speech: which words beside a quotation say whose it is. Works on the words around the quotation marks,
because a parser loses its way in long quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.layers.attribution.besides import Words, in_aside, introduced, source_before, source_behind
from sayso.layers.attribution.cues import Cue, lemma_of, verb_cue
from sayso.layers.attribution.ground import Finding, Ground, Paragraph
from sayso.layers.parsing.model import SHORTENED
from sayso.layers.parsing.parse import Sentence, Token
from sayso.layers.parsing.quotes import Quotation
from sayso.spans import Range, trimmed

STOPS = frozenset(".!?;")

#: The stop behind these ends no sentence.
CUT_SHORT = frozenset(word.lower() for word in (*SHORTENED, "Jr", "Sr", "St", "No", "Co", "Inc", "Ltd", "Corp"))
#: Words that open a clause which goes on after a quotation without saying whose it was.
GOES_ON = frozenset(
    ("and", "but", "or", "which", "that", "because", "while", "when", "if", "than", "to", "for", "of", "in", "as", "is",
     "was", "are", "were")
)  # fmt: skip

#: How many words the attribution after a quotation may have.
LONGEST_GAP = 40

#: What a quotation with a capital and more spaces than this is, told though no comma follows it: a sentence.
LEAST_SENTENCE = 4

#: How many code points on either side of a quotation are looked at.
GAP_REACH = 1_000

#: How many words may stand between a cue and the quotation that it introduces with a comma.
LONGEST_LEAD = 12


@dataclass(frozen=True, slots=True)
class Beside:
    """The words beside a quotation that say whose it is. ``tail`` is where they end."""

    sentence: Sentence
    verb: Token
    cue: Range
    entry: Cue
    source: Range | None
    tail: int
    nearer: Range | None = None


def find_direct(ground: Ground) -> list[Finding]:
    """The attributions of quotations, in text order; their contents are the quotations with their marks."""
    found: list[Finding] = []
    speaking: Finding | None = None  # whose quotation may go on in the next paragraph
    pending: list[Range] = []  # parts of a quotation that runs on and has no source yet
    for before, paragraph in pairwise((None, *ground.paragraphs)):
        assert paragraph is not None
        if not (paragraph.quotations and (paragraph.quotations[0].carried or _is_all_quoted(ground, paragraph))):
            speaking, pending = None, []
        last, tail = speaking, paragraph.start
        for number, quotation in enumerate(paragraph.quotations):
            floor = paragraph.quotations[number - 1].end if number else paragraph.start
            ceiling = (
                paragraph.quotations[number + 1].start if number + 1 < len(paragraph.quotations) else paragraph.end
            )
            whole = (quotation.start, quotation.end)
            goes_on = last is not None and not ground.text[tail : quotation.start].strip() and _may_go_on(ground, tail)
            beside = _after(ground, quotation, ceiling)
            if beside is None and not goes_on:
                beside = _before(ground, paragraph, quotation, floor, before)
            if beside is not None:
                part = _with_lead(ground, quotation, tail) if beside.tail > quotation.end else whole
                last = _finding(ground, beside, [*pending, part])
                found.append(last)
                pending, tail = [], max(quotation.end, beside.tail)
            elif goes_on and last is not None:
                last.content.append(whole)
                tail = quotation.end
            elif not quotation.closed:
                pending.append(whole)
            else:
                last = None
        ended = bool(paragraph.quotations) and paragraph.quotations[-1].end >= paragraph.end - 1
        speaking = last if ended or (last is not None and tail >= paragraph.end - 1) else None
        if speaking is not None:
            pending = []
    return found


def beside_inner(ground: Ground, paragraph: Paragraph, quotation: Quotation, floor: int, ceiling: int) -> Beside | None:
    """The words beside a quotation that stands inside another; they lie between ``floor`` and ``ceiling``."""
    return _after(ground, quotation, ceiling) or _before(ground, paragraph, quotation, floor, None)


def _may_go_on(ground: Ground, tail: int) -> bool:
    """Whether a quotation may go on here: after a stop or a mark, not in the middle of a phrase."""
    return not ground.text[tail - 1 : tail].isalnum()


def _is_all_quoted(ground: Ground, paragraph: Paragraph) -> bool:
    """Whether the paragraph is one quotation, or several, with no words outside."""
    at = paragraph.start
    for q in paragraph.quotations:
        if ground.text[at : q.start].strip():
            return False
        at = q.end
    return not ground.text[at : paragraph.end].strip(" .")


def _with_lead(ground: Ground, quotation: Quotation, floor: int) -> Range:
    """The quotation with the words of its sentence before it, where it begins in mid-sentence: ``It is "bad," …``."""
    sentence = ground.sentence_at(quotation.start)
    first = ground.text[quotation.inner : quotation.inner + 1]
    if sentence is None or not first.islower() or quotation.start <= sentence.start:
        return quotation.start, quotation.end
    start, _ = trimmed(ground.text, max(floor, sentence.start), quotation.start, " ,;:.")
    verbs = any(t.pos in {"VERB", "AUX"} for _, t in ground.tokens([(start, quotation.start)]))
    return (start if verbs else quotation.start), quotation.end


def _finding(ground: Ground, beside: Beside, content: list[Range]) -> Finding:
    tree = ground.tree(beside.sentence)
    told = tree.child(beside.verb, "ccomp")  # the verb of the words that lead up to the quotation
    if told is not None:
        quoted = ground.paragraph_of(beside.sentence).quotations_over(told.start, told.end)
        told = told if not quoted and any(s <= told.start < e for s, e in content) else None
    return Finding(
        cue=[beside.cue],
        source=[beside.source] if beside.source else [],
        content=content,
        entry=beside.entry,
        verb=(beside.sentence, beside.verb),
        main=(beside.sentence, told) if told is not None else None,
        detail=f"a quotation beside “{ground.text[slice(*beside.cue)]}”",
        nearer=[beside.nearer] if beside.nearer else [],
        quoted=True,
        negated=tree.negated(beside.verb),
    )


def _is_shortened(token: Token) -> bool:
    return token.text.lower().rstrip(".") in CUT_SHORT or (len(token.text) == 1 and token.text.isupper())


def _quote_cue(sentence: Sentence, token: Token) -> tuple[Cue, Sequence[Token]] | None:
    if not token.tag.startswith("VB") and token.pos != "VERB":
        return None
    found = verb_cue(sentence, token)
    return found if found and found[0].fits("quote") else None


def _after(ground: Ground, quotation: Quotation, ceiling: int) -> Beside | None:
    """The source and cue that follow the quotation: ``," she said``, ``," said the mayor``."""
    if not quotation.closed or quotation.inner == quotation.inner_end:
        return None
    text = ground.text
    inner = text[quotation.inner : quotation.inner_end]
    last = inner.rstrip("'’")[-1:]  # behind a quotation in the quotation
    following = text[quotation.end : quotation.end + 3].lstrip()[:1]
    words: list[tuple[Sentence, Token]] = []
    for sentence, token in ground.tokens([(quotation.end, min(ceiling, quotation.end + GAP_REACH))])[:LONGEST_GAP]:
        if token.text in STOPS and words and not _is_shortened(words[-1][1]):
            break
        words.append((sentence, token))
    while words and words[0][1].pos == "PUNCT":
        words = words[1:]
    if not words or words[0][1].text.lower() in GOES_ON:
        return None
    joined = last in ",?!…-–—" or following in {",", "-", "–", "—"} or (last == "." and _quote_cue(*words[0]))
    if not joined and (last == "." or not inner[:1].isupper() or inner.count(" ") < LEAST_SENTENCE):
        return None
    tail = words[-1][1].end
    stop = text[tail : tail + 1]
    return _read_after(ground, words, tail + (1 if stop and stop in ".,;:" else 0))


def _read_after(ground: Ground, words: Words, tail: int) -> Beside | None:
    """Finds the first verb of the words; it must be a cue, with its source before or after it."""
    relayed = relayed_behind(ground, words, tail)
    if relayed is not None:
        return relayed
    for n, (sentence, token) in enumerate(words):
        found = _quote_cue(sentence, token)
        if found is None:
            if token.pos == "VERB" and not in_aside(words, n):
                return None
            continue
        if n and in_aside(words, n):
            continue
        entry, parts = found
        cue = (token.start, parts[-1].end)
        source = source_before(ground, words[:n]) if n else None
        if source is None:
            source = source_behind(ground, sentence, token, words[n + len(parts) :])
        if source is None and not n:
            return None
        return Beside(sentence, token, cue, entry, source, tail)
    return None


def relayed_behind(ground: Ground, words: Words, tail: int) -> Beside | None:
    """``A quoted B as saying`` and ``B was quoted by A as saying`` behind a quotation: B's, through A."""
    quoting = next((n for n, (_, t) in enumerate(words) if lemma_of(t) in {"quote", "cite"}), None)
    if not quoting:
        return None
    pairs = range(quoting + 1, len(words) - 1)
    saying = next((n + 1 for n in pairs if words[n][1].text == "as" and words[n + 1][1].tag == "VBG"), None)
    if saying is None:
        return None
    sentence, verb = words[saying]
    known = verb_cue(sentence, verb)
    before, after = words[:quoting], words[quoting + 1 : saying - 1]
    if any(t.dep == "auxpass" or t.lemma == "be" for _, t in before):
        by = next((n for n, (_, t) in enumerate(after) if t.text.lower() == "by"), None)
        behind = words[saying + 1 :] if by is None and words[saying + 1 : saying + 2] else ()
        if behind and behind[0][1].text.lower() == "by":
            after, by = behind, 0
        source, nearer = (
            source_before(ground, before),
            source_before(ground, after[by + 1 :] if by is not None else ()),
        )
    else:
        source, nearer = source_before(ground, after), source_before(ground, before)
    if known is None or source is None:
        return None
    return Beside(sentence, verb, (verb.start, verb.end), known[0], source, tail, nearer)


def _before(
    ground: Ground, paragraph: Paragraph, quotation: Quotation, floor: int, earlier: Paragraph | None
) -> Beside | None:
    """The source and cue that introduce the quotation: ``She said: "``, ``adding, "``, ``shouted "``."""
    text = ground.text
    words = ground.tokens([(max(floor, quotation.start - GAP_REACH), quotation.start)])
    while words and words[-1][1].text in {"(", "[", "-"}:
        words = words[:-1]
    if not words and floor == paragraph.start and earlier is not None and text[earlier.end - 1] == ":":
        words = [(earlier.sentences[-1], t) for t in earlier.sentences[-1].tokens]
        paragraph = earlier
    if not words:
        return None
    colon = words[-1][1].text == ":"
    comma = words[-1][1].text == ","
    stops = (n for n in range(len(words) - 1, 0, -1) if words[n][1].text in STOPS)
    cut = next((n for n in stops if not _is_shortened(words[n - 1][1])), -1)
    words = words[cut + 1 :]
    inner = text[quotation.inner : quotation.inner_end]
    if not (colon or comma) and not (inner[:1].isupper() and inner[-1:] in ".,!?…"):
        return None
    if comma and not (inner[:1].isupper() or inner[:1] in "[…." or inner[-1:] in ".,!?…"):
        return None
    for n in range(len(words) - 1, max(-1, len(words) - 2 - (LONGEST_GAP if colon else LONGEST_LEAD)), -1):
        sentence, token = words[n]
        found = _quote_cue(sentence, token)
        if found is None:
            if token.pos == "VERB" and token.tag in {"VBD", "VBZ", "VBP"} and not colon:
                return None
            continue
        if token.dep in {"acl", "relcl", "amod", "advcl"} and token.tag == "VBN":
            continue  # "told the court when asked about it: …"
        entry, parts = found
        if not (colon or comma) and n + len(parts) < len(words):
            continue
        source = introduced(ground, sentence, token, words[:n], quotation.start)
        if source is None:
            return None
        return Beside(sentence, token, (token.start, parts[-1].end), entry, source, quotation.end)
    return None
