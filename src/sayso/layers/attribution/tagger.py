"""Who is said to have said what, as spans: the trained tagger.

A small transformer reads a paragraph and tags sources, cues and contents; its upper layers then read the paragraph
again for each cue, marked, and say which words are that cue's source and content (``training/tagger/README.md``).
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso import assets
from sayso.layers.attribution.decoding import Linked, Run, Scores, find_cues, link, merge_tags, settled
from sayso.layers.attribution.windows import Range, Splitter, Window, read_windows
from sayso.layers.parsing.parse import Parse
from sayso.networks import open_graph, open_tokenizer
from sayso.types import Document
from sayso.vocab import Zone

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

#: Padded sub-tokens of one batch.
BATCH = 512

#: Windows of fewer words hold no attribution worth the name.
LEAST_WORDS = 3


class TaggedAttribution(NamedTuple):
    """The three roles of one attribution as the tagger reads them: document offsets, in text order, and the score."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    score: float


class Scored(NamedTuple):
    """A window, the tags' log probabilities of its words, its cues, and each cue's roles' log probabilities."""

    window: Window
    tags: Scores
    cues: list[Run]
    roles: list[Scores]


class Network(NamedTuple):
    """``tags`` takes ids and mask, gives the lower hidden state and the tags' log probabilities; ``roles`` takes hidden
    states, mask and marks, gives the roles' log probabilities. All of shape (rows, length, …)."""

    split: Splitter
    tags: Callable[[NDArray[np.int64], Floats], tuple[Floats, Floats]]
    roles: Callable[[Floats, Floats, NDArray[np.int64]], Floats]


@functools.cache
def network() -> Network:
    """The shipped network, loaded once a process. Raises AssetError where a file is not as shipped."""
    names = ("tagger-tokenizer.json", "tagger-tags.onnx", "tagger-roles.onnx")
    return load_network(*(str(assets.path(name)) for name in names))


def load_network(tokenizer_file: str, tags_file: str, roles_file: str) -> Network:
    """The tokeniser and the two graphs, each on one thread, so that the same input gives the same scores."""
    tokenizer = open_tokenizer(tokenizer_file)
    tags, roles = open_graph(tags_file), open_graph(roles_file)

    def split(text: str) -> list[tuple[int, Range, int]]:
        got = tokenizer.encode(text, add_special_tokens=False)
        return [(i, o, -1 if w is None else w) for i, o, w in zip(got.ids, got.offsets, got.word_ids, strict=True)]

    return Network(
        split,
        lambda ids, mask: tags(("hidden", "tags"), {"ids": ids, "mask": mask}),
        lambda hidden, mask, marks: roles(("roles",), {"hidden": hidden, "mask": mask, "marks": marks})[0],
    )


def tag_attributions(document: Document, parse: Parse) -> list[TaggedAttribution]:
    """The attributions of a document's prose, in the order of their cues. Each lies within one paragraph."""
    if not parse.sentences:
        return []
    net = network()
    heads: list[Window] = []
    texts: list[Window] = []
    for _, group in itertools.groupby(parse.sentences, key=lambda s: s.paragraph):
        held = list(group)
        windows = heads if held[0].zone is Zone.HEADLINE else texts
        windows += read_windows(document.text, [(s.start, s.end) for s in held], net.split)
    # in 8 bits the numbers of a batch hang on all that is in it: another headline must not change how a text is read
    batches = (score_windows([w for w in some if len(w.words) >= LEAST_WORDS], net) for some in (heads, texts))
    scored = itertools.chain.from_iterable(batches)
    found = [_offsets(s.window, one) for s in scored for one in link(s.tags, s.cues, s.roles)]
    return sorted(found, key=lambda a: (a.cue, a.content))


def _offsets(window: Window, linked: Linked) -> TaggedAttribution:
    """Runs of words as offsets."""

    def spans(runs: Sequence[Run]) -> tuple[Range, ...]:
        return tuple((window.words[first][0], window.words[last - 1][1]) for first, last in runs)

    return TaggedAttribution(spans(linked.source), spans([linked.cue]), spans(linked.content), round(linked.score, 4))


def score_windows(windows: Sequence[Window], net: Network) -> Iterator[Scored]:
    """What the network makes of each window. Windows of like length are read together, the shortest first."""
    import numpy as np

    for batch in _batches(windows, [len(w.ids) for w in windows]):
        length = max(len(w.ids) for w in batch)
        ids = np.zeros((len(batch), length), np.int64)
        mask = np.zeros((len(batch), length), np.float32)
        for row, window in enumerate(batch):
            ids[row, : len(window.ids)] = window.ids
            mask[row, : len(window.ids)] = 1
        hidden, scores = net.tags(ids, mask)
        tags = [scores[row, list(w.firsts)].tolist() for row, w in enumerate(batch)]
        cues = [find_cues(t) for t in tags]
        yield from map(Scored, batch, tags, cues, _score_roles(batch, hidden, tags, cues, net))


def _score_roles(
    batch: Sequence[Window], hidden: Floats, tags: Sequence[Scores], cues: Sequence[Sequence[Run]], net: Network
) -> list[list[Scores]]:
    """For each window and each of its cues the roles' scores of its words. Where the tags leave nothing to choose, they
    are the roles, and the network is not asked again."""
    import numpy as np

    plain = [settled(t, found) for t, found in zip(tags, cues, strict=True)]
    roles: list[list[Scores]] = [[merge_tags(t)] if p else [] for t, p in zip(tags, plain, strict=True)]
    asked = [(row, cue) for row, found in enumerate(cues) if not plain[row] for cue in found]
    for some in _batches(asked, [len(batch[row].ids) for row, _ in asked]):
        rows = [row for row, _ in some]
        length = max(len(batch[row].ids) for row in rows)
        mask = np.zeros((len(some), length), np.float32)
        marks = np.zeros((len(some), length), np.int64)
        for n, (row, cue) in enumerate(some):
            mask[n, : len(batch[row].ids)] = 1
            marks[n, list(batch[row].firsts[slice(*cue)])] = 1
        read = net.roles(hidden[rows, :length], mask, marks)
        for n, row in enumerate(rows):
            roles[row].append(read[n, list(batch[row].firsts)].tolist())
    return roles


def _batches(items: Sequence[Any], lengths: Sequence[int]) -> Iterator[list[Any]]:
    """The items in batches of at most BATCH padded sub-tokens (one item at least), the shortest first."""
    batch: list[Any] = []
    for place in sorted(range(len(items)), key=lambda i: (lengths[i], i)):
        if batch and (len(batch) + 1) * lengths[place] > BATCH:
            yield batch
            batch = []
        batch.append(items[place])
    if batch:
        yield batch
