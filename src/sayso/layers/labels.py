"""Speakers before or after a colon: ``Minister: dam is safe``, ``JANE DOE: …``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.layers.cues import Cue, lexicon
from sayso.layers.ground import Finding, Ground, Paragraph
from sayso.layers.parse import Sentence, Token
from sayso.spans import trimmed
from sayso.vocab import AttributionType, Certainty, Zone

#: What a speaker's label may look like: few words, no stop.
LABEL = re.compile(r"[A-Z][\w.'’ -]{1,60}:\s+(?=\S)")

LABEL_WORDS = 6

#: A colon between a speaker and the words.
COLON = Cue(":", "phrase", AttributionType.STATEMENT, Certainty.ASSERTED, frozenset({"label"}))

#: Labels that name a kind of article, not a speaker.
KINDS = frozenset(
    ("analysis", "breaking", "exclusive", "explainer", "factbox", "feature", "live", "opinion", "photos", "pictures",
     "profile", "review", "timeline", "update", "updated", "video", "watch", "read", "note", "correction", "related",
     "editorial", "interview", "comment", "column", "letters", "q&a", "quiz", "poll", "gallery")
)  # fmt: skip


def find_label(ground: Ground, paragraph: Paragraph) -> Finding | None:
    """``Minister: dam is safe`` and ``Dam is safe: minister`` in headlines, ``JANE DOE: …`` in transcripts."""
    text = ground.text
    matched = LABEL.match(text, paragraph.start, paragraph.end)
    if matched is not None:
        at = text.index(":", paragraph.start)
        words = ground.tokens([(paragraph.start, at)])
        content = trimmed(text, matched.end(), paragraph.end)
        if _is_label(words, paragraph, text[paragraph.start : at]) and content[0] < content[1]:
            return Finding(
                cue=[(at, at + 1)],
                source=[trimmed(text, paragraph.start, at)],
                content=[content],
                entry=COLON,
                detail="a speaker's name before a colon",
            )
    if paragraph.zone is not Zone.HEADLINE:
        return None
    at = max(text.rfind(":", paragraph.start, paragraph.end), text.rfind(" – ", paragraph.start, paragraph.end) + 1)
    if at <= paragraph.start:
        return None
    words = ground.tokens([(at + 1, paragraph.end)])
    before = ground.tokens([(paragraph.start, at)])
    if not _is_label(words, paragraph, text[at + 1 : paragraph.end]) or not any(
        t.tag.startswith("VB") for _, t in before
    ):
        return None
    return Finding(
        cue=[(at, at + 1)],
        source=[trimmed(text, at + 1, paragraph.end)],
        content=[trimmed(text, paragraph.start, at)],
        entry=COLON,
        detail="a speaker's name after a colon",
    )


def _is_label(words: Sequence[tuple[Sentence, Token]], paragraph: Paragraph, label: str) -> bool:
    """Whether the words name a speaker or a report, not a topic or a kind of article."""
    tokens = [t for _, t in words if t.pos != "PUNCT"]
    if not tokens or len(tokens) > LABEL_WORDS or tokens[0].text.lower() in KINDS:
        return False
    last = tokens[-1]
    if paragraph.zone is Zone.HEADLINE:
        lemma = last.lemma.lower()
        speaker = lexicon().get((lemma, "speaker")) or lexicon().get((last.text.lower(), "speaker"))
        document = lexicon().get((lemma, "noun"))
        return (
            speaker is not None
            or (document is not None and document.fits("issued") and lemma not in KINDS)
            or all(t.entity in {"PERSON", "ORG"} for t in tokens)
        )
    named = len(tokens) > 1 and (all(t.entity == "PERSON" for t in tokens) or label.strip().isupper())
    return named and all(t.text[:1].isupper() for t in tokens)
