"""Which documents are about one happening.

Documents meet in an index of the rare words that each tells most of. What is alike hangs together in parts of a bounded
size; within a part, documents are put into stories by how alike they are on average, their words weighed by how many of
the part have them. A document that is added changes the part that it comes into, and no other one.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from sayso.relations.index.candidates import Pair, Rule, displaced, near, still_near
from sayso.relations.index.postings import Postings, Shelf, id_of, number_of
from sayso.relations.stories.linking import citations, group, likeness_of, nearness
from sayso.relations.stories.subjects import ALIKE_AT_ALL, CITED, Subject, entry_of, likeness, tell_all
from sayso.relations.words.keywords import Weights, weigh
from sayso.types import Block, Document, Member, Mention, hash_of
from sayso.vocab import MemberKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

#: More documents than this are not put into stories together: what hangs together is first parted at a higher likeness,
#: STEEPER each time, unless it is all but EQUAL.
LARGEST, STEEPER, EQUAL = 256, 1.25, 0.8

#: Two documents are held against each other where they share two of the words that they tell most of.
RULE = Rule(share=0, least=2, enough=2, bits=16)


class Desk(Protocol):
    """What is asked of whoever keeps the documents, by their numbers."""

    def told(self, documents: Iterable[int]) -> dict[int, Subject]:
        """What each document is about."""

    def beside(self, document: int) -> Mapping[int, float]:
        """The documents that are alike to one, and how much."""

    def join(self, pairs: Mapping[Pair, float]) -> None:
        """Keeps that pairs are alike."""

    def sever(self, pairs: Iterable[Pair]) -> None:
        """Keeps that pairs are alike no longer."""

    def part_of(self, documents: Iterable[int]) -> dict[int, list[int]]:
        """The part that each document is in, all of it; of documents that are in none yet, nothing."""

    def story_of(self, documents: Iterable[int]) -> dict[int, str]:
        """The story of each document that is in one."""

    def held_by(self, documents: Iterable[int]) -> dict[int, float]:
        """How alike documents must be to hang together in the part of each document that is in one."""

    def place(self, part: int, held_by: float, stories: Mapping[str, Sequence[int]]) -> None:
        """Keeps the stories of a part, and what holds it together; a part is called by the least number in it."""


def cluster_stories(
    documents: Sequence[Document], blocks: Iterable[Block], mentions: Iterable[Mention]
) -> list[Member]:
    """One row a document: the story that it belongs to, if only its own. Sorted by story and document.

    A story's id is a hash of its earliest document (by publication date, then by id), so it stays as later documents
    join; only an earlier one changes it. Its name is the headline of the document that is most like the others.
    """
    ordered = sorted({d.id: d for d in documents}.values(), key=lambda d: d.id)
    by_number = {number_of(d.id): d for d in ordered}
    told = tell_all(ordered, blocks, mentions)
    desk = InMemory(told)
    update_stories(Shelf(), desk, sorted(told))
    held: dict[str, list[int]] = defaultdict(list)
    for number, story in desk.stories.items():
        held[story].append(number)
    return [
        row for _, story in sorted(held.items()) for row in story_rows([by_number[n] for n in story], desk.told(story))
    ]


class InMemory:
    """Documents of which none was in a story before."""

    def __init__(self, told: dict[int, Subject]) -> None:
        self._told = told
        self._beside: dict[int, dict[int, float]] = defaultdict(dict)
        self._parts: dict[int, list[int]] = {}
        self._held_by: dict[int, float] = {}
        self.stories: dict[int, str] = {}

    def told(self, documents: Iterable[int]) -> dict[int, Subject]:
        return {number: self._told[number] for number in documents}

    def beside(self, document: int) -> Mapping[int, float]:
        return self._beside[document]

    def join(self, pairs: Mapping[Pair, float]) -> None:
        for (one, other), alike in pairs.items():
            self._beside[one][other] = self._beside[other][one] = alike

    def sever(self, pairs: Iterable[Pair]) -> None:
        for one, other in pairs:
            self._beside[one].pop(other, None)
            self._beside[other].pop(one, None)

    def part_of(self, documents: Iterable[int]) -> dict[int, list[int]]:
        return {number: self._parts[number] for number in documents if number in self._parts}

    def story_of(self, documents: Iterable[int]) -> dict[int, str]:
        return {number: self.stories[number] for number in documents if number in self.stories}

    def held_by(self, documents: Iterable[int]) -> dict[int, float]:
        return {number: self._held_by[number] for number in documents if number in self._held_by}

    def place(self, part: int, held_by: float, stories: Mapping[str, Sequence[int]]) -> None:
        members = sorted(number for held in stories.values() for number in held)
        for story, held in stories.items():
            for number in held:
                self.stories[number] = story
                self._parts[number] = members
                self._held_by[number] = held_by


def update_stories(postings: Postings, desk: Desk, new: Sequence[int]) -> set[str]:
    """Enters documents into an index and puts them, and what they touch, into stories; the ids of the stories that are
    new, have other documents now, or are no more.

    However the documents are parted into batches, and in whatever order these come, the same stories are there at the
    end.
    """
    told = desk.told(new)
    postings.enter([entry_of(number, told[number]) for number in new])
    alike = _alike(desk, near(postings, new, RULE))
    moved = displaced(postings, new)
    held = {(min(n, other), max(n, other)) for n in moved for other in desk.beside(n)}
    gone = held - set(still_near(postings, held, RULE))
    desk.sever(gone)
    desk.join(alike)
    held_by = desk.held_by({number for pair in alike for number in pair})
    # what is less alike than what holds a part together does not change it
    joined = {number for pair, likely in alike.items() for number in pair if likely >= held_by.get(number, 0)}
    parts = _parted(desk, {*new, *joined, *(number for pair in gone for number in pair)})
    members = {number for part, _ in parts for number in part}
    before = _by_story(desk.story_of(members))
    after: dict[str, list[int]] = {}
    for part, least in parts:
        stories = _stories(desk.told(part))
        desk.place(part[0], least, stories)
        after |= stories
    return {story for story in {*before, *after} if before.get(story) != after.get(story)}


def _by_story(story_of: Mapping[int, str]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = defaultdict(list)
    for number, story in sorted(story_of.items()):
        out[story].append(number)
    return dict(out)


def _alike(desk: Desk, pairs: Sequence[Pair]) -> dict[Pair, float]:
    """How alike those of the pairs are that are alike at all."""
    told = desk.told({number for pair in pairs for number in pair})
    vectors = dict(zip(told, weigh([t.words for t in told.values()]), strict=True))
    found = {(a, b): likeness(vectors[a], vectors[b]) * nearness(told[a].day, told[b].day) for a, b in pairs}
    for a, b in pairs:
        if told[a].cites(told[b]) or told[b].cites(told[a]):
            found[a, b] = min(1.0, found[a, b] + CITED)
    return {pair: round(alike, 6) for pair, alike in found.items() if alike >= ALIKE_AT_ALL}


def _parted(desk: Desk, touched: Iterable[int]) -> list[tuple[list[int], float]]:
    """The parts of some documents, and of all that were in one part with any document of these: each sorted, with how
    alike documents must be to hang together in it."""
    waiting = set(touched)
    parts: dict[int, tuple[list[int], float]] = {}
    beside = functools.cache(desk.beside)
    while waiting:
        part, least = _part(beside, min(waiting))
        parts |= dict.fromkeys(part, (part, least))
        waiting -= set(part)
        waiting |= {number for held in desk.part_of(part).values() for number in held} - parts.keys()
    return sorted({part[0]: (part, least) for part, least in parts.values()}.values())


def _part(beside: Callable[[int], Mapping[int, float]], start: int) -> tuple[list[int], float]:
    """What hangs together with a document, at the least likeness at which it is not too many; and that likeness."""
    least = ALIKE_AT_ALL
    while True:
        reached, queue = {start}, [start]
        while queue and (len(reached) <= LARGEST or least > EQUAL):
            more = [n for n, alike in beside(queue.pop()).items() if alike >= least and n not in reached]
            reached.update(more)
            queue += more
        if not queue:
            return sorted(reached), least
        least *= STEEPER


def _stories(told: Mapping[int, Subject]) -> dict[str, list[int]]:
    """The documents of a part by the ids of their stories."""
    numbers = sorted(told)
    out = {}
    for held in group([told[n] for n in numbers]):
        story = [numbers[place] for place in held]
        first = min(story, key=lambda n: (told[n].date or "9999", n))
        out[hash_of("story", id_of("document", first))] = story
    return out


def _day(document: Document) -> str:
    return document.published.date if document.published else "9999"


def story_rows(story: Sequence[Document], told: Mapping[int, Subject]) -> list[Member]:
    """A row for each document of a story, which depend on these documents and on nothing else; sorted by document."""
    ordered = sorted(story, key=lambda d: d.id)
    about = [told[number_of(d.id)] for d in ordered]
    vectors = weigh([one.words for one in about])
    alike = likeness_of(vectors, [one.day for one in about]) + citations(about)
    first = min(ordered, key=lambda d: (_day(d), d.id))
    likest = {d.id: -round(float(alike[n].sum()), 6) for n, d in enumerate(ordered)}  # of two, both are as like
    order = sorted(ordered, key=lambda d: (likest[d.id], _day(d), d.headline or "", d.id))
    headline = next((d.headline for d in order if d.headline), None)
    name = headline or " ".join(order[0].text[:400].split()[:12])
    return [
        Member(
            cluster=MemberKind.STORY,
            cluster_id=hash_of("story", first.id),
            member_id=document.id,
            name=name,
            detail=_detail(place, _Story(ordered, about, vectors, alike)),
        )
        for place, document in enumerate(ordered)
    ]


class _Story(NamedTuple):
    """The documents of a story, what each is about, its weighed words, and how alike every two are."""

    documents: Sequence[Document]
    told: Sequence[Subject]
    vectors: Sequence[Weights]
    alike: Floats


def _detail(place: int, story: _Story) -> str:
    """Which document of the story is closest, and by what."""
    others = [n for n in range(len(story.documents)) if n != place]
    if not others:
        return "No other document here is about the same happening."
    closest = max(others, key=lambda n: (float(story.alike[place, n]), -n))
    mine, theirs = story.vectors[place], story.vectors[closest]
    shared = sorted((w for w in mine if w in theirs), key=lambda w: (-mine[w] * theirs[w], w))[:5]
    by = [f"the words {', '.join(shared)}"] if shared else []
    one, other = story.told[place], story.told[closest]
    by += [f"its naming the outlet of that one, {other.outlet}"] if one.cites(other) else []
    by += [f"that one's naming its outlet, {one.outlet}"] if other.cites(one) else []
    near = story.documents[closest]
    return (
        f"Closest to “{near.headline or near.label or near.id}” (likeness {story.alike[place, closest]:.2f})"
        f"{' by ' if by else ''}{' and '.join(by)}; {float(story.alike[place, others].mean()):.2f} on average "
        f"to the {len(story.documents)} documents of this story."
    )
