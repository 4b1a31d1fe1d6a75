import hashlib

import pytest

from sayso import documents
from sayso.documents.encoding import Decoded
from sayso.documents.formats import readings
from sayso.documents.formats.readings import (
    Location,
    capture_of,
    encoding_reasons,
    problem_reading,
    problems,
    read_text,
    read_web_page,
)
from sayso.documents.page import Given

SENTENCE = "The council of Eastport voted on Thursday to close the old swimming pool, its clerk said."


def capture(data, retrieved_at=None):
    return capture_of(data, Location("pool.txt"), "text/plain", retrieved_at)


def test_a_capture_is_named_by_its_bytes_and_place_not_by_its_time():
    first, later = capture(b"words", "2024-05-16T00:00:00Z"), capture(b"words", "2025-01-01T00:00:00Z")
    assert first.digest == hashlib.sha256(b"words").hexdigest()
    assert first.id == later.id != capture(b"other words").id


def test_a_problem_is_said_once():
    assert [p.reason for p in problems("x", ["one", "two", "one"])] == ["one", "two"]
    assert problem_reading("x", "one").page is None


@pytest.mark.parametrize(
    ("decoded", "words"),
    [
        (Decoded("x", "utf-8", 0), None),
        (Decoded("x", "utf-8", 3), "3 places were not valid utf-8 and were replaced"),
        (Decoded("x", "cp1252", 0, guessed=True), "read as cp1252, a guess"),
        (Decoded("x", "cp1252", 1, guessed=True), "not valid cp1252 (a guess)"),
    ],
)
def test_what_became_of_the_bytes_is_said_where_it_matters(decoded, words):
    said = encoding_reasons(decoded)
    assert (words in said[0]) if words else not said


def test_text_and_page_carry_their_bytes():
    text = read_text(capture(SENTENCE.encode()), SENTENCE.encode(), Given(prose=True))
    page = read_web_page(capture(SENTENCE.encode()), SENTENCE.encode(), Given(prose=True))
    assert text.data == page.data == SENTENCE.encode()
    assert text.page.document.text == page.page.document.text == SENTENCE
    assert text.problems == page.problems == ()


def test_the_encoding_that_http_states_is_used():
    data = "<p>Café owners said so.</p>".encode("cp1252")
    found = read_web_page(capture(data), data, Given(prose=True), declared="iso-8859-1")
    assert found.page.document.text == "Café owners said so."


def test_a_text_without_an_article_says_so():
    found = read_text(capture(b"Log in"), b"Log in", Given())
    assert "no article text found" in found.problems[0].reason
    assert found.problems[0].subject == found.capture.id


@pytest.mark.parametrize("read", [read_text, read_web_page])
def test_a_text_that_is_too_long_is_left_out(read, monkeypatch):
    monkeypatch.setattr(readings, "LARGEST", 10)
    found = read(capture(SENTENCE.encode()), SENTENCE.encode(), Given())
    assert (found.page, found.data) == (None, SENTENCE.encode())  # the ledger keeps what the capture's digest is of
    assert "left out" in found.problems[0].reason


def test_lines_are_counted_whatever_ends_them():
    (found,) = documents.read(b"a\r" * 300_000)
    assert "200,000 lines" in found.problems[0].reason
