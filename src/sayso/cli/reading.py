"""What ``read`` and ``demo`` do, and how all commands print the brief and write the report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from sayso.cli.console import (
    DEFAULT_RECORD,
    STOPPED,
    UNREADABLE,
    UNUSABLE,
    Counter,
    fail,
    next_steps,
    opened,
    say,
    say_on_terminal,
)

if TYPE_CHECKING:
    from sayso.exports.shown import RecordView


class ReadRequest(NamedTuple):
    """The arguments of ``sayso read``: the record is ``case.sayso`` and no report is written where these are None."""

    sources: Sequence[str]
    record: Path | None
    report: Path | None
    workers: int = 1
    everything: bool = False


def read_sources(request: ReadRequest) -> int:
    """Reads the sources into the record, prints its brief and writes its report; returns the exit status."""
    from sayso import documents
    from sayso.exports.view import view
    from sayso.pipeline import read_into, relate
    from sayso.record.store import now

    sources, missing = _present(request.sources)
    path = request.record or Path(DEFAULT_RECORD)
    if request.record is None:
        say(f"keeping the record in {path} (--record FILE chooses another)")
    with opened(path, read_only=False) as record:
        counter = Counter("reading")
        try:
            readings = documents.read(*sources, now=now(), workers=request.workers)
            kept = read_into(record, readings, request.workers, counter)
            counter.close()
            say_on_terminal("relating what was read …")
            relate(record)
        except KeyboardInterrupt:
            counter.close()
            say(f"\nstopped; what was read is kept in {path}. The same command goes on from here.")
            return STOPPED
        found = view(record)
    if request.report is not None:
        write_report_to(found, request.report)
    print_brief(found, request.everything)
    if kept.readings == 0:
        say("sayso: nothing to read was found")
        return UNREADABLE
    if request.report is not None:
        say(f"report written to {request.report}")
    steps = ("explain", "1") if found.claim(1) else None, ("judge", "--open") if found.open_pairs else None
    report = ("report", "brief.html") if found.stories and request.report is None else None
    next_steps(request.record, *(step for step in (*steps, report) if step is not None))
    return UNREADABLE if kept.problems or missing else 0


def _present(sources: Sequence[str]) -> tuple[list[str], list[str]]:
    """The sources that exist, and those that do not: a mistyped name is not worth a problem in the record."""
    missing = [source for source in sources if source != "-" and not _is_there(source)]
    if missing and len(missing) == len(sources):
        fail(f"there is no such file or folder: {', '.join(map(repr, missing))}", UNUSABLE)
    for source in missing:
        say(f"sayso: there is no such file or folder: {source!r}; the others are read")
    return [source for source in sources if source not in missing], missing


def _is_there(source: str) -> bool:
    """Whether there is a file or folder of this name; no name may be too long or hold a null character."""
    try:
        return Path(source).exists()
    except OSError:
        return False


def print_brief(found: RecordView, everything: bool) -> None:
    from sayso.exports.brief import write_brief

    for line in write_brief(found, everything=everything):
        click.echo(line)


def write_report_to(found: RecordView, path: Path, texts: bool = True, plain: bool = False) -> None:
    """Writes the report of a record to a file, or to standard output if the path is ``-``."""
    from sayso.exports.plain import write_plain
    from sayso.exports.report import bundle, write_report

    built = None if plain else bundle()
    if built is None and not plain:
        say("the report's script is not built here, so the report is the plain one: no map, timeline or other views")
    written = write_report(found, texts, built) if built else write_plain(found, texts)
    if str(path) == "-":
        click.echo(written, nl=False)
        return
    try:
        path.write_text(written, encoding="utf-8")
    except OSError as error:
        fail(f"the report cannot be written to {path} ({error.strerror}); choose another place", UNUSABLE)
