"""What pages set into the line that signs a text: how many comments it has, in which sections it stands."""

from __future__ import annotations

import re

from sayso.documents.keyed import Keyed

#: What leads up to whoever signs behind a list of sections: ``Ressort: Politik, Autor: Ada Bell``.
AUTHOR = r"[\s,/](?:by|von|par|por|door|auth?or(?:in|a)?|auteure?)\s?:?\s(?-i:[A-ZÀ-Þ])"
#: ``24 Comments``; ``Kategorien: Mode`` up to the next mark, figure or author; ``Leave a comment`` and all behind it.
MARGIN = Keyed(
    re.compile(
        r"\b\d{1,5}\s(?:comments?|kommentare?r?|commentaires?|comentarios?|comentários?|commenti|reacties|replies|shares"
        r"|views)\b"
        r"|\b(?:categor(?:y|ies)|kategorien?|catégories?|categor[íi]as?|rubriken?|ressorts?|tags?|filed under"
        rf"|posted in)\s?:(?:(?!{AUTHOR})[^|•·\d])*"
        r"|\b(?:comments off|leave a (?:comment|reply)|no comments|keine kommentare)\b.*$",
        re.IGNORECASE,
    ),
    ("omment", "coment", "reacties", "replies", "shares", "views", "ateg", "atég", "rubrik", "ressort", "tag", "filed",
     "posted in"),
)  # fmt: skip

GAP = re.compile(r"\s{3,}")


def blanked(words: str) -> str:
    """A line with blanks in the place of these, as many as they have characters."""
    if not MARGIN.may_match(words):
        return words
    return MARGIN.pattern.sub(lambda match: " " * len(match[0]), words)


def without_margins(words: str) -> str:
    """A line with bars in the place of these between names; as it is where it has none."""
    plain = blanked(words)
    return words if plain == words else GAP.sub(" | ", plain.lstrip(" |•·")).strip()
