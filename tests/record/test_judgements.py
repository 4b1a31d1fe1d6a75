"""Judgements: kept in the ledger, undone by another one, found again when a page is read anew."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.record.judgements import (
    MEDIA_TYPE,
    CurrentClaims,
    Judge,
    JudgementError,
    Side,
    contradicted,
    evidence_of,
    in_force,
    keep,
    undo,
)
from sayso.record.store import Record
from sayso.types import Activity, Capture, Claim, Document, Judgement, Span, replaced, values
from sayso.vocab import JudgementKind, Modality, Polarity, Slot

ANA, BEN = Judge("Ana Ruiz", "2024-06-01", "read twice"), Judge("Ben Gall", "2024-06-02")
NOW = "2024-06-03T10:00:00+00:00"
K = JudgementKind


def claim_of(document: Document, words: str, **changed: object) -> Claim:
    start = document.text.index(words)
    return Claim(
        content=(Span(document.id, start, start + len(words)),),
        attribution_id=None,
        slot=Slot.STATEMENT,
        polarity=Polarity.POSITIVE,
        modality=Modality.FACT,
        values=values(**{k: str(v) for k, v in changed.items()}),
        chain=("Gazette",),
    )


DATA = b"a b c d e f"
CAPTURE = Capture(digest=hashlib.sha256(DATA).hexdigest(), uri="file:a.txt", media_type="text/plain", retrieved_at=NOW)
DOCUMENT = Document(capture_id=CAPTURE.id, uri="file:a.txt", text=DATA.decode())
CLAIMS = {words: claim_of(DOCUMENT, words) for words in "abcdef"}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    activity = Activity(stage="annotate", version="1")
    with Record(tmp_path / "case.sayso") as record:
        with record.writing() as writer:
            writer.keep(CAPTURE, DATA)
            writer.add([DOCUMENT, activity])
            writer.add(CLAIMS.values(), activity)
            writer.stand(DOCUMENT.id, "annotate", activity)
        yield record


def judge(record: Record, kind: JudgementKind, left: str, right: str, by: Judge = ANA) -> Judgement:
    bodies = kind in (K.SAME_BODY, K.OTHER_BODY)
    sides = [Side((s,), s) if bodies else Side(tuple(sorted(CLAIMS[w].id for w in s)), s[0]) for s in (left, right)]
    return keep(record, kind, (sides[0], sides[1]), by, NOW, CurrentClaims(record, [DOCUMENT], CLAIMS.values()))


def test_a_judgement_is_kept_as_evidence(record: Record) -> None:
    made = judge(record, K.SAME, "a", "b")
    assert list(record.judgements()) == [made]
    assert (made.number, made.by, made.date, made.note) == (1, "Ana Ruiz", "2024-06-01", "read twice")
    assert {*made.left, *made.right} == {CLAIMS["a"].id, CLAIMS["b"].id}
    assert made.said == "judged by Ana Ruiz on 2024-06-01: read twice"
    (capture,) = (c for c in record.captures() if c.media_type == MEDIA_TYPE)
    assert capture.uri == f"judgement:{made.id}"
    assert capture.retrieved_at == NOW
    assert record.bytes_of(capture.digest) == evidence_of(made, None)[1]
    found = record.verify()
    assert (found.entries, found.broken) == (2, None)


def test_who_puts_which_claim_first_makes_no_difference(record: Record) -> None:
    one = judge(record, K.SAME, "a", "b")
    with pytest.raises(JudgementError, match="#1 says so already"):
        judge(record, K.SAME, "b", "a")
    other = judge(record, K.SAME, "b", "a", BEN)
    assert (one.left, one.right) == (other.left, other.right)
    assert other.number == 2


def test_an_undo_is_a_judgement_more(record: Record) -> None:
    made = judge(record, K.SAME, "a", "b")
    undoing, undone = undo(record, "1", BEN, NOW)
    assert undone == made
    assert list(record.judgements()) == [made, undoing]
    assert in_force(record.judgements()) == []
    for number in ("1", "#2", "3", undoing.id):
        with pytest.raises(JudgementError, match=r"#1 is undone already|#2 takes back|no judgement '3'"):
            undo(record, number, BEN, NOW)
    again = judge(record, K.SAME, "a", "b")
    assert in_force(record.judgements()) == [again]
    assert again.id != made.id
    assert record.verify().broken is None


CONTRADICTIONS = [
    ([(K.SAME, "a", "b")], (K.NOT_SAME, "a", "b"), "1"),
    ([(K.SAME, "a", "b"), (K.SAME, "b", "c")], (K.NOT_SAME, "a", "c"), "12"),
    ([(K.SAME, "a", "b"), (K.NOT_SAME, "a", "c")], (K.SAME, "b", "c"), "12"),
    ([(K.SAME, "d", "e"), (K.SAME, "ab", "c"), (K.CONFLICTS, "b", "d")], (K.SAME, "c", "e"), "123"),
    ([(K.SAME, "a", "b")], (K.CONFLICTS, "b", "a"), "1"),
    ([(K.AGREES, "a", "b")], (K.CONFLICTS, "b", "a"), "1"),
    ([(K.CONFLICTS, "a", "b")], (K.AGREES, "b", "a"), "1"),
    ([(K.AGREES, "a", "b"), (K.SAME, "b", "c")], (K.CONFLICTS, "c", "a"), "12"),
    ([(K.AGREES, "a", "b"), (K.CONFLICTS, "c", "a")], (K.SAME, "b", "c"), "12"),
    ([(K.SAME_BODY, "Ana", "Ben"), (K.SAME_BODY, "Cyr", "ben")], (K.OTHER_BODY, "ANA", "Cyr"), "12"),
    ([(K.OTHER_BODY, "Ana", "Ben")], (K.SAME_BODY, "ben", "ana"), "1"),
]


@pytest.mark.parametrize(("before", "asked", "named"), CONTRADICTIONS)
def test_what_contradicts_earlier_judgements_is_refused_and_names_them(
    before: list[tuple[JudgementKind, str, str]], asked: tuple[JudgementKind, str, str], named: str, record: Record
) -> None:
    for earlier in before:
        judge(record, *earlier)
    with pytest.raises(JudgementError, match="contradicts what was judged before") as refused:
        judge(record, *asked, BEN)
    assert [n for n in "123" if f"#{n} " in str(refused.value)] == list(named)
    assert all(f"--undo {n}" in str(refused.value) for n in named)
    assert len(record.judgements()) == len(before)
    undo(record, named[-1], BEN, NOW)
    judge(record, *asked, BEN)


def test_what_goes_together_is_not_refused(record: Record) -> None:
    judge(record, K.SAME, "a", "b")
    judge(record, K.AGREES, "a", "b")
    judge(record, K.NOT_SAME, "a", "c")
    judge(record, K.AGREES, "b", "c")
    judge(record, K.NOT_SAME, "c", "d")
    judge(record, K.SAME, "a", "d")
    judge(record, K.SAME_BODY, "a", "c")
    assert len(record.judgements()) == 7


def test_one_thing_is_not_judged_with_itself(record: Record) -> None:
    for kind, left, right in ((K.SAME, "a", "a"), (K.SAME, "ab", "bc"), (K.OTHER_BODY, "Ana", "ana")):
        with pytest.raises(JudgementError, match="name two"):
            judge(record, kind, left, right)


def test_a_claim_that_is_read_otherwise_is_still_that_claim(record: Record) -> None:
    made = judge(record, K.SAME, "a", "b")
    newer = [replaced(CLAIMS["a"], detail="read by a newer version"), CLAIMS["b"]]
    (found,), lost = CurrentClaims(record, [DOCUMENT], newer).resolve([made])
    assert lost == []
    assert {*found.left, *found.right} == {c.id for c in newer}
    assert (found.number, found.said) == (made.number, made.said)


def test_a_claim_of_the_page_as_it_is_read_now_is_found_by_its_words(record: Record) -> None:
    made = judge(record, K.SAME, "a", "b")
    document = replaced(DOCUMENT, headline="found by a newer version")
    newer = [claim_of(document, words) for words in "abc"]
    (found,), lost = CurrentClaims(record, [document], newer).resolve([made])
    assert lost == []
    assert {*found.left, *found.right} == {newer[0].id, newer[1].id}


def test_a_judgement_whose_claim_is_gone_is_kept_without_it(record: Record) -> None:
    made, other = judge(record, K.SAME, "a", "b"), judge(record, K.SAME_BODY, "Ana", "Ben")
    found, lost = CurrentClaims(record, [DOCUMENT], [CLAIMS["b"]]).resolve([made, other])
    assert (found, lost) == ([other], [made])
    two = [replaced(CLAIMS["a"], detail=d) for d in "xy"]  # which of them is not known
    assert CurrentClaims(record, [DOCUMENT], [*two, CLAIMS["b"]]).resolve([made])[1] == [made]


def test_what_is_left_of_many_claims_is_still_judged(record: Record) -> None:
    made = judge(record, K.SAME, "ab", "cd")
    (found,), lost = CurrentClaims(record, [DOCUMENT], [CLAIMS[w] for w in "acd"]).resolve([made])
    assert lost == []
    assert sorted((*found.left, *found.right)) == sorted(CLAIMS[w].id for w in "acd")


def change(record: Record, statement: str) -> None:
    connection = sqlite3.connect(record.path)
    with connection:
        connection.execute(statement)
    connection.close()


def tamper(record: Record, statement: str) -> str:
    change(record, statement)
    return record.verify().broken or ""


def test_a_judgement_that_is_deleted_is_missed(record: Record) -> None:
    judge(record, K.SAME, "a", "b")
    assert "is gone" in tamper(record, "DELETE FROM judgements")


def test_a_judgement_that_is_smuggled_in_is_named(record: Record) -> None:
    judge(record, K.SAME, "a", "b")
    made = replaced(next(iter(record.judgements())), by="Somebody Else", number=2)
    with record.writing() as writer:
        writer.add([made])
    assert f"judgement #2 ({made.id}): the ledger has no entry of it" == record.verify().broken


def test_a_judgement_that_is_changed_is_named(record: Record) -> None:
    judge(record, K.SAME, "a", "b")
    assert "does not hash to its id" in tamper(record, "UPDATE judgements SET verdict = 'not_same'")


def test_judgements_as_a_table(record: Record) -> None:
    pytest.importorskip("pyarrow", reason="the tables extra is not installed")
    made = judge(record, K.SAME, "a", "b")
    (row,) = record.judgements().table().to_pylist()
    assert (row["id"], row["verdict"], row["left"], row["by"]) == (made.id, "same", list(made.left), "Ana Ruiz")


def test_a_record_made_before_there_were_judgements_is_read(record: Record) -> None:
    change(record, "DROP TABLE judgements")
    with Record(record.path, read_only=True) as old:
        assert list(old.judgements()) == []
        assert old.verify().broken is None
        assert "judgement" not in old.counts()
        assert old.get("judgement-00") is None
    with Record(record.path) as upgraded:
        judge(upgraded, K.SAME, "a", "b")
        assert len(upgraded.judgements()) == 1


def test_many_judgements_are_looked_through_quickly() -> None:
    def made(number: int, kind: JudgementKind, left: int, right: int) -> Judgement:
        ids = f"claim-{left:05}", f"claim-{right:05}"
        return Judgement(
            number=number, verdict=kind, left=ids[:1], right=ids[1:], left_words="a", right_words="b", by="Ana Ruiz",
            date="2024-06-01",
        )  # fmt: skip

    kinds = (K.SAME, K.NOT_SAME, K.AGREES, K.CONFLICTS)
    held = [made(n, kinds[n % 4], 2 * n, 2 * n + 1) for n in range(1200)]
    start = time.process_time()
    assert contradicted(made(1201, K.SAME, 1, 10_000), held) == []
    assert contradicted(made(1201, K.NOT_SAME, 1, 0), held) == [held[0]]
    assert time.process_time() - start < 2
