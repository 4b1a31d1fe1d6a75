"""The example newswire that ``sayso demo`` reads, and where its record goes."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

from sayso.record.store import ForeignError, Record, RecordError

#: What the files of articles in a folder of examples end with; other files there are about them.
ARTICLES = (".txt", ".html", ".jsonl", ".xml")


def articles_in(folder: Path) -> list[Path]:
    """The articles in a folder of examples, in order."""
    return sorted(path for path in folder.iterdir() if path.suffix in ARTICLES)


def example_pages() -> list[Path]:
    """The articles of the example newswire, in order; none if they are not installed."""
    here = Path(__file__).resolve()
    folders = (here.parent / "examples", here.parents[2] / "examples")  # inside the package, or beside the source
    return next((articles_in(folder) for folder in folders if folder.is_dir()), [])


def record_in(folder: Path, passed_over: Callable[[ForeignError], None]) -> Path:
    """The path of the record in a folder: the first of ``example.sayso``, ``example-2.sayso`` … that is free, or is a
    record of this version. Files passed over stay as they are; ``passed_over`` is told why each cannot be used."""
    for number in itertools.count(1):
        path = folder / (f"example-{number}.sayso" if number > 1 else "example.sayso")
        if not path.exists():
            break
        try:
            Record(path, read_only=True).close()  # opening it for writing would change it
            break
        except ForeignError as error:
            passed_over(error)
        except RecordError:
            break  # locked or empty: opening it for writing works, or says what to do
    return path
