"""The fictional stories of ``tests/corpora`` and their pages, each read and annotated once for all tests of a run."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

from newswire import Newswire
from newswire import newswire as read_newswire

CORPORA = Path(__file__).resolve().parent / "corpora"
FOLDERS = sorted(path.parent.relative_to(CORPORA).as_posix() for path in CORPORA.glob("*/*/expected.json"))


@functools.cache
def expected(folder: str) -> dict[str, Any]:
    wanted: dict[str, Any] = json.loads((CORPORA / folder / "expected.json").read_text(encoding="utf-8"))
    return wanted


@functools.cache
def newswire(folder: str) -> Newswire:
    return read_newswire(CORPORA / folder)
