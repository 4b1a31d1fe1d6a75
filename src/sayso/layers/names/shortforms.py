"""Short forms that a text defines: ``Harbour Rescue Corps (HRC)``, ``HRC (the Harbour Rescue Corps)``, and each later
``HRC``, whatever the parser's model takes it for."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Sequence

from sayso.layers.names.namebook import words_of
from sayso.layers.names.stretches import Candidate
from sayso.layers.parsing.parse import Parse
from sayso.vocab import Category

BODIES = (Category.ORGANISATION, Category.GROUP)
#: A short form in brackets, after the name it is short for.
_AFTER = re.compile(r"\s?[(\[]\s?[\"'“‘]?([A-Z][A-Za-z0-9&.-]{1,11})[\"'”’]?\s?[)\],;]")
#: A short form before a bracket that holds the name.
_BEFORE = re.compile(r"\b([A-Z][A-Za-z0-9&.-]{1,11})\s?[(\[]\s?(?:the\s)?$")
_WORD = re.compile(r"[A-Z][A-Za-z0-9&.-]{1,11}")


def find_defined(text: str, parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The short forms of bodies that the text defines, wherever they stand; those that the parser's model has labelled
    are changed in place to the category of what they are short for."""
    defined: dict[str, Candidate] = {}
    for candidate in candidates:
        short = _given_for(text, candidate) if candidate.category in BODIES else ""
        if short:
            defined.setdefault(short, candidate)
    if not defined:
        return []
    held: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        held[candidate.sentence.index].append(candidate)
    out: list[Candidate] = []
    for sentence in parse.sentences:
        for match in _WORD.finditer(text, sentence.start, sentence.end):
            surface = match[0].rstrip(".-") if match[0] not in defined else match[0]
            host = defined.get(surface)
            if host is None or text[match.start() - 1 : match.start()].isalnum():
                continue
            start, end = match.start(), match.start() + len(surface)
            over = [c for c in held[sentence.index] if c.start < end and start < c.end]
            if not over:
                out.append(_short(Candidate(sentence, start, end, start, end, surface, host.category, "label"), host))
            elif over[0].origin == "label" and (over[0].core_start, over[0].core_end) == (start, end):
                _short(over[0], host)
    return out


def _given_for(text: str, candidate: Candidate) -> str:
    """The short form that the text gives for a name, "" where it gives none."""
    after = _AFTER.match(text, candidate.end, candidate.end + 24)
    if after and is_short_for(after[1], candidate.text):
        return after[1]
    before = _BEFORE.search(text, max(0, candidate.core_start - 24), candidate.core_start)
    closed = text[candidate.end : candidate.end + 1] in (")", "]")
    return before[1] if before and closed and is_short_for(before[1], candidate.text) else ""


def _short(candidate: Candidate, host: Candidate) -> Candidate:
    candidate.category = host.category
    candidate.votes.clear()
    candidate.votes[host.category] += 4
    candidate.reasons[:] = [f"the text gives it as short for {host.text!r}"]
    return candidate


def is_short_for(short: str, long: str) -> bool:
    """Whether a short form of at least two capitals is made of the beginnings of words of the long one, in order.

    ``HRC`` and ``MoD`` take a letter of a word, ``NAVCENT`` more. It begins as the name does, or has three letters."""
    if sum(c.isupper() for c in short) < 2 or len(short.split()) > 1:
        return False
    letters = "".join(c for c in short.lower() if c.isalnum())
    words = tuple(w.folded for w in words_of(long) if w.folded[:1].isalnum())[:16]
    capitals = "".join(c.lower() for c in short if c.isupper())
    return letters not in words and any(
        _made_of(made, words) and (words[:1] == () or words[0][:1] == made[0] or len(made) > 2)
        for made in dict.fromkeys((letters, capitals))
    )


@functools.lru_cache(maxsize=1024)
def _made_of(letters: str, words: tuple[str, ...]) -> bool:
    """Whether beginnings of two or more of the words, in order, make up the letters."""
    reached = {(0, 0)}  # how many letters are made up, by how many words (two or more are two)
    for word in words:
        more = set(reached)
        for at, used in reached:
            step = 0
            while at + step < len(letters) and step < len(word) and word[step] == letters[at + step]:
                step += 1
                more.add((at + step, min(used + 1, 2)))
        reached = more
    return (len(letters), 2) in reached
