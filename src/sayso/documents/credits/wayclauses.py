"""What a clause of a line speaks of, and which names may have a part in what it tells: see ``ways``.

A clause tells of the page's text more or less surely, by what stands before its act; the less surely it does, the more
is asked of a name, and of the words around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.named import Named
from sayso.documents.credits.parts import houses
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.credits.sourcelabels import MEANS
from sayso.documents.credits.wayitems import STOP, STRANGE, is_house, kind_of


class About(IntEnum):
    """How surely a clause speaks of the page's text: of something else, of some text, of what was left out, of this
    one."""

    OTHER, SOME, LEFT_OUT, THIS = range(4)


class Far(IntEnum):
    """How far from the page a name is: who passed the text on, who showed it again, from whom it was taken, where it
    stood, where it began; whoever those had it from who are named is one step farther than they. Somebody who wrote it
    is no part of the way."""

    AUTHOR, PASSED, AGAIN, TAKEN, SHOWN, FIRST = -1, 0, 1, 2, 8, 10


#: What an act makes of a name in each part; of who did it, where the sentence begins with the name.
PARTS = {
    "S": {"a": Far.SHOWN, "b": Far.SHOWN, "n": Far.SHOWN, "f": Far.SHOWN, "t": Far.AGAIN},
    "K": {"f": Far.TAKEN, "n": Far.TAKEN, "b": Far.AGAIN, "a": Far.AGAIN},
    "D": {"f": Far.TAKEN, "n": Far.AGAIN, "b": Far.AGAIN, "a": Far.AGAIN},
    "G": {"b": Far.PASSED, "n": Far.PASSED, "f": Far.TAKEN, "g": Far.FIRST},
    "M": {"b": Far.FIRST, "n": Far.FIRST, "g": Far.FIRST, "a": Far.FIRST, "f": Far.TAKEN},
    "C": {"f": Far.TAKEN, "n": Far.TAKEN, "b": Far.TAKEN, "a": Far.TAKEN},
    "R": {"a": Far.TAKEN, "f": Far.TAKEN},
    "I": {"f": Far.TAKEN},
}  # fmt: skip
DID = {"S": Far.SHOWN, "K": Far.AGAIN, "D": Far.AGAIN, "G": Far.TAKEN, "M": Far.FIRST}
#: So many strange words may stand between an act and its names.
MOST_STRANGE = 3
#: What a subject is: some text's, by the article before it; something behind a preposition.
OF_TEXT = re.compile(r"(?P<article>[dip]?)[_l*?12]{0,4}T")
BEHIND = re.compile(r"^[_,]*[abfnvwgto].*T")
#: A company's form; what places, papers and works begin with, and people do not.
FORM = re.compile(r"(?:LLC|Inc|Ltd|PLC|GmbH|AG|SA|BV|Corp|Co)\.?", re.I)
ARTICLES = ("The ", "La ", "Le ", "El ", "Il ", "Die ", "Der ", "De ", "O ", "A ")
QUOTES = "“\"‘'«„*_《「"
#: Whose leave to show a text they may give who are no outlets.
PERMITS = re.compile("ermi[st]|utori|enehmig|onsent|toestemming|till(?:at|st)|zgod|разреш")


class Hop(NamedTuple):
    """A name in a text's way: how far it is from the page; whether its act alone tells nothing of a way, as that of
    ``Published by X``."""

    named: Named
    far: int
    weak: bool = False


@dataclass
class Line:
    """A line and what is known of it so far. ``near``: it stands beside the article, where whatever is told of a text
    is told of this one. ``kinds`` are the letters of its pieces."""

    words: str
    near: bool
    kinds: str
    hops: list[Hop] = field(default_factory=list)
    told: bool = False  # a sentence before this one speaks of the text
    again: bool = False  # that it was shown here again is told
    closed: bool = False  # the sentence has no word but those of notices
    speaks: bool = False  # the sentence names this text
    prior: int = About.LEFT_OUT  # of what the clause before speaks
    dirty: bool = False  # there were strange words in the sentence, and no hop behind them

    def begin(self, at: int) -> None:
        """A sentence that begins with that piece."""
        rest = self.kinds[at:].partition(STOP)[0]
        self.closed = STRANGE not in rest and "X" not in rest
        self.speaks = "H" in rest
        self.prior, self.dirty = About.LEFT_OUT, False

    @property
    def brief(self) -> bool:
        """Whether the line stands beside the article and the sentence tells nothing else."""
        return self.near and self.closed


@dataclass
class Clause:
    """What is known of a clause so far."""

    of: int = -1  # the hop that a relative clause speaks of
    about: int = About.LEFT_OUT
    act: str = ""  # its letter
    word: str = ""  # the act's own
    subject: str = ""  # the letters of what stands before the act, or before the next one
    order: str = ""  # a word for *first* or *later*, as long as it belongs to nothing
    lead: str = ""  # the word before the last names
    placed: bool = False  # something of what they are stands before them: "the website of"
    taken: int = 0  # the names that have a part in the act
    strange: int = 0  # the strange words since the act
    first: bool = False
    later: bool = False
    where: bool = False  # a relative clause of a place
    doer: bool = False  # we did it
    vague: bool = False  # the last word for a text may be for any
    picky: bool = False  # the subject is such a word
    definite: bool = False  # the subject is *the* text
    noun: bool = False  # the subject is some text
    bare: Named | None = None  # the last name without a part
    agent: Named | None = None  # who did it, as long as nothing says to what
    ahead: list[tuple[str, list[Named]]] = field(default_factory=list)  # names whose act may stand behind them


def about_of(clause: Clause, line: Line) -> int:
    """How surely the clause speaks of the page's text, by what stands before its act."""
    subject = clause.subject
    if "X" in subject:
        return About.OTHER
    if "H" in subject:
        return About.THIS
    if clause.act and "T" in subject and not {"?", "N", "B"} & set(subject):
        clause.noun = True
        return clause.about  # "a translation of an article published in X"
    if BEHIND.match(subject) and not line.hops:
        return About.OTHER
    if text := OF_TEXT.search(subject):
        clause.definite, clause.noun, clause.picky = text["article"] == "d", True, clause.vague
        return About.THIS if line.hops else About.SOME if text["article"] in ("i", "p") else About.LEFT_OUT
    if "N" in subject:
        return About.OTHER
    if "P" in subject:
        return About.THIS if line.told or line.speaks or clause.of >= 0 else About.LEFT_OUT
    aside = clause.act and set(subject) <= set("?_12")  # "and lightly shortened"
    if STRANGE in subject and not aside and not (clause.of >= 0 and subject.count(STRANGE) < MOST_STRANGE - 1):
        return About.OTHER
    if "E" in subject:
        return About.SOME
    return About.THIS if clause.of >= 0 else clause.about if clause.act else line.prior


def far_of(clause: Clause, line: Line, part: str) -> int | None:
    """How far from the page the act alone puts a name that has this part in it; None where nobody has it."""
    if part in ("v", "L"):
        return Far.PASSED if part == "v" else Far.FIRST if clause.act == "M" else Far.TAKEN
    if clause.act == "I" or (clause.act == "S" and part == "f"):  # "X ran this from Y", "X, which cites Y"
        told = line.closed if clause.act == "I" else clause.taken
        return line.hops[-1].far + 1 if line.hops and told else None
    if clause.act == "D" and part != "f" and not clause.taken:
        return None  # "translated by X"
    return PARTS[clause.act].get(part)


def by_order(clause: Clause, line: Line, part: str, far: int) -> int:
    """The same by what else the clause says: that it was first there, or later; of whom it speaks."""
    if clause.first and (
        (far in (Far.SHOWN, Far.PASSED, Far.AGAIN) and part != "v") or (far == Far.TAKEN and clause.act == "R")
    ):
        return Far.FIRST
    if far == Far.SHOWN and clause.later:
        return Far.AGAIN
    return line.hops[clause.of].far + 1 if far == Far.TAKEN and clause.of >= 0 and clause.act != "I" else far


def is_outlet(named: Named) -> bool:
    """Whether a name sounds like an outlet's, or like an agency's."""
    return (sounds_like_outlet(named.name) or is_house(named.name)) and not MEANS.match(named.name)


def fits(clause: Clause, line: Line, part: str, named: Named, far: int = Far.SHOWN) -> bool:
    """Whether a name may have the part, as far as the clause speaks of this text."""
    name, about, act = named.name, clause.about, clause.act
    outlet = is_outlet(named)
    house = name.startswith(ARTICLES) or kind_of(name.split()[-1].lower()) == "*"  # "Rocky Exchange"
    person = begins_with_given(name) and not (outlet or house)
    if person or MEANS.match(name) or FORM.fullmatch(name) or about == About.OTHER:
        return False
    if line.dirty and about != About.THIS and not line.brief and not (clause.first and clause.definite):
        return False
    if about == About.SOME or clause.picky or (act == "D" and part not in ("f", "L")):
        passed = far == Far.PASSED and line.brief and " " in name
        return (outlet or passed) and (line.near or about > About.SOME)
    if clause.definite and far == Far.AGAIN:
        return line.brief  # "The story was picked up by X"
    if act == "C" and about == About.LEFT_OUT and clause.word and not line.closed:
        return False
    if act == "R":
        object_told = about == About.THIS and (outlet or clause.placed or " " in name)
        return (line.near or clause.first) and (object_told or (part == "a" and outlet and line.closed))
    return outlet or _may_be_outlet(clause, line, part, named, far)


def _may_be_outlet(clause: Clause, line: Line, part: str, named: Named, far: int) -> bool:
    """The same of a name that does not sound like an outlet's."""
    name, act = named.name, clause.act
    before = line.words[max(0, named.start - 4) : named.start].lower()
    sure = " " in name or before.endswith("the ") or before[-1:] in QUOTES or name.startswith(ARTICLES)
    sure = sure or clause.placed
    if part in ("b", "n") and clause.taken and far != Far.PASSED:
        return False  # "excerpted from X by Ada Bell"
    if clause.about == About.THIS:
        first, handed = clause.first and part in ("a", "b", "n"), part == "b" and act in "KG"
        return sure or part in ("f", "L") or first or handed
    if act == "C":  # told by the part alone
        return _told_alone(clause, line, part, named, sure)
    if act in "KD" and ((part == "f" and clause.lead != "aus") or (part == "n" and sure)):
        return True
    if line.hops and line.brief and act in "KG" and part in ("b", "v"):
        return True
    if clause.first and not clause.subject:
        return True
    return sure and (clause.first or part in ("f", "L") or line.brief or clause.noun)


def _told_alone(clause: Clause, line: Line, part: str, named: Named, sure: bool) -> bool:
    """The same where there is no act: ``via X``, ``by permission of X``, ``From X:``."""
    if part == "L" and PERMITS.search(line.words):
        return True
    if line.near and line.words[named.end :].strip() == ":":
        return True
    whole = line.kinds.strip("_;") == "fN" and houses().search(named.name) is not None
    told = bool(line.hops) or (line.near and (part == "v" or clause.placed or whole))
    return line.closed and told and (sure or (line.near and "h/t" in line.words.lower()))
