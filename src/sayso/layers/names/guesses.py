"""Names that no lexicon has: runs of capitalised words with the noun of a body, and what the parser's model labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso import assets
from sayso.layers.names import gazetteer
from sayso.layers.names.fullnames import beside_office, is_office, is_verb, whole_name
from sayso.layers.names.joinednames import joined_by_links, one_institution
from sayso.layers.names.mastheads import is_masthead
from sayso.layers.names.namebook import roles
from sayso.layers.names.personal import has_initial, is_given, is_personal, plainly_place
from sayso.layers.names.placings import behind_party, place_before, place_behind
from sayso.layers.names.stretches import (
    CALENDAR,
    COMPANY_ENDS,
    CONNECTORS,
    PARTICLES,
    PLACING,
    SPACY,
    STARTS,
    Candidate,
    capital,
    is_role,
    is_title,
    kind_of,
)
from sayso.layers.parsing.parse import Sentence, Token
from sayso.spelling import ARTICLES
from sayso.vocab import Category

#: Labels of the model that say nothing of a capitalised name: it takes some towns for languages.
UNSAID = ("", "LANGUAGE")
#: Verbs whose subject is a person.
OF_PEOPLE = frozenset(
    "bow cry dance die faint grin kneel laugh marry nod sing sit sleep smile sob swim visit walk weep wed".split()
)
#: And those whose subject is a person or a body, and no town.
OF_SPEAKERS = OF_PEOPLE | frozenset("add argue ask explain joke quip recall reply say tell testify think write".split())
#: From here on a name is a place's, whatever noun it ends in (:func:`gazetteer.prominence`).
WELL_KNOWN = 0.8
#: The number of a unit or a congress, part of its name.
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
#: Where a name ends although the model's entity goes on.
NO_NAME = re.compile(r"[()\[\]{}<>|;:,\"“”«»\n]")


def runs_of_capitals(text: str, sentence: Sentence) -> Iterable[Candidate]:
    """Runs of capitalised words, joined by small connecting words, that hold or end in a role noun."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        if not capital(tokens[at]):
            at += 1
            continue
        stop = _run_end(tokens, at)
        made = _role_run(text, sentence, at, stop)
        if made:
            yield made
            at = max(stop, next((t.index for t in tokens if t.start >= made.end), len(tokens)))
        else:
            at = stop


def _run_end(tokens: Sequence[Token], at: int) -> int:
    """The index after the run of capitalised words that begins here. ``in`` does not join: a place follows it."""
    stop = at + 1
    while stop < len(tokens):
        if capital(tokens[stop]):
            stop += 1
            continue
        step = stop
        while step < len(tokens) and step - stop < 2 and tokens[step].text.lower() in CONNECTORS - {"in", "to", "and"}:
            step += 1
        hyphen = tokens[stop].text == "-" and tokens[stop - 1].end == tokens[stop].start
        if (
            hyphen
            and stop + 1 < len(tokens)
            and tokens[stop + 1].start == tokens[stop].end
            and capital(tokens[stop + 1])
        ):
            stop += 2
        elif step > stop and step < len(tokens) and capital(tokens[step]) and _body_noun(tokens, at, stop):
            stop = step + 1
        elif (goes_on := one_institution(tokens, at, stop)) is not None:
            stop = goes_on
        else:
            break
    return stop


def _body_noun(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a run so far ends in the noun of a body, so that ``of`` or ``for`` goes on with its name."""
    ends = (" ".join(t.text for t in tokens[max(at, stop - n) : stop]).lower() for n in (1, 2))
    return any(r.kind in ("body", "group") for end in ends for r in roles().get(end, ())) or any(
        t.text.lower() in CONNECTORS for t in tokens[at:stop]
    )


def _role_run(text: str, sentence: Sentence, at: int, stop: int) -> Candidate | None:
    """The run as a body, group or outlet, if a noun in it or right after it says so."""
    tokens = sentence.tokens
    last = stop
    for more in (3, 2, 1):
        tail = tokens[stop : stop + more]
        words = " ".join(t.text for t in tail).lower()
        joined = all(t.pos in ("NOUN", "PROPN") for t in tail) and all(t.dep == "compound" for t in tail[:-1])
        if len(tail) < more or not joined:
            continue
        if kind_of(words) or (more > 1 and stop - at > 1 and kind_of(tail[-1].text.lower())):
            last = stop + more
            break
    whole = " ".join(t.text for t in tokens[at:last]).lower()
    nouns = [whole.split()[-1], " ".join(whole.split()[-2:])]
    head = whole.split(" of ")[0].split(" for ")[0].split()[-1]
    kind = next((k for k in map(kind_of, (nouns[1], nouns[0], head)) if k), None)
    ends = whole.split()[-1] in COMPANY_ENDS or (" and " in whole and is_masthead(tokens, at, last))
    if last - at < 2 or not (kind or ends) or (last > stop and stop == at + 1 and at == 0):
        return None
    if last > stop and tokens[last - 1].text.lower() in ("group", "government", "party") and stop - at == 1:
        return None
    category = kind or Category.ORGANISATION
    if gazetteer.prominence(text[tokens[at].start : tokens[last - 1].end]) >= WELL_KNOWN:
        return None  # "the West Bank" is no bank
    numbered = at > 0 and ORDINAL.fullmatch(tokens[at - 1].text) is not None  # "the 158th Fighter Wing"
    start, end = tokens[at - numbered].start, tokens[last - 1].end
    candidate = Candidate(
        sentence, start, end, start, end, text[start:end], category, "run",
        reasons=[f"capitalised words with the noun of a body ({tokens[last - 1].text})"],
    )  # fmt: skip
    candidate.votes[category] += 3
    return candidate


def labelled_names(text: str, sentence: Sentence) -> Iterable[Candidate]:
    """What the parser takes for an entity, trimmed to its capitalised part; and capitalised words it left out."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        at = behind_party(tokens, at)
        label = tokens[at].entity
        stop = at + 1
        while stop < len(tokens) and label and tokens[stop].entity == label and not tokens[stop].entity_start:
            stop += 1
        if label in SPACY and any(is_verb(t) for t in tokens[at:stop]):
            stop = at + 1  # "Ree told Radio Two" is no title of a work
        elif label in SPACY:
            at, stop = joined_by_links(tokens, *whole_name(tokens, at, stop))
            if stop + 1 < len(tokens) and (tokens[stop].text == "-" or tokens[stop].text in PARTICLES):
                stop = _name_end(tokens, stop)
            parts = _parted(tokens, at, stop)
            for begin, end in parts:
                made = _of_label(text, sentence, begin, end, Category.LOCATION if len(parts) > 1 else SPACY[label])
                if made:
                    yield made
        elif label in UNSAID and tokens[at].pos == "PROPN" and tokens[at].text[0].isupper():
            stop = stop if label else _name_end(tokens, stop)
            at, stop = joined_by_links(tokens, at, stop)
            made = _unlabelled(text, sentence, at, stop)
            if made:
                yield made
        at = stop


def _name_end(tokens: Sequence[Token], stop: int) -> int:
    """The index after an unlabelled name: capitalised words, and particles and hyphens between them."""
    while stop < len(tokens) and not tokens[stop].entity:
        if tokens[stop].pos == "PROPN" and tokens[stop].text[0].isupper():
            stop += 1
            continue
        step = stop
        while step < len(tokens) and step - stop < 2 and (tokens[step].text == "-" or tokens[step].text in PARTICLES):
            step += 1
        if step == stop or step == len(tokens) or not tokens[step].text[0].isupper() or tokens[step].entity:
            break
        stop = step + 1
    return stop


def _parted(tokens: Sequence[Token], at: int, stop: int) -> list[tuple[int, int]]:
    """An entity of the model cut at ``and`` and commas, where each part is a place of its own."""
    cuts = [i for i in range(at + 1, stop - 1) if tokens[i].text in ("and", ",", "or")]
    begins = [at, *(i + 1 for i in cuts)]
    parts = list(zip(begins, [*cuts, stop], strict=True))
    places = all(gazetteer.prominence(" ".join(t.text for t in tokens[b:e])) > 0.2 for b, e in parts)
    return parts if places else [(at, stop)]


def _may_begin(token: Token) -> bool:
    small = token.text.islower() and token.text not in PARTICLES
    deed = token.index == 0 and token.pos == "VERB" and token.dep not in ("compound", "amod")  # "Leaving Iraq was hard"
    other = token.pos in ("DET", "ADP", "PRON", "ADV", "SCONJ")
    return token.text[0].isalnum() and not (small or deed or other)


def _may_end(token: Token) -> bool:
    named = token.text != "'s" and token.text not in ("today", "yesterday", "tomorrow", "tonight")
    return token.text[0].isalnum() and named and token.pos not in ("ADP", "DET", "PART", "CCONJ")


def _of_label(text: str, sentence: Sentence, at: int, stop: int, category: Category) -> Candidate | None:
    tokens = sentence.tokens
    while at < stop and not _may_begin(tokens[at]):
        at += 1
    while stop > at and not _may_end(tokens[stop - 1]):
        stop -= 1
    if at >= stop or not any(t.text[0].isupper() for t in tokens[at:stop]):
        return None
    if tokens[at].text.lower() in PLACING and stop - at > 1:
        at, category = at + 1, Category.LOCATION
    start, end = tokens[at].start, tokens[stop - 1].end
    cut = NO_NAME.search(text, start, end)
    surface = text[start : cut.start()].rstrip() if cut else text[start:end]
    end = start + len(surface)
    if surface.split(" ")[0].lower() in CALENDAR and any(c.isdigit() for c in surface):
        return None
    if (
        not surface
        or surface.lower() in CALENDAR
        or end - start > 120
        or (category is Category.NATIONALITY and surface.islower())
    ):
        return None
    if category is not Category.PERSON and is_office(surface):
        return None
    candidate = Candidate(sentence, start, end, start, end, surface, category, "label")
    candidate.votes[category] += 1
    candidate.reasons.append(f"the parser's model labels it {tokens[at].entity}")
    _context_votes(sentence, candidate, at, stop)
    return candidate


def _unlabelled(text: str, sentence: Sentence, at: int, stop: int) -> Candidate | None:
    """A capitalised name that the model does not label, where its words or the gazetteer say what it is."""
    tokens = sentence.tokens
    lengths = range(min(4, stop - at - 1), 0, -1)  # "Minority Whip Ada Moss"
    at += next((n for n in lengths if is_title(" ".join(t.text for t in tokens[at : at + n]).lower())), 0)
    lengths = range(min(3, stop - at - 1), 0, -1)  # "Velm Mayor"
    stop -= next((n for n in lengths if is_title(" ".join(t.text for t in tokens[stop - n : stop]).lower())), 0)
    start, end = tokens[at].start, tokens[stop - 1].end
    surface = text[start:end]
    if not surface[0].isalpha() or surface.lower() in CALENDAR or len(surface) < 3 or is_role(surface.lower()):
        return None
    candidate = Candidate(sentence, start, end, start, end, surface, Category.LOCATION, "label")
    _context_votes(sentence, candidate, at, stop)
    if stop - at > 1 and gazetteer.prominence(surface) > 0.2:
        candidate.votes[Category.LOCATION] += 2
    if not candidate.votes or max(candidate.votes.values()) < 2:
        return None
    candidate.reasons.append("capitalised, and its surroundings say what it is")
    return candidate


def does_one_of(verbs: frozenset[str], sentence: Sentence, name: Token) -> bool:
    """Whether a name is the subject of one of some verbs."""
    return name.dep in ("nsubj", "nsubjpass") and sentence.tokens[name.head].lemma in verbs


def _full_name(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether the parser takes a given name and what follows for a person: "the producer Ana Dovic"."""
    return stop - at > 1 and tokens[at].entity == "PERSON" and is_given(tokens[at].text)


def _is_body_noun(word: str) -> bool:
    """Whether a noun right before a name says that a body bears it: "the shoe chain Tavolo"."""
    kinds = {role.kind for role in roles().get(word, ())}
    return word in assets.words("bodywords.tsv", "firm") or not kinds.isdisjoint(("body", "group"))


def _context_votes(sentence: Sentence, candidate: Candidate, at: int, stop: int) -> None:
    """What the words around a stretch say of its category."""
    # in this order, for what a later one says may hang on the votes so far
    _votes_before(sentence.tokens, candidate, at, stop)
    _votes_of_places(sentence, candidate, at, stop)
    _votes_of_form(sentence, candidate, at, stop)
    if sentence.tokens[stop : stop + 1] and sentence.tokens[stop].text == ",":
        _votes_after(sentence.tokens[stop + 1 : stop + 3], candidate)


def _votes_before(tokens: Sequence[Token], candidate: Candidate, at: int, stop: int) -> None:
    """What the words right before a name say, a title or what a body is called by, and whether a place is told."""
    votes = candidate.votes
    placed = [place_behind(tokens, at, stop, candidate.text)]
    if at:
        before = tokens[at - 1]
        word = before.text.lower()
        both = f"{tokens[at - 2].text} {word}".lower() if at > 1 else word
        if is_role(word) or is_title(both) or word.rstrip(".") in ("mr", "mrs", "ms", "dr", "gen", "col", "lt", "sgt"):
            votes[Category.PERSON] += 3
            candidate.reasons.append(f"a title before it ({before.text})")
        elif before.pos == "NOUN" and _is_body_noun(before.text) and not _full_name(tokens, at, stop):
            votes[kind_of(word) or Category.ORGANISATION] += 3
            candidate.reasons.append(f"what it is called by before it ({before.text})")
        else:
            placed.append(place_before(tokens, at, candidate.text))
    for weight, why in placed:
        if weight:
            votes[Category.LOCATION] += weight
            candidate.reasons.append(why)


def _votes_of_places(sentence: Sentence, candidate: Candidate, at: int, stop: int) -> None:
    """What the places of that name say, and the offices and deeds that no town has."""
    tokens, votes = sentence.tokens, candidate.votes
    known = gazetteer.prominence(candidate.text)
    if known > 0.55 or (known > 0.3 and votes[Category.NATIONALITY]):
        votes[Category.LOCATION] += 2 if votes[Category.NATIONALITY] else 1
    arabic = any(t.text.lower() in ARTICLES for t in tokens[at + 1 : stop - 1])
    if known > (0.3 if arabic else 0.45) and stop - at > 1 and votes[Category.PERSON] < 3:
        votes[Category.LOCATION] += 2  # few people are called like a town by all their names
    if beside_office(tokens, at, stop):
        votes[Category.PERSON] += 3
        candidate.reasons.append("beside the word for an office")
    if stop - at == 1 and not votes[Category.PERSON] >= 3 and plainly_place(candidate.text):
        votes[Category.LOCATION] += 2
        candidate.reasons.append("a well-known place has the name, and hardly anybody")
    speaks = tokens[at].entity == "PERSON" and does_one_of(OF_SPEAKERS, sentence, tokens[stop - 1])
    if speaks and votes[Category.LOCATION] and known < WELL_KNOWN:
        votes[Category.PERSON] += 2
        candidate.reasons.append("does what people do, and no town")


def _votes_of_form(sentence: Sentence, candidate: Candidate, at: int, stop: int) -> None:
    """What a name says by its own words: given names and surnames, what names of bodies begin and end with."""
    tokens, votes = sentence.tokens, candidate.votes
    last = tokens[stop - 1].text.lower()
    if has_initial(candidate.text):
        votes[Category.PERSON] += 2
        candidate.reasons.append("an initial between two names")
    if (
        stop - at == 2
        and gazetteer.prominence(candidate.text) < 0.3
        and is_given(tokens[at].text)
        and is_personal(last)
    ):
        # Firms bear the names of people too; a firm does not sing.
        firm = candidate.category is Category.ORGANISATION and not does_one_of(OF_PEOPLE, sentence, tokens[stop - 1])
        votes[Category.PERSON] += 1 if firm else 2
        candidate.reasons.append("a given name and a surname")
    for category, begins in STARTS.items():
        if tokens[at].text.lower() in begins and stop - at > 1:
            votes[category] += 4
            candidate.reasons.append(f"{tokens[at].text!r} begins such names")
    if candidate.text.startswith(("Abu ", "Umm ", "Ibn ")):
        votes[Category.PERSON] += 3
    if kind_of(last) or last in COMPANY_ENDS or (last in assets.words("bodywords.tsv", "ending") and stop - at > 1):
        votes[kind_of(last) or Category.ORGANISATION] += 3


def _votes_after(following: Sequence[Token], candidate: Candidate) -> None:
    """What stands behind a name and its comma says: ``, who``, ``, 52,``."""
    if not following:
        return
    word, closed = following[0], following[1].text if len(following) > 1 else ""
    if word.text == "who" or (word.pos == "NUM" and len(word.text) == 2 and closed in (",", ".")):
        candidate.votes[Category.PERSON] += 2
