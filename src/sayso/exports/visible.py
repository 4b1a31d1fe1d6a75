"""Text of a page as a file may carry it: nothing in it can move, hide or reorder what stands around it."""

from __future__ import annotations

import unicodedata

LONGEST_NAME = 160  # characters of a name that a report shows
LONGEST_TITLE = 200  # of a story's title
LONGEST_SAID = 1000  # of a wording, or of a sentence that says why
KEPT = "\n\t\u200c\u200d\u00ad"  # lines, and what joins or divides letters inside a word


def shown(text: str | None) -> str:
    """Text whose control and direction characters are visible as ``⟨U+202E⟩`` instead of at work."""
    if not text:
        return ""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        f"⟨U+{ord(c):04X}⟩" if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c not in KEPT else c for c in text
    )


def cut(text: str, width: int) -> str:
    """At most ``width`` characters, the last an ellipsis where some were left out; broken at a word where one ends."""
    if len(text) <= width:
        return text
    head = text[: width - 1]
    space = head.rfind(" ")
    return (head[:space] if space > width // 2 else head).rstrip(" ,;:") + "…"


def name_shown(text: str | None) -> str:
    """A name as a report shows it: visible, and no longer than a name is."""
    return cut(shown(text), LONGEST_NAME)


def said_shown(text: str | None) -> str:
    """A sentence as a report shows it: visible, and no longer than anybody reads."""
    return cut(shown(text), LONGEST_SAID)


def title_shown(text: str | None) -> str:
    """A title as a report shows it: visible, and no longer than a title is."""
    return cut(shown(text), LONGEST_TITLE)
