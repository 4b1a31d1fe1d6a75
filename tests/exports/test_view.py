"""The view: claims numbered in reading order, relations read from both sides."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.exports.brief import write_brief
from sayso.exports.plain import write_plain
from sayso.exports.report import Bundle, write_report
from sayso.exports.shown import hops_of, subject_of, taken_from
from sayso.exports.view import view
from sayso.exports.visible import LONGEST_SAID, LONGEST_TITLE
from sayso.types import Activity, Document, Member, Problem, core_of, replaced
from sayso.vocab import LinkKind, MemberKind, Slot


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


def nameless(case) -> Document:
    """A page that nobody knows the outlet of, taken from an agency, with a claim of a doctor's."""
    known = case.pages[0].document
    return replaced(known, publisher=None, provenance=("Wire",), label="saved.html", uri="file:saved.html")


def test_where_nobody_knows_the_outlet_the_document_stands_for_it(case) -> None:
    document = nameless(case)
    claim = replaced(case.pages[0].claims[0], chain=("Wire", "Ana Ruiz"))
    assert hops_of(document, claim) == ("saved.html", "Wire", "Ana Ruiz")
    assert taken_from(document) == ("Wire",)
    known = case.pages[1].document
    assert hops_of(known, case.pages[1].claims[0]) == ("Arvel Blog", "Wire")
    assert taken_from(known) == ("Wire",)


def test_problems_come_in_one_order_and_are_of_what_a_reader_knows(record, case) -> None:
    capture = case.captures[1][0]
    with record.writing() as writer:
        writer.add([Problem(subject=capture.id, stage="read", reason="no article text found")])
        writer.add([Problem(subject=case.pages[0].document.id, stage="parse", reason="in 'es'")])
        writer.add([Problem(subject=f"file:a{n}", stage="read", reason="it is empty") for n in range(20)])
    found = view(record)
    subjects = [subject_of(found, problem) for problem in found.problems]
    assert subjects == sorted(subjects)
    assert "file:Arvel Blog" in subjects
    assert "Evening Post" in subjects
    lines = list(write_brief(found, width=100))
    assert "NOT UNDERSTOOD (23)" in lines
    assert "   file:a0 and 20 more: it is empty [read]" in lines


def test_two_rows_of_one_passage_are_told_once(record) -> None:
    claim = view(record).claim(1)
    assert claim
    (account,) = claim.accounts
    claim.accounts += [replace(account, claim=replaced(account.claim, slot=Slot.OCCURRENCE))]
    claim.accounts += [replace(account, words="thirty hurt")]
    assert [one.words for one in claim.distinct_accounts] == [account.words, "thirty hurt"]


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


def test_no_title_or_name_is_longer_than_it_can_be_read(record, case) -> None:
    long = "W" * 5000
    story, other = (replaced(member, name=long) for member in case.collated.stories)
    link = replaced(case.collated.links[0], detail=f"{long} said so")
    with record.writing() as writer:
        desk = writer.desk()
        desk.clear("story")
        rows = [story, other, link, *case.collated.clusters, *case.collated.origins]
        writer.add(rows, Activity(stage="collate", version="1"))
        desk.stand("story", (row.id for row in rows))
    found = view(record)
    assert max(map(len, re.findall("W+", "\n".join(write_brief(found, 100)).replace("\n       ", "")))) <= LONGEST_SAID
    for written in (write_plain(found), write_report(found, built=Bundle("let a;", "p {}", ""))):
        assert max(map(len, re.findall("W+", written))) <= LONGEST_SAID
        assert "W" * LONGEST_TITLE not in re.sub("W+ said so|W{900,}…", "", written)
