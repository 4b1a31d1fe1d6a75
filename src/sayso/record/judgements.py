"""What people judged: kept in the ledger beside the captured bytes, never deleted, and obeyed until it is undone."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Connection, select

from sayso.record.schema import TABLES, ledger, unpacked
from sayso.relations.claims.judged import APART, sentence
from sayso.relations.parted import Parted
from sayso.relations.words.spellings import folded
from sayso.spans import text_of
from sayso.types import Capture, Claim, Document, Judgement, Row, replaced
from sayso.vocab import JudgementKind

if TYPE_CHECKING:
    from sayso.record.store import Record

MEDIA_TYPE = "application/vnd.sayso.judgement+json"
OF_BODIES = (JudgementKind.SAME_BODY, JudgementKind.OTHER_BODY)
JOINING = (JudgementKind.SAME, JudgementKind.SAME_BODY)
PARTING = (*APART, JudgementKind.OTHER_BODY)


class JudgementError(ValueError):
    """A judgement cannot be kept; the message says why, and what to do."""


class Side(NamedTuple):
    """One side of a judgement: the ids of claims, or one name; and the words to show for it."""

    ids: tuple[str, ...]
    words: str


class Judge(NamedTuple):
    """Who judges: a name, the ISO day, a note."""

    by: str
    date: str
    note: str = ""


def keep(
    record: Record, verdict: JudgementKind, sides: tuple[Side, Side], judge: Judge, at: str, current: CurrentClaims
) -> Judgement:
    """Keeps a judgement; ``at`` is the present time (ISO 8601, UTC), ``current`` the claims as they are read now.

    Raises JudgementError if both sides are the same, if the same person judged so before, or if it contradicts an
    earlier judgement.
    """
    left, right = sorted(sides)
    if set(left.ids) & set(right.ids) or (verdict in OF_BODIES and folded(left.ids[0]) == folded(right.ids[0])):
        raise JudgementError("both sides are one and the same; name two")
    if verdict is JudgementKind.SAME_BODY:
        left, right = sides  # in the given order: the first name becomes the body's
    with record.writing() as writer:
        kept = writer.held(Judgement)
        holding = current.resolve(in_force(kept))[0]
        judgement = _made(len(kept) + 1, verdict, (left, right), judge)
        for earlier in holding:
            if (earlier.verdict, earlier.by) == (verdict, judge.by) and _sides(earlier) == _sides(judgement):
                raise JudgementError(f"#{earlier.number} says so already: {sentence(earlier)}, {earlier.said}")
        against = contradicted(judgement, holding)
        if against:
            said = "; ".join(f"#{j.number} {sentence(j)}, {j.said}" for j in against)
            numbers = " or ".join(f"--undo {j.number}" for j in against)
            raise JudgementError(f"this contradicts what was judged before: {said}. Take that back first: {numbers}")
        capture, data = evidence_of(judgement, at)
        writer.keep(capture, data)
        writer.add([judgement])
    return judgement


def undo(record: Record, asked: str, judge: Judge, at: str) -> tuple[Judgement, Judgement]:
    """Takes back a judgement, by its number or id; returns the judgement that undoes it, and the one undone.

    Raises JudgementError if no such judgement is in force.
    """
    with record.writing() as writer:
        kept = writer.held(Judgement)
        found = [j for j in kept if asked.removeprefix("#") == str(j.number) or j.id == asked]
        if not found:
            raise JudgementError(f"no judgement {asked!r} is kept; sayso judge --list shows all with their numbers")
        if found[0] not in in_force(kept):
            undone = found[0].verdict is JudgementKind.UNDO
            said = "takes back another one; to have that again, judge it again" if undone else "is undone already"
            raise JudgementError(f"#{found[0].number} {said}")
        sides = Side((found[0].id,), f"#{found[0].number}"), Side((), "")
        judgement = _made(len(kept) + 1, JudgementKind.UNDO, sides, judge)
        capture, data = evidence_of(judgement, at)
        writer.keep(capture, data)
        writer.add([judgement])
    return judgement, found[0]


def _made(number: int, verdict: JudgementKind, sides: tuple[Side, Side], judge: Judge) -> Judgement:
    left, right = sides
    return Judgement(
        number=number,
        verdict=verdict,
        left=tuple(sorted(left.ids)),
        right=tuple(sorted(right.ids)),
        left_words=" ".join(left.words.split()),
        right_words=" ".join(right.words.split()),
        by=judge.by,
        date=judge.date,
        note=judge.note,
    )


def _sides(judgement: Judgement) -> frozenset[frozenset[str]]:
    bodies = judgement.verdict in OF_BODIES
    return frozenset(frozenset(map(folded, s) if bodies else s) for s in (judgement.left, judgement.right))


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements in force, by number: neither those undone nor those that undid them."""
    kept = sorted(judgements, key=lambda j: j.number)
    undone = {j.left[0] for j in kept if j.verdict is JudgementKind.UNDO}
    return [j for j in kept if j.verdict is not JudgementKind.UNDO and j.id not in undone]


def contradicted(judgement: Judgement, holding: Sequence[Judgement]) -> list[Judgement]:
    """The earlier judgements, by number, that a new one contradicts; none if it contradicts none."""
    together = [j for j in holding if (j.verdict in OF_BODIES) == (judgement.verdict in OF_BODIES)] + [judgement]
    joined: dict[str, list[Judgement]] = defaultdict(list)
    sets = Parted()
    for one in (j for j in together if j.verdict in JOINING):
        for thing in (*_side(one, "left"), *_side(one, "right")):
            joined[thing].append(one)
            sets.join(_side(one, "left")[0], thing)
    # which sets each judgement is between: a cheap test before a path is searched for
    between = {
        j: {frozenset((sets.find(a), sets.find(b))) for a in _side(j, "left") for b in _side(j, "right")}
        for j in together
    }
    for one in (j for j in together if j.verdict in PARTING and any(len(pair) == 1 for pair in between[j])):
        path = _path(_side(one, "left"), _side(one, "right"), joined)
        if path is not None and judgement in (one, *path):
            return _others(judgement, one, *path)
    agreeing = [j for j in together if j.verdict is JudgementKind.AGREES]
    at_odds = [j for j in together if j.verdict is JudgementKind.CONFLICTS]
    for one, other in itertools.product(agreeing, at_odds):
        for first, second in (("left", "right"), ("right", "left")) if between[one] & between[other] else ():
            near = _path(_side(one, "left"), _side(other, first), joined)
            far = _path(_side(one, "right"), _side(other, second), joined)
            if near is not None and far is not None and judgement in (one, other, *near, *far):
                return _others(judgement, one, other, *near, *far)
    return []


def _others(judgement: Judgement, *involved: Judgement) -> list[Judgement]:
    return sorted({*involved} - {judgement}, key=lambda j: j.number)


def _side(judgement: Judgement, side: str) -> list[str]:
    things = judgement.left if side == "left" else judgement.right
    return [folded(t) for t in things] if judgement.verdict in OF_BODIES else list(things)


def _path(
    start: Sequence[str], goal: Sequence[str], joined: Mapping[str, Sequence[Judgement]]
) -> list[Judgement] | None:
    """The shortest path of joining judgements from one of ``start`` to one of ``goal``; None if there is none."""
    ends = set(goal)
    came: dict[str, tuple[str, Judgement] | None] = dict.fromkeys(sorted(start))
    queue = deque(came)
    while queue:
        thing = queue.popleft()
        if thing in ends:
            steps = []
            step = came[thing]
            while step is not None:
                steps.append(step[1])
                step = came[step[0]]
            return steps
        for judgement in joined.get(thing, ()):
            for other in (*_side(judgement, "left"), *_side(judgement, "right")):
                if other not in came:
                    came[other] = thing, judgement
                    queue.append(other)
    return None


class CurrentClaims:
    """The claims as they are read now, to find those that a judgement is about.

    A newer Sayso may read a claim differently, and so give it another id; it is still the same claim if it has the same
    slot and the same words in the same captured bytes.
    """

    def __init__(self, record: Record, documents: Iterable[Document], claims: Iterable[Claim]):
        self._record = record
        self._documents = {d.id: d for d in documents}
        self._claims = {c.id: c for c in claims}
        self._places: dict[tuple[str, str, str], list[Claim]] | None = None

    def resolve(self, judgements: Iterable[Judgement]) -> tuple[list[Judgement], list[Judgement]]:
        """The judgements with the ids that their claims have now; and, unchanged, those whose claim is gone."""
        found, lost = [], []
        for judgement in judgements:
            if judgement.verdict in OF_BODIES:
                found.append(judgement)
                continue
            left, right = (
                tuple(sorted({c for c in map(self.claim, side) if c is not None}))
                for side in (judgement.left, judgement.right)
            )
            if not left or not right:
                lost.append(judgement)
            elif (left, right) == (judgement.left, judgement.right):
                found.append(judgement)
            else:
                found.append(replaced(judgement, left=left, right=right))
        return found, lost

    def claim(self, claim_id: str) -> str | None:
        """The id that a claim has now; None if it is no longer read, or if several may be it."""
        if claim_id in self._claims:
            return claim_id
        old = self._record.get(claim_id)
        document = self._record.get(old.content[0].document_id) if isinstance(old, Claim) and old.content else None
        if not isinstance(old, Claim) or not isinstance(document, Document):
            return None
        near = self._by_place().get(_place(old, document), [])
        if len(near) > 1:
            spans = [(s.start, s.end) for s in old.content]
            near = [c for c in near if [(s.start, s.end) for s in c.content] == spans]
        return near[0].id if len(near) == 1 else None

    def _by_place(self) -> dict[tuple[str, str, str], list[Claim]]:
        if self._places is None:
            self._places = defaultdict(list)
            for claim in self._claims.values():
                document = self._documents.get(claim.content[0].document_id) if claim.content else None
                if document is not None:
                    self._places[_place(claim, document)].append(claim)
        return self._places


def _place(claim: Claim, document: Document) -> tuple[str, str, str]:
    return document.capture_id, claim.slot.value, text_of(document.text, claim.content)


# In the ledger.


def evidence_of(judgement: Judgement, at: str | None = None) -> tuple[Capture, bytes]:
    """A judgement as evidence: its capture and its bytes, as they go into the ledger."""
    said = {
        "id": judgement.id,
        "number": judgement.number,
        "verdict": judgement.verdict.value,
        "left": judgement.left,
        "right": judgement.right,
        "left_words": judgement.left_words,
        "right_words": judgement.right_words,
        "by": judgement.by,
        "date": judgement.date,
        "note": judgement.note,
    }
    data = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(data).hexdigest()
    uri = f"judgement:{judgement.id}"
    return Capture(digest=digest, uri=uri, media_type=MEDIA_TYPE, retrieved_at=at), data


def check(connection: Connection) -> str | None:
    """What is wrong with the judgements of a record: one that the ledger lacks, or one that only the ledger has; None
    if all is well."""
    table = TABLES["capture"]
    entries = select(table.c.id).join(ledger, ledger.c.capture_id == table.c.id).where(table.c.media_type == MEDIA_TYPE)
    evidence = {line.id for line in connection.execute(entries)}
    for line in connection.execute(select(TABLES["judgement"])).mappings():
        row: Row = unpacked("judgement", line)
        assert isinstance(row, Judgement)
        entry = evidence_of(row)[0].id
        if entry not in evidence:
            return f"judgement #{row.number} ({row.id}): the ledger has no entry of it"
        evidence.remove(entry)
    return f"ledger entry of {min(evidence)}: the judgement that it is of is gone" if evidence else None
