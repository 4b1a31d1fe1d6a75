"""Time to relate the claims of generated stories, without reading any text.

    python benchmarks/relating.py [--articles 25 50 100 200] [--stories 20]

First one story of as many articles as each of ``--articles`` says, then ``--stories`` stories of ten articles each and
twice as many: their time should grow as their number does. Articles are made of claims as rows, ``CLAIMS`` each: tolls
of a few places whose figures drift, who holds a town, who is to blame, and statements in words drawn from a vocabulary
as uneven as that of news. The words are invented, which no encoder reads; so one story of the most articles is told in
English as well. Seeded: the same articles on any day. Prints CPU seconds of the clusters and links, and of the ladders,
and how many claims were read.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from datetime import date, timedelta

from sayso.relations.agreement.collator import relate_claims
from sayso.relations.origins.collator import count_origins
from sayso.relations.words.meanings import meaning
from sayso.types import Claim, Document, Member, Published, Span, Value, values
from sayso.vocab import DateBasis, MemberKind, Modality, Polarity, Slot

CLAIMS = 30
TOWNS = ("Tarven", "Ostrel", "Pelmark", "Dorvane", "Sunholt")
SIDES = ("Red Column", "Ruvian Army", "Valley Front")
VOCABULARY = [
    f"{a}{b}{c}" for a in ("bar", "tel", "mor", "kin", "sul") for b in "aeiou" for c in ("d", "nt", "sk", "r")
]
#: Parts of statements in English, each list from the most used to the least.
SUBJECTS = (
    "the mayor/the governor/the ministry/the police/a court/the hospital/the opposition/the army/the union/a witness/"
    "the company/the bank/the railway/the school/a doctor/the harbour/the region/a judge/the farmers/the airline/"
    "the museum/the bishop/a lawyer/the fishermen/the power plant/the orchestra/the zoo/a cyclist/the brewery"
).split("/")
VERBS = (
    "closed/rejected/promised/cancelled/approved/demanded/inspected/repaired/sold/lost/praised/delayed/bought/feared/"
    "rebuilt/hid/searched/counted/defended/abandoned/opened/blamed/insured/borrowed/painted/flooded/renamed/weighed"
).split("/")
OBJECTS = (
    "the northern bridge/the ceasefire/new elections/the budget/the road to the coast/winter fuel/the hostages/"
    "a shipment of grain/the old prison/its own figures/the water tower/the contract/the children's ward/the border/"
    "a secret list/the market hall/the pension fund/two ferries/the archive/a field of maize/the fire brigade/"
    "the telephone network/the cathedral roof/a stolen painting/the wage deal/the vaccine/the stadium/the tax office"
).split("/")
ENDINGS = (
    "after the storm/on the advice of engineers/without any warning/for the third time/before dawn/under pressure/"
    "despite the protests/in exchange for money/until the end of the year/because of a leak/at the request of parents/"
    "in front of the cameras/with foreign help/by mistake/during the night/as a last resort/out of fear/in two stages"
).split("/")


def statement(chance: random.Random) -> str:
    """Something said in English, of parts as uneven as the words of news."""
    parts = (SUBJECTS, VERBS, OBJECTS, ENDINGS)
    return " ".join(part[min(int(chance.expovariate(0.1)), len(part) - 1)] for part in parts)


def told(chance: random.Random, day: int, english: bool) -> tuple[Slot, str, dict[str, Value]]:
    """One claim: its slot, its words and its values."""
    kind, town, side = chance.random(), chance.choice(TOWNS), chance.choice(SIDES)
    if kind < 0.3:
        low = 10 + day + chance.randrange(6)
        cause = chance.choice(("explosion", "airstrike", "shelling"))
        named: dict[str, Value] = {"effect": "killed", "of": "people", "low": low, "high": chance.choice((low, None))}
        return Slot.TOLL, f"At least {low} people were killed in {town}", named | {"place": (town,), "cause": cause}
    if kind < 0.5:
        state = chance.choice(("took", "holds", "lost"))
        return Slot.CONTROL, f"The {side} {state} {town}", {"holder": side, "place": (town,), "state": state}
    if kind < 0.6:
        named = {"agent": side, "act": "shelling", "place": (town,), "sense": "did"}
        return Slot.RESPONSIBILITY, f"The {side} shelled {town}", named
    if english:
        return Slot.STATEMENT, statement(chance), {}
    words = [VOCABULARY[min(int(chance.expovariate(0.05)), len(VOCABULARY) - 1)] for _ in range(9)]
    return Slot.STATEMENT, f"{side} {' '.join(words)}", {"participants": (side,)}


def story(name: str, articles: int, seed: int, english: bool) -> tuple[list[Document], list[Claim], list[Member]]:
    """A story told over some days: documents, claims and members."""
    chance = random.Random(seed)
    documents, claims, members = [], [], []
    for number in range(articles):
        day = number * 6 // articles
        made = [told(chance, day, english) for _ in range(CLAIMS)]
        document = Document(
            capture_id=f"{name}-{number}",
            uri=f"memory:{name}-{number}",
            text="\n".join(words for _, words, _ in made),
            publisher=f"Paper {number % 40}",
            provenance=(f"Paper {number % 40}",),
            published=Published((date(2024, 5, 1) + timedelta(day)).isoformat(), DateBasis.GIVEN, "given"),
        )
        at = 0
        for slot, words, named in made:
            span = Span(document.id, at, at + len(words))
            at = span.end + 1
            claims.append(
                Claim(
                    content=(span,),
                    attribution_id=None,
                    slot=slot,
                    polarity=Polarity.NEGATIVE if chance.random() < 0.05 else Polarity.POSITIVE,
                    modality=Modality.FACT,
                    values=values(**named),
                    chain=document.provenance,
                )
            )
        documents.append(document)
        members.append(Member(cluster=MemberKind.STORY, cluster_id=name, member_id=document.id))
    return documents, claims, members


def measure(stories: int, articles: int, english: bool = False) -> tuple[float, float, int]:
    """CPU seconds of relating and of counting origins, and the number of claims."""
    documents: list[Document] = []
    claims: list[Claim] = []
    members: list[Member] = []
    for number in range(stories):
        held = story(f"story-{number}", articles, number, english)
        documents += held[0]
        claims += held[1]
        members += held[2]
    start = time.process_time()
    clusters, _, _ = relate_claims(documents, claims, [], members, [], [])
    between = time.process_time()
    count_origins(documents, claims, [], clusters, [], [])
    return between - start, time.process_time() - between, len(claims)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[25, 50, 100, 200])
    parser.add_argument("--stories", type=int, default=20, help="stories of ten articles; then twice as many")
    given = parser.parse_args(argv)
    measure(1, 5, english=True)  # lexicons and models are read once
    for articles in given.articles:
        related, counted, claims = measure(1, articles)
        print(
            f"one story of {articles:,} articles, {claims:,} claims: related {related:.2f} s, ladders {counted:.2f} s"
        )
    before = meaning.cache_info().misses
    related, counted, claims = measure(1, max(given.articles), english=True)
    read = meaning.cache_info().misses - before
    print(
        f"one story of {max(given.articles):,} articles in English, {claims:,} claims, {read:,} of them read: "
        f"related {related:.2f} s, ladders {counted:.2f} s"
    )
    for stories in (given.stories, 2 * given.stories):
        related, counted, claims = measure(stories, 10)
        print(f"{stories} stories of 10 articles, {claims:,} claims: related {related:.2f} s, ladders {counted:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
