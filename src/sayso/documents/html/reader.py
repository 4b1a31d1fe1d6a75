"""A web page as a document: all its visible text, its article found by the extractor, its zones by markup and words.

What the article's lines are, ``article`` tells; ``linezones`` gives every line its zone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.documents import flat
from sayso.documents.html import article as articles
from sayso.documents.html import markup, metadata
from sayso.documents.html.article import Words, words_of
from sayso.documents.html.linezones import PageZones, Read, line_range
from sayso.documents.html.marks import Mark
from sayso.documents.page import Given, Page
from sayso.vocab import Zone

#: Pages with more text (characters) or elements than this are not given to the extractor, which would take minutes.
LARGEST = 3_000_000
MOST_ELEMENTS = 40_000
#: A page whose article lies in its JSON-LD only (a script would show it) has at least this many words there.
FEWEST_WORDS = 40
#: A teaser has at most one in this many of an article's words.
TEASED = 4


class HtmlPage(NamedTuple):
    """The page, and what could not be read of it, in sentences."""

    page: Page
    reasons: tuple[str, ...]


def read_page(source: str, *, capture_id: str, uri: str, given: Given) -> HtmlPage:
    """The document of a web page; with ``given.prose`` all of it but captions is the article. Never fails."""
    parsed = markup.read_markup(source)
    if parsed is None:
        page = flat.assemble("", [], capture_id=capture_id, uri=uri, given=given, metadata=None)
        return HtmlPage(page, ("there is no markup in it",))
    text, lines = markup.read_lines(parsed.tree)
    known = metadata.read_metadata(parsed.tree, given.url or (uri if "://" in uri else None))
    reasons = []
    if parsed.flattened:
        reasons.append("its elements are nested too deep to follow; the deepest were read as plain lines")
    if given.prose:
        ranges = [
            line_range(line, Zone.CAPTION if any(own is Mark.CAPTION for own, _ in line.marks) else Zone.BODY)
            for line in lines
        ]
    else:
        told_of = given if given.publisher else given._replace(publisher=known.metadata.publisher)
        read = Read.of(text, lines, told_of)
        article, body = "", frozenset[int]()
        if len(text) <= LARGEST and parsed.elements <= MOST_ELEMENTS:
            markup.thin(parsed.tree)
            told = [index for index, zone in enumerate(read.worded) if zone is Zone.BODY]
            article, body = articles.find_body(parsed.tree, given.url, read.lines, read.words, told)
        else:
            reasons.append("it is too large for the article extractor; zones are by lines only")
        if articles.lacks_most(read.words, body, article) and (whole := markup.read_markup(source)):
            read = Read.of(*markup.read_lines(whole.tree, hidden=True), told_of)
            body = articles.body_lines(read.lines, read.words, article)
            reasons.append("most of the article is in elements that the page hides; all hidden elements were read too")
        if _is_elsewhere(known.article_text, read.words, body):
            read = Read.of(*articles.with_article(read.text, read.lines, known.article_text), told_of)
            body = articles.body_lines(read.lines, read.words, known.article_text)
            reasons.append("the article is not in the page's visible text but in its JSON-LD, which was read instead")
        text = read.text
        ranges = PageZones(read, body).label(given.title or known.metadata.title)
    page = flat.assemble(text, ranges, capture_id=capture_id, uri=uri, given=given, metadata=known.metadata)
    return HtmlPage(page, tuple(reasons))


def _is_elsewhere(stated: str, words: Sequence[Words], body: frozenset[int]) -> bool:
    """Whether the article that the page's JSON-LD states is not what its lines ``body`` hold: no more than a teaser of
    it, if that."""
    count = len(words_of(stated)) if stated else 0
    if count < FEWEST_WORDS or sum(len(words[index]) for index in body) * TEASED > count:
        return False
    return not body or articles.lacks_most(words, body, stated)
