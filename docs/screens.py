"""Pictures of the report's views, for the documentation, from stories that were invented for Sayso.

    python docs/screens.py [--only WORDS]

Writes docs/images/NAME-wide.png and NAME-phone.png: every view on a wide light screen and on a dark phone. Needs
Chromium and the built report (`make frontend`); says so and writes nothing where either is missing.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from sayso import documents
from sayso.demo import articles_in
from sayso.exports.report import bundle, write_report
from sayso.exports.view import view
from sayso.pipeline import read_into, relate
from sayso.record.store import Record

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
SCREENS = {
    "wide": ({"width": 1440, "height": 900}, "light"),
    "phone": ({"width": 390, "height": 844}, "dark"),
}
EXAMPLE, PLACES = "examples", "tests/corpora/dev/border-crossing"  # the places of the example are invented too

#: Each picture: its name, the story, the view, where to scroll to first.
PICTURES = (
    ("overview", EXAMPLE, "#/overview/1", ""),
    ("claims", EXAMPLE, "#/claims/1", ""),
    ("timeline", EXAMPLE, "#/timeline/1/2", ""),
    ("map", PLACES, "#/map/1/1", ""),
    ("lineage", EXAMPLE, "#/lineage/1/0", ""),
    ("sources", EXAMPLE, "#/sources/1", ""),
    ("names", EXAMPLE, "#/sources/1", "#naming"),
    ("documents", EXAMPLE, "#/documents/1/1?row=2", ""),
    ("method", EXAMPLE, "#/method/1", ""),
)


def report_of(folder: str, place: Path) -> Path:
    """The report of the pages in a folder of this repository; paths in it begin at the repository."""
    written = place / f"{Path(folder).name}.html"
    with Record(place / f"{Path(folder).name}.sayso") as record:
        pages = map(str, articles_in(Path(folder)))
        read_into(record, documents.read(*pages, now="2025-11-22T09:00:00+00:00"))
        relate(record)
        written.write_text(write_report(view(record)), encoding="utf-8")
    return written


def shoot(browser: Any, reports: dict[str, Path], only: str) -> None:
    for screen, (size, scheme) in SCREENS.items():
        page = browser.new_page(viewport=size, color_scheme=scheme)
        for name, folder, route, first in PICTURES:
            if only not in name:
                continue
            page.goto("about:blank")
            page.goto(reports[folder].as_uri() + route)
            page.wait_for_selector("main h1")
            page.wait_for_timeout(600)  # the map unpacks its borders
            if first:
                page.locator(first).scroll_into_view_if_needed()
                page.evaluate(f"document.querySelector('{first}').scrollIntoView()")
            page.mouse.move(0, 0)
            save(page.screenshot(), IMAGES / f"{name}-{screen}.png")
        page.close()


def save(picture: bytes, path: Path) -> None:
    """Writes a picture in 128 colours: a third of the size, and no different to the eye."""
    from PIL import Image

    with Image.open(io.BytesIO(picture)) as whole:
        whole.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="pictures whose name holds this")
    asked = parser.parse_args(argv)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None or bundle() is None:
        print("no pictures were made: they need Chromium, and the report's script (make frontend)")
        return 0
    from playwright.sync_api import sync_playwright

    os.chdir(ROOT)
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        reports = {folder: report_of(folder, Path(place)) for folder in (EXAMPLE, PLACES)}
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        shoot(browser, reports, asked.only)
        browser.close()
    print(f"pictures written to {IMAGES.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
