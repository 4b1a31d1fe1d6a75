"""Holds what Sayso makes of a folder of news pages against the ``expected.json`` in it.

    python evaluation/examples.py [--quiet] [--write-floors FILE] [FOLDER ...]

Without a folder, the example newswire. The expectations were written by reading, before Sayso was run on the articles;
in a few places they were mended afterwards, which the README beside them and the commits say.
Prints one line a figure, with what was missed unless ``--quiet``; ``tests/test_corpora.py``
holds the figures of the stories of ``tests/corpora``.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections import defaultdict
from pathlib import Path

from newswire import FOLDER, Newswire, covered, folded, listed_lines, meets, newswire, place_of
from seeds import Figure

from sayso.spans import text_of
from sayso.types import Claim, Origin
from sayso.vocab import Zone

#: What fits no slot of its own may be read as something said or as something that happened.
OPEN_SLOTS = {"statement", "occurrence"}


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


def zones(wire: Newswire) -> Figure:
    """Lines, or parts, most of whose characters have an expected zone. Lines of flat text not listed are body."""
    figure = Figure()
    for label, entry in wire.expected["documents"].items():
        page = wire.pages[label]
        text = page.document.text
        ours = {i: b.zone.value for b in page.blocks for i in range(b.span.start, b.span.end)}
        lines = listed_lines(text, entry.get("zones", []))
        taken = {i for place, _, _ in lines if place for i in range(*place)}
        if "zones" in entry and entry["file"].endswith(".txt"):
            rest = (m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text))
            lines += [(span, text[slice(*span)], "body") for span in rest if span[0] not in taken]
        for place, words, zone in lines:
            chars = covered(text, [place] if place else [])
            right = sum(ours.get(i) in zone.split("|") for i in chars)
            said = sorted({ours.get(i, "none") for i in chars})
            figure.count(2 * right > len(chars), f"{label} “{words[:60]}”: {', '.join(said) or 'not found'} for {zone}")
    return figure


def attributions(wire: Newswire) -> Figure:
    """Expected attributions whose content shares half of the union with one of ours that has a right chain."""
    figure = Figure()
    for label, entry in wire.expected["documents"].items():
        page = wire.pages[label]
        text = page.document.text
        ours = [(a, covered(text, [(s.start, s.end) for s in a.content])) for a in page.attributions]
        for wanted in entry.get("attributions", []):
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
        if "attributions" not in entry:
            continue
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
        for wanted in entry.get("quantities", []):
            bounds = [(q.low, q.high) for q in page.quantities if meets(page, q.span, wanted["text"])]
            figure.count((wanted["low"], wanted["high"]) in bounds, f"{label} {wanted['text']}: {bounds}")
    return figure


def times(wire: Newswire) -> Figure:
    figure = Figure()
    for label, entry in wire.expected["documents"].items():
        page = wire.pages[label]
        for wanted in entry.get("times", []):
            values = {t.value for t in page.timexes if meets(page, t.span, wanted["text"])}
            figure.count(wanted["value"] in values, f"{label} {wanted['text']}: {sorted(values)} for {wanted['value']}")
    return figure


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
                if slots[cluster] == claim["slot"] or {slots[cluster], claim["slot"]} == OPEN_SLOTS:
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
    """Of the claims whose cluster was found: those not said to have more origins, at least, than they have."""
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
        if wanted.get("optional"):
            continue
        left, right = best.get(wanted["left"], "?"), best.get(wanted["right"], "??")
        kinds = {wanted["relation"], *wanted.get("also", [])}
        ordered = wanted["relation"] in ("updates", "denial")
        found = {kind for kind, a, b in ours if (a, b) == (left, right) or (not ordered and (b, a) == (left, right))}
        between = {kind for kind, a, b in ours if {a, b} == {left, right}}
        figure.count(bool(found & kinds), f"{wanted['left']} {wanted['relation']} {wanted['right']}: {sorted(between)}")
    return figure


FIGURES = {
    "documents": documents,
    "zones": zones,
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


def show(wire: Newswire, quiet: bool) -> dict[str, Figure]:
    """Prints the figures of a newswire, those of nothing left out."""
    figures = {name: figure for name, measure in FIGURES.items() if (figure := measure(wire)).of}
    for name, figure in figures.items():
        print(f"{name:<32} {figure.right} of {figure.of}")
        for missed in [] if quiet else figure.missed:
            print(f"    {missed}")
    for problem in [p for page in wire.pages.values() for p in page.problems] + list(wire.collated.problems):
        print(f"    problem: {problem.stage}: {problem.reason[:200]}")
    return figures


def floor(figure: Figure) -> float:
    """The share that was right, rounded down to a thousandth."""
    return math.floor(1000 * figure.right / figure.of) / 1000


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[FOLDER], metavar="FOLDER")
    parser.add_argument("--quiet", action="store_true", help="figures only: what was missed stays unread")
    parser.add_argument("--write-floors", type=Path, metavar="FILE", help="write the shares to FILE, by folder")
    given = parser.parse_args(argv)
    floors = {}
    for folder in given.folders:
        print(f"== {folder}")
        figures = show(newswire(folder), given.quiet)
        floors[folder.resolve()] = {name: floor(figure) for name, figure in figures.items()}
    if given.write_floors:
        beside = given.write_floors.resolve().parent
        rows = {path.relative_to(beside).as_posix(): shares for path, shares in sorted(floors.items())}
        given.write_floors.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
