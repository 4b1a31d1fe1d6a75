"""Text → the claims it makes: slot, words, values. Names are handed in, as if the layers below had found them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.layers.claims.annotator import find_claims
from sayso.layers.quantities.annotator import find_quantities
from sayso.layers.times.annotator import find_times
from sayso.types import Attribution, Claim, Document, Mention, Span, Toponym
from sayso.vocab import (
    AttributionType,
    Category,
    Certainty,
    Level,
    Manner,
    Modality,
    Polarity,
    Precision,
    Slot,
)

PEOPLE = ("Ana Dovic", "Petar Lund", "Mira Sand")
GROUPS = ("Red Column", "Ash Front", "Ruvian Army", "Harbour Union", "Ruvian government")
PLACES = ("Tarven", "Lissora", "Ostrel", "Pelm", "Karsk", "Ruvia", "Dorland")
COUNTRIES = ("Ruvia", "Dorland")


class Named(NamedTuple):
    mentions: list[Mention]
    toponyms: list[Toponym]


def named(document: Document) -> Named:
    """The names of this module's invented world in a text, as mentions and toponyms."""
    mentions, toponyms = [], []
    kinds = ((PEOPLE, Category.PERSON), (GROUPS, Category.GROUP), (PLACES, Category.LOCATION))
    for names, category in kinds:
        for name in names:
            for found in re.finditer(rf"\b{name}\b", document.text):
                span = Span(document.id, found.start(), found.end())
                head = Span(document.id, found.start() + name.rfind(" ") + 1, found.end())
                mention = Mention(span=span, head=head, category=category, level=Level.NAME, name=name, entity_id=name)
                mentions.append(mention)
                if category is Category.LOCATION:
                    toponyms.append(_toponym(mention, name))
    return Named(mentions, toponyms)


def _toponym(mention: Mention, name: str) -> Toponym:
    return Toponym(
        mention_id=mention.id,
        span=mention.span,
        name=name,
        gazetteer_id=f"id-{name}",
        latitude=0.0,
        longitude=0.0,
        country="DL" if name == "Dorland" else "RV",
        precision=Precision.COUNTRY if name in COUNTRIES else Precision.CITY,
        score=1.0,
        detail="invented",
    )


def claims_of(page: Any, attributions: tuple[Attribution, ...] = ()) -> list[Claim]:
    names = named(page.document)
    timexes = find_times(page.document, page.blocks, page.parse)
    return find_claims(
        document=page.document,
        parse=page.parse,
        attributions=attributions,
        events=[],
        mentions=names.mentions,
        toponyms=names.toponyms,
        timexes=timexes,
        quantities=find_quantities(page.document, page.parse, timexes),
    )


def words(document: Document, claim: Claim) -> str:
    return " … ".join(document.text[s.start : s.end] for s in claim.content)


TOLL = [
    ("Eight others were wounded.", "Eight others were wounded", {"low": 8, "of": "people"}),
    ("Dozens were hurt.", "Dozens were hurt", {"of": "people"}),
    ("The storm left two sailors missing and 9,000 homes without power.",
     "The storm left two sailors missing and 9,000 homes without power",
     {"effect": "without power", "low": 9000, "of": "home"}),
    ("The number of people known to have died in Pelm has risen to 26.",
     "The number of people known to have died in Pelm has risen to 26",
     {"effect": "killed", "low": 26, "high": 26, "change": "up", "agent": None}),
    ("The number of guards killed has risen to eight.", "The number of guards killed has risen to eight",
     {"effect": "killed", "low": 8, "of": "guard"}),
    ("At least 31 villagers were killed, 14 of them in an airstrike.",
     "At least 31 villagers were killed, 14 of them in an airstrike", {"low": 31, "of": "villager", "cause": None}),
    ("The Red Column put its own losses at nine dead.", "The Red Column put its own losses at nine dead",
     {"effect": "killed", "low": 9, "agent": None}),
    ("Some 70 of the rebels were killed.", "Some 70 of the rebels were killed", {"of": "rebel"}),
    ("No more than 120 jobs would go.", "No more than 120 jobs would go", {"effect": "laid off", "high": 120}),
    ("A blast killed 12 people in Tarven.", "A blast killed 12 people in Tarven",
     {"effect": "killed", "low": 12, "high": 12, "place": ("Tarven",), "cause": "explosion"}),
    ("At least 40 miners died when a shaft collapsed.", "At least 40 miners died",
     {"effect": "killed", "low": 40, "of": "miner"}),
    ("Up to 300 rebels were killed by the Ruvian Army near Pelm.",
     "Up to 300 rebels were killed by the Ruvian Army near Pelm",
     {"effect": "killed", "high": 300, "of": "rebel", "agent": "Ruvian Army"}),
    ("The storm injured 45 people and left 2,000 homeless.", "The storm injured 45 people",
     {"effect": "wounded", "low": 45, "cause": "storm"}),
    ("The storm injured 45 people and left 2,000 homeless.", "The storm … left 2,000 homeless",
     {"effect": "displaced", "low": 2000}),
    ("The death toll from the Ostrel fire rose to 31.", "The death toll from the Ostrel fire rose to 31",
     {"effect": "killed", "low": 31, "high": 31, "cause": "fire"}),
    ("Police arrested 19 protesters in Karsk.", "Police arrested 19 protesters in Karsk",
     {"effect": "detained", "low": 19, "of": "protester"}),
    ("Some 700 people have been infected since May.", "Some 700 people have been infected since May",
     {"effect": "ill"}),
    ("The army shelled the ridge, killing 14 villagers.", "The army … killing 14 villagers",
     {"effect": "killed", "low": 14, "of": "villager"}),
    ("Fourteen hikers are missing after the avalanche.", "Fourteen hikers are missing after the avalanche",
     {"effect": "missing", "low": 14}),
    ("The Ash Front captured 60 soldiers.", "The Ash Front captured 60 soldiers",
     {"effect": "captured", "low": 60, "of": "soldier", "agent": "Ash Front"}),
    ("The bank will cut 900 jobs in Lissora.", "The bank will cut 900 jobs in Lissora",
     {"effect": "laid off", "low": 900}),
    ("Petar Lund was killed in a crash.", "Petar Lund was killed in a crash",
     {"effect": "killed", "victims": "Petar Lund", "low": 1, "high": 1, "cause": "crash"}),
    ("The quake destroyed 120 houses in Pelm.", "The quake destroyed 120 houses in Pelm",
     {"effect": "destroyed", "low": 120, "of": "house"}),
]  # fmt: skip

CONTROL = [
    ("The army entered the town of Tarven. The whole town has fallen.", "The whole town has fallen",
     {"state": "took", "place": ("Tarven",)}),
    ("The castle in Pelm is in the hands of the Red Column.", "The castle in Pelm is in the hands of the Red Column",
     {"state": "holds", "holder": "Red Column", "part": "castle"}),
    ("Fighters of the Red Column were still in the hospital.", "Fighters of the Red Column were still in the hospital",
     {"state": "holds", "holder": "Red Column", "part": "hospital"}),
    ("The crossing in Pelm is under the full control of the Ash Front.",
     "The crossing in Pelm is under the full control of the Ash Front",
     {"state": "holds", "holder": "Ash Front", "part": "crossing"}),
    ("The bridge had fallen to the Ash Front.", "The bridge had fallen to the Ash Front",
     {"state": "took", "holder": "Ash Front", "part": "bridge"}),
    ("Fighters of the Green Dawn Brigade entered Pelm.", "Fighters of the Green Dawn Brigade entered Pelm",
     {"state": "entered", "holder": "Green Dawn Brigade"}),
    ("The Ruvian Army cleansed Karsk of rebels.", "The Ruvian Army cleansed Karsk of rebels",
     {"state": "took", "holder": "Ruvian Army", "place": ("Karsk",)}),
    ("TARVEN, Ruvia (Halden) — The Ruvian Army holds Karsk.", "The Ruvian Army holds Karsk", {"state": "holds"}),
    ("The Red Column captured Tarven on Sunday.", "The Red Column captured Tarven on Sunday",
     {"state": "took", "holder": "Red Column", "place": ("Tarven",)}),
    ("Tarven was seized by the Red Column.", "Tarven was seized by the Red Column",
     {"state": "took", "holder": "Red Column", "place": ("Tarven",)}),
    ("The Ruvian Army has taken control of Ostrel.", "The Ruvian Army has taken control of Ostrel",
     {"state": "took", "holder": "Ruvian Army", "place": ("Ostrel",)}),
    ("The Ash Front still holds Pelm.", "The Ash Front still holds Pelm",
     {"state": "holds", "holder": "Ash Front", "place": ("Pelm",)}),
    ("Rebels gained a foothold in the eastern districts of Karsk.",
     "Rebels gained a foothold in the eastern districts of Karsk",
     {"state": "entered", "holder": "rebel", "place": ("Karsk",), "part": "district"}),
    ("The Ruvian Army managed to repel two assaults on Lissora.",
     "The Ruvian Army managed to repel two assaults on Lissora",
     {"state": "repelled", "holder": "Ruvian Army", "place": ("Lissora",)}),
    ("The Red Column entered Pelm at dawn.", "The Red Column entered Pelm at dawn",
     {"state": "entered", "holder": "Red Column", "place": ("Pelm",)}),
    ("The Ruvian Army lost Ostrel to the rebels.", "The Ruvian Army lost Ostrel to the rebels",
     {"state": "lost", "holder": "Ruvian Army", "to": "rebel"}),
    ("Tarven fell to the Ash Front.", "Tarven fell to the Ash Front",
     {"state": "took", "holder": "Ash Front", "place": ("Tarven",)}),
    ("The Ash Front has besieged Karsk since March.", "The Ash Front has besieged Karsk since March",
     {"state": "besieges", "holder": "Ash Front", "place": ("Karsk",)}),
    ("The Red Column has control of the castle in Tarven.", "The Red Column has control of the castle in Tarven",
     {"state": "holds", "holder": "Red Column", "part": "castle"}),
    ("The Ruvian Army liberated Pelm in 2019.", "The Ruvian Army liberated Pelm in 2019",
     {"state": "took", "time": "2019"}),
]  # fmt: skip

MOVEMENT = [
    ("Some 900 villagers crossed the river into Malvia.", "Some 900 villagers crossed the river into Malvia",
     {"to": ("Malvia",), "low": 900}),
    ("About 3,000 families left Ostrel.", "About 3,000 families left Ostrel", {"from": ("Ostrel",)}),
    ("The fighters came from Ostrel and Pelm.", "The fighters came from Ostrel and Pelm",
     {"party": "fighter", "from": ("Ostrel", "Pelm")}),
    ("The Red Column dispatched a large force to Tarven from the area of Karsk.",
     "The Red Column dispatched a large force to Tarven from the area of Karsk",
     {"party": "Red Column", "from": ("Karsk",), "to": ("Tarven",)}),
    ("Most of the militants have arrived from Lissora.", "Most of the militants have arrived from Lissora",
     {"party": "militant", "of": "militant", "from": ("Lissora",)}),
    ("The rebels received reinforcement from Pelm.", "The rebels received reinforcement from Pelm",
     {"party": "rebel", "from": ("Pelm",)}),
    ("The Ash Front used fighters not only from Ostrel, but also from Pelm and Karsk.",
     "The Ash Front used fighters not only from Ostrel, but also from Pelm and Karsk",
     {"party": "Ash Front", "from": ("Ostrel", "Pelm", "Karsk")}),
    ("Thousands of families fled from Karsk.", "Thousands of families fled from Karsk",
     {"sense": "fled", "from": ("Karsk",)}),
    ("The Ruvian Army withdrew from Ostrel.", "The Ruvian Army withdrew from Ostrel",
     {"sense": "withdrew", "party": "Ruvian Army", "from": ("Ostrel",)}),
    ("Scouts noticed a transfer of up to 800 fighters to Pelm from Karsk.",
     "Scouts noticed a transfer of up to 800 fighters to Pelm from Karsk",
     {"high": 800, "party": "fighter", "from": ("Karsk",), "to": ("Pelm",)}),
    ("The Harbour Union bused its members from Lissora to Tarven.",
     "The Harbour Union bused its members from Lissora to Tarven",
     {"from": ("Lissora",), "to": ("Tarven",)}),
]  # fmt: skip

RESPONSIBILITY = [
    ("The Ruvian Army accused the Red Column of firing rockets.", "The Ruvian Army accused the Red Column",
     {"sense": "blamed", "agent": "Red Column"}),
    ("The fire came from Red Column positions.", "The fire came from Red Column positions",
     {"sense": "did", "agent": "Red Column", "act": "fire"}),
    ("The Ash Front claimed responsibility for the bombing.", "The Ash Front claimed responsibility for the bombing",
     {"sense": "claimed", "agent": "Ash Front", "act": "bombing"}),
    ("Ana Dovic blamed the Red Column for the raid.", "Ana Dovic blamed the Red Column for the raid",
     {"sense": "blamed", "accuser": "Ana Dovic", "agent": "Red Column", "act": "raid"}),
    ("The attack was carried out by the Red Column.", "The attack was carried out by the Red Column",
     {"sense": "did", "agent": "Red Column", "act": "attack"}),
    ("The Red Column was behind the poisoning.", "The Red Column was behind the poisoning",
     {"sense": "did", "agent": "Red Column", "act": "poisoning"}),
    ("A faulty cable caused the fire.", "A faulty cable caused the fire",
     {"sense": "cause", "act": "fire"}),
]  # fmt: skip

SUPPORT = [
    ("The Red Column is supported by Dorland.", "The Red Column is supported by Dorland",
     {"supporter": ("Dorland",), "supported": "Red Column"}),
    ("Dorland funds the Ash Front.", "Dorland funds the Ash Front",
     {"supporter": ("Dorland",), "supported": "Ash Front"}),
    ("The Ash Front acted with the consent of Dorland.", "The Ash Front acted with the consent of Dorland",
     {"supporter": ("Dorland",), "supported": "Ash Front", "sense": "consents"}),
    ("Mira Sand endorsed Petar Lund.", "Mira Sand endorsed Petar Lund",
     {"supporter": ("Mira Sand",), "supported": "Petar Lund"}),
    ("The Ruvian Army, backed by Dorland, shelled the hills.", "The Ruvian Army, backed by Dorland",
     {"supporter": ("Dorland",), "supported": "Ruvian Army"}),
]  # fmt: skip

STRENGTH = [
    ("Over 4,000 rebels have started an offensive.", "Over 4,000 rebels have started an offensive",
     {"low": 4000, "party": "rebel", "of": "rebel"}),
    ("About 6,000 protesters marched through Lissora.", "About 6,000 protesters marched through Lissora",
     {"party": "protester", "place": ("Lissora",)}),
    ("The Ruvian Army deployed 30 tanks near Karsk.", "The Ruvian Army deployed 30 tanks near Karsk",
     {"low": 30, "of": "tank"}),
    ("Some 250 firefighters fought the blaze.", "Some 250 firefighters fought the blaze", {"of": "firefighter"}),
    ("Shares of the company fell 7 percent.", "Shares of the company fell 7 percent", {"event": "down", "low": 7}),
    ("The central bank raised its rate to 5 percent.", "The central bank raised its rate to 5 percent",
     {"event": "up", "low": 5}),
]  # fmt: skip

OCCURRENCE = [
    ("A train derailed near Ostrel on Monday.", "A train derailed near Ostrel on Monday",
     {"event": "crash", "place": ("Ostrel",)}),
    ("Ana Dovic won the election.", "Ana Dovic won the election", {"event": "won", "agent": "Ana Dovic"}),
    ("The court sentenced Petar Lund to nine years.", "The court sentenced Petar Lund to nine years",
     {"event": "sentence", "target": "Petar Lund"}),
    ("Mira Sand resigned on Friday.", "Mira Sand resigned on Friday", {"event": "resigned", "agent": "Mira Sand"}),
    ("An earthquake struck Pelm.", "An earthquake struck Pelm", {"place": ("Pelm",)}),
    ("Ana Dovic met Petar Lund in Karsk.", "Ana Dovic met Petar Lund in Karsk",
     {"event": "meeting", "agent": "Ana Dovic", "place": ("Karsk",)}),
    ("Parliament approved the budget.", "Parliament approved the budget", {"event": "vote"}),
    ("An explosion shook the harbour in Lissora.", "An explosion shook the harbour in Lissora",
     {"place": ("Lissora",)}),
    ("Riot police fired rubber bullets at the marchers.", "Riot police fired rubber bullets at the marchers",
     {"event": "shooting", "target": "rubber bullet"}),
    ("The brewery fired its sales manager.", "The brewery fired its sales manager",
     {"event": "dismissed", "target": "sale manager"}),
    ("The tribunal overturned the ban.", "The tribunal overturned the ban", {"event": "ruling", "target": "ban"}),
    ("A lorry overturned near Pelm.", "A lorry overturned near Pelm", {"event": "crash"}),
    ("Ferries to Ostrel were suspended.", "Ferries to Ostrel were suspended", {"event": "cancelled"}),
    ("The board suspended the coach.", "The board suspended the coach", {"event": "dismissed"}),
    ("Lorry drivers blocked the bridge.", "Lorry drivers blocked the bridge", {"event": "blocked"}),
    ("Prices fell in Ruvia.", "Prices fell in Ruvia", {"event": "down", "thing": "price"}),
    ("Coffee prices fell in Ruvia.", "Coffee prices fell in Ruvia", {"event": "down", "thing": "coffee price"}),
    ("The peace talks broke down on Sunday.", "The peace talks broke down on Sunday", {"event": "end"}),
    ("The jury found Petar Lund not guilty.", "The jury found Petar Lund not guilty",
     {"event": "acquitted", "agent": "jury"}),
    ("Delegates sat down with Ana Dovic in Karsk.", "Delegates sat down with Ana Dovic in Karsk",
     {"event": "meeting", "with": "Ana Dovic"}),
    ("The judge threw out the charges.", "The judge threw out the charges", {"event": "case dropped"}),
    ("A 41-year-old baker was arrested in Pelm.", "A 41-year-old baker was arrested in Pelm",
     {"event": "arrest", "low": None}),
    ("The two sides signed a ceasefire.", "The two sides signed a ceasefire", {"event": "deal"}),
    ("The committee will study the verdict.", "The committee will study the verdict", {"event": None}),
]  # fmt: skip

STATEMENT = [
    ("The vote was largely calm.", "The vote was largely calm", {"event": None}),
    ("The valley has always been fertile and green.", "The valley has always been fertile and green", {}),
    ("The fate of Tarven must not be tied to Pelm alone.",
     "The fate of Tarven must not be tied to Pelm alone",
     {"participants": ("Pelm", "Tarven")}),
]  # fmt: skip

CASES = [
    pytest.param(text, slot, content, values, id=f"{slot}: {content[:50]}")
    for slot, cases in (
        (Slot.TOLL, TOLL), (Slot.CONTROL, CONTROL), (Slot.MOVEMENT, MOVEMENT), (Slot.RESPONSIBILITY, RESPONSIBILITY),
        (Slot.SUPPORT, SUPPORT), (Slot.STRENGTH, STRENGTH), (Slot.OCCURRENCE, OCCURRENCE), (Slot.STATEMENT, STATEMENT),
    )
    for text, content, values in cases
]  # fmt: skip


@pytest.mark.parametrize(("text", "slot", "content", "values"), CASES)
def test_slot_words_and_values(
    page: Callable[..., Any], text: str, slot: Slot, content: str, values: dict[str, object]
) -> None:
    made = page(text)
    found = claims_of(made)
    seen = [(c.slot.value, words(made.document, c), dict(c.values)) for c in found]
    held = [c for c in found if c.slot is slot and words(made.document, c) == content]
    assert held, seen
    said = dict(held[0].values)
    assert {k: said.get(k) for k in values} == values


MOODS = [
    ("The Red Column did not capture Tarven.", Polarity.NEGATIVE, Modality.FACT),
    ("The Red Column failed to capture Tarven.", Polarity.NEGATIVE, Modality.FACT),
    ("No civilians were killed in Tarven.", Polarity.NEGATIVE, Modality.FACT),
    ("The Red Column may have captured Tarven.", Polarity.POSITIVE, Modality.POSSIBLE),
    ("The Red Column plans to seize Tarven.", Polarity.POSITIVE, Modality.PLANNED),
    ("The Red Column will seize Tarven.", Polarity.POSITIVE, Modality.PLANNED),
    ("The general ordered the Ruvian Army to retake Tarven.", Polarity.POSITIVE, Modality.ORDERED),
    ("The Ruvian Army reportedly lost Tarven.", Polarity.POSITIVE, Modality.POSSIBLE),
    ("The Red Column not only seized Tarven but burned it.", Polarity.POSITIVE, Modality.FACT),
    ("The Ash Front denied responsibility for the bombing.", Polarity.NEGATIVE, Modality.DENIED),
    ("The Ruvian Army was able to retake Tarven.", Polarity.POSITIVE, Modality.FACT),
]


@pytest.mark.parametrize(("text", "polarity", "modality"), MOODS)
def test_polarity_and_modality(page: Callable[..., Any], text: str, polarity: Polarity, modality: Modality) -> None:
    found = [c for c in claims_of(page(text)) if c.slot not in (Slot.STATEMENT, Slot.OCCURRENCE)]
    assert [(c.polarity, c.modality) for c in found[:1]] == [(polarity, modality)]


def attribution(document: Document, source: str, cue: str, content: str, **other: Any) -> Attribution:
    """An attribution of a text by its words."""

    def at(part: str) -> tuple[Span, ...]:
        start = document.text.find(part)
        assert start >= 0, part
        return (Span(document.id, start, start + len(part)),) if part else ()

    fields = {"type": AttributionType.STATEMENT, "certainty": Certainty.ASSERTED, "chain": (source,)} | other
    return Attribution(source=at(source), cue=at(cue), content=at(content), manner=Manner.INDIRECT, **fields)


def test_what_is_attributed_is_the_sources_and_the_rest_the_outlets(page: Callable[..., Any]) -> None:
    made = page("Ana Dovic said the Red Column had captured Pelm. The Ruvian Army holds Karsk.")
    said = attribution(made.document, "Ana Dovic", "said", "the Red Column had captured Pelm")
    found = claims_of(made, (said,))
    assert [(c.chain, c.attribution_id is None, words(made.document, c)) for c in found] == [
        (("Example Gazette", "Ana Dovic"), False, "the Red Column had captured Pelm"),
        (("Example Gazette",), True, "The Ruvian Army holds Karsk"),
    ]


def test_a_denied_content_is_negative(page: Callable[..., Any]) -> None:
    made = page("Petar Lund denied that the Red Column had captured Pelm.")
    said = attribution(
        made.document, "Petar Lund", "denied", "that the Red Column had captured Pelm", certainty=Certainty.DENIED
    )
    claim = claims_of(made, (said,))[0]
    assert (claim.polarity, claim.modality) == (Polarity.NEGATIVE, Modality.DENIED)
    assert words(made.document, claim) == "Petar Lund denied that the Red Column had captured Pelm"


def test_a_nested_source_stands_after_the_outer_one(page: Callable[..., Any]) -> None:
    made = page("Ana Dovic said Petar Lund believed the Ash Front holds Pelm.")
    outer = attribution(made.document, "Ana Dovic", "said", "Petar Lund believed the Ash Front holds Pelm")
    inner = attribution(made.document, "Petar Lund", "believed", "the Ash Front holds Pelm", within=outer.id)
    claim = next(c for c in claims_of(made, (outer, inner)) if c.slot is Slot.CONTROL)
    assert claim.chain == ("Example Gazette", "Ana Dovic", "Petar Lund")


def test_questions_and_attitudes_claim_nothing(page: Callable[..., Any]) -> None:
    made = page("Ana Dovic asked whether the Red Column holds Pelm.")
    asked = attribution(
        made.document, "Ana Dovic", "asked", "whether the Red Column holds Pelm", type=AttributionType.QUESTION
    )
    assert claims_of(made, (asked,)) == []


@pytest.mark.parametrize(
    ("deed", "act"), [("firing rockets at Pelm", "shelling"), ("bombing Pelm", "airstrike"), ("taking money", "take")]
)
def test_what_somebody_is_accused_of(page: Callable[..., Any], deed: str, act: str) -> None:
    made = claims_of(page(f"The Red Column accused the Ash Front of {deed}."))
    assert [dict(c.values).get("act") for c in made if c.slot is Slot.RESPONSIBILITY] == [act]


def test_a_minister_with_a_name_is_called_by_it(page: Callable[..., Any]) -> None:
    (made,) = claims_of(page("The former transport minister Ana Dovic accepted bribes for contracts."))
    assert (dict(made.values)["event"], dict(made.values)["agent"]) == ("bribed", "Ana Dovic")


def test_work_that_is_lost_is_a_toll(page: Callable[..., Any]) -> None:
    found = [dict(c.values) for c in claims_of(page("At least 300 people lost their work.")) if c.slot is Slot.TOLL]
    assert [(v["effect"], v["low"]) for v in found] == [("laid off", 300)]


def test_a_report_that_somebody_rejects_is_denied(page: Callable[..., Any]) -> None:
    made = page("The Red Column denied a report by Mira Sand that Pelm had been looted.")
    report = "a report by Mira Sand that Pelm had been looted"
    by = ("Red Column",)
    denied = attribution(made.document, "The Red Column", "denied", report, certainty=Certainty.DENIED, chain=by)
    said = attribution(made.document, "Mira Sand", "report", "that Pelm had been looted", within=denied.id)
    found = {(c.chain[-1], c.polarity) for c in claims_of(made, (denied, said)) if c.attribution_id}
    assert found == {("Mira Sand", Polarity.POSITIVE), ("Red Column", Polarity.NEGATIVE)}


def test_who_denies_to_have_done_something(page: Callable[..., Any]) -> None:
    made = page("The Ash Front has denied shelling the station.")
    said = attribution(made.document, "Ash Front", "denied", "shelling the station", certainty=Certainty.DENIED)
    claim = next(c for c in claims_of(made, (said,)) if c.slot is Slot.RESPONSIBILITY)
    assert (claim.polarity, dict(claim.values)["agent"]) == (Polarity.NEGATIVE, "Ash Front")


def test_blame_is_in_the_words_of_the_whole_clause(page: Callable[..., Any]) -> None:
    made = page("Ana Dovic blamed the Red Column for the raid.")
    said = attribution(made.document, "Ana Dovic", "blamed", "the Red Column for the raid")
    claim = next(c for c in claims_of(made, (said,)) if c.slot is Slot.RESPONSIBILITY)
    assert (words(made.document, claim), claim.chain[-1]) == (made.document.text.rstrip("."), "Ana Dovic")


def test_an_accusation_goes_to_its_end(page: Callable[..., Any]) -> None:
    made = page("Ana Dovic accused the Red Column of firing rockets at Pelm.")
    said = attribution(made.document, "Ana Dovic", "accused", "the Red Column of firing rockets at Pelm")
    claim = next(c for c in claims_of(made, (said,)) if c.slot is Slot.RESPONSIBILITY)
    assert words(made.document, claim) == made.document.text.rstrip(".")


def test_who_is_accused_of_it_did_it(page: Callable[..., Any]) -> None:
    made = page("The Ruvian Army accused the Red Column of shelling Pelm.")
    claim = next(c for c in claims_of(made) if c.slot is Slot.OCCURRENCE)
    assert dict(claim.values)["agent"] == "Red Column"


def test_we_and_our_are_whoever_speaks(page: Callable[..., Any]) -> None:
    made = page("Our forces are in every street of Pelm, the Red Column said.")
    said = attribution(made.document, "Red Column", "said", "Our forces are in every street of Pelm")
    claim = next(c for c in claims_of(made, (said,)) if c.slot is Slot.CONTROL)
    assert dict(claim.values)["holder"] == "Red Column"


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("The ministry did not say how many miners had died.", "body"),
        ("The Gazette could not verify the footage.", "body"),
        ("An official spoke on condition of anonymity.", "body"),
        ("An earlier version of this article said otherwise about the harbour.", "body"),
        ("Smoke rises over the harbour in Lissora.", "caption"),
        ("The dam and its control house are.", "body"),
    ],
)
def test_what_is_no_claim(page: Callable[..., Any], text: str, zone: str) -> None:
    assert claims_of(page(text, zones=zone)) == []


def test_one_sentence_may_hold_several(page: Callable[..., Any]) -> None:
    made = page("The Ruvian Army, backed by Dorland, managed to repel an attack on Pelm, killing up to 50 rebels.")
    assert {c.slot for c in claims_of(made)} >= {Slot.CONTROL, Slot.SUPPORT, Slot.TOLL}


def test_a_clause_takes_its_place_from_the_one_it_hangs_from(page: Callable[..., Any]) -> None:
    made = page("The Ruvian Army repelled an attack on Pelm, killing up to 50 rebels.")
    toll = next(c for c in claims_of(made) if c.slot is Slot.TOLL)
    assert dict(toll.values)["place"] == ("Pelm",)


def test_headlines_and_captions_say_so(page: Callable[..., Any]) -> None:
    made = page("Red Column Seizes Tarven\nThe Red Column seized Tarven.", zones="headline body")
    assert [dict(c.values).get("zone") for c in claims_of(made)] == ["headline", None]


def test_every_claim_slices_to_words_of_one_sentence(page: Callable[..., Any]) -> None:
    for text, *_ in (*TOLL, *CONTROL, *MOVEMENT, *SUPPORT, *OCCURRENCE):
        made = page(text)
        for claim in claims_of(made):
            assert claim.detail
            for span in claim.content:
                assert made.document.text[span.start : span.end].strip() == made.document.text[span.start : span.end]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(st.sampled_from([c[0] for c in (*TOLL, *CONTROL, *MOVEMENT)] + ["", '"', "12 dead.", "IS has it."]))
)
def test_offsets_and_order_on_any_text(page: Callable[..., Any], lines: list[str]) -> None:
    made = page("\n".join(lines))
    found = claims_of(made)
    assert found == sorted(found, key=lambda c: (c.content[0].start, c.content[-1].end, c.slot.value, c.id))
    assert len({c.id for c in found}) == len(found)
    for claim in found:
        for span in claim.content:
            assert 0 <= span.start < span.end <= len(made.document.text)


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Rescuers found 30 blankets.", Slot.STRENGTH),
        ("The dead were five soldiers.", Slot.STRENGTH),
        ("The road leading to the harbour is wet.", Slot.RESPONSIBILITY),
        ("The driver, 44, had been warned several times.", Slot.TOLL),
    ],
)
def test_what_is_none_of_a_slot(page: Callable[..., Any], text: str, slot: Slot) -> None:
    assert slot not in {c.slot for c in claims_of(page(text))}


def test_who_is_named_beside_a_clause_is_not_counted_in_it(page: Callable[..., Any]) -> None:
    made = page("Rebels seized the village of Pelm on Monday, according to two shepherds.")
    said = attribution(made.document, "two shepherds", "according to", "Rebels seized the village of Pelm on Monday")
    found = claims_of(made, (said,))
    assert [c.slot for c in found] == [Slot.CONTROL]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The parcel, sent to the mayor, was empty and torn.", ["The parcel, sent to the mayor, was empty and torn"]),
        ("The clerks were not paid this year.", ["The clerks were not paid this year"]),
    ],
)
def test_an_outlet_states_main_clauses_only(page: Callable[..., Any], text: str, said: list[str]) -> None:
    made = page(text)
    assert [words(made.document, c) for c in claims_of(made)] == said


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("A baker was held on suspicion of killing two lodgers.", Modality.POSSIBLE),
        ("The gang is suspected of robbing the Pelm bank.", Modality.POSSIBLE),
        ("The inquiry failed to show that the fire killed two lodgers.", Modality.POSSIBLE),
        ("An amnesty is unlikely this year.", Modality.POSSIBLE),
        ("Mira Sand offered her resignation.", Modality.PLANNED),
        ("Mira Sand handed in her resignation.", Modality.FACT),
    ],
)
def test_what_is_left_open_or_offered_did_not_happen(page: Callable[..., Any], text: str, certain: Modality) -> None:
    found = claims_of(page(text))
    assert certain in {c.modality for c in found}
    assert found[-1].modality is certain


def test_short_words_of_a_source_are_a_claim(page: Callable[..., Any]) -> None:
    made = page("Ana Dovic said nobody was in danger.")
    said = attribution(made.document, "Ana Dovic", "said", "nobody was in danger")
    assert [(words(made.document, c), c.polarity) for c in claims_of(made, (said,))] == [
        ("nobody was in danger", Polarity.NEGATIVE)
    ]


def test_a_measure_needs_no_verb(page: Callable[..., Any]) -> None:
    made = page("The trial reported an efficacy of 62 percent, which pleased Ana Dovic.")
    said = attribution(made.document, "The trial", "reported", "an efficacy of 62 percent, which pleased Ana Dovic")
    assert "The trial reported an efficacy of 62 percent" in [words(made.document, c) for c in claims_of(made, (said,))]


@pytest.mark.parametrize(
    ("text", "slot", "name"),
    [
        ("Ana Dovic said guards had fired at the crowd. The Ruvian Army denied that.", Slot.OCCURRENCE, "Ruvian Army"),
        ("Ana Dovic said 12 miners had died. The Harbour Union disputed the figure.", Slot.TOLL, "Harbour Union"),
    ],
)
def test_who_rejects_what_was_just_told_denies_it(page: Callable[..., Any], text: str, slot: Slot, name: str) -> None:
    made = page(text)
    content = text.removeprefix("Ana Dovic said ").split(".")[0]
    found = claims_of(made, (attribution(made.document, "Ana Dovic", "said", content),))
    denial = next(c for c in found if c.chain[-1] == name)
    assert (denial.slot, denial.modality, denial.polarity) == (slot, Modality.DENIED, Polarity.NEGATIVE)


def test_nobody_denies_an_outlets_own_words(page: Callable[..., Any]) -> None:
    made = page("Twelve miners died. The Harbour Union rejected the report.")
    assert all(c.modality is not Modality.DENIED for c in claims_of(made))


def test_a_coordinated_participle_goes_on_with_the_passive(page: Callable[..., Any]) -> None:
    made = page("Petar Lund was convicted of forging two letters and given a suspended sentence of nine months.")
    found = {dict(c.values).get("event"): (dict(c.values), words(made.document, c)) for c in claims_of(made)}
    assert found["sentence"][0]["target"] == "Petar Lund"
    assert found["convicted"][1] == "Petar Lund was convicted of forging two letters"


def test_a_relative_clause_that_narrows_down_belongs_to_the_statement(page: Callable[..., Any]) -> None:
    made = page("Mira Sand said the diet is harmless for people who have eaten nuts before.")
    content = "the diet is harmless for people who have eaten nuts before"
    found = claims_of(made, (attribution(made.document, "Mira Sand", "said", content),))
    assert content in [words(made.document, c) for c in found]


@pytest.mark.parametrize(
    ("text", "slot", "values"),
    [
        ("Rebels seized the village of Tarven in Dorland.", Slot.CONTROL, {"part": None}),
        ("Two volunteers died.", Slot.TOLL, {"low": 2}),
        ("Wardens moved about 300 residents from the east bank into three schools.", Slot.MOVEMENT, {"low": 300}),
        ("The group has four hostages.", Slot.TOLL, {"effect": "abducted", "low": 4}),
        ("Deputies threw the bill out by 40 votes to 31.", Slot.OCCURRENCE, {"event": "rejected"}),
        ("The panel of three has acquitted Petar Lund.", Slot.OCCURRENCE, {"event": "acquitted", "low": None}),
        ("Nine smugglers met their end on Friday.", Slot.TOLL, {"effect": "killed", "low": 9}),
    ],
)
def test_values_come_from_the_words_that_they_belong_to(
    page: Callable[..., Any], text: str, slot: Slot, values: dict[str, object]
) -> None:
    found = [dict(c.values) for c in claims_of(page(text)) if c.slot is slot]
    assert [{k: said.get(k) for k in values} for said in found] == [values]
    assert slot is Slot.STRENGTH or Slot.STRENGTH not in {c.slot for c in claims_of(page(text))}


def test_a_ruling_that_is_overturned_leaves_open_what_it_said(page: Callable[..., Any]) -> None:
    made = page("The appeal judges overturned a ruling that the clerk had burnt the files.")
    burnt = [c for c in claims_of(made) if "burnt" in words(made.document, c)]
    assert burnt
    assert all(c.modality is Modality.POSSIBLE for c in burnt if "overturned" not in words(made.document, c))


def test_what_a_report_says_is_a_statement_of_its_own(page: Callable[..., Any]) -> None:
    made = page("Ana Dovic denied a report that the harbour office had known of the leak.")
    content = "a report that the harbour office had known of the leak"
    said = attribution(made.document, "Ana Dovic", "denied", content, certainty=Certainty.DENIED)
    assert [(c.polarity, c.modality) for c in claims_of(made, (said,))] == [(Polarity.NEGATIVE, Modality.DENIED)]
