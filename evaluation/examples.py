"""Holds what Sayso makes of the example newswire against ``examples/expected.json``.

    python evaluation/examples.py

The expectations were written by reading, before Sayso was run on the articles. Prints one line a figure with what was
missed; ``tests/test_examples.py`` holds the figures.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seeds import Figure

from sayso.documents.files import read
from sayso.pipeline import annotate, collate
from sayso.spans import text_of
from sayso.types import Annotated, Claim, Collated, Origin, Span
from sayso.vocab import Zone

FOLDER = Path(__file__).resolve().parent.parent / "examples"
Expected = dict[str, Any]


@dataclass
class Newswire:
    expected: Expected
    pages: dict[str, Annotated]  # by label
    collated: Collated


def newswire() -> Newswire:
    expected = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
    by_place: dict[tuple[str, int], str] = {
        (entry["file"], entry.get("line", 0)): label for label, entry in expected["documents"].items()
    }
    pages = {}
    for file in sorted({file for file, _ in by_place}):
        for number, reading in enumerate(read(FOLDER / file), 1):
            if reading.page is None:
                raise RuntimeError(f"{file} was not read: {reading.problems}")
            label = by_place.get((file, number)) or by_place[(file, 0)]
            pages[label] = annotate(reading.page)
    return Newswire(expected, pages, collate(pages.values()))


def folded(text: str) -> str:
    """For comparing wordings: white space made one space, curly quotes straight."""
    return re.sub(r"\s+", " ", text.translate(str.maketrans("‘’“”", "''\"\""))).strip()


def place_of(text: str, words: str) -> tuple[int, int] | None:
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = re.search(pattern, text)
    return found.span() if found else None


def covered(text: str, ranges: list[tuple[int, int]]) -> set[int]:
    return {i for start, end in ranges for i in range(start, end) if not text[i].isspace()}


def documents(wire: Newswire) -> Figure:
    """Title, publisher, byline, dateline, provenance, date and basis, licence, notices, number of body paragraphs."""
    figure = Figure()
    for label, entry in wire.expected["documents"].items():
        page = wire.pages[label]
        d = page.document
        published = {"date": d.published.date, "basis": d.published.basis.value} if d.published else None
        wanted = entry["published"] and {k: entry["published"][k] for k in ("date", "basis")}
        pairs = {
            "title": (folded(d.headline or ""), folded(entry["title"])),
            "publisher": (d.publisher, entry["publisher"]),
            "byline": (d.byline, entry["byline"]),
            "dateline": (d.dateline._asdict() if d.dateline else None, entry["dateline"]),
            "provenance": (list(d.provenance), entry["provenance"]),
            "published": (published, wanted),
            "licence": (d.licence, entry["licence"]),
            "notice": (bool(d.notices), "notice" in entry),
            "body paragraphs": (sum(b.zone is Zone.BODY for b in page.blocks), entry["body_paragraphs"]),
        }
        for name, (ours, theirs) in pairs.items():
            same = ours == theirs or (name == "licence" and ours and theirs and theirs in ours)
            figure.count(bool(same), f"{label} {name}: {ours!r} for {theirs!r}")
    return figure


def attributions(wire: Newswire) -> Figure:
    """Expected attributions whose content shares half of the union with one of ours that has a right chain."""
    figure = Figure()
    for label, entry in wire.expected["documents"].items():
        page = wire.pages[label]
        text = page.document.text
        ours = [(a, covered(text, [(s.start, s.end) for s in a.content])) for a in page.attributions]
        for wanted in entry["attributions"]:
            places = [place_of(text, piece) for piece in wanted["content"]]
            theirs = covered(text, [p for p in places if p])
            near = [a for a, c in ours if c and theirs and len(c & theirs) >= 0.5 * len(c | theirs)]
            chains = [wanted["chain"], *wanted.get("also", [])]
            said = [[plain(name) for name in a.chain] for a in near]
            words = " … ".join(wanted["content"])[:60]
            good = any([plain(n) for n in chain] in said for chain in chains)
            figure.count(good, f"{label} “{words}”: {said or 'not found'} for {wanted['chain']}")
    return figure


def plain(name: str) -> str:
    """A chain's name for comparing: every unnamed source alike, no article."""
    return "unnamed" if name.startswith("unnamed") else name.removeprefix("the ").removeprefix("The ")


def spurious(wire: Newswire) -> Figure:
    """Our statements whose content shares nothing with any expected one: right is what was expected."""
    figure = Figure()
    for label, entry in wire.expected["documents"].items():
        page = wire.pages[label]
        text = page.document.text
        places = [place_of(text, piece) for wanted in entry["attributions"] for piece in wanted["content"]]
        theirs = covered(text, [p for p in places if p])
        for a in page.attributions:
            if a.type.value == "statement":
                inside = bool(covered(text, [(s.start, s.end) for s in a.content]) & theirs)
                figure.count(inside, f"{label} {a.chain}: {text_of(text, a.cue)} | {text_of(text, a.content)[:70]}")
    return figure


def quantities(wire: Newswire) -> Figure:
    figure = Figure()
    for label, entry in wire.expected["documents"].items():
        page = wire.pages[label]
        for wanted in entry["quantities"]:
            bounds = [(q.low, q.high) for q in page.quantities if meets(page, q.span, wanted["text"])]
            figure.count((wanted["low"], wanted["high"]) in bounds, f"{label} {wanted['text']}: {bounds}")
    return figure


def times(wire: Newswire) -> Figure:
    figure = Figure()
    for label, entry in wire.expected["documents"].items():
        page = wire.pages[label]
        for wanted in entry["times"]:
            values = {t.value for t in page.timexes if meets(page, t.span, wanted["text"])}
            figure.count(wanted["value"] in values, f"{label} {wanted['text']}: {sorted(values)} for {wanted['value']}")
    return figure


def meets(page: Annotated, span: Span, words: str) -> bool:
    pattern = r"\s+".join(map(re.escape, words.split()))
    return any(m.start() < span.end and span.start < m.end() for m in re.finditer(pattern, page.document.text))


def stories(wire: Newswire) -> Figure:
    figure = Figure()
    label = {page.document.id: name for name, page in wire.pages.items()}
    ours: dict[str, set[str]] = defaultdict(set)
    for member in wire.collated.stories:
        ours[member.cluster_id].add(label[member.member_id])
    found = list(ours.values())
    for story in wire.expected["stories"]:
        figure.count(set(story["documents"]) in found, f"{story['title']}: {sorted(map(sorted, found))}")
    for alone in wire.expected["alone"]:
        figure.count({alone} in found, f"{alone} stands alone")
    return figure


def descents(wire: Newswire) -> Figure:
    figure = Figure()
    ids = {name: page.document.id for name, page in wire.pages.items()}
    ours = {(d.copy or d.copy_name, d.exemplar or d.exemplar_name, d.basis.value) for d in wire.collated.descents}

    def key(side: dict[str, str]) -> str:
        return ids[side["document"]] if "document" in side else side["name"]

    for hop in wire.expected["descents"]:
        wanted = (key(hop["copy"]), key(hop["exemplar"]), hop["basis"])
        figure.count(wanted in ours, f"{hop['copy']} ‹ {hop['exemplar']} by {hop['basis']}")
    return figure


def cluster_of(wire: Newswire, member: dict[str, str]) -> set[str]:
    """The clusters of our claims whose content holds the wording of an expected member, with its far end."""
    page = wire.pages[member["document"]]
    where = place_of(page.document.text, member["wording"])
    if where is None:
        return set()
    theirs = covered(page.document.text, [where])
    clusters = {m.member_id: m.cluster_id for m in wire.collated.clusters}
    out = set()
    for claim in page.claims:
        ours = covered(page.document.text, [(s.start, s.end) for s in claim.content])
        if theirs <= ours or len(theirs & ours) >= 0.6 * len(theirs):
            out.add(clusters[claim.id])
    return out


def best_clusters(wire: Newswire) -> dict[str, str]:
    """For each expected claim, the one of our clusters of its slot that holds most of its members."""
    slots: dict[str, str] = {}
    by_id: dict[str, Claim] = {c.id: c for page in wire.pages.values() for c in page.claims}
    for member in wire.collated.clusters:
        slots[member.cluster_id] = by_id[member.member_id].slot.value
    best = {}
    for claim in wire.expected["claims"]:
        votes: dict[str, int] = defaultdict(int)
        for member in claim["members"]:
            for cluster in cluster_of(wire, member):
                if slots[cluster] == claim["slot"]:
                    votes[cluster] += 1
        if votes:
            best[claim["id"]] = max(sorted(votes), key=lambda c: votes[c])
    return best


def claims(wire: Newswire) -> Figure:
    """Expected members of claims that are in their claim's cluster."""
    figure = Figure()
    best = best_clusters(wire)
    for claim in wire.expected["claims"]:
        for member in claim["members"]:
            good = best.get(claim["id"]) in cluster_of(wire, member)
            figure.count(good, f"{claim['id']} ({claim['slot']}) in {member['document']}: {member['wording'][:60]}")
    return figure


def ladders(wire: Newswire) -> Figure:
    """Claims whose outlets, texts and range of origins are all right."""
    figure = Figure()
    best = best_clusters(wire)
    origins: dict[str, Origin] = {o.cluster_id: o for o in wire.collated.origins}
    for claim in wire.expected["claims"]:
        ladder = origins.get(best.get(claim["id"], ""))
        wanted = (claim["outlets"], claim["texts"], claim["origins"]["min"], claim["origins"]["max"])
        ours = ladder and (ladder.outlets, ladder.texts, ladder.origins_min, ladder.origins_max)
        figure.count(ours == wanted, f"{claim['id']}: {ours} for {wanted}, {ladder.names if ladder else ''}")
    return figure


def false_independence(wire: Newswire) -> Figure:
    """Claims that are not said to have more origins, at least, than they have."""
    figure = Figure()
    best = best_clusters(wire)
    origins = {o.cluster_id: o for o in wire.collated.origins}
    for claim in wire.expected["claims"]:
        ladder = origins.get(best.get(claim["id"], ""))
        if ladder:
            figure.count(ladder.origins_min <= claim["origins"]["min"], f"{claim['id']}: {ladder.derivation}")
    return figure


def relations(wire: Newswire) -> Figure:
    figure = Figure()
    best = best_clusters(wire)
    cluster = {m.member_id: m.cluster_id for m in wire.collated.clusters}
    ours = {(x.relation.value, cluster.get(x.left, x.left), cluster.get(x.right, x.right)) for x in wire.collated.links}
    for wanted in wire.expected["relations"]:
        left, right = best.get(wanted["left"], "?"), best.get(wanted["right"], "??")
        kinds = {wanted["relation"], *wanted.get("also", [])}
        ordered = wanted["relation"] in ("updates", "denial")
        found = {kind for kind, a, b in ours if (a, b) == (left, right) or (not ordered and (b, a) == (left, right))}
        between = {kind for kind, a, b in ours if {a, b} == {left, right}}
        figure.count(bool(found & kinds), f"{wanted['left']} {wanted['relation']} {wanted['right']}: {sorted(between)}")
    return figure


FIGURES = {
    "documents": documents,
    "attributions with their chain": attributions,
    "statements that were expected": spurious,
    "quantities": quantities,
    "times": times,
    "stories": stories,
    "descents": descents,
    "claims in their cluster": claims,
    "ladders": ladders,
    "no false independence": false_independence,
    "relations": relations,
}


def main() -> int:
    wire = newswire()
    for name, measure in FIGURES.items():
        figure = measure(wire)
        print(f"{name:<32} {figure.right} of {figure.of}")
        for missed in figure.missed:
            print(f"    {missed}")
    for problem in [p for page in wire.pages.values() for p in page.problems] + list(wire.collated.problems):
        print(f"    problem: {problem.stage}: {problem.reason[:200]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
