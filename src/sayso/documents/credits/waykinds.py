"""The kinds of words of which a line of a text's way is made, each with the letter by which the grammar knows it.

The letters of a line stand side by side as its words do, ``HTB1SbdN`` for *This story was first published by the
Harbour Gazette*, so that regular expressions over them find phrases whatever their words (``wayphrases``).
"""

from __future__ import annotations

from enum import StrEnum, unique
from typing import Self


@unique
class Kind(StrEnum):
    """A kind's letter, and the row of ``notices.tsv`` that lists its words where one does. A word of two kinds is of
    the first."""

    row: str

    def __new__(cls, letter: str, row: str = "") -> Self:
        """The letter as a string of its own class."""
        kind = str.__new__(cls, letter)
        kind._value_, kind.row = letter, row
        return kind

    # What is done with texts.
    SHOW = "S", "act-show"  # published, ran, aired
    TAKE = "K", "act-take"  # republished, taken, picked up
    ADAPT = "D", "act-adapt"  # translated, abridged
    GIVE = "G", "act-give"  # provided, syndicated, sent
    MAKE = "M", "act-make"  # written, produced, reported
    COME = "C", "act-come"  # comes, reached us; also whatever ``From X`` tells without an act
    READ = "R", "act-read"  # found, "read it at X"
    CITE = "I", "act-cite"  # citing, "which cites X"
    PAY = "U", "act-pay"  # funded, supported: whoever did has no part in the way
    # In which order it was done.
    FIRST = "1", "order-first"  # originally, first
    LATER = "2", "order-later"  # then, later
    # What leads up to a name and gives it its part.
    VIA = "v", "role-via"  # via, through
    WAY = "W", "role-way"  # "by way of X"
    FROM = "f", "role-from"  # from, aus
    VON = "n", "role-von"  # von, av, da: *by* or *from*, by the act
    OF = "o", "role-of"  # of, de, di
    BY = "b", "role-by"  # by, par
    AT = "a", "role-at"  # in, on, at
    WITH = "w", "role-with"  # "in partnership with X"
    FOR = "g", "role-for"  # for, "on behalf of X"
    TO = "t", "role-to"  # to, "thanks to X"
    LEAVE = "L", "leave"  # permission, arrangement: by whose leave
    LEAVE_BARE = "Y", "leave-bare"  # courtesy, thanks: the same without a word behind it, "courtesy X"
    # What else there is around them.
    RELATIVE = "Q", "relative"  # which, who, where
    BLOCK = "X", "block"  # not, may, said: what makes a sentence one of something else
    THIS = "H", "this-text"  # "this article"
    PRONOUN = "P", "pronoun"  # it, them
    WE = "E", "we"  # we, I
    BE = "B", "to-be"  # is, was
    HAVE = "h", "to-have"  # has, had
    JOIN = "J", "join"  # and, or
    DEFINITE = "d", "definite"  # the
    POSSESSIVE = "p", "possessive"  # its, their
    INDEFINITE = "i", "indefinite"  # a, an
    TITLED = "Z", "titled"  # "as", "entitled": a title stands behind
    MAKER = "A", "maker"  # author, reporter: who it is stands behind
    TRANSPARENT = "*", "transparent"  # site, edition, partner: "the website of X" is X
    FILL = "_", "fill"  # online, also, today: words that tell nothing, and those of grammar
    # What no row lists.
    NAME = "N"  # "Harbour Gazette"
    TEXT = "T"  # story, article
    LANGUAGE = "l"  # Swahili, "from the Danish"
    STRANGE = "?"  # any other word: of it no notice is made
    STOP = "."  # a sentence ends
    TURN = ";"  # a clause ends: ";", "|", a dash
    COMMA = ","
    COLON = ":"
    OPEN = "("
    CLOSE = ")"


ACTS = "SKDGMCRI"
LEAVES = Kind.LEAVE + Kind.LEAVE_BARE
#: What may give a name its part: an act; or alone, as in ``via X``, ``From X``, ``By permission of X``.
TELLING = ACTS + LEAVES + Kind.VIA + Kind.FROM


def any_in(letters: str, kinds: str) -> bool:
    """Whether any of the kinds is among the letters."""
    return not set(kinds).isdisjoint(letters)
