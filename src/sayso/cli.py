"""The command ``sayso``.

Exit status: 0 all well; 1 the record cannot be used, or ``verify`` found it broken; 2 unusable arguments; 3 done, but
something that came in could not be read; 130 stopped with Ctrl-C.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn, cast

import click

from sayso import __version__

if TYPE_CHECKING:
    from sayso.record.store import Record

DEFAULT_RECORD = "case.sayso"
FAILED, UNREADABLE, STOPPED = 1, 3, 130

record_option = click.option(
    "--record",
    "record_path",
    type=click.Path(path_type=Path),
    default=None,
    help=f"The record to keep things in (default: {DEFAULT_RECORD} in the current folder).",
)
all_option = click.option("--all", "everything", is_flag=True, help="Show every claim, not only the telling ones.")
workers_option = click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that read and annotate.",
)


def say(message: str) -> None:
    """A message for the person, on standard error."""
    click.echo(message, err=True)


def fail(message: str, status: int = FAILED) -> NoReturn:
    say(f"sayso: {message}")
    raise SystemExit(status)


@contextmanager
def opened(path: Path | None, *, read_only: bool = True, create: bool = True) -> Iterator[Record]:
    """The record, or a message that says what to do where it cannot be used."""
    from sayso.record.store import Record, RecordError

    try:
        with Record(path or Path(DEFAULT_RECORD), read_only=read_only, create=create) as record:
            yield record
    except RecordError as error:
        fail(str(error))


class Counter:
    """A count of documents on standard error, where that is a terminal; nothing elsewhere. It is called with how many
    there are so far."""

    def __init__(self, what: str):
        from tqdm import tqdm

        self._bar = tqdm(desc=what, unit=" documents", file=sys.stderr, disable=not sys.stderr.isatty(), leave=False)

    def __call__(self, total: int) -> None:
        self._bar.update(total - self._bar.n)

    def close(self) -> None:
        self._bar.close()


class Commands(click.Group):
    """Lists the commands in the order in which a newcomer needs them, not by the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command; what a person can mend becomes a message instead of a traceback."""
        from sayso.assets import AssetError

        try:
            return super().invoke(ctx)
        except AssetError as error:
            fail(str(error))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="sayso")
def main() -> None:
    """On whose say-so?

    Sayso reads news and keeps a record of who said what, through whom, who copied whom, and how many independent
    origins stand behind each claim.

    \b
    Start here:
      sayso demo                       read the example newswire and print its brief
      sayso read pages/                read your own pages into case.sayso
    """


@main.command()
@click.argument("sources", nargs=-1, required=True, metavar="PATH...")
@record_option
@click.option("--report", "report_path", type=click.Path(path_type=Path), help="Also write the HTML report here.")
@workers_option
@all_option
def read(
    sources: tuple[str, ...], record_path: Path | None, report_path: Path | None, workers: int, everything: bool
) -> None:
    """Read pages into a record and print the brief.

    PATH is a file or a folder; - is standard input. What a file is shows from its content: flat text of a page, HTML,
    MHTML, e-mail, PDF, feeds, JSON Lines, WARC, WET, WACZ, or a ZIP of these. Reading the same thing again adds
    nothing. Ctrl-C keeps what was read so far; reading again goes on.

    \b
    Example:
      sayso read pages/ --record palmyra.sayso --report palmyra.html
    """
    status = read_sources(sources, record_path, report_path, workers, everything)
    raise SystemExit(status)


def read_sources(
    sources: Iterable[str], record_path: Path | None, report_path: Path | None, workers: int, everything: bool
) -> int:
    """What ``read`` and ``demo`` do; the exit status."""
    from sayso import documents
    from sayso.pipeline import read_into, relate
    from sayso.record.store import now

    path = record_path or Path(DEFAULT_RECORD)
    if record_path is None:
        say(f"keeping the record in {path} (--record FILE chooses another)")
    with opened(path, read_only=False) as record:
        counter = Counter("reading")
        try:
            readings = documents.read(*sources, now=now(), workers=workers)
            kept = read_into(record, readings, workers, counter)
            counter.close()
            relate(record)
        except KeyboardInterrupt:
            counter.close()
            say(f"\nstopped; what was read is kept in {path}. The same command goes on from here.")
            return STOPPED
        print_brief(record, everything)
        if kept.readings == 0:
            say("sayso: nothing to read was found")
            return UNREADABLE
        if report_path is not None:
            save_report(record, report_path)
        follow_up = f"--record {shlex.quote(str(path))} " if record_path is not None else ""
        commands = ("explain", "1"), ("judge", "--open"), ("report", "brief.html")
        say("\n" + "\n".join(f"{program()} {name} {follow_up}{what}" for name, what in commands))
        return UNREADABLE if kept.problems else 0


def program() -> str:
    """What to type to run this command again: its name where the shell finds it, else its path as it was typed."""
    typed = Path(sys.argv[0])
    return str(typed) if typed.name == "sayso" and shutil.which("sayso") is None else "sayso"


def print_brief(record: Record, everything: bool) -> None:
    from sayso.exports.brief import write_brief
    from sayso.exports.view import view

    for line in write_brief(view(record), everything=everything):
        click.echo(line)


def save_report(record: Record, path: Path, texts: bool = True, plain: bool = False) -> None:
    from sayso.exports.plain import write_plain
    from sayso.exports.report import bundle, write_report
    from sayso.exports.view import view

    built = None if plain else bundle()
    if built is None and not plain:
        say("the report's script is not built here, so the report is the plain one: no map, timeline or other views")
    written = write_report(view(record), texts, built) if built else write_plain(view(record), texts)
    try:
        path.write_text(written, encoding="utf-8")
    except OSError as error:
        fail(f"the report cannot be written to {path} ({error.strerror}); choose another place")
    say(f"report written to {path}")


@main.command()
@record_option
@all_option
def brief(record_path: Path | None, everything: bool) -> None:
    """Print the brief of a record.

    \b
    Example:
      sayso brief --record palmyra.sayso --all
    """
    with opened(record_path) as record:
        print_brief(record, everything)


@main.command()
@click.argument("row_id", metavar="ID")
@record_option
def explain(row_id: str, record_path: Path | None) -> None:
    """Show where a row comes from: its words, document, captured bytes and activity.

    ID is a claim's number in the brief, or any row's id or its unambiguous beginning.

    \b
    Example:
      sayso explain 3
      sayso explain claim-1f0c
    """
    from sayso.exports.explain import explain as explained

    with opened(record_path) as record:
        lines = explained(record, row_id)
        if lines is None:
            fail(f"{record.path} has no row {row_id!r}; the brief numbers its claims, and rows of JSON have ids", 2)
        for line in lines:
            click.echo(line)


@main.command()
@click.argument("subjects", nargs=-1, metavar="[CLAIM CLAIM | NAME NAME]")
@click.option("--same", "verdict", flag_value="same", help="Both claims say the same.")
@click.option("--not-same", "verdict", flag_value="not_same", help="They are two claims.")
@click.option("--agrees", "verdict", flag_value="agrees", help="Two claims that agree.")
@click.option("--conflicts", "verdict", flag_value="conflicts", help="Two claims that cannot both be true.")
@click.option("--same-body", "verdict", flag_value="same_body", help="Two names of one body, which goes by the first.")
@click.option("--other-body", "verdict", flag_value="other_body", help="Two bodies.")
@click.option("--undo", "undone", metavar="NUMBER", help="Take back the judgement with this number.")
@click.option("--list", "listed", is_flag=True, help="List what was judged.")
@click.option("--open", "unjudged", is_flag=True, help="List pairs of claims that may be one, to be judged.")
@click.option("--by", default="", metavar="NAME", help="Who judges.")
@click.option("--note", default="", metavar="TEXT", help="Why.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the judgement (default: today).")
@record_option
def judge(subjects: tuple[str, ...], record_path: Path | None, **asked: Any) -> None:
    """Judge two claims or two names; every later run follows it.

    CLAIM is a number of the brief, which stands for all accounts under it, or the id of one account. NAME is a source
    or an outlet. What was judged is kept in the ledger; --undo takes it back and keeps that as well.

    \b
    Example:
      sayso judge 3 8 --same --by "Ana Ruiz" --note "both are of the toll at the market"
      sayso judge claim-1f0c 3 --not-same --by "Ana Ruiz"
      sayso judge "Defence Ministry" "Ministry of Defence" --same-body --by "Ana Ruiz"
      sayso judge --open
      sayso judge --list
      sayso judge --undo 2 --by "Ana Ruiz"
    """
    wanted = [name for name in ("verdict", "undone", "listed", "unjudged") if asked[name]]
    if len(wanted) != 1 or (subjects and wanted != ["verdict"]):
        raise click.UsageError("give two claims or names and what you judge of them, or --open, --list or --undo N")
    from sayso import judging
    from sayso.record.judgements import JudgementError
    from sayso.vocab import JudgementKind

    day = asked["day"].date().isoformat() if asked["day"] else None
    with opened(record_path, read_only=asked["listed"] or asked["unjudged"], create=False) as record:
        try:
            if asked["listed"]:
                lines = judging.write_list(record)
            elif asked["unjudged"]:
                lines = judging.write_open(record)
            elif asked["undone"]:
                lines = judging.take_back(record, asked["undone"], asked["by"], day, asked["note"])
            else:
                verdict = JudgementKind(asked["verdict"])
                lines = judging.judge(record, judging.Judged(verdict, subjects, asked["by"], day, asked["note"]))
            for line in lines:
                click.echo(line)
        except JudgementError as error:
            fail(str(error), 2)


@main.command()
@record_option
def verify(record_path: Path | None) -> None:
    """Re-check every captured byte and every row; name the first that is broken.

    \b
    Example:
      sayso verify --record palmyra.sayso
    """
    with opened(record_path) as record:
        found = record.verify()
        if found.broken:
            fail(f"BROKEN: {found.broken} ({found.entries} ledger entries before it are whole)")
        click.echo(f"whole: {found.entries} ledger entries, {found.rows} rows; head of the ledger {found.head}")


@main.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@record_option
@click.option("--no-text", is_flag=True, help="Leave article text out, but for spans under 200 characters.")
@click.option("--plain", is_flag=True, help="One page that reads without script: no map, timeline or other views.")
def report(file: Path, record_path: Path | None, no_text: bool, plain: bool) -> None:
    """Write the report of a record: one HTML file that opens offline.

    \b
    Example:
      sayso report brief.html --record palmyra.sayso
      sayso report public.html --no-text
    """
    with opened(record_path) as record:
        save_report(record, file, not no_text, plain)


@main.command()
@click.argument("source", default="-", metavar="[IN.jsonl]")
@workers_option
def annotate(source: str, workers: int) -> None:
    """Annotate JSON Lines: a document a line in, its annotations a line out, in input order.

    A line needs an id and text or html; url, published, publisher, title and prose are optional.

    \b
    Example:
      sayso annotate pages.jsonl > annotated.jsonl
    """
    from sayso.interchange import annotate_lines

    pipe(source, annotate_lines, workers)


@main.command()
@click.argument("source", default="-", metavar="[IN.jsonl]")
@workers_option
def collate(source: str, workers: int) -> None:
    """Relate the documents of JSON Lines: stories, shared text, descent, entities, claims and their origins.

    Takes the lines that annotate takes or writes.

    \b
    Example:
      sayso annotate pages.jsonl | sayso collate > relations.jsonl
    """
    from sayso.interchange import collate_lines

    pipe(source, collate_lines, workers)


def pipe(source: str, lines_of: Callable[[BinaryIO, int], Iterator[tuple[dict[str, Any], bool]]], workers: int) -> None:
    """Writes what a stream of JSON Lines becomes to standard output, and exits with its status."""
    counter = Counter("lines")
    bad = 0
    out = sys.stdout.buffer
    try:
        with click.open_file(source, "rb") as stream:
            for number, (line, good) in enumerate(lines_of(cast(BinaryIO, stream), workers), 1):
                bad += not good
                out.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
                counter(number)
        out.flush()
    except BrokenPipeError:  # whoever reads the output wants no more of it: not a failure
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        fail(f"{source} cannot be read ({error.strerror}); name a file of JSON Lines, or - for standard input", 2)
    except KeyboardInterrupt:
        raise SystemExit(STOPPED) from None
    finally:
        counter.close()
    raise SystemExit(UNREADABLE if bad else 0)


@main.command()
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo"),
    show_default=True,
    help="Where to put the record and the report.",
)
def demo(folder: Path) -> None:
    """Read the example newswire (fiction, written for Sayso), print its brief and write its report.

    \b
    Example:
      sayso demo --folder out/demo
    """
    from sayso.demo import example_pages, record_in

    pages = example_pages()
    if not pages:
        fail("the example articles are not installed; clone the repository to run the demo")
    folder.mkdir(parents=True, exist_ok=True)
    record = record_in(folder, lambda why: say(f"sayso: {why}. The demo leaves it and takes another name."))
    status = read_sources([str(page) for page in pages], record, folder / "brief.html", 1, False)
    say(f"\nopen {(folder / 'brief.html').resolve()} in a browser")
    raise SystemExit(status)
