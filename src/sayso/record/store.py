"""A record: one SQLite file that only grows."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, func, inspect, select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DatabaseError

from sayso import types
from sayso.record import evidence, judgements, related, schema, versions
from sayso.record.engine import engine_of
from sayso.record.pairs import Pairs
from sayso.record.rows import RowSource
from sayso.record.writer import Writer
from sayso.types import Activity, Row

R = TypeVar("R", bound=Row)

#: Kinds of rows that always stand, whatever came later.
LASTING = ("capture", "document", "block", "credit", "activity", "problem", "judgement")
#: Kinds of rows about several documents.
RELATED = ("reuse", "descent", "link", "member", "origin")
#: How many ids one query asks for.
AT_ONCE = 500


class RecordError(RuntimeError):
    """A record cannot be opened, read or written. The message says what to do."""


class ForeignError(RecordError):
    """The file is no record that this version can use: something else, damaged, or of another version."""


class AmbiguousError(RecordError):
    """Several rows have ids that begin like the one asked for."""


class Record(RowSource):
    """Everything kept about a case, in one file. Use as a context manager, or call :meth:`close`.

    ``read_only`` opens an existing record without writing to it; ``create=False`` refuses to make a new one. Raises
    RecordError if the file is missing, cannot be written or is locked, and ForeignError if it is no record, or one that
    this version cannot use.
    """

    def __init__(self, path: str | Path, *, read_only: bool = False, create: bool = True):
        self.path = Path(path)
        self.read_only = read_only
        exists = self.path.exists()
        if not exists and (read_only or not create):
            raise RecordError(f"no record at {self.path}; make one with: sayso read PATH… --record {self.path}")
        if exists and self.path.is_dir():
            raise ForeignError(f"{self.path} is a folder; name a file, such as {self.path / 'case.sayso'}")
        if exists and not read_only and not os.access(self.path, os.W_OK):
            raise RecordError(f"{self.path} is read-only; choose another with --record, or change its permissions")
        self._engine = engine_of(self.path, self.read_only)
        self._writing = self._engine.execution_options(writes=True)
        try:
            with self._guarded():
                self._prepare(exists)
        except BaseException:
            self._engine.dispose()
            raise

    def _prepare(self, exists: bool) -> None:
        with self._engine.connect() as connection:
            tables = inspect(connection).get_table_names()
        # an earlier Sayso may have had fewer kinds of rows
        self._tables = {k: t for k, t in schema.TABLES.items() if not self.read_only or t.name in tables}
        if self.read_only and not tables:
            raise RecordError(f"{self.path} is empty; make it a record with: sayso read PATH… --record {self.path}")
        if exists and tables and "about" not in tables:
            raise ForeignError(f"{self.path} is a database, but not a record of Sayso")
        if not self.read_only:
            with self._writing.begin() as connection:
                schema.metadata.create_all(connection)
                connection.execute(
                    sqlite.insert(schema.about)
                    .values([{"name": "schema", "value": str(schema.SCHEMA_VERSION)}])
                    .on_conflict_do_nothing()
                )
                connection.execute(
                    text("CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(id UNINDEXED, headline, body)")
                )
        with self._engine.connect() as connection:
            found = versions.version_of(connection)
            reason = versions.unlike(connection, self._tables) or versions.apart(found, self.read_only)
        if reason is not None:
            raise ForeignError(f"{self.path} was made by {reason}")
        if found < schema.SCHEMA_VERSION:
            with self._writing.begin() as connection:
                versions.bring_up_to_date(connection)

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        """Turns errors of the database into messages that say what to do."""
        try:
            yield
        except (DatabaseError, sqlite3.Error) as error:
            said = str(getattr(error, "orig", None) or error)
            if "not a database" in said or "malformed" in said:
                damaged = f"{self.path} is not a record, or is damaged; restore it from a copy ({said})"
                raise ForeignError(damaged) from error
            if "readonly" in said or "unable to open" in said:
                advice = "cannot be written; choose another place with --record"
            elif "full" in said or "I/O" in said:
                advice = "cannot grow: the disk is full or failing; what was kept before is whole"
            elif "locked" in said:
                advice = "is being written by another process; try again when it is done"
            else:
                advice = "could not be used"
            raise RecordError(f"{self.path} {advice} ({said})") from error

    def __enter__(self) -> Record:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._engine.dispose()

    def __repr__(self) -> str:
        return f"<Record of {self.path}>"

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for reading."""
        with self._guarded(), self._engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Writer]:
        """One transaction: everything that is written inside is kept, or nothing."""
        if self.read_only:
            raise RecordError(f"{self.path} was opened read-only")
        with self._guarded(), self._writing.begin() as connection:
            yield Writer(connection)

    def _standing(self, cls: type[Row]) -> Select[Any]:
        """The query for the rows of a kind that stand, in the order they were first kept."""
        table = self._tables[cls.kind]
        query = select(table).order_by(text(f"{table.name}.rowid"))
        if cls.kind in RELATED:
            made = select(related.stands.c.row_id).where(related.stands.c.row_id == table.c.id).exists()
            if cls is types.Reuse:
                return query.where(made | table.c.place.in_(select(related.sharing.c.row)))
            return query.where(made)
        if cls.kind in LASTING:
            return query
        stands = (
            select(schema.made.c.row_id)
            .join(schema.standing, schema.standing.c.activity_id == schema.made.c.activity_id)
            .where(schema.made.c.row_id == table.c.id, schema.standing.c.scope == table.c.of_document)
        )
        return query.where(stands.exists())

    def _rows(self, cls: type[R], query: Select[Any]) -> Iterator[R]:
        with self.reading() as connection:
            for line in connection.execute(query).mappings():
                row = schema.unpacked(cls.kind, line)
                assert isinstance(row, cls)
                yield row

    def iterate(self, cls: type[R], document_id: str | None = None) -> Iterator[R]:
        """The rows of a kind that stand, in the order in which they were first kept, without superseded ones."""
        if cls.kind in self._tables:
            yield from self._rows(cls, self._asked(cls, document_id))

    def count(self, cls: type[Row], document_id: str | None = None) -> int:
        """How many rows :meth:`iterate` gives."""
        if cls.kind not in self._tables:
            return 0
        counted = select(func.count()).select_from(self._asked(cls, document_id).order_by(None).subquery())
        with self.reading() as connection:
            return connection.execute(counted).scalar() or 0

    def _asked(self, cls: type[Row], document_id: str | None) -> Select[Any]:
        query = self._standing(cls)
        return query if document_id is None else query.where(self._tables[cls.kind].c.of_document == document_id)

    def of_documents(self, cls: type[R], documents: Iterable[str]) -> Iterator[R]:
        """The rows of a kind that stand and are about these documents, in the order in which they were first kept."""
        asked, table = sorted(set(documents)), self._tables[cls.kind]
        for start in range(0, len(asked), AT_ONCE):
            yield from self._rows(
                cls, self._standing(cls).where(table.c.of_document.in_(asked[start : start + AT_ONCE]))
            )

    def take(self, cls: type[R], ids: Iterable[str]) -> Iterator[R]:
        """The rows with these ids, whether they stand or not, by id."""
        if cls is types.Reuse:
            with self.reading() as connection:
                places = Pairs(connection).places(ids)
            yield from (row for row in self.pairs_at(places.values()) if isinstance(row, cls))
            return
        asked, table = sorted(set(ids)), self._tables[cls.kind]
        for start in range(0, len(asked), AT_ONCE):
            some = select(table).where(table.c.id.in_(asked[start : start + AT_ONCE])).order_by(table.c.id)
            yield from self._rows(cls, some)

    def pairs_at(self, places: Iterable[int]) -> Iterator[types.Reuse]:
        """The rows of shared text at these places, whether they stand or not, by id."""
        asked, table = sorted(set(places)), self._tables["reuse"]
        found: list[types.Reuse] = []
        for start in range(0, len(asked), AT_ONCE):
            some = select(table).where(table.c.place.in_(asked[start : start + AT_ONCE]))
            found += self._rows(types.Reuse, some)
        yield from sorted(found, key=attrgetter("id"))

    def of_capture(self, capture_id: str) -> list[types.Document]:
        """The documents that were read from a capture, by this or an earlier version of Sayso."""
        table = self._tables["document"]
        return list(self._rows(types.Document, select(table).where(table.c.capture_id == capture_id)))

    def get(self, row_id: str) -> Row | None:
        """The row with this id, or the only one whose id begins so; None if there is none.

        Raises AmbiguousError if several ids begin so.
        """
        kind = row_id.rpartition("-")[0]
        table = self._tables.get(kind)
        if table is None:
            return None
        with self.reading() as connection:
            begins = table.c.id.startswith(row_id, autoescape=True)
            if kind == types.Reuse.kind:
                begins = table.c.place.in_(Pairs(connection).beginning(row_id)[:3])
            found = connection.execute(select(table).where(begins).limit(3)).mappings().all()
        if len(found) > 1:
            raise AmbiguousError(f"several ids begin with {row_id}: {', '.join(line['id'] for line in found)} …")
        return schema.unpacked(kind, found[0]) if found else None

    def makers(self, row_id: str) -> list[Activity]:
        """The activities that yielded a row, in the order in which they first ran."""
        table = schema.TABLES["activity"]
        with self.reading() as connection:
            of_pair = Pairs(connection).makers(row_id) if row_id.startswith(f"{types.Reuse.kind}-") else []
            made = select(schema.made.c.activity_id).where(schema.made.c.row_id == row_id)
            query = select(table).where(table.c.id.in_(made) | table.c.id.in_(of_pair))
            query = query.order_by(text("activitys.rowid"))
            found = (schema.unpacked("activity", line) for line in connection.execute(query).mappings())
            return [row for row in found if isinstance(row, Activity)]

    def stands(self, scope: str, stage: str, activity_id: str) -> bool:
        """Whether the rows that stand for a stage and a scope are those of this activity."""
        key = (schema.standing.c.scope == scope) & (schema.standing.c.stage == stage)
        with self.reading() as connection:
            return connection.execute(select(schema.standing.c.activity_id).where(key)).scalar() == activity_id

    def bytes_of(self, digest: str) -> bytes:
        """The captured bytes with this SHA-256; raises KeyError or ValueError as ``evidence.bytes_of`` does."""
        with self.reading() as connection:
            return evidence.bytes_of(connection, digest)

    def verify(self) -> evidence.Finding:
        """Re-checks the ledger and every row; see ``evidence.verify``."""
        with self.reading() as connection:
            damage = connection.execute(text("PRAGMA integrity_check(1)")).scalar()
            if damage != "ok":
                return evidence.Finding(0, 0, "", f"the database file itself is damaged: {damage}")
            found = evidence.verify(connection, self._tables)
            if found.broken is None and "judgement" in self._tables:
                found = found._replace(broken=judgements.check(connection))
            return found

    def counts(self) -> dict[str, int]:
        """How many rows of each kind are kept, including superseded ones."""
        with self.reading() as connection:
            tables = self._tables.items()
            return {k: connection.execute(select(func.count()).select_from(t)).scalar() or 0 for k, t in tables}

    def search(self, words: str, limit: int = 50) -> list[str]:
        """The ids of at most ``limit`` documents whose headline or body has all the words, best first."""
        query = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not query:
            return []
        with self.reading() as connection:
            found = connection.execute(
                text("SELECT id FROM words WHERE words MATCH :query ORDER BY rank, id LIMIT :limit"),
                {"query": query, "limit": limit},
            )
            return [line.id for line in found]


def now() -> str:
    """The present time as captures and activities hold it: ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")
