"""Each view shows what the record holds; filters, keyboard, links and paper do what they say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import inventedrecords
from sayso.record.store import Record
from visits import PHONE, SETTLED, VIEWS, WIDE, Made, Visit, made


def numbers(page: Any) -> list[int]:
    """The claims on the board, in their order."""
    page.evaluate(SETTLED)
    return [int(row.get_attribute("id").removeprefix("claim-")) for row in page.query_selector_all(".claim")]


def rounded(transform: str) -> list[int]:
    """The numbers of a transform; the address keeps them to a pixel."""
    return [round(float(n)) for n in re.findall(r"-?[\d.]+", transform)]


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_view_opens_quietly_and_fits(browser: Any, example: Made, name: str, size: dict[str, int]) -> None:
    page = browser.new_page(viewport=size)
    visiting = Visit(page, example.path)
    for story in range(1, len(example.found.stories) + 1):
        visiting.open(f"#/{name}/{story}")
        page.wait_for_timeout(60)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways"
        for section in page.query_selector_all("main section"):
            assert section.inner_text().strip(), "an empty panel"
    page.close()
    assert visiting.complaints == []
    assert visiting.fetched == []


@pytest.mark.parametrize("name", VIEWS)
def test_the_touchstone_pages_open_quietly(browser: Any, seeds: Made, name: str) -> None:
    page = browser.new_page(viewport=WIDE)
    visiting = Visit(page, seeds.path)
    for story in range(1, len(seeds.found.stories) + 1):
        visiting.open(f"#/{name}/{story}")
        page.wait_for_timeout(60)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways"
    page.close()
    assert visiting.complaints == []
    assert visiting.fetched == []


def test_without_script_the_brief_is_shown_and_fits(browser: Any, example: Made) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(example.path.as_uri())
    shown = page.locator("noscript pre")
    assert "IN MORE THAN ONE ACCOUNT" in shown.inner_text()
    box = shown.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= PHONE["width"]
    context.close()


def test_a_reader_who_sees_nothing_hears_which_view_came(visit: Visit) -> None:
    visit.open("#/overview/1")
    told = visit.page.locator("p.vh[role=status]")
    visit.page.get_by_role("link", name="Sources").press("Enter")
    visit.settle()
    assert told.inner_text().startswith("Sources · Armed group")
    assert visit.page.evaluate("document.title").startswith("Sources · Armed group")


def test_each_band_of_the_timeline_stands_under_its_heading(visit: Visit) -> None:
    visit.open("#/timeline/1")
    told = visit.page.evaluate(
        "[...document.querySelectorAll('.timeline > :is(h2, ul, ol)')].map((e) => e.className || e.innerText)"
    )
    assert told == ["Said to have happened", "band happened", "axis", "Published", "band published"]


def test_the_map_draws_each_place_no_finer_than_it_is_known(browser: Any, tmp_path: Path) -> None:
    with inventedrecords.make(tmp_path / "places.sayso", 6, 24) as record:
        report = made(record, tmp_path / "places.html")
    page = browser.new_page(viewport=WIDE)
    visiting = Visit(page, report.path)
    visiting.open("#/map/1/0")
    page.wait_for_selector("path.land", state="attached")
    places = [p for p in report.data["stories"][0]["places"] if p["latitude"] is not None]
    coarse = [p for p in places if p["precision"] in ("region", "area", "country")]
    assert page.locator("path.extent").count() == len(coarse)
    assert page.locator(".spot circle").count() == len(places) - len(coarse)
    assert page.locator(".places li .chosen").count() == 1
    before = page.locator(".map g").first.get_attribute("transform")
    page.click("button[aria-label='Zoom in']")
    visiting.settle()
    page.locator(".map svg").focus()
    page.keyboard.press("ArrowLeft")
    visiting.settle()
    assert page.locator(".map g").first.get_attribute("transform") != before
    there = page.evaluate("location.hash")
    moved = page.locator(".map g").first.get_attribute("transform")
    visiting.open(there)
    page.wait_for_selector("path.land", state="attached")
    again = page.locator(".map g").first.get_attribute("transform")
    assert rounded(again) == rounded(moved)
    page.close()
    assert visiting.complaints == []


def test_a_record_without_documents_says_so(browser: Any, tmp_path: Path) -> None:
    with Record(tmp_path / "empty.sayso") as record:
        report = made(record, tmp_path / "empty.html")
    page = browser.new_page(viewport=WIDE)
    visiting = Visit(page, report.path)
    for name in VIEWS:
        visiting.open(f"#/{name}/1")
        assert page.locator("main .empty").count() > 0, name
    page.close()
    assert visiting.complaints == []


def test_overview_counts_what_the_record_holds(visit: Visit, example: Made) -> None:
    page, story = visit.open("#/overview/1"), example.found.stories[0]
    assert page.inner_text("h1") == story.title
    steps = [int(n.split("–")[0]) for n in page.locator(".funnel b").all_inner_texts()]
    best = max(c.ladder.origins_min for c in story.claims if c.ladder)
    assert steps == [len(story.documents), len({d.publisher for d in story.documents}), story.texts, best]
    alone = [c for c in story.claims if c.ladder and c.ladder.origins_max <= 1]
    assert page.inner_text("#alone .n") == str(len(alone))
    echoed = [c for c in alone if c.ladder and c.ladder.outlets > 1]
    assert page.inner_text("#echoed .n") == str(len(echoed))


def test_the_board_has_every_claim_with_its_accounts_and_ladder(visit: Visit, example: Made) -> None:
    for at, story in enumerate(example.found.stories, 1):
        page = visit.open(f"#/claims/{at}")
        seen = numbers(page)
        while page.locator(".pager a", has_text="Next").count():
            page.click(".pager a:has-text('Next')")
            seen += numbers(page)
        assert seen == [c.number for c in story.claims]
    claim = example.found.stories[0].claims[0]
    page = visit.open(f"#/claims/1/{claim.number}")
    row = page.locator(f"#claim-{claim.number}")
    assert row.locator(".account").count() == len(claim.accounts)
    assert row.locator(".relation").count() == len(claim.relations)
    assert claim.ladder is not None
    counts = [int(n.split("–")[0]) for n in row.locator(".ladder dd").all_inner_texts()]
    assert counts == [claim.ladder.outlets, claim.ladder.families, claim.ladder.texts, claim.ladder.origins_min]


def test_filters_leave_just_what_fits(visit: Visit, example: Made) -> None:
    story = example.found.stories[0]
    page = visit.open("#/claims/1")
    page.select_option("select[name=slot]", "toll")
    visit.settle()
    assert numbers(page) == [c.number for c in story.claims if c.slot == "toll"]
    page.select_option("select[name=status]", "overtaken")
    visit.settle()
    overtaken = {c.number for c in story.claims if any(r.words == "overtaken by" for r in c.relations)}
    assert numbers(page) == [c.number for c in story.claims if c.slot == "toll" and c.number in overtaken]
    page.click(".clear")
    visit.settle()
    source = example.data["stories"][0]["sources"][0]
    page.select_option("select[name=source]", source["name"])
    visit.settle()
    assert set(source["claims"]) <= set(numbers(page))
    page.click(".clear")
    visit.settle()
    page.select_option("select[name=support]", "echoed")
    visit.settle()
    assert set(numbers(page)) == set(example.data["stories"][0]["top"]["echoed"])


def test_orders(visit: Visit, example: Made) -> None:
    ladders = {c.number: c.ladder for c in example.found.stories[0].claims}
    page = visit.open("#/claims/1?sort=support")
    lows = [ladder.origins_min for n in numbers(page) if (ladder := ladders[n])]
    assert lows == sorted(lows, reverse=True)
    page = visit.open("#/claims/1?sort=dispute")
    first = page.locator(".claim").first
    assert first.locator(".status.bad").count() > 0


def test_a_chip_leads_to_the_other_claim(visit: Visit, example: Made) -> None:
    page = visit.open("#/claims/1?sort=dispute")
    chip = page.locator("a.chip").first
    other = int(re.findall(r"\d+", chip.inner_text())[-1])
    chip.click()
    visit.settle()
    assert page.evaluate("location.hash") == f"#/claims/1/{other}"
    assert page.locator(f"#claim-{other}.lit").count() == 1


def test_keyboard(visit: Visit, example: Made) -> None:
    page = visit.open("#/claims/1")
    first, second = numbers(page)[:2]
    page.keyboard.press("j")
    visit.settle()
    page.keyboard.press("j")
    visit.settle()
    assert page.evaluate("document.activeElement.id") == f"claim-{second}"
    page.keyboard.press("k")
    visit.settle()
    assert page.evaluate("location.hash") == f"#/claims/1/{first}"
    page.keyboard.press("?")
    visit.settle()
    assert page.locator("dialog[open]").count() == 1
    page.keyboard.press("Escape")
    visit.settle()
    assert page.locator("dialog[open]").count() == 0
    page.keyboard.press("/")
    visit.settle()
    page.keyboard.type("dam")
    shown = numbers(page)
    assert shown
    assert len(shown) < len(example.found.stories[0].claims)
    for number in shown:
        assert "dam" in page.inner_text(f"#claim-{number}").lower()


def test_a_link_restores_claim_filter_and_page(visit: Visit, example: Made) -> None:
    last = example.found.stories[0].claims[-1]
    page = visit.open(f"#/claims/1/{last.number}")
    assert page.evaluate("document.activeElement.id") == f"claim-{last.number}"
    page = visit.open("#/claims/1?slot=toll&sort=support")
    assert page.input_value("select[name=slot]") == "toll"
    assert page.input_value("select[name=sort]") == "support"
    page.go_back()
    page = visit.open("#/nonsense/99/x?y")
    assert page.inner_text(".kicker") == "Overview"


def test_timeline(visit: Visit, example: Made) -> None:
    story = example.data["stories"][0]
    page = visit.open("#/timeline/1?all=1")
    timed = [c for c in story["claims"] if c["times"]]
    assert page.locator(".happening").count() == sum(len(c["times"]) for c in timed)
    dated = [d for d in example.found.stories[0].documents if d.published]
    assert page.locator(".published li").count() == len(dated)
    assert page.locator(".happening.overtaken").count() > 0
    happening = page.locator(".happening").first
    happening.locator("a").focus()
    assert page.locator(".links path.told.lit").count() > 0
    assert page.locator(".published li.lit").count() > 0


def test_a_map_without_coordinates_says_why(visit: Visit, example: Made) -> None:
    page = visit.open("#/map/1")
    assert "has coordinates" in page.inner_text("main")
    assert page.locator(".places li").count() == len(example.data["stories"][0]["places"])


def test_lineage(visit: Visit, example: Made) -> None:
    lineage = example.data["stories"][0]["lineage"]
    page = visit.open("#/lineage/1/0")
    assert page.locator(".graph path.edge").count() == len(lineage["edges"])
    linked = {end for edge in lineage["edges"] for end in (edge["copy"], edge["exemplar"])}
    assert page.locator(".node").count() == len(linked)
    absent = [n for n in linked if lineage["nodes"][n]["document"] < 0]
    assert page.locator(".node.absent").count() == len(absent)
    pair = lineage["shared"][0]
    heads = page.locator(".two h3").all_inner_texts()
    assert f"{round(100 * pair['share_of_left'])}%" in heads[0]
    assert f"{round(100 * pair['share_of_right'])}%" in heads[1]
    assert page.locator(".two blockquote").count() == 2 * len(pair["passages"])


def test_sources_and_names(visit: Visit, example: Made) -> None:
    story = example.data["stories"][0]
    page = visit.open("#/sources/1")
    assert page.locator(".sources tbody tr").count() == len(story["sources"])
    assert page.locator(".sources .party").count() == sum(1 for s in story["sources"] if s["party"])
    assert page.locator(".naming table").count() == len(story["naming"])
    page.locator(".sources tbody th a").first.click()
    visit.settle()
    assert page.input_value("select[name=source]") == story["sources"][0]["name"]


def test_a_highlight_leads_to_its_row(visit: Visit, example: Made) -> None:
    page = visit.open("#/documents/1/0")
    document = example.data["documents"][0]
    marked = {row for block in document["blocks"] for piece in block["pieces"] if len(piece) > 1 for row in piece[2]}
    assert marked == set(range(len(document["rows"])))
    page.locator(".text a.mark.content").first.click()
    visit.settle()
    at = int(re.findall(r"row=(\d+)", page.evaluate("location.hash"))[0])
    assert document["rows"][at]["id"] in page.inner_text(".panel")
    assert page.locator(".text a.lit").count() > 0


def test_method_names_every_activity_and_capture(visit: Visit, example: Made) -> None:
    page = visit.open("#/method/1")
    text = page.inner_text("main")
    for activity in example.found.activities:
        assert activity.stage in text
    for capture in example.found.captures.values():
        assert capture.digest in text


def test_the_claim_sheet_prints_every_claim(visit: Visit, example: Made) -> None:
    page = visit.open("#/claims/1")
    assert page.pdf()[:5] == b"%PDF-"
    page = visit.open("#/print/1")
    claims = [c for story in example.found.stories for c in story.claims]
    assert page.locator(".entry").count() == len(claims)
    assert page.locator(".endnotes li").count() == len(example.found.documents)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#print .entry").count() == len(claims)
    assert not page.locator("#report").is_visible()
    assert page.locator("#print").is_visible()
