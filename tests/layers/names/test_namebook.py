"""The lexicons of names, and how their forms are found."""

from __future__ import annotations

import re
import string
from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import assets
from sayso.layers.names.namebook import Entry, Form, Namebook, namebook, plain, roles, surnames
from sayso.vocab import Category

FILES = ("outlets.tsv", "groups.tsv", "bodies.tsv", "people.tsv", "demonyms.tsv")
CORPS = Entry("Harbour Corps", Category.ORGANISATION, "bodies")


def book(*forms: str) -> Namebook:
    return Namebook(Form(CORPS, text, False) for text in forms)


FOUND = [
    ("Harbour Corps", "the Harbour Corps said", "Harbour Corps"),
    ("al-Nusra Front", "fighters of Al Nusra Front fled", "Al Nusra Front"),
    ("Hürriyet", "the daily Hurriyet said", "Hurriyet"),
    ("U.S. Navy", "a U.S. Navy ship", "U.S. Navy"),
    ("HC", "the HC said", "HC"),
    ("Tass", "TASS SAID NO", "TASS"),
]


@pytest.mark.parametrize(("form", "text", "words"), FOUND)
def test_found(form, text, words):
    hits = book(form).find(text)
    assert [text[h.start : h.end] for h in hits] == [words]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("HC", "the hc said"),
        ("Harbour Corps", "the harbour corps"),
        ("Harbour Corps", "in Harbour, Corps fought"),
        ("Harbour Corps", "a Harbour Corpse"),
    ],
)
def test_not_found(form, text):
    assert book(form).find(text) == []


def test_the_longest_form_wins():
    hits = book("Harbour Corps", "Harbour Corps of Velmora").find("the Harbour Corps of Velmora left")
    assert [h.forms[0].text for h in hits] == ["Harbour Corps of Velmora"]


@given(st.text(alphabet=string.printable + "“’é\u202e", max_size=200))
def test_hits_lie_in_the_text_and_apart(text):
    hits = namebook().find(text)
    assert all(0 <= h.start < h.end <= len(text) for h in hits)
    assert all(a.end <= b.start for a, b in pairwise(hits))


def test_a_word_of_absurd_length_is_no_name():
    assert namebook().find("A" * 100_000 + " Reuters") != []


@pytest.mark.parametrize("file", FILES)
def test_names_of_a_lexicon_are_its_own(file):
    names = [row["name"] for row in assets.rows(file)]
    assert len(names) == len(set(names))
    assert all(names)


def test_no_form_is_of_two_entries_unless_it_is_said_to_be_ambiguous():
    owners: dict[str, set[str]] = defaultdict(set)
    for file in FILES[:4]:
        for row in assets.rows(file):
            unsure = set(row.get("ambiguous", "").split("|"))
            for form in [row["name"], *row["aliases"].split("|")]:
                if form and form not in unsure:
                    owners[form].add(row["name"])
    assert {form: held for form, held in owners.items() if len(held) > 1} == {}


@pytest.mark.parametrize("file", FILES[:3])
def test_what_is_ambiguous_is_a_form_of_the_entry(file):
    for row in assets.rows(file):
        forms = {row["name"], *row["aliases"].split("|")}
        assert set(filter(None, row["ambiguous"].split("|"))) <= forms, row["name"]


@pytest.mark.parametrize("file", FILES[:4])
def test_a_name_of_two_letters_or_an_ordinary_word_is_ambiguous(file):
    for row in assets.rows(file):
        unsure = set(row.get("ambiguous", "").split("|"))
        for form in [row["name"], *row["aliases"].split("|")]:
            if form in {"IS", "AP", "RT", "WHO", "Time", "Focus", "Vice", "Metro", "Stuff", "AU", "ADF"}:
                assert form in unsure, (file, form)


def test_columns_hold_what_they_say():
    codes = {row["code"] for row in assets.rows("demonyms.tsv") if row["kind"] == "country"}
    for row in assets.rows("outlets.tsv"):
        assert row["kind"] in ("outlet", "agency")
        assert not row["country"] or row["country"] in codes, row
        assert all(re.fullmatch(r"[a-z0-9.-]+(/\w+)?", d) for d in row["domains"].split("|") if d), row
    for row in assets.rows("people.tsv"):
        assert row["gender"] in ("m", "f")
        assert not row["country"] or row["country"] in codes | {"SU"}, row
    assert len(assets.rows("outlets.tsv")) >= 250


def test_roles_and_surnames():
    assert roles()["foreign minister"][0].kind == "title"
    assert {e.name for e in surnames()["putin"]} == {"Vladimir Putin"}
    assert plain("Al-Jazeera’s") == "al jazeera s"
