"""A figure: how many things were right, of how many, and which were not."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Figure:
    """Right out of all, and what was missed."""

    right: int = 0
    of: int = 0
    missed: list[str] = field(default_factory=list)

    def count(self, good: bool, what: str) -> None:
        self.of += 1
        self.right += good
        if not good:
            self.missed.append(what)
