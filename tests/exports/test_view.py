"""The view: claims numbered in reading order, relations read from both sides."""

from __future__ import annotations

from sayso.exports.brief import write_brief
from sayso.exports.view import view
from sayso.types import Activity, Member, core_of, replaced
from sayso.vocab import LinkKind, MemberKind


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


def test_an_account_of_another_core_is_only_probably_of_the_claim(record, case) -> None:
    told = case.collated.clusters
    joined = replaced(told[1], cluster_id="c-1", detail="probably says the same: in other words (0.80)")
    cores = [
        Member(cluster=MemberKind.CORE, cluster_id=core_of(about), member_id=member.member_id)
        for about, member in (("c-1", told[0]), ("c-2", told[1]))
    ]
    with record.writing() as writer:
        desk = writer.desk()
        desk.clear("story")
        rows = [*case.collated.stories, told[0], joined, *cores]
        writer.add(rows, Activity(stage="collate", version="1"))
        desk.stand("story", (row.id for row in rows))
    claim = view(record).claim_of("c-1")
    assert claim
    assert {a.document.publisher: a.probably for a in claim.accounts} == {
        "Evening Post": "",
        "Arvel Blog": joined.detail,
    }
    assert "(probably)  “Four people were hurt”" in "\n".join(write_brief(view(record), 100))
