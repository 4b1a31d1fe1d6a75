"""Every kind of row, as frozen, slotted values; import them from here.

A row's id is a hash of its kind and its meaningful fields, so the same finding made twice, on any day and in any order,
is the same row; ``identity`` has this. ``pages`` has the rows of one page, ``relations`` those of many documents,
``runs`` what was run and what went wrong.
"""

from __future__ import annotations

from collections.abc import Sized
from typing import NamedTuple

from sayso import vocab
from sayso.types.identity import ASIDE, Row, Span, Value, Values, hash_of, replaced, spans_in, spans_of, values
from sayso.types.pages import (
    Attribution,
    Block,
    Capture,
    Claim,
    Credit,
    Dateline,
    Document,
    EventMention,
    Mention,
    Published,
    Quantity,
    Timex,
    Toponym,
)
from sayso.types.relations import About, Descent, Judgement, Link, Member, Origin, Reuse, core_of
from sayso.types.runs import Activity, Problem

__all__ = [
    "ASIDE", "KINDS", "About", "Activity", "Annotated", "Attribution", "Block", "Capture", "Claim", "Collated",
    "Credit", "Dateline", "Descent", "Document", "EventMention", "Judgement", "Link", "Member", "Mention", "Origin",
    "Problem", "Published", "Quantity", "Reuse", "Row", "Span", "Timex", "Toponym", "Value", "Values", "core_of",
    "hash_of", "replaced", "spans_in", "spans_of", "values",
]  # fmt: skip


def _counts(rows: dict[str, Sized]) -> str:
    """``12 claims, 30 mentions``, without what there is none of."""
    return ", ".join(f"{len(held)} {name}" for name, held in rows.items() if len(held)) or "nothing"


class Annotated(NamedTuple):
    """A page and everything that the annotators found on it."""

    document: Document
    blocks: tuple[Block, ...]
    credits: tuple[Credit, ...] = ()
    mentions: tuple[Mention, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    timexes: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[EventMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def body(self) -> str:
        """The text of the body blocks, joined by newlines."""
        return "\n".join(
            self.document.text[b.span.start : b.span.end] for b in self.blocks if b.zone is vocab.Zone.BODY
        )

    def __repr__(self) -> str:
        found = self._asdict()
        del found["document"]
        return f"<Annotated {self.document.label or self.document.uri}: {_counts(found)}>"


class Collated(NamedTuple):
    """Everything that the collators found among documents."""

    reuses: tuple[Reuse, ...] = ()
    entities: tuple[Member, ...] = ()
    stories: tuple[Member, ...] = ()
    descents: tuple[Descent, ...] = ()
    clusters: tuple[Member, ...] = ()
    cores: tuple[Member, ...] = ()
    links: tuple[Link, ...] = ()
    origins: tuple[Origin, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __repr__(self) -> str:
        return f"<Collated: {_counts(self._asdict())}>"


KINDS: dict[str, type[Row]] = {
    cls.kind: cls
    for cls in (
        Capture, Document, Block, Credit, Mention, Timex, Toponym, Quantity, Attribution, EventMention, Claim,
        Reuse, Descent, Link, Judgement, Member, Origin, Activity, Problem,
    )
}  # fmt: skip
