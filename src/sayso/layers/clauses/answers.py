"""What somebody denies with what reports it, "rejected the claim by X that …", or of her own doing."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.layers.clauses.clause import Clause
from sayso.layers.parsing.parse import Sentence
from sayso.types import Attribution, Values, values
from sayso.vocab import Certainty, Slot

#: Happenings of which it is asked who did them.
VIOLENT = frozenset({"attack", "shelling", "bombing", "airstrike", "shooting", "explosion", "killing", "hit", "looted"})
#: What is done to a report that is said to be untrue.
REJECTING = frozenset({"reject", "deny", "dismiss", "refute", "rebut", "disprove", "debunk", "repudiate"})


def rejection(reported: Attribution, by_id: Mapping[str, Attribution], sentence: Sentence) -> Attribution | None:
    """The denial that a report stands in, where its cue is a noun."""
    cue = [t for span in reported.cue for t in sentence.between(span.start, span.end)]
    if len(cue) != 1 or cue[0].pos != "NOUN":
        return None  # "denied saying that …" leaves open whether it is so
    outer = by_id.get(reported.within or "")
    return outer if outer is not None and outer.certainty is Certainty.DENIED else None


def own_act(slot: Slot, filled: Values, why: str, speaker: str | None, clause: Clause) -> tuple[Slot, Values, str]:
    """What somebody denies to have done, "denied shelling the bus station", is about who did it."""
    named = dict(filled)
    violent = slot is Slot.OCCURRENCE and named.get("event") in VIOLENT
    agent = named.get("agent") or (speaker if clause.head.tag == "VBG" else None)
    if not violent or not isinstance(agent, str) or not agent[:1].isupper():
        return slot, filled, why
    kept = {name: named[name] for name in ("time", "place", "place_id", "place_country") if name in named}
    said = values(sense="did", agent=agent, act=str(named["event"]), **kept)
    return Slot.RESPONSIBILITY, said, f"{why}, and it is denied that {agent} did it"
