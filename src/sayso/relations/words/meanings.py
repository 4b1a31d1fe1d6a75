"""Which way a claim's words point: the direction that a sentence encoder gives them, trained on stories of our own.

``training/matching`` made it from claims told in several ways and their near misses. Two directions near each other are
evidence for one claim, weighed with the rest by ``matching``, and bring claims together that are to be compared.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from sayso import assets
from sayso.networks import Graph, open_graph, open_tokenizer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    Floats = NDArray[np.float32]

#: The encoder in 8 bits, and the tokeniser, which it shares with the tagger.
FILE, TOKENIZER = "matching-encoder.onnx", "tagger-tokenizer.json"
#: This many sub-tokens of a claim are read, marks of its begin and end included.
LONGEST = 48
#: Curly quotation marks and the straight ones.
STRAIGHT = str.maketrans("‘’“”", "''\"\"")


class Encoder(NamedTuple):
    tokenizer: Tokenizer
    graph: Graph


def load_encoder(tokenizer_file: str, graph_file: str) -> Encoder:
    return Encoder(open_tokenizer(tokenizer_file), open_graph(graph_file))


@functools.cache
def shipped() -> Encoder:
    """What is shipped, loaded once a process. Raises AssetError where a file is missing or changed."""
    return load_encoder(str(assets.path(TOKENIZER)), str(assets.path(FILE)))


@functools.lru_cache(maxsize=16384)
def meaning(text: str) -> Floats:
    """The direction of a claim's words, shape (384,), of length 1; each text is read once a process."""
    return read(shipped(), text)


def read(encoder: Encoder, text: str) -> Floats:
    """The same by any encoder. A text is read alone: in a batch its numbers would hang on what else is in it."""
    import numpy as np

    ids = encoder.tokenizer.encode(plain(text)).ids
    if len(ids) > LONGEST:
        ids = [*ids[: LONGEST - 1], ids[-1]]
    rows = np.array([ids], dtype=np.int64)
    found: Floats = encoder.graph(("meaning",), {"ids": rows, "mask": np.ones(rows.shape, dtype=np.float32)})[0][0]
    return found


def plain(text: str) -> str:
    """A claim's words as the encoder reads them: one space between words, straight quotation marks."""
    return " ".join(text.translate(STRAIGHT).split())


def likeness(a: Floats, b: Floats) -> float:
    """How near two directions are, -1 to 1; the same whichever is named first."""
    return round(float(a @ b), 4)
