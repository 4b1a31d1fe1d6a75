"""Reads a line by the grammar of a text's way: what was done with it, by whom, from whom, through whom, in which order.

A sentence is read from its beginning to its end as *subject, act, parts*: what it speaks of (this text, or nothing as
in ``Reprinted from X``), something that is done with texts, and names behind words that give them a part in it. Acts,
parts and names of all kinds go together freely, as do clauses and sentences of such. How far from the page each name
stands tells their roles in the end. ``wayitems`` tells the words from one another, ``wayclauses`` of what a clause
speaks and which names it may name.
"""

from __future__ import annotations

import re

from sayso.documents.credits import wayphrases
from sayso.documents.credits.bylines import PERSON
from sayso.documents.credits.named import Named, split_names
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.credits.wayclauses import (
    DID,
    MOST_STRANGE,
    OF_TEXT,
    PARTS,
    About,
    Clause,
    Far,
    Hop,
    Line,
    about_of,
    by_order,
    far_of,
    fits,
    is_outlet,
)
from sayso.documents.credits.wayitems import STOP, STRANGE, TEXT, TURN, kind_of, kinds_of, pieces_of
from sayso.outlets import find_outlet, is_agency


class Reader:
    """Reads one line. ``near``: it stands beside the article, where whatever is told of a text is told of this one."""

    def __init__(self, words: str, near: bool) -> None:
        self.pieces = pieces_of(words)
        self.line = Line(words, near, wayphrases.ASIDE.sub(self._without, kinds_of(self.pieces)))
        self.line.begin(0)
        self.now = Clause()

    def _without(self, aside: re.Match[str]) -> str:
        """Small words for what tells nothing of a way; what is an agency alone in brackets stays."""
        named = self.pieces[aside.start() + 1].named if aside[0] == "(N)" else None
        return aside[0] if named and is_agency(named.name) else "_" * len(aside[0])

    def read(self) -> list[Hop]:
        """The hops of the line, in text order; none where none of them tells."""
        for match in wayphrases.CHUNK.finditer(self.line.kinds):
            if match["names"]:
                self._named(match)
            elif match["act"]:
                self._act(match["act"], self.pieces[match.start()].word)
            elif match["bare"]:
                self._bare(self.pieces[match.start()].named, match.start())
            else:
                self._word(match["word"], match.start())
        line = self.line
        both = line.brief and len({hop.far for hop in line.hops} - {Far.AUTHOR}) > 1  # "carried by X; written by Y"
        return line.hops if both or line.again or any(not hop.weak for hop in line.hops) else []

    def _named(self, match: re.Match[str]) -> None:
        """Names behind a word that gives them a part."""
        begin, end = match.span("names")
        found = [piece.named for piece in self.pieces[begin:end] if piece.named]
        names = [name for named in found for name in split_names(named)]
        self.now.placed = not {"T", "*"}.isdisjoint(self.line.kinds[match.end("lead") : begin])
        self.now.lead = self.pieces[match.start()].word
        if self.pieces[begin - 1].word not in wayphrases.PROGRAMMES or is_outlet(
            names[0]
        ):  # "the programme Deep Water"
            self._phrase(self._part(match), names, end)

    def _part(self, match: re.Match[str]) -> str:
        """The part of the names of a phrase: ``L`` for whose leave it is by; else the letter of the word for it."""
        lead, word = match["lead"], self.pieces[match.start()].word
        if lead[0] in "LY":
            return "L" if lead[-1] not in "ti" or word in wayphrases.THANKED else ""
        if lead[0] in "WZ":
            return "v" if lead[0] == "W" else "a"  # "as an edition of"
        if (lead, self.now.act, word) in (("o", "S", "di"), ("n", "D", "da")):
            return "a" if lead == "o" else "f"
        if lead == "o" and self.now.act in tuple("KDCR") and (self.now.placed or word != "of"):
            return "a" if self.now.act == "R" else "f"  # "a translation of an article in X"
        return lead[0]

    def _word(self, kind: str, at: int) -> None:
        if kind == STOP:
            self.line.told = self.line.told or bool(self.line.hops) or self.line.speaks
            self.line.begin(at + 1)
            self.now = Clause()
        elif kind in (TURN, "("):
            about = self.now.about if self.now.taken else self.line.prior
            self.now = Clause()
            self.line.prior = about
        elif kind == "Q":
            self._relative(at)
        elif kind in "HPT":
            self._text(kind, at)
        elif kind in "12":
            self.now.order = kind
            if kind == "1" and self.now.where and self.now.act:
                self._set_first(self.now.of)  # "where it aired first"
        elif kind == ":" and not self.now.taken:
            self.now.subject += kind
        elif kind in ",J" and self.now.act:
            self.now.subject = ""
        elif kind != ")":
            self.now.subject += kind
            self.now.strange += kind == STRANGE
            self.line.dirty = self.line.dirty or kind in "?X"

    def _text(self, kind: str, at: int) -> None:
        """A word for a text, or one that stands for it: the subject, or to what something was done."""
        word = self.pieces[at].word
        if word == "original":
            self.now.order = "1"
        if kind == "P" and "h" in self.now.subject and (self.now.of >= 0 or self.now.bare):
            self._act("K", "had")  # "which had it from"
        told = self.now.agent or self.now.doer or (self.now.act == "R" and kind != "P")
        definite = kind != "T" or "d" in self.line.kinds[max(0, at - 3) : at]
        mine = (
            kind == "H" or (definite and (self.line.told or (self.line.brief))) or (self.now.act == "R" and kind != "P")
        )
        mine = mine and (kind == "H" or not self.now.agent or is_outlet(self.now.agent))
        if self.now.act and told and mine and not self.now.strange:
            self.now.about = About.THIS
            self._did()
        elif not self.now.act or not self.now.taken:
            self.now.vague = word in wayphrases.VAGUE
            self.now.subject += kind

    def _relative(self, at: int) -> None:
        before = self.line.kinds[:at].rstrip(",_fatJ")
        where = self.pieces[at].word in wayphrases.WHERE
        bare = self.now.bare
        if before.endswith("N") and self.now.taken:
            self.now = Clause(of=len(self.line.hops) - 1)
            self.now.about, self.now.where = About.THIS, where
        elif (
            before.endswith("N")
            and bare
            and (self.line.near or self.line.speaks)
            and (" " in bare.name or sounds_like_outlet(bare.name))
        ):
            self.now = Clause()
            self.now.bare, self.now.subject, self.now.where = bare, "N", where
            self.now.about = About.OTHER
        else:
            self.now.subject += "Q"

    def _act(self, act: str, word: str) -> None:
        """A new act: what it is done to is told by what stands before it."""
        if act == "R" and STRANGE not in self.now.subject:  # "you can read it at X"
            self.now.subject, self.line.dirty = self.now.subject.replace("X", ""), False
        self.now.about = about_of(self.now, self.line)
        first = self.now.order == "1" or (word in wayphrases.BEGAN and (self.now.where or "QP" in self.now.subject))
        passive = "B" in self.now.subject and not word.endswith("ing")
        did = wayphrases.AGENT.search(self.now.subject) and not passive
        relative = "Q" in self.now.subject
        self.now.doer = "E" in self.now.subject
        if word in wayphrases.ASKED and not self.now.doer:
            self.now.about, did = About.OTHER, None
        ahead, where, bare = self.now.ahead, self.now.where, self.now.bare
        self.now.act, self.now.word, self.now.first, self.now.later = act, word, first, self.now.order == "2"
        self.now.order, self.now.taken, self.now.ahead, self.now.strange = "", 0, [], 0
        self.line.again = self.line.again or (
            act == "K" and (self.now.about > About.SOME or self.now.doer)
        )  # "we reprint it", whoever had it
        if where and self.now.of >= 0 and act in "SC" and first:
            self._set_first(self.now.of)
        elif where and bare and passive:
            self.now.about = About.THIS if self.line.speaks else About.SOME
            self._take("a", bare)
        elif did and bare:
            self.now.agent = bare
            if relative and ("H" in self.now.subject or self.line.prior == About.THIS or (self.line.brief)):
                self.now.about = About.THIS
                self._did()
        self.now.subject, self.now.where, self.now.bare = "", where and self.now.of >= 0 and act == "S", None
        for part, names in ahead if self.now.first or self.line.closed or self.now.about == About.THIS else ():
            self._phrase(part, names, 0)

    def _set_first(self, number: int) -> None:
        self.line.hops[number] = self.line.hops[number]._replace(far=Far.FIRST, weak=False)

    def _did(self) -> None:
        """Who did something with the text, where the sentence says so by its first words."""
        agent, self.now.agent = self.now.agent, None
        far = Far.FIRST if self.now.act == "S" and (self.now.first or self.now.order == "1") else DID.get(self.now.act)
        if agent is None or far is None:
            return
        short = f" {agent.name.removeprefix('The ')}"
        known = [n for n, hop in enumerate(self.line.hops) if f" {hop.named.name}".endswith(short)]
        if known:
            self.now.of = known[-1]  # "The Lamp had it from X"
        elif fits(self.now, self.line, "b", agent):
            self._add(agent, far, weak=far == Far.SHOWN)  # as a page says of itself, too

    def _bare(self, named: Named | None, at: int) -> None:
        """A name without a part: behind a label, what is called the original, or one that may have done something."""
        called = self.now.order == "1" and wayphrases.CALLED.fullmatch(self.now.subject)
        if named and (called or wayphrases.LABEL.fullmatch(self.now.act + self.now.subject)):
            self.now.about = about_of(self.now, self.line)
            self.now.act = self.now.act or ("S" if called else "M")
            self.now.first = bool(called) or self.now.order == "1"
            self.now.act = "S" if self.now.first and self.now.act == "M" else self.now.act
            self.now.noun, self.now.subject = False, ""
            if self.now.act == "M" and self._wrote(named):
                return  # "Text: Ada Bell for the Harbour Gazette"
            self._phrase("a" if self.now.act == "R" else "b", [named], at + 1)
            return
        if named and self.line.hops and self.line.kinds[at - 1] == "(" and is_agency(named.name):
            self._add(named, self.line.hops[-1].far + 1)  # "clipped from X (AP)"
            return
        if (
            named
            and PERSON.match(named.name)
            and wayphrases.WRITES.search(self.line.kinds[:at])
            and not sounds_like_outlet(named.name)
        ):
            self.line.hops.append(Hop(named, Far.AUTHOR, weak=True))
            return
        if (
            named
            and self.line.hops
            and (self.now.act == "I" or (self.now.of >= 0 and self.now.word.endswith("ing") and not self.now.subject))
        ):
            self._phrase("f", [named], at + 1)  # "X, itself translating Y"
            return
        self.now.bare, self.line.dirty = named, self.line.dirty or "B" in self.now.subject
        self.now.subject += "N"

    def _phrase(self, part: str, names: list[Named], end: int) -> None:
        """Names with their part in the act; where there is none so far, in what the part alone tells, or in one that
        stands behind them."""
        if not self.now.act:
            if part in ("v", "f", "L"):
                self.now.about = about_of(self.now, self.line)
                self._come(part, names, self.line.kinds[end : end + 1])
            elif part == "b" and not self.now.subject and self.line.hops and self._wrote(names[0]):
                return  # "X via Y | by Ada Bell"
            elif part in ("b", "n", "o") and "T" in self.now.subject:
                self._made(part, names)
            elif part in ("a", "n", "b") and not self.line.dirty:
                self.now.ahead.append((part, names))
            self.now.bare = names[-1]
            return
        if self.now.order:
            self.now.first = self.now.first or self.now.order == "1"
            self.now.later = self.now.later or self.now.order == "2"
            self.now.order = ""
        if part == "L" and self.now.taken and not self.line.hops[-1].weak:
            return  # "made by X in partnership with Y"
        if self.now.strange > MOST_STRANGE:
            return
        for number, named in enumerate(names):
            if not number or (sounds_like_outlet(named.name) and (len(named.name) > 2 or find_outlet(named.name))):
                self._take(part, named)

    def _come(self, part: str, names: list[Named], behind: str) -> None:
        """``Via X``, ``From X``, ``By permission of X``: told by the part alone."""
        subject, pair = self.now.subject, [self.now.bare, *names] if self.now.bare else []
        if part == "v" and subject == "N" and self.line.closed and pair and all(map(is_outlet, pair)):  # "X via Y"
            self._add(pair[0], Far.TAKEN)
            self.now.about = About.LEFT_OUT
        elif self.line.brief and OF_TEXT.fullmatch(subject) and "d" not in subject:  # "Full text from X"
            self.now.about = About.THIS if is_outlet(names[0]) or behind == "," else About.OTHER
        elif part == "L" and "E" in subject and self.line.speaks:  # "we thank X for letting us share this article"
            self.now.about = About.THIS
        elif self.now.about == About.LEFT_OUT:
            given = part == "L" and (self.line.speaks or not {"b", "w", "a", "v", "n"}.isdisjoint(subject))
            alone = given or self.now.placed or wayphrases.WITHOUT_ACT.search(self.line.words[: names[0].start])
            if "T" in subject or self.line.dirty or behind not in ",:;.()fvQ_" or not alone:
                return
        elif self.now.about == About.SOME or {"?", "N"} & set(subject.rpartition("T")[2]):
            return  # "This story was updated with comments from X"
        self.now.act = "C"
        for named in names:
            self._take(part, named)
        self.now.act = "" if self.now.about == About.LEFT_OUT else self.now.act

    def _made(self, part: str, names: list[Named]) -> None:
        """``Story by X``, ``This report by X``: who made it."""
        about = about_of(self.now, self.line)
        for named in names:
            if about >= About.LEFT_OUT and not self.line.dirty and is_outlet(named):
                self._add(named, Far.FIRST, weak=about != About.THIS or "H" not in self.now.subject)
                self.now.taken, self.now.order = 0, ""

    def _take(self, part: str, named: Named) -> None:
        """A name with its part in the act, where both fit."""
        now, line = self.now, self.line
        now.about = About.THIS if now.act == "R" and now.placed else now.about  # "the rest of the story at"
        agent = now.agent if now.about == About.OTHER and line.brief and part in ("v", "L", *PARTS[now.act]) else None
        if agent and ((now.act in "KG" and " " in agent.name) or is_outlet(agent)):
            now.about = About.LEFT_OUT
            self._did()
        if now.act == "M" and part == "b" and now.word == "written" and self._wrote(named):
            return
        plain = far_of(now, line, part)
        if plain is not None and fits(now, line, part, named, plain):
            sure = now.of >= 0 or now.first or now.later or now.noun or part not in ("abnt" if now.word else "abntg")
            weak = now.about == About.LEFT_OUT and now.act in "SM" and not sure
            self._add(named, by_order(now, line, part, plain), weak=weak)

    def _wrote(self, named: Named) -> bool:
        """Whether a name is that of a person who wrote this text, which is taken down then."""
        house = kind_of(named.name.split()[0].lower()) in ("*", TEXT) or is_outlet(named)
        person = bool(PERSON.match(named.name)) and not house
        if person and self.now.about > About.OTHER and self.line.near:
            self.line.hops.append(Hop(named, Far.AUTHOR, weak=True))
        return person

    def _add(self, named: Named, far: int, *, weak: bool = False) -> None:
        known = [n for n, hop in enumerate(self.line.hops) if hop.named.name == named.name]
        for number in known:
            hop = self.line.hops[number]
            self.line.hops[number] = hop._replace(far=max(hop.far, far), weak=hop.weak and weak)
        if not known:
            self.line.hops.append(Hop(named, far, weak))
        self.now.taken += 1
        self.now.subject, self.line.dirty = "", False
        self.line.prior = max(self.now.about, About.LEFT_OUT)
