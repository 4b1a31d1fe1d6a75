"""How the texts introduce the people in them, and as whose: "Ida Voss, a spokeswoman for the Lund campaign"."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from sayso import assets
from sayso.relations.names.bodies import FILLERS, body_words, countries
from sayso.relations.words.spellings import folded
from sayso.types import Document, Mention
from sayso.vocab import Category, Level

#: What stands before a name as far as it may introduce it, in characters, and behind it.
AHEAD, BEHIND = 80, 100
#: What ends an introduction; the stop of "Mr." and of an initial does not.
BREAK = r"[!?;:,()\n“”\"—–]|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z][a-z])\."
#: What follows a name beside it: "Ida Voss, a spokeswoman for the council," or "Ida Voss (spokeswoman of the council)",
#: "Ida Voss is a spokeswoman for the council".
BESIDE = re.compile(rf"(?:,\s+|\s*\(|\s(?:is|was)\s(?=(?:an?|the)\s))((?:(?!{BREAK}).){{3,{BEHIND}}})")
BREAKS = re.compile(BREAK)
#: Where what somebody is ends, and what she does begins.
DOING = re.compile(
    r"\b(?:who|which|that|said|says|told|when|while|where|whose|after|before|because|but|as|has|had|was|is)\b"
)
#: People who ask others, and pass on what these say.
REPORTING = frozenset(
    "journalist reporter correspondent host anchor anchorman anchorwoman presenter moderator interviewer newsreader "
    "newscaster broadcaster".split()
)
#: What people are called by whose they are, beside the titles that stand before names.
BELONGING = frozenset("mate fellow member staffer staff head official supporter representative ally chief".split())
#: What stands with such words, and before them.
BESIDES = frozenset(
    "former ex deputy vice senior top chief acting interim running press communications media policy political legal "
    "campaign party team government company group committee council union office department ministry agency court "
    "current longtime veteran executive general national assistant associate s a an the its his her their".split()
)
#: What may follow the word for what somebody is.
OF = frozenset("of for at to with from in and on".split())
#: What stands in no name, whatever letters a headline gives it.
SMALL = OF | frozenset("by as after before during over under about into against is was are and or".split())
#: Those who run for an office by these words may be of any party.
CAMPAIGNS = frozenset({"campaign", "team", "camp"})
#: Bodies in which friend and foe sit, and what is none: "White House Press Secretary".
EVERYBODYS = frozenset("house senate congress parliament press".split())


class Introduction(NamedTuple):
    """The words that introduce somebody, and the folded names of the bodies and people in them."""

    words: str
    whose: frozenset[str]


@functools.cache
def _titles() -> frozenset[str]:
    """The last words of what people are called by before their names."""
    told = (row for row in assets.rows("roles.tsv") if row["kind"] in ("title", "rank") and row["class"] != "honorific")
    return frozenset(row["form"].split(" ")[-1].strip(".") for row in told) | REPORTING | BELONGING


def introductions(
    documents: Mapping[str, Document], mentions: Sequence[Mention], names: Mapping[tuple[str, str], str]
) -> dict[str, list[Introduction]]:
    """Folded name of a person → how the texts introduce her, sorted; ``names`` are the names by which entities are
    known, by document and the name there."""
    held: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.level is not Level.NOMINAL and mention.span.document_id in documents:
            held[mention.span.document_id].append(mention)
    found: dict[str, set[Introduction]] = defaultdict(set)
    for document_id, named in held.items():
        text = documents[document_id].text
        named.sort(key=lambda m: m.span)
        starts = [m.span.start for m in named]
        for mention in named:
            if mention.category is not Category.PERSON or mention.level is not Level.NAME:
                continue
            own = folded(names.get((document_id, mention.name), mention.name))
            if own.split(" ")[-1] not in folded(text[mention.span.start : mention.span.end]):
                continue  # it may be somebody else's
            for start, end in _beside(text, mention):
                others = named[bisect_left(starts, start) : bisect_left(starts, end)]
                whose = {folded(names.get((document_id, m.name), m.name)) for m in others if _somebody(m)}
                words = " ".join(text[start:end].split())
                whose |= set(_bodies_in(folded(text[mention.span.start : mention.span.end]).split()))
                found[own].add(Introduction(words, frozenset(whose - {own} - EVERYBODYS)))
    return {name: sorted(held, key=lambda i: (i.words, sorted(i.whose))) for name, held in found.items()}


@functools.cache
def _bodies() -> dict[str, str]:
    """What bodies are called, folded → the folded names by which they are known."""
    rows = assets.rows("bodies.tsv")
    return {folded(form): folded(r["name"]) for r in rows for form in (r["name"], *r["aliases"].split("|")) if form}


def _bodies_in(words: Sequence[str]) -> Iterator[str]:
    """The bodies that are named before a name, inside what the reader took for the name: "RNC Chair Ida Voss"."""
    for length in (1, 2, 3):
        for start in range(len(words) - length):
            found = _bodies().get(" ".join(words[start : start + length]))
            if found is not None:
                yield found


@functools.cache
def _parties() -> frozenset[str]:
    return frozenset(folded(row["name"]) for row in assets.rows("bodies.tsv") if row["kind"] == "party")


def _of_a_party(name: str) -> bool:
    return name in _parties() or "party" in name.split()


def _somebody(mention: Mention) -> bool:
    """Whether a mention names a body or a person; a pronoun does where it is known for whom it stands."""
    told = mention.category in (Category.ORGANISATION, Category.GROUP, Category.PERSON)
    return told and mention.name.lower() not in BESIDES


def _beside(text: str, mention: Mention) -> Iterator[tuple[int, int]]:
    """Where the words are that introduce one mention of a name: those before it with the name, those behind it with
    it."""
    first, last = mention.span.start, mention.span.end
    start = _before(text, first)
    if not _titles().isdisjoint(folded(text[start:last]).split()):
        yield start, last
    after = BESIDE.match(text, last)
    if after is not None:
        doing = DOING.search(after[1])
        told = after[1][: doing.start()] if doing else after[1]
        if _says_what(told.split()):
            yield first, after.start(1) + len(told)


def _says_what(words: Sequence[str]) -> bool:
    """Whether some words beside a name say what she is, and maybe whose: "a spokeswoman for the Lund campaign"; not
    what somebody else does: "the governor went", "coach Aldo Renn"."""
    for word, following in zip_longest(words, words[1:], fillvalue="of"):
        if folded(word) in _titles() and following in OF:
            return True
        if not (_goes_with(word) or folded(word) in _titles()):
            return False
    return False


def _before(text: str, end: int) -> int:
    """Where the words begin that may introduce the name at ``end``: "the council's deputy chairman, "."""
    begin = max(0, end - AHEAD)
    before = text[begin:end].rstrip().removesuffix(",")
    breaks = [found.end() for found in BREAKS.finditer(before)]
    first, start = (breaks[-1] if breaks else 0), end
    words = list(re.finditer(r"\S+", before[first:]))
    if text[begin:end].rstrip().endswith(",") and not (words and folded(words[-1][0]) in _titles()):
        return end  # names in a row
    for word in reversed(words):
        if not (_goes_with(word[0]) or folded(word[0]) in _titles()):
            break
        start = begin + first + word.start()
    return start


def _goes_with(word: str) -> bool:
    """Whether a word may stand with what somebody is called: a name, or what tells more of an office."""
    plain = folded(word)
    return (word[:1].isupper() and plain not in SMALL) or (word[:1].isalpha() and BESIDES.issuperset(plain.split()))


def reports(told: Sequence[Introduction]) -> bool:
    """Whether somebody is introduced as one who passes on what others say."""
    return any(not REPORTING.isdisjoint(folded(i.words).split()) for i in told)


def one_house(
    one: str, told: Sequence[Introduction], person: bool, other: str, others: Sequence[Introduction], also: bool
) -> str | None:
    """Why two may speak for one body or person, in a sentence; None where nothing says so. Either has a name, how the
    texts introduce it, and whether it is a person."""
    for a, introduced, b, is_person in ((one, told, other, also), (other, others, one, person)):
        for introduction in introduced:
            if any(_meant(name, b, is_person) for name in introduction.whose):
                return f"{a} may speak for {b}: it is introduced as “{introduction.words}”"
            if not is_person and b.split(" ")[-1] in CAMPAIGNS and any(map(_of_a_party, introduction.whose)):
                return f"{a} is introduced as “{introduction.words}”, and {b} may be of that party"
    for left in told:
        for right in others:
            if not left.whose.isdisjoint(right.whose):
                said = f"introduced as “{left.words}” and “{right.words}”"
                return f"{one} and {other} may speak for one: they are {said}"
    return None


def _meant(name: str, whom: str, person: bool) -> bool:
    """Whether a folded name in an introduction may mean a source: one surname, or a word that both bear."""
    mine, its = name.split(" "), folded(whom).split(" ")
    if person:
        return mine[-1] == its[-1]
    kinds = FILLERS | body_words("kind")
    return any(word in its and word not in kinds and word not in countries() for word in mine)
