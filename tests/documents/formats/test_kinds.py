import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.formats.kinds import Kind, kind_of


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"Mayor opens bridge\n\nThe mayor said", "", Kind.TEXT),
        (b"[Updated] Mayor opens bridge", "a.json", Kind.TEXT),
        (b"<3 is what the singer wrote under the picture", "", Kind.TEXT),
        (b"{ this is how the note began }\nand went on", "", Kind.TEXT),
        ("﻿Överenskommelse nådd".encode("utf-16"), "", Kind.TEXT),
        (b"one\x00two and a long line of text behind it, longer than fifty characters", "", Kind.TEXT),
        (b"  <!DOCTYPE html><html>", "", Kind.HTML),
        (b"<!-- saved page --><body><p>Hello", "", Kind.HTML),
        (b'<?xml version="1.0"?><html xmlns="x">', "", Kind.HTML),
        (b"<p>A page about the <feed >of cattle", "", Kind.HTML),
        (b"Some words before <p>markup", "saved.html", Kind.HTML),
        (b'<?xml version="1.0"?>\n<!-- x --><rss version="2.0">', "", Kind.FEED),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "", Kind.FEED),
        (b'<?xml version="1.0"?><rdf:RDF >', "", Kind.FEED),
        (b'<?xml version="1.0"?><urlset>', "", Kind.XML),
        (b'{"id": "a", "text": "b"}\n{"id"', "", Kind.LINES),
        (b'{"id": "a", "text": "' + b"long " * 100, "", Kind.LINES),
        (b"not json\n", "pages.jsonl", Kind.LINES),
        (b"not json\n", "pages.jsonl.gz", Kind.LINES),
        (b'{bad json\n{"id": 1}', "x.ndjson", Kind.LINES),
        (b'{\n "id": "a"\n}', "", Kind.JSON),
        (b'[{"id": "a"}]', "x.json", Kind.JSON),
        (b'[\n {"id": "a", "text": "b"},\n {', "export", Kind.JSON),
        (b"[{Note of the editor: this is how it began}] and went on", "", Kind.TEXT),
        ("Mayor opens bridge and thanks workers".encode("utf-16-le"), "", Kind.TEXT),
        ("<!DOCTYPE html><html><body>Mayor".encode("utf-16-be"), "", Kind.HTML),
        (b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1"', "", Kind.JSON_FEED),
        (b"WARC/1.0\r\n", "", Kind.ARCHIVE),
        (b"\r\nWARC/1.1\r\n", "", Kind.ARCHIVE),
        (b"", "crawl.warc.gz", Kind.ARCHIVE),
        (b"XXRC/1.0\r\nWARC-Type: response\r\n\r\nWARC/1.0\r\n", "crawl.warc", Kind.ARCHIVE),
        (b"A format called WARC/1.0 keeps web pages.", "", Kind.TEXT),
        (b"%PDF-1.7 and so on", "", Kind.PDF),
        (b"From: Ana <ana@eastport.example>\r\nMessage-ID: <1@x>\r\n\r\nHello", "", Kind.MESSAGE),
        (b"Subject: =?utf-8?q?Br=C3=BCcke?=\n folded\nMIME-Version: 1.0\n\n", "", Kind.MESSAGE),
        (b"From: Ana\nSubject: The bridge\n\nHello", "saved.eml", Kind.MESSAGE),
        (b"From: Ana\nSubject: The bridge\n\nHello", "saved.txt", Kind.TEXT),
        (b"By: Ana Lund\nDate: Tuesday\nPlace: Eastport\n\nThe mayor", "", Kind.TEXT),
        (bytes(range(256)), "", Kind.BINARY),
        (b"\x89PNG", "page.html", Kind.BINARY),
        (b"PK\x03\x04", "report.docx", Kind.PACKED),
        (b"PK\x05\x06", "", Kind.PACKED),
    ],
)
def test_content_decides_and_the_name_breaks_ties(head, name, kind):
    assert kind_of(head, name) is kind


@given(st.binary(max_size=300), st.sampled_from(["", "a.html", "b.jsonl", "c.json", "d.txt.gz"]))
def test_anything_has_a_kind(head, name):
    assert isinstance(kind_of(head, name), Kind)


def test_a_page_in_utf_32():
    assert kind_of("<html><p>Words</p></html>".encode("utf-32")) is Kind.HTML
