"""Speakers before or after a colon: ``Minister: dam is safe``, ``JANE DOE: …``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.layers.attribution.cues import Cue, lexicon
from sayso.layers.attribution.ground import Finding, Ground, Paragraph
from sayso.layers.parsing.parse import Sentence, Token
from sayso.spans import trimmed
from sayso.vocab import AttributionType, Certainty, Zone

#: What a speaker's label may look like: few words, no stop.
LABEL = re.compile(r"[A-Z][\w.'’ -]{1,60}:\s+(?=\S)")

#: A line of a transcript whose speakers have no names. An ``A:`` without a ``Q:`` before it may be a point of a list.
QUESTION_OR_ANSWER = re.compile(r"([QA]):\s+(?=\S)")

LABEL_WORDS = 6

#: A colon between a speaker and the words.
COLON = Cue(":", "phrase", AttributionType.STATEMENT, Certainty.ASSERTED, frozenset({"label"}))

ASKED = replace(COLON, type=AttributionType.QUESTION)

#: Labels that name a kind of article, not a speaker.
KINDS = frozenset(
    ("analysis", "breaking", "exclusive", "explainer", "factbox", "feature", "live", "opinion", "photos", "pictures",
     "profile", "review", "timeline", "update", "updated", "video", "watch", "read", "note", "correction", "related",
     "editorial", "interview", "comment", "column", "letters", "q&a", "quiz", "poll", "gallery")
)  # fmt: skip


def find_label(ground: Ground, paragraph: Paragraph) -> Finding | None:
    """``Minister: dam is safe`` and ``Dam is safe: minister`` in headlines, ``JANE DOE: …`` in transcripts."""
    text = ground.text
    answered = QUESTION_OR_ANSWER.match(text, paragraph.start, paragraph.end)
    asked = ground.before(paragraph)
    if answered is not None and (answered[1] == "Q" or (asked and text.startswith("Q:", asked.start))):
        span = trimmed(text, answered.end(), paragraph.end)
        return Finding(
            cue=[(answered.end(1), answered.end(1) + 1)],
            source=[],
            told=[answered.span(1)],
            content=[span],
            entry=ASKED if answered[1] == "Q" else COLON,
            hidden=True,
            detail="a question or an answer in a transcript",
        )
    if paragraph.zone is Zone.HEADLINE and (behind := _behind(ground, paragraph)) is not None:
        return behind
    matched = LABEL.match(text, paragraph.start, paragraph.end)
    if matched is not None:
        at = text.index(":", paragraph.start)
        words = ground.tokens([(paragraph.start, at)])
        content = trimmed(text, matched.end(), paragraph.end)
        told = any(c.isalpha() for c in text[slice(*content)])  # "Ada Moss: 1,769" is a line of a list
        if told and _is_label(words, paragraph, text[paragraph.start : at]):
            return Finding(
                cue=[(at, at + 1)],
                source=[trimmed(text, paragraph.start, at)],
                content=[content],
                entry=COLON,
                detail="a speaker's name before a colon",
            )
    return None


def _behind(ground: Ground, paragraph: Paragraph) -> Finding | None:
    """``Dam is safe: minister``, ``Dam is safe – minister``: behind the mark stands who tells what stands before it."""
    text = ground.text
    dash = max(text.rfind(mark, paragraph.start, paragraph.end) + 1 for mark in (" – ", " — ", " - "))
    at = max(text.rfind(":", paragraph.start, paragraph.end), dash)
    if at <= paragraph.start:
        return None
    words = ground.tokens([(at + 1, paragraph.end)])
    before = ground.tokens([(paragraph.start, at)])
    tokens = [t for _, t in words if t.pos != "PUNCT"]
    if at == dash and not (tokens and tokens[-1].text.islower()):
        return None  # "… - Harrow Post" is the name of the site
    named = 0 < len(tokens) <= 2 and all(t.pos == "PROPN" and t.entity not in {"GPE", "LOC", "DATE"} for t in tokens)
    label = _is_label(words, paragraph, text[at + 1 : paragraph.end])
    kind = bool(tokens) and tokens[0].text.lower() in KINDS
    if kind or not (label or named) or not any(t.tag.startswith("VB") for _, t in before):
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
