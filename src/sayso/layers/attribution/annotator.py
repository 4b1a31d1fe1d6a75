"""Who is said to have said what, through whom.

Rules read quotations (:mod:`direct`), verbs (:mod:`reported`) and what attributes without a verb (:mod:`verbless`);
the trained tagger adds what they miss (:mod:`merging`); :mod:`chains` says who stands behind each.

What the spans cover: the source is the whole noun phrase; the cue the attributing word or set phrase, without
auxiliaries; the content includes its quotation marks and the ``that`` or ``whether`` that opens it (PolNeAR's habit),
and leaves out the stop behind it.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.layers.attribution.chains import Chains
from sayso.layers.attribution.closing import find_closing
from sayso.layers.attribution.coordination import side_by_side
from sayso.layers.attribution.direct import find_direct
from sayso.layers.attribution.edges import tidy_edges
from sayso.layers.attribution.ground import Finding, Ground
from sayso.layers.attribution.innerquotes import find_inner
from sayso.layers.attribution.merging import PLAINLY, merge
from sayso.layers.attribution.nesting import outer_of, size, worth_keeping
from sayso.layers.attribution.reported import certainty_of, find_reported
from sayso.layers.attribution.tagger import TaggedAttribution
from sayso.layers.attribution.verbless import find_verbless
from sayso.layers.attribution.voices import head_of
from sayso.layers.attribution.wholes import take_whole_names
from sayso.layers.parsing.parse import Parse
from sayso.spans import Range, merged, overlap, trimmed
from sayso.types import Attribution, Document, Mention, Span
from sayso.vocab import AttributionType, Certainty, Manner

#: What passes on the words inside it: a belief or a statement does, a denial, a rebuke or a plan does not.
RELAYING = frozenset({AttributionType.STATEMENT, AttributionType.BELIEF, AttributionType.PERCEPTION})

#: What a source asks about his own name.
NO_NAME = re.compile(
    r"^(?:that |only |not |to )*(?:(?:his|her|their)\b.{0,20}\bnames?\b|be (?:named|identified|quoted))", re.I
)

#: A source that nobody is.
NOBODY = re.compile(r"(?:no(?! (?:fewer|less|more|longer)\b)|none|nobody|neither)\b", re.I)

#: What only takes up what was told.
TAKING_UP = frozenset({"that", "this", "it", "so", "story", "news"})

#: What a correction calls the text that it corrects.
EARLIER = re.compile(
    r"\b(?:version|edition) of (?:this|the|our) (?:article|story|report|dispatch|item|headline|caption|post)", re.I
)

#: What things are done by, or not: nobody says it, where no comma sets it off.
STANDARDS = frozenset(
    "rule regulation law statute code plan schedule timetable programme program protocol procedure instruction order "
    "manual standard specification norm principle custom tradition rite habit need requirement taste wish will ability "
    "merit size age rank weight income type kind circumstance usage precedent etiquette book".split()
)

#: The share of a content's letters that must be quoted for it to count as direct.
MOSTLY_QUOTED = 0.95


def find_attributions(
    document: Document, parse: Parse, mentions: Sequence[Mention], tagged: Sequence[TaggedAttribution]
) -> list[Attribution]:
    """The attributions of a document's prose, in text order. ``tagged`` may be empty."""
    if not parse.sentences:
        return []
    ground = Ground(document, parse)
    findings = _by_rules(ground)
    findings = [f for f in merge(ground, findings, tagged) if not (_compares(ground, f) or _by_the_rules(ground, f))]
    _cut_where_it_goes_on(ground, findings)
    _cut_before_others(ground, findings)
    take_whole_names(ground, mentions, findings)
    for finding in findings:
        tidy_edges(ground, finding)
        finding.content = _tidied(ground, finding)
    told = [f for f in findings if f.content and f.cue and not _tells_nothing(ground, f)]
    findings = worth_keeping(told)
    findings.sort(key=lambda f: (f.start, -size(f.content), f.cue, f.source))
    return _rows(ground, Chains(ground, mentions), findings)


def _tells_nothing(ground: Ground, finding: Finding) -> bool:
    """Whether the words only say what an article once said, or what somebody did not tell ("did not say how many")."""
    if NOBODY.match(ground.words(finding.source)):
        return True  # "no group claimed responsibility"
    asked = finding.entry.type in {AttributionType.QUESTION, AttributionType.ATTITUDE}
    if EARLIER.search(ground.words(finding.source)) or (asked and NO_NAME.search(ground.words(finding.content))):
        return True
    words = [t for _, t in ground.tokens(finding.content)]
    if len(words) < 3 and words and words[-1].lemma.lower() in TAKING_UP:
        return True  # "which first reported the story"
    if finding.negated and finding.entry.lemma == "deny":
        return True  # "would neither confirm nor deny that"
    if not finding.negated or finding.quoted or finding.entry.type is not AttributionType.STATEMENT:
        return False
    if finding.main is not None and finding.main[1].pos in {"NOUN", "PROPN", "PRON"}:
        return True  # "have not confirmed the report"
    return bool(words) and (words[0].tag in {"WRB", "WP", "WDT"} or words[0].text.lower() in {"whether", "if"})


def _compares(ground: Ground, finding: Finding) -> bool:
    """Whether the words before a source are only held against what it said: "it is worse than the company said"."""
    if not finding.source or any(end > finding.source[0][0] for _, end in finding.content):
        return False
    start = finding.source[0][0]
    return ground.text[max(0, start - len(" than the other ")) : start].lower().split()[-1:] == ["than"]


def _by_the_rules(ground: Ground, finding: Finding) -> bool:
    """Whether the words only say how a thing was done: "the lorries were secured according to the rules"; set off by a
    comma, or opening a sentence, such words name what says so."""
    if finding.entry.lemma != "according to" or not finding.source or not finding.cue:
        return False
    sentence = ground.sentence_at(finding.cue[0][0])
    before = [t for t in sentence.tokens if t.end <= finding.cue[0][0]] if sentence is not None else []
    words = [t for _, t in ground.tokens(finding.source)]
    by_itself = not before or before[-1].text in {",", "-", "("}
    return bool(words) and not by_itself and head_of(words).lemma.lower() in STANDARDS


def _by_rules(ground: Ground) -> list[Finding]:
    """What the rules find: no cue twice."""
    direct = find_direct(ground) + find_inner(ground)
    taken = {f.verb[1].start for f in direct if f.verb is not None}
    found = direct + find_verbless(ground, [c for f in direct for c in f.cue])
    found += find_reported(ground, taken | {c[0] for f in found for c in f.cue})
    found += find_closing(ground, taken | {c[0] for f in found for c in f.cue})
    kept: list[Finding] = []
    seen: set[Range] = set()
    for finding in found:
        if not any(c in seen for c in finding.cue):
            kept.append(finding)
            seen.update(finding.cue)
    return kept


def _cut_where_it_goes_on(ground: Ground, findings: list[Finding]) -> None:
    """Ends a content before the ``, adding that`` with which the same source goes on."""
    more = (f for f in findings if f.source and f.verb is not None and f.verb[1].tag == "VBG")
    later = {f.source[0]: f for f in more if not f.alone or f.entry.lemma in PLAINLY}
    for finding in findings:
        follower = later.get(finding.source[0]) if finding.source else None
        if follower is None or follower is finding or follower.verb is None or finding.quoted:
            continue
        at = follower.verb[1].start
        finding.content = [
            (s, trimmed(ground.text, s, at, ",;:")[1]) if s < at < e else (s, e) for s, e in finding.content
        ]


def _cut_before_others(ground: Ground, findings: Sequence[Finding]) -> None:
    """Ends a content before a source that is none of it: ``A said P; B said Q``, and ``A said P, B reported``, where B
    passes on what A said."""
    by_sentence: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        sentence = ground.sentence_at(finding.cue[0][0]) if finding.cue and finding.source else None
        if sentence is not None:
            by_sentence[sentence.index].append(finding)
    for group in by_sentence.values():
        for finding, other in itertools.permutations(group, 2):
            at = min(other.source[0][0], other.cue[0][0])
            cue = finding.cue[0][0]
            for n, (start, end) in enumerate(finding.content):
                if not start < at < end or finding.quoted:
                    continue
                passed_on = any(s <= cue < e <= at for s, e in other.content)
                apart = ground.text[start:at].rstrip().endswith(";") and cue < start
                if passed_on or apart:
                    finding.content[n] = trimmed(ground.text, start, at, " ,;:")


def _tidied(ground: Ground, finding: Finding) -> list[Range]:
    """The content's ranges without cue and source, stops and stray marks; a quotation that one cuts is taken whole."""
    out = []
    for start, end in finding.content:
        sentence = ground.sentence_at(start)
        if sentence is None or start >= end:
            continue
        for q in ground.paragraph_of(sentence).quotations_over(start, end):
            if start < q.start < end < q.end:
                end = q.end
            elif q.start < start < q.end < end and not finding.quoted:
                start = q.start
            elif q.start < start <= q.inner + 1 and q.inner_end - 1 <= end <= q.end:
                start, end = q.start, q.end
            elif q.start < start and end <= q.end:
                end = min(end, q.inner_end) if not finding.quoted else end
        out.append(_trimmed_stop(ground.text, start, end))
    out = [r for r in out if r[0] < r[1] and not any(overlap(r, c) for c in finding.cue)]
    return merged(out)


def _trimmed_stop(text: str, start: int, end: int) -> Range:
    """Without white space at the ends and a comma or stop behind; a stop that a quotation mark follows stays."""
    start, end = trimmed(text, start, end, ",;:")
    if end - start > 1 and text[end - 1] == "." and text[end - 2].isalnum():
        end -= 1
    return start, end


def _rows(ground: Ground, chains: Chains, findings: list[Finding]) -> list[Attribution]:
    """The rows in text order; a finding inside another's content names it, and continues its chain."""
    outer = outer_of(findings)
    depth = [0] * len(findings)
    for n in range(len(findings)):
        above = outer[n]
        while above is not None:
            depth[n] += 1
            above = outer[above]
    rows: dict[int, Attribution] = {}
    others: dict[int, list[Attribution]] = {}
    # outer ones first, each level in the order of the cues: chains look back to who spoke before
    for n in sorted(range(len(findings)), key=lambda n: (depth[n] > 0, depth[n], findings[n].cue[0], n)):
        above = outer[n]
        while above is not None and above not in rows:
            above = outer[above]
        within = rows[above] if above is not None else None
        row, *more = _told_by(ground, chains, findings[n], within)
        if not (findings[n].alone and within is not None and _adds_nothing(row, within)):
            rows[n] = row
            others[n] = more
    return [row for n in range(len(findings)) if n in rows for row in (rows[n], *others[n])]


def _adds_nothing(row: Attribution, within: Attribution) -> bool:
    """Whether a statement in a statement is the same source's, told once more: "he said he had reported that"."""
    both = {row.type, within.type} == {AttributionType.STATEMENT}
    return both and row.chain == within.chain and row.certainty is within.certainty


def _told_by(ground: Ground, chains: Chains, finding: Finding, within: Attribution | None) -> list[Attribution]:
    """The row of a finding; where several sources are named side by side, one of each, with the words that name it."""
    parts = side_by_side(ground, chains.sources, finding)
    if not parts:
        return [_row(ground, chains, finding, within)]
    return [_row(ground, chains, replace(finding, source=[part], told=[]), within) for part in parts]


def _row(ground: Ground, chains: Chains, finding: Finding, within: Attribution | None) -> Attribution:
    relayed = within is not None and within.type in RELAYING and within.certainty is not Certainty.DENIED
    chain = chains.chain(finding, within.chain if within is not None and relayed else ())

    def spans(ranges: Sequence[Range]) -> tuple[Span, ...]:
        return tuple(Span(ground.document.id, s, e) for s, e in merged(ranges))

    return Attribution(
        source=spans(finding.told or finding.source),
        cue=spans(finding.cue),
        content=spans(finding.content),
        manner=_manner(ground, finding),
        type=finding.entry.type,
        certainty=certainty_of(ground, finding),
        chain=chain,
        within=within.id if within is not None else None,
        score=finding.score,
        detail=f"{finding.detail}; {' ‹ '.join(chain)}",
    )


def _manner(ground: Ground, finding: Finding) -> Manner:
    """How much of the content stands between quotation marks that it holds itself."""
    whole = quoted = 0
    for start, end in finding.content:
        sentence = ground.sentence_at(start)
        marks = ground.paragraph_of(sentence).quotations_over(start, end) if sentence is not None else ()
        inside = [q for q in marks if start <= q.start < end]
        whole += sum(c.isalnum() for c in ground.text[start:end])
        quoted += sum(c.isalnum() for q in inside for c in ground.text[q.start : min(q.end, end)])
    if not quoted:
        return Manner.DIRECT if finding.quoted else Manner.INDIRECT  # a quotation in a quotation
    return Manner.DIRECT if quoted >= MOSTLY_QUOTED * whole else Manner.MIXED
