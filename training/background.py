"""Counts in how many news texts each word stands, for the weights of ``sayso.relations.words.keywords``.

    python training/background.py --data ../shared/data

Writes ``src/sayso/lexicons/background.tsv``: words that at least LEAST texts have, with their number; the word ``*`` is
the number of texts. The sets on which stories are tuned and scored (BASIL, ECB+) are left out.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sayso.relations.words.keywords import words

REPOSITORY = Path(__file__).resolve().parent.parent
LEAST = 4
FILES = (
    "attribution/polnear_train.jsonl",
    "entities/re3d.jsonl",
    "pages/trafilatura.jsonl.gz",
    "places/lgl.jsonl",
    "reuse/fakes.jsonl",
    "times/aquaint.jsonl",
    "times/timebank.jsonl",
)


def texts(folder: Path) -> Iterator[str]:
    for name in FILES:
        file = folder / name
        data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        for line in data.decode("utf-8").rstrip("\n").split("\n"):
            row = json.loads(line)
            if text := row.get("text") or row.get("wet"):
                yield text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=REPOSITORY / "src" / "sayso" / "lexicons" / "background.tsv")
    args = parser.parse_args()
    counts: Counter[str] = Counter()
    total = 0
    for text in texts(args.data):
        total += 1
        counts.update(set(words(text, 0, len(text))))
    kept = [("*", total), *sorted((w, n) for w, n in counts.items() if n >= LEAST)]
    args.out.write_text("word\ttexts\n" + "".join(f"{w}\t{n}\n" for w, n in kept), encoding="utf-8")
    print(f"{total} texts, {len(kept) - 1} words, {args.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
