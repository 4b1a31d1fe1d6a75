"""Where the rules and the trained tagger meet: one attribution a cue.

The rules decide chains, manner, certainty and type, and the extent of quotations. The tagger's ranges are taken for
indirect content, unless they are clearly broken, and what it found alone is added with its own score.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.layers.attribution.adopting import adopt, in_quotation
from sayso.layers.attribution.citing import parted, quoted_as_saying, vouches
from sayso.layers.attribution.cues import PLAIN, SEEN, lemma_of, noun_cue, verb_cue
from sayso.layers.attribution.ground import Finding, Ground
from sayso.layers.attribution.nesting import Cover, share, size
from sayso.layers.attribution.sources import source_head
from sayso.layers.attribution.tagger import TaggedAttribution
from sayso.layers.attribution.voices import head_of, speaker_of
from sayso.layers.names import gazetteer
from sayso.layers.parsing.parse import Token
from sayso.layers.parsing.trees import Dependencies
from sayso.spans import Range, overlap
from sayso.vocab import AttributionType

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


def merge(ground: Ground, findings: list[Finding], tagged: Sequence[TaggedAttribution]) -> list[Finding]:
    """The findings with the tagger's: none twice. The findings are changed in place."""
    out = list(findings)
    free = set(range(len(findings)))
    by_cue, by_content = Cover(findings, "cue"), Cover(findings)
    for one in sorted(tagged, key=lambda t: (t.cue, t.content, t.source)):
        match = _partner(one, findings, [n for n in by_cue.near(one.cue) if n in free])
        if match is not None:
            free.discard(match)
            adopt(ground, findings[match], one)
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
    if not finding.quoted and in_quotation(ground, finding.cue[0][0]):
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
    source = list(one.source)
    if verb is not None and entry.fits("person") and ground.tree(verb[0]).passive(verb[1]):
        told = ground.tree(verb[0]).child(verb[1], "nsubjpass")  # "they were told": by whom is not said
        source = [r for r in source if told is None or not r[0] <= told.start < r[1]]
    if not source:
        hidden = True
        if entry is PLAIN or not entry.fits("that", "quote", "wh", "passive"):
            entry = SOFT
    return Finding(
        cue=list(one.cue),
        source=source,
        told=source,
        content=list(one.content),
        entry=entry,
        verb=verb,
        hidden=hidden,
        negated=verb is not None and ground.tree(verb[0]).negated(verb[1]),
        score=round(min(one.score, 0.99), 3),
        detail="found by the trained tagger",
    )
