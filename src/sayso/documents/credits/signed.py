"""Lines that sign a text, told by what their parts are: who wrote it, for whom, whose pictures, from where and when."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from sayso.documents.credits import bylines
from sayso.documents.credits.given import begins_with_given, given_names
from sayso.documents.credits.letters import CASELESS as LETTERS
from sayso.documents.credits.letters import as_title
from sayso.documents.credits.lineparts import MOST_WORDS, parts_of_line, read_parts
from sayso.documents.credits.named import names_at
from sayso.documents.credits.parts import Kind, Part, offices
from sayso.documents.credits.pictures import OF_PICTURES
from sayso.documents.credits.sourcelabels import MEANS
from sayso.documents.dates.labels import day_ranges
from sayso.documents.dates.words import WORD
from sayso.documents.page import FoundCredit
from sayso.documents.zones.lines import REMEMBERED
from sayso.outlets import agency_names, canonical, is_agency, surely_outlet
from sayso.vocab import CreditRole, Zone

#: The detail of a credit to an outlet in a byline.
WRITTEN_FOR = "the byline names the outlet that it was written for"
#: A line of more parts is a list of something else.
MOST_PARTS = 14
#: A label has at most so many words.
LABEL_WITHIN = 4
#: Every word that leads up to a name has a colon behind it, or is or ends with one of these.
LEADS = frozenset("by byline von van par por di da door av af de courtesy from via".split())
#: "© 2021": a claim of rights.
CLAIMED = re.compile(r"©\s?(?:19|20)\d\d")
#: "This entry was posted in Harbours and tagged quay on 3 March 2018 by Ada Bell".
FILED = re.compile(
    r"(?:this (?:entry|post|article) was )?(?:posted|published|filed) (?:in|under)\s[^.]{2,120}?\s"
    r"(?=by\s(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
LAST_MARK = re.compile(r"[|,;–—•·]|\s-\s")
#: A letter of a script without capitals.
CASELESS = re.compile(f"[{LETTERS}]")
#: What stands with a name in a line that signs a text.
BESIDE_NAME = frozenset({Kind.OFFICE, Kind.HOUSE, Kind.DAY, Kind.OUTLET, Kind.PLACE})


#: A house and what somebody is there: "Civic Reporting Project Reporter", below a name.
STAFF_OF = frozenset({Kind.HOUSE, Kind.OFFICE})


@functools.lru_cache(maxsize=REMEMBERED)
def signed_parts(words: str) -> tuple[Part, ...]:
    """The parts of a line that does nothing but sign a text; none of any other line.

    What is no known thing may stand once behind a person's name: a beat, a body of an unknown kind.
    """
    return read_signed(words) if may_sign(words) else ()


def read_signed(words: str) -> tuple[Part, ...]:
    """The same, of lines that :func:`may_sign`: it reads no further than a line may sign."""
    if words.endswith(("?", "!", ":")) or "(@" in words or CLAIMED.search(words):
        return ()
    if filed := FILED.match(words):
        words = " " * filed.end() + words[filed.end() :]
    parts: list[Part] = []
    section, strange = False, False
    for part in read_parts(words):
        if not parts and section and part.lead != "by":
            return ()
        if not parts and not section and _tells(words, part):
            return ()  # what a picture shows, or what another page tells, with a name behind it
        if not parts and not section and part.kind is Kind.OTHER:
            section = True  # "Capital & Main | By Ada Bell": a section, or an outlet that nothing tells
            continue
        if part.kind is Kind.LABEL and parts and _tells(words, part):
            return ()
        part = _as_outlet(part, parts[-1:])
        if part.kind is Kind.OTHER:
            if strange or not parts or not _may_follow(part, parts[-1]):
                return ()
            strange = True
        parts.append(part)
    return tuple(_with_outlet(parts)) if section + len(parts) <= MOST_PARTS and _signs(parts) else ()


def _as_outlet(part: Part, before: Sequence[Part]) -> Part:
    """What nothing tells as an outlet where it stands as one: behind *via*, or with its article behind the name of
    whoever signs (``By Ada Bell, The Hill Lamp``)."""
    if part.kind is not Kind.OTHER or not part.name[:1].isupper() or MEANS.match(part.name):
        return part
    signed = bool(before) and before[0].kind is Kind.PERSON and before[0].lead == "by"
    called = signed and part.name.startswith("The ") and part.name.istitle()
    return part._replace(kind=Kind.OUTLET) if part.lead == "via" or called else part


def _with_outlet(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts with the first as an outlet where somebody behind it signs: ``Bayou Current | By Ada Bell``."""
    parts = [_as_house(part, parts[:number], parts[number + 1 :]) for number, part in enumerate(parts)]
    first, *rest = parts
    led = bool(rest) and rest[0].lead == "by" and rest[0].kind is Kind.PERSON and not first.lead
    if led and first.kind is Kind.PERSON and not begins_with_given(first.name):
        return [first._replace(kind=Kind.OUTLET), *rest]
    return parts


def _as_house(part: Part, before: Sequence[Part], behind: Sequence[Part]) -> Part:
    """What is called like a person as an outlet where it stands behind the office of somebody with a given name, and no
    office behind it: ``Ada Bell, Local Reporter, Prairie Current``."""
    plain = part.kind is Kind.PERSON and not part.lead and not begins_with_given(part.name)
    if not plain or not before or before[-1].kind is not Kind.OFFICE or before[0].kind is not Kind.PERSON:
        return part
    more = behind and behind[0].kind is Kind.OFFICE
    return part if more or not begins_with_given(before[0].name) else part._replace(kind=Kind.OUTLET)


def may_sign(words: str) -> bool:
    """Whether a line holds one of the things that lines which sign a text have: a word that leads up to a name, a given
    name, an agency's, an office, a day."""
    if len(words.split()) > MOST_WORDS:
        return False
    held = WORD.findall(words)
    if ":" in words or "©" in words or "：" in words or not LEADS.isdisjoint(map(str.lower, held)):
        return True
    if not words.isascii() and offices().search(words) and CASELESS.search(words):
        return True
    capital = [word for word in held if word[0].isupper()]
    beside_day = len(held) > 2 or bool(day_ranges(words))  # somebody, and what is beside the name
    named = len(capital) > 1 and beside_day
    agency = not _agency_words().isdisjoint(map(str.casefold, held))
    if not (named or agency):
        return False
    beside = len(held) > 2 and (agency or not given_names().isdisjoint(map(str.casefold, capital)))
    known = len(held) > 2 and surely_outlet(LAST_MARK.split(words)[-1].strip()) is not None
    return beside or known or bool(day_ranges(words)) or bool(offices().search(words))


@functools.cache
def _agency_words() -> frozenset[str]:
    """The longest words of agencies' names: each of these holds one."""
    return frozenset(max(held, key=len) for name in agency_names() if (held := WORD.findall(name)))


def _tells(words: str, part: Part) -> bool:
    """Whether a part that is nobody's name is a sentence or as long as one, which no section's name is."""
    count = sum(map(str.isalpha, part.name.split()))
    if part.kind is Kind.OTHER:
        return count > LABEL_WITHIN
    return part.kind is Kind.LABEL and (count > LABEL_WITHIN or (count > 2 and words[part.end : part.end + 1] == "."))


def _may_follow(part: Part, before: Part) -> bool:
    """Whether what is no known thing may stand there: behind a name or what somebody is."""
    behind = before.kind in (Kind.PERSON, Kind.OFFICE, Kind.HOUSE, Kind.OUTLET)
    return behind and len(part.name.split()) <= 6 and not part.name[:1].islower()


def _signs(parts: Sequence[Part]) -> bool:
    """Whether such parts together sign a text: a name led up to, or one with something beside it."""
    kinds = {part.kind for part in parts}
    if any(part.lead in ("by", "both", "photo", "hand") and part.kind in (Kind.PERSON, Kind.OUTLET) for part in parts):
        return True
    if any(part.lead == "by" and part.kind in (Kind.OFFICE, Kind.HOUSE) for part in parts):
        return True
    if any(part.lead in ("source-lead", "via") and part.kind in (Kind.OUTLET, Kind.HOUSE) for part in parts):
        return True
    agency = any(part.kind is Kind.OUTLET and is_agency(part.name) for part in parts)
    if kinds == STAFF_OF:
        return True
    if Kind.PERSON not in kinds:
        return agency and bool(kinds & {Kind.DAY, Kind.OFFICE})
    known = _is_after_mark(parts) and surely_outlet(parts[-1].name) is not None
    surely = agency or known or bool(kinds & {Kind.DAY, Kind.OFFICE})
    given = any(part.kind is Kind.PERSON and begins_with_given(part.name) for part in parts)
    return bool(kinds & BESIDE_NAME) and (surely or given)


def _is_after_mark(parts: Sequence[Part]) -> bool:
    """Whether an outlet is the last part, a mark before it: ``Oda Ruhl | The Guardian``."""
    return len(parts) > 1 and parts[-1].kind is Kind.OUTLET and parts[-1].start - parts[-2].end > 1


def zone_of_signed(words: str) -> Zone | None:
    """The zone of a line that signs a text; None of any other."""
    parts = signed_parts(words)
    if not parts:
        return None
    wrote = any(part.kind is Kind.PERSON and part.lead in ("", "by", "both", "for", "with") for part in parts)
    office = any(part.lead == "by" for part in parts) or {part.kind for part in parts} == STAFF_OF
    if not (wrote or office) and any(part.kind is Kind.PLACE for part in parts):
        return None  # where a picture was taken, where a source is
    return Zone.BYLINE if wrote or office else Zone.CREDIT


def signs_by_name(words: str) -> bool:
    """Whether a line says with a word such as *by* who wrote a text, as one at a text's end has to."""
    return any(part.kind is Kind.PERSON and part.lead in ("by", "both") for part in signed_parts(words))


def signs_both(words: str) -> bool:
    """Whether a line says who wrote a text and whose its pictures are, and nothing else."""
    parts = signed_parts(words) if may_sign(words) else ()
    led = {part.lead for part in parts if part.kind is Kind.PERSON}
    return {"by", "photo"} <= led and all(part.kind is Kind.PERSON for part in parts)


def label_alone(words: str) -> str:
    """What a line that is nothing but a label, with its colon or without, makes of the name below it: ``photo``,
    ``hand``, ``source-lead``; blank for any other line, and for *by*."""
    words = words.strip().rstrip(" :") + ":"
    parts = parts_of_line(words) if len(words.split()) <= LABEL_WITHIN else ()
    alone = len(parts) == 1 and parts[0].kind is Kind.LABEL and parts[0].name == words
    return parts[0].lead if alone and parts[0].lead in ("photo", "hand", "source-lead") else ""


def labelled_name(label: str, words: str, at: int) -> Iterator[FoundCredit]:
    """The credits of the names on the line below such a label; of two sources an agency is the farther."""
    detail = "the line above it says what it is"
    if label == "photo":
        name = words.strip(" .,|")
        start = at + words.find(name)
        yield FoundCredit(start, start + len(name), CreditRole.PHOTO, canonical(name), None, detail)
    names = names_at(words, len(words) - len(words.lstrip())) if label == "source-lead" else []
    if not names or words[names[-1].end :].strip(" .,|)"):
        return
    for start, end, name in names:
        far = CreditRole.AGENCY if len(names) > 1 and is_agency(name) else CreditRole.ORIGINAL
        role = far if len(names) == 1 or far is CreditRole.AGENCY else CreditRole.REPUBLISHED_FROM
        yield FoundCredit(at + start, at + end, role, canonical(name), None, detail)


def signed_credits(words: str, at: int) -> Iterator[FoundCredit]:
    """The credits of a line that signs a text; ``at`` is where it begins in the page's text."""
    parts = signed_parts(words)
    for number, part in enumerate(parts):
        served = number > 0 and parts[number - 1].kind is Kind.OUTLET and not is_agency(part.name)
        if part.lead == "photo" and number + 1 < len(parts) and _takes_for(words, part, parts[number + 1]):
            continue
        if part.lead == "for" and number and parts[number - 1].lead == "photo" and words[part.end :].strip(" .)") == "":
            continue  # named with whoever took the picture
        if part.lead == "hand" or (served and words[part.start - 1] in "(/"):  # "Harbour Gazette (TNS)"
            continue
        if found := _credit(part):
            role, detail = found
            name = bylines.as_name(part.name) if part.kind is Kind.PERSON else canonical(as_title(part.name))
            if part.lead == "photo" and number + 1 < len(parts) and parts[number + 1].lead == "for":
                name = words[part.start : parts[number + 1].end]
            yield FoundCredit(at + part.start, at + part.end, role, name, None, detail)
            if part.lead == "both" and role is CreditRole.AUTHOR:
                yield FoundCredit(at + part.start, at + part.end, CreditRole.PHOTO, name, None, detail)


def _takes_for(words: str, part: Part, behind: Part) -> bool:
    """Whether a paper's own photographer stands behind its name: ``Examiner photo by Ada Bell``."""
    between = words[part.end : behind.start].strip().lower()
    own = part.kind is Kind.OUTLET and not is_agency(part.name) and behind.kind is Kind.PERSON
    return own and behind.lead == "photo" and between.startswith(("photo", "file photo"))


def _credit(part: Part) -> tuple[CreditRole, str] | None:
    """The role of a part of a line that signs, with its detail; None of one that is nobody's name."""
    if part.lead == "photo":
        told = part.kind in (Kind.PERSON, Kind.OUTLET, Kind.HOUSE)
        return (CreditRole.PHOTO, "the line says whose pictures they are") if told else None
    if part.kind is Kind.PERSON and part.lead in ("", "by", "both"):
        return CreditRole.AUTHOR, "the byline"
    if part.kind is not Kind.OUTLET or OF_PICTURES.match(part.name):
        return None
    if part.lead == "via":
        return CreditRole.REPUBLISHED_FROM, "the byline says from where the text was taken"
    if is_agency(part.name) or part.lead == "with":
        return CreditRole.AGENCY, "the byline names an agency"
    if part.lead == "source-lead":
        return CreditRole.REPUBLISHED_FROM, "the line says that the text is from there"
    return CreditRole.ORIGINAL, WRITTEN_FOR
