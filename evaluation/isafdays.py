"""Counts why the day of a press release is not the coded one.

    python evaluation/isafdays.py [GOLD.jsonl]

Prints how many releases there are of each cause, the share that would be right if nothing were left that Sayso could
have read from the text, and, for the releases that say a day while another is coded, by how many days and in which
months, beside all releases of those months. GOLD as in the development data (``../shared/data/events/isaf.jsonl``).
"""

from __future__ import annotations

import argparse
import collections
import json
import re
import sys
from collections.abc import Collection
from datetime import date
from pathlib import Path

import isaf
import predict

from sayso.documents.formats.objects import read_object
from sayso.pipeline import annotate_all
from sayso.types import Annotated, Timex

RIGHT = "right"
NO_YEAR = "the text gives no year"
NO_DAY = "the text gives a year and no day of a month"
CODED_OTHERWISE = "the text says a day, the coded one it does not name"
SENT = "the text says no day but that of its sending, another is coded"
ANOTHER = "the text names the coded day, another was taken"
UNREAD = "the text names a day, none was taken"
#: What reading better could mend.
OURS = (ANOTHER, UNREAD)

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DAY_OF_MONTH = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def cause(text: str, timexes: Collection[Timex], said: str | None, coded: str) -> str:
    """Why the day said of a release (YYYY-MM-DD or None) is not the coded one; ``RIGHT`` where it is."""
    if said == coded:
        return RIGHT
    named = [t for t in timexes if FULL_DAY.match(t.value) and t.role != "dateline"]
    if said is None or not FULL_DAY.match(said):
        if not YEAR.search(text):
            return NO_YEAR
        return UNREAD if any(DAY_OF_MONTH.match(t.value) for t in timexes) else NO_DAY
    if any(t.value[:10] == coded for t in named):
        return ANOTHER
    return CODED_OTHERWISE if named else SENT


def shift(said: str, coded: str) -> int:
    """By how many days the coded day is later than the one said."""
    return (date.fromisoformat(coded) - date.fromisoformat(said[:10])).days


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="?", default=Path("../shared/data/events/isaf.jsonl"))
    asked = parser.parse_args(argv)
    lines = [json.loads(line) for line in asked.gold.open(encoding="utf-8")]
    coded = {line["id"]: line["gold"]["start_date"] for line in lines}
    pages = [page for line in lines if (page := read_object(predict.prose(line)).page) is not None]
    report(list(annotate_all(pages, 1, ("events",))), coded)
    return 0


def report(pages: list[Annotated], coded: dict[str, str]) -> None:
    """Prints the counts."""
    causes: collections.Counter[str] = collections.Counter()
    shifts: collections.Counter[int] = collections.Counter()
    months: collections.Counter[str] = collections.Counter()
    everything = collections.Counter(day[:7] for day in coded.values())
    for page in pages:
        want = coded[page.document.label]
        said = isaf.fields(page)["start_date"]
        why = cause(page.document.text, page.timexes, said, want)
        causes[why] += 1
        if why == CODED_OTHERWISE and said is not None:
            shifts[shift(said, want)] += 1
            months[want[:7]] += shift(said, want) == -1
    for why, count in causes.most_common():
        print(f"{count:5d}  {why}")
    best = causes[RIGHT] + sum(causes[why] for why in OURS)
    print(f"right {causes[RIGHT] / len(pages):.3f}; with all that could be read better {best / len(pages):.3f}")
    print("coded later than the text by days:", ", ".join(f"{days:+d}: {n}" for days, n in sorted(shifts.items())))
    early = [f"{month}: {n} of {everything[month]}" for month, n in sorted(months.items()) if n]
    print("of those coded a day early, by month, of all releases of the month:", "; ".join(early))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
