"""What an act makes of the names that have a part in it, and which names may have one: see ``wayreader``.

A clause tells of the page's text more or less surely, by what stands before its act; the less surely it does, the more
is asked of a name, and of the words around it.
"""

from __future__ import annotations

import re

from sayso.documents.credits import wayphrases
from sayso.documents.credits.bylines import PERSON
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.named import Named
from sayso.documents.credits.parts import ends_as_house, houses
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.credits.sourcelabels import ISSUED, MEANS
from sayso.documents.credits.wayclauses import About, Clause, Far, Line
from sayso.documents.credits.wayitems import is_house, kind_of
from sayso.documents.credits.waykinds import ACTS, LEAVES, Kind, any_in

#: How far from the page an act puts a name in each part, *published in X*; who did it, where its sentence begins with
#: the name, *X published this*.
PARTS: dict[str, dict[str, Far]] = {
    Kind.SHOW: {Kind.TO: Far.AGAIN, **dict.fromkeys((Kind.AT, Kind.BY, Kind.VON, Kind.FROM), Far.SHOWN)},
    Kind.TAKE: {Kind.FROM: Far.TAKEN, Kind.VON: Far.TAKEN, Kind.BY: Far.AGAIN, Kind.AT: Far.AGAIN},
    Kind.ADAPT: {Kind.FROM: Far.TAKEN, Kind.VON: Far.AGAIN, Kind.BY: Far.AGAIN, Kind.AT: Far.AGAIN},
    Kind.GIVE: {Kind.BY: Far.PASSED, Kind.VON: Far.PASSED, Kind.FROM: Far.TAKEN, Kind.FOR: Far.FIRST},
    Kind.MAKE: {Kind.FROM: Far.TAKEN, **dict.fromkeys((Kind.BY, Kind.VON, Kind.FOR, Kind.AT), Far.FIRST)},
    Kind.COME: {**dict.fromkeys((Kind.FROM, Kind.VON, Kind.BY, Kind.AT), Far.TAKEN)},
    Kind.READ: {Kind.AT: Far.TAKEN, Kind.FROM: Far.TAKEN},
    Kind.CITE: {Kind.FROM: Far.TAKEN},
    Kind.PAY: {},
}
DID: dict[str, Far] = {
    Kind.SHOW: Far.SHOWN, Kind.TAKE: Far.AGAIN, Kind.ADAPT: Far.AGAIN, Kind.GIVE: Far.TAKEN, Kind.MAKE: Far.FIRST,
}  # fmt: skip
#: The parts in which a name is one that a text is from, whatever is done with it: "from X", "by permission of X".
ORIGINS = (Kind.FROM, Kind.LEAVE)
#: Acts by which a text goes from one to another.
HANDED = (Kind.TAKE, Kind.GIVE)
#: The parts that tell of no way where a page says of itself what it does, "Published by X"; a label has *for*, too.
PLAIN = (Kind.AT, Kind.BY, Kind.VON, Kind.TO)
#: Those that come with words of leave: "by permission of", "in arrangement with".
WITH_LEAVE = Kind.BY + Kind.WITH + Kind.AT + Kind.VIA + Kind.VON
#: What may stand behind the names of ``Via X`` and its like: nothing, a mark, another such part.
BEHIND_ALONE = ",:;.()fv_"
#: Whoever works for the page; a company's form; what places, papers and works begin with, and people do not.
STAFF = re.compile(r"\s(?:staff|(?:editorial|news|web|online|content|admin)\steam)$", re.I)
FORM = re.compile(r"(?:LLC|Inc|Ltd|PLC|GmbH|AG|SA|BV|Corp|Co)\.?", re.I)
ARTICLES = ("The ", "La ", "Le ", "El ", "Il ", "Die ", "Der ", "De ", "O ", "A ")
QUOTES = "“\"‘'«„*_《「"
#: Acts that tell of money, too, where the clause speaks of money: "support for this story came from X".
PAID_BY = (Kind.GIVE, Kind.MAKE, Kind.COME)
#: What may stand between a name and its relative clause: "X, in which …", "X, and from there …".
BEFORE_RELATIVE = f"{Kind.COMMA}{Kind.FILL}{Kind.FROM}{Kind.AT}{Kind.TO}{Kind.JOIN}"
#: Whose leave to show a text they may give who are no outlets.
PERMITS = re.compile(
    r"\b(?:permis|permit|permes|perm[ií]t|autori[sz]|authori[sz]|genehmig|erlaubnis|consent|toestemming|till?at|tillstånd|zgod"
    r"|разреш|izni|بإذن)",
    re.I,
)


def part_of(clause: Clause, lead: str) -> str:
    """The part of names behind a lead: whose leave it is by; else the kind of the word for it; ``""`` where none."""
    act, word = clause.act, clause.lead
    if lead[0] in LEAVES:
        towards = lead[-1] in (Kind.TO, Kind.INDEFINITE)  # "thanks to X", but not "permission to X"
        return "" if towards and word not in wayphrases.THANKED else Kind.LEAVE
    if lead[0] == Kind.WAY:
        return Kind.VIA
    if lead[0] == Kind.TITLED or (lead == Kind.OF and act == Kind.SHOW and word == "di"):
        return Kind.AT  # "as an edition of"
    if lead == Kind.VON and act == Kind.ADAPT and word == "da":
        return Kind.FROM
    taken = act in (Kind.TAKE, Kind.ADAPT, Kind.COME, Kind.READ)
    if lead == Kind.OF and taken and (clause.placed or word != "of"):
        return Kind.AT if act == Kind.READ else Kind.FROM  # "a translation of an article in X"
    return lead[0]


def far_of(clause: Clause, part: str) -> int | None:
    """How far from the page the act alone puts a name that has this part in it; None where nobody has it."""
    act, line = clause.act, clause.line
    if act == Kind.PAY:
        return None
    if part == Kind.VIA:
        return Far.PASSED
    if part == Kind.LEAVE:
        return Far.FIRST if act == Kind.MAKE else Far.TAKEN
    if act == Kind.CITE or (act == Kind.SHOW and part == Kind.FROM):  # "X, which cites Y", "X ran this from Y"
        told = line.closed if act == Kind.CITE else clause.taken
        return line.hops[line.latest].far + 1 if line.latest is not None and told else None
    if act == Kind.ADAPT and part != Kind.FROM and not clause.taken:
        return None  # "translated by X"
    return PARTS[act].get(part)


def by_order(clause: Clause, part: str, far: int) -> int:
    """The same by what else the clause says: that it was first there, or later; of whom it speaks."""
    shown = far in (Far.SHOWN, Far.PASSED, Far.AGAIN) and part != Kind.VIA
    if clause.first and (shown or (far == Far.TAKEN and clause.act == Kind.READ)):
        return Far.FIRST
    if far == Far.SHOWN and clause.later:
        return Far.AGAIN
    if far == Far.TAKEN and clause.of is not None and clause.act != Kind.CITE:
        return clause.line.hops[clause.of].far + 1  # "X, which had it from Y"
    return far


def is_weak(clause: Clause, part: str) -> bool:
    """Whether a name's part alone tells nothing of a way: ``Published by X``, but not *First published by X*."""
    told = clause.of_hop or clause.first or clause.later or clause.noun
    plain = part in (PLAIN if clause.word else (*PLAIN, Kind.FOR))
    return clause.about == About.LEFT_OUT and clause.act in (Kind.SHOW, Kind.MAKE) and plain and not told


def is_outlet(named: Named) -> bool:
    """Whether a name sounds like an outlet's, or like an agency's."""
    return (sounds_like_outlet(named.name) or is_house(named.name)) and not MEANS.match(named.name)


def may_be_hop(line: Line, bare: Named) -> bool:
    """Whether a name without a part may have one that is told behind it: "Quay Radio, where this was aired"."""
    return (line.near or line.speaks) and (" " in bare.name or sounds_like_outlet(bare.name))


def is_writer(line: Line, named: Named, at: int) -> bool:
    """Whether a name, which is the piece of this number, is of who wrote the text by the word before it: ``The author,
    Ada Bell``."""
    person = PERSON.match(named.name) and wayphrases.WRITES.search(line.kinds[:at])
    return bool(person) and not sounds_like_outlet(named.name)


def is_persons(named: Named) -> bool:
    """Whether a name may be that of a person who wrote a text."""
    house = kind_of(named.name.split()[0].lower()) in (Kind.TRANSPARENT, Kind.TEXT) or is_outlet(named)
    return bool(PERSON.match(named.name)) and not house


def leads_on(clause: Clause, named: Named) -> bool:
    """Whether the whole of the text is told to stand there: ``Full text at X``."""
    line = clause.line
    whole = line.brief and Kind.TEXT in clause.subject and wayphrases.WHOLE.search(line.words[: named.start])
    return bool(whole) and is_outlet(named)


def is_programmes(clause: Clause, named: Named) -> bool:
    """Whether a name is of whose programme the one right before it is: ``on Morning Tide on Quay Radio``."""
    line = clause.line
    before = line.hops[-1].named if line.hops and line.latest == len(line.hops) - 1 else None
    if before is None or not clause.taken or is_outlet(before):
        return False
    return is_outlet(named) and wayphrases.ON.fullmatch(line.words[before.end : named.start]) is not None


def is_object(clause: Clause, kind: str, at: int) -> bool:
    """Whether it is this text to which somebody did something: "X published *this*", "We took *the story*"."""
    line = clause.line
    read = clause.act == Kind.READ and kind != Kind.PRONOUN  # "Read more of the story"
    ahead = line.kinds[at - 1 : at] == clause.act and clause.about > About.OTHER  # "نشر هذا المقال"
    if not clause.act or clause.strange or not (clause.agent or clause.doer or read or ahead):
        return False
    if kind == Kind.THIS:
        return True
    definite = kind == Kind.PRONOUN or Kind.DEFINITE in line.kinds[max(0, at - 3) : at]
    mine = read or (definite and (line.told or line.brief))
    return mine and (clause.agent is None or is_outlet(clause.agent))


def is_agents(clause: Clause, part: str, agent: Named) -> bool:
    """Whether it is this text that somebody had whom the sentence began with: ``Quay Radio took it from X``."""
    if not clause.line.brief or part not in (Kind.VIA, Kind.LEAVE, *PARTS[clause.act]):
        return False
    return is_outlet(agent) or (clause.act in HANDED and " " in agent.name)


def tells_alone(clause: Clause, part: str, named: Named, behind: str) -> bool:
    """Whether a part tells where neither an act nor a text does: ``Courtesy of X``, not *A letter from X*. ``behind``:
    what stands behind its names."""
    subject, line = clause.subject, clause.line
    done = part == Kind.LEAVE and behind in ACTS  # "In partnership with X produced"
    if Kind.TEXT in subject or line.dirty or (behind not in BEHIND_ALONE and not done):
        return False
    led = any_in(subject, WITH_LEAVE) or (line.brief and set(subject) == {Kind.FILL})  # "Per gentile concessione di X"
    led = led or clause.lead.endswith(("published", "produced"))  # "Co-published with X"
    given = part == Kind.LEAVE and (line.speaks or led)
    return given or clause.placed or bool(wayphrases.WITHOUT_ACT.search(line.words[: named.start]))


def fits(clause: Clause, part: str, named: Named, far: int = Far.SHOWN) -> bool:
    """Whether a name may have the part, as far as the clause speaks of this text."""
    line, about, act = clause.line, clause.about, clause.act
    outlet = is_outlet(named)
    if about == About.OTHER or _is_no_source(clause, named, outlet):
        return False
    if line.dirty and not _sure_among_strange(clause):
        return False
    if about == About.SOME or clause.picky or (act == Kind.ADAPT and part not in ORIGINS):
        passed = far == Far.PASSED and line.brief and " " in named.name
        return (outlet or passed) and (line.near or about > About.SOME)
    if clause.definite and far == Far.AGAIN:
        return line.brief  # "The story was picked up by X"
    if act == Kind.READ:
        return (line.near or clause.first) and _may_be_read_at(clause, part, named, outlet)
    if _comes_among_strange(clause):
        return False
    if part == Kind.FROM and clause.word in wayphrases.WROTE:
        return outlet  # "reported this from Kembra"
    return outlet or _may_be_outlet(clause, part, named, far)


def _is_no_source(clause: Clause, named: Named, outlet: bool) -> bool:
    """Whether a name is nobody's who has texts: a person's, *Zoom*, *Ltd*."""
    house = named.name.startswith(ARTICLES) or ends_as_house(named.name)
    house = house or kind_of(named.name.split()[-1].lower()) == Kind.TRANSPARENT
    person = begins_with_given(named.name) and not (outlet or house)  # but "Rocky Exchange"
    person = person or clause.line.words.startswith(" (@", named.end)  # "A post shared by X (@x)"
    return bool(person or MEANS.match(named.name) or FORM.fullmatch(named.name) or STAFF.search(named.name))


def _sure_among_strange(clause: Clause) -> bool:
    """Whether a clause tells of a text though strange words stand in its sentence: "The pier's story first ran"."""
    return clause.about == About.THIS or clause.line.brief or (clause.first and clause.definite)


def _comes_among_strange(clause: Clause) -> bool:
    """Whether anything may be what comes: "Comes from X with a smile"."""
    left_out = clause.about == About.LEFT_OUT and not clause.line.closed
    return clause.act == Kind.COME and bool(clause.word) and left_out


def _may_be_read_at(clause: Clause, part: str, named: Named, outlet: bool) -> bool:
    """Whether the text is told to stand there: "Read this story at X", "Read more at the Harbour Gazette"."""
    if clause.about == About.THIS and (outlet or clause.placed or " " in named.name):
        return True
    return part == Kind.AT and outlet and clause.line.closed


def _sounds_sure(clause: Clause, named: Named) -> bool:
    """Whether what does not sound like an outlet's name is one of some kind by its build: *the Lamp*, "Lamp", *North
    Lamp*, *the website of Lamp*."""
    before = clause.line.words[max(0, named.start - 4) : named.start].lower()
    marked = before.endswith("the ") or before[-1:] in QUOTES or named.name.startswith(ARTICLES)
    return marked or " " in named.name or clause.placed


def _may_be_outlet(clause: Clause, part: str, named: Named, far: int) -> bool:
    """Whether a name that does not sound like an outlet's may have the part."""
    line, act, sure = clause.line, clause.act, _sounds_sure(clause, named)
    if part in (Kind.BY, Kind.VON) and clause.taken and far != Far.PASSED:
        return False  # "excerpted from X by Ada Bell"
    if clause.about == About.THIS:
        first = clause.first and part in (Kind.AT, Kind.BY, Kind.VON)
        origin = part in ORIGINS or (act == Kind.TAKE and part == Kind.VON)
        return sure or origin or first or (part == Kind.BY and act in HANDED)
    if act == Kind.COME:  # told by the part alone
        return _told_alone(clause, part, named, sure)
    if act in (Kind.TAKE, Kind.ADAPT) and _taken_from(clause, part, sure):
        return True
    if line.hops and line.brief and act in HANDED and part in (Kind.BY, Kind.VIA):
        return True
    if line.hops and sure and act == Kind.TAKE and ISSUED.match(line.words, named.end):
        return True  # "first published in X; reprinted in Y, 1994"
    if clause.first and not clause.subject:
        return True
    return sure and (clause.first or part in ORIGINS or line.brief or clause.noun)


def _taken_from(clause: Clause, part: str, sure: bool) -> bool:
    """Whether a text is told to be taken from there: "Reprinted from Lamp", "übernommen von der Lampe"; a language may
    stand behind *aus*."""
    return (part == Kind.FROM and clause.lead != "aus") or (part == Kind.VON and sure)


def _told_alone(clause: Clause, part: str, named: Named, sure: bool) -> bool:
    """The same where there is no act: ``via X``, ``by permission of X``, ``From X:``."""
    line = clause.line
    where = line.speaks and wayphrases.WHERE_BEHIND.match(line.words, named.end)  # "Thanks to X, where this ran first"
    if part == Kind.LEAVE and (PERMITS.search(line.words) or (where and sure)):
        return True
    if line.near and line.words[named.end :].strip() == ":":
        return True
    whole = line.kinds.strip(Kind.FILL + Kind.TURN) == Kind.FROM + Kind.NAME and houses().search(named.name) is not None
    told = bool(line.hops) or (line.near and (part == Kind.VIA or clause.placed or whole))
    return line.closed and told and (sure or (line.near and "h/t" in line.words.lower()))
