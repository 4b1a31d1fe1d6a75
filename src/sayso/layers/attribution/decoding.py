"""From the tagger's scores for the words of one window to attributions, as ranges of words.

Scores are natural logarithms of probabilities, one list a word. Tags are O, B- and I-source, B- and I-content, B- and
I-cue in this order; roles, for one cue, are O, source, content, cue. The constants were chosen on training documents
that the network did not see (``training/tagger/README.md``).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence, Set
from typing import NamedTuple

O_ROLE, SOURCE, CONTENT, CUE = 0, 1, 2, 3
ROLES = 4

Run = tuple[int, int]  # words [first, past the last]
Scores = Sequence[Sequence[float]]  # a word's scores, word by word


class Constants(NamedTuple):
    switch: float = 0.5  # what each change of role costs on the best path through the tags
    begin: float = 0.5  # a run is split before a word that begins a span with this probability
    content_floor: float = -6.0  # the least mean log probability with which a cue takes a content
    source_floor: float = -1.5  # the least mean advantage of source over nothing with which a cue takes a source
    fallback_switch: float = 1.0  # the cost of a change on the path that finds a source the tags lack
    bridge: int = 4  # contents of one attribution this many words apart, or fewer, are one
    least_part: float = 0.5  # a content smaller than this share of another that is not parted from it is dropped


CONSTANTS = Constants()


class Linked(NamedTuple):
    """One attribution as runs of words; ``score`` in 0..1 is the geometric mean probability of its roles."""

    source: tuple[Run, ...]
    cue: Run
    content: tuple[Run, ...]
    score: float


def find_cues(tags: Scores) -> list[Run]:
    """The cues by the likeliest tag of each word; an I without its B opens one too."""
    cues: list[Run] = []
    for word, scores in enumerate(tags):
        best = max(range(len(scores)), key=scores.__getitem__)
        if best == 2 * CUE and cues and cues[-1][1] == word:
            cues[-1] = (cues[-1][0], word + 1)
        elif best in (2 * CUE - 1, 2 * CUE):
            cues.append((word, word + 1))
    return cues


def merge_tags(tags: Scores) -> list[list[float]]:
    """The scores of the four roles, whether a word begins a span or goes on with it."""
    return [[s[0], *(_log_sum(s[2 * r - 1], s[2 * r]) for r in range(1, ROLES))] for s in tags]


def settled(tags: Scores, cues: Sequence[Run], constants: Constants = CONSTANTS) -> bool:
    """Whether the tags alone say what belongs to what: one cue and one source."""
    return len(cues) == 1 and len(_read_spans(tags, merge_tags(tags), cues, constants)[1]) == 1


def _read_spans(
    tags: Scores, classes: Scores, cues: Sequence[Run], constants: Constants
) -> tuple[list[Run], list[Run]]:
    """The contents and the sources on the best path through the tags."""
    path = best_path(classes, constants.switch)
    for first, last in cues:
        path[first:last] = [CUE] * (last - first)
    floor = math.log(constants.begin)
    contents, sources = (
        [*_spans(path, role, {word for word, scores in enumerate(tags) if scores[2 * role - 1] > floor})]
        for role in (CONTENT, SOURCE)
    )
    return contents, sources


def link(tags: Scores, cues: Sequence[Run], roles: Sequence[Scores], constants: Constants = CONSTANTS) -> list[Linked]:
    """The attributions of a window. ``roles`` holds each cue's scores of all words. A cue without content is none."""
    classes = merge_tags(tags)
    contents, sources = _read_spans(tags, classes, cues, constants)
    held: list[list[Run]] = [[] for _ in cues]
    for span in contents if cues else ():
        scores = [_mean(r, span, lambda word: word[CONTENT]) for r in roles]
        best = max(range(len(cues)), key=scores.__getitem__)
        if scores[best] > constants.content_floor:
            held[best].append(span)
    out = []
    for number, cue in enumerate(cues):
        if held[number]:
            source = _source_of(roles[number], sources, constants)
            content = _joined(held[number], [cue, *source], constants)
            out.append(Linked(source, cue, content, _score(classes, roles[number], source, cue, content)))
    return out


def best_path(classes: Scores, switch: float) -> list[int]:
    """The class of each word on the path of the highest sum, where each change of class costs ``switch``."""
    if not classes:
        return []
    totals = list(classes[0])
    steps: list[list[int]] = []
    for scores in classes[1:]:
        best = max(range(len(totals)), key=totals.__getitem__)
        step = [c if totals[c] >= totals[best] - switch else best for c in range(len(totals))]
        totals = [
            totals[before] - (switch if before != c else 0.0) + scores[c]
            for c, before in enumerate(step)
        ]  # fmt: skip
        steps.append(step)
    path = [max(range(len(totals)), key=totals.__getitem__)]
    for step in reversed(steps):
        path.append(step[path[-1]])
    return path[::-1]


def _spans(path: Sequence[int], role: int, begins: Set[int] = frozenset()) -> Iterator[Run]:
    """The runs of a role on the path, split before each word that begins a span of its own."""
    first: int | None = None
    for word, found in enumerate((*path, O_ROLE)):
        if first is not None and (found != role or word in begins):
            yield first, word
            first = None
        if found == role and first is None:
            first = word


def _source_of(roles: Scores, sources: Sequence[Run], constants: Constants) -> tuple[Run, ...]:
    """The source span that suits the cue best, or else the best run that the cue's own roles hold, or none."""
    scored = [(_mean(roles, s, lambda word: word[SOURCE] - word[O_ROLE]), s) for s in sources]
    if scored:
        best, span = max(scored, key=lambda pair: (pair[0], pair[1]))
        if best > constants.source_floor:
            return (span,)
    runs = [*_spans(best_path(roles, constants.fallback_switch), SOURCE)]
    return (max(runs, key=lambda run: (_mean(roles, run, lambda word: word[SOURCE]), run)),) if runs else ()


def _joined(content: Sequence[Run], own: Sequence[Run], constants: Constants) -> tuple[Run, ...]:
    """The contents of one attribution with small gaps closed and small pieces beside large ones dropped."""

    def parted(a: Run, b: Run) -> bool:
        low, high = min(a[1], b[1]), max(a[0], b[0])
        return any(low <= run[0] < high for run in own)

    runs: list[Run] = []
    for run in sorted(content):
        if runs and run[0] - runs[-1][1] <= constants.bridge and not parted(runs[-1], run):
            runs[-1] = (runs[-1][0], run[1])
        else:
            runs.append(run)
    size = [last - first for first, last in runs]
    return tuple(
        run
        for n, run in enumerate(runs)
        if not any(size[n] < constants.least_part * size[m] and not parted(run, runs[m]) for m in range(len(runs)))
    )


def _score(classes: Scores, roles: Scores, source: Sequence[Run], cue: Run, content: Sequence[Run]) -> float:
    """The geometric mean of the probabilities of the cue, the content and, where there is one, the source."""
    parts = [_mean(classes, cue, lambda word: word[CUE])]
    parts += [_mean(roles, run, lambda word: word[CONTENT]) for run in content]
    parts += [_mean(roles, run, lambda word: word[SOURCE]) for run in source]
    return math.exp(sum(parts) / len(parts))


def _mean(scores: Scores, run: Run, of: Callable[[Sequence[float]], float]) -> float:
    return sum(of(scores[word]) for word in range(*run)) / (run[1] - run[0])


def _log_sum(a: float, b: float) -> float:
    high = max(a, b)
    return high + math.log(math.exp(a - high) + math.exp(b - high)) if high > -math.inf else high
