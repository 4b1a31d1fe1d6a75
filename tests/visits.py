"""What the browser tests share: reports on disk, visits to them, and sizes of screens."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from sayso.exports.payload import payload_of
from sayso.exports.report import write_report
from sayso.exports.shown import RecordView
from sayso.exports.view import view
from sayso.record.store import Record

ROOT = Path(__file__).resolve().parents[1]
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
VIEWS = ("overview", "claims", "timeline", "map", "lineage", "sources", "documents", "method")


#: Resolves when the page shows the effect of a click or a key, which takes one frame at most.
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))"


class Made(NamedTuple):
    """A report on disk, with the view and the data that it was made from."""

    path: Path
    found: RecordView
    data: dict[str, Any]


class Visit:
    """One page in the browser, with everything it complained about or asked the network for."""

    def __init__(self, page: Any, path: Path):
        self.page, self.path = page, path
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, route: str = "") -> Any:
        """Opens the report anew at a route; returns the page once its view is there."""
        self.page.goto("about:blank")
        self.page.goto(self.path.as_uri() + route)
        self.page.wait_for_selector("main h1")
        return self.page

    def settle(self) -> None:
        """Waits until the page shows what the latest click or key asked for."""
        self.page.evaluate(SETTLED)

    @property
    def fetched(self) -> list[str]:
        """What the page asked for besides the report itself."""
        return [url for url in self.requests if not url.startswith((self.path.as_uri(), "about:"))]


def made(record: Record, path: Path, texts: bool = True) -> Made:
    """Writes the report of a record."""
    found = view(record)
    path.write_text(write_report(found, texts), encoding="utf-8")
    return Made(path, found, dict(payload_of(found, texts)))
