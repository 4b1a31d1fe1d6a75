"""The lexicon of words that attribute, and how a verb is found in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso import assets
from sayso.layers.attribution.cues import lexicon, phrases, verb_cue

FRAMES = frozenset(
    ("that quote inf wh obj as accuse about of for against to with person passive cite issue issued hedge shows hidden "
     "verbless possessed phrase mark office voice media body collective whether senses topic ing at number").split()
)  # fmt: skip


def test_every_line_is_whole_and_none_stands_twice() -> None:
    rows = assets.rows("cues.tsv")
    assert len(lexicon()) == len(rows) >= 400
    for cue in lexicon().values():
        assert cue.frames <= FRAMES, cue
        assert cue.lemma == cue.lemma.strip().lower()


@pytest.mark.parametrize(
    ("text", "verb", "lemma"),
    [
        ("She pointed out that it rained.", "pointed", "point out"),
        ("He hopes that it rains.", "hopes", "hope"),
        ("They called for rain.", "called", "call for"),
        ("It told us so.", "told", "tell"),
        ("They walked home.", "walked", None),
    ],
)
def test_verbs(text: str, verb: str, lemma: str | None, page: Callable[..., Any]) -> None:
    sentence = page(text).parse.sentences[0]
    token = next(t for t in sentence.tokens if t.text == verb)
    found = verb_cue(sentence, token)
    assert (found[0].lemma if found else None) == lemma


def test_longer_phrases_come_first() -> None:
    lengths = [len(c.lemma) for c in phrases("verbless")]
    assert lengths == sorted(lengths, reverse=True)
