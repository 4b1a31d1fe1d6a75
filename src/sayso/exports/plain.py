"""The plain report: one page without views, which reads without script; also written where the bundle is not built.

Everything that a page says is taken for hostile: the templates escape it, control and direction characters are written
out, and the content security policy of the file allows only the one script and the one style inside it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sayso import __version__
from sayso.exports.payload.pages import LONGEST_SPAN, LONGEST_TEXT
from sayso.exports.shell import asset, digest_of, template
from sayso.exports.shown import RecordView, StoryView, name_of, subject_of, taken_from, twins
from sayso.exports.visible import LONGEST_SAID, printable, shown
from sayso.exports.words import days
from sayso.types import Attribution, Block, Document


class Piece(NamedTuple):
    """A stretch of a block's text, and what covers it."""

    text: str
    roles: tuple[str, ...]  # of "source", "cue", "content"
    attributions: tuple[str, ...]
    title: str


class Paragraph(NamedTuple):
    zone: str
    pieces: list[Piece]


def write_plain(found: RecordView, texts: bool = True) -> str:
    """The whole report as one HTML document. Without ``texts`` it quotes only spans under 200 characters."""
    style, script = asset("templates", "plain.css"), asset("templates", "plain.js")
    return template("plain.html").render(
        found=found,
        stories=[_story(story) for story in found.stories],
        documents=[_document(found, d, texts) for story in found.stories for d in story.documents],
        name_of=name_of,
        subject_of=subject_of,
        taken_from=taken_from,
        texts=texts,
        longest=LONGEST_SAID if texts else LONGEST_SPAN,
        style=style,
        script=script,
        style_hash=digest_of(style),
        script_hash=digest_of(script),
        version=__version__,
        legend=("source", "cue", "content"),
    )


def _story(story: StoryView) -> dict[str, Any]:
    names = {name for c in story.claims if c.ladder for name in c.ladder.names}
    return {
        "view": story,
        "alike": twins(story.documents),
        "when": days(story.span_of_days),
        "where": ", ".join(name for name, _ in story.places[:3]),
        "funnel": [
            (len(story.documents), "articles"),
            (len({name_of(d) for d in story.documents}), "outlets"),
            (story.texts, "texts"),
            (len(names), "named origins"),
        ],
        "slots": sorted({c.slot for c in story.claims}),
        "sources": _sources(story),
    }


def _sources(story: StoryView) -> list[tuple[str, int, list[str]]]:
    """The farthest sources, most quoted first: name, number of accounts, and outlets that quote it."""
    rows = [
        (name, len(told), sorted({name_of(account.document) for _, account in told}))
        for name, told in story.accounts_by_source().items()
    ]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def _document(found: RecordView, document: Document, texts: bool) -> dict[str, Any]:
    blocks = found.blocks.get(document.id, []) if texts else []
    return {
        "row": document,
        "name": name_of(document),
        "paragraphs": list(_paragraphs(document, blocks, found.attributions.get(document.id, []))),
        "cut": len(document.text) > LONGEST_TEXT,
        "credits": found.credits.get(document.id, []),
    }


def _paragraphs(
    document: Document, blocks: Sequence[Block], attributions: Iterable[Attribution]
) -> Iterator[Paragraph]:
    """The document's blocks, cut into pieces by the spans of attributions."""
    marks = _marks(attributions)
    for block in blocks:
        start, end = block.span.start, min(block.span.end, LONGEST_TEXT)
        if start < end:
            inside = [m for m in marks if m[0] < end and start < m[1]]
            yield Paragraph(block.zone.value, list(_pieces(document.text, start, end, inside)))


Mark = tuple[int, int, str, Attribution]


def _marks(attributions: Iterable[Attribution]) -> list[Mark]:
    """Every span of every attribution with its role, in text order."""
    found = [
        (span.start, span.end, role, a)
        for a in attributions
        for role in ("content", "source", "cue")
        for span in getattr(a, role)
        if span.end > span.start
    ]
    return sorted(found, key=lambda m: (m[0], m[1], m[2], m[3].id))


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The text of a range, cut at every edge of a mark."""
    edges = sorted({start, end} | {e for m in marks for e in m[:2] if start < e < end})
    for left, right in itertools.pairwise(edges):
        over = [m for m in marks if m[0] <= left and right <= m[1]]
        chains = sorted({" ‹ ".join(m[3].chain) for m in over})
        yield Piece(
            text=shown(text[left:right]),
            roles=tuple(sorted({m[2] for m in over})),
            attributions=tuple(sorted({m[3].id for m in over})),
            title=printable("; ".join(chains)),
        )
