"""The accuracy gate: scores the first documents of each development set and fails under a floor.

    python evaluation/gate.py [--data ../shared/data]

Without the data it says so and passes.
"""

from __future__ import annotations

import sys

import table

if __name__ == "__main__":
    raise SystemExit(table.main([*sys.argv[1:], "--gate"]))
