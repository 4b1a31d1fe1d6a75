"""Who wrote a text and when, as the lines around a headline say it."""

from __future__ import annotations

import re

from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.letters import CAPITALS, LETTERS, capitalised
from sayso.documents.dates.labels import CLOCK, LABELLED_DATE
from sayso.documents.dates.words import find_dates
from sayso.documents.zones.phrases import kind_of_words, phrases
from sayso.outlets import find_outlet

BYLINE = re.compile(
    r"^(?:(?:(?:guest |special )?(?:column|commentary|op-ed|essay|feature|dispatch)|article|story|story and photos"
    r"|report|updates?|coverage|reported|reporting|posted|written|authored|words|text|analysis"
    r"|opinion|interview|review|compiled|submitted|published|exclusive)?\s*\bby\s*:?\s+"
    r"|(?-i:By(?=[A-ZÀ-Þ]))"
    r"|(?:author|authors|columnist|reporter|writer|correspondent|editor|editors|translator)\s*:\s*"
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
    r"|agencies|news agencies|wire (?:reports|services))(?: (?:and|with) (?:news |wire )?agencies)?"
    r"(?: in(?: (?-i:[A-ZÀ-Þ])[\w’'-]+){1,3})?$",
    re.IGNORECASE,
)
#: "By Ada Bell via Harbour Gazette", "Authored by Ada Bell of harbour.example,".
VIA = re.compile(
    r"\bby\s[^,|]{3,60}?\s(?:via|of|for)\s(?P<name>[A-ZÀ-Þ0-9][\w.&’'-]*(?: [A-ZÀ-Þ&][\w.&’'-]*){0,4})", re.IGNORECASE
)
#: "Mirror staff and agencies".
STAFF = re.compile(r"^(?:[\w.’'-]+ )?staff(?: (?:and|with) (?:news |wire )?agencies)?$", re.IGNORECASE)
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
    r"\b(?:our|special|the|of|by|wires?|reports|agenc(?:y|ies)|news|services?|content|partner|read|story|press|podcast|section|page|publications?|release|edition|reviewed|updates?|articles?"
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
#: "Debate By": what leads up to the name on the next line.
LEADS_ON = frozenset("by von par por".split())
#: "A member of the council".
SOMEBODY = re.compile(r"(?:An?|One|Some|Many|The) (?=\S+ )[^,|]*\b[a-z]{3,}\b")
#: Words that no name has: "Ada Bell writes features", "Get author feed". Particles are shorter or among those kept.
SENTENCE = re.compile(
    r"\s(?!(?:and|bin|ben|ibn|dal|das|del|della|dello|den|der|des|dos|van|von|und|staff|team)\b)[a-z]{3,}\b"
)


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
    if plain.isupper() and ("," in plain or PLACED.search(plain)) and not begins_with_given(plain):
        return False  # "BUOY FOUND IN HARBOUR", "CAMP KEMBRA, OSTRAVIA"
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


def is_nobody(name: str) -> bool:
    """Whether what stands as a name is a section of the site (``Crime``), an account that many use (``editor``), or
    words about somebody (``A member of the council``)."""
    key = name.casefold().strip(" .,:|-+*•")
    if " " in key and (key.split()[0] in ABOUT or key.split()[-1] in LEADS_ON):
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
