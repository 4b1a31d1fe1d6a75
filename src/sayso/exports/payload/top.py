"""What the overview says of a story."""

from __future__ import annotations

from sayso.exports.payload.claims import in_dispute
from sayso.exports.payload.shapes import Top
from sayso.exports.shown import ClaimView, Status, StoryView
from sayso.vocab import Zone

QUOTED = 3  # claims that the sentence quotes
LONGEST = 160  # characters of a claim that the sentence can quote
FEWEST = 5  # words
#: Words that a clause which can be read by itself does not begin with.
POINTING = frozenset("he her his i it its she that their them they this those we you".split())
SHAKEN = (Status.CONFLICTS, Status.DENIED, Status.DENIES, Status.OVERTAKEN, Status.UNDECIDED)


def top_of(story: StoryView) -> Top:
    """The numbers of the claims that the overview names."""
    one = [c for c in story.claims if c.ladder is not None and c.ladder.origins_max <= 1]
    echoed = [c for c in one if c.ladder is not None and c.ladder.outlets > 1]
    return {
        "sentence": [c.number for c in _best(story)],
        "echoed": [c.number for c in sorted(echoed, key=_echo)],
        "alone": [c.number for c in one],
        "tensions": [c.number for c in story.claims if in_dispute(c)],
    }


def _echo(claim: ClaimView) -> tuple[int, int]:
    return (-claim.ladder.outlets if claim.ladder else 0, claim.number)


def _best(story: StoryView) -> list[ClaimView]:
    """The best supported claims, at most one of each slot.

    Only claims that nothing shakes, in slots other than statements; failing these, statements too; failing these, all.
    """
    quotable = [c for c in story.claims if c.ladder and _reads_alone(c.wording) and _below_headline(c)]
    firm = [c for c in quotable if not _shaken(c)]
    for choice in ([c for c in firm if c.slot != "statement"], firm, quotable):
        if choice:
            ranked = sorted(choice, key=_support)
            first_of_slot = {c.slot: c for c in reversed(ranked)}
            return sorted(first_of_slot.values(), key=_support)[:QUOTED]
    return []


def _reads_alone(wording: str) -> bool:
    words = wording.split()
    return len(wording) <= LONGEST and len(words) >= FEWEST and words[0].casefold() not in POINTING


def _below_headline(claim: ClaimView) -> bool:
    return any(account.zone is Zone.BODY for account in claim.accounts)


def _shaken(claim: ClaimView) -> bool:
    return any(relation.status in SHAKEN for relation in claim.relations)


def _support(claim: ClaimView) -> tuple[int, int, int, int, int]:
    ladder = claim.ladder
    if ladder is None:
        return (0, 0, 0, 0, claim.number)
    return (-ladder.origins_min, -ladder.texts, -ladder.outlets, -len(claim.accounts), claim.number)


def origins_of(story: StoryView) -> int:
    """How many origins the story's claims name."""
    return len({name for claim in story.claims if claim.ladder for name in claim.ladder.names})
