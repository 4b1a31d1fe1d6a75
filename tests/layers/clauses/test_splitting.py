"""Sentence → clauses: head, who does it, to whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.clauses.colours import wrapping
from sayso.layers.clauses.phrases import Tree
from sayso.layers.clauses.splitting import find_clauses

CASES = [
    ("The army shelled the town.", [("shelled", "army", "town")]),
    ("The town was shelled by the army.", [("shelled", "army", "town")]),
    ("The rebels managed to seize the bridge.", [("seize", "rebels", "bridge")]),
    ("The rebels entered the town and burned the market.",
     [("entered", "rebels", "town"), ("burned", "rebels", "market")]),
    ("The court, which heard the case, freed the sailor.", [("heard", "court", "case"), ("freed", "court", "sailor")]),
    ("The storm hit the coast, killing nine people.", [("hit", "storm", "coast"), ("killing", "storm", "people")]),
    ("Villages destroyed by the flood were rebuilt.",
     [("destroyed", "flood", "Villages"), ("rebuilt", None, "Villages")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_who_does_what_to_whom(page: Callable[..., Any], text: str, wanted: list[tuple[str, str | None, str]]) -> None:
    sentence = page(text).parse.sentences[0]
    clauses = find_clauses(Tree(sentence), wrapping())
    assert [
        (c.head.text, c.subject.text if c.subject else None, c.object.text if c.object else None) for c in clauses
    ] == wanted


def test_every_word_belongs_to_one_clause(page: Callable[..., Any]) -> None:
    for text, _ in CASES:
        sentence = page(text).parse.sentences[0]
        clauses = find_clauses(Tree(sentence), wrapping())
        owned = sorted(t.index for c in clauses for t in c.own)
        assert owned == list(range(len(sentence.tokens)))


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("Three weeks after 40 pupils fell ill, the well was closed.", "40 pupils fell ill"),
        ("Just days before the river rose, the gauge failed.", "the river rose"),
        ("After 40 pupils fell ill, the well was closed.", "40 pupils fell ill"),
        ("The well was closed a month after nine miners died there.", "nine miners died there"),
        ("Two weeks passed after he left the town.", "Two weeks passed"),
    ],
)
def test_how_far_a_clause_lies_from_the_one_above_is_not_its_own(
    page: Callable[..., Any], text: str, stretch: str
) -> None:
    sentence = page(text).parse.sentences[0]
    assert stretch in [text[c.start : c.end] for c in find_clauses(Tree(sentence), wrapping())]


def test_a_name_is_no_verb(page: Callable[..., Any]) -> None:
    sentence = page("IS has control of the castle.").parse.sentences[0]
    heads = [c.head.text for c in find_clauses(Tree(sentence, names={0}), wrapping())]
    assert heads == ["has"]


def test_nothing_in_nothing(page: Callable[..., Any]) -> None:
    assert page("").parse.sentences == ()
