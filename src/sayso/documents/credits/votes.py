"""Who publishes a page, by what the lines around its article say together: claims of rights, addresses, cookies,
crumbs, what readers are asked. One such line may as well be of an owner, a partner or an agency: a name is taken where
lines of several kinds agree on it, and none that say as much agree on another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from sayso.documents.credits.allrights import ALL_RIGHTS
from sayso.documents.credits.bylines import is_person_line
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.housenames import COMPANY_FORM, HOLDING, NAME, WITH_THING, could_name, said_of_house
from sayso.documents.credits.owners import find_owner
from sayso.documents.credits.pictures import OF_PICTURES
from sayso.documents.credits.rights import RESERVED, YEAR
from sayso.documents.credits.sites import CRUMBS, INNER_CAPITAL, could_be_name, sounds_like_outlet
from sayso.documents.page import ZonedRange
from sayso.documents.zones.lines import Line, Words, key_of, parts_of
from sayso.outlets import find_outlet, is_agency
from sayso.vocab import Zone

#: A line that votes has at most so many words, a name so many, and so many letters at least.
MOST_WORDS, LONGEST, SHORTEST = 18, 6, 3
#: So many lines of the furniture are asked.
LINES_ASKED = 1_500
CLAIM = re.compile(r"©|\(c\)\s|\bcopyright\b|\brights reserved\b", re.IGNORECASE)
#: What a claim of rights has before the name of whoever makes it.
BEFORE_CLAIMANT = re.compile(
    rf"(?:\W*(?:©|\(c\)|copyright\b|{ALL_RIGHTS}|(?:19|20)\d\d(?:\s?[-–—]\s?(?:(?:19|20)?\d\d|present)?)?|by\b))+\W*",
    re.IGNORECASE,
)
#: What parts the names in a claim, and what says that the claimant belongs to another.
BETWEEN = re.compile(r"\s+[|–—•·/-]+\s+|\.\s|\.$|©|\s(?:is )?an? (?:part|member|division|brand) of\s", re.IGNORECASE)
#: A web or e-mail address: its box, its host.
ADDRESS = re.compile(
    r"(?:(?<![\w.+-])(?P<box>[\w.+-]{1,40})@|https?://|www\.|(?<![\w.@/-]))(?:www\.)?"
    r"(?P<host>[a-z\d-]{2,63}(?:\.[a-z\d-]{1,63}){0,3}\.[a-z]{2,12})(?![\w@-]|\.\w)",
    re.IGNORECASE,
)
#: The letter boxes that newsrooms have, and no others who are written about.
NEWSROOM = re.compile(
    r"(?:news(?:desk|room|tips?)?|tips?|editors?|editorial|letters|corrections|online-?redaktion|redaktion|leserbriefe"
    r"|redacc?ion|redazione|redacao|redactie|redaksjon|redaktionen|redakcja|redaction)(?=[._+-]|$)",
    re.IGNORECASE,
)
#: A file's name is written as a host's is.
FILE = re.compile(r"\.(?:html?|php|aspx?|jsp|jpe?g|png|gif|svg|webp|pdf|docx?|txt|zip|js)$", re.IGNORECASE)
#: What stands between a host's own name and its country's.
SHARED_LABELS = frozenset("co com org net gov gv ac edu or ne nom asso".split())
#: Whose addresses stand on the pages of others.
PLATFORMS = frozenset(
    "facebook fb twitter t x instagram youtube youtu google goo gmail googlemail yahoo hotmail outlook gmx icloud"
    " linkedin pinterest tiktok telegram whatsapp snapchat reddit tumblr flickr vimeo disqus patreon paypal xing medium"
    " wordpress wp blogspot blogger substack bit amazon apple microsoft adobe mozilla github wikipedia archive"
    " creativecommons gravatar feedburner mailchimp wikidot wikia fandom jimdo wix weebly squarespace typepad".split()
)
#: What sites say of themselves and of nobody else.
TELLS = re.compile(
    NAME + r"(?:\sand\s(?:its|our)\s(?:\w+\s)?partners)?\s(?:uses?\s(?:\w+\s)?cookies|verwende[nt]\sCookies"
    r"|utilise\sdes\scookies|(?:utiliza|usa|utilizza)\s(?:i\s)?cookies?|gebruikt\scookies"
    r"|reserves\s(?:the|all)\srights?|may\searn\s|is\spublished\s(?:by|under|in)\s)"
)
#: What stands before the site's name in the bar at a page's top.
BAR = re.compile(r"(?i:toggle navigation|navigation umschalten)\s(?P<name>\S.{1,50})$")
#: "Get Salt Wind to your inbox daily".
TO_INBOX = re.compile(
    r"(?i:get|receive)\s(?i:the\s)?" + NAME + r"\s(?i:(?:delivered|sent)\s)?(?i:(?:straight|right|directly)\s)?"
    r"(?i:(?:to|in|into)\syour\s(?:e-?mail\s)?(?:inbox|mailbox|phone)\b)"
)
#: What is asked before the thing of a house: "Download the Salt Wind App".
ASKED = re.compile(r"(?i:get|download|install|read|try|use|sign up (?:for|to))\s(?i:(?:the|our|your)\s)?(?=\S)")
OWNED = re.compile(r"['’]s?$")
#: "Join the Salt Wind Community".
LAST_THING = re.compile(
    r"(?<=\w)(?:['’]s?)?\s(?i:community|(?:daily|weekly|morning|evening)\sedition|team|partner|page|channel)$"
)
#: "More on saltwind.example".
LEADS_TO = re.compile(r"\W*(?:[^\W\d_]+\s){1,3}$")
#: What each kind of sign says for a name; "whole": a claim of all rights with its year, "asked": in two lines,
#: "begins": a line that goes on in small letters, which says no more than that the name is one.
WEIGHTS = {
    "claim": 3, "whole": 1, "host": 3, "box": 3, "bar": 3, "tells": 3, "crumb": 2, "asks": 2, "asked": 1, "other": 1,
    "begins": 0, "shown": 1, "alone": 1,
}  # fmt: skip
#: Without one of these a name may be of a section, a topic or a partner; one of a single plain word without the first.
OF_SITES = frozenset({"claim", "host", "box", "bar", "tells"})
STRONG = OF_SITES | {"crumb", "asked"}
#: So much must speak for a name, and so much more than for any other.
ENOUGH, AHEAD = 4, 2
#: A host is the page's own where so many lines show it, and so many times as many as show any other.
SHOWN, TIMES = 2, 2


class Voted(NamedTuple):
    """The name that a page's furniture votes for, and where its words stand in the text."""

    name: str
    start: int
    end: int


class Told(NamedTuple):
    """What lines say of one name: its first form, and the keys of the lines of each kind."""

    name: str
    lines: dict[str, set[str]]

    def add(self, kind: str, line: str) -> None:
        self.lines.setdefault(kind, set()).add(line)


class Shown(NamedTuple):
    """A host as a line shows it: the domain as written, the kind of sign, the line's key."""

    domain: str
    kind: str
    line: str


def find_voted(text: str, ranges: Sequence[ZonedRange], nobody: Set[str] = frozenset()) -> Voted | None:
    """The name of the house that the lines of a page's furniture agree on; None where they say too little, or name two.
    ``nobody`` are the keys of those who sign the text or from whom it was taken."""
    told = _tally(_lines(text, ranges), nobody)
    scores = {key: score for key, one in told.items() if (score := _score(one)) >= ENOUGH}
    ranked = sorted(scores, key=lambda key: (-scores[key], key))
    if not ranked:
        return None
    first, *rest = ranked
    rivals = [key for key in rest if not key.startswith(first) and not first.startswith(key)]
    if rivals and scores[first] - scores[rivals[0]] < AHEAD:
        return None
    return _placed(told[first].name, text, ranges)


def _lines(text: str, ranges: Sequence[ZonedRange]) -> list[Line | Words]:
    """The lines around the article, from the top."""
    furniture = (text[start:end] for start, end, zone in ranges if zone is Zone.FURNITURE)
    return [line for part in furniture for line in parts_of(part)][:LINES_ASKED]


def _placed(name: str, text: str, ranges: Sequence[ZonedRange]) -> Voted | None:
    """A name as the furniture first has it."""
    words = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)")
    for start, end, zone in ranges:
        if zone is Zone.FURNITURE and (match := words.search(text, start, end)):
            return Voted(name, *match.span())
    return None


def _tally(lines: Sequence[Line | Words], nobody: Set[str]) -> dict[str, Told]:
    """What the lines say of each name, by its letters."""
    told: dict[str, Told] = {}
    for line in lines:
        for name, kind in _said(line):
            plain = OWNED.sub("", LAST_THING.sub("", name.strip(" .,|!?:")))
            if _may_publish(plain, nobody):
                told.setdefault(_key(plain), Told(plain, {})).add(kind, line.key)
    hosts = {label: shown for label, shown in _hosts(lines).items() if _may_be_of(shown[0].domain, label, nobody)}
    counts = {label: len({key for _, _, key in shown}) for label, shown in hosts.items()}
    for label, shown in hosts.items():
        others = max((count for other, count in counts.items() if other != label), default=0)
        own = counts[label] >= SHOWN and counts[label] >= TIMES * others
        one = told.setdefault(label, Told(shown[0].domain, {}))
        for _, kind, key in shown:
            one.add("shown" if kind == "host" and not own else kind, key)
    return told


def _may_publish(name: str, nobody: Set[str]) -> bool:
    """Whether a name may be a site's: no person's, no agency's, no owner's of many sites, no words of any menu."""
    key = key_of(name)
    if key in nobody or not 1 <= len(name.split()) <= LONGEST or len(_letters(name)) < SHORTEST:
        return False
    if not could_be_name(name) or not could_name(key.removeprefix("the ")) or key in PLATFORMS:
        return False
    if is_agency(name) or OF_PICTURES.match(name) or HOLDING.search(name):
        return False
    return sounds_like_outlet(name) or not (begins_with_given(name) and is_person_line(name))


def _may_be_of(domain: str, label: str, nobody: Set[str]) -> bool:
    """Whether a page may be of a host: of no agency's, nor of whoever signs the text or gave it."""
    outlet = find_outlet(domain)
    given = {key_of(outlet.name)} if outlet else set()
    return not is_agency(domain) and nobody.isdisjoint(given) and label not in map(_letters, nobody)


def _said(line: Line | Words) -> Iterator[tuple[str, str]]:
    """The names that a line has, and what kind of sign each is."""
    if match := TELLS.match(line.text):
        yield match["name"], "tells"
        return
    if line.words > MOST_WORDS:
        return
    if CLAIM.search(line.text):
        yield from _claimed(line.text)
        return
    first, *crumbs = CRUMBS.split(line.text)
    if crumbs:
        yield first, "crumb"
    elif match := BAR.match(line.text):
        yield match["name"], "bar"
    elif match := TO_INBOX.match(line.text) or _asked(line.text):
        yield match["name"], "asks"
    else:
        kinds = {"house": "asks", "thing": "asks"}
        yield from ((name, kinds.get(kind, kind)) for name, kind in said_of_house(line))


def _asked(words: str) -> re.Match[str] | None:
    """The match of the name whose thing a line asks readers to get."""
    lead = ASKED.match(words)
    return WITH_THING.match(words, lead.end()) if lead else None


def _claimed(words: str) -> Iterator[tuple[str, str]]:
    """Who may claim rights in a line: the owner of its notice, and what else stands there between marks. A company is
    none, which owns many sites."""
    names = [find_owner(words) or "", *BETWEEN.split(BEFORE_CLAIMANT.sub("", words, count=1))]
    whole = YEAR.search(words) is not None and RESERVED.search(words) is not None
    for place, name in enumerate(filter(None, (name.strip() for name in dict.fromkeys(names)))):
        written = name + BETWEEN.split(words.partition(name)[2])[0]
        if COMPANY_FORM.search(written) or CLAIM.search(name) or YEAR.search(name):
            continue
        yield name, "claim"
        if whole and place <= 1:
            yield name, "whole"


def _hosts(lines: Iterable[Line | Words]) -> dict[str, list[Shown]]:
    """The hosts that lines show, by the letters of their own names, platforms left out."""
    hosts: dict[str, list[Shown]] = {}
    for line in lines:
        for match in ADDRESS.finditer(line.text) if "." in line.text else ():
            domain = match["host"]
            own = _own_label(domain)
            if FILE.search(domain) or own in PLATFORMS or len(own) < SHORTEST:
                continue
            kinds = ["host"]
            if match["box"]:
                kinds += ["box"] * (NEWSROOM.match(match["box"]) is not None)
            elif match.end() == len(line.text) and LEADS_TO.fullmatch(line.text[: match.start()]):
                kinds += ["other"]
            hosts.setdefault(_letters(own), []).extend(Shown(domain, kind, line.key) for kind in kinds)
    return hosts


def _own_label(domain: str) -> str:
    """The host's own name: ``saltwind`` of *www.saltwind.co.uk*."""
    labels = domain.lower().split(".")
    return labels[-3] if len(labels) > 2 and labels[-2] in SHARED_LABELS else labels[-2]


def _score(told: Told) -> int:
    """How much speaks for a name: nothing where all that does is of one kind or on one line, or may be of anything."""
    kinds = {kind for kind in told.lines if WEIGHTS[kind]}
    agreeing = len((kinds - {"whole"}) | (told.lines.keys() & {"begins"}))
    if agreeing < 2 or len(set().union(*told.lines.values())) < 2:
        return 0
    if len(told.lines.get("asks", ())) > 1:
        kinds.add("asked")
    plain = " " not in told.name and not INNER_CAPITAL.fullmatch(told.name) and not re.search(r"[\d.]", told.name)
    return sum(WEIGHTS[kind] for kind in kinds) if kinds & (OF_SITES if plain else STRONG) else 0


def _key(name: str) -> str:
    """The letters of a name, of a domain those of its own name."""
    return _letters(_own_label(name) if ADDRESS.fullmatch(name) else name)


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, key_of(name))).removeprefix("the")
