"""What a rule's finding takes over from the trained tagger's for the same cue, and where the rule knows better."""

from __future__ import annotations

from sayso.layers.attribution.citing import LONGEST_LINK, linked
from sayso.layers.attribution.cues import OWN
from sayso.layers.attribution.ground import TRIM, Finding, Ground
from sayso.layers.attribution.nesting import size
from sayso.layers.attribution.sources import source_head
from sayso.layers.attribution.tagger import TaggedAttribution
from sayso.layers.parsing.labels import FINITE
from sayso.spans import Range, contains, merged, overlap, trimmed, without
from sayso.vocab import Certainty

#: A tagged content is broken where less than this share of it, or of what the rules found for its cue, is in both.
SHARED = 0.15

#: From this score on the tagger is believed even where the rules see another content for the cue.
SURE = 0.95


def adopt(ground: Ground, finding: Finding, one: TaggedAttribution) -> None:
    """Takes over what the tagger reads better: the extent of cue, source and content, and a source that the rules
    missed. Where both see one source, its chain is read from the rules' longer words (``AP, citing two …``)."""
    first = next((t for _, t in ground.tokens(one.source)), None)
    if first is not None and first.pos == "CCONJ":
        return  # half of a source
    by_words = finding.verb is None and not finding.quoted and not finding.entry.fits("verbless")
    if by_words or finding.entry.fits("shows"):
        return  # a set phrase, or a noun with its clause: the words themselves show how far it goes
    torn = _is_torn(finding, one)
    if not finding.hidden and not torn and not _is_broken(ground, finding, one):
        start = finding.content[0][0]
        finding.content = _whole_phrase(ground, finding, _as_tagged(ground, finding, one)) or finding.content
        if _opens_clause(ground, finding, start):
            finding.content = without(finding.content, [(min(finding.cue[-1][1], finding.content[0][0]), start)])
        if finding.entry.certainty is Certainty.DENIED and _is_noun(finding) and start < finding.content[-1][1]:
            # "as false" is no part of "a report by …", but "reports that" is one of what is denied
            (_, end), *others = without(finding.content, [(0, start)])
            finding.content = [(start, end), *others]
        finding.detail += "; the extent of its content as the tagger reads it"
    if finding.hidden:
        return
    if not any(overlap(cue, part) for cue in one.cue for part in finding.content):
        finding.cue = list(one.cue)
    own = bool(finding.source) and ground.words(one.source).lower() in OWN  # "we hear from X"
    if one.source and not (torn or own or _names_nearer(finding, one)):
        finding.told = list(finding.source if _lacks_head(ground, finding, one) else one.source)
        clipped = [trimmed(ground.text, *r, TRIM) for r in without(finding.source, finding.content)]
        finding.source = [r for r in clipped if r[0] < r[1]]
        if not any(overlap(a, b) for a in finding.source for b in one.source):
            finding.source = list(one.source)


def _opens_clause(ground: Ground, finding: Finding, start: int) -> bool:
    """Whether the rules' content begins with the ``that`` behind an aside, "said, without a source, that", or behind a
    noun: "the news that"."""
    opening = ground.text[start : start + 5].lower() == "that "
    first = finding.content[0][0] if finding.content else start
    if opening and first < start < finding.cue[0][0] and not finding.quoted:  # "the news | that the dam failed"
        return not any(t.tag.startswith("VB") for _, t in ground.tokens([(first, start)]))
    return opening and bool(finding.cue) and ground.text[:start].rstrip().endswith(",") and finding.cue[-1][1] < start


def _is_noun(finding: Finding) -> bool:
    """Whether the content is a thing and no clause: the report that somebody rejects."""
    return not finding.quoted and finding.main is not None and finding.main[1].pos in {"NOUN", "PROPN"}


def _is_torn(finding: Finding, one: TaggedAttribution) -> bool:
    """Whether the tagger shares a noun phrase out between source and content: ``the Office for | Mills in Harrow``."""
    return any(
        overlap(rule, source) and contains(rule, part)
        for rule in finding.source
        for source in one.source
        for part in one.content
    )


def _is_broken(ground: Ground, finding: Finding, one: TaggedAttribution) -> bool:
    """Whether the rules' content is the better one: the tagger's is a scrap of it, half of an amount (``the toll`` of
    ``put the toll at 12``), or runs over paragraphs."""
    if len({s.paragraph for s, _ in ground.tokens(one.content)}) != 1:
        return True
    if finding.entry.fits("at") and finding.holds(one.content):
        return True
    if _lacks_verb(ground, finding, one) or _crosses_bracket(ground, finding, one):
        return True
    if (not one.source or _names_nearer(finding, one)) and any(
        overlap(c, s) for c in one.content for s in finding.source
    ):
        return True  # it took who tells it for what is told
    if not finding.quoted and all(overlap(r, c) == 0 for r in finding.content for c in one.content):
        return _is_cited(ground, one)  # else, of two places, the tagger knows better where a verb's content is
    both = sum(overlap(a, b) for a in finding.content for b in one.content)
    if not finding.quoted and both == size(finding.content):
        return False  # "it was no oversight, she noted; the board had known": the tagger has that and more
    apart = both < SHARED * size(finding.content) or both < SHARED * size(one.content)
    return apart and one.score < SURE


def _lacks_head(ground: Ground, finding: Finding, one: TaggedAttribution) -> bool:
    """Whether the tagger's source is a part of the rules' without its head: "a friend of | the dead man", "the firm's |
    statement"."""
    head = source_head(ground, finding.source)
    words = [t for _, t in ground.tokens(one.source)]
    if head is None or not words or any(s <= head.start < e for s, e in one.source):
        return False
    torn = words[0].start > head.end or words[-1].tag in {"POS", "DT", "PRP$"}
    return torn and all(any(contains(rule, span) for rule in finding.source) for span in one.source)


def _whole_phrase(ground: Ground, finding: Finding, told: list[Range]) -> list[Range]:
    """The tagger's content with the noun phrase before it of which it has the rest only: "a share | of the voters"."""
    _, first = next(iter(ground.tokens(told[:1])), (None, None))
    if first is None or first.text.lower() != "of" or finding.quoted:
        return told
    rule = next((s for s, e in finding.content if s < told[0][0] < e), None)
    return told if rule is None else [(rule, told[0][1]), *told[1:]]


def _crosses_bracket(ground: Ground, finding: Finding, one: TaggedAttribution) -> bool:
    """Whether the tagger's content begins before the bracket that the cue stands in."""
    before = ground.text[one.content[0][0] : finding.cue[0][0]]
    return finding.entry.fits("verbless") and before.count("(") > before.count(")")


def _names_nearer(finding: Finding, one: TaggedAttribution) -> bool:
    """Whether the tagger took for the source who only passes it on: "was quoted as saying by | X"."""
    return any(overlap(a, b) for a in finding.nearer for b in one.source)


def _is_cited(ground: Ground, one: TaggedAttribution) -> bool:
    """Whether the tagger took whom somebody cites for what is told: "reported citing | the ministry"."""
    sentence, first = next(iter(ground.tokens(one.content)), (None, None))
    if sentence is None or first is None:
        return False
    return any(
        linked(sentence.tokens, n) == first.index for n in range(max(0, first.index - LONGEST_LINK), first.index)
    )


def _lacks_verb(ground: Ground, finding: Finding, one: TaggedAttribution) -> bool:
    """Whether the tagger took no more than what the clause that is said begins with: ``the front`` of ``said the front,
    which …, was behind it``."""
    if finding.main is None or finding.quoted or finding.main[1].tag not in FINITE or len(finding.content) != 1:
        return False
    verb = finding.main[1]
    scrap = finding.entry.fits("verbless") and not any(t.tag.startswith("VB") for _, t in ground.tokens(one.content))
    return finding.holds(one.content) and (scrap or all(end <= verb.start for _, end in one.content))


def _as_tagged(ground: Ground, finding: Finding, one: TaggedAttribution) -> list[Range]:
    """The tagger's content, with what the rules found of it that the tagger's window does not hold: a quotation that
    runs on, in this paragraph or the next; without what stands before source and cue, where the rules see all of it
    behind them, in quotation marks or behind ``that``."""
    paragraphs = {s.paragraph for s, _ in ground.tokens(one.content)}
    end = one.content[-1][1]
    elsewhere = [r for r in finding.content if paragraphs.isdisjoint(s.paragraph for s, _ in ground.tokens([r]))]
    if finding.quoted:
        elsewhere += [(end, e) for s, e in finding.content if s < end < e and in_quotation(ground, end)]
        torn = [q for r in finding.content for q in _quoted_in(ground, r) if any(overlap(q, p) for p in one.content)]
        told = without(merged([*one.content, *torn]), [*finding.source, *finding.cue])
    else:
        told = list(one.content)
        if finding.entry.fits("verbless"):  # such words speak for their own sentence
            here = ground.sentence_at(finding.cue[0][0])
            told = [r for r in told if here is None or (r[0] < here.end and r[1] > here.start)] or told
    opening = min(finding.cue[0][0], *(start for start, _ in (*finding.source, *one.source)))
    start = finding.content[0][0]
    if start >= finding.cue[-1][1] and (finding.quoted or ground.text[start : start + 5].lower() == "that "):
        told = [r for r in told if r[1] > opening] or told
    return merged([*told, *elsewhere])


def _quoted_in(ground: Ground, span: Range) -> list[Range]:
    """The parts of a range that stand in quotation marks, which the tagger may tear."""
    sentence = ground.sentence_at(span[0])
    quotations = ground.paragraph_of(sentence).quotations_over(*span) if sentence is not None else ()
    return [(max(q.start, span[0]), min(q.end, span[1])) for q in quotations]


def in_quotation(ground: Ground, at: int) -> bool:
    """Whether a quotation goes on behind an offset."""
    sentence = ground.sentence_at(at - 1)
    quotations = ground.paragraph_of(sentence).quotations_over(at - 1, at) if sentence is not None else ()
    return any(q.start < at < q.inner_end - 1 for q in quotations)
