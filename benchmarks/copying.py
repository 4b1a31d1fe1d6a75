"""Shared text of an invented archive, all at once and in memory: documents a CPU-second, candidates, memory.

    python benchmarks/copying.py [--documents 10000] [--seed 8] [--bare PYTHON]

Writes ``newsroom.py``'s archive into a file and runs the whole reuse stage over it in a process of its own
(``sharing.py``): reading words, candidates, alignment, rows.

``--bare`` names a Python that has ``datasketch``: its MinHash LSH alone (``sketching.py``) runs over the same
documents. Such an environment: ``python -m venv D && D/bin/pip install
datasketch``. Sayso does not use it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from newsroom import Newsroom

HERE = Path(__file__).resolve().parent


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[10_000])
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--bare", default="", help="a Python that has datasketch, run beside")
    asked = parser.parse_args(argv)
    for count in asked.documents:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "archive.jsonl"
            length = 0
            with path.open("w", encoding="utf-8") as out:
                for page in Newsroom(asked.seed).archive(count):
                    length += len(page.text.split())
                    out.write(json.dumps(page) + "\n")
            took, verified, rows, before, peak = run(sys.executable, "sharing.py", path)
            print(
                f"{count:>7} documents of {length / count:.0f} words: {took:.1f} CPU seconds, {count / took:.0f} a "
                f"CPU-second; {verified / count:.1f} candidates verified and {rows / count:.1f} rows a document; "
                f"memory {before:.0f} MB with the documents, {peak:.0f} MB at most",
                flush=True,
            )
            if asked.bare:
                took, pairs = run(asked.bare, "sketching.py", path)
                print(
                    f"        datasketch alone: {took:.1f} CPU seconds, {count / took:.0f} a second, {pairs:.0f} pairs"
                )
    return 0


def run(python: str, script: str, path: Path) -> list[float]:
    done = subprocess.run([python, str(HERE / script), str(path)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    return [float(part) for part in done.stdout.split()]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
