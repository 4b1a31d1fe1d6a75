"""Parses: offsets that slice to their words, sentence ends that newspapers have, nothing that can break it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.layers.parsing import parse
from sayso.layers.parsing.parse import LONGEST, NORMAL, left_out, read_sentences
from sayso.types import Block, Dateline, Document, Span, replaced
from sayso.vocab import Zone
from smallpages import SmallPage, small_page


def sentences(text: str) -> list[str]:
    page = small_page(text)
    return [text[s.start : s.end] for s in page.parse.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam held. The road did not.", ["The dam held.", "The road did not."]),
        ("“We waited… Nobody came,” she said.", ["“We waited…", "Nobody came,” she said."]),
        ("Gen. Ole Brandt of the U.S. said so.", ["Gen. Ole Brandt of the U.S. said so."]),
        ("A line\nAnother line", ["A line", "Another line"]),
        ("   \n\n", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_normalising_keeps_every_offset() -> None:
    text = "“It’s — as\u00a0ever — ‘fine’…”"
    assert len(text.translate(NORMAL)) == len(text)


def test_furniture_is_not_parsed(page: Callable[..., SmallPage]) -> None:
    found = page("Headline here\nMenu\nThe dam held.\nA caption of a dam", zones="headline furniture body caption")
    assert [s.zone for s in found.parse.sentences] == [Zone.HEADLINE, Zone.BODY, Zone.CAPTION]
    assert [s.paragraph for s in found.parse.sentences] == [0, 2, 3]


def parse_with_dateline(text: str, place: str) -> list[str]:
    document = Document(capture_id="capture-0", uri="memory:", text=text, dateline=Dateline(place, None))
    block = Block(span=Span(document.id, 0, len(text)), zone=Zone.BODY)
    return [text[s.start : s.end] for s in read_sentences(document, [block]).sentences]


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("ARVEL (Wire) — The dam held.", "Arvel", ["ARVEL (Wire) —", "The dam held."]),
        ("ARVEL, May 3 (Wire) - The dam held.", "Arvel", ["ARVEL, May 3 (Wire) -", "The dam held."]),
        ("Arvel is a town — a small one.", "Morvik", ["Arvel is a town — a small one."]),
    ],
)
def test_a_dateline_stands_apart(text: str, place: str, expected: list[str]) -> None:
    assert parse_with_dateline(text, place) == expected


def test_another_language_has_no_parse() -> None:
    found = small_page("Der Damm hielt.")
    document = replaced(found.document, language="de")
    assert read_sentences(document, found.blocks).sentences == ()


def test_a_paragraph_without_end_is_cut() -> None:
    text = "word " * (LONGEST // 4)
    found = small_page(text.strip())
    assert found.parse.sentences[-1].end == len(text.strip())
    assert max(s.end - s.start for s in found.parse.sentences) <= LONGEST


def test_a_book_is_parsed_up_to_a_point(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "MOST_PROSE", 60)
    page = small_page("The dam held.\n" * 10)
    assert 0 < len(page.parse.sentences) < 10
    assert left_out(page.blocks) == 10 * len("The dam held.") - 60


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="aB .,…\n\t“”'’—\u202e\x00é漢🙂\u00a0-", max_size=80))
def test_tokens_slice_to_their_words(text: str) -> None:
    page = small_page(text)
    for sentence in page.parse.sentences:
        assert sentence.tokens
        assert sentence.start == sentence.tokens[0].start
        assert sentence.end == sentence.tokens[-1].end
        at = sentence.start
        for token in sentence.tokens:
            assert at <= token.start < token.end <= len(text)
            assert text[token.start : token.end].translate(NORMAL) == token.text
            assert 0 <= token.head < len(sentence.tokens)
            at = token.end


def test_the_tree_can_be_walked() -> None:
    (sentence,) = small_page("The old mayor of Arvel opened the bridge.").parse.sentences
    root = sentence.root
    assert root
    assert root.text == "opened"
    subject = next(t for t in sentence.children(root) if t.dep == "nsubj")
    assert subject.text == "mayor"
    arvel = next(t for t in sentence.tokens if t.text == "Arvel")
    assert [t.text for t in sentence.ancestors(arvel)] == ["of", "mayor", "opened"]
    assert [t.text for t in sentence.between(0, 13)] == ["The", "old", "mayor"]


@pytest.mark.parametrize(
    "text",
    [
        "He told Lt. Col. Ada Moss that Sgt. Tom Ree and Capt. Jan Poll were safe.",
        "Asst. Chief Tom Ree and Supt. Jan Poll met Sens. Ada Moss and Dan Lee.",
        "Cmdr. Ada Moss and Atty. Gen. Tom Ree agreed.",
    ],
)
def test_no_sentence_ends_behind_a_title_cut_short(page: SmallPage, text: str) -> None:
    _, _, parse = page(text)
    assert [text[s.start : s.end] for s in parse.sentences] == [text]
