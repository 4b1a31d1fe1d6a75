"""Kills a reading again and again, with SIGKILL, and holds what comes of it against a reading that nobody disturbed.

    python benchmarks/kills.py [--kills 50] [--documents 2000] [--seed 1] [--workers 1] [--folder FOLDER]

Short articles of invented news are made with the seed and read into one record. Then they are read into another one,
whose reading is killed at random moments: while pages are kept and annotated, and while they are related. After every
kill the record must open and verify; the next run goes on from there. At the end both must hold the same rows (times
of capture and of running aside). Prints what was killed where; exit status 1 where anything was lost or is too much.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from sayso.record.store import Record

TOWNS = "Arvel Tarven Ostrel Velm Morvik Dorvik Halden Kestrin Pallow Brenna Osk Tolmin Zerin Lund Varna Quell".split()
OUTLETS = "Dawn Courier|Lake Herald|Coast Mail|Hill Post|Harbour Gazette|Northern Tribune|Evening Star".split("|")
PEOPLE = "Ana Ruiz|Petar Lund|Ines Gall|Tomas Beck|Ole Brandt|Mira Dovic|Jonas Feld|Lea Marsh".split("|")
BODIES = "fire service|police|health office|mayor's office|port authority|Ministry of Health|miners' union".split("|")
EVENTS = {
    "fire": "A fire at the {thing} in {town} killed {n} people on {day}, the {body} said.",
    "blast": "At least {n} people were killed when a bomb went off near the {thing} in {town} on {day}, according to "
    "the {body}.",
    "strike": "{n} workers of the {thing} in {town} went on strike on {day}, said {person} of the {body}.",
    "crash": "A bus crashed into the {thing} in {town} on {day}; {n} people were hurt, the {body} said.",
    "flood": "The river flooded the {thing} in {town} on {day}, and up to {n} families left home, {person} said.",
}
THINGS = "market|school|bridge|mill|station|harbour|quarry|hospital|library|brickworks".split("|")
REST = (
    "“We heard it from our house,” said {person}, who lives beside the {thing}.",
    "The {body} denied that it had been warned.",
    "{person} told the {outlet} that help had come late.",
    "The road from {town} to {other} was closed until the evening.",
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

#: What is run and killed, with the file of articles and the options after it.
COMMAND = [sys.executable, "-m", "sayso", "read"]
#: Times of the clock, and what follows from them in the ledger: two readings differ in these.
TIMES = {
    "captures": ("retrieved_at",),
    "activitys": ("started_at",),
    "ledger": ("retrieved_at", "previous", "entry"),
}
#: This share of the kills is kept for the time after the last page, when documents are related.
RELATING = 0.2
POLL = 0.02  # seconds


def write_articles(path: Path, count: int, seed: int) -> None:
    """So many short articles as JSON Lines: one to four outlets on each happening, some with a copied paragraph."""
    rng = random.Random(seed)
    lines: list[str] = []
    while len(lines) < count:
        day = rng.randrange(28)
        facts = {
            "town": rng.choice(TOWNS),
            "thing": rng.choice(THINGS),
            "n": str(rng.randrange(2, 60)),
            "day": DAYS[day % 7],
        }
        lead = EVENTS[rng.choice(sorted(EVENTS))]
        shared = ""
        for outlet in rng.sample(OUTLETS, min(rng.randrange(1, 5), count - len(lines))):
            said = facts | {
                "person": rng.choice(PEOPLE),
                "body": rng.choice(BODIES),
                "outlet": rng.choice(OUTLETS),
                "other": rng.choice(TOWNS),
            }
            own = " ".join(line.format(**said) for line in rng.sample(REST, 2))
            text = shared if shared and rng.random() < 0.3 else f"{lead.format(**said)}\n{own}"
            shared = shared or text
            article = {"id": f"article-{len(lines):05}", "text": text, "publisher": outlet, "prose": True}
            lines.append(json.dumps(article | {"published": f"2024-01-{day + 1:02}"}, ensure_ascii=False))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def rows_of(path: Path) -> dict[str, Counter[tuple[object, ...]]]:
    """The lines of every table of a record, without the times; of the index of words, what was put into it."""
    found = {}
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in sorted(name for name in tables if not name.startswith(("sqlite_", "words_"))):
            names = [line[1] for line in connection.execute(f'PRAGMA table_info("{table}")')]
            kept = ", ".join(f'"{name}"' for name in names if name not in TIMES.get(table, ()))
            found[table] = Counter(connection.execute(f'SELECT {kept} FROM "{table}"'))
    return found


def standing(path: Path) -> int:
    """How many documents of a record are annotated, while somebody else writes it."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)) as connection:
            count: int = connection.execute("SELECT count(*) FROM standing WHERE scope != ''").fetchone()[0]
    except sqlite3.Error:  # not made yet, or no tables in it
        return 0
    return count


def cpu_seconds(pid: int) -> float:
    """What a process has spent of the processor, its children aside: on a busy machine this tells better than the clock
    how far it is. 0 where the system does not say."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Reading:
    """The command that is run, and killed."""

    def __init__(self, articles: Path, record: Path, workers: int):
        self.record = record
        self.command = [*COMMAND, str(articles), "--record", str(record), "--workers", str(workers)]

    def start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )

    def finish(self) -> float:
        """Runs it to its end, in so many CPU seconds; raises CalledProcessError where it fails."""
        return self.watch(self.start())

    def watch(self, process: subprocess.Popen[bytes]) -> float:
        """Waits for a run to end; the CPU seconds that it took, as far as they were seen."""
        taken = 0.0
        while process.poll() is None:
            taken = max(taken, cpu_seconds(process.pid))
            time.sleep(POLL)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, self.command)
        return taken

    def kill_after(self, documents: int = 0, seconds: float = 0.0, cpu: float = 0.0) -> str:
        """Kills a run so many seconds after so many documents are annotated and so many CPU seconds are spent:
        ``killed``, or ``done`` where it was faster."""
        process = self.start()
        while process.poll() is None and standing(self.record) < documents:
            time.sleep(POLL)
        while process.poll() is None and cpu_seconds(process.pid) < cpu:
            time.sleep(POLL)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            _end_session(process.pid)
            return "killed"
        _end_session(process.pid)
        return "done"


def _end_session(leader: int) -> None:
    """Ends the workers that a killed process has left behind."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return


def broken(path: Path) -> str | None:
    """What is wrong with a record; None where it opens and verifies."""
    if not path.exists():
        return None  # killed before there was one
    with Record(path, read_only=True) as record:
        return record.verify().broken


class Undisturbed:
    """A reading that nobody disturbs: its rows, and how long it takes; ``relating`` (what follows the last page) and
    ``again`` (to pass over all that is there) in CPU seconds."""

    def __init__(self, articles: Path, folder: Path, workers: int, documents: int):
        self.documents = documents
        reading = Reading(articles, folder / "undisturbed.sayso", workers)
        start = time.monotonic()
        process = reading.start()
        while process.poll() is None and standing(reading.record) < documents:
            time.sleep(POLL)
        annotated = cpu_seconds(process.pid)
        self.relating = reading.watch(process) - annotated
        self.seconds = time.monotonic() - start
        self.again = reading.finish()
        self.rows = rows_of(reading.record)


def disturb(reading: Reading, calm: Undisturbed, kills: int, rng: random.Random) -> tuple[int, list[str]]:
    """Kills one reading so many times, or until it is done; how many times, and what was found broken."""
    late = max(1, round(kills * RELATING))
    done, faults = 0, []
    while done < kills:
        kept = standing(reading.record)
        left = calm.documents - kept
        if left and kills - done > late:
            near = kept + rng.randrange(max(1, 2 * left // (kills - done - late + 1)))
            state = reading.kill_after(near, rng.uniform(0, 4 * calm.seconds / calm.documents))
        else:
            # starting and passing over what is kept takes most of a run that finds nothing new
            state = reading.kill_after(cpu=rng.uniform(0.7 * calm.again, 0.7 * calm.again + calm.relating))
        if state == "done":
            break
        done += 1
        fault = broken(reading.record)
        now = standing(reading.record)
        print(f"kill {done:>3}: {now:>6} documents annotated; {fault or 'the record is whole'}", flush=True)
        faults += [fault] if fault else []
    return done, faults


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where to keep the records (default: a folder that is removed)")
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as spare:
        folder = asked.folder or Path(spare)
        folder.mkdir(parents=True, exist_ok=True)
        return compare(folder, asked)


def compare(folder: Path, asked: argparse.Namespace) -> int:
    """Reads undisturbed, then disturbed; the exit status."""
    articles = folder / "articles.jsonl"
    write_articles(articles, asked.documents, asked.seed)
    calm = Undisturbed(articles, folder, asked.workers, asked.documents)
    total = sum(sum(lines.values()) for lines in calm.rows.values())
    print(f"undisturbed: {asked.documents} documents, {total} rows, {calm.seconds:.0f} s", flush=True)
    rng = random.Random(asked.seed)
    done = number = 0
    faults: list[str] = []
    while done < asked.kills:
        number += 1
        reading = Reading(articles, folder / f"disturbed-{number}.sayso", asked.workers)
        more, found = disturb(reading, calm, asked.kills - done, rng)
        done += more
        faults += found
        reading.finish()
        rows = rows_of(reading.record)
        for table in sorted({*calm.rows, *rows}):
            missing, extra = calm.rows[table] - rows[table], rows[table] - calm.rows[table]
            if missing or extra:
                faults.append(f"{table}: {missing.total()} rows missing, {extra.total()} too many")
                print(faults[-1], flush=True)
    print(f"{done} kills in {number} readings: {len(faults)} faults; rows {'differ' if faults else 'are the same'}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
