"""Which passages are a publisher's standing text, whichever of its documents are asked first."""

from __future__ import annotations

import random

import numpy as np
import pytest

from sayso.relations.index.postings import Entry, Shelf
from sayso.relations.reuse.stock import ASKED, STOCK, settle_stock

OUTLET = 7
NOTICE = range(8)


def entry(number: int, own: int) -> Entry:
    """A document of the outlet with the notice and so many passages of its own."""
    mine = range(1000 * (number + 1), 1000 * (number + 1) + own)
    return Entry(number, OUTLET, np.array([*NOTICE, *mine], np.int64))


def notice_is_standing(*entries: Entry) -> bool:
    shelf = Shelf()
    shelf.enter(entries)
    settle_stock(shelf, [one.document for one in entries])
    marked = shelf.standing(np.array(NOTICE, np.int64))
    assert marked.all() == marked.any()
    return bool(marked.all())


def test_what_unlike_documents_have_is_standing_text() -> None:
    assert notice_is_standing(*(entry(number, own=60) for number in range(STOCK)))
    assert not notice_is_standing(*(entry(number, own=60) for number in range(STOCK - 1)))


@pytest.mark.parametrize("place", [0, 1, ASKED // 2])
def test_a_short_text_with_the_notice_does_not_speak_for_the_others(place: int) -> None:
    """Most of it is the notice, so that every other document shares the greater part of it."""
    assert notice_is_standing(*(entry(number, own=3 if number == place else 60) for number in range(ASKED)))


def test_copies_of_one_text_make_no_standing_text_of_it() -> None:
    text = entry(0, own=60).keys
    assert not notice_is_standing(*(Entry(number, OUTLET, np.append(text, 10**6 + number)) for number in range(ASKED)))


def test_an_outlet_s_standing_text_stays_it_as_the_outlet_grows() -> None:
    chance = random.Random(8)
    shelf = Shelf()
    for batch in range(20):
        new = [chance.getrandbits(40) for _ in range(100)]
        shelf.enter([entry(number, own=chance.choice((1, 3, 20, 60))) for number in new])
        lost = settle_stock(shelf, new).fewer
        assert not len(lost), f"lost after batch {batch}"
