"""Who is said to have said what, as spans: the trained tagger. The only importer of the model runtime."""

from __future__ import annotations

from typing import NamedTuple

from sayso.layers.parse import Parse
from sayso.types import Document


class TaggedAttribution(NamedTuple):
    """The three roles of one attribution as the tagger reads them: document offsets, in text order, and the score."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    score: float


def tag_attributions(document: Document, parse: Parse) -> list[TaggedAttribution]:
    """The attributions of a document's prose in text order; none until the trained model is in place."""
    return []
