"""Who signs a page, by its lines and by what its markup states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.documents.credits.bylinenames import byline_names
from sayso.documents.credits.bylines import DESK, LABEL_ALONE, as_name, byline_of
from sayso.documents.credits.given import begins_with_given
from sayso.documents.credits.lineparts import is_of_office
from sayso.documents.credits.parts import Kind
from sayso.documents.credits.pictures import is_photo_credit
from sayso.documents.credits.signed import signed_parts
from sayso.documents.credits.sites import DOMAIN, sounds_like_outlet
from sayso.documents.page import Metadata, ZonedRange
from sayso.outlets import find_outlet
from sayso.vocab import Zone

#: "By Reuters Staff" is shown as it stands.
STAFF_ALONE = re.compile(r"^(?:by\s+)?(?P<name>(?:[A-Z][\w’'-]*\s){1,3}(?:Staff|staff|team|Team))$", re.IGNORECASE)


def read_byline(text: str, ranges: Sequence[ZonedRange], metadata: Metadata | None) -> str | None:
    """Who signs the text: as a line says that leads up to the names, or names a known given name, an office, a desk;
    else as the markup says; else as any line does."""
    stated = _stated_byline(metadata)
    sure: str | None = None
    loose: str | None = None
    first = next((r.start for r in ranges if r.zone is Zone.BODY), len(text))
    for start, end, zone in ranges:
        line = " ".join(text[start:end].split()) if zone is Zone.BYLINE else ""
        if not line or LABEL_ALONE.match(line):
            continue
        if line.lower().startswith("report "):
            return line
        if staff := STAFF_ALONE.match(line):
            return staff["name"]
        if names := _signing(line):
            led = byline_of(line) is not None and start < first  # more than a name that stands above it
            if (led or not sure) and (_is_sure(line, names) or stated == _listed(names)):
                sure = _listed(names)
            if led:
                break
            loose = loose or _listed(names)
    return _whole(sure, stated) if sure else stated or loose


def _whole(shown: str, stated: str | None) -> str:
    """The names of a line that signs; those that the markup states where the line has only some of them, or another
    word behind one."""
    more = stated is not None and f"{stated}, ".startswith(f"{shown}, ")
    less = stated is not None and " " in stated and shown.startswith(f"{stated} ")  # no given name alone
    return stated if stated and (more or less) else shown


def _signing(line: str) -> list[str]:
    """The people that a line signs for, or else its outlets and desks."""
    names = [name for name in byline_names(line) if not is_of_office(line, name)]
    if parts := signed_parts(line):  # "Redazione ANSA KEMBRA"
        told = {part.name for part in parts if part.kind in (Kind.PERSON, Kind.HOUSE, Kind.OUTLET)}
        names = [name for name in names if name in told or find_outlet(name) or DESK.match(name)]
        names = names or [part.name for part in parts if part.kind is Kind.PERSON and part.lead in ("by", "both")]
    people = [
        as_name(name) for n, name in enumerate(names) if not find_outlet(name) and not (n and sounds_like_outlet(name))
    ]
    return list(dict.fromkeys(people or names))


def _is_sure(line: str, names: Sequence[str]) -> bool:
    """Whether a line that signs is no heading or section in the place of one."""
    return bool(byline_of(line) or signed_parts(line)) or any(
        begins_with_given(name) or find_outlet(name) or DESK.match(name) for name in names
    )


def _stated_byline(metadata: Metadata | None) -> str | None:
    """Who signs the text as the markup says, without outlets: ``Ada Bell, Reuters``."""
    if not metadata or not metadata.byline:
        return None
    names = byline_names(metadata.byline)
    if (names and all(map(DOMAIN.match, names))) or is_photo_credit(metadata.byline):
        return None  # the site, as "Par harbour.example"; who took the picture
    if not any(map(find_outlet, names)):
        return metadata.byline
    return _listed([as_name(name) for name in names if not find_outlet(name)]) or None


def _listed(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
