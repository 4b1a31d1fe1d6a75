from __future__ import annotations

import pytest

from sayso.documents.dates.finder import day_in_address, find_published
from sayso.documents.flat import read_flat
from sayso.documents.page import Given, Metadata, ZonedRange
from sayso.documents.zones.finder import find_zones
from sayso.vocab import DateBasis, Zone

BODY = (
    "The council of Barlow voted on Tuesday to close the bridge over the canal, which engineers call unsafe.\n\n"
    "Residents of the old town say that the detour will cost them an hour a day, and want a ferry instead."
)


def published(above: str, below: str = "", url: str | None = None) -> tuple[str, DateBasis] | None:
    text = f"{above}\n\n{BODY}\n\n{below}"
    found = find_published(text, find_zones(text, Given()), [], given=Given(url=url))
    assert found is None or found.why
    return (found.date, found.basis) if found else None


@pytest.mark.parametrize(
    ("above", "date"),
    [
        ("Council closes canal bridge\nSunday, March 3, 2019", "2019-03-03"),
        ("Council closes canal bridge\nPublished: 3 March 2019 10:20 GMT\nUpdated: 4 March 2019", "2019-03-03"),
        ("Council closes canal bridge\n10:20 GMT 03.03.2019 (Updated: 10:45 GMT 04.03.2019)", "2019-03-03"),
        ("Council closes canal bridge\nUpdated\n4 March 2019\nPublished\n3 March 2019", "2019-03-03"),
        ("Council closes canal bridge\nPosted on March 3, 2019 by Ada Bell", "2019-03-03"),
        ("Council closes canal bridge\nBy Ada Bell | Mar. 3, 2019", "2019-03-03"),
        ("3. März 2019\nCouncil closes canal bridge", "2019-03-03"),
        ("Council closes canal bridge\nPublié le 3 mars 2019 à 10h20", "2019-03-03"),
        ("Council closes canal bridge\n2019-03-03 10:20:11", "2019-03-03"),
        ("Council closes canal bridge\n03.03.2019", "2019-03-03"),
        ("Council closes canal bridge\n12/30/2019 05:03 AM EST", "2019-12-30"),
        ("Council closes canal bridge\n3 hours ago", None),
        ("Council closes canal bridge\n© 2019 The Barlow Argus", None),
        ("Council closes canal bridge\n03/04/2019", None),
    ],
)
def test_dates_stated_beside_the_headline(above: str, date: str | None) -> None:
    assert published(above) == ((date, DateBasis.STATED) if date else None)


@pytest.mark.parametrize(
    "below",
    [
        "Copyright © 2019 The Barlow Argus",
        "Related articles\nBridge to be closed\nMarch 3, 2018",
        "3 comments\nHarry says:\nMarch 9, 2019 at 10:20\n"
        "I always said that the bridge would not last for another winter.",
        "— Ada Bell (@adabell) March 3, 2019",
    ],
)
def test_dates_of_other_things_are_not_taken(below: str) -> None:
    assert published("Council closes canal bridge", below) is None


def test_what_is_given_comes_first() -> None:
    text = f"Council closes canal bridge\nMarch 3, 2019\n\n{BODY}"
    zones = find_zones(text, Given())
    metadata = Metadata(published="2019-03-04T10:00:00Z", detail="JSON-LD")
    first = find_published(text, zones, [], given=Given(published="2019-03-05"), metadata=metadata)
    assert first
    assert (first.date, first.basis) == ("2019-03-05", DateBasis.GIVEN)
    second = find_published(text, zones, [], given=Given(), metadata=metadata)
    assert second
    assert (second.date, second.basis) == ("2019-03-04", DateBasis.STATED)


def test_the_address_may_hold_the_date() -> None:
    found = published("Council closes canal bridge", url="https://example.org/2019/03/03/bridge.html")
    assert found == ("2019-03-03", DateBasis.STATED)
    assert published("Council closes canal bridge\nMarch 3, 2016", url="https://example.org/2019/03/05/bridge.html")


@pytest.mark.parametrize(
    ("address", "date"),
    [
        ("https://example.org/2019/03/03/bridge", "2019-03-03"),
        ("https://example.org/news/20190303-bridge", "2019-03-03"),
        ("https://example.org/2019/03/bridge", None),
        ("https://example.org/bridge-190303", None),
        ("https://example.org/2019/13/33/bridge", None),
        ("http://[bad", None),
    ],
)
def test_days_in_addresses(address: str, date: str | None) -> None:
    day = day_in_address(address)
    assert (day.isoformat() if day else None) == date


def test_a_dateline_with_a_full_date() -> None:
    text = "Bridge closed\n\nBARLOW, March 3, 2019 (Reuters) - The council closed the bridge on Sunday, after a vote."
    ranges = [ZonedRange(0, 13, Zone.HEADLINE), ZonedRange(15, len(text), Zone.BODY)]
    found = find_published(text, ranges, [], given=Given())
    assert found
    assert found.date == "2019-03-03"


HEAD = "Council closes canal bridge"


@pytest.mark.parametrize(
    ("above", "below", "date"),
    [
        (HEAD, "Share\nTopics\nPublished: 03 December 2019", "2019-12-03"),
        (HEAD, "Share\nTopics\nErschienen am: 03.12.2019\nLetzte Änderung: 05.12.2019", "2019-12-03"),
        (
            "2019-12-03 20:29:58 Barlow desk\nMenu\nHome\nWorld\nCity\nArts\nSport\nMore\nNews\n" + HEAD,
            "",
            "2019-12-03",
        ),
        (HEAD, "Von Ada Bell am 03.12.2019, 11:51 | 0 comments", "2019-12-03"),
        (HEAD, "Share\nThe bridge is closed from 24 April to 3 December 2019", None),
        (HEAD, "Share\nLetzte Änderung: 05.12.2019", None),
    ],
)
def test_the_only_day_that_the_page_states(above: str, below: str, date: str | None) -> None:
    assert published(above, below) == ((date, DateBasis.STATED) if date else None)


@pytest.mark.parametrize(
    ("start", "date"),
    [
        ("3.12.2019 - ", "2019-12-03"),
        ("3 December 2019, 15:30 ", "2019-12-03"),
        ("3 December 2019 was the day when ", None),
    ],
)
def test_a_day_that_the_first_paragraph_begins_with(start: str, date: str | None) -> None:
    text = f"{HEAD}\n\n{start}{BODY}"
    found = find_published(text, find_zones(text, Given()), [], given=Given())
    assert (found and found.date) == date


@pytest.mark.parametrize(
    ("lines", "basis"),
    [
        ("3 March 2019 | AFP", DateBasis.STATED),
        ("AFP, 3 March 2019", DateBasis.STATED),
        ("Harbour Gazette, 3 March 2019", DateBasis.INFERRED),  # the day on which that one had the text
        ("Reuters, 3 March 2019\nHarbour Gazette, 3 March 2019", DateBasis.INFERRED),
    ],
)
def test_a_day_beside_an_agency_under_the_headline(lines: str, basis: DateBasis) -> None:
    text = f"The Barlow Argus\nCouncil closes canal bridge\n{lines}\n\n{BODY}"
    found = read_flat(text, capture_id="c", uri="page", given=Given()).document.published
    assert found
    assert (found.date, found.basis) == ("2019-03-03", basis)
