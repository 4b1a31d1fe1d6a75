"""One sentence with all that is known of it when its claims are made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.layers.clauses.clause import Clause
from sayso.layers.clauses.phrases import Tree
from sayso.layers.parsing.findings import Findings
from sayso.types import Attribution, Claim, Document


class SentenceReading(NamedTuple):
    """One sentence with all that is known of it."""

    document: Document
    tree: Tree
    clauses: Sequence[Clause]
    findings: Findings
    near: Sequence[Attribution]
    by_id: dict[str, Attribution]
    before: Sequence[Claim]  # those of the sentences before
    here: Sequence[Claim] = ()  # those of the sentence itself, as far as they are made

    def chain(self, attribution: Attribution | None) -> tuple[str, ...]:
        """The attribution's sources, nearest first, with those of the attributions it stands in before its own."""
        out: tuple[str, ...] = ()
        seen: set[str] = set()
        while attribution is not None and attribution.id not in seen:
            seen.add(attribution.id)
            out = (*attribution.chain, *out)
            outer = self.by_id.get(attribution.within or "")
            if outer is not None and attribution.chain[: len(outer.chain)] == outer.chain:
                break
            attribution = outer
        return out

    def chain_to(self, attribution: Attribution | None) -> tuple[str, ...]:
        """Outlet and sources of a claim with this attribution."""
        own = self.document.provenance or ((self.document.publisher,) if self.document.publisher else ())
        told = self.chain(attribution)  # an agency's text tells what the agency was told
        return own + told[1 if told[:1] == own[-1:] else 0 :]
