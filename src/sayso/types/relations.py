"""Rows about many documents: who has a text from whom, what is the same, how claims relate, who is behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from sayso import vocab
from sayso.types.identity import ASIDE, Row, Span, hash_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse(Row):
    """Passages that two documents share. ``left`` and ``right`` each span all of them, ``matched`` pairs them up, and
    the shares are of each document's body words."""

    kind: ClassVar[str] = "reuse"
    left: Span
    right: Span
    matched: tuple[tuple[Span, Span], ...]
    share_of_left: float
    share_of_right: float
    score: float
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent(Row):
    """One text taken from another. ``copy`` and ``exemplar`` are document ids, None for texts that are not held; the
    names say whose they are. ``copy`` is None only for a hop between two texts of which neither is held."""

    kind: ClassVar[str] = "descent"
    copy: str | None
    copy_name: str
    exemplar: str | None
    exemplar_name: str
    basis: vocab.DescentBasis
    score: float
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Row):
    """A judged pair of rows of one kind. Symmetric relations have ``left < right``; in ``updates`` left is the later
    state, in ``denial`` the denying claim. ``negated`` says that the judge rejects the link."""

    kind: ClassVar[str] = "link"
    relation: vocab.LinkKind
    left: str
    right: str
    judge: str = "sayso"
    score: float = 1.0
    negated: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Row):
    """What a person judged of two claims or two names, or that an earlier judgement is undone.

    ``number`` counts the judgements of a record from 1. ``left`` and ``right`` are ids of claims, of which each on the
    left is judged with each on the right; or one name each. In an undo, ``left`` is the id of what is undone. The words
    are those of the first claim of a side, or the name. ``date`` is an ISO day.
    """

    kind: ClassVar[str] = "judgement"
    number: int
    verdict: vocab.JudgementKind
    left: tuple[str, ...]
    right: tuple[str, ...]
    left_words: str
    right_words: str
    by: str
    date: str
    note: str = ""

    @property
    def said(self) -> str:
        """``judged by NAME on DATE: note``, as it stands in everything that follows from the judgement."""
        return f"judged by {self.by} on {self.date}{': ' + self.note if self.note else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Row):
    """A row as a member of a cluster. ``cluster_id`` is a hash of what the cluster is about; ``name`` is its title."""

    kind: ClassVar[str] = "member"
    cluster: vocab.MemberKind
    cluster_id: str
    member_id: str
    name: str = ""
    detail: str = ""


def core_of(cluster_id: str) -> str:
    """The id of the main core of a cluster of claims; accounts in its other cores only probably belong to the claim."""
    return hash_of("core", cluster_id)


class About(NamedTuple):
    """What a step of a derivation tells, and about which source, if it is about one."""

    what: vocab.StepKind
    whom: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin(Row):
    """The ladder of one cluster of claims: how many outlets, families, texts and independent origins (a range) stand
    behind it. The derivation is in sentences that a reader can check; ``about`` says what each of them tells."""

    kind: ClassVar[str] = "origin"
    cluster_id: str
    outlets: int
    families: int
    texts: int
    origins_min: int
    origins_max: int
    names: tuple[str, ...]
    first: str | None  # the document that said it first, where dates tell
    derivation: tuple[str, ...]
    about: tuple[About, ...] = field(default=(), metadata=ASIDE)

    def steps(self, *kinds: vocab.StepKind, whom: str | None = None) -> list[str]:
        """The sentences of the derivation of these kinds; only those about the source ``whom``, if it is given."""
        told = zip(self.derivation, self.about, strict=False)
        return [words for words, about in told if about.what in kinds and whom in (None, about.whom)]
