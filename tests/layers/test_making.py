"""One clause in one voice: what makes no claim. The claims themselves are held to cases in ``test_claims``."""

from __future__ import annotations

import pytest

from told import told


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("If the levee breaks, the town will flood.", "the levee breaks"),
        ("The dam is.", "The dam is"),
        ("It is false that the mayor sold the quay.", "It is false"),
        ("The guard did not say that he had seen her.", "he had seen her"),
    ],
)
def test_what_is_only_supposed_broken_off_or_not_said_is_no_claim(text: str, absent: str) -> None:
    assert absent not in {words for *_, words in told(text)}
