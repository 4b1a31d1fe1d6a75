"""What ``sayso judge`` does between a person's words and the record: finds what is meant, keeps it, tells the rest."""

from __future__ import annotations

import difflib
import shlex
import textwrap
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sayso.exports.brief import printable
from sayso.exports.shown import RecordView, day_of, name_of
from sayso.exports.view import view
from sayso.outlets import canonical
from sayso.pipeline import relate
from sayso.record.judgements import OF_BODIES, Current, Judge, JudgementError, Side, held, keep, undo
from sayso.record.store import Record, now
from sayso.relations.claims.judged import sentence, step
from sayso.relations.words.spellings import folded
from sayso.spans import text_of
from sayso.types import Claim, Judgement
from sayso.vocab import JudgementKind

#: Where a name is not known, this many like it are proposed.
PROPOSED = 3


class Judged(NamedTuple):
    """What a person asked to be kept: a kind of judgement, what it is of as typed, who judged, on which day, a note."""

    verdict: JudgementKind
    subjects: tuple[str, ...]
    by: str
    day: str | None
    note: str


def judge(record: Record, asked: Judged) -> Iterator[str]:
    """Keeps a judgement, makes the relations anew and says what came of it.

    Raises JudgementError, with a message that says what to do, where it cannot be kept.
    """
    found = view(record)
    if len(asked.subjects) != 2:
        things = "names" if asked.verdict in OF_BODIES else "claims"
        raise JudgementError(f"a judgement is of two {things}; {len(asked.subjects)} given")
    one, other = asked.subjects
    sides = (
        (_body(found, one), _body(found, other))
        if asked.verdict in OF_BODIES
        else _claims(_side(record, found, one), _side(record, found, other))
    )
    current = Current(record, found.documents.values(), (c for held in found.claims.values() for c in held))
    judgement = keep(record, asked.verdict, sides, judge_of(asked.by, asked.day, asked.note), now(), current)
    yield f"#{judgement.number} {step(judgement)}"
    yield from _followed(record, judgement)


def take_back(record: Record, number: str, by: str, day: str | None, note: str) -> Iterator[str]:
    """Undoes a judgement, makes the relations anew and says what came of it; raises as :func:`judge` does."""
    judgement, undone = undo(record, number, judge_of(by, day, note), now())
    yield f"#{judgement.number} undoes #{undone.number}, {sentence(undone)}: {judgement.said}"
    yield from _followed(record, undone)


def judge_of(by: str, day: str | None, note: str) -> Judge:
    """Who judges, checked: a name of somebody, a day of the calendar, one line of text."""
    name = printable(by)
    if not name or folded(name) == "sayso":
        raise JudgementError("say with --by who judges: a person's name")
    return Judge(name, date.fromisoformat(day).isoformat() if day else now()[:10], printable(note))


def write_list(record: Record) -> Iterator[str]:
    """The judgements of a record, one a line, with what became of each."""
    kept = sorted(record.judgements(), key=lambda j: j.number)
    holding = held(kept)
    undone = {j.left[0]: j.number for j in kept if j.verdict is JudgementKind.UNDO}
    lost = set()
    if holding:
        claims = list(record.claims())
        lost = {j.id for j in Current(record, record.documents(), claims).present(holding)[1]}
    for judgement in kept:
        aside = f"  [undone by #{undone[judgement.id]}]" if judgement.id in undone else ""
        aside += "  [without its claim: no document says it as it is read now]" if judgement.id in lost else ""
        yield f"#{judgement.number} {step(judgement)}{aside}"
    if not kept:
        yield "nobody has judged anything in this record"


def write_open(record: Record, width: int = 100) -> Iterator[str]:
    """The pairs of claims that may be one and that nobody has judged, the likeliest first, each with the words of both
    and where they stand."""
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
    """The claims that are meant: all accounts under a number of the brief or of a cluster, or the one with an id."""
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
    """Both sides; where one account is set against the claim that it is now part of, against the others of it."""
    if len(left.ids) < len(right.ids):
        return left, right._replace(ids=tuple(i for i in right.ids if i not in left.ids) or right.ids)
    return left._replace(ids=tuple(i for i in left.ids if i not in right.ids) or left.ids), right


def _body(found: RecordView, asked: str) -> Side:
    """A name that the record has, as it is written there."""
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
    """Makes the relations anew, and says which claims of the brief a judgement is about, or which counts it changed."""
    before = {(o.origins_min, o.origins_max, o.cluster_id) for o in record.origins()}
    relate(record)
    found = view(record)
    if judgement.verdict in OF_BODIES:
        changed = sum(1 for o in record.origins() if (o.origins_min, o.origins_max, o.cluster_id) not in before)
        yield f"   the origins of {changed} {'claim' if changed == 1 else 'claims'} are counted otherwise now"
        return
    about = {*judgement.left, *judgement.right}
    for claim in (c for story in found.stories for c in story.claims):
        if about & {a.claim.id for a in claim.accounts}:
            low, high = (claim.ladder.origins_min, claim.ladder.origins_max) if claim.ladder else (0, 0)
            origins = f"{low}–{high} origins" if low != high else f"{low} {'origin' if low == 1 else 'origins'}"
            number = len(claim.told)
            accounts = f"{number} {'account' if number == 1 else 'accounts'}"
            yield f"   now {claim.number} in the brief: {printable(claim.wording)} ({accounts}, {origins})"
