"""The brief: what a record says, on paper, for a terminal or a text file."""

from __future__ import annotations

import itertools
import shutil
import textwrap
import unicodedata
from collections.abc import Iterator
from datetime import date

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
from sayso.exports.visible import LONGEST_SAID, cut
from sayso.types import Document, Origin
from sayso.vocab import DateBasis, LinkKind, StepKind, Zone

WIDEST, NARROWEST = 110, 60
SHOWN = 8  # claims of one origin that a story shows unless all are asked for
#: The steps of a derivation that tell most of a ladder, and how many of them its claim shows.
TELLING = (StepKind.JOINED, StepKind.CIRCLE, StepKind.PARTY)
TOLD = 3
REASONS = 12  # why things were not understood


def printable(text: str) -> str:
    """Text that cannot move the cursor, change colours or reorder a line: control and format characters are shown as
    a space or left out."""
    kept = (
        " " if c in "\n\r\t" else c for c in text if c in "\n\r\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs")
    )
    return " ".join("".join(kept).split())


def short(text: str, width: int) -> str:
    """One line of at most ``width`` characters, cut at a word with an ellipsis."""
    return cut(printable(text), width)


def _wrapped(text: str, width: int, lead: str = "", hang: int = 0) -> list[str]:
    """A sentence in lines: the first begins with ``lead``, the others ``hang`` columns on, at least as far as that."""
    after = " " * max(hang, len(lead))
    return textwrap.wrap(short(text, LONGEST_SAID), width, initial_indent=lead, subsequent_indent=after)


def day(iso: str) -> str:
    """``11 Dec 2016`` for an ISO date; a year or month alone as it is."""
    try:
        found = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{found.day} {found:%b %Y}"


def write_brief(found: RecordView, width: int | None = None, everything: bool = False) -> Iterator[str]:
    """The lines of the brief. ``everything`` shows every claim of every story."""
    width = width or min(WIDEST, max(NARROWEST, shutil.get_terminal_size((100, 24)).columns))
    held = f"{_count(len(found.documents), 'document')}, {_count(len(found.stories), 'story', 'stories')}"
    yield f"Sayso · {held} · kept in {found.name}"
    for story in found.stories:
        yield ""
        yield from _story(found, story, width, everything)
    yield from _open_pairs(found, width)
    yield from _problems(found, width)


def _open_pairs(found: RecordView, width: int) -> Iterator[str]:
    """How many pairs of claims a person may want to look at."""
    number = len(found.open_pairs)
    if number:
        yield ""
        yield from _wrapped(f"{_count(number, 'pair')} of claims may be one, for you to judge (judge --open)", width)


def _count(n: int, one: str, many: str = "") -> str:
    return f"{n} {one if n == 1 else many or one + 's'}"


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"


def _story(found: RecordView, story: StoryView, width: int, everything: bool) -> Iterator[str]:
    days = story.span_of_days
    when = "" if days is None else day(days[0]) if days[0] == days[1] else f"{day(days[0])} – {day(days[1])}"
    where = ", ".join(name for name, _ in story.places[:2])
    aside = " · ".join(part for part in (when, where) if part)
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
    """The claims worth a line: whatever is in tension, then those that fit a slot, in their order."""
    telling = [c for c in claims if c.in_tension or c.slot != "statement"]
    return (telling or claims)[:SHOWN]


def _funnel(story: StoryView, width: int) -> Iterator[str]:
    """Articles › outlets › texts › named origins behind how many claims, the last where the claims have ladders."""
    ladders = [c.ladder for c in story.claims if c.ladder is not None]
    outlets = len({name_of(d) for d in story.documents})
    line = f"{_count(len(story.documents), 'article')} › {_count(outlets, 'outlet')} › {_count(story.texts, 'text')}"
    if ladders:
        names = {name for ladder in ladders for name in ladder.names}
        line += f" › {_count(len(names), 'named origin')} behind {_count(len(story.claims), 'claim')}"
    yield short(line, width)


def _about(found: RecordView, document: Document, titled: bool) -> str:
    """Who published a document and when, and whom it took the text from; with its headline, where it is ``titled``."""
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
    """A claim with its accounts, how far they reach, and what it is at odds with. ``told`` has the number of the claim
    at which each reason stands already: two claims at odds have one."""
    right = f"{claim.slot}  {_origins(claim.ladder)}"
    lead = f"{claim.number:>3} "
    wording = short(claim.wording, max(30, width - len(lead) - len(right) - 2))
    yield f"{lead}{wording}{right:>{max(2, width - len(lead) - len(wording))}}"
    lines = list(dict.fromkeys(_account(account, width) for account in claim.told))
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
    """``» overtaken by 10: why``; where the reason stands already, at which claim it does."""
    other = found.claim_of(relation.other)
    where = f"{other.number}" if other else relation.other
    first = told.setdefault(relation.detail, claim.number)
    why = relation.detail if first == claim.number else f"see {first}"
    words = relation.words.replace("conflicts", "CONFLICTS") if relation.kind is LinkKind.CONFLICTS else relation.words
    return f"{'✓' if relation.judged else '»'} {words} {where}: {why}"


def _origins(ladder: Origin | None) -> str:
    if ladder is None:
        return ""
    high = max(ladder.origins_min, ladder.origins_max)
    return f"{_range(ladder.origins_min, high)} {'origin' if high == 1 else 'origins'}"


def _account(account: Account, width: int, quoted: bool = True) -> str:
    """``11 Dec  RT ‹ Russian military  "reinforcement …"``; the chain alone where its words are not ``quoted``."""
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
    """The chain in one line; where it is too long its middle goes, because outlet and far end tell most."""
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
    """The four counts and what tells most of how they were made. Where each is one, the claim's own line says so."""
    origins = _range(ladder.origins_min, ladder.origins_max)
    counts = f"outlets {ladder.outlets} · families {ladder.families} · texts {ladder.texts} · origins {origins}"
    if {ladder.outlets, ladder.texts, ladder.origins_min, ladder.origins_max} != {1}:
        yield f"     {counts}"
    for note in ladder.steps(*TELLING)[:TOLD]:
        yield from _wrapped(note, width, "       ")


def _problems(found: RecordView, width: int) -> Iterator[str]:
    """What was not understood; what is so of many things, in one line."""
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
