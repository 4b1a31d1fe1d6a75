"""Which sources are surely one by two names."""

from __future__ import annotations

import pytest

from sayso.relations.names.introductions import Introduction
from sayso.relations.origins.onenames import one_names

LUND = {"petar lund": [Introduction("Harlow Governor Petar Lund", frozenset())]}
BEFORE = {"petar lund": [Introduction("former Harlow Governor Petar Lund", frozenset())]}
BOTH = LUND | {"ida voss": [Introduction("Ida Voss, acting Harlow governor", frozenset())]}
TWO = LUND | {"ida voss": [Introduction("Ida Voss, the governor of Harlow", frozenset())]}


@pytest.mark.parametrize(
    ("people", "bodies", "introduced", "found"),
    [
        (["Petar Lund", "Petar Aldo Lund"], [], {}, {"Petar Lund": "Petar Aldo Lund"}),
        (["Petar Lund", "Petar Aldo Lund", "Petar Emil Lund"], [], {}, {}),
        (["Petar Lund", "Petar Lund Jr"], [], {}, {}),
        (["Mike Lund", "Michael Lund"], [], {}, {"Mike Lund": "Michael Lund"}),
        (["Mike Lund", "Michael A. Lund"], [], {}, {"Mike Lund": "Michael A. Lund"}),
        (["Mike Lund", "Martin Lund"], [], {}, {}),
        (["Petar Lund", "Ida Aldo Lund"], [], {}, {}),
        (["Petar Lund"], ["Harlow governor"], LUND, {"Harlow governor": "Petar Lund"}),
        (["Petar Lund"], ["Harlow governor"], BEFORE, {}),
        (["Petar Lund", "Ida Voss"], ["Harlow governor"], BOTH, {"Harlow governor": "Petar Lund"}),
        (["Petar Lund", "Ida Voss"], ["Harlow governor"], TWO, {}),
        (["Petar Lund"], ["Velm governor"], LUND, {}),
        ([], ["defence ministry", "defense ministry"], {}, {"defense ministry": "defence ministry"}),
        ([], ["Ministry of Defence", "Defense Ministry"], {}, {"Defense Ministry": "Ministry of Defence"}),
        ([], ["Defence Ministry", "Health Ministry"], {}, {}),
    ],
)
def test_one_by_two_names(
    people: list[str], bodies: list[str], introduced: dict[str, list[Introduction]], found: dict[str, str]
) -> None:
    assert one_names({*people, *bodies}, people, introduced) == found
