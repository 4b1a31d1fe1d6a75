"""PolNeAR as windows with labels."""

import hashlib
import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tokenizers import Tokenizer

from sayso.layers.attribution.windows import Range, Splitter, Window, read_windows

# Classes of the role head; the tag head has 2 * class - 1 for B, 2 * class for I.
O_TAG, SOURCE, CONTENT, CUE = 0, 1, 2, 3
IGNORED = -100
KEPT_BACK, KEPT_SEED = 80, 7  # training documents that no run sees: constants and choices are made on them
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])")


class Example(NamedTuple):
    """A window with the tag of each word and, for each cue, which words it is and the role of each word to it. A trial
    may add features of each word."""

    window: Window
    tags: tuple[int, ...]
    cues: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
    features: tuple[tuple[int, ...], ...] = ()


def splitter(tokenizer: Tokenizer) -> Splitter:
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def split(text: str) -> list[tuple[int, Range, int]]:
        got = tokenizer.encode(text, add_special_tokens=False)
        return list(zip(got.ids, got.offsets, got.word_ids, strict=True))

    return split


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def read_documents(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.open(encoding="utf-8")]


def kept_back(documents: Sequence[dict[str, Any]]) -> set[str]:
    """The ids of the training documents on which decoding constants are chosen, whatever the seed of the run."""
    return set(random.Random(KEPT_SEED).sample(sorted(d["id"] for d in documents), KEPT_BACK))


def paragraphs(text: str) -> Iterator[list[Range]]:
    """The sentences of each line of a text."""
    at = 0
    for line in text.split("\n"):
        ends = [at + m.end() for m in SENTENCE_END.finditer(line)] + [at + len(line)]
        starts = [at, *ends[:-1]]
        if line.strip():
            yield list(zip(starts, ends, strict=True))
        at += len(line) + 1


def covered(words: Sequence[Range], span: Sequence[int]) -> list[int]:
    """The words that a span covers by half at least."""
    if not words or span[1] <= words[0][0] or words[-1][1] <= span[0]:
        return []
    return [i for i, (s, e) in enumerate(words) if 2 * (min(e, span[1]) - max(s, span[0])) >= max(1, e - s)]


def read_examples(document: dict[str, Any], split: Splitter) -> list[Example]:
    """The labelled windows of a document. A title that was given a full stop is read a second time without it."""
    text = document["text"]
    windows = [w for sentences in paragraphs(text) for w in read_windows(text, sentences, split)]
    examples = [label(window, document["attributions"]) for window in windows]
    if windows and text[: windows[0].words[-1][1]].endswith(".") and len(windows[0].words) > 3:
        first = windows[0]
        bare = Window((*first.ids[:-2], first.ids[-1]), first.firsts[:-1], first.words[:-1])
        examples.append(label(bare, document["attributions"]))
    return examples


def label(window: Window, attributions: Sequence[dict[str, Any]]) -> Example:
    tags = [O_TAG] * len(window.words)
    cues = []
    for role, number in (("content", CONTENT), ("source", SOURCE), ("cue", CUE)):  # a cue inside a content is a cue
        for attribution in attributions:
            for span in attribution[role]:
                for n, word in enumerate(covered(window.words, span)):
                    tags[word] = 2 * number - (n == 0)
    for attribution in attributions:
        marked = [w for span in attribution["cue"] for w in covered(window.words, span)]
        if not marked:
            continue
        roles = [O_TAG] * len(window.words)
        for role, number in (("content", CONTENT), ("source", SOURCE), ("cue", CUE)):
            for span in attribution[role]:
                for word in covered(window.words, span):
                    roles[word] = number
        cues.append((tuple(marked), tuple(roles)))
    return Example(window, tuple(tags), tuple(cues))


def batches(examples: Sequence[Example], tokens: int, seed: int) -> list[list[Example]]:
    """Batches of at most ``tokens`` padded sub-tokens, windows of like length together, in an order of the seed."""
    random_ = random.Random(seed)
    order = sorted(examples, key=lambda e: len(e.window.ids) + random_.random() * 6)
    out: list[list[Example]] = []
    for example in order:
        if out and (len(out[-1]) + 1) * max(len(example.window.ids), max(len(e.window.ids) for e in out[-1])) <= tokens:
            out[-1].append(example)
        else:
            out.append([example])
    random_.shuffle(out)
    return out
