"""What a headline says, found in the text below it."""

from __future__ import annotations

from claimpairs import claim, facts, one_story
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.grouping import group_facts
from sayso.relations.claims.headlines import in_its_text
from sayso.relations.claims.readying import find_facts
from sayso.vocab import Polarity, Slot


def told(*words: str, slot: Slot = Slot.STATEMENT) -> list[Fact]:
    """A headline, and claims of the text below it."""
    return facts((words[0], slot, {"zone": "headline"}), *((text, slot, {}) for text in words[1:]))


def test_a_headline_says_what_its_text_says_in_other_words() -> None:
    head, *claims = told(
        "Police disperse bread march",
        "The bakers had asked for a lower tax on flour",
        "Riot police broke up a march against the price of bread",
    )
    found = in_its_text(head, claims)
    assert found is not None
    assert found[0].text.startswith("Riot police")


def test_a_headline_of_something_else_stands_alone() -> None:
    head, *claims = told("Four things to watch in the truce", "The bakery reopened on Monday")
    assert in_its_text(head, claims) is None


def test_a_headline_with_another_figure_or_the_contrary_stands_alone() -> None:
    head, body = facts(
        ("Nine soldiers killed", Slot.TOLL, {"zone": "headline", "effect": "killed", "low": 9, "high": 9}),
        ("Twelve soldiers were killed", Slot.TOLL, {"effect": "killed", "low": 12, "high": 12}),
    )
    assert in_its_text(head, [body]) is None
    head, body = facts(
        ("The bridge is open", Slot.STATEMENT, {"zone": "headline"}),
        ("The bridge is not open", Slot.STATEMENT, {"polarity": Polarity.NEGATIVE}),
    )
    assert in_its_text(head, [body]) is None


def test_no_headline_brings_two_texts_together() -> None:
    words = "The freighter saved 118 migrants in the strait", "The bakery on the square reopened"
    made = [claim(f"Paper {n}", text, Slot.STATEMENT, {}) for n, text in enumerate(words)]
    document = made[0][0]
    head = claim("Paper 0", words[0], Slot.STATEMENT, {"zone": "headline"})[1]
    documents = [d for d, _ in made]
    claims = [c for _, c in made]
    alone, with_head = (
        group_facts(find_facts(documents, held, one_story(documents), [], [])) for held in (claims, [*claims, head])
    )
    assert [len(g.nodes) for g in alone] == [len(g.nodes) for g in with_head]
    assert sorted(len(g.facts) for g in with_head) == [1, 2]
    assert {f.document.id for g in with_head for f in g.facts if len(g.facts) > 1} == {document.id}
