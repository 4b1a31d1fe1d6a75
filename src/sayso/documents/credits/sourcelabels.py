"""Labels of a text's source, and the names behind them: ``Source: X via Y``; names alone: ``X via Y``."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.letters import CASELESS
from sayso.documents.credits.named import NAME_AT, Named, name_at, names_at, notice_pattern
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.credits.wayitems import kind_of
from sayso.documents.credits.waykinds import Kind
from sayso.documents.dates.words import begins_with_month
from sayso.outlets import is_agency
from sayso.vocab import CreditRole

ALONE = re.compile(
    rf"^\W{{0,3}}(?!(?i:via|from|sources?)\b)(?P<far>{NAME_AT}),?\s+(?:via|through)\s+(?P<near>{NAME_AT})\W{{0,2}}$"
)
#: Ways in which something is sent and whose pictures are shown, which are nobody's text.
MEANS = re.compile(
    r"^(?:e-?mail\b.*|phone|telephone|video|zoom|skype|teams|text|twitter|x|facebook|telegram|whatsapp|instagram|youtube"
    r"|tiktok|wordpress(?:\.com)?|blogger|disqus|feedburner|rss"
    r"|signal|reddit|linkedin|flickr|getty\b.*|ap images|unsplash|pixabay|shutterstock|storyful|wikimedia\b.*"
    r"|(?:(?:news|wire|various|own|verschiedene|diverse|diverses|varias|varie|várias)\s)?(?:agenc(?:y|ies)|sources?|media"
    r"|internet|archives?|staff|wires?|agenturen|agences|agencias|agenzie|agências|ag[eê]ncias|agentschappen|byråer"
    r"|agencje|агентства|وكالات|وكالات الأنباء|redaktion|redacción|rédaction|redazione|redação|redactie|medios|médias"
    r"|ajanslar))$",
    re.I,
)
#: Labels of several sources, all of them the text's.
PLURAL = re.compile(r"\W*(?:sources|quellen|fuentes|fontes|fonti|kilder)\b", re.I)
#: The issue behind a name: ", June 1999", ", vol. 3"; a company's form, behind which nothing follows.
ISSUED = re.compile(r",?\s\(?(?:(?:[A-Z][a-z]+\.?|\d{1,2}),?\s){0,3}(?:19|20)\d\d\b|,\s(?:vol|no|nr|issue)\b", re.I)
COMPANY = re.compile(r",?\s(?:Inc|Ltd|LLC|plc|Corp|GmbH|AG|S\.A|N\.V|Co)\b\.?(?=\W*$)")
#: After a label's names stands nothing, or what says of them when, where and under what licence.
AFTER_LABEL = re.compile(
    rf"[\s)\]\"”’»“‘》」.,:;|]*(?:$|(?<=,)[{CASELESS}]|[–—(\[|]|(?:on|in|at|under|via|with|through|and|by|for|translated|reprinted|used|as|со|citing|citant|citando|[a-z]+ed|\d+)\b)"
    r"|[.;|]\s|\s(?:press|news|media)\s(?:release|statement|office)\W*$|\s(?:press|news)\sservice\W*$",
    re.I,
)
#: "本文首发于微信公众号": where a text stood first, or from whom it is, in Chinese.
TAKEN_FROM = (
    r"(?:本文|文章|原文|本稿)?(?:经|經)?(?:授权|授權)?(?:原载于?|原載於?|(?:首发|首發|首刊|原发|刊载|刊登|刊|发表|發表|载)[于於]"
    r"|(?:转载|轉載|转|轉|摘|摘编|编译|編譯|选|节选|節選|出|来|來)自)\s?:?(?:(?:微信)?公众号|网站|杂志|期刊|报纸|客户端)?"
)
VIA_BEHIND = re.compile(r",?\s(?:via|through)\s", re.I)
#: What an address has behind its host.
PATH = re.compile(r"/\S*")


BAR = re.compile(r"\s\|\s")


class Source(NamedTuple):
    """A name in a notice, with its range in the line and what the notice says of it."""

    start: int
    end: int
    name: str
    role: CreditRole


@functools.cache
def _label() -> re.Pattern[str]:
    """What stands before the names of sources: ``weak`` what has other uses, too."""
    text, source = notice_pattern("text"), notice_pattern("source")
    label = rf"(?:(?:news|{text})\s)?(?:{source})(?:\s?[:–—]|\s-(?=\s))|(?-i:SOURCE(?=\s[A-Z]))"
    label += r"|shared\s(?:by|from|via)\s?:"
    label += r"|نقل[\u0627\u064b]{0,2} عن(?=\s)"
    label += rf"|по материалам(?=\s)|{TAKEN_FROM}"
    label += r"|(?:h/t|hat[ -]tip)(?:\sto)?\s?:?"
    label += rf"|(?:{text})\scourtesy(?:\sof|\s?:)?|courtesy(?:\sof|\s?:)|courtoisie\s?:"
    label += rf"|d['’]après\s(?:une?|l['’]|le|la)\s?(?:{text})\s(?:de\s(?:la\s|l['’])?|du\s|des\s|paru\w*\sdans\s)"
    label += rf"|nach\s(?:einem|einer|dem|der)\s(?:{text})\s(?:der|des|von|aus|in)\s(?:der\s|dem\s)?"
    label += rf"|(?P<weak>(?!report)(?:{text})\s(?:from|via)|via\s?:?|from\s?:?|special\s(?:to|for))(?:\sthe(?=\s))?"
    return re.compile(rf"^\W{{0,3}}(?:{label})\s*", re.I)


def labelled_sources(words: str, begin: int) -> list[Source]:
    """The sources of a line that is a label and names: ``Source: X via Y``; or names alone: ``X via Y``."""
    alone = ALONE.match(words) if not begin else None
    if alone and all(sounds_like_outlet(alone[g]) and not MEANS.match(alone[g]) for g in ("far", "near")):
        far, near = (name_at(words, alone.start(group)) for group in ("far", "near"))
        return [Source(*far, far_role(far.name)), Source(*near, CreditRole.REPUBLISHED_FROM)] if far and near else []
    match = _label().match(words) if not begin else _label().match(words[begin:])
    if not match:
        return []
    read = names_at(words, begin + match.end())
    names = [
        n for n in read if n.name[1:] and not (MEANS.match(n.name) or begins_with_month(n.name) or _is_text(words, n))
    ]
    label = match[0].lower().strip(" ([—–-")
    weak = bool(begin or match["weak"] or label.startswith("courtesy")) and not label.startswith("via:")
    dated = len(names) == 1 and ISSUED.match(words, names[0].end)
    thanked = label.startswith(("h/t", "hat")) and not all(sounds_like_outlet(n.name) for n in names)
    if thanked or not names or (weak and not dated and not all(sounds_like_outlet(n.name) for n in names)):
        return []
    if not weak and (form := COMPANY.match(words, names[0].end)):  # "Source: Harbour Bearings, Inc."
        return [Source(names[0].start, form.end(), words[names[0].start : form.end()], CreditRole.ORIGINAL)]
    path = PATH.match(words, names[-1].end)
    if not (dated or AFTER_LABEL.match(words, path.end() if path else names[-1].end)):
        return []
    role = CreditRole.REPUBLISHED_FROM
    if match[0].startswith("SOURCE "):  # the last line of an announcement
        return [Source(*names[0], CreditRole.ORIGINAL)]
    agencies = all(far_role(n.name) is CreditRole.AGENCY for n in names)
    if words[names[0].end :].startswith(",") and not PLURAL.match(match[0]) and not agencies:
        names = names[:1]  # "Source: X, Reuters": the text of X, which cites the agency
    through = VIA_BEHIND.match(words, names[0].end) if len(names) == 1 and not weak else None
    near = name_at(words, through.end()) if through else None
    if near and not MEANS.match(near.name):
        return [Source(*names[0], far_role(names[0].name)), Source(*near, role)]
    return [Source(*named, role) for named in names]


def _is_text(words: str, named: Named) -> bool:
    """Whether what stands as a name is a word for a text, with which a sentence begins: "Materials provided by …"."""
    goes_on = words[named.end : named.end + 1] == " " and words[named.end + 1 : named.end + 2].islower()
    return goes_on and kind_of(named.name.lower()) == Kind.TEXT


def far_role(name: str) -> CreditRole:
    """What a name farther off than another is: the agency that the other had it from, or where the text stood first."""
    return CreditRole.AGENCY if is_agency(name) else CreditRole.ORIGINAL


def behind_bars(words: str, found: list[Source]) -> list[Source]:
    """The sources of a line, or, where a label has first what is no outlet's name and a bar, those behind the bars:
    ``Source: Ostravia | Inland Eye | Ada Bell``."""
    if len(found) != 1 or sounds_like_outlet(found[0].name) or not BAR.match(words, found[0].end):
        return found
    behind = [named for bar in BAR.finditer(words, found[0].end) if (named := name_at(words, bar.end()))]
    outlet = next((named for named in behind if sounds_like_outlet(named.name)), None)
    wrote = [Source(*n, CreditRole.AUTHOR) for n in behind if begins_with_given(n.name) and n != outlet]
    return [Source(*outlet, found[0].role), *wrote[:1]] if outlet else found
