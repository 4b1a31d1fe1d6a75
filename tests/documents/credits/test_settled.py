"""What the credits of a page make of one another."""

from __future__ import annotations

from sayso.documents.flat import read_flat
from sayso.documents.page import Given
from sayso.vocab import CreditRole

HEAD = "Harbour Gazette\nFerry to Marden runs again after the storm\nBy Ada Bell\n3 May 2024\n"
TEXT = (
    "The ferry between Barlow and Marden runs again since Monday, as the company said in the afternoon of that day.\n"
    "It had been in the dock for three weeks after a storm that broke two of its windows and a door to the deck.\n"
)


def _chain(text: str) -> tuple[str, ...]:
    return read_flat(text, capture_id="c", uri="page", given=Given()).document.provenance


def test_a_source_that_a_signed_text_cites_is_not_where_it_is_from() -> None:
    cited = TEXT + "According to Reuters, the company had asked two yards for help and waits for an answer.\n"
    assert _chain(HEAD + cited + "Source: Reuters\n") == ("Harbour Gazette",)
    assert _chain(HEAD + TEXT + "Source: Reuters\n") == ("Harbour Gazette", "Reuters")


def test_rights_beside_the_article_vouch_for_a_name_in_the_byline() -> None:
    signed = HEAD.replace("By Ada Bell", "Mountain Desk | By Ada Bell")
    notice = "Copyright 2024 Mountain Desk. To see more, visit Mountain Desk.\n"
    assert _chain(signed + TEXT + notice)[-1] == "Mountain Desk"


def test_a_trail_is_told_from_its_beginning() -> None:
    trail = "Published in Straits Mirror, reposted by Palm Coast Blog"
    assert _chain(HEAD + TEXT + trail + "\n") == ("Harbour Gazette", "Palm Coast Blog", "Straits Mirror")


def test_what_an_author_covers_is_nobody() -> None:
    page = read_flat(
        HEAD.replace("By Ada Bell", "By Ada Bell\nSouth Coast correspondent") + TEXT,
        capture_id="c",
        uri="page",
        given=Given(),
    )
    assert [c.name for c in page.credits if c.role is CreditRole.AUTHOR] == ["Ada Bell"]
