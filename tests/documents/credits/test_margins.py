"""Counts and sections in lines that sign a text."""

from __future__ import annotations

import pytest

from sayso.documents.credits.bylinenames import byline_names
from sayso.documents.credits.margins import blanked
from sayso.documents.credits.notices import zone_of_line
from sayso.documents.credits.parts import Kind
from sayso.documents.credits.signed import signed_parts
from sayso.vocab import Zone


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ada Bell on 3 March 2016 | 18 Comments", "Ada Bell"),
        ("Von Ada Bell Kategorien: Häfen 6. November 2023, 15:25 Uhr", "Ada Bell"),
        ("Ressort: Politik, Autor: Ada Bell", "Ada Bell"),
        ("Catégorie : Culture Par Ada Bell", "Ada Bell"),
        ("Par : Ada Bell | +Mer +Ports", "Ada Bell"),
        ("Publish Date:Sat, 28 Nov 2020 01:34 PM (IST)Author: Ada Bell", "Ada Bell"),
        ("March 4, 2020 • words written by Ada Bell • Art by Lena", "Ada Bell"),
        ("Penulis: Ada Bell", "Ada Bell"),
        ("Lena Ost | 06.11.23", "Lena Ost"),
    ],
)
def test_signs_all_the_same(line: str, name: str) -> None:
    assert zone_of_line(line, near=True) is Zone.BYLINE
    assert [part.name for part in signed_parts(line) if part.kind is Kind.PERSON] == [name]


def test_blanks_are_as_many_as_the_characters() -> None:
    line = "Ada Bell 24 Comments today"
    assert blanked(line) == "Ada Bell             today"
    assert blanked("Ada Bell commented") == "Ada Bell commented"


@pytest.mark.parametrize("line", ["5 Comments By Ada Bell", "By Ada   Bell", "Tags: Häfen | Von Ada Bell"])
def test_names_beside_blanks(line: str) -> None:
    assert [" ".join(name.split()) for name in byline_names(line)] == ["Ada Bell"]


def test_an_article_before_a_noun_is_nobody() -> None:
    assert zone_of_line("El Deporte", near=True) is None
