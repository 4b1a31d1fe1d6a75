"""Rows about what was run, and about what could not be read or done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from sayso.types.identity import ASIDE, Row, Values


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Row):
    """One stage of one version of Sayso, with its parameters and assets, and when it first ran."""

    kind: ClassVar[str] = "activity"
    stage: str
    version: str
    parameters: Values = ()
    assets: Values = ()
    started_at: str | None = field(default=None, metadata=ASIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem(Row):
    """What could not be read or done, and why. ``subject`` is a document id, a capture id or a path."""

    kind: ClassVar[str] = "problem"
    subject: str
    stage: str
    reason: str
