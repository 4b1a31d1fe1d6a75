"""Names of sites beside their domains."""

from __future__ import annotations

from sayso.documents.html.sitenames import agree, host_of, in_words


def test_names_and_domains() -> None:
    assert agree("inlandeye.example", "The Inland Eye")
    assert agree("Inland Eye", "www.inlandeye.example")
    assert not agree("eye.example", "Inland Eye")
    assert host_of("https://www.inlandeye.example/pier") == "inlandeye.example"
    assert host_of("http://[broken") is None
    assert host_of(None) is None


def test_domains_are_names_in_one_word_or_their_initials() -> None:
    assert agree("Inlander", "www.inlander.example")
    assert agree("Süd-Kurier", "sued-kurier.example")
    assert agree("Neue Hafen Zeitung", "nhz.example")
    assert agree("Segel-Club Hafen e.V.", "sch78.example")
    assert not agree("Sport", "sport.inlander.example")  # a part of the site
    assert in_words("nhz.example", ["Neue Hafen Zeitung"]) == "Neue Hafen Zeitung"
