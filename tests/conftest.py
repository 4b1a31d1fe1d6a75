"""Fixtures that all tests share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from smallpages import SmallPage, small_page


@pytest.fixture
def page() -> Callable[..., SmallPage]:
    """Makes a small page of lines, parsed; see ``smallpages.small_page``."""
    return small_page
