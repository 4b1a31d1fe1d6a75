"""Who helped with a text, as a line under it says: ``Additional reporting by X``, ``With files from Y``."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from sayso.documents.credits import bylines
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.named import RUN, Named, notice_pattern
from sayso.documents.credits.parts import offices
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.keyed import Keyed
from sayso.documents.zones.lines import REMEMBERED
from sayso.outlets import find_outlet, surely_outlet
from sayso.vocab import CreditRole

#: Longer lines are text (words).
MOST_WORDS = 45
#: So many words stand before *by* in such a notice: "This article".
MOST_BEFORE = 3
#: Letters of a name that may be a word.
SHORT = 3
#: Every such line holds one of these.
KEYS = (
    "report", "writ", "research", "compil", "files", "input", "material", "informa", "contribut", "assist", "copy",
    "guest", "with ", "avec ", "mit ", "con ", "com ", "met ", "med ",
)  # fmt: skip
_WORK = r"(?:report(?:ing|ed)|writing|research(?:ed)?|compiled|production)"
#: "written by" begins a byline, unless something else was said of the text before it.
WRITTEN = re.compile(r"^\W*written by\s+(?P<names>[^;:!?()\[\]|]{2,140})", re.I)
SENT = re.compile(
    r"^(?P<names>[^;:!?()\[\]|,]{3,80}?)\sreported\s(?:(?:this|the)\s\w+\s)?from\s[A-Z][^,;]{1,40}?(?:,?\sand\s(?P<more>[^,;]{3,60}?)\sfrom\s.*)?$"
)
#: "This article by Ada Bell first appeared in …": who wrote what a notice speaks of.
WRITER = re.compile(
    r"\s(?:by|von|de|par|di|por|door|av|af)\s(?P<name>[^\W\d_a-zß-ÿ][\w’'.-]+(?:\s(?:(?:de|van|von|der|al|bin|la|di|da)\s)?"
    r"[^\W\d_a-zß-ÿ][\w’'.-]+){1,3})\s(?=(?:was|is|first|originally|appeared|erschien|ist|wurde|fue|apareció|è|foi"
    r"|verscheen|a|est)\b)"
)
_NAMES = r"(?P<names>[^;:!?()\[\]|]{2,140})"
#: What parts the statements of a line: "Reporting by X; Writing by Y".
CLAUSES = re.compile(
    r"[;|()\[\].,](?:(?<![.,])|(?<=\.)(?<!(?-i:[A-Z])\.)\s"
    r"|(?<=,)\s(?=(?:\w+\s)?(?:reporting|writing|editing|edited|research)\sby))",
    re.I,
)
GUESTS = re.compile(r"^\W*(?:this\sis\s)?(?:an?\s)?guest\s(?:post|blog|column|article|essay|contribution)\b", re.I)
#: "Additional reporting by", "Reported and written by".
BY = re.compile(
    rf"(?:{GUESTS.pattern}|^\W*(?:with\s)?(?:(?:(?:additional|further|extra|other|original)\s)?{_WORK}|additional\s(?:material|information|copy|words)|contributors?(?=\s?:))"
    r"(?:\s(?:and|&)\s\w+)?"
    rf"(?:\s(?:assistance|help|support|contributions?))?)\s?(?:(?:by|from)\b\s?:?|:)\s*{_NAMES}",
    re.I,
)
#: "With files from", "With inputs from", "(avec AFP)", "Con información de".
WITH = Keyed(
    re.compile(
        r"(?:^|[^\w])with\s(?:an?\s)?(?:(?:additional|further|some|agency|wire)\s)?(?:assistance|reports?|files|reporting|inputs?"
        rf"|materials?|contributions?|research|information|details|news)\s(?:from|by)\s{_NAMES}",
        re.I,
    ),
    ("with",),
)
#: "This story was compiled from AP and Reuters reports.", "(With PTI inputs)".
COMPILED = re.compile(
    r"^\W*(?:(?:this|the)\s(?:\w+\s){1,2}was\s(?:compiled|prepared|written|produced|put\stogether)\s(?:using|from|with)"
    r"|with)\s(?P<names>[^;:!?()\[\]|]{2,100}?)\s"
    r"(?:(?:news|wire)\s)?(?:reports|dispatches|copy|materials?|wires?|inputs?|feeds?|files)\b",
    re.I,
)
WITH_AGENCIES = re.compile(
    rf"^\W*(?!(?:par|por|von|by|da|di|av|af)\s)(?:(?P<head>(?-i:{RUN.pattern}))\s)?(?:with|avec|mit|con|com|met|med)\s(?:(?:des\s|la\s)?\w*(?:informa[cçtz]|material|inform|agen[czt])\w*\s"
    rf"(?:de\sla\s|de\sl['’]|der\s|de\s|von\s|van\s|da\s|fra\s|från\s)?)?{_NAMES}$",
    re.I,
)
CONTRIBUTED = re.compile(
    r"^\W*(?P<names>[^;:!?()\[\]|]{2,140}?)\s(?:also\s)?(?:contributed|assisted|helped)\b"
    r"(?=(?<=contributed)\W*$|(?<=contributed)\.|\s(?:(?:additional|further|original|some)\s)?(?:reporting|research|to\s(?:this|the)\b|to$|information|material|with\b))"
    r"(?:[^,;]{0,60},?\sand\s(?P<more>[^;:!?()\[\]|]{2,80}?)\sfrom\s)?",
    re.I,
)
BETWEEN_NAMES = re.compile(
    r"\s?,\s+(?:and\s+)?|\s+(?:and|&|und|et|y|e)\s+(?:(?:the|der|von|d[aeo]|de\sla|dalla|da\s?l)\s)?|\s?/\s?"
)
#: What those do who did not write it.
HELPED = re.compile(
    r"\b(?:additional|further|extra|other|contribut\w+|assist\w*|help\w*|research\w*|files|inputs?)\b", re.I
)
PLACE_AFTER = re.compile(
    r"\s+(?:(?:was|were)\sused\b|(?:in|at|from|near)\s+(?:[^\W\d_a-zß-ÿ]|(?:news\s|wire\s)?agenc)|(?:for|of)\s(?:the\s)?[A-Z]).*$"
)
#: "CNN's X", "AFP writer X", "Staff reporter X": the words before a person's name.
OFFICE = re.compile(
    r"^(?:[\w.&’'-]+\s){0,5}(?i:reporters?|writers?|correspondents?|editors?|journalists?|producers?|researchers?|staff)\s"
    r"(?=[^\W\d_a-zß-ÿ])"
)
BUREAU = re.compile(r"\b(?:bureau|staff|team|desk|reporters|office)$", re.I)
OWNED = re.compile(r"^(?:The\s)?(?P<outlet>[A-Z][\w ]{1,30}?)['’]s?\s(?=[A-Z])")


#: "Our sister station", "the newspaper": what stands before a name.
DESCRIBED = re.compile(r"^(?i:our|the|its)\s(?:[a-z-]+\s){1,3}(?=[A-Z])")


class Contributor(NamedTuple):
    """Who helped, with the name's range in the line: an outlet, or a colleague."""

    start: int
    end: int
    name: str
    role: CreditRole
    helped: bool = False  # with a text that somebody else signs


@functools.cache
def _holds() -> re.Pattern[str]:
    """ "This report includes material from", "Some information for this story came from", "Information from:"."""
    about = rf"(?:{notice_pattern('this')})\s+(?:[\w’'-]+\s){{0,3}}?(?:{notice_pattern('text')})"
    work = r"(?:information|material|reporting|content|reports|quotes|copy)"
    return re.compile(
        rf"^\W*(?:{about}\s(?:also\s)?(?:includes?|included|contains?|uses|used|incorporates|draws\son|was\s\w+\s(?:using|from))"
        rf"\s(?:\w+\s){{0,2}}?{work}\s[^.;]{{0,20}}?\b(?:from|by|of)"
        rf"|(?:(?:some|additional|other|further)\s)?{work}(?:\s(?:in|for)\s{about})?(?:\s(?:came|comes|is|was)(?:\s\w+)?)?\sfrom)"
        rf"\s?:?\s+{_NAMES}",
        re.I,
    )  # fmt: skip


def writer_in(words: str) -> Named | None:
    """The person that a notice says wrote the text it speaks of, in its first sentence; None where it names none."""
    match = WRITER.search(words)
    before = words[: match.start()].strip(" ([—–-*") if match else ""
    if not match or not 0 < len(before.split()) <= MOST_BEFORE or sounds_like_outlet(match["name"]):
        return None
    return Named(match.start("name"), match.end("name"), match["name"])


def is_guests(words: str) -> bool:
    """Whether a line says that the text is a guest's: ``This is a guest post by Ada Bell``."""
    return GUESTS.match(words) is not None


@functools.lru_cache(maxsize=REMEMBERED)
def contributors_in(words: str) -> tuple[Contributor, ...]:
    """Who the line says helped with the text, in text order; none where it says nothing of the kind."""
    if not any(map(words.lower().__contains__, KEYS)) or len(words.split()) > MOST_WORDS:
        return ()
    found: list[Contributor] = []
    begin = 0
    for cut in (*CLAUSES.finditer(words), None):
        found += _of_clause(words, begin, cut.start() if cut else len(words))
        begin = cut.end() if cut else 0
    return tuple(found)


def _of_clause(words: str, begin: int, end: int) -> Iterator[Contributor]:
    clause = words[begin:end]
    told: tuple[re.Pattern[str] | Keyed, ...] = (BY, WITH, COMPILED, CONTRIBUTED, SENT, _holds())
    for pattern in (*told, WRITTEN) if begin else told:
        if match := pattern.search(clause):
            for group in match.groupdict():
                if match[group]:
                    helped = bool(HELPED.search(clause))
                    for name in _names(match[group], begin + match.start(group)):
                        yield name._replace(helped=helped)
            return
    match = WITH_AGENCIES.match(clause)
    named = list(_names(match["names"], begin + match.start("names"))) if match and _signs(match["head"]) else []
    if match and named and all(map(_is_agency, BETWEEN_NAMES.split(match["names"].strip(" .,")))):
        yield from named


def _signs(head: str | None) -> bool:
    """Whether what stands before *with AFP* signs a text, where something does: no *Interview with La Repubblica*."""
    desk = head and (bylines.DESK.match(head) or find_outlet(head) or offices().search(head))
    return not head or bool(desk) or begins_with_given(head)


def _is_agency(name: str) -> bool:
    """Whether a name is a known outlet's, and no word that is written like its letters: ``Dr.``"""
    return find_outlet(name) is not None and not (name.istitle() and len(name) <= SHORT and not surely_outlet(name))


def _names(names: str, at: int) -> Iterator[Contributor]:
    """Each of the names: of outlets, and of colleagues without their offices and places."""
    cuts = [] if find_outlet(names.strip(" .")) else list(BETWEEN_NAMES.finditer(names))
    begins, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(names)]
    for begin, end in zip(begins, ends, strict=True):
        part = PLACE_AFTER.sub("", names[begin:end]).strip(" ,.-–—*_")
        name = (
            _without_office(DESCRIBED.sub("", part))
            .removeprefix("the ")
            .removeprefix("The " if find_outlet(part) is None else "")
        )
        start = at + begin + names[begin:end].find(name)
        if " " not in name and not sounds_like_outlet(name):
            continue  # "in Frankfurt, Germany"; "Bell reported from Kembra", who signs the text
        if not name or not _is_name(name):
            if begin:  # "by X, which …": a sentence goes on
                return
            continue
        outlet = sounds_like_outlet(name)
        yield Contributor(start, start + len(name), name, CreditRole.AGENCY if outlet else CreditRole.AUTHOR)


def _is_name(name: str) -> bool:
    match = RUN.match(name)
    whole = bool(match and match.end() == len(name)) or bool(bylines.PERSON.match(name)) or bool(find_outlet(name))
    return whole and not bylines.DESK.match(name) and name.lower() not in ("agencies", "wires", "staff")


def _without_office(name: str) -> str:
    """*Egor Stanek* of ``CNN's Egor Stanek``, of ``AFP writer Egor Stanek``."""
    owned = OWNED.match(name)
    if owned and BUREAU.search(name) and find_outlet(owned["outlet"]):
        return owned["outlet"]
    if owned and (find_outlet(owned["outlet"]) or sounds_like_outlet(owned["outlet"])):
        return name[owned.end() :]
    return OFFICE.sub("", name)
