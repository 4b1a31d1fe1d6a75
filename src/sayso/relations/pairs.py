"""Two claims read together: how likely they are one claim, contraries, or neither.

``meanings`` reads each claim by itself and says how near two of them are; contraries are near each other as well, and
so are the parts of one matter. A network that ``training/matching`` made reads both at once and tells these apart.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from sayso import assets
from sayso.relations.facts import Fact
from sayso.relations.meanings import TOKENIZER, Encoder, load_encoder, plain, tokens

FILE = "matching-pairs.onnx"
#: What shows by itself that a claim negates.
NEGATING = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|den(?:y|ies|ied|ying|ials?)|reject\w*|refut\w*"
    r"|refus\w*|rul\w* out|dismiss\w*|fail\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
#: Stands before a negated claim whose own words do not show it: "having lost any drones", of who denied it.
NOT_SO = "it is not so:"


class Together(NamedTuple):
    """How likely two claims are one, and how likely they are contraries: the one denies, negates or excludes the
    other. What is left of 1 is that they are neither."""

    one: float
    contrary: float


def voiced(fact: Fact) -> str:
    """A claim's words as they are read together with another one's: a denial shows in them."""
    return fact.text if fact.positive or NEGATING.search(fact.opening) else f"{NOT_SO} {fact.text}"


def read_together(a: str, b: str) -> Together:
    """How two claims stand to each other, whichever is named first; each two are read once a process, alone, so that
    the numbers hang on nothing else. About 5 ms."""
    return _read(*sorted((plain(a), plain(b))))


@functools.lru_cache(maxsize=16384)
def _read(one: str, other: str) -> Together:
    return read(shipped(), one, other)


@functools.cache
def shipped() -> Encoder:
    """What is shipped, loaded once a process. Raises AssetError where a file is missing or changed."""
    return load_encoder(str(assets.path(TOKENIZER)), str(assets.path(FILE)))


def read(reader: Encoder, one: str, other: str) -> Together:
    """The same by any network, in the order given."""
    import numpy as np

    ids, second = row_of(reader, one, other)
    rows = {"ids": np.array([ids], dtype=np.int64), "second": np.array([second], dtype=np.float32)}
    found = reader.graph(("outcomes",), rows | {"mask": np.ones((1, len(ids)), dtype=np.float32)})[0][0]
    return Together(round(float(found[0]), 4), round(float(found[1]), 4))


def row_of(reader: Encoder, one: str, other: str) -> tuple[list[int], list[float]]:
    """Two claims as one row of sub-tokens, and 1 for each of the second claim."""
    first, second = tokens(reader, one), tokens(reader, other)[1:]
    return [*first, *second], [0.0] * len(first) + [1.0] * len(second)
