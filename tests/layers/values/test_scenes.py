"""Where claims are set, in the words of the text."""

from __future__ import annotations

import pytest

from sayso import annotate
from sayso.documents.formats.objects import read_object


def where(text: str) -> list[tuple[str, tuple[str, ...], bool]]:
    """Slot, where and whether that is taken over, for each claim of a text in order."""
    page = read_object({"id": "1", "publisher": "Post", "text": text, "prose": True}).page
    assert page is not None
    held = [(c.slot.value, dict(c.values)) for c in annotate(page).claims]
    return [(slot, v.get("scenery", ()), "scenery_inherited" in v) for slot, v in held]


OWN = [
    ("The tenants spent a third night in the church hall.", ("church hall",)),
    ("The ferry left the harbour and sank near the breakwater.", ("breakwater",)),
    ("The miners were pulled from the shaft.", ("shaft",)),
    ("The guards reached the second gate.", ("second gate",)),
    ("The guards searched the north-eastern mill.", ("north-eastern mill",)),
    ("A man was robbed outside his home on Tuesday evening.", ("home",)),
    # where those are to whom it happens
    ("Roughly 300 children in Moosin were given expired shots.", ("Moosin",)),
    ("Youths broke windows at the Orle mill.", ("Orle mill",)),
    # who is from somewhere, what somebody speaks of, when it was
    ("The tenants of the tower thanked the council.", ()),
    ("The mayor wrote a letter to the ministry.", ()),
    ("The talks ended in the evening.", ()),
]


@pytest.mark.parametrize(("text", "wanted"), OWN)
def test_where_a_clause_is_set_by_its_own_words(text: str, wanted: tuple[str, ...]) -> None:
    assert wanted in [there for _, there, _ in where(text)]


def test_a_place_of_the_gazetteer_is_not_told_twice() -> None:
    assert where("Nine sailors died in Marseille on Monday.") == [("toll", (), False)]


def test_a_toll_is_set_where_its_sentence_is() -> None:
    told = where("Nine men died and two were hurt when a crane fell near the Orle dockyard.")
    assert {slot: there for slot, there, _ in told}["toll"] == ("Orle dockyard",)


def test_what_the_text_goes_on_to_tell_of_politics_is_set_nowhere() -> None:
    text = "Ana Dovic spoke at the Orle stadium on Monday. The party dropped its plan for a levy."
    assert where(text)[-1][1] == ()


def test_there_takes_up_the_place_told_before() -> None:
    text = "A storm hit the Orle dockyard on Monday. The jib of a crane snapped there."
    assert where(text)[-1][1:] == (("Orle dockyard",), True)


def test_of_two_other_clauses_the_one_with_a_name_says_where() -> None:
    text = "A bus left the road and fell into a ravine near the Orle mill, and nine people died."
    assert {slot: there for slot, there, _ in where(text)}["toll"] == ("ravine near the Orle mill",)


def test_where_people_were_brought_is_not_where_it_happened() -> None:
    told = where("Five people are missing and 12 are in hospital.")
    assert [there for _, there, _ in told] == [(), ("hospital",)]
