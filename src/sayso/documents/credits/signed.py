"""Lines that sign a text, told by what their parts are: who wrote it, for whom, whose pictures, from where and when."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from sayso.documents.credits import bylines
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.parts import Kind, Part, parts_of_line
from sayso.documents.credits.pictures import OF_PICTURES
from sayso.documents.page import FoundCredit
from sayso.documents.zones.lines import REMEMBERED
from sayso.outlets import canonical, find_outlet
from sayso.vocab import CreditRole, Zone

#: A line of more parts is a list of something else.
MOST_PARTS = 14
#: A label has at most so many words.
LABEL_WITHIN = 4
#: What stands with a name in a line that signs a text.
BESIDE_NAME = frozenset({Kind.OFFICE, Kind.HOUSE, Kind.DAY, Kind.OUTLET, Kind.PLACE})


@functools.lru_cache(maxsize=REMEMBERED)
def signed_parts(words: str) -> tuple[Part, ...]:
    """The parts of a line that does nothing but sign a text; none of any other line.

    What is no known thing may stand once behind a person's name: a beat, a body of an unknown kind.
    """
    parts = parts_of_line(words)
    if not parts or len(parts) > MOST_PARTS or words.endswith(("?", "!", ":")) or "(@" in words:
        return ()
    if parts[0].kind is Kind.LABEL and _tells(words, parts[0]):
        return ()  # what a picture shows, or what another page tells, with a name behind it
    if len(parts) > 1 and parts[0].kind is Kind.OTHER and parts[1].lead == "by" and len(parts[0].name.split()) <= 4:
        parts = parts[1:]  # "Capital & Main | By Ada Bell": a section, or an outlet that nothing tells
    strange = [number for number, part in enumerate(parts) if part.kind is Kind.OTHER]
    if len(strange) > 1 or not all(_may_follow(parts, number) for number in strange):
        return ()
    return parts if _signs(parts) else ()


def _tells(words: str, part: Part) -> bool:
    """Whether a part that is nobody's name is a sentence or as long as one, which no section's name is."""
    count = len(part.name.split())
    return count > LABEL_WITHIN or (count > 2 and words[part.end : part.end + 1] == ".")


def _may_follow(parts: Sequence[Part], number: int) -> bool:
    part = parts[number]
    behind = number > 0 and parts[number - 1].kind in (Kind.PERSON, Kind.OFFICE, Kind.HOUSE, Kind.OUTLET)
    return behind and len(part.name.split()) <= 6 and part.name[:1].isupper()


def _signs(parts: Sequence[Part]) -> bool:
    """Whether such parts together sign a text: a name led up to, or one with something beside it."""
    kinds = {part.kind for part in parts}
    if any(part.lead in ("by", "both", "photo", "hand") and part.kind in (Kind.PERSON, Kind.OUTLET) for part in parts):
        return True
    if any(part.lead == "by" and part.kind in (Kind.OFFICE, Kind.HOUSE) for part in parts):
        return True
    if any(part.lead in ("source-lead", "via") and part.kind in (Kind.OUTLET, Kind.HOUSE) for part in parts):
        return True
    agency = any(part.kind is Kind.OUTLET and _is_agency(part.name) for part in parts)
    if Kind.PERSON not in kinds:
        return agency and bool(kinds & {Kind.DAY, Kind.OFFICE})
    surely = agency or bool(kinds & {Kind.DAY, Kind.OFFICE})
    given = any(part.kind is Kind.PERSON and begins_with_given(part.name) for part in parts)
    return bool(kinds & BESIDE_NAME) and (surely or given)


def zone_of_signed(words: str) -> Zone | None:
    """The zone of a line that signs a text; None of any other."""
    parts = signed_parts(words)
    if not parts:
        return None
    wrote = any(part.kind is Kind.PERSON and part.lead in ("", "by", "both", "for", "with") for part in parts)
    office = any(part.lead == "by" for part in parts)
    if not (wrote or office) and any(part.kind is Kind.PLACE for part in parts):
        return None  # where a picture was taken, where a source is
    return Zone.BYLINE if wrote or office else Zone.CREDIT


def signs_by_name(words: str) -> bool:
    """Whether a line says with a word such as *by* who wrote a text, as one at a text's end has to."""
    return any(part.kind is Kind.PERSON and part.lead in ("by", "both") for part in signed_parts(words))


def label_alone(words: str) -> str:
    """What a line that is nothing but a label makes of the name below it: ``photo``, ``hand``, ``source-lead``; blank
    for any other line, and for *by*."""
    parts = parts_of_line(words) if len(words.split()) <= LABEL_WITHIN else ()
    alone = len(parts) == 1 and parts[0].kind is Kind.LABEL and parts[0].name == words.strip()
    return parts[0].lead if alone and parts[0].lead in ("photo", "hand", "source-lead") else ""


def labelled_name(label: str, words: str, at: int) -> Iterator[FoundCredit]:
    """The credit of a name on the line below such a label."""
    role = {"photo": CreditRole.PHOTO, "source-lead": CreditRole.ORIGINAL}.get(label)
    if role:
        name = words.strip(" .,|")
        start = at + words.find(name)
        detail = "the line above it says what it is"
        yield FoundCredit(start, start + len(name), role, canonical(name), None, detail)


def signed_credits(words: str, at: int) -> Iterator[FoundCredit]:
    """The credits of a line that signs a text; ``at`` is where it begins in the page's text."""
    parts = signed_parts(words)
    for number, part in enumerate(parts):
        served = number > 0 and parts[number - 1].kind is Kind.OUTLET and not _is_agency(part.name)
        if part.lead == "hand" or (served and words[part.start - 1] in "(/"):  # "Harbour Gazette (TNS)"
            continue
        if found := _credit(part):
            role, detail = found
            name = bylines.as_name(part.name) if part.kind is Kind.PERSON else canonical(bylines.as_title(part.name))
            yield FoundCredit(at + part.start, at + part.end, role, name, None, detail)
            if part.lead == "both" and role is CreditRole.AUTHOR:
                yield FoundCredit(at + part.start, at + part.end, CreditRole.PHOTO, name, None, detail)


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
    if _is_agency(part.name) or part.lead == "with":
        return CreditRole.AGENCY, "the byline names an agency"
    if part.lead == "source-lead":
        return CreditRole.REPUBLISHED_FROM, "the line says that the text is from there"
    return CreditRole.ORIGINAL, "the byline names the outlet that it was written for"


def _is_agency(name: str) -> bool:
    outlet = find_outlet(name)
    return outlet is not None and outlet.kind == "agency"
