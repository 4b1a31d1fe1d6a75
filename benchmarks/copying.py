"""Shared text at the size of a newsroom's archive: documents a CPU-second, candidates a document, memory.

    python benchmarks/copying.py [--documents 10000] [--seed 8] [--bare PYTHON]

Invents an archive: agency reports with families of copies (whole, cut, blended with another, with an outlet's own
paragraphs), follow-ups that repeat a paragraph of background, articles that nobody took, and the standing text of
forty outlets; words are drawn with the frequencies of a natural text (Zipf), lengths around 350 words. Then runs the
whole reuse stage over it in memory, in a process of its own: reading words, candidates, alignment, rows.

``--bare`` names a Python that has ``datasketch``: its MinHash LSH alone (128 permutations, threshold 0.5, word
5-grams, no alignment) runs over the same documents. Such an environment: ``python -m venv D && D/bin/pip install
datasketch``. Sayso does not use it.
"""

from __future__ import annotations

import argparse
import bisect
import itertools
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

OUTLETS, WORDS = 40, 60_000

OURS = """
import json, resource, sys, time
from sayso.relations import reuse
from sayso.types import Block, Document, Span
from sayso.vocab import Zone
documents, blocks = [], []
for number, line in enumerate(open(sys.argv[1], encoding="utf-8")):
    publisher, text = json.loads(line)
    documents.append(Document(capture_id=f"capture-{number}", uri="memory:", text=text, publisher=publisher))
    blocks.append(Block(span=Span(documents[-1].id, 0, len(text)), zone=Zone.BODY))
held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
verified = 0
compare = reuse.compare
def counted(*given):
    global verified
    verified += 1
    return compare(*given)
reuse.compare = counted
started = time.process_time()
rows = reuse.find_reuse(documents, blocks)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(time.process_time() - started, verified, len(rows), held, peak)
"""

BARE = """
import json, re, sys, time
from datasketch import MinHash, MinHashLSH
texts = [json.loads(line)[1] for line in open(sys.argv[1], encoding="utf-8")]
started = time.process_time()
table, pairs = MinHashLSH(threshold=0.5, num_perm=128), 0
for number, text in enumerate(texts):
    words = re.findall(r"\\w+", text.casefold())
    sketch = MinHash(num_perm=128)
    sketch.update_batch([" ".join(words[i : i + 5]).encode() for i in range(len(words) - 4)])
    pairs += len(table.query(sketch))
    table.insert(number, sketch)
print(time.process_time() - started, pairs)
"""


class Newsroom:
    """Invents texts: paragraphs of sentences of made-up words, the commoner the lower their number."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        syllables = [c + v for c in "bdfgklmnprstvw" for v in "aeiou"]
        made = itertools.chain.from_iterable(itertools.product(syllables, repeat=n) for n in (1, 2, 3))
        self.words = ["".join(word) for word in itertools.islice(made, WORDS)]
        self.weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(WORDS)))
        self.standing = [[self.paragraph() for _ in range(self.rng.randint(1, 3))] for _ in range(OUTLETS)]

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.rng.randint(1, 3)))

    def sentence(self) -> str:
        count = self.rng.randint(8, 30)
        places = (bisect.bisect(self.weights, self.rng.random() * self.weights[-1]) for _ in range(count))
        return " ".join(self.words[min(place, WORDS - 1)] for place in places).capitalize() + "."

    def report(self) -> list[str]:
        return [self.paragraph() for _ in range(max(2, int(self.rng.lognormvariate(2.1, 0.45))))]

    def page(self, paragraphs: list[str], outlet: int | None = None) -> tuple[str, str]:
        outlet = self.rng.randrange(OUTLETS) if outlet is None else outlet
        return f"Outlet {outlet}", "\n".join([*paragraphs, *self.standing[outlet]])

    def family(self, other: list[str]) -> Iterator[tuple[str, str]]:
        """A report, its copies and follow-ups; ``other`` is the report that a blend takes its second half from."""
        report = self.report()
        yield self.page(report)
        kinds: tuple[Callable[[], list[str]], ...] = (
            lambda: report,
            lambda: report[: max(1, len(report) // 3)],
            lambda: [p for p in report if self.rng.random() < 0.7] or report,
            lambda: [self.paragraph(), *report, self.paragraph()],
            lambda: [*report[: len(report) // 2 + 1], *other[: len(other) // 2 + 1]],
            lambda: [*self.report(), report[-1]],
        )
        for _ in range(min(60, int(self.rng.paretovariate(1.1)))):
            yield self.page(self.rng.choice(kinds)())
        for _ in range(self.rng.randint(0, 4)):
            yield self.page(self.report())

    def archive(self, count: int) -> Iterator[tuple[str, str]]:
        made = 0
        while made < count:
            for page in itertools.islice(self.family(self.report()), count - made):
                made += 1
                yield page


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
                    length += len(page[1].split())
                    out.write(json.dumps(page) + "\n")
            took, verified, rows, before, peak = run(sys.executable, OURS, path)
            print(
                f"{count:>7} documents of {length / count:.0f} words: {took:.1f} CPU seconds, {count / took:.0f} a "
                f"CPU-second; {verified / count:.1f} candidates verified and {rows / count:.1f} rows a document; "
                f"memory {before:.0f} MB with the documents, {peak:.0f} MB at most",
                flush=True,
            )
            if asked.bare:
                took, pairs = run(asked.bare, BARE, path)
                print(
                    f"        datasketch alone: {took:.1f} CPU seconds, {count / took:.0f} a second, {pairs:.0f} pairs"
                )
    return 0


def run(python: str, script: str, path: Path) -> list[float]:
    done = subprocess.run([python, "-c", script, str(path)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    return [float(part) for part in done.stdout.split()]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
