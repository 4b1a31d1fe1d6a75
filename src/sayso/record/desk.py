"""The bookkeeping of how a record's documents are related, so that new ones change only what they touch.

All of it follows from documents and judgements and can be rebuilt from them. It is written in the transaction of the
rows it is about. Documents are numbers here (``sayso.relations.index.postings.number_of``).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from sayso.outlets import traces
from sayso.record.engine import cursor_of
from sayso.record.shelves import Shelf
from sayso.relations.index.candidates import Pair
from sayso.relations.stories.subjects import Subject

#: Tables that are emptied when everything is to be related again.
MADE_ANEW = ("sharing", "beside", "placed", "outlets", "waiting", "obeyed", "stands")


class Desk:
    """The bookkeeping tables in one transaction; implements the ``Desk`` of ``sayso.relations.stories.collator``."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._cursor = cursor_of(connection)
        self.passages = Shelf(connection, "passage")
        self.subjects = Shelf(connection, "subject")
        self.citations = Shelf(connection, "citation")

    def _all(self, query: str, *given: Any) -> list[Any]:
        return self._cursor.execute(query, given).fetchall()

    def _each(self, query: str, given: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
        """The lines that a query finds for each of the values, each with its value."""
        for value in sorted(set(given)):
            for line in self._cursor.execute(query, (value,)).fetchall():
                yield value, line

    def empty(self) -> None:
        """Forgets all relations, and queues every annotated document again."""
        for shelf in (self.passages, self.subjects, self.citations):
            shelf.empty()
        for table in MADE_ANEW:
            self._cursor.execute(f"DELETE FROM {table}")
        self._cursor.execute(
            "INSERT OR IGNORE INTO arrived (document) SELECT scope FROM standing WHERE stage = 'annotate'"
        )

    # The queue of documents.

    def arrive(self, document_id: str) -> None:
        """Queues an annotated document to be related."""
        self._cursor.execute("INSERT OR IGNORE INTO arrived (document) VALUES (?)", (document_id,))

    def arrived(self, limit: int) -> list[str]:
        """The first ``limit`` documents of the queue, by id."""
        found = self._all("SELECT document FROM arrived ORDER BY document LIMIT ?", limit)
        return [document for (document,) in found]

    def related(self, documents: Iterable[str]) -> None:
        """Takes documents off the queue."""
        self._cursor.executemany("DELETE FROM arrived WHERE document = ?", [(d,) for d in documents])

    # Pairs that share text.

    def sharing(self, documents: Iterable[int]) -> dict[Pair, int]:
        """The pairs that one of the documents belongs to, lower number first, each with the place of its row."""
        places = self.passages.places(documents)
        found: dict[Pair, int] = {}
        for one, (other, row) in self._each("SELECT other, row FROM sharing WHERE one = ?", places.values()):
            found[one, other] = row
        for other, (one, row) in self._each("SELECT one, row FROM sharing WHERE other = ?", places.values()):
            found[one, other] = row
        numbers = {place: number for number, place in places.items()}
        numbers |= self.passages.numbers({place for pair in found for place in pair} - numbers.keys())
        out: dict[Pair, int] = {}
        for (one, other), row in found.items():
            low, high = sorted((numbers[one], numbers[other]))
            out[low, high] = row
        return out

    def share(self, rows: Mapping[Pair, int]) -> None:
        """Notes the place of the row of each pair, replacing any earlier one; both documents must have been entered."""
        lines = sorted((*places, rows[pair]) for pair, places in self._placed(rows))
        self._cursor.executemany("INSERT OR REPLACE INTO sharing (one, other, row) VALUES (?, ?, ?)", lines)

    def unshare(self, pairs: Iterable[Pair]) -> None:
        """Drops pairs that no longer share text."""
        lines = sorted({places for _, places in self._placed(list(pairs))})
        self._cursor.executemany("DELETE FROM sharing WHERE one = ? AND other = ?", lines)

    def _placed(self, pairs: Collection[Pair]) -> Iterator[tuple[Pair, Pair]]:
        """The pairs, each with the places of its documents, lower first."""
        places = self.passages.places(number for pair in pairs for number in pair)
        for pair in pairs:
            one, other = places[pair[0]], places[pair[1]]
            yield pair, ((one, other) if one < other else (other, one))

    # Stories: the methods of ``sayso.relations.stories.collator.Desk``, which documents them.

    def tell(self, told: Mapping[int, Subject]) -> None:
        """Notes what documents are about."""
        lines = [
            (
                number,
                one.date,
                json.dumps([one.words, one.outlet, one.named], ensure_ascii=False, separators=(",", ":")),
            )
            for number, one in sorted(told.items())
        ]
        self._cursor.executemany("INSERT OR IGNORE INTO placed (document, date, words) VALUES (?, ?, ?)", lines)

    def told(self, documents: Iterable[int]) -> dict[int, Subject]:
        query = "SELECT date, words FROM placed WHERE document = ?"
        held = {number: (date, json.loads(about)) for number, (date, about) in self._each(query, documents)}
        return {n: Subject(date, words, outlet, tuple(named)) for n, (date, (words, outlet, named)) in held.items()}

    def beside(self, document: int) -> Mapping[int, float]:
        return dict(self._all("SELECT other, likeness FROM beside WHERE one = ?", document))

    def join(self, pairs: Mapping[Pair, float]) -> None:
        both = [(a, b, alike) for (one, other), alike in pairs.items() for a, b in ((one, other), (other, one))]
        self._cursor.executemany("INSERT OR IGNORE INTO beside (one, other, likeness) VALUES (?, ?, ?)", sorted(both))

    def sever(self, pairs: Iterable[Pair]) -> None:
        both = [pair for one, other in pairs for pair in ((one, other), (other, one))]
        self._cursor.executemany("DELETE FROM beside WHERE one = ? AND other = ?", sorted(both))

    def part_of(self, documents: Iterable[int]) -> dict[int, list[int]]:
        query = "SELECT part FROM placed WHERE document = ? AND part IS NOT NULL"
        parts = {number: part for number, (part,) in self._each(query, documents)}
        held: dict[int, list[int]] = defaultdict(list)
        for part, (number,) in self._each("SELECT document FROM placed WHERE part = ?", parts.values()):
            held[part].append(number)
        return {number: sorted(held[part]) for number, part in parts.items()}

    def story_of(self, documents: Iterable[int]) -> dict[int, str]:
        query = "SELECT story FROM placed WHERE document = ? AND story IS NOT NULL"
        return {number: story for number, (story,) in self._each(query, documents)}

    def held_by(self, documents: Iterable[int]) -> dict[int, float]:
        query = "SELECT held_by FROM placed WHERE document = ? AND held_by IS NOT NULL"
        return {number: least for number, (least,) in self._each(query, documents)}

    def place(self, part: int, held_by: float, stories: Mapping[str, Sequence[int]]) -> None:
        lines = [(part, held_by, story, number) for story, held in sorted(stories.items()) for number in held]
        self._cursor.executemany("UPDATE placed SET part = ?, held_by = ?, story = ? WHERE document = ?", lines)

    def in_story(self, story: str) -> list[int]:
        """The documents of a story, ascending."""
        return [number for (number,) in self._all("SELECT document FROM placed WHERE story = ? ORDER BY 1", story)]

    # Outlets, by the traces of their names.

    def learn(self, outlets: Iterable[tuple[str, bool]]) -> set[str]:
        """Notes outlets, and whether each published a document; returns the traces that are new."""
        query = "INSERT OR IGNORE INTO outlets (trace, name, published) VALUES (?, ?, ?)"
        lines = [(trace, *shown) for shown in sorted(set(outlets)) for trace in sorted(traces(shown[0]))]
        return {line[0] for line in lines if self._cursor.execute(query, line).rowcount}

    def outlets(self, known_by: Iterable[str]) -> dict[str, bool]:
        """The outlets with one of these traces, sorted, and whether each published a document."""
        query = "SELECT name, published FROM outlets WHERE trace = ?"
        return {name: bool(published) for name, published in sorted(line for _, line in self._each(query, known_by))}

    # The queue of stories, and the rows that stand.

    def wait(self, stories: Iterable[str]) -> None:
        """Queues stories whose relations are to be made anew."""
        self._cursor.executemany("INSERT OR IGNORE INTO waiting (story) VALUES (?)", [(s,) for s in sorted(stories)])

    def wait_for_all(self) -> None:
        """Queues all stories."""
        self._cursor.execute("INSERT OR IGNORE INTO waiting (story) SELECT DISTINCT story FROM placed")

    def waiting(self, limit: int) -> list[str]:
        """The first ``limit`` stories of the queue, by id."""
        return [story for (story,) in self._all("SELECT story FROM waiting ORDER BY story LIMIT ?", limit)]

    def clear(self, story: str) -> None:
        """Lets no row of a story stand any longer, and takes it off the queue."""
        self._cursor.execute("DELETE FROM stands WHERE scope = ?", (story,))
        self._cursor.execute("DELETE FROM waiting WHERE story = ?", (story,))

    def stand(self, scope: str, row_ids: Iterable[str]) -> None:
        """Lets the rows stand that were made for a scope."""
        lines = [(scope, row_id) for row_id in sorted(set(row_ids))]
        self._cursor.executemany("INSERT OR IGNORE INTO stands (scope, row_id) VALUES (?, ?)", lines)

    def obeyed(self) -> dict[str, list[str]]:
        """The judgements that the relations obey, by id, each with the claims it is about."""
        found = self._all("SELECT judgement, claims FROM obeyed")
        return {judgement: json.loads(claims) for judgement, claims in found}

    def obey(self, judgements: Mapping[str, Sequence[str]]) -> None:
        """Notes which judgements the relations obey now."""
        self._cursor.execute("DELETE FROM obeyed")
        lines = [(judgement, json.dumps(list(claims))) for judgement, claims in sorted(judgements.items())]
        self._cursor.executemany("INSERT INTO obeyed (judgement, claims) VALUES (?, ?)", lines)
