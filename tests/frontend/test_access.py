"""Nothing that axe-core calls serious or critical, in light and dark, wide and on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import inventedrecords
from visits import PHONE, ROOT, VIEWS, WIDE, Made, Visit, made

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"

pytestmark = pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed (make frontend)")

ROUTES = {
    **{name: f"#/{name}/1" for name in VIEWS},
    "a claim": "#/claims/1/2",
    "a row": "#/documents/1/1?row=0",
    "a pair": "#/lineage/1/0",
    "paper": "#/print/1",
}


def violations(page: Any, axe: Path) -> list[str]:
    page.evaluate(axe.read_text(encoding="utf-8"))  # by the debugger: the policy would refuse it as an element
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{v['id']} ({v['impact']}): {v['nodes'][0]['html'][:200]}"
        for v in found["violations"]
        if v["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_on_a_map(browser: Any, tmp_path: Path, scheme: str) -> None:
    with inventedrecords.make(tmp_path / "places.sayso", 6, 24) as record:
        report = made(record, tmp_path / "places.html")
    page = browser.new_page(viewport=WIDE, color_scheme=scheme)
    visiting = Visit(page, report.path)
    visiting.open("#/map/1/2")
    page.wait_for_selector("path.land", state="attached")
    assert violations(page, AXE) == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nothing_serious(browser: Any, example: Made, scheme: str, size: dict[str, int]) -> None:
    page = browser.new_page(viewport=size, color_scheme=scheme)
    visiting = Visit(page, example.path)
    found = {}
    for name, route in ROUTES.items():
        visiting.open(route)
        if worst := violations(page, AXE):
            found[name] = worst
    page.close()
    assert found == {}
