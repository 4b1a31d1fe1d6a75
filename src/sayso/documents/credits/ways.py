"""A text's way as a line tells it: the names with their roles, by how far from the page each is.

``wayreader`` reads the line.
"""

from __future__ import annotations

from sayso.documents.credits.sourcelabels import Source, far_role
from sayso.documents.credits.wayclauses import Far, Hop
from sayso.documents.credits.wayitems import kinds_of, pieces_of
from sayso.documents.credits.waykinds import Kind
from sayso.documents.credits.wayreader import Reader
from sayso.vocab import CreditRole


def hops_of(words: str, *, near: bool) -> list[Hop]:
    """The names of a line that tells of a text's way, in text order."""
    return sorted(Reader(words, near).read())


def with_roles(hops: list[Hop]) -> list[Source]:
    """The same as a notice's sources: the farthest is where the text began, where any is told to be farther."""
    writers = [Source(*hop.named, CreditRole.AUTHOR) for hop in hops if hop.far == Far.AUTHOR]
    hops = [hop for hop in hops if hop.far != Far.AUTHOR]
    top = max((hop.far for hop in hops), default=0)
    alone = top < Far.SHOWN and all(hop.far == top for hop in hops)
    out = []
    for hop in hops:
        far = not alone and hop.far == top
        role = far_role(hop.named.name) if far and len(hops) > 1 else CreditRole.ORIGINAL
        out.append(Source(*hop.named, role if far else CreditRole.REPUBLISHED_FROM))
    return sorted([*out, *writers])


def speaks_of_text(words: str) -> bool:
    """Whether a line names this text: ``this article``."""
    return Kind.THIS in kinds_of(pieces_of(words))
