"""Where the rules and the trained tagger meet: one attribution a cue.

The rules decide chains, manner, certainty and type, and the extent of quotations. The tagger's ranges are taken for
indirect content, unless they are clearly broken, and what it found alone is added with its own score.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.layers.attribution.citing import parted, quoted_as_saying, vouches
from sayso.layers.attribution.cues import PLAIN, SEEN, lemma_of, noun_cue, verb_cue
from sayso.layers.attribution.ground import TRIM, Finding, Ground
from sayso.layers.attribution.nesting import Cover, share, size
from sayso.layers.attribution.sources import source_head
from sayso.layers.attribution.tagger import TaggedAttribution
from sayso.layers.attribution.voices import head_of, speaker_of
from sayso.layers.names import gazetteer
from sayso.layers.parsing.labels import FINITE
from sayso.layers.parsing.parse import Token
from sayso.layers.parsing.trees import Dependencies
from sayso.spans import Range, contains, merged, overlap, trimmed, without
from sayso.vocab import AttributionType, Certainty

#: Tagged attributions that no rule supports are added from this score on.
ALONE = 0.5

#: What a cue counts as that neither names a source nor is known to report: "was dubbed", "the idea is".
SOFT = replace(PLAIN, type=AttributionType.ATTITUDE)

#: What nobody is named for is added from this score on: half of what scores less is none.
UNSAID = 0.85

#: What the rules find without the tagger's support is kept, where the tagger read the document, only if it is of these
#: types: the rules are right about four in five statements, but only about two in five attitudes, beliefs and plans.
UNSUPPORTED = frozenset({AttributionType.STATEMENT, AttributionType.QUESTION})

#: Who somebody that is quoted means nobody by, or herself.
ANYBODY = frozenset(
    "they you we i it who that one people everybody everyone somebody someone some many most others".split()
)

#: What somebody did not do to a report: that tells nothing.
CHECKING = frozenset(("verify", "authenticate", "corroborate", "ascertain"))

#: What one does with what others say.
REFUSING = frozenset(
    "rebuff reject dismiss deny ignore resist defy face heed spurn rebut refute disregard shun withstand".split()
)

#: Verbs that need no support.
PLAINLY = frozenset(("say", "tell", "report", "add"))

#: A tagged content is broken where less than this share of it, or of what the rules found for its cue, is in both.
SHARED = 0.15

#: From this score on the tagger is believed even where the rules see another content for the cue.
SURE = 0.95


def merge(ground: Ground, findings: list[Finding], tagged: Sequence[TaggedAttribution]) -> list[Finding]:
    """The findings with the tagger's: none twice. The findings are changed in place."""
    out = list(findings)
    free = set(range(len(findings)))
    by_cue, by_content = Cover(findings, "cue"), Cover(findings)
    for one in sorted(tagged, key=lambda t: (t.cue, t.content, t.source)):
        match = _partner(one, findings, [n for n in by_cue.near(one.cue) if n in free])
        if match is not None:
            free.discard(match)
            _adopt(ground, findings[match], one)
        elif (
            one.score >= ALONE
            and one.content
            and _tells(ground, one)
            and not _is_dateline(ground, one)
            and not any(_repeats(one, findings[n]) for n in by_content.near(one.content))
        ):
            out.append(_alone(ground, one))
    if not tagged:
        return out
    for n in free:
        findings[n].alone = True
    return [f for f in out if not f.alone or _stands_alone(ground, f)]


def _is_dateline(ground: Ground, one: TaggedAttribution) -> bool:
    """Whether a colon parts a place in capitals from its report, "KOCHI: The bureau arrested", and no speaker."""
    if [ground.text[s:e] for s, e in one.cue] != [":"] or len(one.source) != 1:
        return False
    name = ground.text[slice(*one.source[0])].strip()
    sentence = ground.sentence_at(one.source[0][0])
    opens = sentence is not None and ground.paragraph_of(sentence).start == one.source[0][0]
    return opens and name.isupper() and gazetteer.prominence(name.title()) > 0


def _stands_alone(ground: Ground, finding: Finding) -> bool:
    """Whether what the tagger passed over is to be believed: it is said in so many words, or by somebody who speaks."""
    words = [t for _, t in ground.tokens(finding.source)]
    if parted(words) is not None:
        return True  # "documents seen by the Herald show": who has seen them vouches for them
    if finding.entry.type not in UNSUPPORTED:
        return False
    head = source_head(ground, finding.source)
    if not finding.quoted and _in_quotation(ground, finding.cue[0][0]):
        once = finding.verb is not None and finding.verb[1].tag == "VBD" and finding.entry.lemma in PLAINLY
        they = once and head is not None and head.text.lower() == "they"  # "they told us it was clean": some did
        anybody = head is not None and head.text.lower() in ANYBODY and not they
        if anybody or (head is not None and head.pos == "PRON" and finding.entry.lemma not in PLAINLY):
            return False  # "they say it was worse", says somebody who is quoted
    if finding.hidden or finding.quoted or finding.verb is None or finding.entry.lemma in PLAINLY:
        return True
    if finding.entry.fits("at", "number") and finding.main is not None and finding.main[1].pos in {"NOUN", "PRON"}:
        return True  # who puts an amount at 12, or counts 12, tells it
    speaks = head is not None and (
        head.pos == "PROPN" or head.tag == "PRP" or speaker_of(head, words) is not None or noun_cue(head) is not None
    )
    return speaks and not finding.entry.frames <= {"quote"}


def _partner(one: TaggedAttribution, findings: Sequence[Finding], free: Sequence[int]) -> int | None:
    """The finding with the same cue: the one whose content it shares most of, where several fit."""
    fitting = [
        (share(findings[n].content, one.content), -n)
        for n in free
        if any(overlap(a, b) for a in findings[n].cue for b in one.cue)
    ]
    return -max(fitting)[1] if fitting else None


def _repeats(one: TaggedAttribution, finding: Finding) -> bool:
    """Whether a rule already says the same with another cue."""
    both = sum(overlap(a, b) for a in one.source for b in finding.source)
    return share(one.content, finding.content) > 0.7 and (
        not one.source or not finding.source or 2 * both > min(size(one.source), size(finding.source))
    )


def _adopt(ground: Ground, finding: Finding, one: TaggedAttribution) -> None:
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
        finding.content = _as_tagged(ground, finding, one)
        if _opens_clause(ground, finding, start):
            finding.content = without(finding.content, [(finding.cue[-1][1], start)])
        if finding.entry.certainty is Certainty.DENIED and _is_noun(finding) and start < finding.content[-1][1]:
            # "as false" is no part of "a report by …", but "reports that" is one of what is denied
            (_, end), *others = without(finding.content, [(0, start)])
            finding.content = [(start, end), *others]
        finding.detail += "; the extent of its content as the tagger reads it"
    if finding.hidden:
        return
    if not any(overlap(cue, part) for cue in one.cue for part in finding.content):
        finding.cue = list(one.cue)
    if one.source and not torn:
        finding.told = list(one.source)
        clipped = [trimmed(ground.text, *r, TRIM) for r in without(finding.source, finding.content)]
        finding.source = [r for r in clipped if r[0] < r[1]]
        if not any(overlap(a, b) for a in finding.source for b in one.source):
            finding.source = list(one.source)


def _opens_clause(ground: Ground, finding: Finding, start: int) -> bool:
    """Whether the rules' content begins with the ``that`` behind an aside: "said, without a source, that"."""
    opening = ground.text[start : start + 5].lower() == "that "
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
    if _lacks_verb(finding, one):
        return True
    if not one.source and any(overlap(c, s) for c in one.content for s in finding.source):
        return True  # it took who tells it for what is told
    if not finding.quoted and all(overlap(r, c) == 0 for r in finding.content for c in one.content):
        return False  # two places for one content: the tagger knows better where a verb's is
    both = sum(overlap(a, b) for a in finding.content for b in one.content)
    if not finding.quoted and both == size(finding.content):
        return False  # "it was no oversight, she noted; the board had known": the tagger has that and more
    apart = both < SHARED * size(finding.content) or both < SHARED * size(one.content)
    return apart and one.score < SURE


def _lacks_verb(finding: Finding, one: TaggedAttribution) -> bool:
    """Whether the tagger took no more than what the clause that is said begins with: ``the front`` of ``said the front,
    which …, was behind it``."""
    if finding.main is None or finding.quoted or finding.main[1].tag not in FINITE or len(finding.content) != 1:
        return False
    verb = finding.main[1]
    return finding.holds(one.content) and all(end <= verb.start for _, end in one.content)


def _as_tagged(ground: Ground, finding: Finding, one: TaggedAttribution) -> list[Range]:
    """The tagger's content, with what the rules found of it that the tagger's window does not hold: a quotation that
    runs on, in this paragraph or the next; without what stands before source and cue, where the rules see all of it
    behind them, in quotation marks or behind ``that``."""
    paragraphs = {s.paragraph for s, _ in ground.tokens(one.content)}
    end = one.content[-1][1]
    elsewhere = [r for r in finding.content if paragraphs.isdisjoint(s.paragraph for s, _ in ground.tokens([r]))]
    if finding.quoted:
        elsewhere += [(end, e) for s, e in finding.content if s < end < e and _in_quotation(ground, end)]
        torn = [q for r in finding.content for q in _quoted_in(ground, r) if any(overlap(q, p) for p in one.content)]
        told = without(merged([*one.content, *torn]), [*finding.source, *finding.cue])
    else:
        told = list(one.content)
    opening = min(finding.cue[0][0], *(s for s, _ in (*finding.source, *one.source)), finding.cue[0][0])
    start = finding.content[0][0]
    if start >= finding.cue[-1][1] and (finding.quoted or ground.text[start : start + 5].lower() == "that "):
        told = [r for r in told if r[1] > opening] or told
    return merged([*told, *elsewhere])


def _quoted_in(ground: Ground, span: Range) -> list[Range]:
    """The parts of a range that stand in quotation marks, which the tagger may tear."""
    sentence = ground.sentence_at(span[0])
    quotations = ground.paragraph_of(sentence).quotations_over(*span) if sentence is not None else ()
    return [(max(q.start, span[0]), min(q.end, span[1])) for q in quotations]


def _in_quotation(ground: Ground, at: int) -> bool:
    """Whether a quotation goes on behind an offset."""
    sentence = ground.sentence_at(at - 1)
    quotations = ground.paragraph_of(sentence).quotations_over(at - 1, at) if sentence is not None else ()
    return any(q.start < at < q.inner_end - 1 for q in quotations)


def _tells(ground: Ground, one: TaggedAttribution) -> bool:
    """Whether what only the tagger sees tells something: somebody does it, or the tagger is sure that it is told
    without saying by whom; not where a source is no more than cited, or does no such thing."""
    for sentence, token in ground.tokens(one.cue):
        if not token.tag.startswith("VB"):
            if _is_of_others(ground.tree(sentence), token, one):
                return False
            continue
        known = verb_cue(sentence, token)
        if known is not None:
            cited = known[0].fits("cite") and _is_source(ground, token, one.content)
            seen = token.tag == "VBN" and token.dep == "acl" and known[0].lemma in SEEN  # "the memo seen by X"
            after = sentence.tokens[token.index + 1 : token.index + 2]
            described = known[0].lemma == "say" and bool(after) and after[0].tag == "TO"  # "a man said to be"
            if cited or seen or described or quoted_as_saying(ground.tree(sentence), token) is not None:
                return False
            return bool(one.source) or one.score >= UNSAID
        unsure = token.lemma == "be" and len(one.cue) == 1  # "is not sure she can win" tells nothing of how it will be
        if (unsure or lemma_of(token) in CHECKING) and ground.tree(sentence).negated(token):
            return False  # "could not verify the pictures"
    return bool(one.source) or one.score >= UNSAID


def _is_of_others(tree: Dependencies, noun: Token, one: TaggedAttribution) -> bool:
    """Whether a noun for what is said is no word of the source's, who only refuses or meets it: "rebuffed calls to
    resign"."""
    verb = tree.head(noun) if noun.dep == "dobj" and tree.child(noun, "poss") is None else None
    subject = tree.subject(verb) if verb is not None and lemma_of(verb) in REFUSING else None
    return subject is not None and any(start <= subject.start < end for start, end in one.source)


def _is_source(ground: Ground, cue: Token, content: Sequence[Range]) -> bool:
    """Whether what is cited is whom somebody has it from: "its report cited the union", "citing a letter"; not a
    reason, nor something that a clause of its own says is cited: "cited the figure at the forum"."""
    words = [t for _, t in ground.tokens(content)]
    if cue.tag == "VBG" or cue.dep == "relcl":
        return vouches(words)
    return bool(words) and speaker_of(head_of(words), words) is not None


def _alone(ground: Ground, one: TaggedAttribution) -> Finding:
    """An attribution that only the tagger sees, with the lexicon's entry for its cue where there is one."""
    entry, verb, hidden = PLAIN, None, False
    for sentence, token in ground.tokens(one.cue):
        known = verb_cue(sentence, token) if token.tag.startswith("VB") else None
        noun = noun_cue(token) if known is None and token.pos == "NOUN" else None
        if known is not None:
            entry, verb = known[0], (sentence, token)
            break
        if entry is PLAIN and token.tag.startswith("VB") and ground.tree(sentence).negated(token):
            entry = SOFT  # "is not sure she can win" tells no more than how she stands to it
        if noun is not None and entry is PLAIN:
            entry = noun
    if not one.source:
        hidden = True
        if entry is PLAIN or not entry.fits("that", "quote", "wh", "passive"):
            entry = SOFT
    return Finding(
        cue=list(one.cue),
        source=list(one.source),
        told=list(one.source),
        content=list(one.content),
        entry=entry,
        verb=verb,
        hidden=hidden,
        negated=verb is not None and ground.tree(verb[0]).negated(verb[1]),
        score=round(min(one.score, 0.99), 3),
        detail="found by the trained tagger",
    )
