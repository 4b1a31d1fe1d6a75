"""What can be written to a record inside one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Connection, Table, insert, select, text
from sqlalchemy.dialects import sqlite

from sayso import types
from sayso.record import evidence, schema
from sayso.record.desk import Desk
from sayso.record.pairs import Pairs
from sayso.relations.index.candidates import Pair
from sayso.types import Activity, Capture, Reuse, Row

R = TypeVar("R", bound=Row)


class Writer:
    """The operations of one writing transaction."""

    def __init__(self, connection: Connection):
        self._connection = connection

    def _insert(self, table: Table, lines: Sequence[Mapping[str, object]]) -> int:
        """Adds the lines that are not there yet; returns how many were added."""
        if not lines:
            return 0
        statement = sqlite.insert(table).on_conflict_do_nothing()
        query = statement.compile(dialect=self._connection.dialect, column_keys=list(lines[0]))
        # the lines hold what the driver takes; letting SQLAlchemy convert each would cost more than writing it
        given = [tuple(line[name] for name in query.positiontup or ()) for line in lines]
        # what the database reports as added; counting the table would take longer with every document
        return max(0, self._connection.exec_driver_sql(str(query), given).rowcount)

    def held(self, cls: type[R]) -> list[R]:
        """The rows of a lasting kind as this transaction sees them, in the order in which they were kept."""
        table = schema.TABLES[cls.kind]
        lines = self._connection.execute(select(table).order_by(text(f"{table.name}.rowid"))).mappings()
        return [row for row in (schema.unpacked(cls.kind, line) for line in lines) if isinstance(row, cls)]

    def keep(self, capture: Capture, data: bytes) -> bool:
        """Adds a capture and its bytes; False if it was kept before."""
        new = evidence.keep(self._connection, capture, data)
        if new:
            self.add([capture])
        return new

    def add(self, rows: Iterable[Row], activity: Activity | None = None) -> int:
        """Adds the rows that are not there yet, and notes which activity yielded them; returns how many were new."""
        added = 0
        for kind, found in schema.by_kind(rows).items():
            if kind == Reuse.kind:
                added += self._add_pairs(found, activity)
                continue
            new = self._insert(schema.TABLES[kind], [schema.packed(row) for row in found])
            added += new
            if activity is not None:
                pairs = [{"activity_id": activity.id, "row_id": row.id, "row_kind": kind} for row in found]
                self._insert(schema.made, pairs)
        return added

    @cached_property
    def _pairs(self) -> Pairs:
        return Pairs(self._connection)

    def _add_pairs(self, rows: Sequence[Row], activity: Activity | None) -> int:
        """Adds rows of shared text, as :meth:`add` does."""
        new, known = self._pairs.enter([row.id for row in rows])
        lines = [{schema.PLACE: new[row.id], **schema.packed(row)} for row in rows if row.id in new]
        added = self._insert(schema.TABLES[Reuse.kind], lines)
        if activity is not None:
            self._pairs.made(activity.id, [*new.values(), *known])
        return added

    def places(self, rows: Mapping[Pair, Reuse]) -> dict[Pair, int]:
        """The places of rows of shared text that were added."""
        places = self._pairs.places(row.id for row in rows.values())
        return {pair: places[row.id] for pair, row in rows.items()}

    def index(self, document: types.Document, body: str) -> None:
        """Makes a document's words searchable."""
        known = self._connection.execute(text("SELECT 1 FROM words WHERE id = :id"), {"id": document.id}).first()
        if known is None:
            self._connection.execute(
                text("INSERT INTO words (id, headline, body) VALUES (:id, :headline, :body)"),
                {"id": document.id, "headline": document.headline or "", "body": body},
            )

    def desk(self) -> Desk:
        """The bookkeeping of relations, in this transaction."""
        return Desk(self._connection)

    def stand(self, scope: str, stage: str, activity: Activity) -> None:
        """Lets the rows of this activity stand for a stage and a scope."""
        key = {"scope": scope, "stage": stage}
        self._connection.execute(
            schema.standing.delete().where(schema.standing.c.scope == scope, schema.standing.c.stage == stage)
        )
        self._connection.execute(insert(schema.standing).values(activity_id=activity.id, **key))
