"""What the lexicon of harm asks of a clause: people or things, one or several, and what they are saved from."""

from __future__ import annotations

import pytest

from sayso import annotate
from sayso.documents.formats.objects import read_object


def tolls(text: str) -> list[tuple[object, object, object]]:
    """Effect and bounds of the tolls of a text."""
    page = read_object({"id": "1", "publisher": "Post", "text": text, "prose": True}).page
    assert page is not None
    held = [dict(c.values) for c in annotate(page).claims if c.slot.value == "toll"]
    return [(v.get("effect"), v.get("low"), v.get("high")) for v in held]


TOLD = [
    # people, by any word for them, and things
    ("Firefighters rescued three seamstresses.", ("rescued", 3, 3)),
    ("The blaze destroyed 40 huts.", ("destroyed", 40, 40)),
    ("Gunners sank two frigates.", ("destroyed", 2, 2)),
    # one person, one thing
    ("A lifeboat rescued a canoeist.", ("rescued", 1, 1)),
    ("The army destroyed a drone.", ("destroyed", 1, 1)),
    ("Her son was killed.", ("killed", 1, 1)),
    # those among them are not added, whoever they are
    ("A fire killed nine people, two nuns and a guard among them.", ("killed", 9, 9)),
    ("Gunmen killed two nuns and a guard.", ("killed", 3, 3)),
    ("A raid killed Jan Kovar, his wife and their two children.", ("killed", 4, 4)),
    # who seizes them
    ("Police seized eight demonstrators.", ("detained", 8, 8)),
    ("Bandits seized eight pupils.", ("abducted", 8, 8)),
    # what they have
    ("Nine pupils were taken to hospital with food poisoning.", ("ill", 9, 9)),
    ("Nine pupils were taken to hospital.", ("wounded", 9, 9)),
    ("Two rangers lost legs to landmines.", ("wounded", 2, 2)),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_harm(text: str, wanted: tuple[object, object, object]) -> None:
    assert wanted in tolls(text)


@pytest.mark.parametrize(
    "text",
    [
        "She lost sight of two rivals.",
        "The coach sent on three forwards.",
        "The ministry picked up two prizes.",
        "The firm took three lorries to the hospital.",
        "He carried off two trophies.",
    ],
)
def test_no_harm(text: str) -> None:
    assert tolls(text) == []
