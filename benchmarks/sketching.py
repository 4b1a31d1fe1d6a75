"""MinHash LSH of the articles of a file by datasketch alone: what ``copying.py --bare`` sets beside Sayso.

    PYTHON_WITH_DATASKETCH benchmarks/sketching.py ARCHIVE.jsonl

128 permutations, threshold 0.5, word 5-grams, no alignment. Prints CPU seconds and pairs. Sayso does not use it, and
nothing of Sayso is imported here.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path

from datasketch import MinHash, MinHashLSH


def main(archive: Path) -> int:
    with archive.open(encoding="utf-8") as lines:
        texts = [json.loads(line)[3] for line in lines]
    started = time.process_time()
    table, pairs = MinHashLSH(threshold=0.5, num_perm=128), 0
    for number, text in enumerate(texts):
        words = re.findall(r"\w+", text.casefold())
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[i : i + 5]).encode() for i in range(len(words) - 4)])
        pairs += len(table.query(sketch))
        table.insert(number, sketch)
    print(time.process_time() - started, pairs)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
