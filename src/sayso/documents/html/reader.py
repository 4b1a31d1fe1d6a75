"""A web page as a document: all its visible text, its article found by trees, its zones by markup and words.

What the article's lines are, ``linetrees`` tells, or ``article`` where the page's data state its words; ``linezones``
gives every line its zone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sayso.documents import flat
from sayso.documents.html import article as articles
from sayso.documents.html import linetrees, markup, metadata
from sayso.documents.html.article import Words, words_of
from sayso.documents.html.linezones import PageZones, Read, line_range
from sayso.documents.html.marks import Mark
from sayso.documents.page import Given, Page
from sayso.vocab import Zone

#: Of pages with more lines than this the article is not looked for: it would take much memory.
MOST_LINES = 20_000
#: So much text in hidden elements (characters), and more than the article has that is seen, may be the article.
FEWEST_HIDDEN = 240
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
    shown = markup.read_lines(parsed.tree)
    text = shown.text
    known = metadata.read_metadata(parsed.tree, given.url or (uri if "://" in uri else None))
    reasons = []
    if parsed.flattened:
        reasons.append("its elements are nested too deep to follow; the deepest were read as plain lines")
    if given.prose:
        ranges = [
            line_range(line, Zone.CAPTION if any(own is Mark.CAPTION for own, _ in line.marks) else Zone.BODY)
            for line in shown.lines
        ]
    else:
        told_of = given if given.publisher else given._replace(publisher=known.metadata.publisher)
        title = given.title or known.metadata.title
        read, body, why = _read_article(parsed.tree, Read.of(shown, told_of), shown.hidden, title, told_of)
        reasons += why
        if is_elsewhere(known.article_text, read.words, body):
            read = Read.of(articles.with_article(read.text, read.lines, read.layout, known.article_text), told_of)
            body = articles.body_lines(read.lines, read.words, known.article_text)
            reasons.append("the article is not in the page's visible text but in its JSON-LD, which was read instead")
        text = read.text
        ranges = PageZones(read, body).label(title)
    page = flat.assemble(text, ranges, capture_id=capture_id, uri=uri, given=given, metadata=known.metadata)
    return HtmlPage(page, tuple(reasons))


def _read_article(
    tree: Any, read: Read, hidden: int, title: str | None, given: Given
) -> tuple[Read, frozenset[int], list[str]]:
    """The page and its article's lines, and what is to be said of them: of all its text, where most of the article is
    in elements that are not seen. ``hidden`` is how much text these have (characters)."""
    if len(read.lines) > MOST_LINES:
        return read, frozenset(), ["it has too many lines for its article to be looked for; zones are by lines only"]
    body = linetrees.find_body(read, title)
    if hidden <= max(FEWEST_HIDDEN, sum(read.lines[index].end - read.lines[index].start for index in body)):
        return read, body, []
    whole = Read.of(markup.read_lines(tree, hidden=True), given)
    found = linetrees.find_body(whole, title) if len(whole.lines) <= MOST_LINES else frozenset[int]()
    counts = [sum(len(of.words[index]) for index in held) for of, held in ((read, body), (whole, found))]
    if counts[1] <= 2 * counts[0]:
        return read, body, []
    said = "most of the article is in elements that the page hides; all hidden elements were read too"
    return whole, found, [said]


def is_elsewhere(stated: str, words: Sequence[Words], body: frozenset[int]) -> bool:
    """Whether the article that the page's JSON-LD states is not what its lines ``body`` hold: no more than a teaser of
    it, if that."""
    count = len(words_of(stated)) if stated else 0
    if count < FEWEST_WORDS or sum(len(words[index]) for index in body) * TEASED > count:
        return False
    return not body or articles.lacks_most(words, body, stated)
