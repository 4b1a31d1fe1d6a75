"""What the reuse stage costs as a record grows: documents of an invented archive are entered into a record, in batches.

    python benchmarks/scale.py [--documents 300000] [--batch 1000] [--seed 8] [--folder FOLDER] [--table FILE]
    python benchmarks/scale.py --show FILE [--plot PLOT]

The archive is ``newsroom.py``'s, page after page in the order it arrives, so that one run passes all smaller sizes. A
batch's documents and blocks are written into the record; then the reuse stage enters them into the record's index,
verifies candidates by alignment and writes the rows, a transaction a batch, as ``sayso read`` does. Only that stage is
timed, in CPU time of the process, its writing included; texts of earlier documents come from the record. After every
batch a line of the table FILE is written (JSON: documents so far, CPU seconds of the stage, candidates verified, the
most of them for one document, the most rows that one document of the batch has, rows, resident memory in MB); a run
with the FOLDER and the FILE of one that was stopped goes on from there. At the end twenty more batches are entered into
this record, by turns with the first twenty of the archive into another one: ten while that has fewer than ten batches,
ten from there on, so that both are timed under the same load.

``--show`` prints the marks that such a table meets, as Markdown, and draws ``--plot``, an SVG file.
"""

from __future__ import annotations

import argparse
import itertools
import json
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from articles import rows_of
from newsroom import Article, Newsroom

from sayso.limits import seldom_collected
from sayso.record.store import Record
from sayso.record.texts import Texts
from sayso.relations.index.postings import number_of
from sayso.relations.reuse.collator import update_reuse
from sayso.types import Block, Document

#: The sizes that the table tells of, and the marks of issue 8: how much more a document may cost at the last than at
#: the first, megabytes of memory, documents a CPU-second.
SIZES = (10_000, 30_000, 100_000, 300_000)
DEARER, MEMORY, SPEED = 1.3, 2000, 400

#: Batches that are entered by turns at the end.
TURNS = 10

WIDTH, HEIGHT, MARGIN = 640, 300, 56


class Line(NamedTuple):
    """How things stand after a batch; all but ``documents`` and ``memory`` is of this batch alone. ``candidates`` are
    the most that were verified of one document, whether it is of the batch or was there before."""

    documents: int
    seconds: float
    verified: int
    candidates: int
    most: int
    rows: int
    memory: int


def enter(record: Record, texts: Texts, batch: Sequence[tuple[Document, Block]]) -> tuple[float, int, int, int, int]:
    """CPU seconds of the reuse stage for a batch, candidates verified, the most of one document, the most rows of one
    document, and rows."""
    with record.writing() as writer:
        writer.add([row for rows in batch for row in rows])
    new = [number_of(document.id) for document, _ in batch]
    started = time.process_time()
    with seldom_collected(), record.writing() as writer:
        desk = texts.desk = writer.desk()
        update = update_reuse(desk.passages, texts, new)
        writer.add(sorted(update.rows.values(), key=attrgetter("id")))
        desk.unshare(update.gone)
        desk.share(writer.places(update.rows))
    took = time.process_time() - started
    candidates = Counter(number for pair in update.verified for number in pair)
    rows = Counter(number for pair in update.rows for number in pair)
    most = max(rows[number] for number in new)
    return took, len(update.verified), max(candidates.values(), default=0), most, len(update.rows)


def measure(asked: argparse.Namespace, folder: Path) -> str:
    """Writes the table; what is told at the end."""
    articles = Newsroom(asked.seed).archive(sys.maxsize)
    done = max((line.documents for line in lines_of(asked.table)), default=0)
    for _ in itertools.islice(articles, done):
        pass
    with Record(folder / "archive.sayso") as record, asked.table.open("a", encoding="utf-8") as out:
        texts = Texts(record)
        while batch := pages(articles, done, min(asked.batch, asked.documents - done)):
            done += len(batch)
            took, *counts = enter(record, texts, batch)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(json.dumps(Line(done, round(took, 3), *counts, memory)), file=out, flush=True)
        held = record.counts()["document"]  # more than in the table, where turns were taken before
        for _ in itertools.islice(articles, held - done):
            pass
        return "\n".join(by_turns(asked, Held(record, texts, articles, held)))


def pages(articles: Iterator[Article], done: int, count: int) -> list[tuple[Document, Block]]:
    """The next pages of an archive, of which some were taken before."""
    return [rows_of(done + n, article) for n, article in enumerate(itertools.islice(articles, count))]


class Held(NamedTuple):
    """A record, how many documents it has, and those that come next."""

    record: Record
    texts: Texts
    coming: Iterator[Article]
    documents: int


def by_turns(asked: argparse.Namespace, grown: Held) -> Iterator[str]:
    """What the next documents cost in the record, and the first of the archive in another one, a batch here and a batch
    there: whatever else the machine does slows both alike. First while the other is filled, then as it is held against
    the mark."""
    count = TURNS * asked.batch
    with tempfile.TemporaryDirectory() as spare, Record(Path(spare) / "alone.sayso") as alone:
        other = Held(alone, Texts(alone), Newsroom(asked.seed).archive(sys.maxsize), 0)
        for before in (0, count):
            seconds, candidates = [0.0, 0.0], [0, 0]
            for done in range(before, before + count, asked.batch):
                for place, into in enumerate((other, grown)):
                    batch = pages(into.coming, into.documents + done, asked.batch)
                    took, verified, *_ = enter(into.record, into.texts, batch)
                    seconds[place] += took
                    candidates[place] += verified
            few, many = (1000 * some / count for some in seconds)
            one, two = (1000 * some / max(1, pairs) for some, pairs in zip(seconds, candidates, strict=True))
            yield (
                f"By turns, {TURNS} batches each: the next {count:,} documents cost {many:.2f} CPU s a 1,000 where the "
                f"record has {grown.documents + before:,} ({candidates[1] / count:.1f} candidates each, {two:.3f} ms "
                f"for one), and {few:.2f} where it has {before:,} ({candidates[0] / count:.1f} candidates each, "
                f"{one:.3f} ms for one): {many / few:.2f} times as much, {two / one:.2f} times for a candidate."
            )


def lines_of(table: Path) -> list[Line]:
    return [Line(*json.loads(line)) for line in table.read_text("utf-8").splitlines()] if table.is_file() else []


def told(lines: Sequence[Line]) -> list[str]:
    """The table in Markdown, for the sizes that were reached, and whether the marks are met."""
    out = [
        "| documents | CPU s a 1,000, all so far | a 1,000, the last tenth | documents a CPU-second "
        "| candidates verified a document | of one document in a batch, at most | rows of one document, at most "
        "| memory, MB |",
        "|---|---|---|---|---|---|---|---|",
    ]
    costs: dict[int, float] = {}
    tails: dict[int, float] = {}
    reached = max(line.documents for line in lines)
    for size in sorted({*(size for size in SIZES if size <= reached), reached}):
        some = [line for line in lines if line.documents <= size]
        seconds = sum(line.seconds for line in some)
        last = [line for line in some if line.documents > 0.9 * size]
        tail = sum(line.seconds for line in last) / (0.1 * size)
        costs[size], tails[size] = seconds / size, tail
        verified = sum(line.verified for line in some) / size
        out.append(
            f"| {size:,} | {1000 * seconds / size:.2f} | {1000 * tail:.2f} | {size / seconds:.0f} | {verified:.1f} "
            f"| {max(line.candidates for line in some)} | {max(line.most for line in some)} | {some[-1].memory:,} |"
        )
    if len(costs) > 1:
        first, last_size = min(costs), max(costs)
        dearer = costs[last_size] / costs[first]
        out += [
            "",
            f"A document of the last tenth costs {tails[last_size] / tails[first]:.2f} times as much at {last_size:,} "
            f"as at {first:,}, one of all so far {dearer:.2f} times (mark {DEARER}); "
            f"{1 / costs[last_size]:.0f} documents a CPU-second (mark {SPEED}); "
            f"{max(line.memory for line in lines):,} MB of memory at most (mark {MEMORY:,}).",
        ]
    return out


def drawn(lines: Sequence[Line]) -> str:
    """CPU seconds of every batch by the documents that the record held, as SVG."""
    most = max(line.documents for line in lines)
    costs = [(line.documents, 1000 * line.seconds / (line.documents - before)) for line, before in _before(lines)]
    top = max(5.0, 1.1 * max(cost for _, cost in costs))

    def at(documents: float, cost: float) -> str:
        x = MARGIN + (WIDTH - 2 * MARGIN) * documents / most
        return f"{x:.1f},{HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * cost / top:.1f}"

    def text(where: str, words: str, anchor: str = "middle") -> str:
        x, y = where.split(",")
        return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{words}</text>'

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        f'font-size="12" fill="#222" role="img" aria-label="CPU seconds a thousand documents, as the record grows">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        text(f"{MARGIN},{MARGIN - 24}", "CPU seconds for a thousand documents more", "start"),
        text(f"{WIDTH // 2},{HEIGHT - 12}", "documents in the record"),
    ]
    for step in range(6):
        cost, documents = top * step / 5, most * step / 5
        left, right = at(0, cost), at(most, cost)
        out.append(f'<path d="M{left} L{right}" stroke="#ddd"/>')
        x, y = left.split(",")
        out.append(text(f"{float(x) - 8:.1f},{float(y) + 4:.1f}", f"{cost:.1f}", "end"))
        x, y = at(documents, 0).split(",")
        out.append(text(f"{x},{float(y) + 18:.1f}", f"{documents:,.0f}"))
    out.append(f'<path d="M{at(0, 1000 / SPEED)} L{at(most, 1000 / SPEED)}" stroke="#b40" stroke-dasharray="6 4"/>')
    out.append(text(at(most, 1000 / SPEED + 0.02 * top), f"{SPEED} a second", "end"))
    points = " ".join(at(*cost) for cost in costs)
    out.append(f'<polyline points="{points}" fill="none" stroke="#246" stroke-width="1.5"/>')
    return "\n".join([*out, "</svg>", ""])


def _before(lines: Sequence[Line]) -> Iterable[tuple[Line, int]]:
    return zip(lines, [0, *(line.documents for line in lines)], strict=False)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=max(SIZES))
    parser.add_argument("--batch", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--folder", type=Path, help="where the record is written (default: a folder that is removed)")
    parser.add_argument("--table", type=Path, help="a line a batch (default: beside the record)")
    parser.add_argument("--show", type=Path, help="measure nothing; tell of this table")
    parser.add_argument("--plot", type=Path, help="with --show: the drawing")
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as spare:
        folder = asked.folder or Path(spare)
        folder.mkdir(parents=True, exist_ok=True)
        asked.table = asked.table or folder / "scale.jsonl"
        if not asked.show:
            print(measure(asked, folder))
        lines = lines_of(asked.show or asked.table)
    print("\n".join(told(lines)))
    if asked.plot:
        asked.plot.write_text(drawn(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
