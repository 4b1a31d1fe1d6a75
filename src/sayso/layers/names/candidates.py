"""Stretches of a document that may be names, each with what speaks for its category.

In order of trust: forms of the lexicons; a nation with the noun of a body (``Danish Defence Ministry``); runs of
capitalised words that end in the noun of a body, a group or an outlet (``Harbour Rescue network``); what the parser
takes for an entity; capitalised words that the gazetteer knows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.layers.names import gazetteer
from sayso.layers.names.bands import bare_coalitions
from sayso.layers.names.evidence import choose, known_forms, of_elsewhere
from sayso.layers.names.guesses import labelled_names, runs_of_capitals
from sayso.layers.names.mastheads import short_titles
from sayso.layers.names.namebook import Form, folded, namebook, plain, roles, words_of
from sayso.layers.names.nationbodies import body_of_nation, nation_body
from sayso.layers.names.nicknames import nicknamed
from sayso.layers.names.placings import dateline_place
from sayso.layers.names.shortforms import find_defined
from sayso.layers.names.stretches import CONNECTORS, Candidate, capital, is_role, is_title_case
from sayso.layers.names.surnames import give_to_people, tell_by_surname
from sayso.layers.names.titles import widen
from sayso.layers.parsing.parse import NORMAL, Parse, Sentence
from sayso.types import Document
from sayso.vocab import Category

#: Whom news invokes: neither a source nor a place, though places are called so.
PRAYED_TO = frozenset({"god", "god almighty", "almighty god", "allah", "the lord", "jesus", "jesus christ"})


def find_candidates(document: Document, parse: Parse) -> list[Candidate]:
    """The candidates of a document in text order, none overlapping another."""
    text = document.text
    hits = [(s, *hit) for s in parse.sentences for hit in _hits(text, s)]
    known = known_forms(text, hits)
    by_sentence: dict[int, list[Candidate]] = defaultdict(list)
    doubted: set[tuple[int, int]] = set()
    for sentence, start, end, forms in hits:
        chosen = choose(text, sentence, start, end, forms, known)
        if chosen is None and (start == sentence.start or _qualifies(text, sentence, start, end)):
            doubted.add((start, end))  # a capital there says nothing
        elif chosen is not None:
            by_sentence[sentence.index].append(_of_entry(text, sentence, start, end, chosen))
    out: list[Candidate] = []
    titles = [s for s in parse.sentences if is_title_case(s)]
    headlines = {s.index for s in titles}
    for sentence in parse.sentences:
        if sentence.index not in headlines:
            out += _of_sentence(text, sentence, by_sentence[sentence.index], ())
    give_to_people(out)
    out += find_defined(text, parse, out)
    out += _surnames(text, parse, out)
    out += short_titles(parse, out)
    tell_by_surname(out)
    named = {plain(c.text): c for c in reversed(out) if c.origin != "nation and noun"}
    out += _again([s for s in parse.sentences if s.index not in headlines], out)
    for sentence in titles:
        out += _of_sentence(text, sentence, by_sentence[sentence.index], _echoes(text, sentence, named))
    kept = [
        c for c in out if (c.origin != "label" or (c.start, c.end) not in doubted) and plain(c.text) not in PRAYED_TO
    ]
    return sorted(kept, key=lambda c: (c.start, c.end))


def _qualifies(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether capitals only say what sort of thing a plain noun is: ``AP classes``."""
    after = [t for t in sentence.tokens if t.start >= end][:1]
    return text[start:end].isupper() and bool(after) and after[0].tag == "NNS" and after[0].text.islower()


def _hits(text: str, sentence: Sentence) -> Iterable[tuple[int, int, tuple[Form, ...]]]:
    for hit in namebook().find(text[sentence.start : sentence.end].translate(NORMAL)):
        start, end = sentence.start + hit.start, sentence.start + hit.end
        forms = tuple(f for f in hit.forms if not of_elsewhere(text, sentence, start, end, f))
        if forms:
            yield start, end, forms


def _echoes(text: str, sentence: Sentence, named: Mapping[str, Candidate]) -> list[Candidate]:
    """In a line of capitals: the names that the rest of the document has, and places and people that are plain."""
    words = words_of(text[sentence.start : sentence.end].translate(NORMAL))
    out: list[Candidate] = []
    at = 0
    while at < len(words):
        step = 1
        for length in range(min(6, len(words) - at), 0, -1):
            part = words[at : at + length]
            found = named.get(" ".join(w.folded for w in part))
            if found is None or not part[0].text[0].isupper() or (length == 1 and len(part[0].text) < 3):
                continue
            start, end = sentence.start + part[0].start, sentence.start + part[-1].end
            echo = Candidate(sentence, start, end, start, end, text[start:end], found.category, "label")
            echo.votes.update({found.category: 1})
            echo.reasons.append("named so in the text as well")
            out.append(echo)
            step = length
            break
        at += step
    for guess in labelled_names(text, sentence):
        apart = all(guess.end <= c.start or c.end <= guess.start for c in out)
        place = guess.category is Category.LOCATION and gazetteer.prominence(guess.text) > 0.5
        if apart and place:
            out.append(guess)
    return out


def _again(sentences: Sequence[Sentence], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The names of places that the text has elsewhere, where the model labels nothing: ``Velm police``."""
    first: dict[str, set[str]] = defaultdict(set)  # names by their first word
    taken: dict[int, list[Candidate]] = defaultdict(list)
    for c in candidates:
        taken[c.sentence.index].append(c)
        placed = c.votes[Category.LOCATION]
        if placed > 1 and placed == max(c.votes.values()) and (name := plain(c.text)):
            first[name.split()[0]].add(name)
    out: list[Candidate] = []
    for sentence in sentences if first else ():
        for token in sentence.tokens:
            for name in sorted(first.get(folded(token.text), ()), key=len) if capital(token) else ():
                part = sentence.tokens[token.index : token.index + len(name.split())]
                start, end = part[0].start, part[-1].end
                apart = all(end <= c.start or c.end <= start for c in taken[sentence.index])
                if apart and " ".join(folded(t.text) for t in part) == name:
                    words = " ".join(t.text for t in part)
                    found = Candidate(sentence, start, end, start, end, words, Category.LOCATION, "label")
                    found.votes[Category.LOCATION] += 1
                    found.reasons.append("a place of the text elsewhere")
                    out.append(found)
                    taken[sentence.index].append(found)
    return out


def _surnames(text: str, parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Capitalised words that stand alone and are the last word of a person's full name in the document: the parser's
    model knows some people by their full name only."""
    last = {
        words[-1].folded
        for c in candidates
        if c.votes[Category.PERSON] > 0 or c.category is Category.PERSON
        if len(words := words_of(c.text)) > 1 and words[-1].folded not in roles()
    }
    taken: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        taken[candidate.sentence.index].append(candidate)
    out: list[Candidate] = []
    for sentence in parse.sentences if last else ():
        if is_title_case(sentence):
            continue
        for token in sentence.tokens:
            if (
                not token.text[0].isupper()
                or token.pos not in ("PROPN", "NOUN", "ADJ")
                or folded(token.text) not in last
            ):
                continue
            around = sentence.tokens[max(0, token.index - 1) : token.index + 2]
            alone = not any(t is not token and t.pos == "PROPN" and t.text[0].isupper() and t.entity for t in around)
            if alone and all(token.end <= c.start or c.end <= token.start for c in taken[sentence.index]):
                found = Candidate(
                    sentence, token.start, token.end, token.start, token.end, text[token.start : token.end],
                    Category.PERSON, "label", reasons=["the last word of a full name in the text"],
                )  # fmt: skip
                found.votes[Category.PERSON] += 1
                widen(text, sentence, found, taken[sentence.index])
                out.append(found)
    return out


def _of_entry(text: str, sentence: Sentence, start: int, end: int, form: Form) -> Candidate:
    if text[start : start + 4].lower() == "the " and not form.entry.name.startswith("The "):
        start += 4
    entry = form.entry
    category = entry.category
    if category is Category.LOCATION and text[start:end] in ("US", "U.S.", "U.S", "UK", "U.K."):
        after = [t for t in sentence.tokens if t.start >= end][:1]
        if after and after[0].pos in ("NOUN", "PROPN", "ADJ") and after[0].start <= end + 1:
            category = Category.NATIONALITY
    key = ("nation" if category is Category.NATIONALITY else "lexicon", entry.source, entry.country, entry.name)
    return Candidate(
        sentence, start, end, start, end, text[start:end], category, "lexicon", key, entry, gender=entry.gender,
        reasons=[f"{text[start:end]!r} is a name of {entry.name} in {entry.source}.tsv"],
    )  # fmt: skip


def _of_sentence(text: str, sentence: Sentence, hits: list[Candidate], echoes: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of one sentence: the lexicon's, widened or overruled by longer ones, and the rest; of a
    headline's words only ``echoes`` of the text."""
    headline = is_title_case(sentence)
    taken: list[Candidate] = []
    for hit in hits:
        body = nation_body(text, sentence, hit) if hit.category in (Category.NATIONALITY, Category.LOCATION) else None
        taken.append(body or hit)
    taken = _apart([body_of_nation(text, sentence, c) or c for c in taken])
    guesses = list(echoes) if headline else [
        *runs_of_capitals(text, sentence), *labelled_names(text, sentence),
        *bare_coalitions(sentence), *nicknamed(text, sentence), *dateline_place(text, sentence),
    ]  # fmt: skip
    for guess in sorted(guesses, key=lambda c: (c.start - c.end, c.start)):
        over = [c for c in taken if c.start < guess.end and guess.start < c.end]
        if not over:
            taken.append(guess)
        elif _overrules(guess, over, sentence):
            taken = [c for c in taken if c not in over] + [guess]
    taken.sort(key=lambda c: c.start)
    for candidate in taken:
        widen(text, sentence, candidate, taken)
    return taken


def _apart(candidates: list[Candidate]) -> list[Candidate]:
    """Without those that lie in an earlier one."""
    out: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end)):
        if not out or candidate.start >= out[-1].end:
            out.append(candidate)
    return out


def _overrules(guess: Candidate, over: list[Candidate], sentence: Sentence) -> bool:
    """Whether a longer stretch is one name of which the known names in it are parts (``Danish Chess Society``)."""
    if any(c.start < guess.start or c.end > guess.end for c in over) or len(over) > 2:
        return False
    if any(c.category not in (Category.NATIONALITY, Category.LOCATION) for c in over):
        return len(over) == 1 and guess.origin == "run" and over[0].start == guess.start and over[0].entry is None
    if any(c.origin == "nation and noun" for c in over):
        return (guess.origin == "run" and " of " not in guess.text) or " for " in guess.text
    rest = [
        t
        for t in sentence.between(guess.start, guess.end)
        if not any(c.start <= t.start < c.end for c in over)
        and t.text.lower() not in CONNECTORS
        and t.text[0].isalnum()
    ]
    if guess.category in (Category.LOCATION, Category.NATIONALITY) and guess.origin != "run":
        return bool(rest) and all(t.text[0].isupper() for t in rest) and len(over) == 1
    return (
        bool(rest) and any(t.text[0].isupper() and not is_role(t.text.lower()) for t in rest)
    ) or guess.origin == "run"
