"""Shared text of the articles of a file, in this process: what ``copying.py`` measures.

    python benchmarks/sharing.py ARCHIVE.jsonl

Each line holds publisher, date, headline and text. Prints CPU seconds, candidates verified, rows, and the megabytes
held with the documents read and at most.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

from articles import rows_of
from newsroom import Article

from sayso.relations.reuse import collator as reuse


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(archive: Path) -> int:
    documents, blocks = [], []
    with archive.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            document, block = rows_of(number, Article(*json.loads(line)))
            documents.append(document)
            blocks.append(block)
    held = megabytes()
    verified = 0
    compare = reuse.compare

    def counted(several: Any, longest: int) -> Any:
        nonlocal verified
        verified += len(several)
        return compare(several, longest)

    reuse.compare = counted
    started = time.process_time()
    rows = reuse.find_reuse(documents, blocks)
    print(time.process_time() - started, verified, len(rows), held, megabytes())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
