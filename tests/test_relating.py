"""A record in which documents arrive: the same rows stand in any order, far stories are not looked at."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso import relating
from sayso.documents.formats.objects import read_object
from sayso.pipeline import ANNOTATED_ROWS, annotate, collate
from sayso.record import schema
from sayso.record.judgements import CurrentClaims, Judge, Side, in_force, keep
from sayso.record.store import Record, RecordError
from sayso.relating import pages_of, relate
from sayso.relations.index import candidates
from sayso.relations.stories import collator as stories
from sayso.stages import activity_of
from sayso.types import Annotated, Collated, Row
from sayso.vocab import JudgementKind

DAM = "ARVEL (Wire) - At least 12 people were killed when a dam broke near Arvel on Monday, the fire service said.\n"
TEXTS = {
    "post": DAM + "“The water came at night,” said Ana Ruiz, the mayor of Arvel. She added that help was late.",
    "courier": "Up to 30 people died in the flood at Arvel after the dam broke, according to Wire, citing the Arvel "
    "Watch network.\nThe ministry denied that the dam near Arvel had been neglected.",
    "blog": DAM + "“The water came at night,” said Ana Ruiz, the mayor of Arvel. She added that help was late.",
    "herald": "The mayor of Arvel, Ana Ruiz, said on Tuesday that 14 people were killed when the dam broke.\n" + DAM,
    "bank": "The central bank of Velstad left its main rate at 4.5 percent on Thursday, Governor Ole Brandt said.",
    "gazette": "Governor Ole Brandt said the central bank of Velstad may cut its main rate from 4.5 percent in June.",
    "mill": "A fire destroyed the Lindqvist paper mill in Sarnholm on Tuesday and two workers were missing, police "
    "said.\nFlames broke out in the drying hall at about nine in the evening.",
}


def annotated_page(label: str, text: str) -> Annotated:
    given = {"id": label, "text": text, "prose": True, "publisher": label.title(), "published": "2024-05-15"}
    reading = read_object(given)
    assert reading.page is not None
    return annotate(reading.page)


@pytest.fixture(scope="module")
def pages() -> list[Annotated]:
    return [annotated_page(label, text) for label, text in TEXTS.items()]


@pytest.fixture(autouse=True)
def small_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "ANCHORS", 2)
    monkeypatch.setattr(stories, "LARGEST", 3)
    monkeypatch.setattr(relating, "ENTERED", 2)
    monkeypatch.setattr(relating, "RENEWED", 2)


def arrive(record: Record, pages: Iterable[Annotated]) -> None:
    """Keeps annotated pages as a reading does."""
    activity = activity_of("annotate")
    for page in pages:
        with record.writing() as writer:
            writer.add([activity, page.document, *page.blocks, *page.credits])
            writer.add([row for name in ANNOTATED_ROWS for row in getattr(page, name)], activity)
            writer.stand(page.document.id, activity.stage, activity)
            writer.desk().arrive(page.document.id)


def standing(record: Record) -> dict[str, set[str]]:
    found = {"reuse": record.reuses(), "descent": record.descents(), "link": record.links()}
    found |= {"member": record.members(), "origin": record.origins()}
    return {kind: {row.id for row in rows} for kind, rows in found.items()}


def ids_of(found: Collated) -> dict[str, set[str]]:
    members = (*found.entities, *found.stories, *found.clusters)
    kinds: dict[str, Sequence[Row]] = {"reuse": found.reuses, "descent": found.descents, "link": found.links}
    kinds |= {"member": members, "origin": found.origins}
    return {kind: {row.id for row in rows} for kind, rows in kinds.items()}


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(len(TEXTS))), st.lists(st.integers(1, 3), max_size=3))
def test_any_order_of_arrival_ends_with_the_rows_of_all_at_once(
    pages: list[Annotated], tmp_path_factory: pytest.TempPathFactory, order: list[int], sizes: list[int]
) -> None:
    with Record(tmp_path_factory.mktemp("case") / "case.sayso") as record:
        left = [pages[number] for number in order]
        for size in [*sizes, len(left)]:
            arrive(record, left[:size])
            relate(record)
            left = left[size:]
        assert standing(record) == ids_of(collate(pages))
        assert record.verify().broken is None
        assert relate(record) == 0


def test_a_document_that_arrives_leaves_far_stories_alone(
    pages: Sequence[Annotated], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    *before, mill = pages
    later = annotated_page("echo", TEXTS["mill"])
    with Record(tmp_path / "case.sayso") as record:
        arrive(record, [*before, mill])
        relate(record)
        looked_at: set[str] = set()

        def noted(record: Record, documents: Any = None) -> list[Annotated]:
            found = pages_of(record, documents)
            looked_at.update(page.document.id for page in found)
            return found

        monkeypatch.setattr(relating, "pages_of", noted)
        arrive(record, [later])
        relate(record)
        assert looked_at == {mill.document.id, later.document.id}
        assert standing(record) == ids_of(collate([*pages, later]))


def test_what_is_judged_is_obeyed_and_undone_where_it_is_about(pages: list[Annotated], tmp_path: Path) -> None:
    by_label = {page.document.label: page for page in pages}
    one, other = by_label["post"].claims[0], by_label["mill"].claims[0]
    with Record(tmp_path / "case.sayso") as record:
        arrive(record, pages)
        relate(record)
        before = standing(record)
        current = CurrentClaims(record, record.documents(), record.claims())
        sides = Side((one.id,), "one"), Side((other.id,), "other")
        judge = Judge("Mara Lind", "2024-05-20")
        keep(record, JudgementKind.SAME, sides, judge, "2024-05-20T00:00:00+00:00", current)
        relate(record)
        judged = standing(record)
        assert judged == ids_of(collate(pages, judgements=in_force(record.judgements())))
        assert judged != before
        later = annotated_page("echo", TEXTS["mill"])
        arrive(record, [later])
        relate(record)
        assert standing(record) == ids_of(collate([*pages, later], judgements=in_force(record.judgements())))


def test_another_version_relates_all_again(pages: list[Annotated], tmp_path: Path, monkeypatch: Any) -> None:
    with Record(tmp_path / "case.sayso") as record:
        arrive(record, pages[:3])
        relate(record)
        before = standing(record)
        monkeypatch.setattr("sayso.stages.__version__", "0.0.0")
        relate(record)
        assert standing(record) == before
        assert len({a.version for a in record.activities() if a.stage == "collate"}) == 2


def test_a_record_of_schema_1_is_brought_up_to_date(pages: list[Annotated], tmp_path: Path) -> None:
    path = tmp_path / "old.sayso"
    with Record(path) as record:
        arrive(record, pages)
        relate(record)
        wanted = standing(record)
    old = {"capture", "content", "ledger", "about", "made", "standing"}
    with closing(sqlite3.connect(path)) as connection, connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in set(names) - {table.name for table in schema.TABLES.values()} - old:
            if not name.startswith(("words", "sqlite_")):
                connection.execute(f"DROP TABLE {name}")
        connection.execute("DROP INDEX documents_capture")
        connection.execute("UPDATE about SET value = '1' WHERE name = 'schema'")
    with pytest.raises(RecordError, match="made by an earlier Sayso"):
        Record(path, read_only=True)
    with Record(path) as record:
        relate(record)
        assert standing(record) == wanted
    with Record(path, read_only=True) as record:
        assert record.verify().broken is None


@pytest.mark.parametrize("version", [2, 3])
def test_a_record_of_an_earlier_schema_is_related_anew(pages: list[Annotated], tmp_path: Path, version: int) -> None:
    """Its index is in other tables, and some documents may wait to be related already."""
    path = tmp_path / "old.sayso"
    with Record(path) as record:
        arrive(record, pages[:-1])
        relate(record)
        arrive(record, pages[-1:])
    with closing(sqlite3.connect(path)) as connection, connection:
        for name in ("passage_segments", "passage_chunks", "subject_segments", "subject_chunks"):
            connection.execute(f"DROP TABLE {name}")
        connection.execute("CREATE TABLE passage_postings (key BIGINT)")
        connection.execute("INSERT INTO stands SELECT 'pairs', id FROM reuses")
        connection.execute("UPDATE about SET value = ? WHERE name = 'schema'", (str(version),))
    with pytest.raises(RecordError, match="made by an earlier Sayso"):
        Record(path, read_only=True)
    with Record(path) as record:
        relate(record)
        assert standing(record) == ids_of(collate(pages))
    with closing(sqlite3.connect(path)) as connection:
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'passage_postings'").fetchall()
        assert not connection.execute("SELECT 1 FROM stands WHERE scope = 'pairs'").fetchall()
