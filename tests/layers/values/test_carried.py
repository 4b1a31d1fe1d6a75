"""Counts that take up an earlier one, and those that do not."""

from __future__ import annotations

import pytest

from sayso import annotate
from sayso.documents.formats.objects import read_object
from sayso.vocab import Slot

WALKOUT = "About 4,200 workers joined the walkout, the union said. "
BLAZE = "At least 12 people died in a fire in Split on Monday. "


def counts(text: str) -> list[tuple[str, object, object]]:
    page = read_object({"id": "x", "publisher": "Post", "published": "2024-05-15", "prose": True, "text": text}).page
    assert page is not None
    claims = [(c.slot, dict(c.values)) for c in annotate(page).claims]
    return [(slot.value, v.get("low"), v.get("of")) for slot, v in claims if slot in (Slot.TOLL, Slot.STRENGTH)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (WALKOUT + "The company put the number at 2,500.", ("strength", 2500, "worker")),
        (WALKOUT + "The company said at least 2,500 did.", ("strength", 2500, "worker")),
        (BLAZE + "The ministry said the figure was 14.", ("toll", 14, "people")),
        (BLAZE + "The hospital puts it at 14.", ("toll", 14, "people")),
        (WALKOUT + "The company counted 2,500.", ("strength", 2500, "worker")),
        (BLAZE + "The ministry's own tally stands at 14.", ("toll", 14, "people")),
        ("Twelve people died in a fire, the mayor said; the hospital lists nine so far.", ("toll", 9, "people")),
        ("The warden counted 84 bodies; the state police put it at 53.", ("toll", 53, "body")),
        ("The union counted 58 arrests; the ministry admits to 22 and says nothing more.", ("toll", 22, "people")),
    ],
)
def test_a_bare_number_is_of_what_was_counted_before(text: str, last: tuple[str, object, object]) -> None:
    assert counts(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "The company put the number at 2,500.",
        "The company said at least 2,500 did.",
        WALKOUT + "The company put the number of its lorries at 90.",
        "Twelve people died and 30 were hurt. Police put the number at 15.",
    ],
)
def test_nothing_is_taken_up_where_it_is_not_plain_what(text: str) -> None:
    assert all(low not in (2500, 90, 15) for _, low, _ in counts(text))
