"""The ledger of captured bytes: append-only, hash-chained, re-checked on demand.

Each entry's hash covers its number, the digest of its bytes, its capture, the time of receipt and the hash of the entry
before it. Whoever changes, drops or reorders an entry must change all later ones, and with them the last hash
(``head``), which can be noted elsewhere.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import Connection, Table, insert, select

from sayso.record.schema import TABLES, content, ledger, unpacked
from sayso.types import Capture

GENESIS = "0" * 64


class Finding(NamedTuple):
    """What a check of a record found. ``broken`` names the first thing that is wrong; None if all is well."""

    entries: int
    rows: int
    head: str
    broken: str | None


def entry_hash(seq: int, digest: str, capture_id: str, retrieved_at: str | None, previous: str) -> str:
    """The hash of a ledger entry, which covers that of the entry before it."""
    return hashlib.sha256("\n".join((str(seq), digest, capture_id, retrieved_at or "", previous)).encode()).hexdigest()


def keep(connection: Connection, capture: Capture, data: bytes) -> bool:
    """Adds a capture's bytes and its entry; False if the capture is there already."""
    if connection.execute(select(ledger.c.seq).where(ledger.c.capture_id == capture.id)).first():
        return False
    if not connection.execute(select(content.c.digest).where(content.c.digest == capture.digest)).first():
        packed = zlib.compress(data, 6)
        connection.execute(insert(content).values(digest=capture.digest, size=len(data), data=packed))
    last = connection.execute(select(ledger.c.seq, ledger.c.entry).order_by(ledger.c.seq.desc()).limit(1)).first()
    seq, previous = (last.seq + 1, last.entry) if last else (1, GENESIS)
    entry = entry_hash(seq, capture.digest, capture.id, capture.retrieved_at, previous)
    connection.execute(
        insert(ledger).values(
            seq=seq,
            digest=capture.digest,
            capture_id=capture.id,
            retrieved_at=capture.retrieved_at,
            previous=previous,
            entry=entry,
        )
    )
    return True


def bytes_of(connection: Connection, digest: str) -> bytes:
    """The captured bytes with this SHA-256.

    Raises KeyError if the record has none, ValueError if they were changed.
    """
    found = connection.execute(select(content.c.size, content.c.data).where(content.c.digest == digest)).first()
    if found is None:
        raise KeyError(digest)
    try:
        data = zlib.decompress(found.data)
    except zlib.error as error:
        raise ValueError(f"the kept bytes do not decompress ({error})") from error
    if hashlib.sha256(data).hexdigest() != digest or len(data) != found.size:
        raise ValueError("the kept bytes are not those that were captured: their SHA-256 differs")
    return data


def verify(connection: Connection, tables: Mapping[str, Table] = TABLES) -> Finding:
    """Re-checks every entry of the ledger, then the id of every row, and names the first that is broken."""
    entries = rows = 0
    previous = GENESIS
    for line in connection.execute(select(ledger).order_by(ledger.c.seq)):
        where = f"ledger entry {line.seq} ({line.capture_id})"
        if line.seq != entries + 1:
            return Finding(entries, rows, previous, f"{where}: entry {entries + 1} is missing before it")
        if line.previous != previous:
            return Finding(entries, rows, previous, f"{where}: it does not follow from entry {entries}")
        if line.entry != entry_hash(line.seq, line.digest, line.capture_id, line.retrieved_at, line.previous):
            return Finding(entries, rows, previous, f"{where}: its own hash does not match what it says")
        try:
            bytes_of(connection, line.digest)
        except KeyError:
            return Finding(entries, rows, previous, f"{where}: its bytes are not in the record")
        except ValueError as error:
            return Finding(entries, rows, previous, f"{where}: {error}")
        previous = line.entry
        entries += 1
    for kind, table in tables.items():
        for stored in connection.execute(select(table).order_by(*table.primary_key)).mappings():
            try:
                whole = unpacked(kind, stored).id == stored["id"]
            except (ValueError, TypeError, KeyError):
                whole = False
            if not whole:
                broken = f"row {stored['id']} of table {table.name}: its content does not hash to its id"
                return Finding(entries, rows, previous, broken)
            rows += 1
    return Finding(entries, rows, previous, None)
