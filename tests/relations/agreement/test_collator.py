"""Small invented stories: which claims are one, and how the others stand to each other."""

from __future__ import annotations

import random
import time
from typing import Any

import pytest

from sayso.relations.agreement.collator import relate_claims
from sayso.vocab import LinkKind, Modality, Slot

Story = Any  # tests/relations/conftest.py


def toll(story: Story, words: str, *sources: str, low: int | None = None, high: int | None = None, **named: Any) -> Any:
    named = {"effect": "killed", "place": ("Tarven",), "cause": "explosion"} | named
    return story.claim(Slot.TOLL, words, *sources, low=low, high=high, **named)


def control(story: Story, words: str, *sources: str, state: str = "took", **named: Any) -> Any:
    named = {"holder": "Red Column", "place": ("Tarven",)} | named
    return story.claim(Slot.CONTROL, words, *sources, state=state, **named)


def movement(story: Story, words: str, *sources: str, **named: Any) -> Any:
    return story.claim(Slot.MOVEMENT, words, *sources, **({"party": "Red Column", "sense": "moved"} | named))


def test_one_claim_in_quite_different_words(story: Story) -> None:
    story.article("Dawn Courier", control(story, "The Red Column overran the town of Tarven", "Ana Dovic"))
    story.article("Lake Herald", control(story, "Tarven is lost; insurgents have it", "Petar Lund", holder="insurgent"))
    assert len(story.groups()) == 1


def test_nearly_the_same_words_of_two_towns(story: Story) -> None:
    story.article("Dawn Courier", control(story, "The Red Column captured Tarven"))
    story.article("Lake Herald", control(story, "The Red Column captured Torven", place=("Torven",)))
    assert story.groups() == set()


def test_a_namesake_town_is_another_town(story: Story) -> None:
    story.article("Dawn Courier", control(story, "The Red Column captured Tarven", place_id=("g1",)))
    story.article("Lake Herald", control(story, "The Red Column seized Tarven", place_id=("g2",)))
    assert story.groups() == set()
    assert story.relations() == []


def test_two_incidents_of_one_day(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "A blast in Tarven killed 12", low=12, high=12))
    story.article("Lake Herald", toll(story, "A blast in Ostrel killed 12", low=12, high=12, place=("Ostrel",)))
    story.article("Coast Mail", toll(story, "A crash in Tarven killed 12", low=12, high=12, cause="crash"))
    assert story.groups() == set()
    assert story.relations() == []


def test_two_days_are_two_happenings(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "A blast killed 12 on Monday", low=12, high=12, time="2024-05-13"))
    story.article("Lake Herald", toll(story, "A blast killed 12 on Tuesday", low=12, high=12, time="2024-05-14"))
    assert story.groups() == set()


def test_one_figure_with_other_bounds_is_one_claim(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "At least 40 people were killed", "the mayor", low=40))
    story.article("Lake Herald", toll(story, "40 died", "Ana Dovic", low=40, high=40))
    assert len(story.groups()) == 1


def test_differing_estimates_that_overlap_are_compatible(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "Dozens were killed", low=24, high=99))
    story.article("Lake Herald", toll(story, "At least 40 people were killed", low=40))
    assert story.groups() == set()
    assert [kind for kind, *_ in story.relations()] == [LinkKind.COMPATIBLE]


def test_up_to_is_less_than_the_figure_itself(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "As many as 60 fighters were killed", high=60))
    story.article("Lake Herald", toll(story, "60 fighters were killed", low=60, high=60))
    assert story.groups() == set()
    assert [kind for kind, *_ in story.relations()] == [LinkKind.COMPATIBLE]


def test_figures_of_one_day_that_exclude_each_other_conflict(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "The blast killed 12", low=12, high=12))
    story.article("Lake Herald", toll(story, "The blast killed 30", low=30, high=30))
    assert [kind for kind, *_ in story.relations()] == [LinkKind.CONFLICTS]


def test_an_overtaken_toll_is_updated(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "The blast killed 12", low=12, high=12), day="2024-05-15")
    story.article("Lake Herald", toll(story, "The blast killed 30", low=30, high=30), day="2024-05-17")
    assert story.relations() == [(LinkKind.UPDATES, "The blast killed 30", "The blast killed 12")]


def test_tolls_of_the_one_scene_that_can_both_be_true(story: Story) -> None:
    least = toll(story, "At least 12 miners died", low=12, place=None, cause=None, of="miner")
    story.article("Dawn Courier", least)
    story.article("Lake Herald", toll(story, "30 miners died", low=30, high=30, place=None, cause=None, of="miner"))
    assert [kind for kind, *_ in story.relations()] == [LinkKind.COMPATIBLE]


def test_all_who_were_still_trapped_are_a_part_of_the_dead(story: Story) -> None:
    part = "All 11 miners who were still trapped were found dead"
    story.article("Dawn Courier", toll(story, "The blast killed five", low=5, high=5), day="2024-05-15")
    story.article("Lake Herald", toll(story, part, low=11, high=11), day="2024-05-17")
    assert story.relations() == []


def test_what_nothing_ties_together_is_undecided(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "12 miners died", low=12, high=12, place=None, cause=None, of="miner"))
    story.article("Lake Herald", toll(story, "30 miners died", low=30, high=30, place=None, cause=None, of="miner"))
    (kind, *_), *more = story.relations()
    assert (kind, more) == (LinkKind.UNDECIDED, [])
    assert "would decide" in story.related()[1][0].detail


def test_a_part_of_the_victims_is_no_other_toll(story: Story) -> None:
    story.article(
        "Dawn Courier",
        toll(story, "The blast killed 12 soldiers", low=12, high=12, of="soldier"),
        toll(story, "The blast killed 3 children", low=3, high=3, of="child"),
    )
    assert story.relations() == []


def test_a_capture_updates_an_attack_beaten_back_before_it(story: Story) -> None:
    beaten = control(
        story,
        "The army beat back the attack",
        "Defence Ministry",
        state="repelled",
        holder="Ruvian Army",
        time="2024-05-13",
    )
    story.article("Dawn Courier", beaten, day="2024-05-14")
    story.article("Lake Herald", control(story, "The Red Column took Tarven", time="2024-05-15"), day="2024-05-16")
    assert story.relations() == [(LinkKind.UPDATES, "The Red Column took Tarven", "The army beat back the attack")]


def test_two_holders_at_one_time_conflict(story: Story) -> None:
    story.article("Dawn Courier", control(story, "The Red Column holds Tarven", state="holds", time="2024-05-14"))
    held = control(story, "The army holds Tarven", state="holds", holder="Ruvian Army", time="2024-05-14")
    story.article("Lake Herald", held)
    assert [kind for kind, *_ in story.relations()] == [LinkKind.CONFLICTS]


def test_two_sources_of_one_force_can_both_be_true(story: Story) -> None:
    story.article("Dawn Courier", movement(story, "The fighters came from Ostrel", "Ana Dovic", from_=("Ostrel",)))
    story.article("Lake Herald", movement(story, "They came from Pelm", "Petar Lund", from_=("Pelm",)))
    assert story.groups() == set()
    assert [kind for kind, *_ in story.relations()] == [LinkKind.COMPATIBLE]


def test_a_denial_names_what_it_rejects(story: Story) -> None:
    story.article("Dawn Courier", control(story, "The Red Column took Tarven", "Ana Dovic"))
    denied = control(story, "The Red Column had not taken Tarven", "Petar Lund", denied=True, modality=Modality.DENIED)
    story.article("Lake Herald", denied)
    assert story.relations() == [(LinkKind.DENIAL, "The Red Column had not taken Tarven", "The Red Column took Tarven")]
    assert story.groups() == set()


def test_two_who_did_it(story: Story) -> None:
    for label, agent in (("Dawn Courier", "Red Column"), ("Lake Herald", "Ash Front")):
        said = story.claim(
            Slot.RESPONSIBILITY, f"The {agent} fired the shells", "Ana Dovic", sense="did", agent=agent, act="shelling",
            place=("Tarven",),
        )  # fmt: skip
        story.article(label, said)
    assert [kind for kind, *_ in story.relations()] == [LinkKind.CONFLICTS]


def test_markets_that_rose_and_fell(story: Story) -> None:
    for label, event in (("Dawn Courier", "up"), ("Lake Herald", "down")):
        said = story.claim(
            Slot.OCCURRENCE, f"Shares of Quay Line went {event}", event=event, thing="Quay Line", low=3, high=3,
            unit="%", time="2024-05-14",
        )  # fmt: skip
        story.article(label, said)
    assert [kind for kind, *_ in story.relations()] == [LinkKind.CONFLICTS]


def test_statements_join_by_most_of_their_words_and_their_people(story: Story) -> None:
    words = "The minister called the new harbour law a mistake"
    one = story.claim(Slot.STATEMENT, words, "Ana Dovic", participants=("Mira Sand",))
    other = story.claim(Slot.STATEMENT, words + " again", "Petar Lund", participants=("Mira Sand",))
    third = story.claim(Slot.STATEMENT, words, "Petar Lund", participants=("Jon Reve",))
    story.article("Dawn Courier", one)
    story.article("Lake Herald", other)
    story.article("Coast Mail", third)
    assert story.groups() == {frozenset({words, words + " again"})}


def test_headline_drift_is_a_relation_of_two_claims(story: Story) -> None:
    said = {"party": "rebel", "place": ("Tarven",)}
    story.article(
        "Dawn Courier",
        story.claim(Slot.STRENGTH, "4,000 Rebels March on Tarven", low=4000, high=4000, zone="headline", **said),
        story.claim(Slot.STRENGTH, "Over 4,000 rebels march", "Ana Dovic", low=4000, **said),
    )
    (drift,) = story.drifts()
    assert drift.relation is LinkKind.COMPATIBLE
    assert drift.detail == "headline drift: the headline says 4,000, the text at least 4,000"


def test_a_headline_that_the_text_bears_out_does_not_drift(story: Story) -> None:
    story.article(
        "Dawn Courier",
        toll(story, "Blast kills 30", low=30, high=30, zone="headline"),
        toll(story, "The toll has risen to 30", low=30, high=30),
        toll(story, "It stood at 12 on Sunday", low=12, high=12, time="2024-05-12"),
    )
    assert story.drifts() == []


def test_only_the_nearest_update_is_told(story: Story) -> None:
    story.article("Dawn Courier", control(story, "Red Column took Tarven", time="2024-05-10"), day="2024-05-10")
    story.article("Lake Herald", control(story, "Army took Tarven", time="2024-05-12", holder="army"), day="2024-05-12")
    last = control(story, "Red Column took all of Tarven once more", time="2024-05-15")
    story.article("Coast Mail", last, day="2024-05-15")
    assert {(left, right) for kind, left, right in story.relations() if kind is LinkKind.UPDATES} == {
        ("Army took Tarven", "Red Column took Tarven"),
        ("Red Column took all of Tarven once more", "Army took Tarven"),
    }


def test_a_held_bridge_is_at_odds_with_a_town_that_fell_whole(story: Story) -> None:
    bridge = control(story, "Soldiers hold the bridge", "Ana Dovic", state="holds", holder="Ruvian Army", part="bridge")
    story.article("Dawn Courier", bridge, control(story, "The whole town has fallen", "Radio Dawn"))
    assert [k for k, _, _ in story.relations()] == [LinkKind.CONFLICTS]


def test_jobs_to_go_by_two_sides(story: Story) -> None:
    jobs = {"effect": "laid off", "of": "job", "cause": None, "modality": Modality.POSSIBLE}
    union = toll(story, "at least 200 jobs would be lost", "the union", low=200, **jobs)
    company = toll(story, "no more than 120 jobs would go", "Quay Line", high=120, **jobs)
    story.article("Dawn Courier", union, company)
    (link,) = story.related()[1]
    assert link.relation is LinkKind.CONFLICTS
    assert "Quay Line in Dawn Courier of 2024-05-15" in link.detail


def test_each_side_names_the_other(story: Story) -> None:
    fire = story.claim(
        Slot.RESPONSIBILITY, "the fire came from them", "army", sense="did", agent="Ash Front", act="fire"
    )
    guns = story.claim(Slot.RESPONSIBILITY, "army guns did it", "Ash Front", sense="did", agent="army gun")
    story.article("Dawn Courier", fire, guns)
    assert [k for k, _, _ in story.relations()] == [LinkKind.CONFLICTS]


def test_one_town_in_two_spellings(story: Story) -> None:
    story.article("Dawn Courier", control(story, "The Red Column captured Um Tareed", place=("Um Tareed",)))
    story.article("Lake Herald", control(story, "The Red Column seized Um Tarid", place=("Um Tarid",)))
    assert len(story.groups()) == 1


def test_stories_are_kept_apart(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "The blast killed 12", low=12, high=12))
    story.article("Lake Herald", toll(story, "The blast killed 12 people", low=12, high=12))
    story.apart["Lake Herald"] = "story-2"
    assert story.groups() == set()


@pytest.mark.parametrize("seed", range(5))
def test_rows_do_not_depend_on_the_order_of_what_comes_in(story: Story, seed: int) -> None:
    for number in range(6):
        story.article(
            f"Paper {number}",
            toll(story, f"The blast killed {12 + number // 2}", low=12 + number // 2),
            control(story, f"The Red Column took Tarven, paper {number} says"),
            movement(story, f"Fighters came from Ostrel ({number})", from_=("Ostrel", "Pelm")[: 1 + number % 2]),
        )
    wanted = story.related()
    documents, claims, stories = list(story.documents.values()), list(story.claims), story.stories()
    for rows in (documents, claims, stories):
        random.Random(seed).shuffle(rows)
    members, _, links = relate_claims(documents, claims, story.attributions, stories, [], [])
    assert (members, links) == wanted


def test_two_hundred_articles_in_a_few_seconds(story: Story) -> None:
    for number in range(200):
        story.article(
            f"Paper {number}",
            toll(story, f"The blast killed {number % 40}", low=number % 40, high=number % 40),
            control(story, f"The Red Column took Tarven ({number})", holder=f"Red Column {number % 7}"),
            movement(story, f"They came from place {number % 30}", from_=(f"Place {number % 30}",)),
            *(
                story.claim(Slot.STATEMENT, f"Statement {number} of {word} about {word} {number % 9} harbour policy")
                for word in ("fishing", "housing", "schooling", "shipping")
            ),
        )
    begun = time.process_time()
    story.related()
    assert time.process_time() - begun < 8


BARE = {"place": None, "cause": None}


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ({"low": 900, "high": 900, "of": "family"}, {"low": 1400, "high": 1400}, LinkKind.UPDATES),
        ({"low": 900, "high": 900}, {"low": 9000, "high": 9000}, None),  # out of proportion
        ({"low": 6, "high": 6}, {"low": 9, "high": 9, "cause": "shelling"}, None),  # attacks are many
        ({"low": 6, "high": 6}, {"low": 9, "high": 9, "time": "2024-05-16"}, None),  # on a day after the first account
    ],
)
def test_a_figure_that_has_grown_in_one_story(
    story: Story, first: dict[str, Any], then: dict[str, Any], expected: LinkKind | None
) -> None:
    story.article("Dawn Courier", toll(story, "So many were hurt", "Ana Dovic", **(BARE | first)), day="2024-05-15")
    story.article("Lake Herald", toll(story, "More were hurt", "Petar Lund", **(BARE | then)), day="2024-05-16")
    assert [kind for kind, *_ in story.relations()] == ([expected] if expected else [])


def test_two_sides_on_the_losses_of_one(story: Story) -> None:
    gunmen = toll(story, "18 gunmen died", "ministry", low=18, high=18, of="gunman", **BARE)
    own = toll(story, "six of its fighters fell", "Ash Front", low=6, high=6, of="fighter", **BARE)
    guards = toll(story, "2 guards died", "ministry", low=2, high=2, of="guard", **BARE)
    story.article("Dawn Courier", gunmen, own, guards)
    assert story.relations() == [
        (LinkKind.CONFLICTS, *sorted_titles(story, "18 gunmen died", "six of its fighters fell"))
    ]


def sorted_titles(story: Story, *titles: str) -> list[str]:
    """Titles in the order in which a relation without a direction holds their clusters."""
    return sorted(titles, key=lambda title: next(m.cluster_id for m in story.related()[0] if m.name == title))


def test_a_lower_toll_by_another_source_is_another_account(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "30 died", "Ana Dovic", low=30, high=30), day="2024-05-15")
    story.article("Lake Herald", toll(story, "12 died", "Petar Lund", low=12, high=12), day="2024-05-16")
    assert [kind for kind, *_ in story.relations()] == [LinkKind.CONFLICTS]


def test_some_of_the_wounded_are_not_all_the_dead(story: Story) -> None:
    story.article(
        "Dawn Courier",
        toll(story, "eight of the wounded died", "a doctor", low=8, high=8, **BARE),
        toll(story, "22 died", "a monitor", low=22, high=22, **BARE),
    )
    assert story.relations() == []


def test_who_denies_the_loss_and_has_it_in_hand_tells_no_later_state(story: Story) -> None:
    story.article("Dawn Courier", control(story, "The Red Column took Tarven", "Ana Dovic"), day="2024-05-15")
    denied = control(story, "Tarven had fallen to the Red Column", "army", denied=True, modality=Modality.DENIED)
    held = control(story, "Tarven is in the hands of the army", "army", state="holds", holder="Ruvian Army")
    story.article("Lake Herald", denied, held, day="2024-05-16")
    assert {kind for kind, *_ in story.relations()} == {LinkKind.DENIAL, LinkKind.CONFLICTS}


def test_a_later_count_beyond_the_least_of_an_earlier_one(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "At least 30 were hurt", low=30), day="2024-05-15")
    story.article("Lake Herald", toll(story, "41 were hurt", low=41, high=41), day="2024-05-16")
    assert story.relations() == [(LinkKind.UPDATES, "41 were hurt", "At least 30 were hurt")]


@pytest.mark.parametrize(("act", "expected"), [("shelling", [LinkKind.CONFLICTS]), ("looting", [])])
def test_who_is_blamed_and_blames_in_turn(story: Story, act: str, expected: list[LinkKind]) -> None:
    blamed = {"slot": Slot.RESPONSIBILITY, "sense": "blamed"}
    one = story.claim(words="a monitor blamed the Ash Front", agent="Ash Front", act="airstrike", **blamed)
    turned = story.claim(
        words="the Front accused the Red Column", accuser="Ash Front", agent="Red Column", act=act, **blamed
    )
    story.article("Dawn Courier", one, day="2024-05-15")
    story.article("Lake Herald", turned, day="2024-05-16")
    assert [kind for kind, *_ in story.relations()] == expected


def test_people_who_lose_their_work_and_jobs_that_go_are_one_count(story: Story) -> None:
    jobs = {"effect": "laid off", "cause": None, "modality": Modality.POSSIBLE}
    union = toll(story, "at least 200 people would lose their work", "the union", low=200, of="people", **jobs)
    company = toll(story, "no more than 120 jobs would go", "Quay Line", high=120, of="job", **jobs)
    story.article("Dawn Courier", union, company)
    assert [kind for kind, *_ in story.relations()] == [LinkKind.CONFLICTS]


def bribes(story: Story, words: str, *sources: str, **named: Any) -> Any:
    return story.claim(Slot.OCCURRENCE, words, *sources, **({"event": "bribed", "agent": "Ana Dovic"} | named))


def test_the_accused_denies_the_deed_whatever_its_sum(story: Story) -> None:
    charged = bribes(story, "Dovic took at least 2 million in bribes", "prosecutors", low=2_000_000, unit="EUR")
    told = {"denied": True, "modality": Modality.DENIED, "high": 3_000_000, "unit": "EUR"}
    denied = bribes(story, "she took bribes of 3 million", "Ana Dovic", **told)
    story.article("Dawn Courier", charged)
    story.article("Lake Herald", denied)
    assert story.relations() == [
        (LinkKind.DENIAL, "she took bribes of 3 million", "Dovic took at least 2 million in bribes")
    ]


@pytest.mark.parametrize(("payer", "expected"), [("Ana Dovic", [LinkKind.COMPATIBLE]), ("Petar Lund", [])])
def test_sums_of_one_person_that_overlap(story: Story, payer: str, expected: list[LinkKind]) -> None:
    charged = bribes(story, "Dovic took at least 2 million in bribes", "prosecutors", low=2_000_000, unit="EUR")
    paid = story.claim(
        Slot.STATEMENT, "was paid 2 to 3 million", "a clerk", participants=(payer,), low=2_000_000, high=3_000_000,
        unit="EUR",
    )  # fmt: skip
    story.article("Dawn Courier", charged)
    story.article("Lake Herald", paid)
    assert [kind for kind, *_ in story.relations()] == expected


def test_a_deed_denied_by_its_noun(story: Story) -> None:
    asked = story.claim(Slot.OCCURRENCE, "Quay Line has asked for a loan", "two people", event="request")
    denied = story.claim(
        Slot.STATEMENT, "it had received any request", "ministry", denied=True, modality=Modality.DENIED,
        words_=("receive", "request"),
    )  # fmt: skip
    story.article("Dawn Courier", asked, denied)
    assert story.relations() == [(LinkKind.DENIAL, "it had received any request", "Quay Line has asked for a loan")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Quay Line has agreed to pay five million crowns", "Quay Line consented to a payment of five million crowns"),
        ("The bridge was shut by the council after the flood", "After flooding the council closed the bridge"),
    ],
)
def test_one_statement_in_other_words(story: Story, one: str, other: str) -> None:
    story.article("Dawn Courier", story.claim(Slot.STATEMENT, one, participants=("Quay Line",)))
    story.article("Lake Herald", story.claim(Slot.STATEMENT, other, participants=("Quay Line",)))
    assert len(story.groups()) == 1


def test_opposites_are_not_one_statement(story: Story) -> None:
    for label, did in (("Dawn Courier", "opened"), ("Lake Herald", "closed")):
        words = f"The council {did} the river bridge at noon"
        story.article(label, story.claim(Slot.STATEMENT, words, participants=("Quay Line",)))
    assert story.groups() == set()


def test_the_dead_of_a_war_are_not_those_of_a_raid(story: Story) -> None:
    raid = toll(story, "At least 20 people were killed", low=20, cause="airstrike")
    war = toll(story, "The war has killed more than 400,000 people", low=400_000, cause=None)
    story.article("Dawn Courier", raid)
    story.article("Lake Herald", war)
    assert story.relations() == []


def test_victims_beside_others_are_no_rival_count(story: Story) -> None:
    story.article("Dawn Courier", toll(story, "15 people were killed in Tarven", low=15, high=15))
    story.article("Lake Herald", toll(story, "Another seven people were killed in Tarven", low=7, high=7))
    assert story.relations() == []


def test_two_winners_of_one_election_are_at_odds(story: Story) -> None:
    for label, name in (("Dawn Courier", "Luisa Pereda"), ("Lake Herald", "Hugo Montes")):
        won = story.claim(Slot.OCCURRENCE, f"{name} won the election", event="won", agent=name, target="election")
        story.article(label, won)
    assert [kind for kind, *_ in story.relations()] == [LinkKind.CONFLICTS]


def test_strikers_by_two_sides_are_at_odds_and_by_one_side_overtaken(story: Story) -> None:
    def striking(words: str, source: str, low: int) -> Any:
        return story.claim(Slot.STRENGTH, words, source, low=low, high=low, of="worker", party="worker")

    story.article("Dawn Courier", striking("4,200 workers joined the walkout", "Dock Union", 4200), day="2024-05-14")
    story.article("Lake Herald", striking("2,500 workers stopped work", "Quay Line", 2500), day="2024-05-15")
    assert [kind for kind, *_ in story.relations()] == [LinkKind.CONFLICTS]
    story.article("Coast Mail", striking("800 workers were on strike", "Quay Line", 800), day="2024-05-16")
    assert LinkKind.UPDATES in [kind for kind, *_ in story.relations()]


def test_a_reason_gives_a_figure_as_whoever_is_named_gave_it(story: Story) -> None:
    story.article(
        "Dawn Courier", toll(story, "A blast in Tarven killed at least 12", "Ana Dovic", low=12), day="2024-05-13"
    )
    story.article("Lake Herald", toll(story, "A blast in Tarven killed 12", "Petar Lund", low=12, high=12))
    risen = toll(story, "The dead of the blast in Tarven rose to 30", "Petar Lund", low=30, high=30, change="up")
    story.article("Coast Mail", risen, day="2024-05-17")
    (found,) = [link for link in story.related()[1] if link.relation is LinkKind.UPDATES]
    assert "at least 12 by Ana Dovic in Dawn Courier" in found.detail


@pytest.mark.parametrize(
    ("other", "kinds"),
    [("the market by a shell from the Blue Column", [LinkKind.CONFLICTS]),
     ("another town by a shell from the Blue Column", []),
     ("Tarven with a series of shells from the Blue Column", [])],
)  # fmt: skip
def test_who_did_another_deed_is_no_rival_of_the_doer(story: Story, other: str, kinds: list[LinkKind]) -> None:
    told = (("the market by a shell from the Red Column", "Red Column"), (other, "Blue Column"))
    for number, (words, agent) in enumerate(told):
        deed = story.claim(Slot.RESPONSIBILITY, words, ("Ana Dovic", "Petar Lund")[number], sense="did", agent=agent,
                           act="shelling", place=("Tarven",))  # fmt: skip
        story.article(("Dawn Courier", "Lake Herald")[number], deed, day="2024-05-14")
    assert [kind for kind, *_ in story.relations()] == kinds


@pytest.mark.parametrize(("words", "kinds"), [("19 people were killed", True), ("They were among 19 killed", False)])
def test_a_count_of_all_is_no_rival_of_a_part(story: Story, words: str, kinds: bool) -> None:
    story.article("Dawn Courier", toll(story, "Ten people died", "Ana Dovic", low=10, high=10), day="2024-05-14")
    story.article("Lake Herald", toll(story, words, "Petar Lund", low=19, high=19), day="2024-05-15")
    assert bool(story.relations()) is kinds
