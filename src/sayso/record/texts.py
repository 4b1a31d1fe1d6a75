"""The words of a record's documents, for comparing texts, with a cache of those used lately."""

from __future__ import annotations

import contextlib
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from sayso.record import schema
from sayso.record.desk import Desk
from sayso.record.store import AT_ONCE, Record
from sayso.relations.index.candidates import Pair
from sayso.relations.index.postings import id_of, number_of
from sayso.relations.reuse.wording import Words, read_bodies
from sayso.vocab import Zone

#: Bytes of texts and words that are cached: of those asked for last, which also keep what comparing them needs (three
#: times as much again); and of older ones, without that. Copies are published close in time, so most texts are soon
#: asked for again.
RECENT, OLDER = 40 << 20, 240 << 20


class TextColumns(NamedTuple):
    """The columns of a document that comparing needs; making the whole row would cost as much as reading the words."""

    id: str
    text: str
    headline: str | None
    publisher: str | None
    label: str | None


class Texts:
    """The words of a record's documents; implements the ``Library`` of ``sayso.relations.reuse``."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.desk: Desk | None = None
        self._recent: dict[int, Words] = {}  # by when they were asked for, the latest last
        self._older: dict[int, Words] = {}
        self._sizes = {"recent": 0, "older": 0}

    def words(self, documents: Iterable[int]) -> Mapping[int, Words]:
        asked = sorted(set(documents))
        found = {number: words for number in asked if (words := self._taken(number)) is not None}
        for words in self._read([number for number in asked if number not in found]):
            found[number_of(words.document.id)] = words
        for number, words in found.items():
            self._recent[number] = words
            self._sizes["recent"] += words.size
        self._settle(len(found))
        return found

    def sharing(self, documents: Iterable[int]) -> set[Pair]:
        return set(self.desk.sharing(documents)) if self.desk is not None else set()

    def _taken(self, number: int) -> Words | None:
        """Takes the words of a document out of the cache; None if they are not there."""
        for name, held in (("recent", self._recent), ("older", self._older)):
            if number in held:
                self._sizes[name] -= held[number].size
                return held.pop(number)
        return None

    def _settle(self, used: int) -> None:
        """Trims the cache to its bounds; the last ``used`` texts stay in any case."""
        while self._sizes["recent"] > RECENT and len(self._recent) > used:
            number = next(iter(self._recent))
            words = self._recent.pop(number)
            words.shed()
            self._older[number] = words
            self._sizes["recent"] -= words.size
            self._sizes["older"] += words.size
        while self._sizes["older"] > OLDER:
            self._sizes["older"] -= self._older.pop(next(iter(self._older))).size

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A connection for reading documents: that of the transaction that relates them, if there is one, since every
        write invalidates the page cache of the others."""
        if self.desk is not None:
            yield self.desk.connection
        else:
            with self.record.reading() as connection:
                yield connection

    def _read(self, numbers: Sequence[int]) -> list[Words]:
        documents, blocks = schema.TABLES["document"].c, schema.TABLES["block"].c
        columns = [documents[name] for name in TextColumns._fields]
        out: list[Words] = []
        ids = sorted(id_of("document", number) for number in numbers)
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            with self._reading() as connection:
                body = select(blocks.of_document, blocks.span).where(
                    blocks.of_document.in_(some), blocks.zone == Zone.BODY.value
                )
                lines = sorted((line.of_document, line.span) for line in connection.execute(body))
                read = connection.execute(select(*columns).where(documents.id.in_(some)).order_by(documents.id))
                texts = [TextColumns(*line) for line in read]
            ranges = {
                document: [_ends(span) for _, span in found]
                for document, found in itertools.groupby(lines, key=lambda line: line[0])
            }
            out += read_bodies((one, ranges.get(one.id, [])) for one in texts)
        return out


def _ends(span: str) -> tuple[int, int]:
    """Start and end of a span, from the column that holds it."""
    _, start, end = json.loads(span)
    return start, end
