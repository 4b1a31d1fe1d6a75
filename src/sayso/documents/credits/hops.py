"""Whom a notice beside the article says that its text is from, however it says so.

``sources`` reads notices of the usual build. Others tell the same in sentences of their own: *Her essay ran last week
in X*, *The Czech original was published in X*, *Coastwise took this story from the X*. What they have in common is that
they speak of this text, with a verb of what is done with texts, and a name behind a preposition. They are read where
they stand near the article only, as its paragraphs may say such things of other texts.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from sayso.documents.credits.bylines import PERSON
from sayso.documents.credits.cues import HABIT, TAKEN_LAST, cues
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.named import RUN, Named, name_at, names_at, notice_words, split_names
from sayso.documents.credits.prepositions import LINKS, THROUGH, VIA
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.credits.sourcelabels import MEANS, Source
from sayso.documents.credits.sources import SENTENCE, TELLS, VAGUE
from sayso.documents.credits.ways import may_lead, way_in
from sayso.documents.dates.words import WORD, begins_with_month
from sayso.documents.zones.lines import REMEMBERED
from sayso.outlets import is_agency
from sayso.vocab import CreditRole

#: Longer lines are text (words).
MOST_WORDS = 60
#: What such a newsroom asks of readers.
ASKS = re.compile(r"\b(?:sign up|subscribe|newsletter|inbox|donate|republish)\b", re.I)
#: A line that says nothing else has at most so many words.
BRIEF = 14
#: A verb at the sentence's end stands within so many characters of the name.
FINAL_WITHIN = 40
#: What is told of a text and says from where it is: the ways of saying it by what they make of a name behind them.
PREPOSITION = re.compile(
    rf"\b(?:{THROUGH}|{LINKS})\s"
    r"(?:(?:the\s)?(?:website|pages|archives?|kind permission|courtesy|columns)\s(?:of|by|from)\s)?",
    re.I,
)
#: "from our friends at X", "our partner X", "our content partners, X".
FRIENDS = re.compile(
    r"\b(?:our|a|its|their)\s(?:[a-z-]+\s){0,3}(?:friends|colleagues|partners?"
    r"|sister (?:paper|site|publication|title)s?|affiliates?|contributors?|neighbou?rs)"
    r"(?:\s(?:newsroom|organi[sz]ation|station|publication|outlet|site))?"
    r"(?:\s(?:at|in|on|over at|from|of)|,)?\s+(?:the\s)?",
    re.I,
)
#: A line that says nothing else: "→ via X", "Found at X".
FOUND_AT = re.compile(
    r"[^\w\n]{0,4}(?:via|h/t"
    r"|(?:(?:the|full|whole|complete|entire|original) ){0,2}(?:text|story|article|report|piece|item) from"
    r"|(?:i )?(?:found|spotted|saw|seen|read) (?:(?:this|it) )?(?:at|on|in|via)|from"
    r"|(?P<outlet>as (?:published|printed|seen) (?:at|on|in|by)|originally from))\s?:?\s+(?:the\s)?",
    re.I,
)
#: "(their reporter: Ada Bell), "
ASIDE = re.compile(r"^\([^()]{2,60}\),?\s")
#: "Read the full story at X": where the rest of it stands.
READ_AT = re.compile(
    r"\W{0,3}(?:(?:to\s)?(?:read|see|view|find)\b[^.;:]{0,20}\b(?:full|original|whole|rest|complete|entire)\b[^.;:]{0,30}?"
    r"(?:\b(?:at|on|in|via|visit|from)\b|:)|continue reading (?:at|on|in)\b)\s?:?\s+(?:the\s)?",
    re.I,
)
#: Whose it is: "X is a nonprofit newsroom that …".
IS_NEWSROOM = re.compile(
    r"\s(?:is|are|was)\s(?:an?|the|our)\s(?:[\w’'-]+,?\s){0,6}?(?:newsroom"
    r"|news (?:organi[sz]ation|outlet|site|service|agency|website)|wire service|newswire"
    r"|content (?:agency|service|provider)|(?:reporting|news|journalism) (?:project|initiative|collaboration))\b",
    re.I,
)
#: "… and reaches us by way of the Bridport Argus".
AND_REACHES = re.compile(
    r"\band\s(?:appears?|runs?|is shown)\shere\b|;\s(?:we|it|this|the)\s"
    r"|\band\s(?:(?:is|was|has been|appears)\s)?(?:here\s)?(?:reach\w*|comes?|came|brought|shared|republished|passed"
    r"|distributed|supplied|provided|offered|made available)\b"
)
_ADVERB = r"(?:lui-même|elle-même|déjà|ya|antes|a su vez|già|a sua volta|selbst|wiederum|ihrerseits|seinerseits)\s"
#: "Coastwise took this story from the Bridport Argus"; ", which in turn had it from X".
HAD_FROM = re.compile(
    r"\b(?:(?:which|who|that|they)\s(?:[\w-]+\s){0,3})?(?:had|has|have|took|takes|got|gets|lifted|borrowed|copied"
    r"|reprinted|republished|translated|picked)\s(?:up\s)?(?:it|this|them|the|its)(?P<text>\s(?:[\w-]+\s){0,2}?(?:story|report|article|piece|item|text|post|account|news))?\s(?:on\s|up\s)?"
    r"(?:\([^()]{2,40}\)\s)?from\s"
    r"|\bwhere\s(?:it|this)\s(?:(?:was|had|first|originally|also|been)\s){0,3}(?:appeared|ran|published|printed|posted)\s"
    r"(?:courtesy of|by arrangement with|with permission (?:of|from)|via|from)\s"
    rf"|\b(?:qui|lequel|laquelle)\s(?:l['’](?:avait|a)|le tenait|la tenait)\s(?:{_ADVERB})?"
    r"(?:repris|reçu|emprunté|tiré|pris|traduit)?e?\s?(?:de la|du|de|d['’]|à|dans)"
    r"\s?(?:site|blog|journal|quotidien)?\s?"
    rf"|\bque\s(?:lo|la)\s(?:{_ADVERB})?(?:había\s)?(?:tomado|tomó|tomaba|recogió|sacó|recibió|traducido|tradujo)"
    r"\sdel?\s(?:la\s)?"
    rf"|\bche\s(?:lo|l['’]|la)\s?(?:aveva|ha)\s(?:{_ADVERB})?(?:ripres|pres|tratt|tradott)[oa]\sda(?:l|lla|ll['’])?\s?"
    r"|\bпоступил[аои]?\s(?:от|из)\s|\sعن\s(?=وكالة|صحيفة|جريدة|موقع|قناة)|[(,;。]\s?(?:该报|该文)?(?:转自|轉自|转载自|轉載自|转引自)\s?:?"
    rf"|\b(?:der|die|das|welche[rs]?)\s(?:ihn|sie|es)\s(?:{_ADVERB})?(?:von|aus|vom)\s(?:der|dem)?\s?",
    re.I,
)

#: "Posted to the Harbour List by Ada Bell, who took it from the Bridport Argus".
POSTED_TO = re.compile(r"\W{0,3}(?:posted|forwarded|sent|circulated|submitted)\s(?:to|on|in)\s(?:the\s)?", re.I)
#: What lines that speak of no text hold: found where, read where, had from whom, whose friends', whose newsroom's.
TELLING = frozenset(
    "original reporting series oped via h found spotted seen saw from read see view find continue friends colleagues"
    " partner partners sister affiliate affiliates contributor contributors neighbor neighbors neighbour neighbours"
    " newsroom news wire newswire content journalism posted forwarded sent circulated submitted"
    " originally published printed featured grateful thanks thank gratitude indebted obliged".split()
)

#: "We are grateful to X magazine and the author, Ada Bell, for allowing us to share this article".
THANKS = re.compile(
    r"\b(?:(?:grateful|thanks|thank you|gratitude|indebted|obliged)\b[^.;]{0,20}?\bto|we thank)\s(?:the\s)?"
    r"(?P<names>[^.;]{3,90}?)\sfor\s"
    r"(?:(?:kindly|generously)\s)?(?:allowing|letting|permitting|giving|granting|sharing|permission|leave|the right)\b",
    re.I,
)
#: "(This report by X was carried by Y": what stands before the name of whoever made it.
WHOSE = re.compile(r"\W*(?:\w+\s){0,4}\w+\s")
WRITTEN_BY = re.compile(r"\bwritten by\s$", re.I)
AUTHOR_BEFORE = re.compile(r"\b(?:author|writer|journalist|reporter)s?,?\s$")
KIND_BEHIND = re.compile(r"\s(?:magazine|newspaper|journal|blog|website|weekly|newsletter)\b")


@functools.lru_cache(maxsize=REMEMBERED)
def hops_in(words: str) -> tuple[Source, ...]:
    """Whom a line beside the article says that the text is from, in text order; none where it says nothing of it."""
    held = WORD.findall(words.lower())
    way = way_in(words) if may_lead(held) else ()
    told = () if _telling().isdisjoint(held) else read_hops(words)
    return way if len(way) > len({source.name for source in told}) else told


def read_hops(words: str) -> tuple[Source, ...]:
    """The same, of lines that :func:`may_tell`."""
    if len(words.split()) > MOST_WORDS or "“" in words[:2] or words[:1] == '"':
        return ()
    if posted := POSTED_TO.match(words):
        last = name_at(words, posted.end())
        handed = list(_handed_on(words, last.end)) if last else []
        return (Source(*last, CreditRole.REPUBLISHED_FROM), *handed) if last and handed else ()
    found: list[Source] = []
    begin, this = 0, cues().this.search(words) is not None
    for cut in (*[match.end() for match in SENTENCE.finditer(words)], len(words)):
        sentence = words[:cut]
        subject = cues().subject.match(sentence, begin)
        named = _of_sentence(sentence, begin, this or subject is not None)
        if (
            not this and subject and VAGUE.search(subject[0]) and not HAD_FROM.search(sentence, begin)
        ):  # "the report was published in …" may be of any report
            friends = list(_friends(sentence, begin))
            named = [source for source in named if sounds_like_outlet(source.name) or source in friends]
        found += named
        begin = cut
    if (newsroom := _newsroom(words)) and (this or ASKS.search(words)):
        found.append(newsroom)
    return tuple(sorted({source for source in found if not TELLS.match(words, source.end)}))


def may_tell(words: str) -> bool:
    """Whether a line holds a word for a text, or one of those with which it tells of a way without."""
    return not _telling().isdisjoint(WORD.findall(words.lower()))


@functools.cache
def _telling() -> frozenset[str]:
    return TELLING | frozenset(WORD.findall(notice_words("text")))


def _newsroom(words: str) -> Source | None:
    """Whose newsroom made the text, by what a line begins with: ``X is a nonprofit newsroom that …``."""
    match = IS_NEWSROOM.search(words)
    named = name_at(words, _first_word(words, 0)) if match else None
    return Source(*named, CreditRole.REPUBLISHED_FROM) if match and named and named.end == match.start() else None


def _of_sentence(words: str, begin: int, told: bool) -> list[Source]:
    """The names of the sentence that begins there; ``told``: it, or one before it, speaks of this text."""
    if alone := FOUND_AT.match(words, begin):
        named = name_at(words, alone.end())
        rest = words[named.end :].strip(" ,;.)]*_") if named else ""
        outlet = named is not None and sounds_like_outlet(named.name)
        quoted = rest == ":" and (outlet or "s " in words[alone.end() : named.start if named else 0])
        whole = not rest or quoted or HAD_FROM.match(ASIDE.sub("", rest)) is not None  # "From today's Harbour Call:"
        nobody = outlet or (named is not None and not alone["outlet"] and not begins_with_given(named.name))
        if named and whole and nobody and not MEANS.match(named.name):
            return [Source(*named, CreditRole.REPUBLISHED_FROM), *_handed_on(words, named.end)]
    if thanked := THANKS.search(words, begin):
        return list(_thanked(words, thanked))
    if read := READ_AT.match(words, begin):
        named = name_at(words, read.end())
        return [Source(*named, CreditRole.REPUBLISHED_FROM)] if named and sounds_like_outlet(named.name) else []
    passed = HAD_FROM.search(words, begin)
    if passed and (passed["text"] or (len(words.split()) <= BRIEF and " this " in passed[0])):
        return _passed(words, begin, passed)
    found = list(_friends(words, begin)) if told or len(words.split()) <= BRIEF else []
    if not told:
        return found
    held = {source.start for source in found}
    return found + [source for source in _linked(words, begin) if source.start not in held]


def _thanked(words: str, thanked: re.Match[str]) -> Iterator[Source]:
    """Whom a line thanks for leave to show the text: an outlet, and who wrote it."""
    for match in RUN.finditer(words, *thanked.span("names")):
        named = Named(*match.span(), match[0])
        before = words[thanked.start("names") : named.start].lower()
        if AUTHOR_BEFORE.search(before):
            yield Source(*named, CreditRole.AUTHOR)
        elif sounds_like_outlet(named.name) or KIND_BEHIND.match(words, named.end):
            yield Source(*named, CreditRole.REPUBLISHED_FROM)


def _handed_on(words: str, at: int) -> Iterator[Source]:
    """From whom those had it who are named, one after the other; the last is where the text stood first."""
    far = [named for passed in HAD_FROM.finditer(words, at) if (named := name_at(words, passed.end()))]
    yield from (Source(*named, CreditRole.REPUBLISHED_FROM) for named in far[:-1])
    yield from (Source(*named, CreditRole.ORIGINAL) for named in far[-1:])


def _first_word(words: str, begin: int) -> int:
    return begin + len(words[begin:]) - len(words[begin:].lstrip(" ([–—*_•→"))


def _passed(words: str, begin: int, passed: re.Match[str]) -> list[Source]:
    """Both ends of ``X took this story from Y``."""
    far = name_at(words, passed.end())
    near = name_at(words, _first_word(words, begin))
    farther = list(_handed_on(words, far.end)) if far else []
    role = CreditRole.REPUBLISHED_FROM if farther else CreditRole.ORIGINAL
    out = [Source(*far, role), *farther] if far else []
    if far and near and near.end <= passed.start() and near.name.lower() not in ("we", "this", "it", "the"):
        out.append(Source(*near, CreditRole.REPUBLISHED_FROM))
    return out


def further(words: str, sources: Sequence[Source]) -> Iterator[Source]:
    """What a notice whose ``sources`` are known tells besides: whose newsroom made the text, and from whom those had it
    who are named (``Reposted from X, which in turn had it from Y``)."""
    first = any(source.role is CreditRole.ORIGINAL for source in sources)
    handed = _handed_on(words, sources[0].end)
    yield from (source._replace(role=CreditRole.REPUBLISHED_FROM) if first else source for source in handed)
    known = {source.name for source in sources}
    for source in hops_in(words):  # what a sentence behind it tells
        ahead = sources[-1].end, max(source.start, sources[-1].end)
        behind = SENTENCE.search(words, *ahead) is not None or AND_REACHES.search(words, *ahead) is not None
        behind = behind and source.name not in known and not is_agency(source.name)
        if behind and source.role is CreditRole.REPUBLISHED_FROM:
            yield source
    newsroom = _newsroom(words)
    if newsroom and newsroom.start != sources[0].start:
        yield newsroom


def _friends(words: str, begin: int) -> Iterator[Source]:
    """``From our friends at X``."""
    for match in FRIENDS.finditer(words, begin):
        before = words[begin : match.start()].rstrip()
        if before.lower().endswith(("from", "by", "with", "via", "at", "through")) or not before.strip(" ([—–-*"):
            yield from (Source(*named, CreditRole.REPUBLISHED_FROM) for named in names_at(words, match.end()))


def _linked(words: str, begin: int) -> Iterator[Source]:
    """The names behind a preposition, by the verb before it."""
    end, made = begin, False
    for match in PREPOSITION.finditer(words, begin):
        named = name_at(words, match.end()) if match.start() >= end else None
        if named is None or begins_with_month(named.name) or MEANS.match(named.name):
            continue
        written = WRITTEN_BY.search(words, begin, match.end())
        if written and PERSON.match(named.name) and not sounds_like_outlet(named.name):
            yield Source(*named, CreditRole.AUTHOR)
            continue
        through = VIA.match(match[0]) is not None
        link = "via" if through else match[0].split()[0].lower()
        role = _role(words[begin : match.start()], link, named, words)
        if role:
            role = CreditRole.REPUBLISHED_FROM if made and role is CreditRole.ORIGINAL else role
            made = made or (
                end == begin and link in ("by", "from") and bool(WHOSE.fullmatch(words, begin, match.start()))
            )
            end = named.end
            yield from (Source(*part, role) for part in split_names(named))


def _role(before: str, preposition: str, named: Named, words: str) -> CreditRole | None:
    """What the last verb before a preposition and its name make of it."""
    known = cues()
    last = {
        kind: max((m.end() for m in pattern.finditer(before)), default=-1)
        for kind, pattern in zip(("appear", "take", "help"), known[:3], strict=True)
    }
    kind = max(last, key=lambda k: (last[k], k == "appear"))
    if HABIT.search(before):
        return None
    outlet = sounds_like_outlet(named.name)
    brief = len(before[last[kind] :].split()) <= 6
    final = last[kind] < 0 and known.appear.search(words, named.end, named.end + FINAL_WITHIN)
    if final and outlet and preposition in ("via", "through", "from"):
        return CreditRole.REPUBLISHED_FROM  # "via Harbour Wire, first published in …"
    if final and outlet:
        return CreditRole.ORIGINAL  # "ist zuerst in der Hafen-Zeitung erschienen"
    if last[kind] < 0 and preposition in ("von", "vom", "aus", "van", "uit"):
        taken = TAKEN_LAST.match(words, named.end)
        return CreditRole.REPUBLISHED_FROM if taken and (outlet or not taken["person"]) else None
    if last[kind] < 0:
        return None
    if preposition in ("of", "to", "between") and kind == "appear":
        return None
    if (
        preposition in ("to", "between", "of", "by", "par", "von", "por", "da", "with")
        and begins_with_given(named.name)
        and not outlet
    ):
        return None
    placed = words[named.start - 4 : named.start].lower() == "the " or named.name.startswith(
        ("The ", "La ", "Le ", "El ", "Il ", "Die ", "Der ")
    )
    several = " " in named.name and not begins_with_given(named.name)
    sure = outlet or placed or several or words[named.start - 1] in "“\"‘'«„*_"
    if kind == "help":
        return CreditRole.AGENCY if outlet and preposition in ("from", "by", "of", "de", "von", "par") else None
    if kind == "appear" and preposition == "via":
        return CreditRole.REPUBLISHED_FROM if sure and brief else None
    if kind == "appear":
        return CreditRole.ORIGINAL if sure and brief and preposition != "from" else None
    away = preposition in ("in", "en", "im", "on") and not outlet
    return (
        CreditRole.REPUBLISHED_FROM
        if brief and not away and (sure or preposition in ("from", "via", "through"))
        else None
    )
