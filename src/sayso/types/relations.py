"""Rows of many documents: who has it from whom, what is one, how claims stand to each other, how many stand behind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from sayso import vocab
from sayso.types.identity import ASIDE, Row, Span, hash_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse(Row):
    """Passages that two documents share. ``left`` and ``right`` span all the passages; ``matched`` pairs them;
    shares are of each document's body words."""

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
    """One text taken from another. ``copy`` and ``exemplar`` are document ids; where the exemplar is not held,
    ``exemplar`` is None and ``exemplar_name`` says who it is of. ``copy`` may be None for a hop between two texts
    that are not held; then ``copy_name`` says whose it is."""

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
    """A judged pair of rows of one kind. Symmetric kinds have ``left < right``; in ``updates`` and ``denial`` left
    is the later state, or the denying claim. ``negated`` says that the judge rejects the link."""

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
    """What a person judged of two claims or two names, or that an earlier judgement no longer holds.

    ``number`` counts the judgements of a record from 1. ``left`` and ``right`` are ids of claims, and what is judged
    holds of each on the left with each on the right; or one name each; of an undo, ``left`` is the id of what is
    undone. The words are those of the first claim of a side, or the name. ``date`` is the ISO day of the judgement.
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
        """``judged by NAME on DATE: note``, which stands in whatever follows from it."""
        return f"judged by {self.by} on {self.date}{': ' + self.note if self.note else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Row):
    """One row's place in a cluster. ``cluster_id`` is a hash of what the cluster is about; ``name`` is its title."""

    kind: ClassVar[str] = "member"
    cluster: vocab.MemberKind
    cluster_id: str
    member_id: str
    name: str = ""
    detail: str = ""


def core_of(cluster_id: str) -> str:
    """The cluster id of the core that a cluster of claims is about; the accounts of its other cores are only probably
    of it."""
    return hash_of("core", cluster_id)


class About(NamedTuple):
    """What a step of a derivation tells, and of whom where it is of one source."""

    what: vocab.StepKind
    whom: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin(Row):
    """The ladder of one claim cluster: how many outlets, families, texts and independent origins stand behind it,
    the last as a range, with the derivation in sentences that a reader can check and what each of them is about."""

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
        """The sentences of the derivation that tell one of these things, of anybody or of one source."""
        told = zip(self.derivation, self.about, strict=False)
        return [words for words, about in told if about.what in kinds and whom in (None, about.whom)]
