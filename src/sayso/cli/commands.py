"""The commands and their options.

Exit status: 0 all well; 1 the record cannot be used, or ``verify`` found it broken; 2 unusable arguments; 3 done, but
something that came in could not be read; 130 stopped with Ctrl-C.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sayso import __version__
from sayso.cli.console import DEFAULT_RECORD, UNUSABLE, Commands, fail, opened, say, writable
from sayso.cli.piping import pipe
from sayso.cli.reading import ReadRequest, print_brief, read_sources, write_report_to

#: What a person can judge, each an option.
VERDICTS = ("same", "not_same", "agrees", "conflicts", "same_body", "other_body")

record_option = click.option(
    "--record",
    "record_path",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help=f"The record to keep things in (default: {DEFAULT_RECORD} in the current folder).",
)
all_option = click.option("--all", "everything", is_flag=True, help="Show every claim, not only the telling ones.")
workers_option = click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that read and annotate.",
)


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
@click.option(
    "--report",
    "report_path",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    callback=writable,
    help="Also write the HTML report here.",
)
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
    if "" in sources:
        raise click.BadParameter("it is empty; name a file or folder, or - for standard input.", param_hint="PATH")
    raise SystemExit(read_sources(ReadRequest(sources, record_path, report_path, workers, everything)))


@main.command()
@record_option
@all_option
def brief(record_path: Path | None, everything: bool) -> None:
    """Print the brief of a record.

    \b
    Example:
      sayso brief --record palmyra.sayso --all
    """
    from sayso.exports.view import view

    with opened(record_path) as record:
        print_brief(view(record), everything)


@main.command()
@click.argument("row_id", metavar="ID")
@record_option
def explain(row_id: str, record_path: Path | None) -> None:
    """Show where a claim or another row comes from.

    Its words in their place, the document, the captured bytes, the activity; of a claim also how its origins were
    counted. ID is a claim's number in the brief, or any row's id or its unambiguous beginning.

    \b
    Example:
      sayso explain 3
      sayso explain claim-1f0c
    """
    from sayso.exports.explain import explain as explained

    with opened(record_path) as record:
        lines = explained(record, row_id)
        if lines is None:
            named = f"claim {row_id}" if row_id.isdecimal() else f"row {row_id!r}"
            fail(
                f"{record.path} has no {named}; sayso brief --all numbers its claims, and rows of JSON have ids",
                UNUSABLE,
            )
        for line in lines:
            click.echo(line)


@main.command()
@click.argument("subjects", nargs=-1, metavar="[CLAIM CLAIM | NAME NAME]")
@click.option("--same", is_flag=True, help="Both claims say the same.")
@click.option("--not-same", is_flag=True, help="They are two claims.")
@click.option("--agrees", is_flag=True, help="Two claims that agree.")
@click.option("--conflicts", is_flag=True, help="Two claims that cannot both be true.")
@click.option("--same-body", is_flag=True, help="Two names of one body, which goes by the first.")
@click.option("--other-body", is_flag=True, help="Two bodies.")
@click.option("--undo", "undone", metavar="NUMBER", help="Take back the judgement with this number.")
@click.option("--list", "listed", is_flag=True, help="List what was judged.")
@click.option("--open", "unjudged", is_flag=True, help="List pairs of claims that may be one, to be judged.")
@click.option("--by", default="", metavar="NAME", help="Who judges.")
@click.option("--note", default="", metavar="TEXT", help="Why.")
@click.option(
    "--date",
    "day",
    metavar="YYYY-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of the judgement (default: today).",
)
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
    wanted = [name for name in (*VERDICTS, "undone", "listed", "unjudged") if asked[name]]
    if len(wanted) != 1 or (subjects and wanted[0] not in VERDICTS):
        one = "two claims or names and one thing that you judge of them (--same, --not-same …)"
        raise click.UsageError(f"give {one}, or --open, --list or --undo N alone")
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
                verdict = JudgementKind(wanted[0])
                lines = judging.judge(record, judging.JudgeRequest(verdict, subjects, asked["by"], day, asked["note"]))
            for line in lines:
                click.echo(line)
        except JudgementError as error:
            fail(str(error), UNUSABLE)


@main.command()
@record_option
def verify(record_path: Path | None) -> None:
    """Re-check every captured byte and every row.

    The first that is broken is named. The head of the ledger, noted elsewhere, shows that none was exchanged.

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
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), callback=writable)
@record_option
@click.option("--no-text", is_flag=True, help="Leave article text out, but for spans under 200 characters.")
@click.option("--plain", is_flag=True, help="One page that reads without script: no map, timeline or other views.")
def report(file: Path, record_path: Path | None, no_text: bool, plain: bool) -> None:
    """Write the report of a record: one HTML file that opens offline.

    FILE may be -, standard output.

    \b
    Example:
      sayso report brief.html --record palmyra.sayso
      sayso report public.html --no-text
    """
    from sayso.exports.view import view

    with opened(record_path) as record:
        write_report_to(view(record), file, not no_text, plain)
    if str(file) != "-":
        say(f"report written to {file}")


@main.command()
@click.argument("source", default="-", metavar="[IN.jsonl]")
@workers_option
def annotate(source: str, workers: int) -> None:
    """Annotate JSON Lines, a document a line.

    A line out for a line in, in their order.
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
    """Relate the documents of JSON Lines.

    Stories, shared text, descent, entities, claims with their origins, relations between claims. Takes the lines that
    annotate takes or writes.

    \b
    Example:
      sayso annotate pages.jsonl | sayso collate > relations.jsonl
    """
    from sayso.interchange import collate_lines

    pipe(source, collate_lines, workers)


@main.command()
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo"),
    show_default=True,
    help="Where to put the record and the report.",
)
def demo(folder: Path) -> None:
    """Read the example newswire, print its brief and write its report.

    The newswire is fiction, written for Sayso.

    \b
    Example:
      sayso demo --folder out/demo
    """
    from sayso.demo import example_pages, record_in

    pages = example_pages()
    if not pages:
        fail("the example articles are not installed; clone the repository to run the demo")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(f"the folder {folder} cannot be made ({error.strerror}); choose another with --folder", UNUSABLE)
    record = record_in(folder, lambda why: say(f"sayso: {why}. The demo leaves it and takes another name."))
    status = read_sources(ReadRequest([str(page) for page in pages], record, folder / "brief.html"))
    say(f"\nopen {(folder / 'brief.html').resolve()} in a browser")
    raise SystemExit(status)
