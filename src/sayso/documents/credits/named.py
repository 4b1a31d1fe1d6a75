"""Names of outlets and people in the lines about a text: where one begins and ends, and several in a row."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from sayso import assets
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.letters import CASELESS, STARTS
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.keyed import grouped
from sayso.outlets import find_outlet

_UPPER = f"[{STARTS}]"
_CAPITAL = (
    rf"(?:[{CASELESS}]{{2,}}|{_UPPER}[\w’'+-]*(?:\.(?:[\w’'+-]+|(?=[A-Z]\.)))*|\d+[A-Za-z]\w*|[a-z]{{1,6}}[A-Z]\w+"
    r"|(?i:dpa|epd|kna|ntb|anp)\b(?:-\w+)?)"
)
_JOINT = r"(?:of|the|and|for|de|del|della|di|do|da|du|des|la|le|el|los|las|al|y|und|der|die|das|den|van|von|et|e)"
#: At most eight words; the marks between two are never parts of them, so that a long line is read in one way only.
_RUN = rf"{_CAPITAL}(?:(?:\s(?:{_JOINT}\s){{0,2}}|\s?&\s?)(?:[dl]['’])?{_CAPITAL}){{0,7}}"
_ADDRESS = r"(?:https?://)?(?:www\.)?(?:[\w-]+\.)+[a-z]{2,8}\b(?:/[^\s)\]]*)?"
#: A name as it stands in a notice: words with capitals, an address, or words in quotation marks.
NAME_AT = rf"(?:{_ADDRESS}|{_RUN})"
ADDRESS = re.compile(_ADDRESS)
RUN = re.compile(_RUN)
HOST = re.compile(r"^(?:https?://)?(?:www\.)?([^/]+).*$")
QUOTE = "“\"‘'«„*_《「"
#: A name in quotation marks, whatever its words.
QUOTED = re.compile(rf"[“\"«„《「]\s?(?P<name>{_UPPER}[^“”\"«»„《》「」\n]{{2,50}}?)\s?[.,]?[”\"»“》」]")
#: What may stand before a name: "the website of", "our media partner", "the German daily".
_WHEN = r"(?:(?:[A-Z][a-z]+day|today|tonight|yesterday|this (?:morning|evening|week)|last (?:week|month))['’]s\s)?"
BEFORE_NAME = rf"{_WHEN}(?:(?:the|a|an|our|its|their|der|die|das|le|la|el|il|lo)\s|l['’])?"
#: "the August 2021 issue of".
ISSUE = (
    r"(?:(?:(?:the|its|their|der|la|le)\s)?(?:[\w./–-]+,?\s){0,3}"
    r"(?:issue|edition|number|[Aa]usgabe|numéro|número)\s(?:of|der|von|de)\s)?"
)
#: "Harbour Notes Issue 14", "Harbour Notes Vol. 3": what a name of a paper has before a number.
ISSUE_LAST = re.compile(r",?\s(?:issue|no|nr|n|vol|volume|number|edition|ausgabe|heft|numéro|número|numero)$", re.I)
NUMBER = re.compile(r"[.º°]{0,2}\s?#?\d")
AND = re.compile(r"(?:\s*,\s*(?:and\s+|und\s+)?|\s+(?:and|&|und|et|y|e|en|og|och)\s+|\s?/\s?)(?:the\s+)?")
JOINT = re.compile(r"\s(?:and|&|und|et|y|e)\s(?:the\s)?")
TOGETHER = re.compile(
    r"\s(?:Collaborative|Collective|Cooperative|Consortium|Alliance|Network|Exchange|Project|Initiative|Investigates|Watch"
    r"|Watchdog|Monitor|Newsroom|Service|Center|Centre|Fund|Lab)$"
)
#: What an agency's name has behind it where its texts are meant: "the AFP feed".
SERVICE = re.compile(r"\s+(?:(?:news|syndicated)\s)?(?:feed|wire|newswire|newsfeed|exchange|syndicate)s?$", re.I)


class Named(NamedTuple):
    """A name and its range in a line."""

    start: int
    end: int
    name: str


@functools.cache
def notice_words(kind: str) -> str:
    """The alternatives that ``notices.tsv`` lists under a kind."""
    return next(row["words"] for row in assets.rows("notices.tsv") if row["kind"] == kind)


@functools.cache
def notice_pattern(kind: str) -> str:
    """The same as a pattern takes the least time to look for."""
    return grouped(notice_words(kind))


@functools.cache
def _before_name() -> re.Pattern[str]:
    place = notice_pattern("place")
    kind = rf"(?:(?:[A-Z]\w+\s)?(?:[a-z-]+\s){{0,2}}(?:{place})\b,?\s(?:(?:of|called|named|at)\s(?:the\s)?)?)?"
    return re.compile(rf"{ISSUE}{BEFORE_NAME}{kind}{BEFORE_NAME}")


def name_at(words: str, at: int) -> Named | None:
    """The name that begins there, words such as *the website of* before it left out; None where none does."""
    before = _before_name().match(words, at)
    for start in dict.fromkeys((at, before.end() if before else at)):
        quoted = start < len(words) and words[start] in QUOTE
        begin = start + quoted
        match = (
            (QUOTED.match(words, start) if quoted else None) or ADDRESS.match(words, begin) or RUN.match(words, begin)
        )
        if match and match.re is QUOTED:
            return Named(*match.span("name"), match["name"])
        if match and not (start == at and before and before.end() > at and not quoted and _is_kind(words, before)):
            return _trimmed(words, *match.span())
    return None


def _is_kind(words: str, before: re.Match[str]) -> bool:
    """Whether what may stand before a name does so here, and a name after it."""
    return bool(
        words[before.end() : before.end() + 1] in QUOTE
        or RUN.match(words, before.end())
        or ADDRESS.match(words, before.end())
    )


def _trimmed(words: str, start: int, end: int) -> Named:
    while end > start and words[end - 1] in " .,;:'’”\"*_":
        end -= 1
    name = words[start:end]
    if " for " in name and begins_with_given(name):
        name = name.partition(" for ")[0]  # "by Ada Bell for Harbour News"
    if name.endswith(("’s", "'s")):
        name = name[:-2]
    if (issue := ISSUE_LAST.search(name)) and NUMBER.match(words, end):
        name = name[: issue.start()]
    if (service := SERVICE.search(name)) and find_outlet(name[: service.start()]) and not find_outlet(name):
        name = name[: service.start()]
    end = start + len(name)
    if ADDRESS.fullmatch(name) and "/" in name:
        host = HOST.sub(r"\1", name)
        start += name.find(host)
        return Named(start, start + len(host), host)
    return Named(start, end, name)


def names_at(words: str, at: int) -> list[Named]:
    """The names from there on that commas, slashes or *and* join."""
    found: list[Named] = []
    named = name_at(words, at)
    while named:
        parts = list(split_names(named))
        found += parts
        joint = AND.match(words, named.end)
        named = name_at(words, joint.end()) if joint else None
    return found


def both_of(named: Named) -> Iterator[Named]:
    """The two of a name between which something is: *X* and *Y* of ``an agreement between X and Y``."""
    joint = JOINT.search(named.name)
    if not joint:
        yield named
        return
    cut, begin = named.start + joint.start(), named.start + joint.end()
    yield Named(named.start, cut, named.name[: joint.start()])
    yield Named(begin, named.end, named.name[joint.end() :])


def is_body(name: str) -> bool:
    """Whether a name sounds like an outlet's, or ends as those of newsrooms that work together do."""
    return sounds_like_outlet(name) or TOGETHER.search(name) is not None


def split_names(named: Named) -> Iterator[Named]:
    """The two of *X and Y* where both sound like outlets and the whole is none that is known."""
    for joint in JOINT.finditer(named.name):
        left, right = named.name[: joint.start()], named.name[joint.end() :]
        two = joint[0].endswith(" the ") or (is_body(right) and (" " in right or find_outlet(right)))
        both = two and is_body(left)
        if both and not find_outlet(named.name):  # "Harbour Telegraph & Star" is one
            yield Named(named.start, named.start + len(left), left)
            yield Named(named.start + joint.end(), named.end, right)
            return
    yield named
