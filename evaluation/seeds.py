"""Holds what Sayso makes of the touchstone pages against what a careful reader found in them.

    python evaluation/seeds.py [--shared ../shared]

Prints one line a figure, with what was missed. Claims are held against the gold's statement by hand-made predicates
over slots and names, since gold says them in English.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from figure import Figure
from newswire import attributed, covered, places_of

from sayso.documents.formats.files import read
from sayso.pipeline import annotate, collate
from sayso.spans import overlap
from sayso.types import Annotated, Claim, Collated
from sayso.vocab import Slot, Zone

Gold = dict[str, Any]
PROSE = (Zone.HEADLINE, Zone.BODY, Zone.CAPTION)
FURNITURE = (Zone.FURNITURE, Zone.TEASER, Zone.COMMENT)
PRONOUNS = ("He", "She", "It", "They")


@dataclass
class Held:
    """The two pages, read, annotated and collated, beside the gold."""

    gold: Gold
    pages: dict[str, Annotated]
    collated: Collated


def held(shared: Path) -> Held:
    gold = json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))
    pages = {}
    for key, article in gold["articles"].items():
        (reading,) = read(shared / "seeds" / article["file"])
        if reading.page is None:
            raise RuntimeError(f"{article['file']} was not read: {reading.problems}")
        pages[key] = annotate(reading.page)
    return Held(gold, pages, collate(pages.values()))


def zones(found: Held) -> dict[str, float]:
    """Share of the non-space characters of each page that have their gold zone."""
    out = {}
    for key, article in found.gold["articles"].items():
        page = found.pages[key]
        ours = {i: b.zone.value for b in page.blocks for i in range(b.span.start, b.span.end)}
        theirs = {i: b["kind"] for b in article["blocks"] for i in covered(page.document.text, [b["span"]])}
        out[key] = sum(ours.get(i) == zone for i, zone in theirs.items()) / len(theirs)
    return out


def metadata(found: Held) -> Figure:
    figure = Figure()
    for key, article in found.gold["articles"].items():
        d = found.pages[key].document
        dateline = d.dateline._asdict() if d.dateline else None
        published = (d.published.date, d.published.basis.value) if d.published else None
        for name, ours, theirs in (
            ("title", d.headline, article["title"]),
            ("publisher", d.publisher, article["outlet"]),
            ("provenance", list(d.provenance), article["provenance"]),
            ("licence", d.licence, article["licence"]),
            ("dateline", dateline, article["dateline"]),
            ("published", published, (article["published"]["date"], article["published"]["basis"])),
        ):
            same = (theirs in ours) if name == "licence" and theirs and ours else ours == theirs
            figure.count(same, f"{key} {name}: {ours!r} for {theirs!r}")
    return figure


def attributions(found: Held) -> Figure:
    """Gold attributions whose content shares at least half of the union with one of ours that has a right chain."""
    figure = Figure()
    for key, article in found.gold["articles"].items():
        page = found.pages[key]
        for gold in article["attributions"]:
            near = attributed(page, covered(page.document.text, [c["span"] for c in gold["content"]]))
            chains = [gold["chain"], *gold["also"]]
            said = [list(a.chain) for a in near]
            words = " … ".join(c["text"] for c in gold["content"])[:60]
            figure.count(any(c in chains for c in said), f"{key} “{words}”: {said or 'not found'} for {gold['chain']}")
    return figure


def invented(found: Held) -> list[str]:
    """Attributions any part of which lies in furniture, a teaser or a comment."""
    out = []
    for page in found.pages.values():
        idle = [(b.span.start, b.span.end) for b in page.blocks if b.zone in FURNITURE]
        for a in page.attributions:
            spans = [(s.start, s.end) for s in (*a.source, *a.cue, *a.content)]
            if any(overlap(s, b) for s in spans for b in idle):
                out.append(page.document.text[spans[0][0] : spans[-1][1]][:80])
    return out


def times(found: Held) -> Figure:
    figure = Figure()
    for key, article in found.gold["articles"].items():
        for gold in article["times"]:
            values = {
                t.value for t in found.pages[key].timexes if overlap((t.span.start, t.span.end), tuple(gold["span"]))
            }
            figure.count(gold["value"] in values, f"{key} {gold['text']}: {sorted(values)} for {gold['value']}")
    return figure


def quantities(found: Held) -> Figure:
    figure = Figure()
    for key, article in found.gold["articles"].items():
        for gold in article["quantities"]:
            bounds = [
                (q.low, q.high)
                for q in found.pages[key].quantities
                if overlap((q.span.start, q.span.end), tuple(gold["span"]))
            ]
            figure.count((gold["low"], gold["high"]) in bounds, f"{key} {gold['text']}: {bounds}")
    return figure


def entities(found: Held) -> Figure:
    """Gold aliases, each met by a mention with the entity's name, and each place in its country and near its point.

    Left out: pronouns, and aliases that stand only outside headline, body and captions, where names are not sought.
    """
    figure = Figure()
    names = {m.id: member.name for member in found.collated.entities for m in mentions_of(found, member.member_id)}
    for entity in found.gold["entities"]:
        clusters = set()
        for key, aliases in entity["aliases"].items():
            page = found.pages[key]
            for alias in aliases:
                if alias in PRONOUNS:
                    continue
                prose = [(b.span.start, b.span.end) for b in page.blocks if b.zone in PROSE]
                there = [w for w in places_of(page.document.text, alias) if any(overlap(w, b) for b in prose)]
                if not there:
                    continue
                met = {
                    names.get(m.id, m.name)
                    for m in page.mentions
                    if any(overlap((m.span.start, m.span.end), where) for where in there)
                }
                right = met & {entity["name"]}
                clusters |= right or met
                figure.count(bool(right), f"{key} {alias}: {sorted(met)} for {entity['name']}")
        if entity["type"] == "place":
            for key in entity["aliases"]:
                for t in found.pages[key].toponyms:
                    if names.get(t.mention_id, t.name) == entity["name"]:
                        figure.count(t.country == entity["country"], f"{key} {t.name} in {t.country}: {t.detail}")
                        if "lat" in entity and t.latitude is not None and t.longitude is not None:
                            near = abs(t.latitude - entity["lat"]) < 0.7 and abs(t.longitude - entity["lon"]) < 0.7
                            figure.count(near, f"{key} {t.name} at {t.latitude}, {t.longitude}")
    return figure


def mentions_of(found: Held, mention_id: str) -> Iterator[Any]:
    return (m for page in found.pages.values() for m in page.mentions if m.id == mention_id)


def relations(found: Held) -> Figure:
    """One story; the stated line of descent with the exemplars not held."""
    figure = Figure()
    figure.count(len({m.cluster_id for m in found.collated.stories}) == 1, "one story")
    for hop in found.gold["lineage"]:
        known = [d for d in found.collated.descents if d.copy_name == hop["copy"] and d.exemplar_name == hop["of"]]
        figure.count(bool(known) and all(d.exemplar is None for d in known), f"{hop['copy']} ‹ {hop['of']}, not held")
    notices = " ".join(n for page in found.pages.values() for n in page.document.notices)
    figure.count("RT" in notices and "Creative Commons" in notices, f"© beside Creative Commons flagged: {notices!r}")
    return figure


def claims(found: Held) -> Figure:
    """The gold's claims, each with its pages and origins, and their relations."""
    figure = Figure()
    by_id = {c.id: c for page in found.pages.values() for c in page.claims}
    clusters: dict[str, list[Claim]] = {}
    for member in found.collated.clusters:
        clusters.setdefault(member.cluster_id, []).append(by_id[member.member_id])
    links = [(x.relation.value, x.left, x.right) for x in found.collated.links]
    ladders = {o.cluster_id: o for o in found.collated.origins}

    def having(slot: Slot, role: str, *words: str) -> list[str]:
        """Clusters of a slot whose claims hold all the words among the values of a role."""
        return [
            cluster_id
            for cluster_id, members in clusters.items()
            if members[0].slot is slot
            and all(any(w in str(dict(c.values).get(role, "")) for c in members) for w in words)
        ]

    def names(ids: list[str]) -> set[str]:
        return {name for i in ids if i in ladders for name in ladders[i].names}

    def outlets(ids: list[str]) -> set[str]:
        return {c.content[0].document_id for i in ids for c in clusters[i]}

    def one_of(ids: list[str], wanted: set[str]) -> bool:
        return any(wanted <= names([i]) and len(outlets([i])) == 2 for i in ids)

    raqqa = having(Slot.MOVEMENT, "from", "Raqqa", "Deir")
    figure.count(one_of(raqqa, {"Russian military", "Bashar Assad"}), f"from Raqqa and the other town: {names(raqqa)}")
    mosul = [i for i in having(Slot.MOVEMENT, "from", "Mosul") if i not in raqqa]
    between = {kind for kind, a, b in links if {a, b} & set(mosul) and {a, b} & set(raqqa)}
    joined = one_of(mosul, {"Sergey Lavrov"}) and "compatible" in between and "conflicts" not in between
    figure.count(joined, f"from Mosul, compatible with the former: {[names([i]) for i in mosul]}, {between}")
    taken = [
        i for i in having(Slot.CONTROL, "holder", "Islamic State") if i in having(Slot.CONTROL, "place", "Palmyra")
    ]
    updated = any(kind == "updates" and a in taken for kind, a, b in links)
    figure.count("Amaq" in names(taken) and len(outlets(taken)) == 2 and updated, f"taken: {names(taken)}, {updated}")
    support = [i for name in ("United States", "America") for i in having(Slot.SUPPORT, "supporter", name)]
    figure.count(any(names([i]) == {"Bashar Assad"} for i in support), f"support: {[names([i]) for i in support]}")
    toll = having(Slot.TOLL, "high", "300")
    figure.count(any(names([i]) == {"Russian Defense Ministry"} for i in toll), f"300 killed: {names(toll)}")
    return figure


FIGURES = {
    "metadata": metadata,
    "attributions with their chain": attributions,
    "times": times,
    "quantities": quantities,
    "entities and places": entities,
    "story, descent, rights": relations,
    "claims": claims,
}


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    found = held(parser.parse_args(argv).shared)
    for key, share in zones(found).items():
        print(f"zones, {key:<22} {share:.3f}")
    for name, measure in FIGURES.items():
        figure = measure(found)
        print(f"{name:<30} {figure.right} of {figure.of}")
        for missed in figure.missed:
            print(f"    missed: {missed}")
    for text in invented(found):
        print(f"    attribution in furniture: {text}")
    for problem in (p for page in found.pages.values() for p in page.problems):
        print(f"    problem: {problem.stage}: {problem.reason}")
    for problem in found.collated.problems:
        print(f"    problem: {problem.stage}: {problem.reason}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
