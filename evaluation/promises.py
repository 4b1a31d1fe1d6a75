"""What DESIGN promises of the ladder, held against real news: what breaks when a story has one page more, or another.

    python evaluation/promises.py [--articles data/stories/basil.jsonl] [--every 4] [--from 0] [--show] [SHARED]

SHARED is the folder that holds ``data`` (default: ``../shared``). The articles of each ``cluster`` of a file are read,
annotated and collated as a user's would be, ten at most, under invented outlets' names where the file names none. Then
each story is collated again with an exact copy of an article under another name, with the article's text alone copied,
with an article that only cites what the others tell (some of each one's claims, in the ways of :data:`CITING`), with
another headline, and in another order. Prints how many claims there are, and of how many a count rose or changed;
``--show`` prints them as well, for the screen of whoever mends it, since the articles are other people's.
``tests/test_invariants.py`` holds the same promises on fictional stories.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import changedpages
from newswire import Newswire
from related import SHARED

from sayso.documents.flat import read_flat
from sayso.documents.page import Given
from sayso.pipeline import annotate, collate
from sayso.spans import text_of
from sayso.types import Annotated, Claim, Collated, Origin
from sayso.vocab import Zone

#: Names for outlets that a file does not name.
OUTLETS = (
    "Harbour Post", "Inland Eye", "The Morning Ledger", "Northern Courier", "Valley Tribune", "Daily Beacon",
    "City Gazette", "Plains Herald", "Coast Examiner", "Metro Sentinel",
)  # fmt: skip
#: How an article cites another, by turns: the claim with a comma behind it, as a clause, and who told it.
CITING = ("{quoted} {outlet} reported.", "{outlet} reported that {clause}", "According to {outlet}, {clause}",
          "{quoted} according to {outlet}.", "As {outlet} first reported, {clause}")  # fmt: skip
#: Words that are no name where they open a sentence.
SMALL = frozenset({"The", "A", "An", "It", "He", "She", "They", "This", "That", "There", "We", "In", "On", "At"})
#: So many articles of a story, so many claims of an article that are cited, of so many characters.
ARTICLES, CITED, LENGTHS = 10, 5, range(31, 160)


class Ladders(NamedTuple):
    """Of each claim, by id: its cluster and the ladder of that."""

    cluster: dict[str, str]
    origin: dict[str, Origin]

    def of(self, claim: str) -> Origin:
        return self.origin[self.cluster[claim]]


def ladders(collated: Collated, pages: Iterable[Annotated]) -> Ladders:
    claims = {claim.id for page in pages for claim in page.claims}
    cluster = {m.member_id: m.cluster_id for m in collated.clusters if m.member_id in claims}
    return Ladders(cluster, {origin.cluster_id: origin for origin in collated.origins})


def told(page: Annotated, claim: Claim) -> str:
    return f"{page.document.label}: {text_of(page.document.text, claim.content)[:80]}"


def rungs(origin: Origin) -> tuple[int, int, int, int]:
    return origin.outlets, origin.texts, origin.origins_min, origin.origins_max


class Raised(NamedTuple):
    """A count that a page raised for a claim."""

    rung: str
    what: str


def raised(wire: Newswire, added: Annotated) -> list[Raised]:
    """The counts that are higher after a page is added, by claim. The page may show that several clusters are one
    claim: then the counts of all of them together are what it may not exceed."""
    pages = list(wire.pages.values())
    before = ladders(wire.collated, pages)
    after = ladders(collate([*pages, added]), pages)
    joined: dict[str, set[str]] = {}
    for key, cluster in after.cluster.items():
        joined.setdefault(cluster, set()).add(before.cluster[key])
    out = []
    for page in pages:
        for claim in page.claims:
            ladder = after.of(claim.id)
            together = [before.origin[cluster] for cluster in joined[ladder.cluster_id]]
            for rung in ("texts", "origins_min", "origins_max"):
                now, most = getattr(ladder, rung), sum(getattr(origin, rung) for origin in together)
                if now > most:
                    reasons = "\n    ".join(ladder.derivation)
                    out.append(Raised(rung, f"{told(page, claim)}: {rung} {most} became {now}\n    {reasons}"))
    return out


def by_words(pages: Iterable[Annotated], found: Ladders) -> dict[tuple[str, str, str], Origin]:
    """The ladders of the claims of bodies, by where they stand and what they say, as another text has other ids. Words
    that stand twice on a page are left out."""
    seen: Counter[tuple[str, str, str]] = Counter()
    out = {}
    for page in pages:
        heads = [b.span for b in page.blocks if b.zone is Zone.HEADLINE]
        for claim in page.claims:
            if any(head.start <= span.start < head.end for head in heads for span in claim.content):
                continue
            key = (page.document.label, text_of(page.document.text, claim.content), claim.slot.value)
            seen[key] += 1
            out[key] = found.of(claim.id)
    return {key: origin for key, origin in out.items() if seen[key] == 1}


def exchanged(wire: Newswire, old: Annotated, new: Annotated) -> list[tuple[str, Origin, Origin]]:
    """The ladders of the claims of a story, before and after a page is put in another's place."""
    pages = list(wire.pages.values())
    changed = [new if page is old else page for page in pages]
    before = by_words(pages, ladders(wire.collated, pages))
    after = by_words(changed, ladders(collate(changed), changed))
    return [(f"{key[0]}: {key[1][:80]}", before[key], after[key]) for key in before if key in after]


def stories(file: Path, every: int, first: int) -> Iterator[tuple[str, dict[str, Annotated]]]:
    """Every so manieth story of a file with two articles and more: its name, and its pages by label."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        groups[row["cluster"]].append(row)
    for name in sorted(name for name, rows in groups.items() if len(rows) > 1)[first::every]:
        pages = {}
        named = all(row.get("publisher") for row in groups[name])
        for number, row in enumerate(groups[name][:ARTICLES]):
            outlet = row["publisher"] if named else OUTLETS[number]
            given = Given(label=f"{outlet} {number}", published=row.get("published") or None, publisher=outlet)
            page = read_flat(row["text"], capture_id=f"capture of {row['id']}", uri=f"memory:{row['id']}", given=given)
            pages[f"{outlet} {number}"] = annotate(page)
        yield name, pages


def citing(pages: Iterable[Annotated], seed: str) -> str:
    """The text of an article that tells some claims of each page after its outlet, and nothing of its own."""
    lines, ways = ["What others say"], itertools.cycle(CITING)
    for page in pages:
        text = page.document.text
        bodies = [block.span for block in page.blocks if block.zone is Zone.BODY]
        inside = [c for c in page.claims if any(b.start <= c.content[0].start < b.end for b in bodies)]
        told = sorted({" ".join(text_of(text, c.content).split()).strip(" ,.;:") for c in inside})
        told = [words for words in told if len(words) in LENGTHS and words.count("“") == words.count("”")]
        told = [words for words in told if not words.count('"') % 2]
        for words in random.Random(seed).sample(told, min(CITED, len(told))):
            closing = words[-1] if words[-1] in '"”' else ""
            bare = words.removesuffix(closing).rstrip(" ,.;:")
            clause = bare[0].lower() + bare[1:] if bare.split()[0] in SMALL else bare
            quoted = f"{bare[0].upper()}{bare[1:]},{closing}"
            lines.append(next(ways).format(quoted=quoted, clause=f"{clause}.{closing}", outlet=page.document.publisher))
    return "\n\n".join(lines)


def broken(name: str, pages: dict[str, Annotated]) -> Iterator[tuple[str, str]]:
    """The promises that a story breaks: which one, and what of which claim."""
    wire = Newswire({}, pages, collate(pages.values()), name)
    first = min(pages.values(), key=lambda page: (-len(page.attributions), page.document.label))
    for only in (False, True):
        copy = changedpages.copied(first, article_only=only)
        yield from ((f"{'text' if only else 'page'} copied: {r.rung}", r.what) for r in raised(wire, copy))
    days = [day for page in pages.values() if (day := changedpages.day_of(page))]
    after = (date.fromisoformat(max(days)) + timedelta(days=1)).isoformat() if days else None
    added = changedpages.another(citing(pages.values(), name), publisher=changedpages.DIGEST, published=after)
    yield from ((f"cited: {r.rung}", r.what) for r in raised(wire, added) if r.rung != "texts")
    if any(block.zone is Zone.HEADLINE for block in first.blocks):
        given = Given(
            label=first.document.label, publisher=first.document.publisher, published=changedpages.day_of(first)
        )
        changed = exchanged(wire, first, changedpages.headed(first, "What we know so far", given))
        yield from (("headline", f"{w}: {rungs(a)} became {rungs(b)}") for w, a, b in changed if rungs(a) != rungs(b))
    turned = list(pages.values())
    random.Random(name).shuffle(turned)
    if collate(turned) != wire.collated:
        yield "order", name


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", type=Path, default=SHARED, metavar="SHARED")
    parser.add_argument("--articles", default="data/stories/basil.jsonl", metavar="FILE", help="in the folder SHARED")
    parser.add_argument("--every", type=int, default=4, help="every so manieth story")
    parser.add_argument("--from", type=int, default=0, dest="first", help="the first of them")
    parser.add_argument("--show", action="store_true", help="with what is broken, in the articles' words")
    asked = parser.parse_args(argv)
    told, of = Counter[str](), Counter[str]()
    for name, pages in stories(asked.shared / asked.articles, asked.every, asked.first):
        of.update(stories=1, articles=len(pages), claims=sum(len(page.claims) for page in pages.values()))
        for promise, what in broken(name, pages):
            told[promise] += 1
            if asked.show:
                print(f"{promise} | {name} | {what}")
    print(", ".join(f"{number:,} {what}" for what, number in of.items()))
    print("\n".join(f"{promise}: {number}" for promise, number in sorted(told.items())) or "nothing broken")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
