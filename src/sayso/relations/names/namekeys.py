"""What all spellings of one name share, by which names of different documents are compared."""

from __future__ import annotations

import functools
import re

from sayso import assets
from sayso.spelling import ARTICLES, fold, sounded
from sayso.vocab import Category

#: The shape of organisations and groups alike.
BODY = "body"
PARTICLES = ARTICLES | {"the", "bin", "ibn", "jr", "sr", "de", "von", "van"}
SETTLED = (
    (re.compile(r"\bdefence\b"), "defense"),
    (re.compile(r"\bcentre\b"), "center"),
    (re.compile(r"\blabour\b"), "labor"),
    (re.compile(r"\borganisation\b"), "organization"),
    (re.compile(r"^(ministry|department) of (?:the )?(.+)$"), r"\2 \1"),
    (re.compile(r"\barmed forces$"), "military"),
)
#: Words for the legal form of a firm, which most documents leave out.
LEGAL_FORMS = frozenset("inc corp ltd llc plc co ag sa gmbh".split())


def name_key(shape: str, name: str) -> str:
    """What all spellings of a name share."""
    folded = fold(name)
    if shape == Category.LOCATION.value:
        return sounded(folded) or folded
    if shape == Category.PERSON.value:
        words = [w for w in folded.split() if w not in PARTICLES]
        inner = [w for w in words[1:-1] if len(w) > 1]
        return " ".join([given_name(words[0]), *inner, *words[-1:]]) if len(words) > 1 else folded
    if shape == BODY:
        return _body_key(folded.removeprefix("the "))
    return folded


def given_name(name: str) -> str:
    """The folded given name for which a folded one is short: ``mike``, ``michael``."""
    return _short_for().get(name, name)


@functools.cache
def _short_for() -> dict[str, str]:
    return {short: row["name"] for row in assets.rows("givennames.tsv") for short in row["short"].split("|")}


def _body_key(name: str) -> str:
    """The name with the code of the nation it begins or ends with, and one spelling and order for the rest."""
    words = name.split()
    while len(words) > 2 and words[-1] in LEGAL_FORMS:
        words.pop()
    name = " ".join(words)
    code = ""
    for length in (3, 2, 1):
        first = " ".join(words[:length])
        found = nations().get(first) or nations().get(first.removesuffix("s"))
        if found and len(words) > length:
            code, name = found, " ".join(words[length:])
            break
        held = words[-length - 1 :]
        found = nations().get(" ".join(held[1:])) if len(held) == length + 1 and held[0] == "of" else None
        if found and len(words) > length + 1:
            code, name = found, " ".join(words[: -length - 1])
            break
    for pattern, replacement in SETTLED:
        name = pattern.sub(replacement, name)
    return f"{code} {name}".strip()


@functools.cache
def nations() -> dict[str, str]:
    """Country codes by name and adjective, folded."""
    out: dict[str, str] = {}
    for row in assets.rows("demonyms.tsv"):
        if row["kind"] == "country":
            for word in (row["name"], *row["aliases"].split("|"), *row["demonyms"].split("|")):
                if word:
                    out.setdefault(fold(word), row["code"])
    return out


@functools.cache
def peoples() -> frozenset[str]:
    """Folded adjectives and nouns for nations, peoples and those of a faith."""
    return frozenset(fold(word) for row in assets.rows("demonyms.tsv") for word in row["demonyms"].split("|") if word)
