"""Names that are one but for a slip of the pen."""

from __future__ import annotations

import pytest

from sayso.relations.names.slips import one_slip


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("Veldran Front", "Veldren Front", True),
        ("Veldran Front", "Vedlran Front", True),
        ("Veldran Front", "Velldran Front", True),
        ("Petar Veldran", "Petar Vel dran", True),
        ("Veldran Front", "Veldran Front", False),
        ("Veldran Front", "Veldron Frant", False),  # two slips
        ("Northern Front", "Southern Front", False),
        ("Ana Lund", "Ina Lund", False),  # two short names
        ("Terminal 12", "Terminal 13", False),
        ("Greek Party", "Green Party", False),  # a nation is no slip
    ],
)
def test_one_slip(one: str, other: str, slip: bool) -> None:
    assert (one_slip(one, other) is not None) is slip
    assert (one_slip(other, one) is not None) is slip
