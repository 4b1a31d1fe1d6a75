"""How a record's file is opened: connections, when their transactions begin, and how much memory they may use."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from sayso.record.cache import drop_cache

#: SQLite's page cache of one connection, in KiB.
PAGE_CACHE = 64_000

#: Pages in the write-ahead log before it is checkpointed. Ids are hashes, so a transaction touches pages all over an
#: index of ids; a long log lets several transactions change a page before it is written back once.
CHECKPOINT = 32_000

#: Bytes that the write-ahead log is truncated to after a checkpoint; a large merge makes it longer.
LOG = 160 << 20


def _at_rest(path: Path) -> bool:
    """Whether the record's folder is read-only (a medium, a share) and no log is left to be read.

    Such a record is opened as immutable, since SQLite could not create its lock and log files there.
    """
    log = path.with_name(f"{path.name}-wal")
    return not os.access(path.absolute().parent, os.W_OK) and not (log.exists() and log.stat().st_size)


def cursor_of(connection: Connection) -> sqlite3.Cursor:
    """A cursor of the driver inside the connection's transaction, for hot paths where SQLAlchemy costs too much."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw.cursor()


def engine_of(path: Path, read_only: bool) -> Engine:
    """The database at a path."""

    def creator() -> sqlite3.Connection:
        location = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
        if read_only and _at_rest(path):
            location += "&immutable=1"
        return sqlite3.connect(location, uri=True, timeout=30, check_same_thread=False)

    # readers have connections of their own; last in, first out, so that the next writer has the warm cache of the last
    engine = create_engine("sqlite://", creator=creator, poolclass=QueuePool, pool_use_lifo=True)

    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # transactions begin where _begin says so, not at the first insert
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute(f"PRAGMA cache_size=-{PAGE_CACHE}")
        if not read_only:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT}")
            connection.execute(f"PRAGMA journal_size_limit={LOG}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # a writer waits for other writers here, before it reads what its rows will build on
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    @event.listens_for(engine, "rollback")
    def _forget(connection: Connection) -> None:
        # a connection that Ctrl-C interrupted is invalidated and never used again
        if connection.get_execution_options().get("writes") and not connection.invalidated:
            drop_cache(connection)

    return engine
