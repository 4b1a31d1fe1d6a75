"""Sentences of news, and parts of them, by the matter that they are of: what our encoder learns from (``imitation``).

A claim is a clause more often than a sentence, so a long sentence gives a stretch of its clauses as well, which is read
in the sentence.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sayso.relations.words.meanings import Passage, alone

SEED = 7
#: Words of a sentence, and of a part of one; sentences longer than LONG give a part, unless they are longer than READ.
SENTENCE, PART, LONG, READ = range(6, 41), range(5, 31), 12, 70
#: A matter of fewer texts is left out.
FEWEST = 20
#: Articles of files that tell no matter are dealt out to so many.
DEALT = 60
ENDS = re.compile(r'(?<=[.!?”"])\s+(?=[A-Z“"‘])|\n+')
JOINTS = re.compile(r",? (?:that|because|while|after|before|but|and) |; |, ")


class Source(NamedTuple):
    """A file of articles in the folder of the data, what names an article's matter, and how many texts of a matter are
    taken at most."""

    file: str
    matter: Callable[[Mapping[str, str], random.Random], str]
    most: int


#: Stories of several outlets are taken whole, files of single articles in part.
SOURCES = (
    Source("attribution/polnear_train.jsonl", lambda row, _: row["published"][:7], 420),
    Source("stories/basil.jsonl", lambda row, _: row["cluster"], 100_000),
    Source("stories/ecbplus_train.jsonl", lambda row, _: str(row.get("cluster")), 100_000),
    Source("reuse/fakes.jsonl", lambda row, _: row["published"][:7], 100_000),
    Source("places/lgl.jsonl", lambda _, chance: str(chance.randrange(DEALT)), 110),
    Source("times/timebank.jsonl", lambda *_: "", 1500),
    Source("times/aquaint.jsonl", lambda *_: "", 1500),
)


def matters_of_news(data: Path) -> list[list[Passage]]:
    """The texts of each matter, each as the encoder reads it, none twice in a matter."""
    chance = random.Random(SEED)
    found: dict[tuple[str, str], set[Passage]] = {}
    for source in SOURCES:
        for line in (data / source.file).read_bytes().splitlines():
            row = json.loads(line)
            found.setdefault((source.file, source.matter(row, chance)), set()).update(texts_of(row["text"], chance))
    most = {source.file: source.most for source in SOURCES}
    held = {key: sorted(texts) for key, texts in sorted(found.items()) if len(texts) >= FEWEST}
    return [chance.sample(texts, min(most[file], len(texts))) for (file, _), texts in held.items()]


def texts_of(article: str, chance: random.Random) -> Iterator[Passage]:
    """The sentences of an article, and a part of each long one."""
    for sentence in ENDS.split(article):
        whole = alone(sentence)
        words = len(whole.text.split())
        if words in SENTENCE:
            yield whole
        if LONG < words <= READ:
            start, end = drawn_part(whole.text, chance)
            if len(whole.text[start:end].split()) in PART and end - start < len(whole.text):
                yield whole._replace(spans=((start, end),))


def drawn_part(sentence: str, chance: random.Random) -> tuple[int, int]:
    """Where a stretch of a sentence from one of its joints to another begins and ends."""
    joints = [found.span() for found in JOINTS.finditer(sentence)]
    begins, ends = [0, *(end for _, end in joints)], [*(start for start, _ in joints), len(sentence.rstrip(" ,.;"))]
    first = chance.randrange(len(begins))
    return begins[first], ends[chance.randrange(first, len(ends))]
