"""Text of a page made safe to show: nothing in it can move, hide or reorder what stands around it."""

from __future__ import annotations

import unicodedata

LONGEST_NAME = 160  # characters of a name that a report shows
LONGEST_TITLE = 200  # of a story's title
LONGEST_SAID = 1000  # of a wording, or of a sentence that says why
KEPT = "\n\t\u200c\u200d\u00ad"  # line breaks, tabs, and what joins or divides letters inside a word


#: Unicode categories of characters that act instead of being seen: control, format, surrogate.
UNSEEN = ("Cc", "Cf", "Cs")


def printable(text: str) -> str:
    """The text in one line for a terminal, without characters that move the cursor, change colours or reorder it."""
    kept = (" " if c in "\n\r\t" else c for c in text if c in "\n\r\t" or unicodedata.category(c) not in UNSEEN)
    return " ".join("".join(kept).split())


def short(text: str, width: int) -> str:
    """The text in one line of at most ``width`` characters, cut at a word."""
    return cut(printable(text), width)


def shown(text: str | None) -> str:
    """The text for a report: control and direction characters are written out as ``⟨U+202E⟩``."""
    if not text:
        return ""
    if text.isascii() and text.isprintable():
        return text
    return "".join(f"⟨U+{ord(c):04X}⟩" if unicodedata.category(c) in UNSEEN and c not in KEPT else c for c in text)


def cut(text: str, width: int) -> str:
    """At most ``width`` characters, with an ellipsis if some were left out; cut at a word if one ends late enough."""
    if len(text) <= width:
        return text
    head = text[: width - 1]
    space = head.rfind(" ")
    return (head[:space] if space > width // 2 else head).rstrip(" ,;:") + "…"


def name_shown(text: str | None) -> str:
    """A name for a report, at most LONGEST_NAME characters."""
    return cut(shown(text), LONGEST_NAME)


def said_shown(text: str | None) -> str:
    """A sentence for a report, at most LONGEST_SAID characters."""
    return cut(shown(text), LONGEST_SAID)


def title_shown(text: str | None) -> str:
    """A title for a report, at most LONGEST_TITLE characters."""
    return cut(shown(text), LONGEST_TITLE)
