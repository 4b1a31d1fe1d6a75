"""What a line and its clauses tell so far, and how surely a clause speaks of the page's text: see ``wayreader``."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from sayso.documents.credits import wayphrases
from sayso.documents.credits.named import Named
from sayso.documents.credits.waykinds import Kind, any_in

#: So many strange words may stand between an act and its names.
MOST_STRANGE = 3


class About(IntEnum):
    """How surely a clause speaks of the page's text: of something else, of some text, of what was left out, of this
    one."""

    OTHER, SOME, LEFT_OUT, THIS = range(4)


class Far(IntEnum):
    """How far from the page a name is: who passed the text on, who showed it again, from whom it was taken, where it
    stood, where it began; whoever those had it from who are named is one step farther than they. Somebody who wrote it
    is no part of the way."""

    AUTHOR, PASSED, AGAIN, TAKEN, SHOWN, FIRST = -1, 0, 1, 2, 8, 10


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
    latest: int | None = None  # the hop that was last told of; whoever wrote the text is none
    told: bool = False  # a sentence before this one speaks of the text
    other: bool = False  # the sentence before this one speaks of something else
    again: bool = False  # that it was shown here again is told
    # Of the sentence.
    closed: bool = False  # it has no word but those of notices
    speaks: bool = False  # it names this text
    prior: int = About.LEFT_OUT  # of what the clause before speaks
    dirty: bool = False  # there were strange words in it, and no hop behind them

    def __post_init__(self) -> None:
        self._begin(0)

    def _begin(self, at: int) -> None:
        rest = self.kinds[at:].partition(Kind.STOP)[0]
        self.closed = not any_in(rest, Kind.STRANGE + Kind.BLOCK)
        self.speaks = Kind.THIS in rest
        self.prior, self.dirty = About.LEFT_OUT, False

    def next_sentence(self, at: int) -> None:
        """A sentence that begins with that piece."""
        self.told = self.told or bool(self.hops) or self.speaks
        self.other = not (self.told or self.closed)
        self._begin(at)

    @property
    def brief(self) -> bool:
        """Whether the line stands beside the article and the sentence tells nothing else."""
        return self.near and self.closed

    @property
    def way(self) -> list[Hop]:
        """The hops; none where none of them tells of a way."""
        told = self.again or not all(hop.weak for hop in self.hops)
        places = {hop.far for hop in self.hops} - {Far.AUTHOR}
        return self.hops if told or (self.brief and len(places) > 1) else []  # "carried by X; written by Y"

    def add(self, hop: Hop) -> None:
        """A name, or what else is told of one that is known: it is as far off as it was anywhere."""
        known = [number for number, old in enumerate(self.hops) if old.named.name == hop.named.name]
        for number in known:
            old = self.hops[number]
            self.hops[number] = old._replace(far=max(old.far, hop.far), weak=old.weak and hop.weak)
        if not known:
            self.hops.append(hop)
        self.latest = known[-1] if known else len(self.hops) - 1

    def known(self, named: Named) -> int | None:
        """The last hop of that name, or of one that ends with it: *the Lamp* of *The Harbour Lamp*; None where none."""
        short = f" {named.name.removeprefix('The ')}"
        return max((n for n, hop in enumerate(self.hops) if f" {hop.named.name}".endswith(short)), default=None)

    def set_first(self, number: int) -> None:
        """The text stood there first: "X, where it first ran"."""
        self.hops[number] = self.hops[number]._replace(far=Far.FIRST, weak=False)


@dataclass
class Clause:
    """What is known of a clause so far: its subject, its act, the names. A relative clause may be ``of`` a hop, "X,
    which had it from Y", or speak of a ``where``, "X, where it first ran"."""

    line: Line
    of: int | None = None
    where: bool = False
    about: int = About.LEFT_OUT
    # The subject.
    subject: str = ""  # the letters of what stands before the act, or before the next one
    vague: bool = False  # the last word for a text may be for any
    picky: bool = False  # the subject is such a word
    definite: bool = False  # the subject is *the* text
    noun: bool = False  # the subject is some text
    order: str = ""  # a word for *first* or *later*, as long as it belongs to nothing
    # The act.
    act: str = ""  # its kind
    word: str = ""  # its own
    first: bool = False
    later: bool = False
    doer: bool = False  # we did it
    taken: int = 0  # the names that have a part in it
    strange: int = 0  # the strange words since
    # The names.
    lead: str = ""  # the word before the last ones
    placed: bool = False  # something of what they are stands before them: "the website of"
    bare: Named | None = None  # the last one without a part
    agent: Named | None = None  # who did it, as long as nothing says to what
    ahead: list[tuple[str, list[Named]]] = field(default_factory=list)  # those whose act may stand behind them

    @property
    def of_hop(self) -> bool:
        """Whether it is a relative clause of a hop."""
        return self.of is not None

    @property
    def goes_on_bare(self) -> bool:
        """Whether from whom somebody had it stands there without a word for it: "X, citing Y", "X, translating Y"."""
        doing = self.of_hop and self.word.endswith("ing") and not self.subject
        return self.act == Kind.CITE or doing

    def begin_act(self, act: str, word: str, *, first: bool) -> None:
        """An act; nothing of those before it in the clause goes on."""
        self.act, self.word, self.first, self.later = act, word, first, self.order == Kind.LATER
        self.order, self.taken, self.ahead, self.strange = "", 0, [], 0

    def take_order(self) -> None:
        """A word for *first* or *later* that stands behind the act is the act's: "published first in X"."""
        self.first = self.first or self.order == Kind.FIRST
        self.later = self.later or self.order == Kind.LATER
        self.order = ""

    def speaks_of(self) -> int:
        """How surely the clause speaks of the page's text, by what stands before its act."""
        subject, line = self.subject, self.line
        if Kind.BLOCK in subject:
            return About.OTHER
        if Kind.THIS in subject:
            return About.THIS
        if self._goes_on():
            self.noun = True
            return self.about
        if not line.hops and (wayphrases.BEHIND.match(subject) or wayphrases.OF_PROGRAMME.fullmatch(subject)):
            return About.OTHER
        if text := wayphrases.OF_TEXT.search(subject):
            self.definite, self.noun, self.picky = text["article"] == Kind.DEFINITE, True, self.vague
            some = text["article"] in (Kind.INDEFINITE, Kind.POSSESSIVE)
            return About.THIS if line.hops else About.SOME if some else About.LEFT_OUT
        if Kind.NAME in subject:
            return About.OTHER
        if Kind.PRONOUN in subject:
            mine = line.told or line.speaks or self.of_hop
            return About.THIS if mine else About.OTHER if line.other else About.LEFT_OUT
        if Kind.STRANGE in subject and not self._strange_aside():
            return About.OTHER
        if Kind.WE in subject:
            return About.SOME
        return About.THIS if self.of_hop else self.about if self.act else line.prior

    def _goes_on(self) -> bool:
        """Whether a text's name goes on with the act before: "a translation of *an article published* in X"."""
        text = Kind.TEXT in self.subject and not any_in(self.subject, Kind.STRANGE + Kind.NAME + Kind.BE)
        return bool(self.act) and text

    def _strange_aside(self) -> bool:
        """Whether the subject's strange words are of no matter: "and lightly shortened", "X, which kindly …"."""
        if self.act and set(self.subject) <= {Kind.STRANGE, Kind.FILL, Kind.FIRST, Kind.LATER}:
            return True
        return self.of_hop and self.subject.count(Kind.STRANGE) < MOST_STRANGE - 1
