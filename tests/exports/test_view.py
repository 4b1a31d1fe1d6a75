"""The view: claims numbered in reading order, relations read from both sides."""

from __future__ import annotations

from sayso.exports.view import view
from sayso.vocab import LinkKind


def test_claims_are_numbered_and_found(record) -> None:
    found = view(record)
    (story,) = found.stories
    assert [claim.number for claim in story.claims] == [1, 2]
    assert found.claim(1) is story.claims[0]
    assert found.claim(9) is None
    assert {claim.cluster_id for claim in story.claims} == {"c-1", "c-2"}


def test_a_relation_reads_from_both_sides(record) -> None:
    found = view(record)
    later, earlier = found.claim_of("c-1"), found.claim_of("c-2")
    assert later
    assert earlier
    assert [r.words for r in later.relations if r.kind is LinkKind.UPDATES] == ["updates"]
    assert [r.words for r in earlier.relations if r.kind is LinkKind.UPDATES] == ["overtaken by"]


def test_documents_come_by_date_and_undated_ones_last(record) -> None:
    (story,) = view(record).stories
    assert [d.publisher for d in story.documents] == ["Evening Post", "Arvel Blog"]
    assert story.span_of_days == ("2024-05-14", "2024-05-14")


def test_an_account_knows_its_chain_zone_and_hedge(record) -> None:
    claim = view(record).claim_of("c-1")
    assert claim
    (account,) = claim.accounts
    assert account.hops == ("Evening Post", "Ana Ruiz")
    assert account.hedge == "possible"
    assert account.zone.value == "body"
    assert account.words == "Up to 30 people were hurt"
