"""What the trees see of a web page's lines: one row of figures a line.

Of its own words (how many, what the rules say they are, how many of them are links), of the elements around it (what
they are called, how much text and how many links stand in them), of its place beside the element in which most
paragraphs stand, of lines of the same make, and of the lines beside it.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sayso.documents.html.article import words_of
from sayso.documents.html.marks import Kind, Mark
from sayso.documents.zones.lines import Line, read_lines
from sayso.vocab import Zone

if TYPE_CHECKING:
    from sayso.documents.html.linezones import Read

#: Elements that say what stands in them, wherever above a line they are.
TELLING = (
    "main", "article", "section", "header", "ul", "ol", "table", "figure", "form", "blockquote", "dl", "aside", "nav",
    "footer", "pre", "tr", "li", "label",
)  # fmt: skip
#: Tags that the block of a line may have, and the element right around its first word.
BLOCKS = (
    "p", "li", "div", "h1", "h2", "h3", "h4", "a", "td", "th", "dd", "dt", "blockquote", "body", "article", "section",
    "pre", "figcaption",
)  # fmt: skip
INNER = ("a", "strong", "b", "em", "i", "span", "time", "small", "button", "p", "li")
MARKS = tuple(Mark)
ZONES = tuple(Zone)
BITS = {name: 1 << number for number, name in enumerate(dict.fromkeys((*TELLING, *MARKS)))}
#: A line with at least this share of links adds nothing to the running text; more words than this count as so many.
LINKED, MOST_WORDS = 0.5, 80
#: So many blocks above a line's own are looked at, and so many elements make a line's make.
ABOVE, MAKE = 5, 4
#: The elements around a line whose names are looked at together, from the nearest on.
LEVELS = (range(1_000_000), range(3), range(1), range(3, 6))
#: Lines above and below whose figures are seen too; half the widths of the windows that text is summed over.
BESIDE, WINDOWS = (-3, -2, -1, 1, 2, 3), (1, 3, 6, 12)
#: A title is compared with lines of at most this many words.
TITLE_WITHIN = 60
#: Distances (lines) and sums of scores are cut off here.
FAR_ABOVE, FAR_BELOW, MOST = 50, 200, 20.0


def line_figures(read: Read, title: str | None, scores: Mapping[str, float]) -> Any:
    """An array of float32, shape (lines, figures). ``scores`` gives names of elements the logarithm of how many more
    sites have them around lines of articles than around others; ``title`` is what the page says its headline is."""
    import numpy as np

    page = _PageText(read)
    place, climbed = page.places()
    own = page.of_lines(title)
    near = np.column_stack([own[:, :4], page.told, place[:, :1], place[:, 2:3]])
    groups = (*page.around(), place, *climbed, page.names(scores), *page.alike(), own, page.windows())
    return np.hstack([*groups, *(_shifted(near, step) for step in BESIDE)]).astype(np.float32)


class _PageText:
    """The lines and elements of a page as arrays."""

    def __init__(self, read: Read):
        import numpy as np

        layout = read.layout
        self.read, self.layout, self.count = read, layout, len(read.lines)
        self.seen = _flat_lines(read)
        self.words = np.array([*map(len, read.words)], dtype=float)
        self.linked = np.array([line.linked for line in read.lines])
        self.prose = np.array([line.is_prose for line in self.seen])
        self.sentence = np.array([line.is_sentence for line in self.seen])
        self.told = np.array([zone is Zone.BODY for zone in read.worded], dtype=float)[:, None]
        self.links = self.words * self.linked
        self.running = np.where((self.prose | self.sentence) & (self.linked < LINKED), self.words, 0.0)
        self.total, self.total_running = max(1.0, self.words.sum()), max(1.0, self.running.sum())
        self.parents, self.blocks, self.depths, self.kinds = np.array(layout.elements, dtype=np.intp).T
        self.ends = np.array(layout.ends, dtype=np.intp)
        self.nodes = np.array(layout.nodes, dtype=np.intp)
        self.above = [self.blocks[self.nodes]]
        for _ in range(ABOVE):
            self.above.append(self.blocks[self.parents[self.above[-1]]])
        self.sums = np.column_stack([self._summed(of) for of in (None, self.words, self.links, self.running)])
        paragraphs = np.minimum(self.running, MOST_WORDS)
        self.scores = np.bincount(self.above[1], paragraphs, len(self.parents))
        self.scores += np.bincount(self.above[2], paragraphs / 2, len(self.parents))
        self.top = int(self.scores.argmax())

    def _summed(self, of_lines: Any) -> Any:
        """What the lines in each element have in all."""
        import numpy as np

        held = np.bincount(self.nodes, of_lines, len(self.parents))
        sums = np.concatenate([[0.0], np.cumsum(held)])
        return sums[self.ends] - sums[:-1]

    def around(self) -> list[Any]:
        """How deep each line stands, and what stands in the blocks around it."""
        import numpy as np

        marked = [len(line.marks) for line in self.read.lines]
        out = [np.column_stack([self.depths[self.nodes], self.depths[self.above[0]], marked])]
        return [*out, *(self._held(block, share=True) for block in self.above[1:])]

    def _held(self, elements: Any, share: bool = False) -> Any:
        """How many lines and words stand in elements, which shares of these are links and running text, and with
        ``share`` what part of the page's running text stands there."""
        import numpy as np

        lines, words, links, running = self.sums[elements].T
        most = np.maximum(1.0, words)
        columns = [np.log1p(lines), np.log1p(words), links / most, running / most]
        return np.column_stack([*columns, running / self.total_running] if share else columns)

    def places(self) -> tuple[Any, list[Any]]:
        """Where each line stands beside the element that holds most paragraphs; what the branch that it stands in
        holds, and what the elements around it are for: all of them, and those that are not around most paragraphs."""
        import numpy as np

        onpath = np.zeros(len(self.parents), dtype=bool)
        at = self.top
        while not onpath[at]:
            onpath[at] = True
            at = self.parents[at]
        bits = np.array([_bits(kind) for kind in self.layout.kinds], dtype=np.int64)[self.kinds]
        current, branch = self.nodes.copy(), self.nodes.copy()
        own, steps = np.zeros(self.count, dtype=np.int64), np.zeros(self.count)
        while (apart := ~onpath[current]).any():
            own[apart] |= bits[current[apart]]
            branch[apart] = current[apart]
            steps += apart
            current = np.where(apart, self.parents[current], current)
        every = np.bitwise_or.accumulate(np.where(onpath, bits, 0))  # those on the path, in the order of the page
        every = own | every[current]
        words, running = self.sums[current, 1], self.sums[current, 3]
        place = np.column_stack([
            steps, self.depths[self.top] - self.depths[current],
            self.scores[self.above[1]] / max(1.0, self.scores[self.top]), words / self.total,
            running / self.total_running, np.full(self.count, self.sums[self.top, 3] / self.total_running),
            np.full(self.count, self.scores[self.top]),
        ])  # fmt: skip
        flags = [((held[:, None] >> np.arange(len(BITS))) & 1) for held in (every, own)]
        tags = self._tags()
        return place, [self._held(branch), *flags, tags]

    def _tags(self) -> Any:
        """Which tags the block of each line has, and the element around its first word."""
        import numpy as np

        inner = [self.layout.kinds[kind].tag for kind in self.kinds[self.nodes].tolist()]
        pairs = ((BLOCKS, [line.tag for line in self.read.lines]), (INNER, inner))
        out = [np.array([*map({t: n for n, t in enumerate(known)}.get, tags)], dtype=float) for known, tags in pairs]
        return np.hstack([of[:, None] == np.arange(len(known)) for of, (known, _) in zip(out, pairs, strict=True)])

    def names(self, scores: Mapping[str, float]) -> Any:
        """The lowest, the highest and the sum of the scores of the names that the elements around each line bear: of
        all of them, of the nearest three, the nearest, and the three above those."""
        import numpy as np

        told = np.array([_told(kind.names, scores) for kind in self.layout.kinds])[self.kinds]
        current, inside = self.nodes, np.ones(self.count, dtype=bool)
        groups = np.zeros((len(LEVELS), self.count, 3))
        for level in range(int(self.depths[self.nodes].max(initial=0)) + 1):
            found = np.where(inside[:, None], told[current], 0.0)
            for held, levels in zip(groups, LEVELS, strict=True):
                if level in levels:
                    np.minimum(held[:, 0], found[:, 0], out=held[:, 0])
                    np.maximum(held[:, 1], found[:, 1], out=held[:, 1])
                    held[:, 2] += found[:, 2]
            inside &= current > 0
            current = self.parents[current]
        return np.clip(np.hstack([*groups]), -MOST, MOST)

    def alike(self) -> list[Any]:
        """How many lines are of the same make as each, and what they hold: by the elements around, by the blocks."""
        import numpy as np

        makes: dict[tuple[str, tuple[str, ...]], int] = {}
        shapes = [makes.setdefault((kind.tag, kind.names), len(makes) + 1) for kind in self.layout.kinds]
        of = np.array(shapes, dtype=np.int64)[self.kinds]
        chain = [self.nodes]
        for _ in range(MAKE - 1):
            chain.append(self.parents[chain[-1]])
        out = []
        for elements in (chain, self.above[: MAKE - 1]):
            made = functools.reduce(lambda key, element: key * (len(makes) + 1) + of[element], elements, 0)
            _, group = np.unique(made, return_inverse=True)
            lines, words, links, running = (
                np.bincount(group, w)[group] for w in (None, self.words, self.links, self.running)
            )
            most = np.maximum(1.0, words)
            out.append(np.column_stack([np.log1p(lines), np.log1p(words / lines), links / most, running / most]))
        return out

    def of_lines(self, title: str | None) -> Any:
        """What each line shows for itself, and where on the page it stands."""
        import numpy as np

        at = np.arange(self.count)
        like = self._like(title)
        best = int(np.argmax(like))
        times = Counter(line.key for line in self.seen)
        shown = [
            (
                line.function_words / max(1, line.words), line.capitalised, line.ends_sentence, line.cut_short,
                line.bullet, min(times[line.key], 4),
            )
            for line in self.seen
        ]  # fmt: skip
        zones = {zone: number for number, zone in enumerate(ZONES)}
        worded = np.array([zones[zone] for zone in self.read.worded])
        columns = [
            np.log1p(self.words), self.linked, self.prose, self.sentence, like,
            np.clip(at - best, -FAR_ABOVE, FAR_BELOW), at / self.count, np.clip(self.count - at, 0, FAR_BELOW),
            np.cumsum(self.running) / self.total_running, np.full(self.count, np.log1p(self.count)),
            np.full(self.count, self.total_running / self.total), np.full(self.count, np.log1p(self.total_running)),
        ]  # fmt: skip
        return np.hstack(
            [np.column_stack(columns), np.array(shown, dtype=float), worded[:, None] == np.arange(len(ZONES))]
        )

    def _like(self, title: str | None) -> list[float]:
        """How many of the words of a line and of the title are in both."""
        stated = frozenset(words_of(title or ""))
        return [
            len(stated.intersection(own)) / len(stated.union(own))
            if len(own) < TITLE_WITHIN and not stated.isdisjoint(own) else 0.0
            for own in self.read.words
        ]  # fmt: skip

    def windows(self) -> Any:
        """How much running text and what share of links stand around each line."""
        import numpy as np

        at = np.arange(self.count)
        running, links, words = (
            np.concatenate([[0.0], np.cumsum(of)]) for of in (self.running, self.links, self.words)
        )
        columns = []
        for width in WINDOWS:
            low, high = np.maximum(at - width, 0), np.minimum(at + width + 1, self.count)
            columns.append(np.log1p(np.maximum(0.0, running[high] - running[low] - self.running)))
            columns.append((links[high] - links[low]) / np.maximum(1.0, words[high] - words[low]))
        return np.column_stack(columns)


def _flat_lines(read: Read) -> Sequence[Line]:
    """For each line of the page the line that the rules see at its place."""
    import numpy as np

    flat = read_lines(read.text)
    if len(flat) == len(read.lines):
        return flat
    starts = [line.start for line in flat]
    places = np.searchsorted(starts, [line.start for line in read.lines], side="right") - 1
    return [flat[place] for place in np.maximum(places, 0).tolist()]


@functools.lru_cache(maxsize=16_384)
def _bits(kind: Kind) -> int:
    bits = BITS.get(kind.tag, 0)
    for mark in kind.marks:
        bits |= BITS[mark]
    return bits


def _told(names: Sequence[str], scores: Mapping[str, float]) -> tuple[float, float, float]:
    known = [scores[name] for name in names if name in scores]
    return (min(known, default=0.0), max(known, default=0.0), sum(known))


def _shifted(figures: Any, step: int) -> Any:
    """The figures of the lines so many below; zeros where there is none."""
    import numpy as np

    out = np.zeros_like(figures)
    if abs(step) < len(figures):
        if step > 0:
            out[:-step] = figures[step:]
        else:
            out[-step:] = figures[:step]
    return out
