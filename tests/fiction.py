"""Fictional news for tests: the words of a page, and the stories of ``tests/corpora``, each read once a run."""

from __future__ import annotations

import functools
import html
import json
import re
from pathlib import Path
from typing import Any

from newswire import Newswire
from newswire import newswire as read_newswire

CORPORA = Path(__file__).resolve().parent / "corpora"
FOLDERS = sorted(path.parent.relative_to(CORPORA).as_posix() for path in CORPORA.glob("*/*/expected.json"))


#: The line that every page ends with.
FOOTER = "Fiction written for Sayso."
SCRIPTS = re.compile(r"(?s)<script.*?</script>|<head>.*?</head>")
TAGS = re.compile(r"<[^>]*>")


def words_of(page: str) -> str:
    """The words of a page, without tags, with single spaces."""
    if "<html" in page[:200]:
        page = html.unescape(TAGS.sub(" ", SCRIPTS.sub(" ", page)))
    return " ".join(page.split())


@functools.cache
def expected(folder: str) -> dict[str, Any]:
    wanted: dict[str, Any] = json.loads((CORPORA / folder / "expected.json").read_text(encoding="utf-8"))
    return wanted


@functools.cache
def newswire(folder: str) -> Newswire:
    return read_newswire(CORPORA / folder)
