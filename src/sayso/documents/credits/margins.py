"""What pages set into the line that signs a text: how many comments it has, in which sections it stands."""

from __future__ import annotations

import re

from sayso.documents.keyed import Keyed

#: ``24 Comments``; ``Kategorien: Mode`` up to the next mark or figure; ``Leave a comment`` and all behind it.
MARGIN = Keyed(
    re.compile(
        r"\b\d{1,5}\s(?:comments?|kommentare?r?|commentaires?|comentarios?|comentários?|commenti|reacties|replies|shares"
        r"|views)\b"
        r"|\b(?:categor(?:y|ies)|kategorien?|catégories?|categor[íi]as?|rubriken?|ressorts?|tags?|filed under"
        r"|posted in)\s?:[^|•·\d]*"
        r"|\b(?:comments off|leave a (?:comment|reply)|no comments|keine kommentare)\b.*$",
        re.IGNORECASE,
    ),
    ("omment", "coment", "reacties", "replies", "shares", "views", "ateg", "atég", "rubrik", "ressort", "tag", "filed",
     "posted in"),
)  # fmt: skip


def blanked(words: str) -> str:
    """A line with blanks in the place of these, as many as they have characters."""
    if not MARGIN.may_match(words):
        return words
    return MARGIN.pattern.sub(lambda match: " " * len(match[0]), words)
