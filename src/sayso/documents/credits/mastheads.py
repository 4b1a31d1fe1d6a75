"""The name at a page's top where nothing of newspapers is in it: told by the foot of the page, by a motto below, or by
the article that begins right under it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.letters import CASELESS
from sayso.documents.credits.ownnames import exported_name
from sayso.documents.dates.words import find_dates
from sayso.documents.zones.lines import WORD, Line, key_of, words_of_kind
from sayso.documents.zones.phrases import phrase_kind, phrases

#: "Official website of Kembra County".
OFFICIAL = re.compile(
    r"(?i:(?:the )?official (?:web ?site|site|home ?page|portal) (?:of|for) (?:the )?)(?P<name>[A-ZÀ-Þ].{3,50})$"
)
#: What stands between the items of a menu on one line, how many it has at least, and how many words one has.
MENU_MARKS = re.compile(r"\s[|·•»›>/●–-]\s")
FEWEST_ITEMS, ITEM_WORDS = 4, 4
#: The same where one of them is an item that any page has.
FEWEST_KNOWN = 3
#: In scripts without capitals, where single words are parted by blanks alone, no more letters.
CASELESS_ITEM = 6
#: What a motto says that it is: "The magazine of the packaging trade", "An authorized publication for the army".
WHAT_IT_IS = re.compile(
    r"(?:(?:the|an?|your|our|die|das|der|une?|le|la|el|il|o|a)\s(?:[\w’'-]+\s){0,3}?|(?:official\s)?"
    r"(?=\w+\s(?:for|of|für|der|des|pour|de|di|para|voor)\s))(?:magazine|(?:news)?paper|publication"
    r"|journal|newsletter|gazette|bulletin|almanac|quarterly|monthly|weekly|daily|blog|web ?site|voice|zeitung|magazin"
    r"|zeitschrift|tageszeitung|wochenzeitung|quotidien|hebdomadaire|revue|diario|periódico|revista|quotidiano|giornale"
    r"|rivista|jornal)\b(?=\W*$|,|\s(?:of|for|from|in|since|on|für|der|des|pour|de|du|di|da|para|voor|van)\b)",
    re.IGNORECASE,
)
#: "WXQA News 4", "KBAR 7 News": a station's name.
STATION = re.compile(r"[KW][A-Z]{2,3}")
_STATION = r"(?:Action|Channel|Eyewitness|Local|News|TV|Radio)"
CALL_LETTERS = re.compile(rf"[KW][A-Z]{{2,3}}(?:-TV)?(?: {_STATION}){{0,2}} ?\d{{1,2}}(?: {_STATION}){{0,2}}$")
#: "WLKT 90.3": behind call letters; stations with a name of words go by that.
FREQUENCY = re.compile(r"\d{2,3}[.,]\d")
#: What leads past a page's menu, or opens it.
BAR = re.compile(
    r"(?:skip|jump|go) to\b|men[uüú]$|(?:open|main) menu|toggle|zum \w*(?:inhalt|menü)|zur \w+$|direkt zu|springe"
    r"|aller (?:au|à)\b|passer au|ir (?:al|a|para)\b|saltar|pular|vai al?\b|salta|(?:ga )?naar\b|hoppa|gå til|hopp til"
)
#: So many lines below a name are asked for a menu's items, so many of which any page has; lines of ``BAR`` above it.
ITEMS, KNOWN_ITEMS, BARS = 7, 3, 4
#: A menu of items in brackets.
BRACKETED = re.compile(r"(?:\[[^\[\]]{2,30}\]\s*){2,}")
#: A masthead is among this many first lines; this many last lines are a page's foot.
TOP, FOOT = 3, 12
#: A name has at most this many words, one of a single word at least this many letters.
MOST_WORDS, SHORTEST = 5, 4
#: A foot line holds at most this many words.
FOOT_WORDS = 14
#: A page's own title stands among this many first lines.
TOP_TITLES = 2
#: The domain of a web or e-mail address.
ADDRESS = re.compile(r"(?:https?://|www\.|@)(?:www\.)?([\w-]+)\.")
#: A motto has this many words.
MOTTO = range(3, 17)
#: The headline stands this many lines below the name at most.
HEADLINE_BELOW = 4
#: A headline has at least this many words, a line with the day or the byline at most.
HEADLINE_WORDS, SIGNED_WORDS = 4, 12
#: What a line that signs a text begins with.
BY = re.compile(r"(?i:(?:[\w ]{0,12}\b)?by) [A-ZÀ-Þ]")
#: A text that an agency sent begins so.
SENT = re.compile(r"[A-ZÀ-Þ][^()]{2,40}\([A-Z][^()]{1,30}\)\s?[-–—]")
#: Words of so many letters carry a name: shorter ones join it.
CARRIES = 3
#: What stands in no name of a site.
NO_MASTHEAD = re.compile(r"[\d:|?!/,;\"“”]")
#: What stands in none above a menu: a mark, a figure but at a word's end (``Harbour360``).
NO_LEADER = re.compile(r"\b\d|[:|?/,;\"“”]|!(?!$)")
#: A letter of a script without capitals.
CASELESS_LETTER = re.compile(rf"[{CASELESS}]")
#: What may stand right behind a name.
STOPS = str.maketrans(".,;:", "    ")
#: This many lines below a name are asked for its words.
LINES_ASKED = 40
PARTS = re.compile(r"\s[|·•»›>/●~–—-]+\s|:\s")
#: What a page's foot says before its own name, and after it.
BEFORE = re.compile(
    r"^\W*(?:(?:copyright|all content)\b|©|\(c\)|(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|20)?\d\d)?"
    r"|by|about|contact|follow|join|support|thank(?:s| you) for (?:reading|subscribing to)"
    r"|subscribe to|read more (?:from|in)|welcome to|powered by|all rights reserved|the|\W)+",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"^(?:$|!\s|\s-\s|,\s(?:vol|no|nr|issue)\b|\W*(?:©|\(c\)|\||[–—•·]|,?\s?(?:s\.?a\b|ltd|llc|inc\b|gmbh|limited|media\b|group\b"
    r"|publishing|company)|(?:19|20)\d\d)"
    r"|\.?\s(?:on (?:facebook|twitter|x|telegram|instagram)|newsletter|all rights|publishes|reserves)\b)",
    re.IGNORECASE,
)
MARKED = re.compile(
    r"©|,\s(?:vol|no|nr|issue)\b\.?\s\d|\(c\)|copyright|^\W*(?:about|contact|follow|join|support|subscribe|welcome|thanks?)\b",
    re.IGNORECASE,
)


def find_masthead(lines: Sequence[Line]) -> str | None:
    """The name that one of the first lines is, or begins with, where the foot of the page has it again as pages name
    themselves, where a motto and a headline stand below it, or where the article begins right under it; None where
    nothing tells."""
    if len(lines) < 3:
        return None
    if exported := exported_name(lines):
        return exported
    feet = [line for line in lines[-FOOT:] if line.words <= FOOT_WORDS and line not in lines[:TOP]]
    feet += [line for line in lines[TOP:-FOOT] if line.words <= FOOT_WORDS and MARKED.search(line.text)]
    plain = [form for line in feet for form in _forms(line.text)]
    marked = [form for line in feet if MARKED.search(line.text) for form in _forms(line.text)]
    above_menu = _is_above_menu(lines)
    for line in lines[: 1 if above_menu else TOP]:
        for name in _names(line):
            if any(_is_named(key_of(name).removeprefix("the "), form) for form in (plain if " " in name else marked)):
                rest = line.text.removeprefix(name).split()
                whole = line.text.startswith(name) and len(rest) == 1 and _goes_with(name, rest[0], line is lines[0])
                whole = whole or CALL_LETTERS.match(line.text) is not None or _is_station(name, line)
                return line.text if whole else name  # "© Nordia Inc" of *Nordia News*
    if official := next((match for line in lines[:TOP] if (match := OFFICIAL.match(line.text))), None):
        return official["name"]
    if _is_told(lines) or CALL_LETTERS.match(lines[0].text):
        return lines[0].text
    if above_menu or _is_stacked(lines) or _is_above_article(lines):
        return lines[0].text
    return _above_items(lines)


def _is_station(letters: str, line: Line) -> bool:
    """Whether a line is call letters and what their station is called besides: ``KTLN Public Radio``."""
    plain = line.words <= MOST_WORDS and line.capitalised == 1.0 and NO_MASTHEAD.search(line.text) is None
    return STATION.fullmatch(letters) is not None and plain and line.text.split()[-1].lower() in words_of_kind("outlet")


def _goes_with(name: str, last: str, first: bool) -> bool:
    """Whether the word behind a name is a part of it: a word for an outlet, a frequency behind call letters; in the
    page's ``first`` line any with a capital that no menu has, where the name has no word for an outlet yet."""
    kind = last[0].isupper() and last.rpartition("-")[2].lower() in words_of_kind("outlet")
    bare = words_of_kind("outlet").isdisjoint(name.lower().split()) and last.isalpha() and _is_capital(last)
    more = first and bare and last.lower() not in phrases().whole and last.lower() not in words_of_kind("section")
    return kind or more or (name.isupper() and FREQUENCY.fullmatch(last) is not None)


def _is_capital(word: str) -> bool:
    """Whether a word begins as names do: with a capital, or with a letter that has none."""
    return word[0].isupper() or CASELESS_LETTER.match(word) is not None


def _is_capitalised(line: Line) -> bool:
    """Whether a line is written as names are."""
    return line.capitalised == 1.0 or (line.capitalised == 0.0 and CASELESS_LETTER.match(line.text) is not None)


def _is_told(lines: Sequence[Line]) -> bool:
    """Whether the second line says of the first that it is a newspaper, a magazine, a site."""
    name, told = lines[0], lines[1]
    named = 1 <= name.words <= MOST_WORDS and name.capitalised == 1.0 and len(name.text) >= SHORTEST
    plain = named and not name.ends_sentence and not phrase_kind(name) and not re.search(r"[\d:|?!]", name.text)
    return plain and told.is_heading and bool(WHAT_IT_IS.match(told.text))


def is_vouched(name: str, lines: Sequence[Line]) -> bool:
    """Whether a page names itself so beyond the place where the name was found: as :func:`is_marked` has it, or as a
    title's part at its very top where the rest of the page has that title or the name as well."""
    if is_marked(name, lines):
        return True
    top = range(min(TOP_TITLES, len(lines)))
    return not re.search(r"\d", name) and any(_stands_again(key_of(name), number, lines) for number in top)


def _stands_again(key: str, number: int, lines: Sequence[Line]) -> bool:
    """Whether the line of this number has a name as one of its parts, with a motto behind or below it, or another line
    has the headline beside it, or the name with other words: the same line once more may be any item of a menu."""
    written = PARTS.split(lines[number].text)
    parts = [key_of(part) for part in written]
    if key not in parts:
        return False
    behind = [*written[1:], *(line.text for line in lines[number + 1 : number + 2])]
    if len(parts) <= 2 and parts[0] == key and behind and behind[0][:1].islower():
        return True  # "Salt Wind · news from the sea"
    headlines = {part for part in parts if part != key and len(part.split()) >= HEADLINE_WORDS}
    whole = re.compile(rf"(?<!\w){re.escape(key)}(?!\w)")
    others = (line for place, line in enumerate(lines) if place != number)
    return any(
        line.key in headlines or (not line.is_prose and line.key != key and whole.search(line.key)) for line in others
    )


def is_marked(name: str, lines: Sequence[Line]) -> bool:
    """Whether a page names itself so in a notice, or as the domain of an address in its text."""
    key = key_of(name)
    if any(MARKED.search(line.text) and key in line.key for line in lines if line.words <= FOOT_WORDS):
        return True
    letters = "".join(c for c in key if c.isalnum())
    return len(letters) > SHORTEST and any(
        letters in host for line in lines for host in ADDRESS.findall(line.text.lower())
    )


def _names(line: Line) -> Iterator[str]:
    """What of a line may be a name, the longest first: words with capitals at the beginning of one of its parts."""
    if line.ends_sentence or line.bullet or line.words > 16:
        return
    for part in PARTS.split(line.text):
        words = part.split()[:MOST_WORDS]
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count]).strip(" .,:;|")
            if BEFORE.match(name) and not name.lower().startswith("the "):
                break  # "Subscribe to our …"
            letters = WORD.findall(name)
            long = [word for word in letters if len(word) > 3 and word not in words_of_kind("function")]
            capital = letters and all(map(_is_capital, long)) and _is_capital(letters[0])
            brief = len(letters) == 1 and len(letters[0]) < SHORTEST
            if capital and not brief and key_of(name) not in phrases().whole and not re.search(r"\d", name):
                yield name


def _forms(foot: str) -> Iterator[str]:
    """A line of the foot as a name may begin it."""
    yield " ".join(foot.split())
    yield BEFORE.sub("", " ".join(foot.split()))


def _is_named(name: str, foot: str) -> bool:
    low = foot.casefold().replace("’", "'")
    return low.startswith(name) and bool(AFTER.match(foot[len(name) :]))


def _is_stacked(lines: Sequence[Line]) -> bool:
    """Whether the first line is a name above a motto, and below it stands a headline with the article's day or byline
    beside it: three lines before the text, of which the last is the headline."""
    name, motto = lines[0], lines[1]
    named = 2 <= name.words <= 4 and name.capitalised == 1.0 and not name.ends_sentence and not phrase_kind(name)
    if not named or re.search(r"[\d:|?!]", name.text) or not _is_motto(motto):
        return False
    first = next((n for n, line in enumerate(lines) if line.is_prose), 0)
    between = [
        line for line in lines[2 : min(first, 2 + HEADLINE_BELOW)] if line.is_heading and not find_dates(line.text)
    ]
    return bool(between) and any(find_dates(line.text) for line in lines[2:first])


def _is_above_menu(lines: Sequence[Line]) -> bool:
    """Whether the first line is a name above a menu on one line, whose first item any page has."""
    name = lines[0]
    long = name.words > 1 or (len(name.text) >= SHORTEST and name.text.rstrip("!").isalnum())
    named = long and name.words <= MOST_WORDS and _is_capitalised(name) and not NO_LEADER.search(name.text)
    ends = name.ends_sentence and not name.text.endswith("!")
    named = named and not (ends or PARTS.search(name.text) or phrase_kind(name))  # a motto behind it
    if not named or begins_with_given(name.text):
        return False
    return _lists(lines, 1) or (len(lines) > 2 and _is_motto(lines[1]) and _lists(lines, 2))


def _above_items(lines: Sequence[Line]) -> str | None:
    """The first line, but for what leads past the menu, where it is a name above the items of one, each on a line."""
    sections = words_of_kind("section")
    above = itertools.takewhile(lambda line: BAR.match(line.key), lines[:BARS])
    number = min(len(list(above)), len(lines) - 1)
    name, items = lines[number], lines[number + 1 : number + 1 + ITEMS]
    plain = name.words > 1 and _is_capitalised(name) and _could_head(name) and name.key not in sections
    known = [line for line in items if line.key in phrases().whole or line.key in sections]
    brief = all(line.words <= ITEM_WORDS and not line.ends_sentence for line in items)
    return name.text if plain and brief and len(known) >= KNOWN_ITEMS else None


def _lists(lines: Sequence[Line], number: int) -> bool:
    """Whether the line of this number is a menu: its first item is one that any page has, or it has several."""
    menu = lines[number]
    items = menu.text.split()
    known = 3 <= menu.words <= 16 and items[0][0].isupper() and key_of(items[0]) in phrases().whole
    listed = known or bool(BRACKETED.fullmatch(menu.text)) or _is_menu(menu, lines[number + 1 :])
    return listed and not menu.ends_sentence


def _has_headline(lines: Sequence[Line]) -> bool:
    """Whether some lines have a headline above the text, so that the line before them is none."""
    first = next((n for n, line in enumerate(lines) if line.is_prose), len(lines))
    heads = [line for line in lines[:first] if line.words >= HEADLINE_WORDS and line.is_heading]
    return any(not find_dates(line.text) and not BY.match(line.text) for line in heads)


def _is_menu(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line is a few short items, each with a capital: with marks between them, or single words above a
    headline."""
    items = [item.strip() for item in MENU_MARKS.split(line.text)]
    joined = CASELESS_LETTER.match(line.text) is not None  # a headline sets few blanks
    if len(items) == 1 and line.words <= MOTTO.stop and (joined or _has_headline(below)):
        items = line.text.split()
        if joined and max(map(len, items)) > CASELESS_ITEM:
            return False
    known = any(key_of(item) in phrases().whole or key_of(item) in words_of_kind("section") for item in items)
    enough = len(items) >= (FEWEST_KNOWN if known else FEWEST_ITEMS)
    return enough and all(item and not item[0].islower() and len(item.split()) <= ITEM_WORDS for item in items)


def _is_above_article(lines: Sequence[Line]) -> bool:
    """Whether the first line is a name, the second a headline, the third the day or the byline, and the text follows;
    a text that begins with an agency in brackets may follow at once.

    What stands so may be the name of a section or of the topic as well: half of the words that carry a name must be
    none that sections are called by, and none of the article's own, unless somebody in it *told* that name."""
    name, headline, signed, *text = lines
    sent = signed.is_prose and SENT.match(signed.text) is not None
    text = [signed, *text] if sent else text
    if not text or not (text[0].is_prose or text[0].is_sentence) or not _could_head(name):
        return False
    headed = headline.is_heading and headline.words >= HEADLINE_WORDS and not phrase_kind(headline)
    if not headed or find_dates(headline.text) or not (sent or _is_signed(signed)):
        return False
    called = f"told {name.key.removeprefix('the ')} ", f"told the {name.key.removeprefix('the ')} "
    if any(words in f"{line.key.translate(STOPS)} " for line in text[:LINES_ASKED] for words in called):
        return True
    carrying = {word for word in name.key.split() if len(word) >= CARRIES} - words_of_kind("function")
    told = {word for line in lines[1:LINES_ASKED] for word in WORD.findall(line.key)} - _named_by_staff(signed)
    strange = {word for word in carrying - told if word not in phrases().whole} - words_of_kind("section")
    return bool(strange) and 2 * len(strange) >= len(carrying)


def _is_signed(line: Line) -> bool:
    """Whether a line is the day or the byline."""
    brief = line.words <= SIGNED_WORDS and not line.ends_sentence
    return brief and bool(find_dates(line.text) or BY.match(line.text))


def _could_head(line: Line) -> bool:
    """Whether a line may be a site's name: two to five words with capitals, nobody's own name."""
    words = WORD.findall(line.text)
    named = 2 <= len(words) <= MOST_WORDS and line.capitalised == 1.0 and words[0][0].isupper() and not line.bullet
    if not named or line.ends_sentence or NO_MASTHEAD.search(line.text) or phrase_kind(line):
        return False
    return words[0].lower() == "the" or not begins_with_given(line.text)


def _named_by_staff(signed: Line) -> set[str]:
    """The words by which a line that signs a text names its own staff: ``Lantern staff and agencies``."""
    words = signed.key.split()
    return {words[n - 1] for n, word in enumerate(words) if n and word in ("staff", "reporters", "correspondent")}


def _is_motto(line: Line) -> bool:
    """Whether a line is a few words written as a sentence is, without being one that tells the news."""
    plain = line.words in MOTTO and line.capitalised < 1.0 and line.is_heading and not phrase_kind(line)
    return plain and not line.ends_sentence and not find_dates(line.text) and not re.search(r"\d", line.text)
