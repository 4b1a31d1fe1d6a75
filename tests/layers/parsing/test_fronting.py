"""Sentence → the same sentence with the subject that the parser hung on a name before it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.parsing.mending import mended


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("In Orle, Arle province, a guard and a clerk were arrested.", "guard"),
        ("In Sangin district, Helmand province, Afghan and coalition forces killed four insurgents.", "forces"),
        ("In Zhari district, Kandahar province, yesterday, Afghan and coalition forces detained one man.", "forces"),
        ("In Ghazni district, Ghazni province, a combined Afghan and coalition force held two men.", "force"),
    ],
)
def test_what_stands_behind_the_name_of_a_place_is_the_subject(
    page: Callable[..., Any], text: str, subject: str
) -> None:
    sentence = mended(page(text).parse.sentences[0])
    below = [t.text for t in sentence.tokens if t.dep in ("nsubj", "nsubjpass") and t.head == sentence.root.index]
    assert below == [subject]


def test_a_person_and_several_soldiers_stay_two_groups(page: Callable[..., Any]) -> None:
    sentence = mended(page("An Afghan and two coalition soldiers were killed.").parse.sentences[0])
    assert {t.text: t.dep for t in sentence.tokens}["soldiers"] == "conj"
