"""Holds what Sayso reads in single passages against what a careful reader takes from them.

    python evaluation/readings.py [--half seen] [--misses NAME …]

Reads ``tests/readings/seen`` and ``tests/readings/aside``, whose README says how they are written. Every passage is a
document of its own. Prints for both halves how many of the reader's claims Sayso makes, and of those how many have the
slot, the figures, who, whom, the place, the mode and the source that the reader gives; how many are right in all of
it; and how many claims Sayso makes of words that the reader took nothing from. ``--misses`` shows what went wrong in
the files of that name that may be seen.
"""

from __future__ import annotations

import argparse
import collections
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sayso import annotate
from sayso.documents.formats.objects import read_object
from sayso.spans import text_of
from sayso.types import Attribution, Claim
from sayso.vocab import Modality, Polarity

READINGS = Path(__file__).parent.parent / "tests" / "readings"
HALVES = ("seen", "aside")
WHEN = "2024-05-15"
WORD = re.compile(r"\w+")
#: Half of the reader's words, or half of the claim's own, must be the other's.
SHARED = 0.5
#: Values of a claim that say who acts or is concerned, to whom, and where.
WHO = ("agent", "holder", "loser", "of", "party", "thing", "supporter", "accuser", "participants", "words")
WHOM = ("target", "supported", "act", "of", "thing", "loser", "with", "place", "participants", "words")
PLACE = ("place", "from", "to", "scenery")
EMPTY = frozenset({"the", "a", "an", "of", "in", "and", "at", "by", "for", "to", "on", "its", "his", "her", "their"})


class Wanted(NamedTuple):
    """What the reader takes from some words of a passage: ``slots`` that will do, and what is asked of the claim."""

    words: str
    slots: tuple[str, ...]
    asked: Mapping[str, str]


class Passage(NamedTuple):
    """A passage as a page would hold it: a headline or "", its text, the reader's claims, and words that make none."""

    name: str
    title: str
    text: str
    wanted: tuple[Wanted, ...]
    without: tuple[str, ...]


class Made(NamedTuple):
    """A claim of Sayso's with its words, its attribution, and where its words stand."""

    claim: Claim
    by: Attribution | None
    places: frozenset[int]


def read_passages(path: Path) -> Iterator[Passage]:
    """The passages of a file. Raises ValueError for a line of no known kind, or for words that a passage hasn't."""
    for block in re.split(r"\n\s*\n", path.read_text("utf-8")):
        lines = [line for line in block.splitlines() if line.strip() and not line.startswith("# ")]
        if lines:
            yield _passage(lines)


def _passage(lines: Sequence[str]) -> Passage:
    name, title = "", ""
    paragraphs: list[str] = []
    wanted: list[Wanted] = []
    without: list[str] = []
    for line in lines:
        mark, _, rest = line.partition(" ")
        if mark == "##":
            name = rest.strip()
        elif mark == ">H":
            title = rest.strip()
        elif mark == ">":
            paragraphs.append(rest.strip())
        elif mark == "=":
            wanted.append(_wanted(rest))
        elif mark == "-":
            without.append(rest.split(" | ")[0].strip())
        else:
            raise ValueError(f"neither passage nor claim: {line}")
    text = "\n\n".join([title, *paragraphs] if title else paragraphs)
    for words in (*(w.words for w in wanted), *without):
        if words not in text:
            raise ValueError(f"{name}: not in the passage: {words}")
    return Passage(name, title, text, tuple(wanted), tuple(without))


def _wanted(line: str) -> Wanted:
    words, slots, *rest = [part.strip() for part in line.split(" | ")]
    pairs = (part.partition("=") for part in ";".join(rest).split(";") if part.strip())
    return Wanted(words, tuple(s.strip() for s in slots.split("/")), {k.strip(): v.strip() for k, _, v in pairs})


def made_of(passage: Passage) -> tuple[str, list[Made]]:
    """The text of a passage as Sayso holds it, and the claims that it makes of it."""
    thing: dict[str, object] = {"id": "reading", "publisher": "Post", "published": WHEN, "text": passage.text}
    thing |= {"title": passage.title} if passage.title else {"prose": True}
    page = read_object(thing).page
    if page is None:
        raise ValueError(f"{passage.name}: no page")
    rows = annotate(page)
    by = {a.id: a for a in rows.attributions}
    text = page.document.text
    return text, [Made(c, by.get(c.attribution_id or ""), _tokens(text, c)) for c in rows.claims]


def _tokens(text: str, claim: Claim) -> frozenset[int]:
    return frozenset(m.start() + s.start for s in claim.content for m in WORD.finditer(text[s.start : s.end]))


def _stands(text: str, words: str) -> frozenset[int]:
    at = text.find(words)
    return frozenset(m.start() + at for m in WORD.finditer(words)) if at >= 0 else frozenset()


def _shared(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def paired(text: str, wanted: Sequence[Wanted], made: Sequence[Made]) -> dict[int, Made]:
    """Each of the reader's claims with one of Sayso's of about the same words: those of its slot and figures first."""
    scored = []
    for i, want in enumerate(wanted):
        stands = _stands(text, want.words)
        for j, each in enumerate(made):
            shared = _shared(stands, each.places)
            if shared >= SHARED:
                alike = sum(answers(want, each, text).values())
                whole = len(stands & each.places) / len(stands | each.places)
                scored.append((each.claim.slot.value in want.slots, alike, shared, whole, -i, -j))
    out: dict[int, Made] = {}
    used: set[int] = set()
    for *_, i, j in sorted(scored, reverse=True):
        if -i not in out and -j not in used:
            out[-i] = made[-j]
            used.add(-j)
    return out


def answers(want: Wanted, made: Made, text: str) -> dict[str, bool]:
    """For each thing that the reader says of a claim whether Sayso's claim has it."""
    held = dict(made.claim.values)
    out = {"slot": made.claim.slot.value in want.slots}
    if {"low", "high"} & want.asked.keys():
        out["figures"] = all(_figure(held.get(k)) == _figure(want.asked.get(k)) for k in ("low", "high"))
    if "effect" in want.asked and want.asked["effect"] != "other":
        out["effect"] = want.asked["effect"] == held.get("effect")
    for key, names in (("who", WHO), ("whom", WHOM), ("place", PLACE)):
        if key in want.asked:
            out[key] = _named(want.asked[key], (held.get(n) for n in names))
    out["mode"] = _mode(made.claim) == want.asked.get("mode", "fact").replace("denied", "not")
    out["source"] = _source(want.asked.get("source", "outlet"), made, text)
    if "through" in want.asked:
        out["through"] = _named(want.asked["through"], made.claim.chain)
    return out


def _figure(value: object) -> float | None:
    if value is None or value == "":
        return None
    return float(str(value).replace(",", ""))


def _mode(claim: Claim) -> str:
    if claim.polarity is Polarity.NEGATIVE or claim.modality is Modality.DENIED:
        return "not"
    return claim.modality.value


def _stems(words: str) -> set[str]:
    """The words without their endings, in lower case: enough to tell whether one thing is meant."""
    return {w.lower()[: max(3, min(6, len(w) - 2))] for w in WORD.findall(words) if w.lower() not in EMPTY}


def _named(words: str, values: Iterable[object]) -> bool:
    each = (v for value in values if value is not None for v in (value if isinstance(value, tuple) else (value,)))
    held = {stem for value in each for stem in _stems(str(value))}
    return any(a.startswith(b) or b.startswith(a) for a in held for b in _stems(words))


def _source(words: str, made: Made, text: str) -> bool:
    if words == "outlet":
        return made.by is None
    if made.by is None:
        return False
    spans = " ".join(text[s.start : s.end] for s in made.by.source)
    return _named(words, (spans, *made.claim.chain[-1:]))


class Tally:
    """Counts over some passages: of each thing asked how often it is right, among the claims that are made at all."""

    def __init__(self) -> None:
        self.right: collections.Counter[str] = collections.Counter()
        self.asked: collections.Counter[str] = collections.Counter()

    def add(self, passage: Passage, missed: list[str] | None = None) -> None:
        text, made = made_of(passage)
        pairs = paired(text, passage.wanted, made)
        for i, want in enumerate(passage.wanted):
            self._count("made", i in pairs)
            said = answers(want, pairs[i], text) if i in pairs else {}
            for key, right in said.items():
                self._count(key, right)
            self._count("all of it", bool(said) and all(said.values()))
            wrong = ", ".join(k for k, right in said.items() if not right) if said else "none made"
            if missed is not None and wrong:
                missed.append(_shown(passage, want, wrong, pairs.get(i), text))
        spoken = [_stands(text, w.words) for w in passage.wanted]
        nothing = [_stands(text, words) for words in passage.without]
        used = {id(m) for m in pairs.values()}
        for each in made:
            if id(each) in used:
                continue
            outside = max((_shared(s, each.places) for s in spoken), default=0.0) < SHARED
            kind = "of nothing" if any(_shared(n, each.places) >= SHARED for n in nothing) else "beside"
            if outside:
                self.asked[kind] += 1
                if missed is not None:
                    missed.append(f"  {passage.name}: {kind}\n      made: {_told(each, text)}")
        self.asked["claims made"] += len(made)
        self.asked["words without a claim"] += len(passage.without)

    def join(self, other: Tally) -> None:
        """Adds the counts of another tally."""
        self.right.update(other.right)
        self.asked.update(other.asked)

    def _count(self, key: str, right: bool) -> None:
        self.asked[key] += 1
        self.right[key] += right


def _told(made: Made, text: str) -> str:
    words = text_of(text, made.claim.content)
    by = " ".join(text[s.start : s.end] for s in made.by.source) if made.by else "outlet"
    values = " ".join(f"{k}={v}" for k, v in made.claim.values)
    return f"[{words}] {made.claim.slot.value} {_mode(made.claim)} {values} source={by} chain={made.claim.chain}"


def _shown(passage: Passage, want: Wanted, wrong: str, made: Made | None, text: str) -> str:
    asked = "; ".join(f"{k}={v}" for k, v in want.asked.items())
    lines = [f"  {passage.name}: {wrong}", f"      {want.words} | {'/'.join(want.slots)} | {asked}"]
    return "\n".join([*lines, f"      made: {_told(made, text)}"] if made else lines)


def halves(names: Sequence[str] = ()) -> Iterator[tuple[str, Path]]:
    """Each file of readings with its half; with names, only those of that name."""
    for half in HALVES:
        for path in sorted((READINGS / half).glob("*.txt")):
            if not names or path.stem in names:
                yield half, path


def _print(title: str, tally: Tally) -> None:
    print(f"== {title}")
    order = ["made", "slot", "effect", "figures", "who", "whom", "place", "mode", "source", "through", "all of it"]
    for key in (k for k in order if tally.asked[k]):
        print(f"  {key:12} {tally.right[key]:5} of {tally.asked[key]:5}  {tally.right[key] / tally.asked[key]:.3f}")
    print(f"  claims beside the reader's {tally.asked['beside']} of {tally.asked['claims made']} made; ", end="")
    print(f"of words that make none {tally.asked['of nothing']} ({tally.asked['words without a claim']} such words)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES, help="only this half")
    parser.add_argument("--misses", nargs="+", default=[], metavar="NAME", help="show what went wrong in seen files")
    options = parser.parse_args()
    chosen = options.misses
    totals = {half: Tally() for half in HALVES}
    for half, path in halves(chosen):
        if half != (options.half or half):
            continue
        missed: list[str] | None = [] if chosen and half == "seen" else None
        tally = Tally()
        for passage in read_passages(path):
            tally.add(passage, missed)
        totals[half].join(tally)
        _print(f"{half}/{path.stem}", tally)
        print("\n".join(missed or ()))
    for half, total in totals.items():
        if total.asked["made"]:
            _print(half, total)


if __name__ == "__main__":
    main()
