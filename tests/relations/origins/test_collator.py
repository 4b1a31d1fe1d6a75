"""The ladder on small invented stories, and what must always hold of it."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.relations.origins.collator import count_origins
from sayso.types import Origin
from sayso.vocab import JudgementKind, Manner, Slot

Story = Any  # tests/relations/conftest.py


def took(story: Story, words: str, *sources: str, **named: Any) -> Any:
    named = {"state": "took", "holder": "Red Column", "place": ("Tarven",)} | named
    return story.claim(Slot.CONTROL, words, *sources, **named)


def rungs(origin: Origin) -> tuple[int, int, int, int, int]:
    return origin.outlets, origin.families, origin.texts, origin.origins_min, origin.origins_max


def only(story: Story) -> Origin:
    (origin,) = story.origins()
    return origin


def test_two_named_sources_in_two_papers(story: Story) -> None:
    story.article("Dawn Courier", took(story, "Tarven was taken", "Ana Dovic"))
    story.article("Lake Herald", took(story, "The town is in their hands", "Petar Lund"), day="2024-05-16")
    found = only(story)
    assert rungs(found) == (2, 2, 2, 2, 2)
    assert found.names == ("Ana Dovic", "Petar Lund")
    assert found.first == story.documents["Dawn Courier"].id


def test_ten_papers_one_source_is_one_origin(story: Story) -> None:
    for number in range(10):
        story.article(f"Paper {number}", took(story, f"Tarven was taken, {number}", "Ana Dovic"))
    assert rungs(only(story)) == (10, 10, 10, 1, 1)


def test_one_wire_story_in_four_papers_is_one_text(story: Story) -> None:
    for label in ("Dawn Courier", "Lake Herald", "Coast Mail", "Hill Post"):
        story.article(label, took(story, "Tarven was taken"))
    for label in ("Lake Herald", "Coast Mail", "Hill Post"):
        story.shared("Dawn Courier", label)
    found = only(story)
    assert rungs(found) == (4, 4, 1, 1, 1)
    assert any("share one text" in step for step in found.derivation)


def test_two_named_for_the_same_words_of_one_text_may_be_one(story: Story) -> None:
    story.article("Dawn Courier", took(story, "Tarven was taken", "Ana Dovic"))
    story.article("Lake Herald", took(story, "Tarven was taken", "Petar Lund"))
    assert rungs(only(story))[3:] == (2, 2)  # anybody may say it so
    story.shared("Dawn Courier", "Lake Herald")
    assert rungs(only(story))[3:] == (1, 2)


def test_a_short_form_is_whom_it_is_short_for(story: Story) -> None:
    story.article("Dawn Courier", took(story, "Tarven was taken", "Ana Dovic"))
    story.article("Lake Herald", took(story, "They took Tarven", "Dovic"))
    story.article("Coast Mail", took(story, "Tarven fell", "first report of Ana Dovic"))
    assert only(story).names == ("Ana Dovic",)


def test_own_voice_in_a_text_that_names_its_source_rests_on_it(story: Story) -> None:
    story.article("Dawn Courier", took(story, "Tarven was taken", "Ana Dovic"))
    story.article("Lake Herald", took(story, "Tarven was taken this week"))
    assert only(story).names == ("Ana Dovic", "Lake Herald (own voice)")
    story.shared("Dawn Courier", "Lake Herald")
    found = only(story)
    assert found.names == ("Ana Dovic",)
    assert any("own voice in a text that names Ana Dovic" in step for step in found.derivation)


def test_own_voice_of_a_copy_is_that_of_whom_it_was_taken_from(story: Story) -> None:
    story.article("Hill Blog", took(story, "Tarven was taken"), taken_from=("Wide Review", "Northern News Agency"))
    found = only(story)
    assert found.names == ("Northern News Agency (own voice)",)
    assert any("Northern News Agency" in s and "is not held" in s for s in found.derivation)


def test_families_of_known_owners_and_unknown_ones(story: Story) -> None:
    story.article("Sputnik", took(story, "Tarven was taken", "Ana Dovic"))
    story.article("RT", took(story, "The town was taken", "Ana Dovic"))
    story.article("Dawn Courier", took(story, "Taken: Tarven", "Ana Dovic"))
    found = only(story)
    assert (found.outlets, found.families) == (3, 2)
    assert any("Russian state" in step for step in found.derivation)


def test_unnamed_officials_in_three_papers_are_one_at_least_and_three_at_most(story: Story) -> None:
    for label in ("Dawn Courier", "Lake Herald", "Coast Mail"):
        story.article(label, took(story, f"Tarven was taken, {label}", "unnamed"))
    found = only(story)
    assert (found.origins_min, found.origins_max) == (1, 3)
    assert any("unknown is never independent" in step for step in found.derivation)


def test_one_body_under_three_names(story: Story) -> None:
    names = ("Ruvian military", "Ruvian Defence Ministry", "Ruvian Centre for Reconciliation")
    for number, name in enumerate(names):
        story.article(f"Paper {number}", took(story, f"Tarven was taken, {number}", name))
    found = only(story)
    assert (found.origins_min, found.origins_max) == (1, 3)
    assert sum("may be one body" in step for step in found.derivation) == 2


def test_bodies_of_two_states_are_two(story: Story) -> None:
    story.article("Dawn Courier", took(story, "Tarven was taken", "Ruvian Defence Ministry"))
    story.article("Lake Herald", took(story, "They took Tarven", "Dorlandic Defence Ministry"))
    assert (only(story).origins_min, only(story).origins_max) == (2, 2)


def test_two_ministries_of_one_state_are_two_and_its_government_is_either(story: Story) -> None:
    story.article("Dawn Courier", took(story, "Tarven was taken", "Ruvian Defence Ministry"))
    story.article("Lake Herald", took(story, "They took Tarven", "Ruvian Health Ministry"))
    assert only(story).origins_min == 2
    story.article("Coast Mail", took(story, "The town was taken", "Ruvian government"))
    assert (only(story).origins_min, only(story).origins_max) == (1, 3)


def test_a_minister_speaks_for_the_ministry(story: Story) -> None:
    introduced = "Ruvian Defence Minister Petar Lund"
    story.article("Dawn Courier", took(story, f"{introduced} said it was taken", "Petar Lund", introduced=introduced))
    story.article("Lake Herald", took(story, "They took Tarven", "Ruvian Defence Ministry"))
    found = only(story)
    assert (found.origins_min, found.origins_max) == (1, 2)


def test_a_source_introduced_as_somebodys_voice(story: Story) -> None:
    introduced = "Red Column spokesman Oto Brant"
    story.article("Dawn Courier", took(story, f"{introduced} said it was taken", "Oto Brant", introduced=introduced))
    story.article("Lake Herald", took(story, "They took Tarven", "Red Column"))
    found = only(story)
    assert (found.origins_min, found.origins_max) == (1, 2)
    assert "Red Column is a party to what it claims" in found.derivation


def test_who_cites_and_who_is_cited_may_be_one(story: Story) -> None:
    story.article("Dawn Courier", took(story, "Tarven was taken", "Aid Committee", "River Council"))
    story.article("Lake Herald", took(story, "They took Tarven", "Petar Lund"))
    found = only(story)
    assert (found.origins_min, found.origins_max) == (2, 3)
    assert "Aid Committee cites River Council: they may be one origin; joined in min" in found.derivation


def test_an_agency_that_passes_on_a_network_adds_no_origin(story: Story) -> None:
    story.article("Dawn Courier", took(story, "Tarven was taken", "AP", "Tarven Watch network"))
    story.article("Lake Herald", took(story, "They took Tarven", "AP"))
    found = only(story)
    assert found.names == ("Tarven Watch network",)
    assert any("AP is cited without a source" in step for step in found.derivation)


def test_whom_a_held_outlet_does_not_name_is_told_by_its_own_text(story: Story) -> None:
    story.article("Lake Herald", took(story, "Tarven was taken", "Ana Dovic"))
    story.article("Hill Blog", took(story, "The town was taken", "Lake Herald", "unnamed officials"), day="2024-05-16")
    assert rungs(only(story))[3:] == (1, 1)


def test_circular_citation_is_one_origin_and_named(story: Story) -> None:
    story.article("Dawn Courier", took(story, "Tarven was taken", "Lake Herald"))
    story.article("Lake Herald", took(story, "They took Tarven", "Dawn Courier"))
    found = only(story)
    assert (found.origins_min, found.origins_max) == (1, 1)
    assert any(step.startswith("circular: Dawn Courier and Lake Herald") for step in found.derivation)


def test_own_voices_widen_only_the_upper_end(story: Story) -> None:
    story.article("Dawn Courier", took(story, "Tarven was taken"))
    story.article("Lake Herald", took(story, "They took Tarven", "Petar Lund"))
    found = only(story)
    assert (found.origins_min, found.origins_max) == (1, 2)
    assert found.names == ("Dawn Courier (own voice)", "Petar Lund")


def test_an_interested_party_is_said_and_not_merged(story: Story) -> None:
    backed = story.claim(
        Slot.SUPPORT, "Ruvian air strikes back the army", supporter=("Ruvian air strikes",), supported="Dorlandic Army"
    )
    won = took(story, "The army took Tarven", "Ruvian air strikes", holder="Dorlandic Army")
    story.article("Dawn Courier", backed, won)
    found = story.ladder("The army took Tarven")
    assert any("backed by" in step for step in found.derivation)


def test_a_headline_alone_is_one_and_adds_nothing_beside_a_text(story: Story) -> None:
    story.article("Dawn Courier", took(story, "Rebels Take Tarven", zone="headline"))
    assert rungs(only(story)) == (1, 1, 1, 1, 1)
    story.article("Lake Herald", took(story, "They took Tarven", "Petar Lund"))
    assert rungs(only(story)) == (1, 1, 1, 1, 1)
    assert only(story).names == ("Petar Lund",)


def test_without_dates_nobody_was_first(story: Story) -> None:
    story.article("Dawn Courier", took(story, "Tarven was taken"), day=None)
    assert only(story).first is None


def test_without_a_publisher_there_is_one_outlet(story: Story) -> None:
    story.article("page-1", took(story, "Tarven was taken", "Petar Lund"), publisher=None)
    assert rungs(only(story)) == (1, 1, 1, 1, 1)


# What must always hold.

SOURCES = st.sampled_from(
    [(), ("Ana Dovic",), ("Ruvian Army",), ("Ruvian Defence Ministry",), ("unnamed",), ("AP", "Tarven Watch network"),
     ("Northern News Agency",), ("Dawn News",), ("Aid Committee", "River Council")]
)  # fmt: skip
ARTICLES = st.lists(st.tuples(SOURCES, st.booleans()), min_size=1, max_size=6)


WIRE = "Northern News Agency"
FIRST = "Tarven was taken, 0"
property_test = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def told(story: Story, articles: list[tuple[tuple[str, ...], bool]], headline: str = "", credit: bool = True) -> Story:
    """A new story. Its first article is the Dawn News's; ``True`` credits an article to the wire."""
    new = type(story)()
    for number, (sources, credited) in enumerate(articles):
        head = took(new, f"{headline or 'Tarven Falls'} {number}", zone="headline")
        new.article(
            "Dawn News" if number == 0 else f"Paper {number}",
            took(new, f"Tarven was taken, {number}", *sources),
            head,
            taken_from=(WIRE,) if credited and credit else (),
        )
    return new


def copied(new: Story, number: int, sources: tuple[str, ...]) -> None:
    """Adds a copy of an article under another publisher, without a word of where it is from."""
    label = "Dawn News" if number == 0 else f"Paper {number}"
    new.article("Copyist", took(new, f"Tarven was taken, {number}", *sources))
    new.shared(label, "Copyist")


@property_test
@given(articles=ARTICLES, data=st.data())
def test_an_exact_copy_raises_no_count_of_texts_or_origins(story: Story, articles: Any, data: st.DataObject) -> None:
    new = told(story, articles)
    before = new.ladder(FIRST)
    number = data.draw(st.integers(0, len(articles) - 1))
    copied(new, number, articles[number][0])
    after = new.ladder(FIRST)
    assert after.texts <= before.texts
    assert after.origins_min <= before.origins_min
    assert after.origins_max <= before.origins_max


@property_test
@given(articles=ARTICLES, data=st.data())
def test_citing_who_is_held_already_raises_no_count_of_origins(
    story: Story, articles: Any, data: st.DataObject
) -> None:
    new = told(story, articles)
    before = new.ladder(FIRST)
    held = {name for sources, _ in articles for name in sources if name != "unnamed"} | {"Dawn News"}
    held |= {WIRE for _, credited in articles if credited}
    cited = data.draw(st.sampled_from(sorted(held)))
    new.article("Citer Post", took(new, "They say that Tarven was taken", cited))
    after = new.ladder(FIRST)
    assert after.origins_min <= before.origins_min
    assert after.origins_max <= before.origins_max


@property_test
@given(articles=ARTICLES)
def test_without_its_credit_lines_a_claim_is_known_less_well(story: Story, articles: Any) -> None:
    with_credits = told(story, articles).ladder(FIRST)
    without = told(story, articles, credit=False).ladder(FIRST)
    assert without.origins_min <= with_credits.origins_min
    assert without.origins_max >= with_credits.origins_max


@property_test
@given(articles=ARTICLES)
def test_another_headline_changes_nothing(story: Story, articles: Any) -> None:
    one, other = (told(story, articles, headline).ladder(FIRST) for headline in ("Tarven Falls", "Nothing New At All"))
    assert (rungs(one), one.names) == (rungs(other), other.names)


@property_test
@given(articles=ARTICLES, seed=st.integers(0, 9))
def test_rows_do_not_depend_on_order(story: Story, articles: Any, seed: int) -> None:
    new = told(story, articles)
    if len(articles) > 1:
        new.shared("Dawn News", "Paper 1", share=0.3)
    members, _ = new.related()
    rows = [list(new.documents.values()), list(new.claims), list(new.attributions), members, new.descents, new.reuses]
    wanted = count_origins(*rows)
    for held in rows:
        random.Random(seed).shuffle(held)
    assert count_origins(*rows) == wanted


@property_test
@given(articles=ARTICLES)
def test_the_range_is_a_range(story: Story, articles: Any) -> None:
    for origin in told(story, articles).origins():
        assert 1 <= origin.origins_min <= origin.origins_max
        assert 1 <= origin.families <= origin.outlets
        assert origin.derivation


def test_a_quotation_from_an_agency_does_not_make_one_text(story: Story) -> None:
    said = {"effect": "killed", "low": 12, "place": ("Tarven",)}
    story.article("Halden Press Agency", story.claim(Slot.TOLL, "At least 12 died", "Ana Dovic", **said))
    story.article("Lake Herald", story.claim(Slot.TOLL, "At least 12 were killed", "Petar Lund", **said))
    story.credited("Lake Herald", "Halden Press Agency")
    story.shared("Lake Herald", "Halden Press Agency", share=0.1)
    assert story.ladder("At least 12 died").texts == 2


def test_who_stands_unnamed_behind_a_named_body_is_counted_with_it(story: Story) -> None:
    said = {"effect": "killed", "low": 12, "place": ("Tarven",)}
    story.article("Dawn Courier", story.claim(Slot.TOLL, "At least 12 died", "Tarven Watch", "unnamed", **said))
    story.article("Lake Herald", story.claim(Slot.TOLL, "At least 12 were killed", "Tarven Watch", **said))
    ladder = story.ladder("At least 12 died")
    assert (ladder.origins_min, ladder.origins_max) == (1, 1)


def test_a_body_named_only_by_its_kind_is_in_max_only(story: Story) -> None:
    story.article("Dawn Courier", took(story, "Tarven was taken", "police"))
    story.article("Lake Herald", took(story, "They took Tarven", "Petar Lund"))
    found = only(story)
    assert (found.origins_min, found.origins_max) == (1, 2)
    assert any("police: named only by kind" in step for step in found.derivation)


def test_whoever_is_introduced_by_the_kind_of_a_body_may_speak_for_it(story: Story) -> None:
    introduced = "the union's secretary, Mara Deck"
    story.article("Dawn Courier", took(story, f"{introduced} said it was taken", "Mara Deck", introduced=introduced))
    story.article("Lake Herald", took(story, "They took Tarven", "Dock Workers' Union"))
    assert (only(story).origins_min, only(story).origins_max) == (1, 2)


def test_whom_a_paper_names_behind_a_held_outlet_is_whom_that_outlet_names(story: Story) -> None:
    story.article("Dawn Courier", took(story, "Tarven was taken", "Ana Dovic"))
    story.article("Lake Herald", took(story, "Tarven has been taken", "Dawn Courier", "the town clerk of Tarven"))
    found = only(story)
    assert (found.origins_min, found.origins_max) == (1, 1)
    assert found.names == ("Ana Dovic",)
    assert any("is whom Dawn Courier itself names" in step for step in found.derivation)


def test_the_same_words_of_two_people_are_one_text(story: Story) -> None:
    words = "All families are entitled to the same rights, whatever they look like or how they were made"
    story.article("Dawn Courier", story.claim(Slot.STATEMENT, words, "Ana Dovic"))
    story.article("Lake Herald", story.claim(Slot.STATEMENT, f"“{words}”", "Petar Dovic"))
    found = only(story)
    assert (found.origins_min, found.origins_max) == (1, 2)
    assert any("Ana Dovic and Petar Dovic are named for the same words" in step for step in found.derivation)


def test_what_one_quotes_and_another_tells_in_his_own_words_is_one_text(story: Story) -> None:
    words = "what was meant to harm us will be turned to good one day"
    story.article("Dawn Courier", story.claim(Slot.STATEMENT, f"the mayor trusts that {words}", "Petar Lund"))
    story.article("Lake Herald", story.claim(Slot.STATEMENT, words, "Ana Dovic", manner=Manner.DIRECT))
    story.judge(JudgementKind.SAME, f"the mayor trusts that {words}", words)
    found = only(story)
    assert (found.origins_min, found.origins_max) == (1, 2)
    assert any("named for the same words" in step for step in found.derivation)


def test_whoever_is_introduced_anywhere_as_a_bodys_spokesman_may_speak_for_it(story: Story) -> None:
    story.article("Dawn Courier", took(story, "Tarven was taken", "Petar Lund"))
    story.article("Lake Herald", took(story, "Tarven has been taken", "Ministry of Defence"))
    assert only(story).origins_min == 2
    introduced = "Petar Lund, a spokesman for the Ministry of Defence"
    other = story.claim(Slot.STATEMENT, f"{introduced}, said rain was near", "Petar Lund", introduced=introduced)
    story.article("Coast Mail", other)
    found = story.ladder("Tarven was taken")
    assert (found.origins_min, found.origins_max) == (1, 2)
    assert any("may speak for Ministry of Defence" in step for step in found.derivation)
