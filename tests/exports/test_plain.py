"""The plain report: whole, offline, and deaf to what pages try to smuggle in."""

from __future__ import annotations

import base64
import hashlib
import html.parser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from sayso.exports.plain import write_plain
from sayso.exports.view import view


class Reader(html.parser.HTMLParser):
    """Collects the elements, and whatever would be fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes)))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] == "script":
            self.scripts.append(data)


@pytest.fixture
def report(record) -> str:
    return write_plain(view(record))


def test_it_shows_the_claims_and_the_texts(report: str) -> None:
    assert "Bridge at Arvel closed" in report
    assert "Ana Ruiz" in report
    assert "How the origins were counted" in report
    assert 'class="zone-furniture"' in report


def test_nothing_is_fetched(report: str) -> None:
    reader = Reader()
    reader.feed(report)
    for tag, attributes in reader.elements:
        assert tag not in ("img", "link", "iframe", "object", "embed", "base"), tag
        assert "src" not in attributes
        assert (attributes.get("href") or "#").startswith("#"), attributes
        assert not any(name.startswith("on") for name in attributes)
        assert "style" not in attributes, "inline styles are refused by the policy"
    assert "default-src 'none'" in report


def test_what_a_page_holds_is_text(report: str) -> None:
    assert "<script>alert(1)" not in report
    assert "&lt;script&gt;alert(1)" in report
    assert "\u202e" not in report
    assert "⟨U+202E⟩" in report


def test_the_policy_allows_just_the_one_script_and_style(report: str) -> None:
    for kind in ("script", "style"):
        (source,) = re.findall(rf"<{kind}>(.*?)</{kind}>", report, flags=re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in report or f"{kind}-src &#39;sha256-{digest}&#39;" in report


def test_links_within_lead_somewhere(report: str) -> None:
    reader = Reader()
    reader.feed(report)
    ids = {attributes["id"] for _, attributes in reader.elements if "id" in attributes}
    for _, attributes in reader.elements:
        if attributes.get("href"):
            assert attributes["href"].removeprefix("#") in ids


def test_texts_can_be_left_out(record) -> None:
    without = write_plain(view(record), texts=False)
    assert "was left out" in without
    assert 'class="zone-furniture"' not in without
    assert "Up to 30 people were hurt" in without


@pytest.mark.skipif(shutil.which("chromium") is None, reason="Debian's chromium is not installed")
def test_it_runs_in_a_browser_without_a_complaint(report: str, tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    page.write_text(report, encoding="utf-8")
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        f"--user-data-dir={tmp_path / 'profile'}", "--enable-logging=stderr", "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert "2 claims</output>" in done.stdout, "the script did not run"
    complaints = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    assert complaints == []
