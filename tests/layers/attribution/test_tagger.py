"""The trained tagger on news made up for these tests."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.layers.attribution import tagger
from sayso.layers.attribution.tagger import Network, Scored, network, tag_attributions
from sayso.layers.attribution.windows import Window
from sayso.layers.parsing.parse import Parse, Sentence, read_sentences
from sayso.types import Block, Document, Span
from sayso.vocab import Zone

CASES = [
    # text, then for each attribution: source | cue | words that its content must hold
    (
        "Transport minister Ilse Vandam said the Corran tunnel would stay shut until June.",
        ["Transport minister Ilse Vandam | said | tunnel would stay shut"],
    ),
    (
        "“We will appeal,” said Bram Okoye, a lawyer for the miners.",
        ["Bram Okoye | said | We will appeal"],
    ),
    (
        "The verdict will be read out on Friday, according to the court's clerk.",
        ["court | according to | verdict will be read out"],
    ),
    (
        "Doctors believe that the outbreak began at a market, while the mayor denied that anyone had fallen ill there.",
        ["Doctors | believe | the outbreak began at a market", "the mayor | denied | anyone had fallen ill"],
    ),
    (
        "“The pumps failed twice,” she said. “Nobody came.”",
        ["she | said | The pumps failed twice"],
    ),
    ("The bridge was opened in 1931. It carries two lanes of traffic.", []),
    ("Sunday, 4 May", []),
]


def page_of(text: str) -> tuple[Document, Parse]:
    """A document of one sentence, without the parser."""
    document = Document(capture_id="capture-0", uri="memory:", text=text)
    sentence = Sentence(document.id, 0, 0, Zone.BODY, 0, len(text), ())
    return document, Parse(document.id, (sentence,))


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_attributions(page: Callable[..., Any], text: str, expected: list[str]) -> None:
    given_page = page(text)
    found = tag_attributions(given_page.document, given_page.parse)

    def said(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(text[s:e] for s, e in spans)

    assert len(found) == len(expected), [(said(a.source), said(a.cue), said(a.content)) for a in found]
    for one, line in zip(found, expected, strict=True):
        source, cue, content = line.split(" | ")
        assert source in said(one.source)
        assert cue in said(one.cue)
        assert content in said(one.content)
        assert 0 < one.score <= 1


def test_headline_and_paragraphs_are_read_apart(page: Callable[..., Any]) -> None:
    lines = [
        "Pilots reject pay offer, union says",
        "The airline said it was “surprised”.",
        "Flights will resume on Monday, a spokeswoman said.",
    ]
    text = "\n".join(lines)
    given_page = page(text, zones="headline body body")
    found = tag_attributions(given_page.document, given_page.parse)
    assert sorted({text.count("\n", 0, a.cue[0][0]) for a in found}) == [0, 1, 2]
    for one in found:
        spans = (*one.source, *one.cue, *one.content)
        assert len({text.count("\n", 0, s) for s, _ in spans}) == 1


def test_the_same_text_gives_the_same_attributions() -> None:
    text = "The agency said on Tuesday that seven ships were missing, but the port authority rejected the figure. " * 12
    document, parse = page_of(text)
    assert tag_attributions(document, parse) == tag_attributions(document, parse) != []


@pytest.mark.parametrize(
    "text",
    [
        "x" * 10_000,
        "😀" * 500,
        "said " * 3000,
        '"' * 2000,
        "\u202eevil\u202c said \x00\x01",
        "says",
        "؟ قال",
        "\ufeff…",
    ],
    ids=["long word", "emoji", "many cues", "quotes", "control", "one word", "Arabic", "marks"],
)
def test_odd_text_does_no_harm(text: str) -> None:
    for one in tag_attributions(*page_of(text)):
        for start, end in (*one.source, *one.cue, *one.content):
            assert 0 <= start < end <= len(text)


def test_another_headline_changes_nothing_of_how_a_text_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    batches: list[list[str]] = []
    read = tagger.score_windows

    def watched(windows: Sequence[Window], net: Network) -> Iterator[Scored]:
        batches.append([text[w.words[0][0] : w.words[-1][1]] for w in windows])
        return read(windows, net)

    monkeypatch.setattr(tagger, "score_windows", watched)
    text = "Levee falls in Vask\nThe mayor said the levee fell at dawn."
    document = Document(capture_id="capture-0", uri="memory:", text=text)
    head, body = (Span(document.id, *m.span()) for m in re.finditer(r"[^\n]+", text))
    blocks = [Block(span=head, zone=Zone.HEADLINE), Block(span=body, zone=Zone.BODY)]
    tag_attributions(document, read_sentences(document, blocks))
    assert batches == [["Levee falls in Vask"], ["The mayor said the levee fell at dawn."]]


def test_nothing_in_nothing_out() -> None:
    document = Document(capture_id="capture-0", uri="memory:", text="")
    assert tag_attributions(document, Parse(document.id)) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(["Vask", "said", "that", "“", "”", ".", "the", "levee", "fell", "\n", "—", "é", "😀"])))
def test_spans_lie_in_the_text_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    found = tag_attributions(*page_of(text)) if text.strip() else []
    for one in found:
        assert one.cue
        assert one.content
        for spans in (one.source, one.cue, one.content):
            ends = [0, *(e for _, e in spans)]
            assert all(before <= s < e <= len(text) for before, (s, e) in zip(ends, spans, strict=False))


def test_the_network_is_loaded_once() -> None:
    assert network() is network()
