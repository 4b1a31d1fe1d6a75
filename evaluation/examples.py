"""Holds what Sayso makes of a folder of news pages against the ``expected.json`` in it.

    python evaluation/examples.py [--quiet] [--write-floors FILE] [FOLDER ...]
    python evaluation/examples.py --halves [--quiet] [--write-floors FILE]

Without a folder, the example newswire. With ``--halves`` all stories of ``tests/corpora``, summed: those that the rules
are made with, those kept aside, and the last that were written; of the latter two nothing but totals is shown.

The expectations were written by reading, before Sayso was run on the articles; in a few places they were mended
afterwards, which the README beside them and the commits say. Prints one line a figure, with what was missed unless
``--quiet``; ``tests/test_corpora.py`` holds the figures of the stories of ``tests/corpora``.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections import defaultdict
from pathlib import Path

import accounts
import halves
from figure import Figure
from newswire import FOLDER, Newswire, attributed, content_of, covered, folded, listed_lines, meets, newswire, place_of

from sayso.spans import text_of
from sayso.vocab import Zone


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
            same = ours == theirs or (name == "licence" and ours and theirs and str(theirs) in str(ours))
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
        for wanted in entry.get("attributions", []):
            places = [place_of(page.document.text, piece) for piece in wanted["content"]]
            near = attributed(page, covered(page.document.text, [p for p in places if p]))
            chains = [wanted["chain"], *wanted.get("also", [])]
            said = [[plain(name) for name in a.chain] for a in near]
            words = " … ".join(wanted["content"])[:60]
            good = any([plain(n) for n in chain] in said for chain in chains)
            figure.count(good, f"{label} “{words}”: {said or 'not found'} for {wanted['chain']}")
    return figure


def plain(name: str) -> str:
    """A chain's name for comparing: every unnamed source alike, no article."""
    return "unnamed" if name.startswith("unnamed") else name.removeprefix("the ").removeprefix("The ")


def statements(wire: Newswire) -> Figure:
    """Our statements: right where their content shares a character with an expected one."""
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
                inside = bool(content_of(text, a) & theirs)
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


CORPORA = FOLDER.parent / "tests" / "corpora"
FIGURES = {
    "documents": documents,
    "zones": zones,
    "attributions with their chain": attributions,
    "statements that were expected": statements,
    "quantities": quantities,
    "times": times,
    "stories": stories,
    "descents": descents,
    "claims in their cluster": accounts.claims,
    "claim pairs that belong together": accounts.pairing_precision,
    "claim pairs found": accounts.pairing_recall,
    "claim pairs found or asked of people": accounts.pairing_asked,
    "asked of people rightly": accounts.asked_rightly,
    "ladders": accounts.ladders,
    "no false independence": accounts.false_independence,
    "relations": accounts.relations,
    "relations that were expected": accounts.relations_stated,
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


def write_floors(file: Path, floors: dict[str, dict[str, Figure]]) -> None:
    rows = {key: {name: floor(figure) for name, figure in figures.items()} for key, figures in sorted(floors.items())}
    file.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def both_halves(quiet: bool) -> dict[str, dict[str, Figure]]:
    """Prints the figures of both halves of the corpora, and of the stories that were written last."""
    floors = {}
    for half in halves.FOLDERS:
        wires = [newswire(path.parent) for path in sorted((CORPORA / half).glob("*/expected.json"))]
        print("\n".join(halves.printed(half, wires, quiet)))
        floors[half] = halves.summed(wires)
    return floors


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[FOLDER], metavar="FOLDER")
    parser.add_argument("--quiet", action="store_true", help="figures only: what was missed stays unread")
    parser.add_argument("--halves", action="store_true", help="sums over the stories of tests/corpora, by half")
    parser.add_argument("--write-floors", type=Path, metavar="FILE", help="write the shares to FILE, by folder")
    given = parser.parse_args(argv)
    if given.halves:
        floors = both_halves(given.quiet)
        if given.write_floors:
            write_floors(given.write_floors, floors)
        return 0
    floors = {}
    beside = given.write_floors.resolve().parent if given.write_floors else Path()
    for folder in given.folders:
        print(f"== {folder}")
        figures = show(newswire(folder), given.quiet)
        if given.write_floors:
            floors[folder.resolve().relative_to(beside).as_posix()] = figures
    if given.write_floors:
        write_floors(given.write_floors, floors)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
