"""What DESIGN promises of the ladder, whatever the news: seen on every fictional story, through the whole pipeline.

Each story is collated as it is and with one thing changed, and the ladders of its claims are compared. A promise that
is still broken for some claims of a story has a ceiling in ``tests/corpora/broken.json``, which may only be lowered. Of
the stories kept aside only the number of such claims is shown, as nobody is to read them.
"""

from __future__ import annotations

import json
import random

import changedpages
import pytest
from promises import exchanged, raised, rungs

import fiction
from sayso.pipeline import annotate_all, collate
from sayso.types import Annotated, Collated
from sayso.vocab import DescentBasis, LinkKind

BROKEN: dict[str, dict[str, int]] = json.loads((fiction.CORPORA / "broken.json").read_text(encoding="utf-8"))
stories = pytest.mark.parametrize("folder", fiction.FOLDERS)


def hold(promise: str, folder: str, broken: list[str]) -> None:
    """Fails with what is broken, where it is more than known; of a story kept aside, with how much."""
    known = BROKEN.get(promise, {}).get(folder, 0)
    if len(broken) > known:
        what = "\n" + "\n".join(broken) if folder.startswith(("dev/", "later/")) else ""
        pytest.fail(f"{len(broken)} claims, {known} were known{what}", pytrace=False)


@pytest.mark.parametrize(
    ("folder", "article_only"),
    [(folder, only) for folder in fiction.FOLDERS for only in (False, True) if only or folder.startswith("dev/")],
)
def test_an_exact_copy_raises_no_count_of_texts_or_origins(folder: str, article_only: bool) -> None:
    wire = fiction.newswire(folder)
    copy = changedpages.copied(changedpages.flat_pages(wire)[0], article_only=article_only)
    hold("copy", folder, [found.what for found in raised(wire, copy)])


@stories
def test_an_article_that_only_cites_what_is_held_raises_no_count_of_origins(folder: str) -> None:
    wire = fiction.newswire(folder)
    found = raised(wire, changedpages.cited(wire))
    for rung in ("origins_min", "origins_max"):
        hold(f"citation: {rung}", folder, [one.what for one in found if one.rung == rung])


@stories
@pytest.mark.parametrize("dateline", [False, True], ids=["credits", "credits and dateline"])
def test_without_its_credits_a_claim_is_known_less_well(folder: str, dateline: bool) -> None:
    wire = fiction.newswire(folder)
    broken = []
    for page in changedpages.flat_pages(wire):
        if len(page.document.provenance) > 1:
            for words, before, after in exchanged(wire, page, changedpages.without_credits(page, dateline=dateline)):
                if after.origins_min > before.origins_min or after.origins_max < before.origins_max:
                    broken.append(f"{words}: {before.derivation} became {after.derivation}")
    hold("credits and dateline" if dateline else "credits", folder, broken)


@stories
def test_another_headline_changes_nothing(folder: str) -> None:
    wire = fiction.newswire(folder)
    page = changedpages.flat_pages(wire)[0]
    compared = exchanged(wire, page, changedpages.headed(page, "What we know so far"))
    assert compared
    hold("headline", folder, [f"{w}: {rungs(a)} became {rungs(b)}" for w, a, b in compared if rungs(a) != rungs(b)])


@stories
def test_the_order_of_pages_changes_nothing(folder: str) -> None:
    wire = fiction.newswire(folder)
    pages = list(wire.pages.values())
    random.Random(folder).shuffle(pages)
    assert collate(pages) == wire.collated


def outcome(pages: dict[str, Annotated], collated: Collated) -> set[tuple[str, ...]]:
    """What was found, without any id: groups by their members' words, relations by the groups, ladders, descents."""
    shown = {page.document.id: label for label, page in pages.items()}
    for label, page in pages.items():
        shown |= {mention.id: f"{label} {mention.span.start}-{mention.span.end}" for mention in page.mentions}
        for claim in page.claims:
            words = (f"{span.start}-{span.end}" for span in claim.content)
            shown[claim.id] = " ".join([label, *words, claim.slot.value, str(claim.values)])
    held: dict[str, list[str]] = {}
    for member in (*collated.stories, *collated.entities, *collated.clusters):
        held.setdefault(member.cluster_id, []).append(shown[member.member_id])
    shown |= {cluster: " + ".join(sorted(members)) for cluster, members in held.items()}
    out: set[tuple[str, ...]] = {("group", name) for name in shown.values()}
    for link in collated.links:
        ends = [shown[link.left], shown[link.right]]
        turned = link.relation in (LinkKind.UPDATES, LinkKind.DENIAL)
        out.add((link.relation.value, *(ends if turned else sorted(ends)), f"{link.score:.3f}"))
    for origin in collated.origins:
        out.add(("ladder", shown[origin.cluster_id], str(rungs(origin)), *sorted(origin.names)))
    for descent in collated.descents:
        ends = [shown.get(descent.copy or "", descent.copy_name), shown.get(descent.exemplar or "", "")]
        ends.append(descent.exemplar_name)
        undirected = descent.basis is DescentBasis.SHARED_TEXT
        out.add((descent.basis.value, *(sorted(ends[:2]) if undirected else ends), f"{descent.score:.3f}"))
    return out


@stories
def test_the_address_that_pages_are_read_from_changes_nothing(folder: str) -> None:
    wire = fiction.newswire(folder)
    here = outcome(wire.pages, wire.collated)
    for place in ("there", "elsewhere", "anywhere"):
        pages = {label: changedpages.readdressed(page, f"{place}/{label}") for label, page in wire.pages.items()}
        there = outcome(pages, collate(pages.values()))
        hold("address", folder, [str(found) for found in sorted(here ^ there)])


@stories
def test_every_claim_lies_in_its_document(folder: str) -> None:
    for page in fiction.newswire(folder).pages.values():
        for claim in page.claims:
            assert claim.content
            for span in claim.content:
                assert span.document_id == page.document.id
                assert 0 <= span.start < span.end <= len(page.document.text)


def test_the_number_of_workers_changes_nothing() -> None:
    pages = [changedpages.page_of(page.document) for page in changedpages.flat_pages(fiction.newswire("dev/ferry"))]
    one, two = (list(annotate_all(pages, workers=workers)) for workers in (1, 2))
    assert one == two
    assert collate(one) == collate(two)
