"""Whether a name at a page's top is the page's own, by all that the rest of the page has of it: rights, addresses, what
is asked of readers, bylines, the menu below it. No one of these tells alone; a few of them together do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from sayso.documents.credits.bylines import byline_of
from sayso.documents.credits.given import begins_with_given
from sayso.documents.dates.words import find_dates
from sayso.documents.zones.lines import Line, key_of, words_of_kind
from sayso.documents.zones.phrases import phrase_kind, phrases

#: The name is among this many first lines that are no set phrase and no day, and so many of all.
CANDIDATES, TOP = 3, 9
#: A name has at most this many words, and this many letters and figures at least.
MOST_WORDS, SHORTEST = 6, 4
#: A line that names the house has at most so many words.
NAMED_WITHIN = 16
#: This many lines below a name show whether a menu stands there, of which so many are short.
BELOW, MENU_LINES = 6, 3
#: An address has its host behind one of these.
ADDRESS = re.compile(r"(?:https?://|www\.|@)(?:www\.)?([a-z\d-]{3,63})\.")
RIGHTS = re.compile(r"©|\(c\)|copyright|℗|\brights reserved\b")
#: What a claim of rights has before the name of whoever makes it.
CLAIMED = re.compile(r"(?:copyright|©|\(c\)|(?:19|20)\d\d|\W)+", re.IGNORECASE)
#: What houses ask of their readers, or tell them of themselves, with their own name.
ASKS = re.compile(
    r"\b(?:subscrib|advertis|newsletter|support|sign up|sign in|log in|follow|join|donat|contact|about|welcome|member"
    r"|download|app\b|e-?mail|read more|more from|abonn|suscr|assin|iscriv|impressum|kontakt|redak|redac|redaz|rédac"
    r"|publish|editor|inbox|headlines|comment|staff|powered by|reserves|e-?paper|podcast|shop|team|reader)"
)
#: What sites call themselves, at the end of their names; two words run into one, as in no other name.
KIND = re.compile(
    r"(?:(?i:\b(?:forum|board|blog|portal|network|notes|hub|central|online|live|today|now|info|aktuell|heute|hoy|oggi|сегодня))$)"
    r"|(?<=[a-zß-ÿ])[A-ZÀ-Þ]"
)
#: Without one of these a name has to be the first of the page.
STRONG = frozenset({"rights", "host", "tells", "linked"})
ARTICLE = re.compile(r"^(?:the|la|le|les|las|los|el|il|lo|i|gli|os|as|der|die|das|de|het)\s", re.IGNORECASE)
#: Words of what pages ask of their readers, and of no site's name.
ASKED_OF = frozenset(
    "apps google feed twitter facebook youtube mein meine meinem mon ma mes mi mis to your my me us with our how what"
    " we you from change choose select go switch open close".split()
)
#: Several words run together, as menus without their line ends have them.
RUN_TOGETHER = re.compile(r"(?:[a-zß-ÿ][A-ZÀ-Þ]\w*){2}")
#: Where one item of a menu runs into the next: ``HomepageSkip to content``.
RUN_ON = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
#: What a house says of itself behind its name.
TELLS = re.compile(
    r"\s(?:is|are|ist|est|es|è|é|jest|publishes|was (?:founded|launched)|may earn|belongs)"
    r"\s(?:an?|the|part|supported|published"
    r"|owned|licensed|une?|eine?|uno?|commissions?|money|about|to|in|of|der|die|das|il|la|le|ein)\b"
)
#: What signs a text, with the house's name.
SIGNS = re.compile(
    r"(?:^(?:by|par|von|por|di|door|av|af)\s|\b(?:staff|reporter|correspondent|with|avec|mit|con|med)\b)"
)
#: How much each kind of evidence says, and how much is enough.
WEIGHTS = {
    "first": 1, "linked": 1, "menu": 1, "sections": 1, "made": 1, "rights": 3, "host": 3, "tells": 3, "asks": 2,
    "signs": 2, "again": 1, "shares": 1,
}  # fmt: skip
ENOUGH = 3
#: Whose letter it is that was sent to many, in its first lines.
MAIL_LINES = 4
SENDER = re.compile(
    r"(?:From|Von|De|Da|Van|Från|Fra)\s?:\s\"?(?P<name>[^\"<>@]{2,50}?)\"?\s?<[^<>\s]+@(?P<host>[^<>\s]+)>$"
)
#: The first lines of a text from an archive are labels with what they are of, so many of them at least.
EXPORT_LINES, FEWEST_LABELLED = 14, 4
LABELLED = re.compile(r"(?P<label>[A-ZÀ-Þ][\w .-]{1,24})\s?:\s*(?P<value>[^:]{2,60}$|.*)")
OF_PUBLICATION = re.compile(
    r"(?:so|publication|newspaper|publisher|journal|magazine|outlet|media|zeitung|medium|publikation|journal|publicación|medio"
    r"|testata|periódico|krant|source (?:title|name)|pub(?:lication)? ?(?:name|title))",
    re.IGNORECASE,
)
EDITION = re.compile(r"\s\([^()]*\)$|,.*$")
#: What parts a name from a motto or a title.
TITLE = re.compile(r"\s[|–—·•]\s")
#: What stands in no name.
NO_NAME = re.compile(r"[|?!;:\"“”>»]|,\s")
LETTERS = re.compile(r"[^\W_]+")
#: The words of a name, also of several run into one.
PARTS = re.compile(r"[^\W\d_a-zß-ÿ]?[a-zß-ÿ]+|[^\W_]+")


def own_name(lines: Sequence[Line], people: Set[str] = frozenset()) -> str | None:
    """The first name at the page's top of which the rest of the page says enough; None where it says too little.
    ``people`` are the keys of those who sign: the page is called so where no other name is."""
    hosts: set[str] | None = None
    named = sorted(_candidates(lines), key=lambda candidate: key_of(candidate[1]) in people)
    for number, name in named:
        if hosts is None:
            hosts = _hosts(lines)
        told = {"first"} if all(map(phrase_kind, lines[:number])) else set[str]()
        if _score(name, number, lines, hosts, told) >= ENOUGH:
            return name
    return None


def linked_name(names: Sequence[str], lines: Sequence[Line]) -> str | None:
    """The first of the names that the links to the page's front page have of which the rest says enough."""
    hosts: set[str] | None = None
    for place, name in enumerate(names):
        key = key_of(name)
        number = next((n for n, line in enumerate(lines) if key and key in line.key), -1)
        if not _could_be(name):
            continue
        hosts = _hosts(lines) if hosts is None else hosts
        if _score(name, number, lines, hosts, {"first", "linked"} if place == 0 else {"first"}) >= ENOUGH:
            return name
    return None


def exported_name(lines: Sequence[Line]) -> str | None:
    """The publication that one of the labelled lines names with which a text from an archive or a letter begins:
    ``Publication: Harbour Gazette``, ``From: Harbour Brief <news@harbour.example>``."""
    sender = next((match for line in lines[:MAIL_LINES] if (match := SENDER.match(line.text))), None)
    if sender and _is_house(sender["name"], sender["host"]):
        return sender["name"]
    labelled = [match for line in lines[:EXPORT_LINES] if (match := LABELLED.match(line.text))]
    if len(labelled) < FEWEST_LABELLED:
        return None
    return next((EDITION.sub("", m["value"]).strip() for m in labelled if OF_PUBLICATION.fullmatch(m["label"])), None)


def _candidates(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """The first lines that may be names, each with its number, from the top."""
    left = CANDIDATES
    claims = [line.key for line in lines if line.words <= NAMED_WITHIN and RIGHTS.search(line.key)]
    for number, line in enumerate(lines[:TOP]):
        if line.is_prose or not left:
            return
        if phrase_kind(line) or (find_dates(line.text) and not RIGHTS.search(line.key)):
            continue
        left -= 1
        name = CLAIMED.sub("", line.text, count=1) if RIGHTS.match(line.key) else line.text
        for part in dict.fromkeys((name, *TITLE.split(name, maxsplit=1))):
            claimed = " " in part and any(key_of(part) in claim for claim in claims)
            if _could_name(part, line, claimed):
                yield number, part


def _hosts(lines: Sequence[Line]) -> set[str]:
    """The hosts of the addresses that a page shows, each as one word."""
    return {host for line in lines if "." in line.key for host in map(_joined, ADDRESS.findall(line.key))}


def _could_name(name: str, line: Line, claimed: bool) -> bool:
    """Whether the words of a line may be a site's name."""
    return not (line.bullet or line.ends_sentence) and _could_be(name, claimed)


def _could_be(name: str, claimed: bool = False) -> bool:
    """Whether words may be a site's name: few, with a capital or a figure before each that carries it, or before the
    first where a notice of rights has the name (``claimed``), as in languages that write names so."""
    words = LETTERS.findall(name)
    if not 1 <= len(words) <= MOST_WORDS or len(_joined(name)) < SHORTEST or NO_NAME.search(name):
        return False
    if key_of(name) in phrases().whole or begins_with_given(ARTICLE.sub("", name)) or byline_of(name):
        return False
    if not ASKED_OF.isdisjoint(word.lower() for word in words):
        return False
    if (
        RUN_TOGETHER.search(name)
        or all(key_of(part) in phrases().whole for part in RUN_ON.split(name))
        or all(word.lower() in phrases().whole for word in PARTS.findall(name))
    ):
        return False
    joints = words_of_kind("function")
    capital = claimed or all(not word.islower() or len(word) <= 3 or word in joints for word in words)
    return capital and not name[0].islower()


def _score(name: str, number: int, lines: Sequence[Line], hosts: set[str], told: set[str]) -> int:
    """How much the page says for a name, which stands on the line of this number (-1: on none); ``told`` is what is
    known to."""
    key = key_of(name).removeprefix("the ")
    if number >= 0 and RIGHTS.match(lines[number].key):
        told.add("rights")
    joined = _joined(key)
    if any(joined in host or (len(host) > SHORTEST and host in joined) for host in hosts):
        told.add("host")
    below = lines[number + 1 : number + 1 + BELOW]
    if sum(map(_is_short, below)) >= MENU_LINES:
        told.add("menu")
        known = sum(bool(phrase_kind(line)) for line in below)
        told.update(["sections"] if known >= 2 or (known and all(map(_is_short, below))) else [])
    if (made := KIND.search(name)) and made[0] != name:  # a "Forum" is any
        told.add("made")
    last = [word for word in key.split() if word not in words_of_kind("function")][-1:]
    for other in lines[number + 1 :]:
        if not last or last[0] not in other.key:
            continue
        if other.words <= NAMED_WITHIN and not other.is_prose:
            told.update(_said(key, last[0], other))
        elif _tells(key, other):
            told.add("tells")
    strong = not STRONG.isdisjoint(told)
    words = key.split()
    if not strong and len(words) == 2 and words[-1] in phrases().whole:
        return 0  # "California News": a section
    if not strong and told.isdisjoint(("made", "asks", "signs", "shares", "again")):
        return 0  # what leads a menu may be its first item
    if not strong and ("first" not in told or (" " not in key and "made" not in told)):
        return 0  # "Wikis" above a menu may be anything
    return sum(WEIGHTS[kind] for kind in told)


def _said(key: str, last: str, line: Line) -> Iterator[str]:
    """What a line says for a name: one that holds all of it, or its last word."""
    whole = re.search(rf"(?<!\w){re.escape(key)}(?!\w)", line.key) is not None
    rights, asks = (pattern.search(line.key) is not None for pattern in (RIGHTS, ASKS))
    if not whole:
        if line.key.endswith(f"/{last}"):
            yield "signs"  # whose house its photographer's is
        if (rights or asks) and re.search(rf"\b{re.escape(last)}\b", line.key):
            yield "shares"
    elif rights:
        yield "rights"
    elif _tells(key, line):
        yield "tells"
    elif SIGNS.search(line.key):
        yield "signs"
    elif asks:
        yield "asks"
    elif " " in key and line.key.removeprefix("the ") != key:
        yield "again"


def _tells(key: str, line: Line) -> bool:
    """Whether a line begins with the name and says what the house is or does."""
    words = line.key.removeprefix("the ")
    return words.startswith(key) and TELLS.match(words[len(key) :]) is not None


def _is_house(name: str, host: str) -> bool:
    """Whether whoever sent a letter is no person: the host is called so, or the name ends as outlets' do."""
    return _joined(key_of(name).removeprefix("the ")) in _joined(host) or name.split()[-1].lower() in words_of_kind(
        "outlet"
    )


def _is_short(line: Line) -> bool:
    """Whether a line is a menu's: an item, or a row of them."""
    item = line.is_heading or line.bullet
    return bool(phrase_kind(line)) or (item and 1 <= line.words <= 3 and not find_dates(line.text))


def _joined(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())
