"""How callers get at the rows of a record: ``record.claims()``, ``record.documents()`` and so on."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from sayso import types
from sayso.types import Row

if TYPE_CHECKING:
    import pyarrow

R = TypeVar("R", bound=Row)


class Rows(Generic[R]):
    """The rows of one kind that stand in a record: iterate over them, count them, or take them as a table."""

    def __init__(self, record: RowSource, cls: type[R], document_id: str | None = None):
        self._record, self._cls, self._document_id = record, cls, document_id

    def __iter__(self) -> Iterator[R]:
        return self._record.iterate(self._cls, self._document_id)

    def __len__(self) -> int:
        return self._record.count(self._cls, self._document_id)  # a query of its own, since list() calls it first

    def __repr__(self) -> str:
        return f"<{len(self)} {self._cls.kind} rows of {self._record.path}>"

    def table(self) -> pyarrow.Table:
        """The rows as a pyarrow table; see ``sayso.record.tables.table`` for its columns."""
        from sayso.record.tables import table

        return table(self._cls, self)


class RowSource(ABC):
    """What a record is to its readers: a method for each kind of row; of one document, where an id is given."""

    path: Path

    @abstractmethod
    def iterate(self, cls: type[R], document_id: str | None = None) -> Iterator[R]:
        """The rows of a kind that stand, of all documents or of one."""

    @abstractmethod
    def count(self, cls: type[Row], document_id: str | None = None) -> int:
        """How many rows :meth:`iterate` gives."""

    def captures(self) -> Rows[types.Capture]:
        return Rows(self, types.Capture)

    def documents(self) -> Rows[types.Document]:
        return Rows(self, types.Document)

    def blocks(self, document_id: str | None = None) -> Rows[types.Block]:
        return Rows(self, types.Block, document_id)

    def credits(self, document_id: str | None = None) -> Rows[types.Credit]:
        return Rows(self, types.Credit, document_id)

    def mentions(self, document_id: str | None = None) -> Rows[types.Mention]:
        return Rows(self, types.Mention, document_id)

    def timexes(self, document_id: str | None = None) -> Rows[types.Timex]:
        return Rows(self, types.Timex, document_id)

    def toponyms(self, document_id: str | None = None) -> Rows[types.Toponym]:
        return Rows(self, types.Toponym, document_id)

    def quantities(self, document_id: str | None = None) -> Rows[types.Quantity]:
        return Rows(self, types.Quantity, document_id)

    def attributions(self, document_id: str | None = None) -> Rows[types.Attribution]:
        return Rows(self, types.Attribution, document_id)

    def events(self, document_id: str | None = None) -> Rows[types.EventMention]:
        return Rows(self, types.EventMention, document_id)

    def claims(self, document_id: str | None = None) -> Rows[types.Claim]:
        return Rows(self, types.Claim, document_id)

    def reuses(self) -> Rows[types.Reuse]:
        return Rows(self, types.Reuse)

    def descents(self) -> Rows[types.Descent]:
        return Rows(self, types.Descent)

    def links(self) -> Rows[types.Link]:
        return Rows(self, types.Link)

    def judgements(self) -> Rows[types.Judgement]:
        """All judgements by number, including those undone and those that undid them."""
        return Rows(self, types.Judgement)

    def members(self) -> Rows[types.Member]:
        return Rows(self, types.Member)

    def origins(self) -> Rows[types.Origin]:
        return Rows(self, types.Origin)

    def activities(self) -> Rows[types.Activity]:
        return Rows(self, types.Activity)

    def problems(self) -> Rows[types.Problem]:
        return Rows(self, types.Problem)
