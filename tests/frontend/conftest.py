"""The report in a real browser: headless Chromium, driven by Playwright. Tests skip where either, or the bundle, is
missing, and say so."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from sayso import documents
from sayso.demo import articles_in
from sayso.exports.report import bundle
from sayso.pipeline import read_into, relate
from sayso.record.store import Record
from visits import ROOT, WIDE, Made, Visit, made


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if chromium() is None:
        pytest.skip("Debian's chromium is not installed")
    if bundle() is None:
        pytest.skip("the report's script is not built (make frontend)")
    from playwright.sync_api import sync_playwright

    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=flags)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The report of the example newswire."""
    folder = tmp_path_factory.mktemp("example")
    pages = [str(page) for page in articles_in(ROOT / "examples")]
    with Record(folder / "example.sayso") as record:
        read_into(record, documents.read(*pages, now="2026-01-01T00:00:00+00:00"))
        relate(record)
        return made(record, folder / "example.html")


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The report of the touchstone pages."""
    pages = ROOT.parent / "shared" / "seeds"
    if not pages.is_dir():
        pytest.skip("the touchstone pages are not beside the repository")
    folder = tmp_path_factory.mktemp("seeds")
    with Record(folder / "seeds.sayso") as record:
        read_into(record, documents.read(str(pages), now="2026-01-01T00:00:00+00:00"))
        relate(record)
        return made(record, folder / "seeds.html")


@pytest.fixture
def visit(browser: Any, example: Made) -> Iterator[Visit]:
    """The example's report on a wide screen; a test that leaves a complaint behind fails."""
    page = browser.new_page(viewport=WIDE)
    visiting = Visit(page, example.path)
    yield visiting
    page.close()
    assert visiting.complaints == []
    assert visiting.fetched == []
