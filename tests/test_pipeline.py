"""The pipeline: same input, same rows, in any order, with any number of processes; one bad document stops nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso import pipeline
from sayso.collating import COLLATORS
from sayso.documents.formats.files import read
from sayso.documents.formats.objects import read_object
from sayso.documents.page import Page
from sayso.pipeline import ANNOTATORS, annotate, annotate_all, collate, read_into, relate
from sayso.record.store import Record
from sayso.relating import pages_of
from sayso.spans import overlap
from sayso.stages import Stage, needed
from sayso.types import Annotated, Collated, Row, spans_of

LEAD = "ARVEL (Wire) - At least 12 people were killed when a dam broke near Arvel on Monday, the fire service said.\n"
TEXTS = {
    "post": LEAD + "“The water came at night,” said Ana Ruiz, the mayor. She added that help was late.",
    "courier": "Up to 30 people died in the flood at Arvel, according to Wire, citing the Arvel Watch network.\n"
    "The ministry denied that the dam had been neglected.",
    "blog": LEAD + "“The water came at night,” said Ana Ruiz, the mayor. She added that help was late.\n© 2024 Wire",
    "other": "The central bank of Velstad left its main rate at 4.5 percent on Thursday, Governor Ole Brandt said.",
}


def page_of(label: str, text: str) -> Page:
    reading = read_object({"id": label, "text": text, "prose": True, "publisher": label, "published": "2024-05-15"})
    assert reading.page is not None
    return reading.page


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return [page_of(label, text) for label, text in TEXTS.items()]


@pytest.fixture(scope="module")
def annotated(pages: list[Page]) -> list[Annotated]:
    return [annotate(page) for page in pages]


def rows_of(bundle: Annotated | Collated) -> list[Row]:
    return [row for part in bundle if isinstance(part, tuple) for row in part]


def test_every_stage_reads_what_an_earlier_one_yields() -> None:
    names = {"document", "blocks", "credits"}
    for stage in ANNOTATORS:
        assert set(stage.reads) <= names, stage
        names |= set(stage.yields.split())
    names = {"documents", "judgements", "told_of", "outlets"} | names - {"document", "parse", "tagged", "quantities"}
    for stage in COLLATORS:
        assert set(stage.reads) <= names, stage
        names |= set(stage.yields.split())


def test_no_stage_fails(annotated: list[Annotated]) -> None:
    assert [p for page in annotated for p in page.problems] == []
    assert collate(annotated).problems == ()


def test_every_span_lies_in_its_document(annotated: list[Annotated]) -> None:
    for page in annotated:
        for row in rows_of(page):
            for span in spans_of(row):
                assert span.document_id == page.document.id
                assert 0 <= span.start <= span.end <= len(page.document.text), row


def test_the_same_page_gives_the_same_rows(pages: list[Page], annotated: list[Annotated]) -> None:
    for page, before in zip(pages, annotated, strict=True):
        again = annotate(page)
        assert again == before
        assert [r.id for r in rows_of(again)] == [r.id for r in rows_of(before)]


def test_company_does_not_change_a_page(pages: list[Page], annotated: list[Annotated]) -> None:
    assert list(annotate_all(reversed(pages))) == annotated[::-1]


def test_processes_do_not_change_a_row(pages: list[Page], annotated: list[Annotated]) -> None:
    assert list(annotate_all(pages, workers=2)) == annotated


def test_the_order_of_documents_does_not_matter(annotated: list[Annotated]) -> None:
    first = collate(annotated)
    shuffled = list(annotated)
    for seed in range(4):
        random.Random(seed).shuffle(shuffled)
        assert collate(shuffled) == first


def test_a_document_counts_once(annotated: list[Annotated]) -> None:
    assert collate([*annotated, annotated[0]]) == collate(annotated)


def test_only_the_wanted_stages_are_run() -> None:
    assert [s.yields for s in needed(ANNOTATORS, ("timexes",))] == ["parse", "timexes"]
    assert needed(ANNOTATORS, ()) == []
    assert needed(ANNOTATORS, None) == list(ANNOTATORS)


def test_wanting_less_changes_nothing(pages: list[Page], annotated: list[Annotated]) -> None:
    assert annotate(pages[0], ("timexes",)).timexes == annotated[0].timexes


def test_a_failing_stage_is_a_problem_and_nothing_more(
    pages: list[Page], annotated: list[Annotated], monkeypatch: pytest.MonkeyPatch
) -> None:
    def find_times(document: Any) -> list[Any]:
        raise ZeroDivisionError("on purpose")

    stages = [Stage(s.yields, find_times) if s.yields == "timexes" else s for s in ANNOTATORS]
    monkeypatch.setattr(pipeline, "ANNOTATORS", stages)
    page = annotate(pages[0])
    (problem,) = page.problems
    assert problem.stage == "timexes"
    assert "ZeroDivisionError: on purpose" in problem.reason
    assert page.timexes == ()
    assert page.mentions == annotated[0].mentions
    assert page.attributions == annotated[0].attributions


def test_another_language_is_kept_and_said() -> None:
    text = (
        "Der Bürgermeister sagte am Montag, der Damm sei sicher und werde nicht brechen, auch nicht bei Hochwasser. "
        * 3
    )
    reading = read_object({"id": "de", "text": text, "prose": True})
    assert reading.page is not None
    page = annotate(reading.page)
    assert page.document.language == "de"
    assert page.attributions == ()
    assert any("only English is annotated" in p.reason for p in page.problems)


def test_nothing_is_attributed_outside_prose(annotated: list[Annotated]) -> None:
    for page in annotated:
        prose = [(b.span.start, b.span.end) for b in page.blocks if b.zone.value in ("headline", "body", "caption")]
        for row in (*page.attributions, *page.claims, *page.events):
            for span in spans_of(row):
                assert any(overlap((span.start, span.end), block) for block in prose)


def folder_of(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for label, text in TEXTS.items():
        (folder / f"{label}.txt").write_text(text, encoding="utf-8")
    return folder


def test_reading_into_a_record_and_again(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    with Record(tmp_path / "case.sayso") as record:
        first = read_into(record, read(folder, now="2024-05-16T00:00:00+00:00"))
        assert first.new_documents == len(TEXTS)
        assert relate(record) > 0
        before = record.counts()
        again = read_into(record, read(folder, now="2024-05-17T00:00:00+00:00"))
        assert (again.new_documents, again.new_rows) == (0, 0)
        assert again.known_documents == len(TEXTS)
        assert relate(record) == 0
        assert record.counts() == before
        assert record.verify().broken is None


def test_a_record_gives_back_what_was_annotated(tmp_path: Path) -> None:
    with Record(tmp_path / "case.sayso") as record:
        read_into(record, read(folder_of(tmp_path)))
        held = {page.document.id: page for page in pages_of(record)}
        for reading in read(tmp_path / "pages"):
            assert reading.page is not None
            fresh, kept = annotate(reading.page), held[reading.page.document.id]
            for name in ("document", "blocks", "credits", *pipeline.ANNOTATED_ROWS):
                assert set_of(getattr(kept, name)) == set_of(getattr(fresh, name)), name


def set_of(value: Any) -> Any:
    return {row.id for row in value} if isinstance(value, tuple) else value


def test_a_second_reading_extends_the_relations(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    with Record(tmp_path / "in-two.sayso") as record:
        read_into(record, read(folder / "post.txt"))
        relate(record)
        read_into(record, read(folder))
        relate(record)
        in_two = {row.id for row in (*record.members(), *record.links(), *record.origins(), *record.descents())}
    with Record(tmp_path / "at-once.sayso") as record:
        read_into(record, read(folder))
        relate(record)
        at_once = {row.id for row in (*record.members(), *record.links(), *record.origins(), *record.descents())}
    assert in_two == at_once


def test_stopping_loses_at_most_the_document_in_hand(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)

    def stopped() -> Iterator[Any]:
        for number, reading in enumerate(read(folder)):
            if number == 2:
                raise KeyboardInterrupt
            yield reading

    with Record(tmp_path / "case.sayso") as record:
        with pytest.raises(KeyboardInterrupt):
            read_into(record, stopped())
        assert record.verify().broken is None
        kept = read_into(record, read(folder))
        assert kept.new_documents + kept.known_documents == len(TEXTS)
        assert kept.known_documents >= 1


def test_a_document_that_takes_too_long_is_kept_with_the_problem(pages, monkeypatch):
    def endless(document):
        while document:
            pass

    monkeypatch.setattr(pipeline, "ANNOTATORS", (Stage("mentions", endless), *ANNOTATORS[2:3]))
    monkeypatch.setattr(pipeline, "ANNOTATING", 0.1)
    found = annotate(pages[0], ("mentions",))
    assert found.mentions == ()
    assert "more than 0.1 seconds of CPU time" in found.problems[0].reason


def test_a_page_that_ended_its_process_is_kept_without_annotations(pages):
    found = pipeline.unannotated(pages[0])
    assert found.blocks == pages[0].blocks
    assert found.claims == ()
    assert [problem.stage for problem in found.problems] == ["annotate"]
