"""What a page's furniture calls the house that publishes it: where it asks the reader to subscribe, follow or write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from sayso.documents.credits.letters import CAPITALS
from sayso.documents.credits.sites import INNER_CAPITAL, sounds_like_outlet
from sayso.documents.zones.lines import Line, Words, key_of, words_of_kind
from sayso.documents.zones.phrases import phrases
from sayso.outlets import find_outlet, is_agency, surely_outlet

#: Words that begin with capitals, small ones between them.
NAME = (
    rf"(?P<name>(?:The\s)?(?:[{CAPITALS}]|\d+(?=[A-Z ]))[\w.’'&+!-]*"
    rf"(?:\s(?:(?:of|and|the|on|in|for|&|at|de|del|della|du|des|do|da|der|die|das|und|et|y|e|van)\s){{0,2}}"
    rf"[{CAPITALS}\d][\w.’'&+!-]*){{0,5}})"
)
ALONE = re.compile(NAME)
#: What houses alone ask of their readers.
OF_HOUSES = re.compile(
    r"\W{0,3}(?i:subscribe to|advertise (?:with|on|in)|(?:return|back|welcome|donate) to|sign up to"
    r"|join(?: our)?|thank(?:s| you) for (?:subscribing|signing up) to|(?:work|careers|jobs|life) (?:for|at|with)"
    r"|support|inside|you are reading|download (?:the|our)|visit|(?:sign|log) in to"
    r"|willkommen (?:bei|auf)|werben (?:bei|auf|in)|jobs bei|karriere bei|alle artikel auf|das ist|abonnieren sie|jetzt"
    r"|bienvenue (?:sur|à|chez)|abonnez-vous à|soutenez|soutenir|rejoignez|bienvenid[oa]s? a|suscríbete a|apoya a"
    r"|benvenut[oi] (?:su|in)|abbonati a|sostieni|bem-vindo (?:a|ao)|assine (?:a|o)|apoie (?:a|o)|welkom bij|steun"
    r"|word lid van|prenumerera på|stötta|annonsera i|abonner på|støt|støtt|prenumerata|wspieraj)"
    r"\s(?i:(?:the|our|der|die|das|den|le|la|les|el|los|il|lo|o|a|de|het)\s|l['’])?" + NAME
)
#: What is asked for people, sections and other sites as well.
OF_OTHERS = re.compile(
    r"\W{0,3}(?i:about|follow|like|(?:read )?more (?:from|on|in)|contact(?: us)?|explore|learn about"
    r"|über|(?:noch )?mehr (?:von|aus|bei|auf)|folgen sie|folge|kontakt zu|nachrichten von|à propos de|suivez|contacter"
    r"|acerca de|sobre|síguenos en|sigue a|chi è|segui|sobre [oa]|siga|over|volg|meer van|om|följ|følg|o|śledź|о)"
    r"\s(?i:(?:der|die|das|den|le|la|les|el|los|il|lo|de|het)\s|l['’])?" + NAME
)
#: What a house has by its own name.
HAS = (
    r"(?:newsletters?|store|shop|staff|apps?|premium|plus|podcasts?|e-?editions?|e-?paper|home ?page|archives?|home"
    r"|memberships?|subscribers?|subscriptions?|events|jobs|classifieds|commenting|comments|breaking news|today"
    r"|correspondent|reporter|news ?room|photos?|videos?|digital|abo|abonnements?|startseite|nachrichten|redaktion"
    r"|rédaction|redacción|redazione|redação|redactie|redaktionen|redakcja|leserreisen|kleinanzeigen|boutique|appli"
    r"|tienda|suscripciones|hemeroteca|abbonamenti|edicola|assinaturas|loja|abonnementen|winkel|prenumeration)"
)
WITH_THING = re.compile(r"\W{0,3}" + NAME + r"(?:['’]s?)?\s(?i:" + HAS + r")\b")
THING = re.compile(HAS, re.IGNORECASE)
BEGINS = re.compile(NAME + r"\s[a-z]")
THING_AT_END = re.compile(r"\s(?i:" + HAS + r")(?:\s.*)?$")
ON_PLATFORM = re.compile(
    r"\s(?i:(?:on|auf|bei|sur|en|su|no|na|op|på|w|в|на) (?:facebook|twitter|x|instagram|youtube|telegram"
    r"|whatsapp|tiktok|linkedin|xing|google news|вконтакте|одноклассниках|дзене|viber))$"
)
#: A web address, or that of somebody's letter box.
ADDRESS = re.compile(
    r"(?:https?://|www\.|@)(?:www\.)?(?P<host>[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,4}\.[a-z]{2,12})\b", re.IGNORECASE
)
#: What companies that own outlets are called.
HOLDING = re.compile(
    r"\b(?:group|holdings?|media|publishing|publications?|publishers?|communications|compan(?:y|ies)|corporation"
    r"|enterprises|verlag|medien|mediengruppe|éditions|editorial|ediciones|editora|edizioni|editrice|edições|uitgeverij|forlag|förlag)\b",
    re.IGNORECASE,
)
#: What follows the name of a company.
COMPANY_FORM = re.compile(
    r"(?i:\b(?:inc|llc|ltd|limited|gmbh|plc|corp|corporation|co|pty|ag|oy|ab|spa|srl|bv|foundation|sarl|sas|srl|oyj|kg|nv|aps|doo)\b|\bs\.\s?(?:a|l|r\.l)\b)"
)
#: A furniture line that names the house has at most so many words.
MOST_WORDS = 14
#: What a line of each kind says for the name of an outlet, each kind at most so many times.
WEIGHTS = {"house": 3, "thing": 3, "other": 2, "begins": 1, "alone": 1}
MOST_LINES = 3
#: What an address or a notice of copyright that has the name says for it.
VOUCHED = 3
#: So few letters of an outlet's name in capitals are a word of some language where only the first is one.
SHORT = 3
#: So much must speak for the name of an outlet, and so much more than for any other.
ENOUGH, AHEAD = 3, 2


class HouseName(NamedTuple):
    """What the lines of a page say of one name: the page's first form of it, and the keys of the lines of each kind."""

    name: str
    lines: dict[str, set[str]]

    def score(self) -> int:
        return sum(WEIGHTS[kind] * min(MOST_LINES, len(keys)) for kind, keys in self.lines.items())


def house_name(
    lines: Iterable[Line | Words],
    people: Set[str] = frozenset(),
    owners: Iterable[str] = (),
    firms: Iterable[str] = (),
) -> str | None:
    """The name that the lines of a page's furniture have for their house; None where they do not tell, or name two.

    ``people`` are the keys of names that the bylines have, ``owners`` the names in notices of copyright, ``firms``
    those of companies in them: these vouch only for what asks readers in as houses do."""
    told: dict[str, HouseName] = {}
    labels: set[str] = set()
    for line in lines:
        labels.update(_letters(match["host"].split(".")[0]) for match in ADDRESS.finditer(line.text))
        if line.words > MOST_WORDS:
            continue
        for name, kind in said_of_house(line):
            key = _key(name)
            if key not in people and could_name(key):
                told.setdefault(key, HouseName(name, {})).lines.setdefault(kind, set()).add(line.key)
    vouched = {_letters(_key(owner)) for owner in owners} | labels
    companies = {_letters(_key(firm)) for firm in firms}
    vouched |= {_letters(key) for key, one in told.items() if "house" in one.lines and _letters(key) in companies}
    named = {key: one for key, one in told.items() if _is_house(key, one, vouched)}
    scores = {key: one.score() + VOUCHED * (_letters(key) in vouched) for key, one in named.items()}
    ranked = sorted(scores, key=lambda key: (-scores[key], key))
    if not ranked:
        return None
    first, *rest = ranked
    rivals = [key for key in rest if not key.startswith(first) and not first.startswith(key)]
    return None if rivals and scores[first] - scores[rivals[0]] < AHEAD else named[first].name


def _is_house(key: str, told: HouseName, vouched: Set[str]) -> bool:
    """Whether enough is said of a name to call it the house: less of one that sounds like an outlet's."""
    said = _letters(key) in vouched
    asked = told.lines.keys() & {"house", "thing", "other"}
    agency = is_agency(told.name)  # its name and notice stand on many pages
    if not asked and (agency or not said or "alone" not in told.lines):
        return False
    if len(told.name) <= SHORT and told.name.istitle() and surely_outlet(told.name):
        return False  # "Nos" is no *NOS*
    if surely_outlet(told.name):
        return told.score() + VOUCHED * said >= ENOUGH
    single = " " not in key and not INNER_CAPITAL.fullmatch(told.name)
    if HOLDING.search(told.name) or (single and not said):
        return False  # it owns the house; "Golf", "RSS": a section or anything
    if sounds_like_outlet(told.name):
        return told.score() + VOUCHED * said >= ENOUGH
    return said or {"house", "alone"} <= told.lines.keys()


def said_of_house(line: Line | Words) -> Iterator[tuple[str, str]]:
    """The name that a line has, and what kind of line it is."""
    text = ON_PLATFORM.sub("", line.text)
    if match := OF_HOUSES.match(text):
        yield _trimmed(match["name"]), "house"
    elif match := WITH_THING.match(text):
        yield _trimmed(match["name"]), "thing"
    elif match := OF_OTHERS.match(text):
        yield _trimmed(match["name"]), "other"
    elif line.words <= 5 and ALONE.fullmatch(text):
        yield text, "alone"
    elif match := BEGINS.match(text):
        yield match["name"], "begins"


def _trimmed(name: str) -> str:
    return THING_AT_END.sub("", name).strip(" .,-!")


def _key(name: str) -> str:
    return key_of(name).removeprefix("the ")


def _letters(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum()).removeprefix("the")


def could_name(key: str) -> bool:
    """Whether a name is more than words that any page has in its menus."""
    words = [word for word in key.split() if word.isalpha()]
    if not words or len(key) < 3 or key in phrases().whole or set(words) & words_of_kind("reader"):
        return False
    if find_outlet(key):
        return True
    if words[0] in words_of_kind("function") or words[0] in ("newer", "older", "previous", "next", "prev"):
        return False  # "For Subscribers", "Newer Post Older Post Home"
    return not all(
        word in phrases().whole or word in words_of_kind("outlet") or THING.fullmatch(word) for word in words
    )
