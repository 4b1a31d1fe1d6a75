"""Stretches of a document that may be names, each with what speaks for its category.

In order of trust: forms of the lexicons; a nation with the noun of a body (``Danish Defence Ministry``); runs of
capitalised words that end in the noun of a body, a group or an outlet (``Harbour Rescue network``); what the parser
takes for an entity; capitalised words that the gazetteer knows.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.layers import gazetteer
from sayso.layers.namebook import Entry, Form, namebook, plain, roles, words_of
from sayso.layers.parse import NORMAL, Parse, Sentence, Token
from sayso.types import Document
from sayso.vocab import Category

SPACY = {
    "PERSON": Category.PERSON,
    "ORG": Category.ORGANISATION,
    "GPE": Category.LOCATION,
    "LOC": Category.LOCATION,
    "FAC": Category.LOCATION,
    "NORP": Category.NATIONALITY,
    "EVENT": Category.EVENT,
    "PRODUCT": Category.PRODUCT,
    "WORK_OF_ART": Category.PRODUCT,
}
BODY_KINDS = {"body": Category.ORGANISATION, "outlet": Category.ORGANISATION, "group": Category.GROUP}
#: Body nouns that make a name with a nation even in small letters; others only where they are capitalised.
NATIONAL = frozenset({"ministry", "military", "government", "parliament", "court", "bank", "coalition"})
CONNECTORS = frozenset({"of", "for", "on", "and", "&", "the", "to", "in", "against", "de", "del", "la", "du"})
PARTICLES = frozenset({"al", "el", "bin", "ibn", "abu", "von", "van", "der", "den", "de", "da", "di", "dos", "le", "la", "ul", "ur", "bint", "ez", "az", "as", "ash", "ar", "an"})  # fmt: skip
PLACING = frozenset({"in", "near", "from", "to", "into", "at", "toward", "towards", "outside", "around", "across", "inside", "through"})  # fmt: skip
BEFORE_TITLES = frozenset({"former", "then", "ex", "acting", "late", "senior", "top", "new", "outgoing", "current", "-", "'s"})  # fmt: skip
COMPANY_ENDS = frozenset({"inc", "inc.", "corp", "corp.", "ltd", "ltd.", "llc", "plc", "co", "co.", "ag", "sa", "gmbh", "holdings"})  # fmt: skip
CALENDAR = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split())  # fmt: skip
#: Where a name ends although the model's entity goes on.
NO_NAME = re.compile(r"[()\[\]{}<>|;:,\"“”«»\n]")
#: What is said next to a publisher's short name, and to an armed group's.
OUTLET_CUES = re.compile(
    r"(?:\b(?:told|tells|to|by|according to|with|via|from|quoted by|source:?|photo:?|reporting by)\s+(?:the\s+)?|[©(/]\s*)$|"
    r"^\s*(?:,?\s*(?:said|says|reported|reports|citing|quoted|quotes)\b|(?:news|photo|reporter|correspondent|journalist|"
    r"television|TV|channel|broadcaster|newspaper|magazine|website|agency|interview|report)|[)]|/)",
    re.I,
)
GROUP_CUES = re.compile(
    r"(?:\bagainst|\bby|\bof|\bjoined|\banti-)\s*(?:the\s+)?$|^[\s-]*(?:militants?|fighters?|terrorists?|jihadists?|insurgents?|"
    r"rebels?|group|forces|positions?|held|affiliated|linked|claimed|control\w*|attack\w*|commander|leader|stronghold)\b",
    re.I,
)


@dataclass(slots=True, eq=False)
class Candidate:
    """A stretch that may be a name. Offsets are of the document; ``start`` may lie before ``core_start`` by a
    title, ``end`` after ``core_end`` by a noun that says what it is. ``key`` joins those that are surely one."""

    sentence: Sentence
    start: int
    end: int
    core_start: int
    core_end: int
    text: str  # of the core
    category: Category
    origin: str
    key: tuple[str, ...] | None = None
    entry: Entry | None = None
    title: str = ""
    gender: str = ""
    votes: Counter[Category] = field(default_factory=Counter)
    reasons: list[str] = field(default_factory=list)

    def full_text(self) -> str:
        """The words of the whole mention, title and following noun included."""
        return " ".join(t.text for t in self.sentence.between(self.start, self.end))

    @property
    def firm(self) -> bool:
        return self.origin in ("lexicon", "nation and noun")


@dataclass(slots=True)
class _Known:
    """What lexicon forms of the whole document say of the doubtful ones."""

    sure: set[Entry]
    countries: set[str]
    defined: set[str]  # short forms that the text itself defines


def find_candidates(document: Document, parse: Parse) -> list[Candidate]:
    """The candidates of a document in text order, none overlapping another."""
    text = document.text
    hits = [(s, *hit) for s in parse.sentences for hit in _hits(text, s)]
    known = _known(text, hits)
    by_sentence: dict[int, list[Candidate]] = defaultdict(list)
    for sentence, start, end, forms in hits:
        chosen = _choose(text, sentence, start, end, forms, known)
        if chosen is not None:
            by_sentence[sentence.index].append(_of_entry(text, sentence, start, end, chosen))
    out: list[Candidate] = []
    titles = [s for s in parse.sentences if is_title_case(s)]
    for sentence in parse.sentences:
        if sentence not in titles:
            out += _of_sentence(text, sentence, by_sentence[sentence.index], ())
    named = {plain(c.text): c for c in reversed(out) if c.origin != "nation and noun"}
    for sentence in titles:
        out += _of_sentence(text, sentence, by_sentence[sentence.index], _echoes(text, sentence, named))
    return sorted(out, key=lambda c: (c.start, c.end))


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
    for guess in _labels(text, sentence):
        apart = all(guess.end <= c.start or c.end <= guess.start for c in out)
        place = guess.category is Category.LOCATION and gazetteer.prominence(guess.text) > 0.5
        if apart and place:
            out.append(guess)
    return out


def _hits(text: str, sentence: Sentence) -> Iterable[tuple[int, int, tuple[Form, ...]]]:
    for hit in namebook().find(text[sentence.start : sentence.end].translate(NORMAL)):
        yield sentence.start + hit.start, sentence.start + hit.end, hit.forms


def _known(text: str, hits: Sequence[tuple[Sentence, int, int, tuple[Form, ...]]]) -> _Known:
    sure: set[Entry] = set()
    countries: set[str] = set()
    for _, _, _, forms in hits:
        for form in forms:
            if form.ambiguous:
                continue
            if form.entry.source == "demonyms":
                countries.add(form.entry.country)
            else:
                sure.add(form.entry)
    defined = {m[1] for m in re.finditer(r"[a-z]\s\(([A-Z][A-Za-z-]{1,9})\)", text)}
    return _Known(sure, countries, defined)


def _choose(text: str, sentence: Sentence, start: int, end: int, forms: tuple[Form, ...], known: _Known) -> Form | None:
    """The form meant here, or None: an ambiguous one needs evidence."""
    usual = [f for f in forms if not f.ambiguous]
    if usual:
        places = [f for f in usual if f.entry.source == "demonyms"]
        if len(places) < len(usual) and places and usual[0].entry.source == "demonyms":
            return places[0]
        return usual[0]
    for form in forms:
        if form.entry in known.sure:
            return form
    before, after = text[max(sentence.start, start - 24) : start], text[end : min(sentence.end, end + 24)]
    surface = text[start:end]
    if surface in known.defined:
        return None  # the text says itself what it means by that
    mixed = any(c.islower() for c in text[sentence.start : sentence.end])
    for form in forms:
        entry = form.entry
        acronym = surface.isupper() and mixed
        cues = OUTLET_CUES if entry.source == "outlets" else GROUP_CUES if entry.source == "groups" else None
        cued = bool(cues and (cues.search(before) or cues.match(after)))
        local = entry.country != "" and bool(set(entry.country.split("|")) & known.countries)
        labelled = _labelled(sentence, start, end, ("ORG",)) and start > sentence.start
        if acronym and entry.source != "outlets" and (local or cued or (not entry.country and labelled)):
            return form
        if entry.source == "outlets" and cued and (acronym or labelled):
            return form
        if not acronym and entry.source == "bodies" and labelled and local:
            return form
    return None


def _labelled(sentence: Sentence, start: int, end: int, labels: tuple[str, ...]) -> bool:
    return any(t.entity in labels for t in sentence.between(start, end))


def _of_entry(text: str, sentence: Sentence, start: int, end: int, form: Form) -> Candidate:
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
        body = _nation_body(text, sentence, hit) if hit.category in (Category.NATIONALITY, Category.LOCATION) else None
        taken.append(body or hit)
    taken = _apart([_body_of_nation(text, sentence, c) or c for c in taken])
    guesses = list(echoes) if headline else [*_runs(text, sentence), *_labels(text, sentence)]
    for guess in sorted(guesses, key=lambda c: (c.start - c.end, c.start)):
        over = [c for c in taken if c.start < guess.end and guess.start < c.end]
        if not over:
            taken.append(guess)
        elif _overrules(guess, over, sentence):
            taken = [c for c in taken if c not in over] + [guess]
    taken.sort(key=lambda c: c.start)
    for candidate in taken:
        _widen(text, sentence, candidate, taken)
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
        bool(rest) and any(t.text[0].isupper() and not _is_role(t.text.lower()) for t in rest)
    ) or guess.origin == "run"


def _is_role(word: str) -> bool:
    return any(r.kind in ("title", "rank") for r in roles().get(word, ()))


def is_title_case(sentence: Sentence) -> bool:
    """Whether nearly all longer words are capitalised, as in a headline: capitals tell nothing there."""
    longer = [t for t in sentence.tokens if len(t.text) > 3 and t.text.isalpha()]
    return len(longer) >= 4 and sum(t.text[0].isupper() for t in longer) > 0.75 * len(longer)


def _nation_body(text: str, sentence: Sentence, nation: Candidate) -> Candidate | None:
    """``Danish Defence Ministry``, ``Denmark's navy``, ``Danish-led coalition``: a body named by its nation."""
    after = [t for t in sentence.tokens if t.start >= nation.end]
    led = len(after) > 2 and after[0].text == "-" and after[1].text.lower() == "led"
    position = 2 if led else 0
    if not led and after[:1] and after[0].text in ("'s", "'", "]"):
        position = 1
    elif nation.category is Category.LOCATION and not led:
        return None
    words: list[Token] = []
    for t in after[position : position + 6]:
        if (t.pos not in ("ADJ", "NOUN", "PROPN") and t.text.lower() not in ("of", "-", "the")) or t.text == "]":
            break
        words.append(t)
    for count in range(len(words), 0, -1):
        for length in range(min(count, 5), 0, -1):
            noun = " ".join(w.text for w in words[count - length : count]).replace(" - ", "-").lower()
            found = next((r for r in roles().get(noun, ()) if r.kind == "body"), None)
            if found is None:
                continue
            capital = words[count - 1].text[0].isupper()
            if found.family not in NATIONAL and not capital:
                return None
            if count > length and not all(_modifies(w) for w in words[: count - length]):
                continue
            last = _goes_on(sentence, words[count - 1]) if capital else words[count - 1]
            start = nation.start
            if text[start - 1 : start] == "[" and "]" in text[nation.end : words[0].start]:
                start -= 1
            name = " ".join(w.text for w in sentence.between(words[0].start, last.end)).replace(" - ", "-")
            country = nation.entry.country if nation.entry else ""
            key = ("body", country, _settled_noun(name.lower()), "led" if led else "")
            candidate = Candidate(
                sentence, start, last.end, start, last.end, text[start : last.end], Category.ORGANISATION,
                "nation and noun", key, reasons=[f"a nation ({nation.text}) with the noun of a body ({noun})"],
            )  # fmt: skip
            candidate.entry = nation.entry
            return candidate
    return None


def _body_of_nation(text: str, sentence: Sentence, nation: Candidate) -> Candidate | None:
    """``government of Denmark``, ``Ministry of Health of Denmark``: the noun of a body before its country."""
    if nation.category is not Category.LOCATION or nation.entry is None:
        return None
    before = [t for t in sentence.tokens if t.end <= nation.start][-8:]
    while before and before[-1].text.lower() == "the":
        before.pop()
    if not before or before.pop().text.lower() != "of":
        return None
    for length in (5, 4, 3, 2, 1):
        words = before[-length:]
        noun = " ".join(t.text for t in words).lower()
        found = next((r for r in roles().get(noun, ()) if r.kind == "body"), None)
        if len(words) < length or found is None or found.family not in NATIONAL - {"coalition"}:
            continue
        start = words[0].start
        candidate = Candidate(
            sentence, start, nation.end, start, nation.end, text[start : nation.end], Category.ORGANISATION,
            "nation and noun", ("body", nation.entry.country, _settled_noun(noun), ""), nation.entry,
            reasons=[f"the noun of a body ({noun}) with its nation ({nation.text})"],
        )  # fmt: skip
        return candidate
    return None


def _goes_on(sentence: Sentence, noun: Token) -> Token:
    """The last word of ``Centre for Harbour Safety``, from its noun: capitalised words after ``of`` or ``for``."""
    last = noun
    at = noun.index + 1
    tokens = sentence.tokens
    while at + 1 < len(tokens) and tokens[at].text.lower() in ("of", "for", "and", "&") and _capital(tokens[at + 1]):
        if tokens[at].text.lower() in ("and", "&") and last is noun:
            break
        at += 1
        while at < len(tokens) and _capital(tokens[at]):
            last = tokens[at]
            at += 1
    return last


def _modifies(token: Token) -> bool:
    return token.text[0].isupper() or token.pos in ("ADJ", "NOUN") or token.text == "-"


def _settled_noun(noun: str) -> str:
    """One spelling for the nouns of one body: ``ministry of defence`` and ``defense ministry``."""
    noun = noun.replace("defence", "defense").replace("labour", "labor").replace("centre", "center")
    noun = re.sub(r"^(ministry|department) of (?:the )?([\w ]+)$", r"\2 \1", noun)
    noun = noun.replace("foreign affairs", "foreign").replace("armed forces", "military")
    return re.sub(r"^(?:new|current|former) ", "", noun)


def _runs(text: str, sentence: Sentence) -> Iterable[Candidate]:
    """Runs of capitalised words, joined by small connecting words, that hold or end in a role noun."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        if not _capital(tokens[at]):
            at += 1
            continue
        stop = _run_end(tokens, at)
        made = _role_run(text, sentence, at, stop)
        if made:
            yield made
            at = max(stop, next((t.index for t in tokens if t.start >= made.end), len(tokens)))
        else:
            at = stop


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and token.pos in ("PROPN", "NOUN", "ADJ") and token.text.lower() not in CALENDAR


def _run_end(tokens: Sequence[Token], at: int) -> int:
    """The index after the run of capitalised words that begins here. ``in`` does not join: a place follows it."""
    stop = at + 1
    while stop < len(tokens):
        if _capital(tokens[stop]):
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
            and _capital(tokens[stop + 1])
        ):
            stop += 2
        elif step > stop and step < len(tokens) and _capital(tokens[step]) and _body_noun(tokens, at, stop):
            stop = step + 1
        else:
            break
    return stop


def _body_noun(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a run so far ends in the noun of a body, so that ``of`` or ``for`` goes on with its name."""
    last = tokens[stop - 1].text.lower()
    return any(r.kind in ("body", "group") for r in roles().get(last, ())) or any(
        t.text.lower() in CONNECTORS for t in tokens[at:stop]
    )


def _role_run(text: str, sentence: Sentence, at: int, stop: int) -> Candidate | None:
    """The run as a body, group or outlet, if a noun in it or right after it says so."""
    tokens = sentence.tokens
    last = stop
    for more in (2, 1):
        tail = tokens[stop : stop + more]
        words = " ".join(t.text for t in tail).lower()
        if len(tail) == more and all(t.pos in ("NOUN", "PROPN") for t in tail) and _kind_of(words):
            last = stop + more
            break
    whole = " ".join(t.text for t in tokens[at:last]).lower()
    nouns = [whole.split()[-1], " ".join(whole.split()[-2:])]
    head = whole.split(" of ")[0].split(" for ")[0].split()[-1]
    kind = next((k for k in map(_kind_of, (nouns[1], nouns[0], head)) if k), None)
    ends = whole.split()[-1] in COMPANY_ENDS
    if last - at < 2 or not (kind or ends) or (last > stop and stop == at + 1 and at == 0):
        return None
    if last > stop and tokens[last - 1].text.lower() in ("group", "government", "party") and stop - at == 1:
        return None
    category = kind or Category.ORGANISATION
    start, end = tokens[at].start, tokens[last - 1].end
    candidate = Candidate(
        sentence, start, end, start, end, text[start:end], category, "run",
        reasons=[f"capitalised words with the noun of a body ({tokens[last - 1].text})"],
    )  # fmt: skip
    candidate.votes[category] += 3
    return candidate


def _kind_of(words: str) -> Category | None:
    return next((BODY_KINDS[r.kind] for r in roles().get(words, ()) if r.kind in BODY_KINDS), None)


def _labels(text: str, sentence: Sentence) -> Iterable[Candidate]:
    """What the parser takes for an entity, trimmed to its capitalised part; and capitalised words it left out."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        label = tokens[at].entity
        stop = at + 1
        while stop < len(tokens) and label and tokens[stop].entity == label and not tokens[stop].entity_start:
            stop += 1
        if label in SPACY:
            parts = _parted(tokens, at, stop)
            for begin, end in parts:
                made = _of_label(text, sentence, begin, end, Category.LOCATION if len(parts) > 1 else SPACY[label])
                if made:
                    yield made
        elif not label and tokens[at].pos == "PROPN" and tokens[at].text[0].isupper():
            stop = _name_end(tokens, stop)
            made = _unlabelled(text, sentence, at, stop)
            if made:
                yield made
        at = stop


def _name_end(tokens: Sequence[Token], stop: int) -> int:
    """The index after an unlabelled name: capitalised words, and particles and hyphens between them (``Deir ez-Zor``)."""
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


def _of_label(text: str, sentence: Sentence, at: int, stop: int, category: Category) -> Candidate | None:
    tokens = sentence.tokens
    while at < stop and (not tokens[at].text[0].isalnum() or tokens[at].pos in ("DET", "ADP", "PRON") or (tokens[at].text.islower() and tokens[at].text not in PARTICLES)):  # fmt: skip
        at += 1
    while stop > at and (not tokens[stop - 1].text[0].isalnum() or tokens[stop - 1].text == "'s" or tokens[stop - 1].pos in ("ADP", "DET", "PART")):  # fmt: skip
        stop -= 1
    if at >= stop or not any(t.text[0].isupper() for t in tokens[at:stop]):
        return None
    if tokens[at].text.lower() in PLACING and stop - at > 1:
        at, category = at + 1, Category.LOCATION
    start, end = tokens[at].start, tokens[stop - 1].end
    cut = NO_NAME.search(text, start, end)
    surface = text[start : cut.start()].rstrip() if cut else text[start:end]
    end = start + len(surface)
    if (
        not surface
        or surface.lower() in CALENDAR
        or end - start > 120
        or (category is Category.NATIONALITY and surface.islower())
    ):
        return None
    candidate = Candidate(sentence, start, end, start, end, surface, category, "label")
    candidate.votes[category] += 1
    candidate.reasons.append(f"the parser's model labels it {tokens[at].entity}")
    _context_votes(sentence, candidate, at, stop)
    return candidate


def _unlabelled(text: str, sentence: Sentence, at: int, stop: int) -> Candidate | None:
    """A capitalised name that the model does not label, where its words or the gazetteer say what it is."""
    tokens = sentence.tokens
    start, end = tokens[at].start, tokens[stop - 1].end
    surface = text[start:end]
    if not surface[0].isalpha() or surface.lower() in CALENDAR or len(surface) < 3 or _is_role(surface.lower()):
        return None
    candidate = Candidate(sentence, start, end, start, end, surface, Category.LOCATION, "label")
    _context_votes(sentence, candidate, at, stop)
    if not candidate.votes or max(candidate.votes.values()) < 2:
        return None
    candidate.reasons.append("capitalised, and its surroundings say what it is")
    return candidate


def _context_votes(sentence: Sentence, candidate: Candidate, at: int, stop: int) -> None:
    """What the words around a stretch say of its category."""
    tokens, votes = sentence.tokens, candidate.votes
    before = tokens[at - 1] if at else None
    after = tokens[stop] if stop < len(tokens) else None
    last = tokens[stop - 1].text.lower()
    known = gazetteer.prominence(candidate.text)
    if before is not None:
        word = before.text.lower()
        if _is_role(word) or word.rstrip(".") in ("mr", "mrs", "ms", "dr", "gen", "col", "lt", "sgt"):
            votes[Category.PERSON] += 3
            candidate.reasons.append(f"a title before it ({before.text})")
        elif word == "of" and at > 1 and any(r.kind == "place" for r in roles().get(tokens[at - 2].text.lower(), ())):
            votes[Category.LOCATION] += 4
            candidate.reasons.append(f"called a {tokens[at - 2].text}")
        elif word in ("and", ",", "or") and known > 0 and at > 1 and tokens[at - 2].entity in ("GPE", "LOC"):
            votes[Category.LOCATION] += 2
            candidate.reasons.append("beside another place, and a place of that name is known")
        elif word in PLACING and known > 0:
            votes[Category.LOCATION] += 2 if known > 0.3 else 1
            candidate.reasons.append(f"a place of that name is known, and {before.text!r} stands before it")
    if any(r.kind == "place" for r in roles().get(last, ())) or (after and after.text in ("Province", "Governorate")):
        votes[Category.LOCATION] += 3
    if known > 0.55 or (known > 0.3 and votes[Category.NATIONALITY]):
        votes[Category.LOCATION] += 2 if votes[Category.NATIONALITY] else 1
    if candidate.text.startswith(("Abu ", "Umm ", "Ibn ")):
        votes[Category.PERSON] += 3
    if _kind_of(last) or last in COMPANY_ENDS:
        votes[_kind_of(last) or Category.ORGANISATION] += 3
    if after is not None and after.text == "," and stop + 1 < len(tokens):
        following = tokens[stop + 1]
        if following.text == "who" or (following.pos == "NUM" and len(following.text) == 2):
            votes[Category.PERSON] += 2


def _widen(text: str, sentence: Sentence, candidate: Candidate, taken: Sequence[Candidate]) -> None:
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
            if _kind_of(tail[-1].text.lower()) and all(
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
            candidate.gender = candidate.gender or _gender(words)
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
        phrase = before[begin:]
        for cut in range(len(phrase)):
            title = " ".join(word for word, _ in phrase[cut:]).replace(" - ", "-").lower()
            if not _is_title(title):
                continue
            if all(fits for _, fits in phrase[:cut]):
                candidate.title = " ".join(filter(None, (title, candidate.title)))
                candidate.start = tokens[at + begin].start
                candidate.gender = candidate.gender or _gender(title)
                candidate.votes[Category.PERSON] += 3
                candidate.reasons.append(f"with the title {title!r}")
                return
            break


def _is_title(words: str) -> bool:
    return any(r.kind in ("title", "rank") for r in roles().get(words, ()))


def _gender(title: str) -> str:
    return next((r.gender for r in roles().get(title, ()) if r.gender), "")
