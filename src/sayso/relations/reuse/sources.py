"""What is asked of a document whose text is compared with others."""

from __future__ import annotations

from typing import Protocol


class Compared(Protocol):
    """What is asked of a document whose words are read: a row, or just these of its columns."""

    @property
    def id(self) -> str: ...

    @property
    def text(self) -> str: ...

    @property
    def headline(self) -> str | None: ...

    @property
    def publisher(self) -> str | None: ...

    @property
    def label(self) -> str | None: ...
