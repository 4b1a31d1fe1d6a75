"""Decisions told by their verb alone, in the outlet's own voice."""

from __future__ import annotations

import pytest

from sayso import annotate
from sayso.documents.formats.objects import read_object
from sayso.vocab import Modality


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The union rejected the offer.", ["The union rejected the offer"]),
        ("Her resignation was accepted by the president.", ["Her resignation was accepted by the president"]),
        ("The ministry denied the report.", []),
    ],
)
def test_a_decision_is_a_claim(text: str, found: list[str]) -> None:
    page = read_object({"id": "x", "publisher": "Post", "published": "2024-05-15", "prose": True, "text": text}).page
    assert page is not None
    claims = annotate(page).claims
    assert [text[c.content[0].start : c.content[-1].end] for c in claims] == found
    assert all(c.attribution_id is None for c in claims)


def test_what_is_promised_is_its_own_claim() -> None:
    text = "The mayor promised help."
    page = read_object({"id": "x", "publisher": "Post", "published": "2024-05-15", "prose": True, "text": text}).page
    assert page is not None
    (claim,) = annotate(page).claims
    assert (claim.chain, claim.modality) == (("Post", "mayor"), Modality.PLANNED)


@pytest.mark.parametrize(
    "text",
    [
        '"I do not say that the accused is an honest man," the judge said.',
        '"We never claimed that the bridge was safe," the engineer said.',
        '"Nobody is saying the dam has failed," the minister said.',
    ],
)
def test_what_somebody_does_not_say_is_no_claim_of_hers(text: str) -> None:
    page = read_object({"id": "x", "publisher": "Post", "published": "2024-05-15", "prose": True, "text": text}).page
    assert page is not None
    assert not annotate(page).claims


def test_what_is_turned_down_is_not_denied() -> None:
    text = "The parliament rejected a levy on mines that the government had counted on to pay for school meals."
    page = read_object({"id": "x", "publisher": "Post", "published": "2024-05-15", "prose": True, "text": text}).page
    assert page is not None
    claims = annotate(page).claims
    assert claims
    assert all(c.polarity.value == "positive" and c.attribution_id is None for c in claims)


@pytest.mark.parametrize(("text", "claimed"), [("a dam", False), ("12 dead", True)])
def test_whom_or_what_somebody_refers_to_is_no_claim(text: str, claimed: bool) -> None:
    words = f'"It was a mistake," Ada Moss said, referring to {text}.'
    page = read_object({"id": "x", "publisher": "Post", "published": "2024-05-15", "prose": True, "text": words}).page
    assert page is not None
    claims = annotate(page).claims
    assert any(c.content[-1].end > words.index("referring") for c in claims) is claimed
