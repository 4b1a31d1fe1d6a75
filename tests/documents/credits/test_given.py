"""Names that begin as people's do."""

from __future__ import annotations

import pytest

from sayso.documents.credits.given import begins_with_given


@pytest.mark.parametrize(("name", "person"), [("Ada Bell", True), ("Gadget Parlour", False), ("Ada", False)])
def test_begins_with_given(name: str, person: bool) -> None:
    assert begins_with_given(name) is person
