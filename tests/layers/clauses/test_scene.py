"""Which place ``the town`` means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.layers.clauses.scene import Scene
from sayso.layers.parsing.findings import Findings

MEANT = [
    ("Rebels took the town of Tarven. The town was quiet.", "Tarven"),
    ("Pelm, a small market town, was shelled. The town was quiet.", "Pelm"),
    ("Rebels took the city of Ostrel. The whole town was quiet.", "Ostrel"),
    ("Rebels took the town of Tarven and the town of Pelm. The town was quiet.", None),
    ("Rebels took the village of Tarven. The province was quiet.", None),
    ("Rebels took the town of Tarven. The town of Pelm was quiet.", None),
    ("Rebels took the bridge. The town was quiet.", None),
]


@pytest.mark.parametrize(("text", "place"), MEANT)
def test_the_town(page: Callable[..., Any], text: str, place: str | None) -> None:
    sentences = page(text).parse.sentences
    scene = Scene(sentences, Findings())
    tokens = sentences[-1].tokens
    noun = next(t for t in tokens if t.lemma in ("town", "province"))
    meant = scene.meant(noun, tokens)
    assert (meant.name if meant else None) == place


def test_a_bridge_stands_in_the_only_town(page: Callable[..., Any]) -> None:
    one = page("Rebels took the town of Tarven. Soldiers hold the bridge.").parse.sentences
    two = page("Rebels took the town of Tarven and the village of Pelm.").parse.sentences
    main = Scene(one, Findings()).main()
    assert main is not None
    assert main.name == "Tarven"
    assert Scene(two, Findings()).main() is None
