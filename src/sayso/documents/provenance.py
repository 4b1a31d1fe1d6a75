"""A page's credits in their order: who published it, from whom that has the text, and so on."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.documents import rights
from sayso.documents.page import FoundCredit
from sayso.documents.sites import sounds_like_outlet
from sayso.outlets import canonical, find_outlet, same_outlet
from sayso.vocab import CreditRole

#: A station's name has so many letters at least.
CALL_LETTERS = 3


def read_provenance(
    publisher: str | None, found: Sequence[FoundCredit], original: str | None = None, agency: str | None = None
) -> tuple[str, ...]:
    """The publisher where it is known, then whom it took the text from, and so on, as far as the credits tell.

    Stacked credit lines go from the nearest to the farthest; the one called the original is farther than these; the
    agency of a dateline travels with the text, so it is the farthest. A copyright notice beside the article counts
    only where no other credit names a source. ``original`` is the outlet whose address the markup calls canonical,
    ``agency`` the one that it calls the author.
    """
    chain = [canonical(publisher)] if publisher else []
    originals = [c.name for c in found if c.role is CreditRole.ORIGINAL]
    originals += [original] if original else []
    nearer = [c.name for c in found if c.role is CreditRole.REPUBLISHED_FROM and c.name not in originals]
    agencies = [c.name for c in found if c.role is CreditRole.AGENCY]
    agencies += [agency] if agency else []
    owners = [c.name for c in found if c.role is CreditRole.COPYRIGHT and c.detail == rights.BESIDE]
    owners = [name for name in owners if sounds_like_outlet(name)]
    for name in [*nearer, *originals, *agencies, *(owners[:1] if not (nearer or originals or agencies) else [])]:
        if not any(same_outlet(name, held) or _are_call_letters(name, held) for held in chain):
            chain.append(name)
    return tuple(chain)


def _are_call_letters(name: str, of: str) -> bool:
    """Whether a name in capitals is the first word of another, whose station it is: ``KBAR`` of *KBAR 7 News*."""
    letters = name.removesuffix("-TV")
    known = find_outlet(letters)
    return known is None and len(letters) >= CALL_LETTERS and letters.isupper() and of.split()[:1] == [letters]
