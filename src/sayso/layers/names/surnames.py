"""Which lone names are people's though places, peoples or firms are called so: ``Michael Jordan … Jordan smiled``.

What a name is elsewhere in the text tells: the end of somebody's full name, the subject of what people do, or where
something is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from sayso.layers.names import gazetteer
from sayso.layers.names.guesses import OF_SPEAKERS, WELL_KNOWN, does_one_of
from sayso.layers.names.namebook import folded, words_of
from sayso.layers.names.personal import is_given, is_personal
from sayso.layers.names.placings import place_before, place_behind
from sayso.layers.names.stretches import PLACING, Candidate
from sayso.vocab import Category

#: What words around a name are worth at least where they make a place of it: "the town of Velm", "Velm police".
LIKELY_PLACE = 2
#: What may be a surname all the same.
DOUBTFUL = (Category.LOCATION, Category.ORGANISATION, Category.PRODUCT, Category.NATIONALITY)


def give_to_people(candidates: Sequence[Candidate]) -> None:
    """Makes the name of a place, a firm or a work a person's where it ends somebody's full name in the text and stands
    more often as people do than as places do, or where it only ever does what people do and no well-known place has
    it. A nation's name (``Jordan``) must nowhere stand as a place. Changes the candidates."""
    full = _ends_of_full_names(candidates)
    alone: dict[str, list[Candidate]] = defaultdict(list)
    for c in candidates:
        lone = c.category is Category.LOCATION and c.entry is None and " " not in c.text
        doubtful = c.category in DOUBTFUL or c.votes[Category.LOCATION] > 0
        if doubtful and (folded(c.text) in full or lone):
            alone[folded(c.text)].append(c)
    for name, named in alone.items():
        tally = Counter(_stands_as(c) for c in named)
        listed = [c for c in named if c.entry is not None]
        if listed:
            if full.get(name) and _free_of_nation(listed):
                _make_people([c for c in listed if c.category is not Category.NATIONALITY or _is_bare(c)])
        elif _is_surname(named, tally, full.get(name)):
            _make_people(named)


def _ends_of_full_names(candidates: Sequence[Candidate]) -> dict[str, bool]:
    """What the full names of people in the text end in: their last word, and their last two where those are three or
    more; and whether a given name is before it."""
    out: dict[str, bool] = {}
    for c in candidates:
        words = words_of(c.text)
        if len(words) < 2 or not (c.votes[Category.PERSON] > 0 or c.category is Category.PERSON):
            continue
        for count in (1, 2)[: len(words) - 1]:
            end = " ".join(w.folded for w in words[-count:])
            out[end] = out.get(end, False) or is_given(words[0].text)
    return out


def _stands_as(candidate: Candidate) -> Category | None:
    """Whether a name stands where a place does, or where a person does, as far as its sentence tells."""
    tokens = candidate.sentence.tokens
    at, stop = _extent(candidate)
    if does_one_of(OF_SPEAKERS, candidate.sentence, tokens[stop - 1]):
        return Category.PERSON
    owner = stop < len(tokens) and tokens[stop].text in ("'s", "\u2019s")
    led = at > 0 and (
        tokens[at - 1].text.lower() in PLACING or place_before(tokens, at, candidate.text)[0] >= LIKELY_PLACE
    )
    placed = (led and not owner) or place_behind(tokens, at, stop, candidate.text)[0] >= LIKELY_PLACE
    return Category.LOCATION if placed else None


def _is_surname(named: Sequence[Candidate], tally: Counter[Category | None], given: bool | None) -> bool:
    """Whether the mentions of a name that no lexicon has are a person's. ``given``: whether a full name that begins
    with a given name ends so; None where none does."""
    people, places = tally[Category.PERSON], tally[Category.LOCATION]
    if given is None:
        return people > 0 and not places and gazetteer.prominence(named[0].text) < WELL_KNOWN
    labelled = sum(t.entity == "PERSON" for c in named for t in c.sentence.between(c.core_start, c.core_end)[:1])
    return people > places or (given and max(people, labelled) >= places)


def _free_of_nation(named: Sequence[Candidate]) -> bool:
    """Whether a nation's name is a surname as well, and nowhere stands as the nation's does; of a people's name whether
    it mostly stands for one person."""
    peoples = [c for c in named if c.category is Category.NATIONALITY]
    nations = [c for c in named if c.category is not Category.NATIONALITY]
    mostly = 2 * sum(map(_is_bare, peoples)) >= len(peoples)
    return mostly and all(is_personal(c.text) and not _beside_others(c) for c in nations)


def _beside_others(candidate: Candidate) -> bool:
    at, _ = _extent(candidate)
    before = candidate.sentence.tokens[at - 1].text.lower() if at else ""
    return before in PLACING | {"of", "and", ","}


def _is_bare(candidate: Candidate) -> bool:
    """Whether the name of a people is that of one person: the head of a noun phrase, without article or plural."""
    last = candidate.sentence.tokens[_extent(candidate)[1] - 1]
    bare = not any(t.dep in ("det", "nummod", "amod") for t in candidate.sentence.children(last))
    return bare and last.tag == "NNP" and last.dep not in ("amod", "compound", "nmod", "attr", "conj")


def _make_people(candidates: Sequence[Candidate]) -> None:
    for c in candidates:
        c.category, c.origin, c.entry, c.key = Category.PERSON, "label", None, None
        c.votes[Category.PERSON] += 2 + c.votes.pop(Category.LOCATION, 0)
        c.reasons[:] = ["a surname: the text speaks of it as of a person"]


def _extent(candidate: Candidate) -> tuple[int, int]:
    """The index of a name's first token, and that of the one behind its last."""
    tokens = candidate.sentence.tokens
    first = next(t.index for t in tokens if t.end > candidate.core_start)
    return first, next((t.index for t in tokens[first:] if t.start >= candidate.core_end), len(tokens))


def tell_by_surname(candidates: Sequence[Candidate]) -> None:
    """Makes a given name and a surname that the parser's model takes for a firm a person's, where the text goes on with
    the surname alone: firms that bear a person's name are cut short to its first word. Changes the candidates."""
    alone = {folded(c.text) for c in candidates if " " not in c.text}
    for c in candidates:
        words = words_of(c.text)
        both = len(words) == 2 and is_given(words[0].text) and is_personal(words[1].text)
        if both and c.origin == "label" and c.category is Category.ORGANISATION and words[1].folded in alone:
            c.votes[Category.PERSON] += 2
            c.reasons.append("the text goes on with the surname alone")
