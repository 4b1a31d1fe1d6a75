"""A small sample of each kind that can be read, made in code, and what must hold whatever the bytes are."""

from __future__ import annotations

import email.message
import gzip
import io
import json
import time
import zipfile
from collections.abc import Iterator
from typing import Any

from sayso.documents import Page, Reading, read

#: CPU seconds that reading one small input may take.
LONGEST = 5.0

WORDS = "The harbour of Eastport stays closed until Friday, a spokeswoman for the port said on Tuesday."
FLAT = f"Menu\nHarbour closed\nBy Ada Quill\nMay 14, 2024\n{WORDS}\n“It’s safe,” she said.\n© 2024 Eastport Ledger\n"
HTML = (
    "<!DOCTYPE html><html><head><title>Harbour closed</title><meta property='og:site_name' content='Eastport Ledger'>"
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-14"}</script></head><body>'
    f"<nav><a href='/'>Home</a></nav><article><h1>Harbour closed</h1><p>{WORDS}</p><figure><img src=\"data:image/png;"
    'base64,AAAA"><figcaption>The quay. (Photo: A. Quill)</figcaption></figure></article></body></html>'
)
RSS = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>Eastport Ledger</title><item><title>Harbour closed</title>"
    "<link>https://eastport.example/a</link><pubDate>Tue, 14 May 2024 10:00:00 GMT</pubDate>"
    f"<description>&lt;p&gt;{WORDS}&lt;/p&gt;</description></item></channel></rss>"
)
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>Ledger</title><entry><title>Harbour</title>"
    f"<updated>2024-05-14T10:00:00Z</updated><content type='html'>{WORDS}</content></entry></feed>"
)
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Eastport Ledger",
    "items": [{"id": "1", "url": "https://eastport.example/a", "content_html": f"<p>{WORDS}</p>"}],
}
OBJECT = {"id": "one", "text": FLAT, "published": "2024-05-14", "publisher": "Eastport Ledger"}


def mail() -> bytes:
    message = email.message.EmailMessage()
    message["From"], message["To"] = "Port Office <press@port.example>", "desk@paper.example"
    message["Subject"], message["Message-ID"] = "Härbour closed", "<1@port.example>"
    message["Date"] = "Tue, 14 May 2024 23:30:00 -0500"
    message.set_content(WORDS)
    message.add_alternative(HTML, subtype="html")
    message.add_attachment(WORDS.encode(), maintype="text", subtype="plain", filename="words.txt")
    return message.as_bytes()


def saved_page() -> bytes:
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://eastport.example/a\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n----b\r\nContent-Type: text/html\r\n'
        f"Content-Transfer-Encoding: binary\r\n\r\n{HTML}\r\n----b--\r\n"
    ).encode()


def pdf() -> bytes:
    """A page of two lines; pdfium finds the objects without a table of them."""
    drawn = b"BT /F1 10 Tf 50 700 Td (The harbour of Eastport stays closed) Tj 0 -12 Td (until Friday.) Tj ET"
    return (
        b"%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n"
        b"4 0 obj\n<< /Length %d >>\nstream\n%b\nendstream\nendobj\n"
        b"5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
        b"trailer << /Root 1 0 R /Size 6 >>\n%%%%EOF\n" % (len(drawn), drawn)
    )


def record(block: bytes, kind: str, media_type: str) -> bytes:
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: https://eastport.example/\r\n"
        f"WARC-Date: 2024-05-17T10:00:00Z\r\nContent-Type: {media_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    ).encode() + block + b"\r\n\r\n"  # fmt: skip


def archive() -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + HTML.encode()
    return record(answer, "response", "application/http; msgtype=response") + record(
        FLAT.encode(), "conversion", "text/plain"
    )


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as whole:
        for name, data in members.items():
            whole.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def samples() -> dict[str, bytes]:
    """A sample of each kind, by name."""
    line = json.dumps(OBJECT).encode()
    whole = archive()
    members = {"a.html": HTML.encode(), "b/c.txt": FLAT.encode(), "mail.eml": mail()}
    return {
        "flat": FLAT.encode(),
        "utf-16": FLAT.encode("utf-16"),
        "html": HTML.encode(),
        "rss": RSS.encode(),
        "atom": ATOM.encode(),
        "jsonfeed": json.dumps(JSON_FEED).encode(),
        "lines": line + b"\n" + line + b"\n",
        "json": json.dumps(OBJECT, indent=1).encode(),
        "mail": mail(),
        "mhtml": saved_page(),
        "pdf": pdf(),
        "warc": whole,
        "warc.gz": gzip.compress(whole, mtime=0) * 2,
        "html.gz": gzip.compress(HTML.encode(), mtime=0),
        "zip": packed(members),
        "zip-stored": packed(members, zipfile.ZIP_STORED),
        "wacz": packed({"archive/a.warc": whole, "datapackage.json": b"{}"}, zipfile.ZIP_STORED),
    }


def faults(data: bytes) -> Iterator[str]:
    """What is wrong with the reading of bytes: nothing may come of none, no character be lost or zoned twice, no string
    be one that UTF-8 cannot hold, and no time be wasted. What is raised is a fault too, and is not caught here."""
    began = time.process_time()
    readings = list(read(data))
    seconds = time.process_time() - began
    if seconds > LONGEST:
        yield f"it took {seconds:.1f} seconds"
    if not readings:
        yield "nothing came of it, and no problem was said"
    for reading in readings:
        if reading.page is None and not reading.problems:
            yield "a reading has neither page nor problem"
        if reading.page is not None:
            yield from _wrong_zones(reading.page)
        yield from _unwritable(reading)


def _wrong_zones(page: Page) -> Iterator[str]:
    text, at = page.document.text, 0
    for block in page.blocks:
        start, end = block.span.start, block.span.end
        if not at <= start < end <= len(text):
            yield f"the block {start}–{end} overlaps another, is empty or lies outside the text"
        if text[at:start].strip():
            yield f"{text[at:start].strip()[:40]!r} is in no zone"
        at = end
    if text[at:].strip():
        yield f"{text[at:].strip()[:40]!r} is in no zone"


def _unwritable(reading: Reading) -> Iterator[str]:
    waiting: list[Any] = [reading._replace(data=b"")]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            try:
                value.encode()
            except UnicodeError:
                yield f"{value[:60]!r} cannot be written"
        elif isinstance(value, tuple | list):
            waiting.extend(value)
        elif hasattr(value, "__dataclass_fields__"):
            waiting.extend(getattr(value, name) for name in value.__dataclass_fields__)
