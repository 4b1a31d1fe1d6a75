"""Claims as the report's claims board shows them: accounts, ladder, relations, status, times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sayso.exports.payload.periods import Stretch, times_of
from sayso.exports.payload.shapes import AccountData, ClaimData, Ladder, Period, RelationData
from sayso.exports.shown import Account, ClaimView, Relation, Status
from sayso.exports.visible import cut, name_shown, said_shown, shown
from sayso.types import Origin
from sayso.vocab import LinkKind

STEPS = 60  # steps of one derivation


def claim_of(
    claim: ClaimView,
    documents: Mapping[str, int],
    rows: Mapping[str, int],
    numbers: Mapping[str, int],
    width: int,
) -> ClaimData:
    """``documents`` and ``rows`` map ids to places in the payload, ``numbers`` ids of clusters to claims' numbers;
    ``width`` is the longest wording, in characters."""
    return {
        "number": claim.number,
        "id": claim.cluster_id,
        "wording": cut(shown(claim.wording), width),
        "slot": claim.slot,
        "accounts": [_account(account, documents, rows, width) for account in claim.distinct_accounts],
        "ladder": _ladder(claim.ladder, documents) if claim.ladder else None,
        "relations": [_relation(relation, numbers) for relation in claim.relations],
        "status": [status.value for status in Status if any(r.status is status for r in claim.relations)],
        "times": _times(claim),
        "places": [],
        "judged": [said_shown(step) for step in claim.judged],
    }


def _account(account: Account, documents: Mapping[str, int], rows: Mapping[str, int], width: int) -> AccountData:
    return {
        "document": documents[account.document.id],
        "row": rows.get(account.claim.id if account.attribution is None else account.attribution.id, -1),
        "hops": [name_shown(hop) for hop in account.hops],
        "words": cut(shown(account.words), width),
        "zone": account.zone.value,
        "hedge": account.hedge,
        "own": account.attribution is None,
        "probably": said_shown(account.probably),
    }


def _ladder(ladder: Origin, documents: Mapping[str, int]) -> Ladder:
    return {
        "outlets": ladder.outlets,
        "families": ladder.families,
        "texts": ladder.texts,
        "low": ladder.origins_min,
        "high": ladder.origins_max,
        "names": [name_shown(name) for name in ladder.names],
        "steps": [said_shown(step) for step in ladder.derivation[:STEPS]],
        "first": documents.get(ladder.first or "", -1),
    }


def _relation(relation: Relation, numbers: Mapping[str, int]) -> RelationData:
    return {
        "kind": relation.kind.value,
        "words": relation.words,
        "status": relation.status.value if relation.status else "",
        "other": numbers.get(relation.other, 0),
        "detail": said_shown(relation.detail),
        "judge": said_shown(relation.judge),
    }


def _times(claim: ClaimView) -> list[Period]:
    """The times that the accounts state, those of most accounts first."""
    counted: Counter[Stretch] = Counter(time for a in claim.accounts for time in set(times_of(a.claim)))
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return [(time.first.isoformat(), time.last.isoformat(), time.grain, n) for time, n in ranked]


def in_dispute(claim: ClaimView) -> bool:
    """Whether another claim contradicts this one, or may."""
    return any(r.kind in (LinkKind.CONFLICTS, LinkKind.DENIAL, LinkKind.UNDECIDED) for r in claim.relations)
