import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import documents
from sayso.documents.formats import feed as feed_module
from sayso.documents.formats.feed import read_feed, read_json_feed
from sayso.documents.formats.readings import finished
from sayso.vocab import Zone

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Wire</title>
<item><title>Ferry &amp;amp; fog</title><link>https://harbour.example/ferry</link>
<pubDate>Tue, 14 May 2024 18:20:00 +0000</pubDate><description>A ferry ran aground.</description>
<content:encoded><![CDATA[<p>A ferry ran aground in fog, the coastguard said.</p>
<figure><figcaption>The ferry on Monday</figcaption></figure>]]></content:encoded></item>
<item><title>Dam</title><link>https://harbour.example/dam</link><description>The court halted the dam.</description>
<source url="https://northmere.example/rss">Northmere Press</source></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay Notes</title>
<entry><title>Pool</title><link href="https://quay.example/pool"/><published>2024-05-15T08:00:00Z</published>
<content type="html">&lt;p&gt;The pool will close, the council said.&lt;/p&gt;</content></entry></feed>"""


def read(source):
    data = source if isinstance(source, bytes) else source.encode()
    return list(map(finished, read_feed(data, uri="feed.xml", now="2024-05-16T00:00:00Z")))


def reasons(reading):
    return " / ".join(problem.reason for problem in reading.problems)


def test_every_entry_is_a_page_with_what_the_feed_says_of_it():
    ferry, dam = read(RSS)
    document = ferry.page.document
    assert document.text.startswith("A ferry ran aground in fog, the coastguard said.")
    assert (document.headline, document.publisher) == ("Ferry & fog", "Harbour Wire")
    assert (document.uri, document.published.date) == ("https://harbour.example/ferry", "2024-05-14")
    assert [block.zone for block in ferry.page.blocks] == [Zone.BODY, Zone.CAPTION]
    assert (ferry.capture.container, ferry.capture.uri) == ("feed.xml", "https://harbour.example/ferry")
    assert dam.page.document.text == "The court halted the dam."


def test_the_source_that_an_aggregator_names_is_the_publisher():
    assert read(RSS)[1].page.document.publisher == "Northmere Press"


def test_atom():
    (found,) = read(ATOM)
    assert found.page.document.text == "The pool will close, the council said."
    assert found.page.document.published.date == "2024-05-15"


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Tue, 14 May 2024 23:30:00 -0400", "2024-05-14"),
        ("2024-05-14T23:30:00-04:00", "2024-05-14"),
        ("14 May 2024", "2024-05-14"),
        ("no date", None),
        ("Tue, 99 May 2024 23:30:00 -0400", None),
    ],
)
def test_the_day_is_the_outlets_own(stamp, day):
    (found,) = read(
        f"<rss version='2.0'><channel><title>T</title><item><description>Rain fell, the office said.</description>"
        f"<pubDate>{stamp}</pubDate></item></channel></rss>"
    )
    assert (found.page.document.published.date if found.page.document.published else None) == day


def test_json_feed():
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Quay Notes",
        "items": [
            {
                "id": "1",
                "url": "https://quay.example/1",
                "content_html": "<p>Rain fell.</p>",
                "date_published": "2024-05-15T01",
            },
            {"id": "2", "content_text": "Snow fell.", "date_published": "soon"},
            "no item",
        ],
    }
    wrong, first, second = map(finished, read_json_feed(json.dumps(feed).encode(), uri="feed.json"))
    assert (first.page.document.text, first.page.document.published.date) == ("Rain fell.", "2024-05-15")
    assert (second.page.document.text, second.page.document.published) == ("Snow fell.", None)
    assert "not an object" in reasons(wrong)


@pytest.mark.parametrize("source", [b"{", b"[]", b'{"items": 5}', b"[" * 100_000])
def test_a_json_feed_that_is_none_is_said(source):
    (found,) = map(finished, read_json_feed(source, uri="feed.json"))
    assert found.problems


def test_an_entry_without_text_is_said():
    (found,) = read("<rss version='2.0'><channel><title>T</title><item><title>Only this</title></item></channel></rss>")
    assert "no article text found" in reasons(found)


def test_a_feed_without_entries_is_said():
    (found,) = read("<rss version='2.0'><channel><title>T</title></channel></rss>")
    assert "no entries" in reasons(found)


def test_entities_that_grow_without_bound_are_not_read():
    layers = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    (found,) = read(
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{layers}]><rss><channel>&l11;</channel></rss>'
    )
    assert "entities" in reasons(found)


def test_a_feed_cut_short_is_said():
    found = read(RSS[:-120])
    assert any("broken" in reasons(reading) for reading in found)
    assert found[0].page is not None


@given(st.integers(0, len(RSS)), st.binary(max_size=5))
@settings(deadline=None)  # the first call imports the libraries
def test_no_damage_raises(at, piece):
    data = RSS.encode()
    read(data[:at] + piece + data[at + len(piece) :])


def test_no_half_of_a_surrogate_pair_comes_out_of_a_feed():
    feed = {"version": "https://jsonfeed.org/version/1", "title": "\ud800", "items": [{"id": "1", "content_text": "a"}]}
    (found,) = documents.read(json.dumps(feed).encode())
    assert found.page.document.publisher == "\ufffd"


def test_a_feed_that_takes_too_long_is_broken_off(monkeypatch):
    monkeypatch.setattr(feed_module, "READING", 0.2)
    (found,) = documents.read(b"<rss><channel><item><title>" + b"&" * 3_000_000)
    assert "more than 0.2 seconds" in found.problems[0].reason


def test_a_feed_is_decoded_as_pages_are():
    *_, said = read(RSS.replace("fog, the", "fög, thé").encode().replace(b"aground", b"agro\xffund"))
    assert reasons(said).startswith("2 places were not valid utf-8")
    (ferry, *_) = read(RSS.replace("fog, the", "fög, thé").encode("cp1252"))
    assert "fög, thé" in ferry.page.document.text


def test_entities_are_looked_for_in_any_encoding():
    (found,) = read('<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"/>'.encode("utf-16"))
    assert "entities of its own" in reasons(found)
