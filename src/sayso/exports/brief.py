"""The brief: what a record says, for a terminal or a text file."""

from __future__ import annotations

import itertools
import shutil
import textwrap
from collections.abc import Iterator

from sayso.exports.shown import (
    Account,
    ClaimView,
    RecordView,
    Relation,
    StoryView,
    day_of,
    name_of,
    subject_of,
    taken_from,
    twins,
)
from sayso.exports.visible import LONGEST_SAID, printable, short
from sayso.exports.words import count, day, days, origins, origins_range
from sayso.types import Document, Origin
from sayso.vocab import DateBasis, LinkKind, StepKind, Zone

WIDEST, NARROWEST = 110, 60
SHOWN = 8  # claims in one account only that a story shows unless all are asked for
#: The kinds of steps of a derivation that a claim shows, and at most how many of them.
TELLING = (StepKind.JOINED, StepKind.CIRCLE, StepKind.PARTY)
TOLD = 3
REASONS = 12  # different reasons why things were not understood


def _wrapped(text: str, width: int, lead: str = "", hang: int = 0) -> list[str]:
    """A sentence in lines: the first begins with ``lead``, the others are indented by it or by ``hang`` columns."""
    after = " " * max(hang, len(lead))
    return textwrap.wrap(short(text, LONGEST_SAID), width, initial_indent=lead, subsequent_indent=after)


def write_brief(found: RecordView, width: int | None = None, everything: bool = False) -> Iterator[str]:
    """The lines of the brief. ``everything`` shows every claim of every story."""
    width = width or min(WIDEST, max(NARROWEST, shutil.get_terminal_size((100, 24)).columns))
    held = f"{count(len(found.documents), 'document')}, {count(len(found.stories), 'story', 'stories')}"
    yield f"Sayso · {held} · kept in {found.name}"
    for story in found.stories:
        yield ""
        yield from _story(found, story, width, everything)
    yield from _open_pairs(found, width)
    yield from _problems(found, width)


def _open_pairs(found: RecordView, width: int) -> Iterator[str]:
    """How many pairs of claims are open to judgement."""
    number = len(found.open_pairs)
    if number:
        yield ""
        yield from _wrapped(f"{count(number, 'pair')} of claims may be one, for you to judge (judge --open)", width)


def _story(found: RecordView, story: StoryView, width: int, everything: bool) -> Iterator[str]:
    where = ", ".join(name for name, _ in story.places[:2])
    aside = " · ".join(part for part in (days(story.span_of_days), where) if part)
    aside = short(aside, width // 2)
    title = short(story.title, width - len(aside) - 2).upper()
    yield f"{title}{aside:>{max(1, width - len(title))}}"
    yield from _funnel(story, width)
    alike = twins(story.documents)
    for document in story.documents:
        about = _about(found, document, document.id in alike)
        yield from _wrapped(about, width, "  ", 6)
        for notice in document.notices:
            yield from _wrapped(notice, width, "    ! ")
    told: dict[str, int] = {}
    if story.shared:
        yield ""
        yield f"IN MORE THAN ONE ACCOUNT ({len(story.shared)})"
        for claim in story.shared:
            yield from _claim(found, claim, width, told)
    if story.single:
        shown = story.single if everything else _first(story.single)
        yield ""
        yield f"IN ONE ACCOUNT ONLY ({len(story.single)})"
        for claim in shown:
            yield from _claim(found, claim, width, told)
        if len(shown) < len(story.single):
            yield f"   … {len(story.single) - len(shown)} more (--all)"
    if story.naming:
        yield ""
        yield "NAMES"
        for name, counts in story.naming[:6]:
            line = f"{name}: " + ", ".join(f"{form} {n}" for form, n in counts)
            yield from _wrapped(line, width, "   ", 6)


def _first(claims: list[ClaimView]) -> list[ClaimView]:
    """The first claims worth a line: those in tension or in a slot, if there are any."""
    telling = [c for c in claims if c.in_tension or c.slot != "statement"]
    return (telling or claims)[:SHOWN]


def _funnel(story: StoryView, width: int) -> Iterator[str]:
    """``8 articles › 8 outlets › 6 texts › 28 named origins behind 69 claims``; no origins if none were counted."""
    ladders = [c.ladder for c in story.claims if c.ladder is not None]
    outlets = len({name_of(d) for d in story.documents})
    line = f"{count(len(story.documents), 'article')} › {count(outlets, 'outlet')} › {count(story.texts, 'text')}"
    if ladders:
        names = {name for ladder in ladders for name in ladder.names}
        line += f" › {count(len(names), 'named origin')} behind {count(len(story.claims), 'claim')}"
    yield short(line, width)


def _about(found: RecordView, document: Document, titled: bool) -> str:
    """Who published a document, when, and from whom the text was taken; with its headline if ``titled``."""
    when = "undated"
    if document.published:
        basis = document.published.basis
        why = f": {document.published.why}" if basis is DateBasis.INFERRED else ""
        when = f"{day(document.published.date)} ({basis.value}{why})"
    line = name_of(document) + (f", “{short(document.headline, 60)}”" if titled and document.headline else "")
    line += f", {when}"
    if hops := [hop if found.holds(hop) else f"{hop} (not held)" for hop in taken_from(document)]:
        line += f"; taken from {' ‹ '.join(hops)}"
    if document.licence:
        line += f"; licence {document.licence}"
    return line


def _claim(found: RecordView, claim: ClaimView, width: int, told: dict[str, int]) -> Iterator[str]:
    """A claim with its accounts, its ladder and its relations. ``told`` maps each reason that was printed to the number
    of its claim, since the two claims of a relation share one."""
    right = f"{claim.slot}  {origins(claim.ladder)}"
    lead = f"{claim.number:>3} "
    wording = short(claim.wording, max(30, width - len(lead) - len(right) - 2))
    yield f"{lead}{wording}{right:>{max(2, width - len(lead) - len(wording))}}"
    lines = list(dict.fromkeys(_account(account, width) for account in claim.distinct_accounts))
    if len(lines) == 1 and printable(claim.accounts[0].words) == wording:
        lines = [_account(claim.accounts[0], width, quoted=False)]  # the line above has the words
    yield from lines
    if claim.ladder is not None:
        yield from _ladder(claim.ladder, width)
    for step in claim.judged:
        yield from _wrapped(step, width, "     ✓ ")
    for line in dict.fromkeys(_relation(found, claim, r, told) for r in claim.relations if not r.open):
        yield from _wrapped(line, width, "     ", 7)


def _relation(found: RecordView, claim: ClaimView, relation: Relation, told: dict[str, int]) -> str:
    """``» overtaken by 10: why``; ``see 3`` if claim 3 has told why already."""
    other = found.claim_of(relation.other)
    where = f"{other.number}" if other else relation.other
    first = told.setdefault(relation.detail, claim.number)
    why = relation.detail if first == claim.number else f"see {first}"
    words = relation.words.replace("conflicts", "CONFLICTS") if relation.kind is LinkKind.CONFLICTS else relation.words
    return f"{'✓' if relation.judged else '»'} {words} {where}: {why}"


def _account(account: Account, width: int, quoted: bool = True) -> str:
    """``11 Dec  RT ‹ Russian military  “reinforcement …”``; without the words unless they are ``quoted``."""
    when = day(day_of(account.document)).rsplit(" ", 1)[0] if account.document.published else "undated"
    notes = ", own voice" if account.attribution is None else ""
    notes += f" [{account.zone.value}]" if account.zone is not Zone.BODY else ""
    notes += f" ({account.hedge})" if account.hedge else ""
    notes += " (probably)" if account.probably else ""
    lead = f"     {when:<7} {_hops(account, max(12, width // 2 - 6 - len(notes)))}{notes}  "
    if not quoted:
        return lead.rstrip()
    return lead + f"“{short(account.words, width - len(lead) - 2)}”"


def _hops(account: Account, width: int) -> str:
    """The chain in one line. If it is too long the middle is left out, since outlet and far end tell most."""
    hops = [printable(hop) for hop in account.hops]
    whole = " ‹ ".join(hops)
    if len(whole) <= width or len(hops) == 1:
        return short(whole, width)
    ends = f"{hops[0]} ‹…‹ {hops[-1]}" if len(hops) > 2 else whole
    if len(ends) <= width:
        return ends
    room = (width - 5) // 2
    return f"{short(hops[0], room)} ‹…‹ {short(hops[-1], max(4, width - 5 - min(room, len(hops[0]))))}"


def _ladder(ladder: Origin, width: int) -> Iterator[str]:
    """The four counts, unless each is one, and the steps that tell most of how they were made."""
    if {ladder.outlets, ladder.texts, ladder.origins_min, ladder.origins_max} != {1}:
        counts = f"outlets {ladder.outlets} · families {ladder.families} · texts {ladder.texts}"
        yield f"     {counts} · origins {origins_range(ladder)}"
    for note in ladder.steps(*TELLING)[:TOLD]:
        yield from _wrapped(note, width, "       ")


def _problems(found: RecordView, width: int) -> Iterator[str]:
    """What was not understood, things with the same reason in one line."""
    if not found.problems:
        return
    yield ""
    yield f"NOT UNDERSTOOD ({len(found.problems)})"
    alike: dict[tuple[str, str], list[str]] = {}
    for problem in found.problems:
        alike.setdefault((problem.reason, problem.stage), []).append(subject_of(found, problem))
    for (reason, stage), subjects in itertools.islice(alike.items(), REASONS):
        more = f" and {len(subjects) - 1} more" if len(subjects) > 1 else ""
        yield from _wrapped(f"{subjects[0]}{more}: {reason} [{stage}]", width, "   ", 6)
    if len(alike) > REASONS:
        yield f"   … {len(alike) - REASONS} more, all in the report"
