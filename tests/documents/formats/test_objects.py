import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.formats import objects
from sayso.documents.formats.objects import parse_object, read_json, read_lines, read_object
from sayso.documents.formats.readings import finished
from sayso.vocab import DateBasis, Zone

TEXT = "Bridge opens\n\nThe mayor of Eastport opened the new bridge on Tuesday, the council said in a statement.\n"


def lines(*objects_or_lines):
    data = b"\n".join(o if isinstance(o, bytes) else json.dumps(o).encode() for o in objects_or_lines)
    return list(map(finished, read_lines(io.BytesIO(data), uri="in.jsonl", now="2024-05-16T00:00:00Z")))


def reasons(reading):
    return " / ".join(problem.reason for problem in reading.problems)


def test_a_line_is_a_page_whose_text_is_kept_to_the_letter():
    text = TEXT + "  \u00a0 trailing\r\n"
    (found,) = lines({"id": "a", "text": text, "published": "2024-05-15", "publisher": "Eastport Gazette"})
    document = found.page.document
    assert document.text == text
    assert (document.label, document.publisher) == ("a", "Eastport Gazette")
    assert (document.published.date, document.published.basis) == ("2024-05-15", DateBasis.GIVEN)
    assert found.problems == ()


def test_a_capture_says_where_in_the_file_the_line_lay():
    _, second = lines({"id": "a", "text": TEXT}, {"id": "b", "text": TEXT, "url": "https://eastport.example/b"})
    capture = second.capture
    first_length = len(json.dumps({"id": "a", "text": TEXT})) + 1
    assert (capture.uri, capture.container) == ("https://eastport.example/b", "in.jsonl")
    assert (capture.offset, capture.length) == (first_length, len(second.data))
    assert capture.retrieved_at == "2024-05-16T00:00:00Z"


def test_html_and_prose():
    html, prose = lines({"id": "h", "html": f"<p>{TEXT}</p>"}, {"id": "p", "text": TEXT, "prose": True})
    assert "opened the new bridge" in html.page.document.text
    assert {block.zone for block in prose.page.blocks} == {Zone.BODY}


def test_what_annotate_writes_can_be_read_again():
    (found,) = lines({"schema": 1, "id": "a", "text": TEXT, "published": {"date": "2024-05-15", "basis": "stated"}})
    assert found.page.document.published.date == "2024-05-15"
    assert found.problems == ()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{not json", "not JSON"),
        (b"[1, 2]", "not a JSON object"),
        (b'"text"', "not a JSON object"),
        (b"[" * 200_000, "nested too deep"),
        (b'{"n": ' + b"9" * 5000 + b"}", "not JSON"),
        ({"id": "a"}, "neither text nor html"),
        ({"id": "a", "text": 5}, "text must be a string"),
        ({"id": "a", "html": ["x"]}, "html must be a string"),
    ],
)
def test_a_bad_line_is_said_and_the_next_one_read(line, reason):
    bad, good = lines(line, {"id": "good", "text": TEXT})
    assert bad.page is None
    assert reason in reasons(bad)
    assert bad.problems[0].subject == "in.jsonl:1"
    assert good.page.document.label == "good"


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("published", "2024-13-01", "published must be a day"),
        ("published", "May 2024", "published must be a day"),
        ("published", 20240501, "published must be a day"),
        ("url", 5, "url must be a string"),
        ("publisher", ["a"], "publisher must be a string"),
        ("title", {}, "title must be a string"),
        ("prose", "yes", "prose must be true or false"),
        ("id", [], "id must be a string"),
        ("html", "<p>x</p>", "both text and html"),
    ],
)
def test_a_bad_field_is_left_out_and_said(field, value, reason):
    (found,) = lines({"id": "a", "text": TEXT, field: value})
    assert found.page.document.text == TEXT
    assert reason in reasons(found)


def test_halves_of_surrogate_pairs_become_replacement_characters():
    (found,) = lines(b'{"id": "a\\udfff", "text": "One \\ud800 two \\ud83d\\ude00.", "title": "T\\udc00"}')
    assert found.page.document.text == "One \ufffd two 😀."
    assert "text holds 1 halves" in reasons(found)
    assert found.page.document.label == "a\ufffd"


def test_null_characters_are_kept():
    (found,) = lines({"id": "a", "text": "One\x00two said so."})
    assert found.page.document.text == "One\x00two said so."


def test_invalid_utf_8_in_a_line_is_said():
    (found,) = lines(b'{"id": "a", "text": "caf\xe9 owners said"}')
    assert found.page.document.text == "caf\ufffd owners said"
    assert "not valid UTF-8" in reasons(found)


def test_too_long_a_line_is_passed_over(monkeypatch):
    monkeypatch.setattr(objects, "LONGEST_LINE", 300)
    long, good = lines({"id": "long", "text": "x" * 400}, {"id": "good", "text": TEXT})
    assert (long.page, long.data) == (None, b"")
    assert "line is left out" in reasons(long)
    assert good.page is not None


def test_too_large_a_text_is_left_out(monkeypatch):
    monkeypatch.setattr(objects, "LARGEST", 100)
    assert "left out" in reasons(read_object({"id": "a", "text": "word " * 30}))


def test_a_byte_order_mark_and_empty_lines_do_not_matter():
    found = lines(
        b"\xef\xbb\xbf" + json.dumps({"id": "a", "text": TEXT}).encode(), b"", b"  \r", {"id": "b", "text": TEXT}
    )
    assert [reading.page.document.label for reading in found] == ["a", "b"]


def test_an_object_alone_is_captured_as_json():
    found = read_object({"id": "a", "text": TEXT})
    assert json.loads(found.data) == {"id": "a", "text": TEXT}
    assert found.capture.uri == "a"


def test_numbers_may_be_ids_and_a_missing_id_is_the_place():
    first, second = lines({"id": 7, "text": TEXT}, {"text": TEXT})
    assert (first.page.document.label, second.page.document.label) == ("7", "in.jsonl:2")


def test_a_json_file_may_be_one_object_or_a_list():
    one = list(map(finished, read_json(json.dumps({"id": "a", "text": TEXT}, indent=1).encode(), uri="a.json")))
    two = list(map(finished, read_json(json.dumps([{"id": "a", "text": TEXT}, 5]).encode(), uri="a.json")))
    assert [r.page is not None for r in (*one, *two)] == [True, True, False]
    assert "not JSON" in reasons(next(read_json(b"{", uri="a.json")))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
FIELDS = ("id", "text", "url", "published", "publisher", "title", "prose")


@given(st.dictionaries(st.sampled_from(FIELDS), JSON))
def test_any_object_is_read_or_its_problem_said(value):
    found = read_object(value)
    assert found.page is not None or found.problems


@given(st.binary(max_size=80) | st.text(max_size=40))
def test_any_line_is_an_object_or_has_a_reason(line):
    found, why = parse_object(line)
    assert found is not None or why
