"""From JSON Lines to JSON Lines: what ``annotate`` and ``collate`` share."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, cast

import click

from sayso.cli.console import UNREADABLE, UNUSABLE, Counter, fail

#: Takes a stream of JSON Lines and a number of workers; yields lines, each with whether what it is of could be read.
LinesOf = Callable[[BinaryIO, int], Iterator[tuple[dict[str, Any], bool]]]


def pipe(source: str, lines_of: LinesOf, workers: int) -> None:
    """Writes what a file of JSON Lines becomes to standard output, and exits with the status."""
    try:
        stream = cast(BinaryIO, click.open_file(source, "rb"))
    except OSError as error:
        said = f"{source} cannot be read ({error.strerror}); name a file of JSON Lines, or - for standard input"
        fail(said, UNUSABLE)
    counter = Counter("lines")
    bad = 0
    out = sys.stdout.buffer
    try:
        with stream:
            for number, (line, good) in enumerate(lines_of(stream, workers), 1):
                bad += not good
                out.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
                counter(number)
        out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        fail(f"the output cannot be written ({error.strerror})")
    finally:
        counter.close()
    raise SystemExit(UNREADABLE if bad else 0)
