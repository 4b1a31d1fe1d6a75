"""What a line says of a text's way, wherever it stands: where it stood first, whom it was taken from, through whom it
came. ``ways`` has the grammar, ``sourcelabels`` the lines that are a label and names.
"""

from __future__ import annotations

import functools
import re

from sayso.documents.credits.letters import CASELESS, plain_marks
from sayso.documents.credits.named import Named
from sayso.documents.credits.sourcelabels import Source, behind_bars, far_role, labelled_sources
from sayso.documents.credits.wayclauses import Far
from sayso.documents.credits.wayitems import SENTENCE, tells
from sayso.documents.credits.ways import hops_of, with_roles
from sayso.documents.zones.lines import REMEMBERED

#: Longer lines are text (words).
MOST_WORDS = 45
#: A label has one of these, where it holds no word that tells.
MAY_LABEL = re.compile(
    rf"[:–—{CASELESS}]|\s[-|]\s|^\W{{0,3}}(?:source|special|hat|по материалам|d['’]après|nach (?:eine[mr]|dem|der))\b",
    re.I,
)
#: "Via X, via Y": each had it from the next.
VIA = re.compile(r"\W*via\b", re.I)
#: Behind a name, what makes the line a sentence about another text, and no notice: "a report seen by X says".
TELLS = re.compile(
    r"(?:\son\s\w+)?(?:,\s(?:[\w’'.-]+\s){0,5}|\s(?:also\s)?)(?:sa(?:ys?|id)|f(?:inds?|ound)"
    r"|(?:state|reveal|show|claim|warn|suggest|indicat|alleg|detail|confirm|describ|quot|cit|accus|argu|conclud)(?:e?s|e?d))\b"
    r"|\sthat\s"
)
#: What tells what was wrong, and from whom.
CORRECTS = re.compile(
    r"\W*(?:editor[’']?s note\W+)?(?:corrections?|clarifications?|errat(?:um|a)|corrigend(?:um|a)|korrektur"
    r"|berichtigung|richtigstellung|correctif|rectificatif|corrección|correcciones|rectificación|fe de errat\w+"
    r"|correção|correções|rettifica|errata corrige|rettelse|rättelse|rectificatie|düzeltme|исправление|sprostowanie)\b"
    r"[^:–—.]{0,40}[:–—.]",
    re.I,
)
#: What forbids tells of no way: "Reproduction of material from X is prohibited".
FORBIDS = re.compile(
    r"\b(?:prohibited|forbidden|verboten|untersagt|interdite?s?|prohibid[oa]s?|vietat[aoei]|proibid[oa]s?|verboden"
    r"|zabronion[aey]|запрещен\w*|yasaktır)\b",
    re.I,
)
#: What somebody said, whose words go on behind it: "“It was first published by X,” the editor said".
SAID = re.compile(r"\W{0,2}[“\"«„][^”\"»]+[,.!?][”\"»“]\s")
CLAUSE_END = re.compile(r"[.;|](?=\s|$)")
#: What passes on what somebody else told, and goes on to tell it: "As first reported by X, the ferry sank".
AS_TOLD = re.compile(r"\W*[Aa]s\b[^,]*,\s(?!(?:and|or|with|by|in|on|this)\b)[a-z]")


@functools.lru_cache(maxsize=REMEMBERED)
def sources_in(words: str) -> tuple[Source, ...]:
    """Whom the line says that the text is from, in text order; none where it says nothing of the kind."""
    return read_sources(words, near=False, most=MOST_WORDS)


def read_sources(words: str, *, near: bool, most: int) -> tuple[Source, ...]:
    """The same, of a line of ``most`` words at most. ``near``: it stands beside the article, where a word for a text is
    for this one."""
    told = tells(words) and not (AS_TOLD.match(words) or CORRECTS.match(words))
    if not (told or MAY_LABEL.search(words)) or len(words.split()) > most:
        return ()
    words = plain_marks(words)
    labelled = _labelled(words)
    hops = [hop for hop in hops_of(words, near=near) if not _is_of_other(words, hop.named)] if told else []
    if not labelled:
        return tuple(with_roles(hops)) if hops else ()
    end, names = max(source.end for source in labelled), {source.name for source in labelled}
    begin = max((stop.end() for stop in SENTENCE.finditer(words, 0, min(labelled).start)), default=0)
    other = [hop for hop in hops if hop.named.name not in names]
    later = [hop for hop in other if hop.named.start >= end]
    passed = [hop for hop in later if hop.far == Far.PASSED and not SENTENCE.search(words, end, hop.named.start)]
    if passed and not VIA.match(words):  # "Story from X, distributed by Y"
        labelled = tuple(source._replace(role=far_role(source.name)) for source in labelled)
    before = with_roles([hop for hop in other if hop.named.end <= begin])
    if VIA.match(words, begin):  # "Read the full story at X (via Y)"
        before = [source._replace(role=far_role(source.name)) for source in before]
    return tuple(sorted({*labelled, *before, *with_roles(later)}))


def _is_of_other(words: str, named: Named) -> bool:
    """Whether a name stands in a sentence about another text, or in one that forbids."""
    said = SAID.match(words)
    if TELLS.match(words, named.end) or (said and named.start < said.end()):
        return True
    begin = max((end.end() for end in CLAUSE_END.finditer(words, 0, named.start)), default=0)
    end = CLAUSE_END.search(words, named.end)
    return FORBIDS.search(words, begin, end.start() if end else len(words)) is not None


@functools.lru_cache(maxsize=REMEMBERED)
def _labelled(words: str) -> tuple[Source, ...]:
    """The sources of the sentences that are a label and names."""
    begins = [0, *(match.end() for match in SENTENCE.finditer(words))]
    ends = [*begins[1:], len(words)]
    found = [s for begin, end in zip(begins, ends, strict=True) for s in labelled_sources(words[:end], begin)]
    return tuple(behind_bars(words, found))
