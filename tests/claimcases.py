"""The claims of a short text, found with all annotators, in the form in which tests write them."""

from __future__ import annotations

from typing import Any

from sayso.pipeline import ANNOTATORS
from sayso.stages import run
from sayso.types import Problem
from smallpages import small_page

#: Modality and polarity that go without saying.
PLAIN = frozenset({"fact", "positive"})


def told(text: str, headline: bool = False) -> set[tuple[str, ...]]:
    """Of each claim: slot (with modality and polarity unless plain), who says so (``-`` for the outlet), and words."""
    page = small_page(text, zones="headline" if headline else "")
    pool: dict[str, Any] = {"document": page.document, "blocks": page.blocks, "credits": (), "parse": page.parse}
    problems: list[Problem] = []
    run([stage for stage in ANNOTATORS if stage.yields != "parse"], pool, page.document.id, problems)
    assert problems == []
    out: set[tuple[str, ...]] = set()
    for claim in pool["claims"]:
        coloured = [claim.slot.value, *(v for v in (claim.modality.value, claim.polarity.value) if v not in PLAIN)]
        words = " … ".join(text[s.start : s.end] for s in claim.content)
        out.add((" ".join(coloured), claim.chain[-1] if len(claim.chain) > 1 else "-", words))
    return out
