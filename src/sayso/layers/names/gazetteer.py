"""Places by name: 270,000 towns, regions and countries in one memory-mapped file.

``training/gazetteer/build.py`` writes the file and describes where it comes from. It holds a sorted table of 64-bit
hashes of spellings, each with the place it stands for, a table of places, and a blob of names; nothing of it is read
until a name is looked up, and a look-up touches a few pages.

A name is found by its spelling with case, diacritics, stops and hyphens left out (:func:`fold`). A name that is not
found so is tried by its sound (:func:`sounded`): without the Arabic article, with vowels and consonants of the
usual transliterations merged, so that ``Deir ez-Zor``, ``Deyr ez Zor`` and ``Dayr az-Zawr`` are one place. Only
names of countries whose script is transliterated have such an entry.
"""

from __future__ import annotations

import functools
import hashlib
import math
import mmap
import struct
from bisect import bisect_left
from pathlib import Path
from typing import NamedTuple

from sayso import assets
from sayso.spelling import fold, sounded

ASSET = "gazetteer.bin"
MAGIC = b"SAYSOGZ1"
HEADER = struct.Struct("<8sIIII")  # magic, places, spellings, bytes of names, reserved
RECORD = struct.Struct("<IffIIH2sBB")  # id, latitude, longitude, population, name at, admin1, country, kind, flags
NO_REGION = 0xFFFF
OWN, CAPITAL = 1, 2  # flags
ALTERNATE = 0x80000000  # the spelling is not the place's main name


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


KINDS = ("country", "region", "county", "city", "area", "site")

#: Words that say what sort of region a name is of; ``Homs Province`` is looked up as a region called Homs.
REGION_WORDS = words(
    "province provence governorate region state oblast voblast krai county district prefecture department canton "
    "municipality territory republic parish shire emirate muhafazah wilaya vilayet raion rayon"
)
#: Words before a name that say where in it, or how much of it; looked up without them.
PARTS = words(
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern "
    "northwestern southeastern southwestern central downtown greater upper lower inner outer rural mainland"
)


class Place(NamedTuple):
    """A place of the gazetteer. ``id`` is the GeoNames id in decimal, or ``sayso:`` and a name for one of our own list;
    coordinates are WGS 84 degrees; ``country`` is ISO 3166-1 alpha-2, "" for a place in several; ``admin1`` the name of
    the first-order region, "" where unknown; ``kind`` one of :data:`KINDS`; ``primary`` whether it was found by
    its main name rather than by another or by its sound."""

    id: str
    name: str
    latitude: float
    longitude: float
    country: str
    admin1: str
    population: int
    kind: str
    primary: bool = True
    capital: bool = False  # of its country


def key(spelling: str) -> int:
    """The 64-bit hash under which a spelling is filed."""
    return int.from_bytes(hashlib.blake2b(spelling.encode(), digest_size=8).digest(), "little")


class _File:
    """The opened file. Places and spellings are read from the map as they are asked for."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as handle:
            self.map = mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ)
        magic, places, spellings, _, _ = HEADER.unpack_from(self.map)
        if magic != MAGIC:
            raise assets.AssetError(
                f"{ASSET} is not a gazetteer of this version; rebuild it with training/gazetteer/build.py"
            )
        view = memoryview(self.map)
        at = HEADER.size
        self.keys = view[at : at + 8 * spellings].cast("Q")
        at += 8 * spellings
        self.targets = view[at : at + 4 * spellings].cast("I")
        self.records_at = at + 4 * spellings
        self.names_at = self.records_at + RECORD.size * places

    def name(self, at: int) -> str:
        start = self.names_at + at
        return self.map[start : self.map.find(b"\0", start)].decode()

    def place(self, target: int) -> Place:
        at = self.records_at + RECORD.size * (target & ~ALTERNATE)
        number, lat, lon, population, name_at, admin1, country, kind, flags = RECORD.unpack_from(self.map, at)
        name = self.name(name_at)
        region = ""
        if admin1 != NO_REGION:
            region = self.name(RECORD.unpack_from(self.map, self.records_at + RECORD.size * admin1)[4])
        return Place(
            f"sayso:{fold(name).replace(' ', '-')}" if flags & OWN else str(number),
            name,
            round(lat, 5),
            round(lon, 5),
            country.decode().strip("\0"),
            region,
            population,
            KINDS[kind],
            not target & ALTERNATE,
            bool(flags & CAPITAL),
        )

    def find(self, spelling: str) -> list[int]:
        """The targets filed under a spelling."""
        wanted = key(spelling)
        at = bisect_left(self.keys, wanted)
        out = []
        while at < len(self.keys) and self.keys[at] == wanted:
            out.append(self.targets[at])
            at += 1
        return out


@functools.cache
def _file() -> _File:
    return _File(assets.path(ASSET))


def _targets(name: str) -> list[int]:
    """The targets of a name: as written (abbreviations), by its spelling, then by its sound."""
    file = _file()
    found = file.find("=" + name)
    if found:
        return found
    folded = fold(name)
    if not folded or (len(folded) < 4 and name.isupper()):
        return []  # three capitals are an abbreviation, and those are filed as written
    found = file.find(folded)
    if found:
        return found
    sound = sounded(folded)
    return [target | ALTERNATE for target in file.find("~" + sound)] if sound else []


@functools.lru_cache(maxsize=8192)
def _look_up(name: str) -> tuple[Place, ...]:
    found = _places(name)
    if found:
        return found
    parts = name.split()
    if len(parts) > 1 and fold(parts[-1]) in REGION_WORDS:
        inner = _places(" ".join(parts[:-1]))
        regions = tuple(p for p in inner if p.kind in ("region", "county"))
        return regions or (() if fold(parts[-1]) in ("county", "parish") else inner)
    if len(parts) > 2 and parts[1].lower() == "of" and fold(parts[0]) in REGION_WORDS | {"city", "town", "village"}:
        return _places(" ".join(parts[2:]))
    if len(parts) > 1 and fold(parts[0].split("-")[0]) in PARTS:
        return _look_up(" ".join(parts[1:]))
    return ()


def _places(name: str) -> tuple[Place, ...]:
    file = _file()
    found = {}
    for target in _targets(name):
        place = file.place(target)
        if place.id not in found or place.primary:
            found[place.id] = place
    rank = {"country": 0, "region": 1, "area": 2}
    return tuple(
        sorted(found.values(), key=lambda p: (not p.primary, rank.get(p.kind, 3), -p.population, p.country, p.id))
    )


def look_up(name: str) -> list[Place]:
    """The places that a name may stand for: those of that main name first, then countries, regions, the populous.

    ``Homs Province`` gives the region, ``northern Raqqa`` what ``Raqqa`` gives, ``Ala.`` (with its stop) the state.
    """
    return list(_look_up(name[:200]))


def knows(name: str) -> bool:
    """Whether some place is called that. Many places bear the names of people and of ordinary words: this is
    evidence, no proof; :func:`prominence` says how strong."""
    return bool(_targets(name[:200]))


def is_main_name(name: str) -> bool:
    """Whether a place's main name is written so, no word of it left out."""
    return any(place.primary and fold(place.name) == fold(name) for place in _look_up(name[:200]))


def prominence(name: str) -> float:
    """How well known a place of that name is, from 0 (none) to 1 (a country, a metropolis).

    The logarithm of the largest population among the places of that main name, 10 million being 1; countries and
    first-order regions at least 0.8; half of it where the name is only another name of theirs.
    """
    best = 0.0
    for place in _look_up(name[:200]):
        value = min(1.0, math.log10(max(place.population, 10)) / 7)
        if place.kind in ("country", "region", "area"):
            value = max(value, 0.8)
        best = max(best, value if place.primary or place.kind == "country" else value / 2)
    return best


@functools.lru_cache(maxsize=8192)
def state(abbreviation: str, postal: bool = False) -> Place | None:
    """The state of the USA or province of Canada that an abbreviation stands for as written (``Calif.``, ``B.C.``);
    with ``postal`` also ``CA``."""
    found = _file().find("=" + abbreviation) or (_file().find("#" + abbreviation) if postal else [])
    places = [_file().place(t) for t in found]
    return next((p for p in places if p.kind == "region"), None)


def country(code: str) -> Place | None:
    """The country of an ISO 3166-1 alpha-2 code."""
    found = _file().find("@" + code.upper())
    return _file().place(found[0]) if found else None


def distance(a: Place, b: Place) -> float:
    """Kilometres along the great circle."""
    return distance_between(a.latitude, a.longitude, b.latitude, b.longitude)


def distance_between(latitude: float, longitude: float, latitude2: float, longitude2: float) -> float:
    """Kilometres along the great circle between two points in degrees."""
    a, b = math.radians(latitude), math.radians(latitude2)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(longitude2 - longitude) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))
