"""How much the words of a line speak for its being an article's: what of pages says ``newsletter``, ``your cart``,
``written by``, whatever the topic.

A table from ``training/zones`` gives words and pairs of words the logarithm of how many more sites have them in
articles than around these. Only words of many sites are in it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Any

from sayso import assets
from sayso.documents.zones.lines import Line

FILE = "zones-words.tsv"
TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
#: This much of a line is looked at: characters, words.
LOOKED_AT, MOST_WORDS = 400, 40
#: The scores at a line's two ends that are averaged for themselves.
EXTREMES = 3
#: Sums are cut off here.
MOST = 20.0
#: Lines above and below whose means and sums are seen too.
BESIDE = (-2, -1, 1, 2)
#: Figures of a line itself.
OWN = 5


@functools.cache
def read_word_scores() -> dict[str, float]:
    """The table that is shipped. Raises AssetError where the file is missing or changed."""
    rows = assets.path(FILE).read_text(encoding="utf-8").splitlines()
    return {word: float(score) for word, _, score in (row.partition("\t") for row in rows)}


def tokens(words: str) -> list[str]:
    """The words and pairs of words of a line, lower case, a number as ``0``, its ends as ``^`` and ``$``."""
    found = TOKEN.findall(words[:LOOKED_AT].lower().replace("’", "'"))[:MOST_WORDS]
    single = ["0" if word[0].isdigit() else word for word in found]
    return single + list(map("{} {}".format, ["^", *single], [*single, "$"]))


def word_figures(lines: Sequence[Line], scores: Mapping[str, float]) -> Any:
    """An array of float32, shape (lines, figures): mean, sum and extremes of the scores of a line's words, the share of
    them that are known, and the means and sums of the lines beside it."""
    import numpy as np

    held = {text: _figures(tokens(text), scores) for text in {line.text for line in lines}}
    own = np.array([held[line.text] for line in lines], dtype=np.float32).reshape(-1, OWN)
    far = max(BESIDE)
    padded = np.zeros((len(own) + 2 * far, 2), dtype=np.float32)
    padded[far : far + len(own)] = own[:, :2]
    return np.hstack([own, *(padded[far + step : far + step + len(own)] for step in BESIDE)])


def _figures(found: Sequence[str], scores: Mapping[str, float]) -> tuple[float, ...]:
    known = sorted([score for score in map(scores.get, found) if score is not None])
    if not known:
        return (0.0,) * OWN
    total = sum(known)
    low, high = known[:EXTREMES], known[-EXTREMES:]
    return (
        total / len(known), max(-MOST, min(MOST, total)), sum(low) / len(low), sum(high) / len(high),
        len(known) / len(found),
    )  # fmt: skip
