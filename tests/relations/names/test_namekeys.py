"""What the spellings of one name share, and what those of two names do not."""

from __future__ import annotations

import pytest

from sayso.relations.names.namekeys import BODY, name_key
from sayso.vocab import Category

PERSON, PLACE = Category.PERSON.value, Category.LOCATION.value


@pytest.mark.parametrize(
    ("shape", "names"),
    [
        (BODY, ["Danish Defence Ministry", "Denmark's Ministry of Defence", "Defense Ministry of Denmark"]),
        (BODY, ["Karsk Steel Inc.", "Karsk Steel", "Karsk Steel Ltd"]),
        (BODY, ["the Harrow Centre", "Harrow Center"]),
        (PERSON, ["John F. Harlow", "John Harlow"]),
        (PERSON, ["Mike Harlow", "Michael Harlow"]),
        (PLACE, ["Deir ez-Zor", "Deyr az Zawr"]),
    ],
)
def test_spellings_of_one_name(shape: str, names: list[str]) -> None:
    assert len({name_key(shape, name) for name in names}) == 1


@pytest.mark.parametrize(
    ("shape", "left", "right"),
    [
        (BODY, "Danish Defence Ministry", "Norwegian Defence Ministry"),
        (BODY, "Bank of Harrow", "Bank of Velm"),
        (PERSON, "John Albert Harlow", "John Edward Harlow"),
        (PLACE, "Homs", "Hama"),
    ],
)
def test_two_names(shape: str, left: str, right: str) -> None:
    assert name_key(shape, left) != name_key(shape, right)
