"""The rows of one sentence among those of a document, without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from sayso.layers.parsing.parse import Sentence
from sayso.types import Span


class Spanned(Protocol):
    """Whatever has a place in a document."""

    @property
    def span(self) -> Span: ...


Row = TypeVar("Row", bound=Spanned)


class Within(Generic[Row]):
    """Rows by where they begin."""

    def __init__(self, rows: Sequence[Row]):
        self.rows = sorted(rows, key=lambda row: row.span.start)
        self.starts = [row.span.start for row in self.rows]

    def inside(self, sentence: Sentence) -> list[Row]:
        """The rows that begin in the sentence, in text order."""
        return self.rows[bisect_left(self.starts, sentence.start) : bisect_left(self.starts, sentence.end)]
