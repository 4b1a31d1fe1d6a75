"""Who wrote a text and when, as the lines around a headline say it."""

from __future__ import annotations

import re

from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.letters import CAPITALS, LETTERS, capitalised
from sayso.documents.credits.margins import without_margins
from sayso.documents.dates.labels import CLOCK, DATE_LABEL, LABELLED_DATE
from sayso.documents.dates.words import begins_with_month, find_dates, weekday_pattern
from sayso.documents.zones.phrases import kind_of_words, phrases
from sayso.outlets import find_outlet

BYLINE = re.compile(
    r"^(?:(?:(?:guest |special )?(?:column|commentary|op-ed|essay|feature|dispatch)|article|story|story and photos"
    r"|report|reported|reporting|posted|written|authored|words|text|analysis"
    r"|opinion|interview|review|compiled|submitted|published|exclusive)?\s*\bby\s*:?\s+"
    r"|(?-i:By(?=[A-ZÀ-Þ]))"
    r"|(?:author|authors|reporter|writer|correspondent|editor|editors|translator)\s*:\s*"
    r"|(?:words|text|report|story)\s*:\s*(?=(?-i:[A-ZÀ-Þ])[^:|]*(?:$|\|))"
    r"|from\s+(?=(?-i:[A-ZÀ-Þ][\w’'.-]+ [A-ZÀ-Þ][\w’'.-]+,? (?:our|in|special)\b))"
    r"|from our (?:[\w-]+ ){0,3}?(?:correspondent|reporter),?\s+(?=(?-i:[A-ZÀ-Þ][\w’'.-]+ [A-ZÀ-Þ]))"
    r"|report (?:of|from)\s+|(?:por|par|von|di|door|av|af|oleh)\s+(?=[A-ZÀ-Þ])|(?-i:Na\s+(?=[A-Z]{2})))"
    r"(?P<name>\S.{1,110})$",
    re.IGNORECASE,
)
#: Where an office, a place or an outlet follows a name.
ROLE_AFTER = re.compile(
    r"(?!\B[^\W\d])"
    r"\s*(?:[,|·•/–—]|\s-\s|\b(?:for|in|at|on|published|updated|posted|senior|staff|special|chief|political|world"
    r"|foreign|business|digital|contributing|associated|correspondent|reporter|editor|writer|producer|columnist"
    r"|contributor|guest|author|via)\b|\d).*$",
    re.IGNORECASE,
)
DESK = re.compile(
    r"^(?:[\w.’' -]{2,40},? )?(?:an? )?(?:staff(?: (?:reporter|writer|correspondent|report)s?)?|news ?desk|web ?desk"
    r"|newsroom"
    r"|(?:the )?editorial (?:staff|team|board)|(?:from )?our (?:own |staff |special )?correspondent"
    r"|(?:special|political|foreign|chief|senior|business|world) (?:correspondent|reporter|editor)"
    r"|team (?-i:[A-ZÀ-Þ])[\w-]+(?: (?-i:[A-ZÀ-Þ])[\w-]+)?"
    r"|agencies|news agencies|wire (?:reports|services))(?: (?:and|with) (?:news |wire )?agencies)?$",
    re.IGNORECASE,
)
#: "By Ada Bell via Harbour Gazette", "Authored by Ada Bell of harbour.example,".
VIA = re.compile(
    r"\bby\s[^,|]{3,60}?\s(?:via|of|for)\s(?P<name>[A-ZÀ-Þ0-9][\w.&’'-]*(?: [A-ZÀ-Þ&][\w.&’'-]*){0,4})", re.IGNORECASE
)
#: "Harbour Gazette (TNS)".
IN_BRACKETS = re.compile(r"\s*\([^()]{1,40}\)$")
#: "Mirror staff and agencies".
STAFF = re.compile(r"^(?:[\w.’'-]+ )?staff(?: (?:and|with) (?:news |wire )?agencies)?$", re.IGNORECASE)
#: "Transport Correspondent Ada Bell".
OFFICE_BEFORE = re.compile(
    r"^(?:[A-ZÀ-Þ][\w’'-]+ ){0,3}(?:Correspondent|Reporter|Editor|Writer|Columnist)\s+(?=[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ])"
)
OF_PLACE = re.compile(r"(?<=\w)\sof\s.*$")
ADDRESS = re.compile(r"\S{1,60}@\S{1,60}|(?<!\w)@\w{2,30}")
#: "Ada Bell's photo" is no name.
OWNED = re.compile(r"[’']s\b")
#: "in Talmere & London", under a byline.
PLACES = re.compile(r"^in [A-ZÀ-Þ][\w’'-]+(?:(?:,| and| &)? [A-ZÀ-Þ][\w’'-]+){0,5}$")
#: Words run together, as menus without their line ends have them; not the capital inside a name.
RUN_TOGETHER = re.compile(r"(?<!\bMc)(?<!\bMac)(?<!\b[DL][eai])(?<!\bFitz)(?<=[a-zß-ÿ])[A-ZÀ-Þ]")
PERSON = re.compile(
    rf"^(?:(?:dr|prof|sir|mr|mrs|ms)\.? )?[{CAPITALS}][\w’'.-]*"
    rf"(?: (?:[{CAPITALS}][\w’'.-]*|d[’'][{CAPITALS}][\w’'-]*|(?:al|el|ul|ben)-[{CAPITALS}][\w’'-]*"
    r"|de|von|van|al|bin|ibn|el|da|di|dos|das|du|(?:van|von) de[rn]|de la)){1,3}$"
)
#: Words that no name of a person has.
NO_PERSON = re.compile(
    r"\b(?:our|special|the|of|by|wires?|reports|agenc(?:y|ies)|news|services?|content|partner|read|story|press|podcast|section|page"
    r"|^(?:el|la|los|las|il|die|das|der)\s\S+$|ag[eê]ncias?|agences?|agentur(?:en)?|agenzi[ae])\b|\b(?-i:[A-Z]{3,}\.[A-Z])\b",
    re.I,
)
AUTHOR_NOTE = re.compile(
    r"^[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,3},? (?:(?:is|was|has been|has worked as) (?:an?|the|our)\b[^.]{0,80}?"
    r"\b(?:reporter|editor|writer|journalist|correspondent|columnist|contributor|author|professor|fellow|blogger"
    r"|producer|photographer|freelancer?|analyst|novelist)\b"
    r"|(?:covers|writes|reports|blogs|tweets) "
    r"(?:about|on|for|from|at|the|[^.]{3,80}? (?:for|at|from) (?:the )?[A-ZÀ-Þ])"
    r"|can be reached (?:at|by|on)\b)"
    r"|^(?:Reach|Contact|Email|Follow) [A-ZÀ-Þ][\w.’'-]+ [A-ZÀ-Þ][\w.’'-]+ (?:at|on|by|via)\b"
)

#: "Staff Sgt. Ada Bell", "Petty Officer 2nd Class Ada Bell".
RANK = re.compile(
    r"^(?:(?:(?:Staff|Tech(?:nical)?|Master|Senior|Chief|First|Command|Gunnery|Lance|Petty|Warrant|Lt|Maj|Brig)\.?\s){0,2}"
    r"(?:Sgt|Sergeant|Cpl|Corporal|Pfc|Pvt|Private|Spc|Specialist|Lt|Lieutenant|Capt|Maj|Col|Gen|Cmdr|Airman|Seaman|Officer)"
    r"\.?\s(?:(?:1st|2nd|3rd|First|Second|Third)\sClass\s)?)(?=[A-ZÀ-Þ][\w’'.-]*\s[A-ZÀ-Þ])"
)
#: What leads up to the name of an agency.
AGENCY_OF = re.compile(r"ag[eê]ncia|agence|agentur|agenzia", re.IGNORECASE)
#: Parts of a name that stay in capitals.
INITIALS = re.compile(r"^(?:[^\W\d_]\.)+$|^[^\W\d_]$|^I{2,3}$|^IV$")
#: A label on a line of its own, before the line with the name.
LABEL_ALONE = re.compile(
    r"^(?:(?:article|story|report|reported|posted|written|words|text)? ?by|(?:artikel|beitrag|bericht|text) von"
    r"|(?:article|texte|reportage|enquête) (?:par|de)|(?:texto|artículo|reportaje) (?:por|de)"
    r"|authors?(?: of the article)?"
    r"|writer|reporter|contributors?|guest (?:author|writer|columnist)|columnist|correspondent"
    r"|autor(?:in|a|es|en|ka|ky)?|auteure?s?|autor[ei]|авторы?|автор статьи|yazar|szerző|forfatter|skribent|بقلم|كتبت?"
    r"|von|par|por|di|door)\s*:?$",
    re.IGNORECASE,
)


#: Whom a byline in small letters names all the same: "by staff", "by the Harbour Gazette", "by van der Meer".
SMALL_BEFORE = re.compile(r"^(?:the|our|de|del|van|von|der|al|el|la|le|di|da|bin|ibn|d[’'])\s?(?=[A-ZÀ-Þ])")
#: What stands between the names of a byline.
BETWEEN = re.compile(
    r",?\s+(?:and|&|und|et|y|avec|mit|con|with)\s+(?:the\s|additional reporting by\s|\w+ from\s)?"
    r"|,\s+(?:and\s+)?|\s*[|•·●»]\s*|;\s*(?:and\s+)?|\s/\s"
    rf"|(?<=[^\W\d_]{{3}})/(?=[{CAPITALS}][^\W\d_]+\s[{CAPITALS}])"
    r"|\s+(?=(?:[Ee]dited|[Tt]ranslated|[Rr]eviewed|[Cc]urated|[Cc]ompiled)\s[Bb]y\s)"
)
#: "Special to Harbour Gazette", "For the Harbour Gazette".
WRITTEN_FOR = re.compile(r"^(?:special(?:ly)? (?:to|for)|for)\s+(?:the\s)?", re.IGNORECASE)
LABELS_AROUND = re.compile(
    rf"^\W*(?:{DATE_LABEL})\b(?:\s(?:on|at|in|am|um|le|el|il|op|by|von|par|por))?\W*"
    rf"|\W*\b(?:{DATE_LABEL})\b(?:\s(?:on|at|am|um|le|el|il|op))?\W*$",
    re.IGNORECASE,
)
#: What is left of a clock time or a mark when the day is taken off (``Ada Bell at``, ``Ada Bell /``); what pages ask
#: beside a name (``Ada Bell Follow``).
ENDS_LOOSE = re.compile(
    r"\s\d{1,4}\smin(?:ute)?s?(?: read)?\W*$"
    r"|\s(?:at|on|um|@|/)\s*$|\s(?-i:Follow(?:ing)?|FOLLOW|Subscribe)\W*$",
    re.IGNORECASE,
)
BY_FIRST = re.compile(r"^\s*(?:by|von|par|por)\s", re.IGNORECASE)
#: What a list of a page's menus, or a line of it, leaves around a name.
MARKS_AROUND = " ,;:-–—|*•+"
OUR = re.compile(r"^(?:from )?our\b|^the editorial\b", re.IGNORECASE)
#: "Reuters Staff": whoever works there.
STAFF_OF = re.compile(r"^(?P<name>.{2,50}?)\s+(?:staff|reporters|writers|correspondents|team)$", re.IGNORECASE)


#: Names of accounts that whoever works there signs with.
SHARED_NAMES = frozenset(
    "admin administrator author editor guest none publisher root staff unknown user webmaster website"
    " gastbeitrag gastautor gastautorin gast ospite invité invitado convidado"
    " online print web redaktion redazione redacción rédaction redactie redakcja redação редакция newsroom".split()
) | {
    "no author",
    "super user",
    "site editor",
    "web team",
    "online desk",
    "web editor",
    "site admin",
    "haber merkezi",
    "news desk",
    "web desk",
    "the editors",
}
#: "wpadmin2", "News Bot".
ADMIN = re.compile(
    r"(?:wp|web|site|super|blog|my)?[-_ ]?(?:admin|administrator|editor|user|webmaster)[-_ ]?\d*"
    r"|(?:news|rss|auto|feed|content)?[-_ ]?(?:bot|robot|importer|aggregator)"
)
#: What pages say beside the name of whoever signs: "More from Ada Bell", "Über Ada Bell".
ABOUT = frozenset(
    "about all latest meet more see view über mehr weitere alle alles zum zur im ihr tous toutes autres voir más todos"
    " todas otros ver altri tutti mais outros meer alla alle flere fler więcej".split()
)
#: "A member of the council".
SOMEBODY = re.compile(r"(?:An?|One|Some|Many|The) (?=\S+ )[^,|]*\b[a-z]{3,}\b")
#: Words that no name has: "Ada Bell writes features", "Get author feed". Particles are shorter or among those kept.
SENTENCE = re.compile(
    r"\s(?!(?:and|bin|ben|ibn|dal|das|del|della|dello|den|der|des|dos|van|von|und|staff|team)\b)[a-z]{3,}\b"
)
#: What stands in no name.
NO_NAME = re.compile(r"\d{3}|[:?!]|^[„“”«\"]")


def byline_of(words: str) -> re.Match[str] | None:
    """The match of a byline whose name may be one: not of *By far the biggest* or *By accident or design?*."""
    match = BYLINE.match(words)
    if not match or words.endswith("?"):
        return None
    name = match["name"]
    small = name[0].islower() and " " in name and not words.lower().startswith("report ")
    return None if small and not (DESK.match(name) or STAFF.match(name) or _small_name(name)) else match


def _small_name(name: str) -> bool:
    """Whether a name that begins with a small letter may be one all the same: its particle, an outlet's article, a
    user's name before a day or a mark."""
    before = SMALL_BEFORE.match(name)
    if before and name.startswith(("the ", "our ")):
        return bool(find_outlet(BETWEEN.split(name)[0])) or " staff" in name.lower()
    return bool(before) or len([word for word in name.split() if word.islower()]) <= 1 or bool(find_outlet(name))


#: "Ada Bell (in Kembra)"; "Ada Bell reports".
IN_PLACE = re.compile(r"\s\(in\s[A-ZÀ-Þ][\w’' -]{1,30}\)")
PLACED = re.compile(r"\s(?:IN|AT|ON|FOR)\s")
REPORTS = re.compile(r"^(?P<name>[A-ZÀ-Þ][\w’'. -]{3,40}) reports(?: from [A-ZÀ-Þ][\w’' -]{1,30})?$")


def is_name_and_date(words: str) -> bool:
    """Whether a line is a few names, sections or labels with a full date at its beginning or end:
    ``Ada Bell - 3 March 2016 - 10:20``."""
    dates = find_dates(words)
    if len({d.day for d in dates}) != 1 or (words.endswith((".", "?", "!")) and not words.endswith("m.")):
        return False
    before = LETTERS.findall(words[: dates[0].start])
    after = LETTERS.findall(CLOCK.sub(" ", words[dates[-1].end :]))
    few = len(before) + len(after) <= 8 and bool(re.search(r"[|·•/–—-]", words))
    labelled = len(before) + len(after) <= 10 and bool(LABELLED_DATE.match(words))
    return len(after) <= 1 or len(before) <= 1 or few or labelled


def is_person_line(words: str) -> bool:
    """Whether a line is the names of persons, or one with an office, a place or an e-mail address after it at most."""
    plain = IN_PLACE.sub("", ADDRESS.sub(" ", words)).strip()
    if reports := REPORTS.match(plain):
        plain = reports["name"]
    if len(plain.split()) > 8 or NO_PERSON.search(plain) or RUN_TOGETHER.search(plain) or OWNED.search(plain):
        return False
    if plain.isupper() and PLACED.search(plain) and not begins_with_given(plain):
        return False  # "BUOY FOUND IN HARBOUR"
    people = re.split(r",\s+|\s+(?:and|&)\s+", plain)
    if len(people) > 1 and all(PERSON.match(name) for name in people):
        return True
    return bool(PERSON.match(ROLE_AFTER.sub("", plain).strip(" ,")))


def as_name(words: str) -> str:
    """A person's name without a soldier's rank, and as names are written where it is in capitals: ``ANNA KOVAC-LEE`` is
    *Anna Kovac-Lee*."""
    words = RANK.sub("", words)
    if not words.isupper() or len(words.split()) < 2 or find_outlet(words):
        return words
    return " ".join(word if INITIALS.match(word) else capitalised(word) for word in words.split())


def byline_names(words: str) -> list[str]:
    """The names in a byline, without the words for *by*, offices and places; a short line without *by* gives
    itself."""
    line = IN_PLACE.sub("", ADDRESS.sub("", _without_day(without_margins(words))))
    if reports := REPORTS.match(line):
        line = reports["name"]
    staff = STAFF_OF.match(line.strip(MARKS_AROUND))
    if STAFF.match(line.strip(MARKS_AROUND)) and not (staff and find_outlet(staff["name"])):
        return [line.strip(MARKS_AROUND)]
    names: list[str] = []
    for part in BETWEEN.split(line):
        names += _names_of(part)
    line = BETWEEN.split(line.strip(MARKS_AROUND))[0].strip(MARKS_AROUND)
    line = BY_FIRST.sub("", line)
    could_be = line and len(line.split()) <= 8 and not NO_NAME.search(line) and not begins_with_month(line)
    named = [name for name in names if name in words] or ([line] if could_be else [])
    return [name for name in named if not is_nobody(name)]


def is_nobody(name: str) -> bool:
    """Whether what stands as a name is a section of the site (``Crime``), an account that many use (``editor``), or
    words about somebody (``A member of the council``)."""
    key = name.casefold().strip(" .,:|-+*•")
    if " " in key and key.split()[0] in ABOUT:
        return True
    if key in SHARED_NAMES or key in phrases().whole or ADMIN.fullmatch(key):
        return True
    several = " " in name and not begins_with_given(name)
    if several and kind_of_words(name):
        return not find_outlet(name)  # "Teilen Twittern"
    if name[:1].isdigit() and " " in name:
        return not find_outlet(name)  # "20 ideas for small rooms", "5 min."
    told = SOMEBODY.match(name) or (len(name.split()) > 2 and SENTENCE.search(name))
    return bool(told) and not (find_outlet(name) or DESK.match(name) or STAFF.match(name))


def _without_day(words: str) -> str:
    """What of a byline names whoever signs it: without the word for *by* and the day with its label."""
    match = byline_of(words)
    line = match["name"] if match else words
    dates = find_dates(line)
    if dates:
        around = (line[: dates[0].start], line[dates[-1].end :])
        before, after = (LABELS_AROUND.sub("", _without_weekday(part)).strip() for part in around)
        plain = before.strip(" ,|•·-–—")
        line = before if plain or (around[0].strip() and " " not in after.strip(" ,|•·-–—")) else after
        match = None if match else byline_of(line.strip(" ,|•·-–—"))
        line = match["name"] if match else line
    return ENDS_LOOSE.sub("", LABELS_AROUND.sub("", line))


def _without_weekday(part: str) -> str:
    """What stands beside a day, without its weekday; with a word that belongs to a name: ``Plácido Domingo``."""
    for day in weekday_pattern().finditer(part):
        before = part[: day.start()].rstrip()
        name = BY_FIRST.sub("", before)
        if not name or before[-1] in ",|•·-–—(/" or " " in name.strip():
            return f"{before} {part[day.end() :]}"
    return part


def _names_of(part: str) -> list[str]:
    """The name in a part of a byline, with that of the outlet in brackets or right behind it."""
    part = weekday_pattern().sub("", part).strip()
    staff = STAFF_OF.match(part)
    if staff and find_outlet(staff["name"]):
        return [staff["name"]]
    if OUR.match(part) or (staff and DESK.match(part)):
        return []
    bracket = IN_BRACKETS.search(part)
    inside = bracket[0].strip(" ()") if bracket else ""
    name = OFFICE_BEFORE.sub("", part[: bracket.start()] if bracket else part)
    name = WRITTEN_FOR.sub("", name).strip(MARKS_AROUND)
    if behind := _known_behind(name):
        name, inside = name[: -len(behind)].strip(" ,"), behind
    if not find_outlet(name):
        name = OF_PLACE.sub("", ROLE_AFTER.sub("", name)).strip(MARKS_AROUND)
    is_name = PERSON.match(name) or find_outlet(name) or (name.isupper() and 2 <= len(name.split()) <= 4)
    return [*([name] if is_name else []), *([inside] if inside and find_outlet(inside) else [])]


def _known_behind(name: str) -> str:
    """The known outlet that a person's name runs into: ``ADA BELL Associated Press``; "" where none does."""
    words = name.split()
    if words and AGENCY_OF.fullmatch(words[0]) and find_outlet(" ".join(words[1:])) and not find_outlet(name):
        return " ".join(words[1:])  # "Agência O Globo"
    for count in range(min(4, len(words) - 2), 0, -1):
        tail = " ".join(words[-count:])
        whole = find_outlet(" ".join(words[-count - 1 :]))
        if (
            len(tail) > 2
            and find_outlet(tail)
            and not whole
            and PERSON.match(before := " ".join(words[:-count]))
            and not (find_outlet(name) or NO_PERSON.search(before))
        ):
            return tail
    return ""
