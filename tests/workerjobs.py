"""Functions that worker processes run in tests; they import them by name, so these live in a module of their own."""

from __future__ import annotations

import os

from sayso.documents.page import Reading
from sayso.limits import end_after, limit_memory
from sayso.types import Capture


def double(number: int) -> int:
    return 2 * number


def deadly(number: int) -> int:
    if number == 3:
        os._exit(1)
    return 2 * number


def fragile(capture: Capture) -> Reading:
    """Reads any page but that of ``3.html``, which ends the process."""
    if capture.uri == "3.html":
        os._exit(1)
    return Reading(capture, b"", None)


def endless(number: int) -> int:
    end_after(0)
    while number == 3:
        pass
    return 2 * number


def greedy(number: int) -> int:
    limit_memory(1_000_000_000)
    try:
        return len(bytearray(3_000_000_000)) if number == 3 else 2 * number
    except MemoryError:
        return -1
