"""Tolls of several who were harmed together: their sum, and its parts where another outlet may tell of those alone."""

from __future__ import annotations

import pytest

from sayso import annotate
from sayso.documents.formats.objects import read_object
from sayso.vocab import Slot


def tolls(text: str) -> set[tuple[object, object, object]]:
    page = read_object({"id": "x", "publisher": "Post", "published": "2024-05-15", "prose": True, "text": text}).page
    assert page is not None
    held = [dict(c.values) for c in annotate(page).claims if c.slot is Slot.TOLL]
    return {(v.get("low"), v.get("high"), v.get("of")) for v in held}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two teachers and a nurse were killed on Monday.", {(3, 3, "people")}),
        ("Five soldiers and a cook were killed in Tarven.", {(6, 6, "people"), (5, 5, "soldier"), (1, 1, "cook")}),
        ("Five soldiers and 12 rebels were killed in Tarven.", {(5, 5, "soldier"), (12, 12, "rebel")}),
        ("Jan Kovar and at least 10 members of the group were killed in the attack.", {(11, None, "people")}),
        ("A captain, Jan Kovar, and six of his men were killed near Tarven.", {(7, 7, "people")}),
        ("A strike killed a woman with four of her children and an old man.", {(6, 6, "people")}),
        ("A man with his hands tied was killed in Tarven.", {(1, 1, "man")}),
        ("A boy with his dog was killed in Tarven.", {(1, 1, "boy")}),
        ("The governor alongside his two bodyguards was killed.", {(3, 3, "people")}),
        ("Troops have killed one of the leaders of the revolt.", {(1, 1, "leader")}),
        ("The attack has left two patients dead.", {(2, 2, "patient")}),
        ("An associate dean was killed on the plane.", {(1, 1, "dean")}),
        ("Seven guards were killed and several wounded.", {(7, 7, "guard"), (3, None, None)}),
        ("Five children were among those killed in the raids on Tarven.", {(5, 5, "child")}),
        ("Four pupils were among eight people killed in shelling on Tuesday.", {(4, 4, "pupil"), (8, 8, "people")}),
        ("They flew the injured to Bandar Abbas, a city of 500,000 people.", set()),
        ("Hospitals were hit in attacks that have killed hundreds of people.", {(200, None, "people")}),
        ("Two Danes were among the 12 tourists hurt.", {(12, 12, "tourist")}),
        ("Those who kill ten people get life.", set()),
        ("Two hundred prisoners await dental treatment.", set()),
        ("The scandal crippled a minister.", set()),
        ("Raiders shelled the town, killing a civilian and causing damage to property.", {(1, 1, "civilian")}),
    ],
)
def test_those_harmed_together_add_up(text: str, wanted: set[tuple[object, object, object]]) -> None:
    assert tolls(text) == wanted
