"""What a notice says of a text's way: where it stood first, whom it was taken from, through whom it came.

A notice is made of a subject (``this article``, often left out), what was done with the text, and names behind
prepositions; or of a label and names. :func:`sources_in` reads the names with their roles, whatever their number.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.letters import plain_marks
from sayso.documents.credits.named import Named, name_at, notice_pattern
from sayso.documents.credits.prepositions import LEAVE, names_after
from sayso.documents.credits.sites import sounds_like_outlet
from sayso.documents.credits.sourcelabels import MEANS, Source, behind_bars, far_role, labelled_sources
from sayso.documents.credits.wordings import patterns
from sayso.documents.keyed import one_of
from sayso.documents.zones.lines import REMEMBERED
from sayso.vocab import CreditRole

#: Longer lines are text (words).
MOST_WORDS = 45
#: "The report was …" may be of any report: such a notice counts only where it names what sounds like an outlet.
VAGUE = re.compile(r"\b(?:report|content|material|translation|item|analysis|investigation|interview|text)\b", re.I)
SENTENCE = re.compile(r"\s(?=\((?:via|h/t|hat tip|sources?)\b)|(?<![A-Z])[.!?;|]\s+(?=[^\W\d_a-zß-ÿ“\"(\[])")
#: Words that say nothing of a text that was taken unless by whose leave or from whom: "used", "published".
WEAK = re.compile(
    r"^(?:reported|written|used|published|presented|produced|provided|shared|generated|translated|carried|obtained)$",
    re.I,
)
#: What is done with texts alone: without a subject, too, any name may follow.
SURE = re.compile(
    r"^(?:copied|clipped|przedruk|entnommen|übernommen|overgenomen|repris\w*|ripres\w*|reprod\w+|re-?\w+|cross-?\w+|syndicated|distributed|excerpted|extracted|adapted|abridged|taken|tomad[oa]|tratt[oa])$",
    re.I,
)
#: "Translated from X": any name, as what was translated is a text.
FROM_ANY = ("from", "t")
#: Whoever did this is somebody, not where the text stood.
BY_HAND = re.compile(r"^(?:translated|adapted|abridged|extracted|excerpted|taken|used|generated)$", re.I)
#: What is done with texts that stood elsewhere before: not *printed by*, which a page says of itself.
HANDED = re.compile(f"{SURE.pattern}|{BY_HAND.pattern}|^(?:shared|forwarded|lifted|borrowed|carried)$", re.I)
MORE_HOPS = re.compile(r"[^.;]{0,30};\s")
#: What stands between "the original" and its name.
TO_ORIGINAL = re.compile(r"[\s:]*(?:(?:at|on|in|by|from)\s+)?(?:the\s+)?")
#: Behind a name, what makes the line a sentence about another text, and no notice: "a report seen by X says".
TELLS = re.compile(
    r"(?:\son\s\w+)?(?:,\s(?:[\w’'.-]+\s){1,5}|\s(?:also\s)?)(?:sa(?:ys?|id)|f(?:inds?|ound)"
    r"|(?:state|reveal|show|claim|warn|suggest|indicat|alleg|detail|confirm|describ|quot|cit|accus|argu|conclud)(?:e?s|e?d))\b"
)
#: Every notice holds one of these.
KEYS = (
    "origin", "first", "initial", "previously", "zuerst", "ursprünglich", "zunächst", "abord", "oorspronk", "eerst",
    "ursprung", "opprinn", "oprind", "publish", "print", "post", "syndic", "taken", "borrow", "excerpt", "extract",
    "adapt", "abridg", "shared", "provid", "suppl", "distribut", "licen", "translat", "sourc", "lifted", "obtained",
    "generat", "used", "report",
    "written", "produc", "presented", "übernommen", "repris", "reprod", "traduit", "traduc", "tomad", "tratt",
    "ripres", "overgenomen", "quelle", "fuente", "fonte", "fonti", "bron", "källa", "kilde", "źródło", "источник",
    "kaynak", "input", "agenc", "version of", "autor", "permiso", "genehmigung", "lähde", "forrás", "zdroj", "sursa",
    "via", "h/t", "hat tip", "hat-tip", "courtesy", "courtoisie", "from",
    "special", "based", "zusammenarbeit", "kooperation", "partenariat", "colabora", "parceria", "alianza", "eerder",
    "pierwotnie", "впервые", "aus:", "full",
    "مصدر", "منبع", "מקור", "स्रोत", "साभार", "সূত্র", "来源", "來源", "稿源", "出处", "出典", "출처",
    "ที่มา", "πηγή", "джерело", "източник", "извор", "izvor", "წყარო", "nguồn", "sumber", "chanzo",
    "перепечат", "материал", "نقل", "原载", "原載", "首发", "首發", "转载", "轉載", "转自", "轉自", "摘自",
    "来自", "來自",     "vir:", "allikas", "avots", "šaltinis", "burimi", "heimild",
    "permission", "partner", "collabor", "issue", "edition", "arrangement", "agreement", "först", "først", "tidigare",
    "tidligere", "ensin", "erstmals", "prima volta", "primera vez", "première fois", "primeira vez", "copied",
    "clipped", "przedruk", "tradott", "traduz", "übersetzt", "vertaald", "entnommen", "kopi", "hentet", "hämtad",
    "extraíd", "extrait", "estratt", "emprunt", "tillatelse", "tilladelse",
    "tillstånd", "zgodą", "разрешен", "вышл", "вышел", "напечат", "опубликован",
)  # fmt: skip
_KEY = one_of(KEYS)
#: What joins what was done with a text later to what was done first.
ANOTHER = re.compile(
    r"(?:\b(?:and|then|now|und|et|puis|y|luego|e|poi|en|og|och)(?:\s(?:is|was|has been|wurde|fue))?|;)\s+$", re.I
)


@functools.lru_cache(maxsize=REMEMBERED)
def sources_in(words: str) -> tuple[Source, ...]:
    """Whom the line says that the text is from, in text order; none where it says nothing of the kind."""
    if not _KEY.search(words.lower()) or len(words.split()) > MOST_WORDS:
        return ()
    words = plain_marks(words)
    found: list[Source] = []
    begin = 0
    for cut in (*[match.end() for match in SENTENCE.finditer(words)], len(words)):
        found += _of_sentence(words[:cut], begin)
        begin = cut
    return tuple(sorted({source for source in behind_bars(words, found) if not TELLS.match(words, source.end)}))


def _of_sentence(words: str, begin: int) -> list[Source]:
    """The sources of the sentence that begins there and ends with the words."""
    known = patterns()
    if labelled := labelled_sources(words, begin):
        return _passed_on(words, labelled)
    if trail := _trail(words, begin):
        return trail
    found = list(_original(words, begin)) or list(_first(words, begin))
    for match in known.shared.finditer(words, begin):
        if _about_text(words[begin : match.start()], bool(found)):
            held = {source.start for source in found}
            told = bool(words[begin : match.start()].strip(" (["))
            found += [source for source in _taken(words, match, told) if source.start not in held]
    for pattern in (known.based, known.comes) if not found else ():
        said = pattern.search(words, begin)
        before = words[begin : said.start()].strip(" ([—–-*") if said else ""
        whole = pattern is known.based or known.about.fullmatch(before)
        if said and whole and _about_text(before, False):
            found += [s for s in _taken_at(words, said.end()) if sounds_like_outlet(s.name)]
    return found or list(_by_leave(words, begin))


def _passed_on(words: str, labelled: list[Source]) -> list[Source]:
    """The sources of a label with those right behind them: ``Story from X, distributed by Y``."""
    end = labelled[-1].end
    match = patterns().shared.search(words, end)
    if not match or words[end : match.start()].strip(" ,;") not in ("", "and"):
        return labelled
    later = list(_taken(words, match, True))
    return [*(source._replace(role=far_role(source.name)) for source in labelled), *later] if later else labelled


@functools.cache
def _steps() -> re.Pattern[str]:
    """One step of a trail: what joins it to the one before, and its verb."""
    return re.compile(
        rf"[\s(\[,;>→–—-]*(?:(?:and|then|later|first|originally|subsequently|now|also|here|was|is|und|dann|puis|et|luego|y|poi|e)\s)*"
        rf"(?P<verb>{notice_pattern('appeared')}|{notice_pattern('shared')})(?=\s)",
        re.I,
    )


def _trail(words: str, begin: int) -> list[Source]:
    """The outlets of a sentence that is nothing but what was done with a text, one after the other (``Published in X,
    then reposted by Y``): where it stood first, and through whom it came since."""
    at, hops = begin, list[Named]()
    steps = 0
    while step := _steps().match(words, at):
        names = [(link, n) for link, n in names_after(words, step.end()) if not MEANS.match(n.name)]
        outlets = [
            n for link, n in names if link != "to" and (sounds_like_outlet(n.name) or not begins_with_given(n.name))
        ]
        if not names:
            break
        hops += outlets
        handed = not steps or HANDED.match(step["verb"]) or any(link in ("via", "from") for link, _ in names)
        steps += bool(outlets and handed)
        at = names[-1][1].end
    if steps < 2 or len({hop.name for hop in hops}) < 2 or words[at:].strip(" .)]"):
        return []
    return [Source(*hops[0], CreditRole.ORIGINAL), *(Source(*hop, CreditRole.REPUBLISHED_FROM) for hop in hops[1:])]


def _about_text(before: str, after_another: bool) -> bool:
    """Whether what stands before the verb makes it one of the page's text: nothing, or such as *this article*."""
    if after_another and ANOTHER.search(before):
        return True
    return bool(patterns().subject.match(before))


def _first(words: str, begin: int) -> Iterator[Source]:
    """Where the text stood first."""
    known = patterns()
    for pattern in (known.first, known.issue):
        match = pattern.search(words, begin)
        versioned = bool(match) and words[begin : match.start()].endswith("version of ") if match else False
        if not match or not (versioned or _about_text(words[begin : match.start()], False)):
            continue
        at = match.end()
        linked = list(names_after(words, at)) if pattern is known.first else []
        alone = None if linked else name_at(words, at)
        names = [n for link, n in linked if link != "via"] or ([alone] if alone else [])
        best = next((n for n in names if sounds_like_outlet(n.name)), names[0] if names else None)
        if best and words[best.end :].startswith(" that "):
            continue  # "It was first reported by X that …"
        if best and (sounds_like_outlet(best.name) or not _vague(words[begin : match.start()])):
            yield Source(*best, CreditRole.ORIGINAL)
            yield from (Source(*n, CreditRole.REPUBLISHED_FROM) for link, n in linked if link == "via" and n != best)
            return


def _vague(before: str) -> bool:
    return bool(VAGUE.search(before)) and not patterns().this.search(before)


def _original(words: str, begin: int) -> Iterator[Source]:
    """What is called the original."""
    match = patterns().original.search(words, begin)
    if not match or not _about_text(words[begin : match.start()], False):
        return
    link = TO_ORIGINAL.match(words, match.end())
    named = name_at(words, link.end() if link else match.end())
    if named:
        yield Source(*named, CreditRole.ORIGINAL)


def _taken(words: str, match: re.Match[str], told: bool) -> Iterator[Source]:
    """Whom the text was taken from, by what was done with it. ``told``: something stands before the verb."""
    verb = match["verb"]
    named = ((link, n) for link, n in names_after(words, match.end()) if not words[n.end :].startswith(" that "))
    names = [(link, n) for link, n in named if not MEANS.match(n.name)]
    if BY_HAND.match(verb):
        names = [(link, n) for link, n in names if link != "by" or sounds_like_outlet(n.name)]
    if not told and not SURE.match(verb):
        names = [(link, n) for link, n in names if sounds_like_outlet(n.name) or (link, verb[0].lower()) == FROM_ANY]
    if WEAK.match(verb) and not told:  # "Published by X" tells who publishes the page
        allowed = (
            ("leave", "via", "from") if verb.lower().startswith(("publ", "produ")) else ("leave", "via", "from", "by")
        )
        names = [(link, n) for link, n in names if link in allowed]
    first = [(link, n) for link, n in names[:1] if link == "for" and MORE_HOPS.match(words, n.end)]
    if WEAK.match(verb):  # "written for X; distributed by Y; published by Z"
        names = [(link, n) for link, n in names if sounds_like_outlet(n.name) or (link, verb[0].lower()) == FROM_ANY]
    names = [(link, n) for link, n in names if link not in ("to", "for", "on") or sounds_like_outlet(n.name)]
    names = names or first
    made = re.match(r"produced|generated|reported|written", verb, re.I)
    yield from _in_order(names, CreditRole.ORIGINAL if made and told else CreditRole.REPUBLISHED_FROM)


def _in_order(names: list[tuple[str, Named]], role: CreditRole) -> Iterator[Source]:
    """The names of one verb with their roles: who passed the text on is nearer than from whom it was taken."""
    near = [n for link, n in names if link == "via"]
    yield from (Source(*n, CreditRole.ORIGINAL) for link, n in names if link == "behalf")
    taken = [(link, n) for link, n in names if link not in ("via", "behalf")]
    hands = [n for link, n in taken if link == "by"]
    if len(taken) > 1 and hands and taken[0][0] in ("from", "of"):
        near += hands  # "translated from X by Y"
        taken = [(link, n) for link, n in taken if link != "by"]
    yield from (Source(*n, CreditRole.REPUBLISHED_FROM) for n in near)
    for number, (link, named) in enumerate(taken):
        sounds = sounds_like_outlet(named.name) or (link == "from" and not begins_with_given(named.name))
        if number and (link in ("leave", "in", "on", "at", "to", "for", "with") or not sounds):
            continue
        yield Source(*named, CreditRole.ORIGINAL if near else role)


def _taken_at(words: str, at: int) -> Iterator[Source]:
    yield from _in_order(list(names_after(words, at)), CreditRole.REPUBLISHED_FROM)


@functools.cache
def _fragment() -> re.Pattern[str]:
    """ "Published", "Article publié": what may stand before the words of leave alone."""
    return re.compile(rf"(?:(?:{notice_pattern('text')})\s)?(?:{notice_pattern('appeared')})\b", re.I)


def _by_leave(words: str, begin: int) -> Iterator[Source]:
    """By whose leave, or with whom, this text is shown, whatever the verb; or a line that says nothing else."""
    match = LEAVE.search(words, begin)
    before = words[begin : match.start()].strip(" ([—–-*") if match else ""
    brief = len(before.split()) <= 2 and (not before or _fragment().match(before))
    if match and (brief or patterns().this.search(words, begin)):
        named = name_at(words, match.end())
        leave = "ermission" in match[0] or "enehmigung" in match[0] or "utori" in match[0]
        if named and (before or sounds_like_outlet(named.name) or (leave and not begins_with_given(named.name))):
            yield Source(*named, CreditRole.REPUBLISHED_FROM)
