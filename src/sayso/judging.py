"""What ``sayso judge`` does: finds the claims or names that a person means, keeps the judgement, says what changed."""

from __future__ import annotations

import difflib
import shlex
import textwrap
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sayso.exports.shown import RecordView, day_of, name_of
from sayso.exports.view import view
from sayso.exports.visible import printable
from sayso.exports.words import count, origins
from sayso.outlets import canonical
from sayso.pipeline import relate
from sayso.record.judgements import OF_BODIES, CurrentClaims, Judge, JudgementError, Side, in_force, keep, undo
from sayso.record.store import Record, now
from sayso.relations.claims.judged import sentence, step
from sayso.relations.words.spellings import folded
from sayso.spans import text_of
from sayso.types import Claim, Judgement
from sayso.vocab import JudgementKind

#: How many similar names are proposed for one that the record does not have.
PROPOSED = 3


class JudgeRequest(NamedTuple):
    """A judgement as a person typed it: its kind, its two subjects, who judges, on which ISO day, and a note."""

    verdict: JudgementKind
    subjects: tuple[str, ...]
    by: str
    day: str | None
    note: str


def judge(record: Record, request: JudgeRequest) -> Iterator[str]:
    """Keeps a judgement and relates the record anew; the lines say what became of it.

    Raises JudgementError, with a message that says what to do, if it cannot be kept.
    """
    found = view(record)
    if len(request.subjects) != 2:
        things = "names" if request.verdict in OF_BODIES else "claims"
        raise JudgementError(f"a judgement is of two {things}; {len(request.subjects)} given")
    one, other = request.subjects
    sides = (
        (_body(found, one), _body(found, other))
        if request.verdict in OF_BODIES
        else _claims(_side(record, found, one), _side(record, found, other))
    )
    current = CurrentClaims(record, found.documents.values(), (c for held in found.claims.values() for c in held))
    judgement = keep(record, request.verdict, sides, judge_of(request.by, request.day, request.note), now(), current)
    yield f"#{judgement.number} {step(judgement)}"
    yield from _followed(record, judgement)


def take_back(record: Record, number: str, by: str, day: str | None, note: str) -> Iterator[str]:
    """Undoes a judgement and relates the record anew; the lines say what became of it. Raises as :func:`judge` does."""
    judgement, undone = undo(record, number, judge_of(by, day, note), now())
    yield f"#{judgement.number} undoes #{undone.number}, {sentence(undone)}: {judgement.said}"
    yield from _followed(record, undone)


def judge_of(by: str, day: str | None, note: str) -> Judge:
    """Who judges, on which ISO day (default: today), with which note, in printable characters.

    Raises JudgementError if the name is empty, or Sayso's own.
    """
    name = printable(by)
    if not name or folded(name) == "sayso":
        raise JudgementError("say with --by who judges: a person's name")
    return Judge(name, date.fromisoformat(day).isoformat() if day else now()[:10], printable(note))


def write_list(record: Record) -> Iterator[str]:
    """The judgements of a record, one a line, with those marked that were undone or have lost their claim."""
    kept = sorted(record.judgements(), key=lambda j: j.number)
    holding = in_force(kept)
    undone = {j.left[0]: j.number for j in kept if j.verdict is JudgementKind.UNDO}
    lost = set()
    if holding:
        claims = list(record.claims())
        lost = {j.id for j in CurrentClaims(record, record.documents(), claims).resolve(holding)[1]}
    for judgement in kept:
        aside = f"  [undone by #{undone[judgement.id]}]" if judgement.id in undone else ""
        aside += "  [without its claim: no document says it as it is read now]" if judgement.id in lost else ""
        yield f"#{judgement.number} {step(judgement)}{aside}"
    if not kept:
        yield "nobody has judged anything in this record"


def write_open(record: Record, width: int = 100) -> Iterator[str]:
    """The pairs of claims that may be one and that nobody has judged, likeliest first, with the words of both and where
    they stand."""
    pairs = view(record).open_pairs
    for claim, other, relation in pairs:
        said = f"{claim.number} and {other.number}: {printable(relation.detail)}"
        yield from textwrap.wrap(said, width, subsequent_indent="   ")
        for one in (claim, other):
            lead = f"   {one.number:>3}  "
            account = one.accounts[0]
            day = day_of(account.document) if account.document.published else "undated"
            said = f"{printable(one.wording)} ({printable(name_of(account.document))}, {day})"
            yield from textwrap.wrap(said, width, initial_indent=lead, subsequent_indent=" " * len(lead))
    if pairs:
        named = f"--record {shlex.quote(str(record.path))}"
        yield f'to judge a pair: sayso judge NUMBER NUMBER --same (or --not-same) --by "YOUR NAME" {named}'
    else:
        yield "no pair of claims is open: none is likely enough to be one, or all were judged"


def _side(record: Record, found: RecordView, asked: str) -> Side:
    """The claims that a person means: all accounts of the claim with a number in the brief, or the one with an id."""
    wanted = printable(asked)
    claims = [c for story in found.stories for c in story.claims]
    meant = [c for c in claims if wanted == str(c.number) or (len(wanted) > 8 and c.cluster_id.startswith(wanted))]
    if len(meant) == 1:
        return Side(tuple(sorted(a.claim.id for a in meant[0].accounts)), meant[0].wording)
    row = record.get(wanted)
    if isinstance(row, Claim):
        if any(row.id == a.claim.id for c in claims for a in c.accounts):
            return Side((row.id,), text_of(found.documents[row.content[0].document_id].text, row.content))
        raise JudgementError(f"{row.id} is not read any more; sayso explain {row.id} shows what it was")
    raise JudgementError(
        f"no claim {asked!r}; give its number in the brief, or the id of one account (sayso explain shows these)"
    )


def _claims(left: Side, right: Side) -> tuple[Side, Side]:
    """The two sides without overlap: an account judged against its own claim is judged against the others there."""
    if len(left.ids) < len(right.ids):
        return left, right._replace(ids=tuple(i for i in right.ids if i not in left.ids) or right.ids)
    return left._replace(ids=tuple(i for i in left.ids if i not in right.ids) or left.ids), right


def _body(found: RecordView, asked: str) -> Side:
    """The name that a person means, as the record writes it."""
    names = {name for held in found.claims.values() for c in held for name in c.chain}
    names |= {name for story in found.stories for c in story.claims if c.ladder for name in c.ladder.names}
    names |= {name for d in found.documents.values() for name in (name_of(d), canonical(name_of(d)))}
    wanted = printable(asked)
    known = {folded(name): name for name in sorted(names) if folded(name)}
    if folded(wanted) in known:
        return Side((known[folded(wanted)],), known[folded(wanted)])
    near = difflib.get_close_matches(folded(wanted), sorted(known), PROPOSED)
    proposed = f"; did you mean {' or '.join(known[n] for n in near)}?" if near else ""
    raise JudgementError(f"no source or outlet in this record is called {wanted!r}{proposed}")


def _followed(record: Record, judgement: Judgement) -> Iterator[str]:
    """Relates the record anew; says which claims of the brief a judgement is now about, or how many counts changed."""
    before = {(o.origins_min, o.origins_max, o.cluster_id) for o in record.origins()}
    relate(record)
    found = view(record)
    if judgement.verdict in OF_BODIES:
        changed = sum(1 for o in record.origins() if (o.origins_min, o.origins_max, o.cluster_id) not in before)
        yield f"   the origins of {count(changed, 'claim')} are counted otherwise now"
        return
    about = {*judgement.left, *judgement.right}
    for claim in (c for story in found.stories for c in story.claims):
        if about & {a.claim.id for a in claim.accounts}:
            reach = ", ".join(
                part for part in (count(len(claim.distinct_accounts), "account"), origins(claim.ladder)) if part
            )
            yield f"   now {claim.number} in the brief: {printable(claim.wording)} ({reach})"
