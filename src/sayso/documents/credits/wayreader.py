"""Reads a line by the grammar of a text's way: what was done with it, by whom, from whom, through whom, in which order.

A sentence is read from its beginning to its end as *subject, act, parts*: what it speaks of (this text, or nothing as
in ``Reprinted from X``), something that is done with texts, and names behind words that give them a part in it. Acts,
parts and names of all kinds go together freely, as do clauses and sentences of such. How far from the page each name
stands tells their roles in the end. An example::

    This story was translated from an article in Quay Radio, which had it from AFP.

``wayitems`` makes it pieces, each of a kind (``waykinds``), which are the letters ``HTBDfiTaN,QhPfN_``.
``wayphrases.CHUNK`` cuts these into steps:

- ``H T B``, words: the subject is this text (``Clause.speaks_of``, as surely as ``About.THIS``);
- ``D``, an act: it was adapted;
- ``fiTaN``, a phrase: the lead ``f``, what it is of, a name. ``wayparts`` knows that an adapted text is *from* whom it
  was taken, and that *Quay Radio* may be an outlet: the first hop, as far off as ``Far.TAKEN``;
- ``, Q``: a relative clause of that hop begins, with a subject and an act of its own;
- ``h P``: *had it* is an act, too, by which it took the text;
- ``fN``: from *AFP*, the second hop, one step farther than the first.

``ways`` makes roles of the hops: the farthest is where the text began.
"""

from __future__ import annotations

import re

from sayso.documents.credits import wayphrases
from sayso.documents.credits.named import Named, both_of, is_body, split_names
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.credits.wayclauses import MOST_STRANGE, About, Clause, Far, Hop, Line
from sayso.documents.credits.wayitems import kinds_of, pieces_of
from sayso.documents.credits.waykinds import Kind, any_in
from sayso.documents.credits.wayparts import (
    BEFORE_RELATIVE,
    DID,
    PAID_BY,
    by_order,
    far_of,
    fits,
    is_agents,
    is_object,
    is_outlet,
    is_persons,
    is_programmes,
    is_weak,
    is_writer,
    leads_on,
    may_be_hop,
    part_of,
    tells_alone,
)
from sayso.outlets import find_outlet, is_agency


class Reader:
    """Reads one line. ``near``: it stands beside the article, where whatever is told of a text is told of this one."""

    def __init__(self, words: str, near: bool) -> None:
        self.pieces = pieces_of(words)
        self.line = Line(words, near, wayphrases.ASIDE.sub(self._without, kinds_of(self.pieces)))
        self.now = Clause(self.line)

    def _without(self, aside: re.Match[str]) -> str:
        """Small words for what tells nothing of a way; what is an agency alone in brackets stays."""
        named = self.pieces[aside.start() + 1].named if aside[0] == "(N)" else None
        return aside[0] if named and is_agency(named.name) else Kind.FILL * len(aside[0])

    def read(self) -> list[Hop]:
        """The hops of the line, in the order in which they are told; none where none of them tells."""
        for step in wayphrases.CHUNK.finditer(self.line.kinds):
            piece = self.pieces[step.start()]
            if step["names"]:
                self._named(step)
            elif step["act"] and self.now.act and self.line.kinds[: step.start()].endswith(Kind.FOR):
                self._word(Kind.FILL, step.start())  # "adapted for broadcast from …"
            elif step["act"]:
                self._act(step["act"], piece.word)
            elif piece.named and step["bare"]:
                self._bare(piece.named, step.start())
            else:
                self._word(step["word"], step.start())
        return self.line.way

    def _named(self, phrase: re.Match[str]) -> None:
        """Names behind a word that gives them a part."""
        begin, end = phrase.span("names")
        found = [piece.named for piece in self.pieces[begin:end] if piece.named]
        pair = self.pieces[phrase.end("lead") - 1].word in wayphrases.BETWEEN
        names = [name for named in found for name in (both_of(named) if pair else split_names(named))]
        self.now.placed = any_in(self.line.kinds[phrase.end("lead") : begin], Kind.TEXT + Kind.TRANSPARENT)
        self.now.lead = self.pieces[phrase.start()].word
        programme = self.pieces[begin - 1].word in wayphrases.PROGRAMMES  # "the programme Deep Water"
        if is_outlet(names[0]) or not programme:
            self._phrase(part_of(self.now, phrase["lead"]), names, end)

    def _word(self, kind: str, at: int) -> None:
        """A word or a mark that is no act and no name."""
        now, line = self.now, self.line
        if kind == Kind.STOP:
            line.next_sentence(at + 1)
            self.now = Clause(line)
        elif kind in (Kind.TURN, Kind.OPEN):
            line.prior = now.about if now.taken else line.prior
            self.now = Clause(line)
        elif kind == Kind.RELATIVE:
            self._relative(at)
        elif kind in (Kind.THIS, Kind.PRONOUN, Kind.TEXT):
            self._text(kind, at)
        elif kind in (Kind.FIRST, Kind.LATER):
            now.order = kind
            if kind == Kind.FIRST and now.where and now.act and now.of is not None:
                line.set_first(now.of)  # "where it aired first"
        elif kind == Kind.COLON and not now.taken:
            now.subject += kind
        elif kind in (Kind.COMMA, Kind.JOIN) and now.act:
            now.subject = ""
        elif kind != Kind.CLOSE:
            now.subject += kind
            now.strange += kind == Kind.STRANGE
            line.dirty = line.dirty or kind in (Kind.STRANGE, Kind.BLOCK)

    def _text(self, kind: str, at: int) -> None:
        """A word for a text, or one that stands for it: the subject, or to what something was done."""
        now, word = self.now, self.pieces[at].word
        if word == "original":
            now.order = Kind.FIRST
        if kind == Kind.PRONOUN and Kind.HAVE in now.subject and (now.of_hop or now.bare):
            self._act(Kind.TAKE, "had")  # "which had it from"
        if is_object(now, kind, at):
            now.about = About.THIS
            self._did()
        elif not now.act or not now.taken:
            now.vague = word in wayphrases.VAGUE
            now.subject += kind

    def _relative(self, at: int) -> None:
        """*Which* or *where*: behind a hop, or a name that may become one, a clause of its own."""
        before, bare = self.line.kinds[:at].rstrip(BEFORE_RELATIVE), self.now.bare
        where = self.pieces[at].word in wayphrases.WHERE
        if before.endswith(Kind.NAME) and self.now.taken:
            self.now = Clause(self.line, of=self.line.latest, where=where, about=About.THIS)
        elif before.endswith(Kind.NAME) and bare and may_be_hop(self.line, bare):
            self.now = Clause(self.line, where=where, about=About.OTHER, subject=Kind.NAME, bare=bare)
        else:
            self.now.subject += Kind.RELATIVE

    def _act(self, act: str, word: str) -> None:
        """A new act: what it is done to is told by what stands before it."""
        now, line = self.now, self.line
        if now.act == Kind.PAY and now.subject and act in PAID_BY:
            return  # "Funding for this story was provided by X"
        if act == Kind.READ and Kind.STRANGE not in now.subject:  # "you can read it at X"
            now.subject, line.dirty = now.subject.replace(Kind.BLOCK, ""), False
        now.about, now.doer = now.speaks_of(), Kind.WE in now.subject
        subject, where, bare, ahead = now.subject, now.where, now.bare, now.ahead
        began = word in wayphrases.BEGAN and (where or Kind.RELATIVE + Kind.PRONOUN in subject)  # "where it began"
        passive = Kind.BE in subject and not word.endswith("ing")
        asked = word in wayphrases.ASKED and not now.doer
        if asked:
            now.about = About.OTHER
        now.begin_act(act, word, first=began or now.order == Kind.FIRST)
        # "we reprint it", whoever had it
        line.again = line.again or (act == Kind.TAKE and (now.about > About.SOME or now.doer))
        if where and now.of is not None and now.first and act in (Kind.SHOW, Kind.COME):
            line.set_first(now.of)
        elif where and bare and passive:  # "X, where this was published"
            now.about = About.THIS if line.speaks else About.SOME
            self._take(Kind.AT, bare)
        elif bare and not (passive or asked) and wayphrases.AGENT.search(subject):
            self._acts(bare, subject)
        now.subject, now.bare = "", None
        now.where = where and now.of_hop and act == Kind.SHOW
        for part, names in ahead if now.first or line.closed or now.about == About.THIS else ():
            self._phrase(part, names, 0)

    def _acts(self, agent: Named, subject: str) -> None:
        """A name that stands before an act as who does it; in a relative clause it does so with this text: "this
        article, which X published"."""
        self.now.agent = agent
        of_text = Kind.THIS in subject or self.line.prior == About.THIS or self.line.brief
        if Kind.RELATIVE in subject and of_text:
            self.now.about = About.THIS
            self._did()

    def _did(self) -> None:
        """Who did something with the text, where the sentence says so by its first words."""
        now = self.now
        agent, now.agent = now.agent, None
        first = now.act == Kind.SHOW and (now.first or now.order == Kind.FIRST)
        far = Far.FIRST if first else DID.get(now.act)
        if agent is None or far is None:
            return
        if now.word in wayphrases.WROTE and not is_body(agent.name) and self._wrote(agent):
            return  # "Ada Bell reported this story from Kembra"
        if (known := self.line.known(agent)) is not None:
            now.of = known  # "The Lamp had it from X"
        elif fits(now, Kind.BY, agent):
            self._add(agent, far, weak=far == Far.SHOWN)  # as a page says of itself, too

    def _bare(self, named: Named, at: int) -> None:
        """A name without a part: behind a label, what is called the original, or one that may have done something."""
        now, line = self.now, self.line
        called = now.order == Kind.FIRST and wayphrases.CALLED.fullmatch(now.subject)
        if called or wayphrases.LABEL.fullmatch(now.act + now.subject):
            self._labelled(named, at + 1)
        elif line.latest is not None and line.kinds[at - 1] == Kind.OPEN and is_agency(named.name):
            self._add(named, line.hops[line.latest].far + 1)  # "clipped from X (AP)"
        elif is_writer(line, named, at):
            line.hops.append(Hop(named, Far.AUTHOR, weak=True))
        elif line.hops and now.goes_on_bare:  # "X, citing Y"
            self._phrase(Kind.FROM, [named], at + 1)
        else:
            now.bare, line.dirty = named, line.dirty or Kind.BE in now.subject
            now.subject += Kind.NAME

    def _labelled(self, named: Named, end: int) -> None:
        """A name behind a label, or what is called the original: ``First published: X``, ``The original story was X``;
        a text of somebody was made by them, ``Text: X``."""
        now = self.now
        now.about = now.speaks_of()
        now.act, now.first = now.act or Kind.MAKE, now.order == Kind.FIRST
        if now.first and now.act == Kind.MAKE:
            now.act = Kind.SHOW
        now.noun, now.subject = False, ""
        if now.act != Kind.MAKE or not self._wrote(named):  # "Text: Ada Bell for the Harbour Gazette"
            self._phrase(Kind.AT if now.act == Kind.READ else Kind.BY, [named], end)

    def _phrase(self, part: str, names: list[Named], end: int) -> None:
        """Names with their part in the act, or where there is none so far, in what the part alone tells. Behind the
        last of them is ``end``."""
        now, line = self.now, self.line
        if not now.act:
            self._without_act(part, names, line.kinds[end : end + 1])
            return
        now.take_order()
        told = now.taken and line.latest is not None and not line.hops[line.latest].weak
        if (told and part == Kind.LEAVE) or now.strange > MOST_STRANGE:  # "made by X in partnership with Y"
            return
        for number, named in enumerate(names):
            known = len(named.name) > 2 or find_outlet(named.name)
            if not number or (sounds_like_outlet(named.name) and known):
                self._take(part, named)

    def _without_act(self, part: str, names: list[Named], behind: str) -> None:
        """Names with a part before any act: the part tells alone, or the act may stand behind them."""
        now = self.now
        if part in (Kind.VIA, Kind.FROM, Kind.LEAVE):
            now.about = now.speaks_of()
            self._come(part, names, behind)
        elif part == Kind.BY and now.subject in ("", Kind.COMMA) and self.line.hops and self._wrote(names[0]):
            return  # "X via Y | by Ada Bell", "From today's X, by Ada Bell"
        elif part in (Kind.BY, Kind.VON, Kind.OF) and Kind.TEXT in now.subject:
            self._made(names)
        elif part == Kind.AT and leads_on(now, names[0]):
            self._act(Kind.READ, "")
            self._take(part, names[0])
        elif part in (Kind.AT, Kind.VON, Kind.BY) and not self.line.dirty:
            now.ahead.append((part, names))
        now.bare = names[-1]

    def _come(self, part: str, names: list[Named], behind: str) -> None:
        """``Via X``, ``From X``, ``By permission of X``: told by the part alone."""
        now, line, subject = self.now, self.line, self.now.subject
        strange = any_in(subject.rpartition(Kind.TEXT)[2], Kind.STRANGE + Kind.NAME)
        pair = part == Kind.VIA and subject == Kind.NAME and line.closed
        if pair and now.bare and all(map(is_outlet, (now.bare, *names))):  # "X via Y"
            self._add(now.bare, Far.TAKEN)
            now.about = About.LEFT_OUT
        elif line.brief and wayphrases.OF_TEXT.fullmatch(subject) and Kind.DEFINITE not in subject:
            whose = is_outlet(names[0]) or behind == Kind.COMMA
            now.about = About.THIS if whose else About.OTHER  # "Full text from X"
        elif part == Kind.LEAVE and Kind.WE in subject and line.speaks:
            now.about = About.THIS  # "we thank X for letting us share this article"
        elif now.about == About.LEFT_OUT:
            if not tells_alone(now, part, names[0], behind):
                return
        elif now.about == About.SOME or strange:
            return  # "This story was updated with comments from X"
        now.act = Kind.COME
        for named in names:
            self._take(part, named)
        now.act = "" if now.about == About.LEFT_OUT else now.act

    def _made(self, names: list[Named]) -> None:
        """``Story by X``, ``This report by X``: who made it."""
        now, about = self.now, self.now.speaks_of()
        for named in names:
            if about >= About.LEFT_OUT and not self.line.dirty and is_outlet(named):
                self._add(named, Far.FIRST, weak=about != About.THIS or Kind.THIS not in now.subject)
                now.taken, now.order = 0, ""

    def _take(self, part: str, named: Named) -> None:
        """A name with its part in the act, where both fit."""
        now = self.now
        if now.act == Kind.READ and now.placed:
            now.about = About.THIS  # "the rest of the story at"
        if now.about == About.OTHER and now.agent and is_agents(now, part, now.agent):
            now.about = About.LEFT_OUT
            self._did()
        if now.act == Kind.MAKE and part == Kind.BY and now.word == "written" and self._wrote(named):
            return
        plain = far_of(now, part)
        if plain is None or not fits(now, part, named, plain):
            return
        if part == Kind.AT and is_programmes(now, named):
            self.line.hops.pop()
        self._add(named, by_order(now, part, plain), weak=is_weak(now, part))

    def _wrote(self, named: Named) -> bool:
        """Whether a name is that of a person who wrote this text, which is taken down then."""
        person = is_persons(named)
        if person and self.now.about > About.OTHER and self.line.near:
            self.line.hops.append(Hop(named, Far.AUTHOR, weak=True))
        return person

    def _add(self, named: Named, far: int, *, weak: bool = False) -> None:
        """A hop, whose clause has told something so far."""
        self.line.add(Hop(named, far, weak))
        self.now.taken += 1
        self.now.subject, self.line.dirty = "", False
        self.line.prior = max(self.now.about, About.LEFT_OUT)
