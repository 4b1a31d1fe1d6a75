"""The names behind the prepositions of a notice: by whom, from whom, through whom, by whose leave."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.documents.credits.named import Named, name_at, split_names
from sayso.documents.credits.wordings import patterns
from sayso.documents.dates.words import begins_with_month
from sayso.documents.keyed import Keyed

#: What parts the verb and its prepositions, and one preposition's name and the next.
BETWEEN = re.compile(
    r"[\s,:)\]–—]*(?:(?:here|there|online|today|again|also|exclusively|in full|and|under [^.;]{3,60}?licen[cs]e"
    r"|with(?: \w+){0,2} (?:permission|thanks)(?! of| from| by| to)"
    r"|(?:(?:this|the) )?(?:article|story|post|text|piece|content)"
    r"|as [“\"‘'][^“”\"]{2,100}[”\"’'])(?!\w)[\s,]*){0,3}",
    re.I,
)
#: By whose leave, or together with whom.
LEAVE = Keyed(re.compile(
    r"(?:courtesy of|(?:with|by|under|in)(?: (?:the|kind|express|full|special|prior)){0,3}"
    r" (?:permission|authori[sz]ation|consent|arrangement|agreement|licen[cs]e|courtesy) (?:of|from|with|by)"
    r"|(?:in|through|under|as part of)(?: (?:an?|our|its|their|content|media|news|editorial|joint|sharing)){0,3}"
    r" (?:partnership|collaboration|co-?operation|association|conjunction) (?:with|between)"
    r"|as part of an? [^.;]{3,30} with|avec l['’](?:aimable )?autorisation (?:de|du)"
    r"|en (?:partenariat|collaboration) avec|in (?:zusammenarbeit|kooperation) mit"
    r"|en (?:colaboración|alianza|convenio) con"
    r"|in collaborazione con|em (?:parceria|colaboração) com|in samenwerking met"
    r"|mit (?:freundlicher )?genehmigung (?:von|der|des|durch)"
    r"|med (?:vennlig |venlig |vänligt )?(?:tillatelse|tilladelse|tillstånd) (?:av|af|fra|från)|za zgodą|с разрешения"
    r"|con (?:la )?(?:autorización|permiso) de|con il permesso di|com (?:a )?(?:autorização|permissão) d[eoa]"
    r"|met toestemming van)\s+",
    re.I,
), (
    "courtesy", "permi", "permes", "author", "autori", "consent", "arrangement", "agreement", "licen", "partner",
    "collab", "colab", "cooperation", "co-operation", "association", "conjunction", "part of", "partenariat",
    "zusammenarbeit", "kooperation", "alianza", "convenio", "parceria", "samenwerking", "genehmigung", "toestemming",
    "tillatelse", "tilladelse", "tillstånd", "zgodą", "разрешения",
))  # fmt: skip
#: For whom somebody did it; the prepositions, those through which something comes first.
BEHALF = re.compile(
    r"(?:(?:for and )?on behalf of|im auftrag (?:von|der|des)|pour le compte de|au nom de|en nombre de|por cuenta de"
    r"|per conto di|em nome d[eoa]|namens)\s+(?:the\s)?",
    re.I,
)
THROUGH = r"via|through|über|by way of|par l['’]intermédiaire d[eu]|a través de|por medio de|através d[eoa]|tramite"
LINKS = (
    r"by|between|in|on|at|from|of|to|for|with|von|vom|bei|beim|auf|aus|im|w|в|на|par|dans|sur|de|du|en|por|pel[oa]|n[oa]|em|su|da"
    r"|dal(?:la|lo|l')?|nel(?:la|lo)?|sul(?:la|lo)?|op|door|uit|bij|i|på|från|fra|av|af|der|van|chez|z|za|ze|из|с"
)
VIA = re.compile(rf"(?:{THROUGH})\s+", re.I)
LINK = re.compile(rf"(?:{LINKS})\s?:?\s+", re.I)
#: What those that are no single preposition are called.
KINDS = {LEAVE.pattern: "leave", BEHALF: "behalf", VIA: "via"}
#: A day in words and figures.
DAY_PARTS = re.compile(r"[\w.]+(?:[\s,]+[\w.]*\d[\w.]*){0,2}")


def names_after(words: str, at: int) -> Iterator[tuple[str, Named]]:
    """The names behind the prepositions from there on, each with its preposition: ``leave``, ``behalf``, ``via``, or
    itself."""
    through = ""
    while True:
        between = BETWEEN.match(words, at)
        at = between.end() if between else at
        which = next(((p, m) for p in (LEAVE.pattern, BEHALF, VIA, LINK) if (m := p.match(words, at))), None)
        if which is None:
            named = name_at(words, at) if words[:at].rstrip().endswith(":") else None
            if named and not begins_with_month(named.name):
                yield ":", named
            return
        pattern, link = which
        at = link.end()
        if passed := patterns().language.match(words, at):
            at, through = passed.end(), link[0].strip().lower()  # "from the Spanish original in X"
            continue
        named = name_at(words, at)
        if named is None:
            return
        at = named.end
        if not begins_with_month(named.name):
            kind = KINDS.get(pattern) or link[0].strip().lower()
            kind, through = through if through and kind in ("in", "on", "at", "of") else kind, ""
            yield from ((kind, part) for part in split_names(named))
        else:
            at = _past_day(words, named.start)


def _past_day(words: str, at: int) -> int:
    match = DAY_PARTS.match(words, at)
    return match.end() if match else at
