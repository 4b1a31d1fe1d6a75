"""Scores every task of the development data and prints one table with the floors.

    python evaluation/table.py --data ../shared/data [--only WORDS] [--workers 2] [--raise]

``--raise`` writes the figures into floors.json where they are better than what stands there (floors only rise).
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from datetime import date
from pathlib import Path

from tasks import FLOORS, LOWER_IS_BETTER, TASKS, floors, measure, under


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--only", default="", help="tasks whose name holds this")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--gate", action="store_true", help="only the documents that the gate scores")
    parser.add_argument("--raise", dest="raise_floors", action="store_true")
    asked = parser.parse_args(argv)
    if not asked.data.is_dir():
        print(f"the development data are not at {asked.data}: nothing is scored")
        return 0
    kind = "gate" if asked.gate else "full"
    standing = floors()
    failed = 0
    print(f"{'task':<28}{'figure':<22}{'value':>7}{'floor':>8}{'seconds':>9}")
    for task in TASKS:
        if asked.only not in task.name or (asked.gate and not task.gate):
            continue
        started = time.perf_counter()
        figures = measure(task, asked.data, task.gate if asked.gate else 0, asked.workers)
        seconds = time.perf_counter() - started
        known = standing[kind].setdefault(task.name, {})
        for number, (name, value) in enumerate(figures.items()):
            floor = known.get(name)
            bad = under(name, value, floor)
            failed += bad
            took = f"{seconds:9.1f}" if number == 0 else ""
            shown = f"{floor:8.3f}" if floor is not None else f"{'–':>8}"
            print(
                f"{task.name if number == 0 else '':<28}{name:<22}{value:7.3f}{shown}{took}{'  UNDER' if bad else ''}"
                f"{'  trained on these pages' if task.fitted else ''}"
            )
            better = floor is None or (value < floor if name in LOWER_IS_BETTER else value > floor)
            if asked.raise_floors and better and not task.fitted:
                known[name] = value
        sys.stdout.flush()
    if asked.raise_floors:
        dated = {"measured": date.today().isoformat(), **standing}
        FLOORS.write_text(json.dumps(dated, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
