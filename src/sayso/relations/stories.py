"""Which documents are about one happening."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.relations.keywords import Weights, weigh
from sayso.types import Block, Document, Member, Mention, hash_of
from sayso.vocab import MemberKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

#: Two groups of documents are one story where their documents are on average so alike (0 to 1), and at least this share
#: as alike as the documents inside either group are (only where both have LEAST documents; beyond TIGHT a group counts
#: as TIGHT, since copies of one text are all but equal). The second condition parts two happenings of one sort.
ALIKE, SHARE, LEAST, TIGHT = 0.14, 0.72, 3, 0.5

#: Documents published more days apart than this are the less alike the farther apart they are.
WINDOW = 14

#: More documents than this are not compared all with all: what hangs together is first parted at a higher likeness.
LARGEST = 2000


def cluster_stories(
    documents: Sequence[Document], blocks: Iterable[Block], mentions: Iterable[Mention]
) -> list[Member]:
    """One row a document: the story that it belongs to, if only its own. Sorted by story and document.

    A story's id is a hash of its earliest document (by publication date, then by id), so it stays as later documents
    join; only an earlier one changes it. Its name is the headline of the document that is most like the others.
    """
    ordered = sorted({d.id: d for d in documents}.values(), key=lambda d: d.id)
    vectors = weigh(ordered, blocks, mentions)
    members: list[Member] = []
    for group, likeness in _groups(ordered, vectors):
        story = [ordered[n] for n in group]
        first = min(story, key=lambda d: (d.published.date if d.published else "9999", d.id))
        name = _name([ordered[n] for n in group], likeness)
        for place, number in enumerate(group):
            detail = _detail(place, [vectors[n] for n in group], likeness, story)
            members.append(
                Member(
                    cluster=MemberKind.STORY,
                    cluster_id=hash_of("story", first.id),
                    member_id=ordered[number].id,
                    name=name,
                    detail=detail,
                )
            )
    return sorted(members, key=lambda m: (m.cluster_id, m.member_id))


def _groups(documents: Sequence[Document], vectors: Sequence[Weights]) -> Iterator[tuple[list[int], Floats]]:
    """The stories as numbers of documents, each with the likeness of its documents to each other."""
    days = [_day(d) for d in documents]
    for part in _parts(vectors, days, list(range(len(vectors))), ALIKE):
        likeness = likeness_of([vectors[n] for n in part], [days[n] for n in part])
        for group in average_link(likeness):
            yield [part[n] for n in group], likeness[group][:, group]


def _parts(
    vectors: Sequence[Weights], days: Sequence[int | None], numbers: Sequence[int], least: float
) -> list[list[int]]:
    """The documents in parts between which no two are alike; two groups that are alike on average have such a pair."""
    import numpy as np
    import rustworkx

    if len(numbers) == 1:
        return [list(numbers)]
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, number in enumerate(numbers):
        for word, weight in vectors[number].items():
            postings[word].append((place, weight))
    packed = {w: (np.array([p for p, _ in held]), np.array([x for _, x in held])) for w, held in postings.items()}
    graph = rustworkx.PyGraph()
    graph.add_nodes_from(list(numbers))
    for place, number in enumerate(numbers):
        scores = np.zeros(len(numbers))
        for word, weight in vectors[number].items():
            where, weights = packed[word]
            scores[where] += weight * weights
        for other in np.flatnonzero(scores[:place] >= least).tolist():
            if scores[other] * _nearness(days[number], days[numbers[other]]) >= least:
                graph.add_edge(place, other, None)
    parts = [sorted(numbers[p] for p in part) for part in rustworkx.connected_components(graph)]
    out: list[list[int]] = []
    for part in sorted(parts):
        out += [part] if len(part) <= LARGEST or least > 1 else _parts(vectors, days, part, least * 1.25)
    return out


def likeness_of(vectors: Sequence[Weights], days: Sequence[int | None]) -> Floats:
    """The cosine of every two vectors, less for documents far apart in time; shape (documents, documents)."""
    import numpy as np

    places = {word: place for place, word in enumerate(sorted({w for v in vectors for w in v}))}
    matrix = np.zeros((len(vectors), len(places)), np.float32)
    for row, vector in enumerate(vectors):
        matrix[row, [places[w] for w in vector]] = list(vector.values())
    near = np.array([[_nearness(a, b) for b in days] for a in days])
    likeness: Floats = (matrix @ matrix.T).astype(np.float64) * near
    return likeness


def average_link(likeness: Floats) -> list[list[int]]:
    """Groups of numbers, each sorted: again and again the two most alike groups are joined, until none may be."""
    import numpy as np

    count = len(likeness)
    between = likeness.copy()
    np.fill_diagonal(between, -1.0)
    groups = {n: [n] for n in range(count)}
    inside = np.zeros(count)  # mean likeness within a group
    while len(groups) > 1:
        a, b = sorted(divmod(int(between.argmax()), count))
        mean = between[a, b]
        if mean < ALIKE:
            break
        large = [min(TIGHT, inside[n]) for n in (a, b) if len(groups[n]) >= LEAST]
        if len(large) == 2 and mean < SHARE * min(large):
            between[a, b] = between[b, a] = -1.0  # for good: what comes to either later does not make them one
            continue
        m, n = len(groups[a]), len(groups[b])
        joined = np.where((between[a] < 0) | (between[b] < 0), -1.0, (between[a] * m + between[b] * n) / (m + n))
        joined[a] = -1.0
        pairs = m * (m - 1) / 2, n * (n - 1) / 2, m * n
        inside[a] = (inside[a] * pairs[0] + inside[b] * pairs[1] + mean * pairs[2]) / sum(pairs)
        between[a], between[:, a] = joined, joined
        between[b], between[:, b] = -1.0, -1.0
        groups[a] += groups.pop(b)
    return [sorted(group) for group in groups.values()]


def _day(document: Document) -> int | None:
    """The day of publication as a number, where the document has a full date."""
    try:
        return datetime.date.fromisoformat(document.published.date[:10]).toordinal() if document.published else None
    except ValueError:
        return None


def _nearness(a: int | None, b: int | None) -> float:
    """1 for documents within the window, or where a date is not known; less the farther apart they are."""
    return 1.0 if a is None or b is None else min(1.0, WINDOW / max(1, abs(a - b)))


def _name(story: Sequence[Document], likeness: Floats) -> str:
    """The headline of the document most like the others, or of the next that has one, or the opening of a text."""
    order = sorted(range(len(story)), key=lambda n: (-float(likeness[n].sum()), story[n].id))
    headline = next((story[n].headline for n in order if story[n].headline), None)
    return headline or " ".join(story[order[0]].text[:400].split()[:12])


def _detail(place: int, vectors: Sequence[Weights], likeness: Floats, story: Sequence[Document]) -> str:
    """Which document of the story is closest, and by which words."""
    others = [n for n in range(len(story)) if n != place]
    if not others:
        return "No other document here is about the same happening."
    closest = max(others, key=lambda n: (float(likeness[place, n]), -n))
    mine, theirs = vectors[place], vectors[closest]
    shared = sorted((w for w in mine if w in theirs), key=lambda w: (-mine[w] * theirs[w], w))[:5]
    name = story[closest].headline or story[closest].label or story[closest].id
    return (
        f"Closest to “{name}” (likeness {likeness[place, closest]:.2f}) by the words {', '.join(shared)}; "
        f"{float(likeness[place, others].mean()):.2f} on average to the {len(story)} documents of this story."
    )
