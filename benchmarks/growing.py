"""What it costs to relate documents that come into a record, as the record grows.

    python benchmarks/growing.py [--sizes 2000 8000 32000] [--more 500] [--seed 8] [--reports 150] [--folder FOLDER]

An invented archive (``newsroom.py``, its words those of news in the order of their frequency) arrives in one record, as
pages that were read but on which nothing was found: so that the indexes, shared text, stories and lineage are
timed and no annotator. At each size the next documents are related alone. Prints for these the CPU milliseconds and the
pages looked at a document, the pairs that stand in the record, its stories, the largest one, and the record's size.
With fewer ``--reports`` a day a record of one size reaches over more weeks.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from articles import rows_of
from newsroom import REPORTS, WORDS, Newsroom

from sayso import relating
from sayso.record.store import Record
from sayso.relations.words.keywords import background
from sayso.stages import activity_of
from sayso.types import Annotated


def newsroom(seed: int, reports: int) -> Newsroom:
    """One whose common words are those that are common in news, so that they tell as little as these."""
    made = Newsroom(seed, reports)
    counts = background().counts
    known = sorted(counts, key=lambda word: (-counts[word], word))
    made.words = [*known, *(word for word in made.words if word not in counts)][:WORDS]
    return made


def pages(made: Newsroom, count: int) -> Iterator[Annotated]:
    for number, article in enumerate(made.archive(count)):
        document, block = rows_of(number, article)
        yield Annotated(document, (block,))


def arrive(record: Record, some: Sequence[Annotated]) -> None:
    activity = activity_of("annotate")
    with record.writing() as writer:
        writer.add([activity])
        for page in some:
            writer.add([page.document, *page.blocks])
            writer.stand(page.document.id, activity.stage, activity)
            writer.desk().arrive(page.document.id)


def stories_of(record: Record) -> tuple[int, int]:
    """How many stories there are, and how many documents the largest has."""
    with record.reading() as connection:
        counts = connection.exec_driver_sql("SELECT count(*) FROM placed GROUP BY story").scalars().all()
    return len(counts), max(counts)


def size_of(path: Path) -> int:
    """Bytes of a record, with what is in its log and not yet in the file."""
    return sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[2000, 8000, 32000])
    parser.add_argument("--more", type=int, default=500)
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--reports", type=int, default=REPORTS, help="how many a day, beside their copies")
    parser.add_argument("--folder", type=Path, help="where to keep the record (default: a folder that is removed)")
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as spare:
        grow((asked.folder or Path(spare)) / "growing.sayso", asked)
    return 0


def grow(path: Path, asked: argparse.Namespace) -> None:
    looked_at = 0
    pages_of = relating.pages_of

    def counted(record: Record, documents: Iterable[str] | None = None) -> list[Annotated]:
        nonlocal looked_at
        found = pages_of(record, documents)
        looked_at += len(found)
        return found

    relating.pages_of = counted
    coming = pages(newsroom(asked.seed, asked.reports), max(asked.sizes) + asked.more)
    held = 0
    with Record(path) as record:
        for size in sorted(asked.sizes):
            while held < size:
                some = list(itertools.islice(coming, min(1000, size - held)))
                held += len(some)
                arrive(record, some)
                relating.relate(record)
            some = list(itertools.islice(coming, asked.more))
            held += len(some)
            arrive(record, some)
            looked_at, started = 0, time.process_time()
            relating.relate(record)
            took = time.process_time() - started
            stories, largest = stories_of(record)
            print(
                f"{size:>7} documents held: {1000 * took / len(some):.1f} ms and {looked_at / len(some):.1f} pages "
                f"looked at for each of the next {len(some)}; {len(record.reuses()) / held:.1f} pairs a document, "
                f"{stories} stories, the largest of {largest}; {size_of(path) / 1e6:.0f} MB",
                flush=True,
            )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
