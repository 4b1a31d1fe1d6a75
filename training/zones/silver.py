"""Which lines of a web page an extractor takes for the article's: the silver labels of the trees that read web pages.

Only trainings use it; what Sayso ships reads pages without it.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from copy import copy
from typing import Any

import trafilatura
from trafilatura.settings import Extractor

from sayso.documents.html.article import LEAST, body_lines, words_of
from sayso.documents.html.linezones import Read
from sayso.vocab import Zone


def find_article(tree: Any, url: str | None, *, quick: bool) -> str:
    """The words of the article as the extractor gives them, a paragraph a line; empty if it finds none. ``quick``
    leaves out the other extractors that it compares itself with."""
    options = copy(_options(quick))
    options.url = url
    try:
        found = trafilatura.bare_extraction(tree, options=options)
    except Exception:
        return ""  # it walks hostile trees: whatever it stumbles over, the page has no article for it
    return str(getattr(found, "text", None) or "")


@functools.cache
def _options(quick: bool) -> Any:
    return Extractor(output_format="python", comments=False, fast=quick)


def extracted(tree: Any, url: str | None, read: Read) -> tuple[str, frozenset[int]]:
    """The article as the extractor finds it, and its lines. Where it holds less than a third of what the lines' own
    words say is the article, and has not as many other words, the extractor tries all its other ways too; what holds
    more of that is taken."""
    told = [index for index, zone in enumerate(read.worded) if zone is Zone.BODY]

    def count(indexes: Sequence[int]) -> int:
        return sum(len(read.words[index]) for index in indexes)

    def held(body: frozenset[int]) -> int:
        return count([index for index in told if index in body])

    article = find_article(tree, url, quick=True)
    body = body_lines(read.lines, read.words, article)
    if count(told) >= LEAST and 3 * held(body) < count(told) and len(words_of(article)) < count(told):
        other = find_article(tree, url, quick=False)
        others = body_lines(read.lines, read.words, other)
        if held(others) >= held(body):
            return other, others
    return article, body
