"""How a record's file is opened: its connections, when their transactions begin, and what they keep in memory."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

#: Kibibytes of the file that a connection keeps at hand.
CACHE = 64_000

#: Pages of the log that are written back into the file at once: ids are hashes, so that the rows of a transaction touch
#: pages all over an index of ids, and what several transactions write on a page is written back once.
WRITTEN_BACK = 32_000

#: Bytes that the log is cut to when all of it is written back: a transaction that merges much makes it longer.
LOG = 160 << 20


def _at_rest(path: Path) -> bool:
    """Whether a record lies where nothing can be written (a medium, a share, somebody else's folder) and nobody writes
    it: it is read without the files that readers and writers wait for each other by, which could not be made there."""
    log = path.with_name(f"{path.name}-wal")
    return not os.access(path.absolute().parent, os.W_OK) and not (log.exists() and log.stat().st_size)


def engine_of(path: Path, read_only: bool) -> Engine:
    """The database at a path. A connection holds in its ``info`` what its transactions leave to the next."""

    def creator() -> sqlite3.Connection:
        location = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
        if read_only and _at_rest(path):
            location += "&immutable=1"
        return sqlite3.connect(location, uri=True, timeout=30, check_same_thread=False)

    # what is being written may be read beside it, on a connection of its own; the one that wrote last writes next,
    # and has at hand what it read
    engine = create_engine("sqlite://", creator=creator, poolclass=QueuePool, pool_use_lifo=True)

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # transactions begin where this module says so, not at the first insert
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute(f"PRAGMA cache_size=-{CACHE}")
        if not read_only:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(f"PRAGMA wal_autocheckpoint={WRITTEN_BACK}")
            connection.execute(f"PRAGMA journal_size_limit={LOG}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # a writer waits for another one here, before it reads what it will build on
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    @event.listens_for(engine, "rollback")
    def _forget(connection: Connection) -> None:
        # what it left to the next was made of what is undone; a connection that Ctrl-C broke off is not used again
        if connection.get_execution_options().get("writes") and not connection.invalidated:
            connection.info.pop("kept", None)

    return engine
