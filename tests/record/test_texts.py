"""Words that come from a record are those of the rows, whatever was let go of in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.record import texts
from sayso.record.store import Record
from sayso.record.texts import Texts
from sayso.relations.index.postings import number_of
from sayso.relations.reuse.wording import read_words
from sayso.types import Block, Document, Span
from sayso.vocab import Zone

LINES = ("Menu", "The ferry to Tarven left “an hour late” on Monday.", "It was full of miners.", "All rights reserved.")


def page(number: int) -> tuple[Document, list[Block]]:
    text = "\n".join([*LINES, f"The {number} of us waited in the rain at Osk."])
    document = Document(
        capture_id=f"capture-{number}", uri="memory:", text=text, headline=f"Ferry {number}", publisher="Coast Mail"
    )
    starts = [text.index(line) for line in text.split("\n")]
    zones = (Zone.TEASER, Zone.BODY, Zone.BODY, Zone.LICENCE, Zone.BODY)
    ends = [start + len(line) for start, line in zip(starts, text.split("\n"), strict=True)]
    return document, [
        Block(span=Span(document.id, start, end), zone=zone)
        for start, end, zone in zip(starts, ends, zones, strict=True)
    ]


@pytest.mark.parametrize(("recent", "older"), [(1 << 20, 1 << 20), (7000, 7000), (1, 10_000), (1, 1)])
def test_words_are_those_of_the_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, recent: int, older: int) -> None:
    monkeypatch.setattr(texts, "RECENT", recent)
    monkeypatch.setattr(texts, "OLDER", older)
    pages = {number_of(document.id): (document, blocks) for document, blocks in map(page, range(12))}
    numbers = sorted(pages)
    with Record(tmp_path / "case.sayso") as record:
        with record.writing() as writer:
            writer.add([row for document, blocks in pages.values() for row in (document, *blocks)])
        library = Texts(record)
        for asked in (numbers[:5], numbers[3:4], numbers[4:], numbers[:2], numbers, [7]):
            found = library.words(asked)
            assert sorted(found) == [number for number in asked if number in pages]
            for number, words in found.items():
                rows = read_words(*pages[number])
                assert words.ids == rows.ids
                assert words.places == rows.places
                assert words.sieve.tolist() == rows.sieve.tolist()
                assert words.keys.tolist() == rows.keys.tolist()
                assert words.fingerprints.keys.tolist() == rows.fingerprints.keys.tolist()
                assert words.document.publisher == "Coast Mail"
            kept = [*library._recent.values(), *library._older.values()]
            assert sum(words.size for words in library._older.values()) <= older
            assert library._sizes == {
                "recent": sum(words.size for words in library._recent.values()),
                "older": sum(words.size for words in library._older.values()),
            }
            assert len(kept) == len({words.document.id for words in kept})
