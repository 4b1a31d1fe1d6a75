import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.encoding import decode, known_encoding

TEXT = "Café owners in Lower Quay said “nothing” — or so it’s told."


@pytest.mark.parametrize(
    ("data", "declared", "encoding"),
    [
        (TEXT.encode(), None, "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), None, "utf-8"),
        (TEXT.encode("utf-16"), None, "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), None, "utf-16-be"),
        (TEXT.encode("cp1252"), "iso-8859-1", "cp1252"),  # as browsers read that name
        (TEXT.encode("cp1252"), "latin1", "cp1252"),
        (TEXT.encode("cp1252"), None, "cp1252"),
        (TEXT.encode(), "no-such-encoding", "utf-8"),
    ],
)
def test_what_is_declared_is_tried_before_utf_8_and_a_guess_comes_last(data, declared, encoding):
    found = decode(data, declared)
    assert (found.text, found.encoding, found.replaced) == (TEXT, encoding, 0)
    assert found.guessed is (declared is None and encoding == "cp1252")


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1251">',
        "<META http-equiv=Content-Type content='text/html; charset=windows-1251'>",
        '<?xml version="1.0" encoding="windows-1251"?>',
    ],
)
def test_a_page_declares_its_encoding(head):
    assert decode((head + "<p>Мост открыт").encode("cp1251"), markup=True).text.endswith("Мост открыт")


def test_a_declaration_inside_counts_for_markup_only():
    assert decode('charset="windows-1251" é'.encode()).encoding == "utf-8"


def test_declared_utf_16_that_can_be_read_as_ascii_is_utf_8():
    assert decode("<meta charset=utf-16><p>é".encode(), markup=True) == ("<meta charset=utf-16><p>é", "utf-8", 0, False)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(encoding):
    text = "Mayor opens bridge – “a good day” for Eastport"
    assert decode(text.encode(encoding)) == (text, encoding, 0, True)
    assert decode(b"\0" * 100 + text.encode()).encoding == "utf-8"


def test_broken_bytes_among_good_utf_8_are_replaced_and_counted():
    found = decode("Café noir, ".encode() + b"\xff and more")
    assert (found.encoding, found.replaced, found.guessed) == ("utf-8", 1, False)
    assert found.text == "Café noir, \ufffd and more"


def test_utf_8_that_is_declared_and_no_sequence_of_which_holds_is_guessed_anew():
    found = decode(TEXT.encode("cp1252"), "utf-8")
    assert (found.text, found.encoding, found.guessed) == (TEXT, "cp1252", True)


def test_a_replacement_character_that_came_as_such_is_not_counted():
    assert decode("it came \ufffd so".encode()).replaced == 0


@pytest.mark.parametrize("label", ["unicode_escape", "idna", "utf-7", "hex", "undefined", "\0", "", "x" * 10_000])
def test_encodings_that_no_page_comes_in_are_not_taken(label):
    assert known_encoding(label) is None


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "shift_jis", "utf-16", "nonsense"]), st.booleans())
def test_any_bytes_become_text(data, declared, markup):
    found = decode(data, declared, markup)
    found.text.encode()
    assert 0 <= found.replaced <= found.text.count("\ufffd")
