"""Who took the text from whom: by credits, by outlets that the text cites, by shared passages with their dates."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple, TypeVar

from sayso.outlets import key, same_outlet, surely_outlet
from sayso.relations.lineage.dating import UNDIRECTED, order, stated_day
from sayso.relations.reuse.collator import title
from sayso.types import Attribution, Credit, Descent, Document, Member, Reuse, Timex
from sayso.vocab import CreditRole, DescentBasis

#: How sure each basis is. A credit states the descent; an agency's name may stand for a part of the text; a citation
#: says that something was taken, not how much. Shared text is scaled by how much is shared.
STATED, AGENCY, CITED = 1.0, 0.8, 0.7

#: Credits that say whose a text is; those of pictures do not.
TEXT_CREDITS = (CreditRole.REPUBLISHED_FROM, CreditRole.ORIGINAL, CreditRole.AGENCY)

Row = TypeVar("Row")


class Held(NamedTuple):
    """The documents at hand: each by id, and for each those that share text with it, the largest share first."""

    documents: dict[str, Document]
    sharing: dict[str, list[str]]
    story_of: dict[str, str]
    outlets: tuple[str, ...] = ()

    def of(self, publisher: str, beside: Document) -> str | None:
        """The document of this publisher that shares most text with another document."""
        return next(
            (n for n in self.sharing[beside.id] if same_outlet(self.documents[n].publisher or "", publisher)), None
        )

    def cited(self, publisher: str, beside: Document) -> str | None:
        """The document that a citation of this publisher means: the one that shares text with the citing document, else
        the only one of the publisher in its story, unless it is dated later."""
        sharing = self.of(publisher, beside)
        if sharing is not None:
            return sharing
        told = [
            d
            for d in self.documents.values()
            if d.id != beside.id
            and self.story_of.get(d.id, d.id) == self.story_of.get(beside.id, beside.id)
            and same_outlet(d.publisher or "", publisher)
        ]
        days = [stated_day(d) for d in (*told, beside)]
        if len(told) != 1 or (days[0] is not None and days[1] is not None and days[0] > days[1]):
            return None
        return told[0].id

    def outlet(self, name: str) -> str | None:
        """The outlet that a source's name is of: a known one, or a publisher of the documents at hand."""
        known = surely_outlet(name)
        if known is not None:
            return known.name
        publishers = sorted({d.publisher for d in self.documents.values() if d.publisher} | set(self.outlets))
        return next((publisher for publisher in publishers if same_outlet(publisher, name)), None)


def _by_document(rows: Iterable[tuple[str, Row]]) -> dict[str, list[Row]]:
    """Document → the rows of it."""
    out: dict[str, list[Row]] = defaultdict(list)
    for document, row in rows:
        out[document].append(row)
    return out


def find_descent(
    documents: Sequence[Document],
    credits: Iterable[Credit],
    reuses: Iterable[Reuse],
    attributions: Iterable[Attribution],
    stories: Iterable[Member] = (),
    told_of: Set[str] | None = None,
    timexes: Iterable[Timex] = (),
    outlets: Iterable[str] = (),
) -> list[Descent]:
    """Every hop from a copy to its exemplar that the documents state or show, sorted; of the documents in ``told_of``
    alone, where it is given: the others are at hand for what these have from them.

    Names are resolved to documents at hand where these share text with the copy; the name of an outlet that is cited,
    also where the outlet has just one document in the story. A pair of documents that share text and have no credit
    between them gives one row: directed where their days differ (:mod:`dating` says which those are, by the time
    expressions too), else with the later one in the alphabet as copy, and a detail that says the direction is open.
    """
    by_id = {d.id: d for d in documents}
    shared = sorted((r for r in reuses if {r.left.document_id, r.right.document_id} <= set(by_id)), key=lambda r: r.id)
    held = Held(by_id, _sharing(shared, by_id), {m.member_id: m.cluster_id for m in stories}, tuple(outlets))
    given = _by_document((credit.span.document_id, credit) for credit in credits)
    said = _by_document(((a.cue or a.content)[0].document_id, a) for a in attributions if a.cue or a.content)
    rows: dict[tuple[str | None, str, str | None, str], Descent] = {}
    unheld: list[Descent] = []
    beside: list[Descent] = []
    for document in sorted(by_id.values(), key=lambda d: d.id):
        for row in (*_credited(document, given[document.id], held), *_cited(document, said[document.id], held)):
            if told_of is not None and document.id not in told_of:
                beside.append(row)
            elif row.copy is None:
                unheld.append(row)
            else:
                rows.setdefault((row.copy, row.copy_name, row.exemplar, row.exemplar_name), row)
    found = [*rows.values(), *{r.id: r for r in unheld}.values()]
    times = _by_document((timex.span.document_id, timex) for timex in timexes)
    told = [r for r in shared if told_of is None or told_of & {r.left.document_id, r.right.document_id}]
    shown = _shown(told, by_id, [*found, *beside], times)
    found += [row for row in shown if told_of is None or row.copy in told_of]
    return sorted(found, key=lambda r: (r.copy or "~", r.copy_name, r.basis, r.exemplar_name, r.exemplar or "", r.id))


def _sharing(reuse: Sequence[Reuse], documents: Mapping[str, Document]) -> dict[str, list[str]]:
    ranked: dict[str, list[tuple[float, tuple[str, ...]]]] = defaultdict(list)
    for row in reuse:
        left, right = row.left.document_id, row.right.document_id
        ranked[left].append((-row.score, _by_words(documents[right])))
        ranked[right].append((-row.score, _by_words(documents[left])))
    out: dict[str, list[str]] = defaultdict(list)
    return out | {document: [words[-1] for _, words in sorted(found)] for document, found in ranked.items()}


def _by_words(document: Document) -> tuple[str, ...]:
    """What documents are put in order by where nothing else tells: the same wherever they were read from. The last is
    the id."""
    return document.publisher or "", document.headline or "", document.text, document.id


def _credited(document: Document, credits_: Sequence[Credit], held: Held) -> Iterator[Descent]:
    """The hops of the document's provenance, and text credits that the provenance leaves out."""
    # The provenance begins with the publisher where that is known, else with whom the text was taken from.
    own = () if document.publisher and document.provenance else (name_of(document),)
    names = (*own, *document.provenance)
    holders = [document.id, *(held.of(name, document) for name in names[1:])]
    for place, (nearer, farther) in enumerate(itertools.pairwise(names)):
        credit = _credit_of(farther, credits_)
        agency = credit is not None and credit.role is CreditRole.AGENCY
        why = f"the credits of {title(document)} say that {nearer} has the text from {farther}"
        if credit is not None:
            words = document.text[credit.span.start : credit.span.end]
            why += f" (“{' '.join(words[:80].split())}”, characters {credit.span.start} to {credit.span.end})"
        yield Descent(
            copy=holders[place],
            copy_name=nearer,
            exemplar=holders[place + 1],
            exemplar_name=farther,
            basis=DescentBasis.CREDIT,
            score=AGENCY if agency else STATED,
            detail=f"{why[0].upper()}{why[1:]}. {_kept(holders[place + 1], farther, held, document)}",
        )
    for name in sorted({c.name for c in credits_ if c.role in TEXT_CREDITS}):
        if not any(same_outlet(name, other) for other in names):
            exemplar = held.of(name, document)
            yield Descent(
                copy=document.id,
                copy_name=name_of(document),
                exemplar=exemplar,
                exemplar_name=name,
                basis=DescentBasis.CREDIT,
                score=AGENCY,
                detail=f"{title(document)} credits {name} for its text or part of it. "
                + _kept(exemplar, name, held, document),
            )


def _credit_of(name: str, credits_: Sequence[Credit]) -> Credit | None:
    found = [c for c in credits_ if c.role in TEXT_CREDITS and same_outlet(c.name, name)]
    return min(found, key=lambda c: (c.role is CreditRole.AGENCY, c.span)) if found else None


def _cited(document: Document, attributions: Sequence[Attribution], held: Held) -> Iterator[Descent]:
    """Outlets and agencies that the text names as its sources, each with the outlet that it cites in turn."""
    own = [*document.provenance, document.publisher or ""]
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for attribution in attributions:
        cited = [outlet for name in attribution.chain if (outlet := held.outlet(name))]
        hops = ["", *(name for name in cited if not any(same_outlet(name, other) for other in own))]
        for pair in itertools.pairwise(hops):
            counts[pair] += 1
    for (nearer, farther), count in sorted(counts.items()):
        times = "once" if count == 1 else f"{count} times"
        exemplar = held.cited(farther, document)
        if nearer:
            said = f"{title(document)} cites {nearer}, which cites {farther} ({times})."
        else:
            said = f"{title(document)} cites {farther} {times}."
        yield Descent(
            copy=held.cited(nearer, document) if nearer else document.id,
            copy_name=nearer or name_of(document),
            exemplar=exemplar,
            exemplar_name=farther,
            basis=DescentBasis.CITATION,
            score=CITED,
            detail=f"{said} {_kept(exemplar, farther, held, document)}",
        )


def _kept(exemplar: str | None, name: str, held: Held, beside: Document) -> str:
    if exemplar is None:
        return f"No text of {name} that shares words with it is held."
    if exemplar in held.sharing[beside.id]:
        return f"The text held of {name} is {title(held.documents[exemplar])}, which shares words with it."
    return (
        f"The only text held of {name} in this story is {title(held.documents[exemplar])}; it shares no words with it."
    )


def _shown(
    reuse: Sequence[Reuse], documents: dict[str, Document], known: Sequence[Descent], times: dict[str, list[Timex]]
) -> Iterator[Descent]:
    """Pairs that share text and have no credit between them, the later one as the copy."""
    linked = {frozenset((r.copy, r.exemplar)) for r in known if r.copy and r.exemplar}
    exemplars: dict[str, dict[str, str]] = defaultdict(dict)
    for hop in known:
        if hop.copy and hop.basis is DescentBasis.CREDIT:
            exemplars[hop.copy][key(hop.exemplar_name)] = hop.exemplar_name
    for row in reuse:
        first, second = sorted((documents[row.left.document_id], documents[row.right.document_id]), key=_by_words)
        if frozenset((first.id, second.id)) in linked:
            continue
        earlier, later, score, why = order(first, second, times)
        common = sorted(exemplars[first.id].keys() & exemplars[second.id].keys())
        if common:
            names = " and ".join(exemplars[first.id][name] for name in common)
            score = UNDIRECTED
            why += f" Both credit {names}, which would explain it without either having copied the other."
        yield Descent(
            copy=later.id,
            copy_name=name_of(later),
            exemplar=earlier.id,
            exemplar_name=name_of(earlier),
            basis=DescentBasis.SHARED_TEXT,
            score=round(score * row.score, 4),
            detail=f"{row.detail} {why}",
        )


def name_of(document: Document) -> str:
    """Whose the document is: its publisher, else what it is called."""
    return document.publisher or document.headline or document.label or document.id
