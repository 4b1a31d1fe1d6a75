"""What kind of thing a clause tells that no line of the lexicon fits, as readable pairs of sentence and slot."""

from __future__ import annotations

import pytest

from claimcases import told
from sayso import annotate
from sayso.documents.formats.objects import read_object
from sayso.relations.claims.readying import find_facts
from sayso.vocab import Slot

KINDS = [
    # what took place, or is to
    ("The caterers dumped nine crates of fish on the steps.", "occurrence"),
    ("The envoy was summoned to the palace.", "occurrence"),
    ("The Orle burst its banks on Friday.", "occurrence"),
    ("The council will repaint the bandstand.", "occurrence planned"),
    ("The treasurer was being refused entry.", "occurrence"),
    ("Her brother had rung the warden.", "occurrence"),
    # what is so, what may be, what is not, what is said of something
    ("The warden knew the tenants.", "statement"),
    ("The cellar holds the paintings.", "statement"),
    ("The gate is locked.", "statement"),
    ("Short walks may sharpen the memory.", "statement possible"),
    ("The bishop never told the parish.", "statement negative"),
    # who went where
    ("Two dozen sailors trooped into the chapel.", "movement"),
    ("The prisoners crawled out of the barracks.", "movement"),
    ("Some 50 convicts escaped over the wall.", "movement"),
    ("The proposal went to the committee.", "occurrence"),
    # how much there is, and how it changed
    ("There are now 109 names on the petition.", "strength"),
    ("Annual inflation in Ruvia slowed to 41.7% in August.", "strength"),
    ("The price of rye rose 4 per cent.", "strength"),
    ("The dead were five soldiers.", "statement"),
]


@pytest.mark.parametrize(("sentence", "wanted"), KINDS)
def test_kinds(sentence: str, wanted: str) -> None:
    assert wanted in {slot for slot, *_ in told(sentence)}


def test_what_is_of_no_known_kind_is_compared_by_its_words() -> None:
    text = "The caterers dumped nine crates of fish on the steps. The price of rye rose 4 per cent."
    made = read_object({"id": "1", "publisher": "Post", "text": text, "prose": True}).page
    assert made is not None
    facts = find_facts([made.document], annotate(made).claims, [], [], [])
    assert {(f.claim.slot, f.slot) for f in facts} == {
        (Slot.OCCURRENCE, Slot.STATEMENT),
        (Slot.STRENGTH, Slot.OCCURRENCE),
    }


ROLES = [
    ("The envoy was summoned by the palace.", {"agent": "palace", "target": "envoy"}),
    ("Pia Aster dumped the crates.", {"agent": "Pia Aster", "target": "crate"}),
    ("Two dozen soldiers trooped into the chapel.", {"party": "soldier"}),
]


@pytest.mark.parametrize(("text", "wanted"), ROLES)
def test_who_did_it_and_to_whom_is_told_but_not_compared(text: str, wanted: dict[str, str]) -> None:
    made = read_object({"id": "1", "publisher": "Post", "text": text, "prose": True}).page
    assert made is not None
    claims = annotate(made).claims
    held = dict(claims[0].values)
    assert wanted.items() <= held.items()
    facts = find_facts([made.document], claims, [], [], [])
    assert facts[0].one("agent") is None
