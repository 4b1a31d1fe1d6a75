"""What belongs to the mention of a name: a title before a person, a noun after a body that says what it is."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.layers.names.namebook import roles
from sayso.layers.names.stretches import BEFORE_TITLES, Candidate, gender, is_title, kind_of
from sayso.layers.parsing.parse import Sentence
from sayso.vocab import Category


def widen(text: str, sentence: Sentence, candidate: Candidate, taken: Sequence[Candidate]) -> None:
    """A title before a person, and a noun after a name that says what it is, belong to the mention."""
    tokens = sentence.tokens
    first = next((t.index for t in tokens if t.start >= candidate.core_start), None)
    if first is None:
        return
    if candidate.category is Category.PERSON or candidate.votes.get(Category.PERSON, 0) >= 3:
        _take_title(text, sentence, candidate, first, taken)
    elif candidate.category in (Category.GROUP, Category.ORGANISATION) and candidate.origin != "run":
        stop = next((t.index for t in tokens if t.start >= candidate.core_end), len(tokens))
        for count in (3, 2, 1):
            tail = tokens[stop : stop + count]
            if len(tail) < count or any(t.pos not in ("NOUN", "ADJ", "PROPN") or t.text[0].isupper() for t in tail):
                continue
            if kind_of(tail[-1].text.lower()) and all(
                not c.start <= t.start < c.end for t in tail for c in taken if c is not candidate
            ):  # fmt: skip
                kind = [r.kind for w in (tail[-1].text.lower(),) for r in roles().get(w, ())]
                if "group" in kind or "outlet" in kind:
                    candidate.end = tail[-1].end
                return


def _take_title(text: str, sentence: Sentence, candidate: Candidate, first: int, taken: Sequence[Candidate]) -> None:
    tokens = sentence.tokens
    # the parser's model takes some titles for a part of the name: "Gen. Ada Moss"
    inside = sentence.between(candidate.core_start, candidate.core_end)
    for count in range(min(4, len(inside) - 1), 0, -1):
        words = " ".join(t.text for t in inside[:count]).lower()
        if candidate.entry is None and any(r.kind in ("title", "rank") for r in roles().get(words, ())):
            candidate.core_start = inside[count].start
            candidate.text = text[candidate.core_start : candidate.core_end]
            candidate.title = words
            candidate.gender = candidate.gender or gender(words)
            candidate.votes[Category.PERSON] += 3
            break
    at = first
    before: list[tuple[str, bool]] = []  # a word, and whether it may stand before a title
    while at > 0 and len(before) < 6:
        token = tokens[at - 1]
        other = next((c for c in taken if c is not candidate and c.start <= token.start < c.end), None)
        if token.pos not in ("NOUN", "PROPN", "ADJ") and token.text not in ("-", "'s") and other is None:
            break
        if other is not None and other.category not in (Category.NATIONALITY, Category.LOCATION, Category.ORGANISATION):
            break
        before.insert(0, (token.text, other is not None or token.text.lower() in BEFORE_TITLES))
        at -= 1
    for begin in range(len(before)):
        if not before[begin][0][0].isalnum():
            continue
        phrase = before[begin:]
        for cut in range(len(phrase)):
            title = " ".join(word for word, _ in phrase[cut:]).replace(" - ", "-").replace(" .", ".").lower()
            if not is_title(title) and not all(map(is_title, title.split())):  # "HE Dr"
                continue
            if all(fits for _, fits in phrase[:cut]):
                candidate.title = " ".join(filter(None, (title, candidate.title)))
                candidate.start = tokens[at + begin].start
                candidate.gender = candidate.gender or gender(title)
                candidate.votes[Category.PERSON] += 3
                candidate.reasons.append(f"with the title {title!r}")
                return
            break
