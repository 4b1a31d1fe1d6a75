"""Draws mistakes of the attribution task, with the kind of each where it shows by itself.

    python evaluation/mistakes.py GOLD.jsonl PRED.jsonl [--seed 3] [--missed 40] [--alarms 30] [--inexact 30] [--text]

GOLD as in the development data, PRED as ``predict.py attribution`` writes it. Attributions are paired as the scorer
pairs them. *Missed*: gold without a pair that counts; *alarm*: a prediction whose cue is no gold cue;
*inexact*: a pair that counts by overlap only. Prints how often each kind occurs, then the drawn ones as a table of
document, offsets of the cue and kind; with ``--text`` also the words, for reading, which no file may keep.
"""

from __future__ import annotations

import argparse
import collections
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sayso.layers.attribution.cues import lexicon
from sayso.vocab import AttributionType

Row = dict[str, list[list[int]]]
Offsets = frozenset[int]

TRIM = set(" \t\n\r\u00a0\"'“”‘’«»,.;:—–-…()[]")
MARKS = re.compile("[\"“”«»]|''")
SAYING = {AttributionType.STATEMENT, AttributionType.QUESTION}


class Mistake(NamedTuple):
    """``group`` is missed, alarm or inexact; ``cue`` the cue's first and last offset."""

    group: str
    kind: str
    document: str
    cue: tuple[int, int]
    words: str


def offsets(spans: Sequence[Sequence[int]], text: str) -> Offsets:
    return frozenset(i for s, e in spans for i in range(s, e) if i < len(text) and not text[i].isspace())


def trimmed(held: Offsets, text: str) -> Offsets:
    kept = sorted(held)
    while kept and text[kept[0]] in TRIM:
        kept.pop(0)
    while kept and text[kept[-1]] in TRIM:
        kept.pop()
    return frozenset(kept)


def share(a: Offsets, b: Offsets) -> float:
    return len(a & b) / len(a | b) if a | b else 1.0


def paired(gold: Sequence[Row], said: Sequence[Row], text: str) -> dict[int, int]:
    """The prediction of each gold attribution that shares half of its content: the scorer's pairs, by places."""
    want = [(offsets(g["content"], text), offsets(g["source"], text)) for g in gold]
    have = [(offsets(p["content"], text), offsets(p["source"], text)) for p in said]
    ranked = sorted(
        (-share(g[0], p[0]), -share(g[1], p[1]), i, j)
        for i, g in enumerate(want)
        for j, p in enumerate(have)
        if g[0] & p[0]
    )
    pairs: dict[int, int] = {}
    for content, _, i, j in ranked:
        if content <= -0.5 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def words_of(row: Row, text: str) -> str:
    return " | ".join(" … ".join(text[s:e] for s, e in row[role]) for role in ("source", "cue", "content"))


def mistakes_of(document: str, text: str, gold: Sequence[Row], said: Sequence[Row]) -> Iterator[Mistake]:
    """Every mistake of one document, in text order of its group."""
    pairs = paired(gold, said, text)
    cues = [offsets(p["cue"], text) for p in said]
    golden = [offsets(g["cue"], text) for g in gold]
    for i, one in enumerate(gold):
        other = said[pairs[i]] if i in pairs else None
        kind, group = "", "missed"
        if other is not None and share(offsets(one["source"], text), offsets(other["source"], text)) >= 0.5:
            kind, group = inexact(one, other, text), "inexact"
        elif other is not None:
            kind = "content found, " + source_fault(one, other)
        else:
            near = next((said[j] for j, cue in enumerate(cues) if cue & golden[i]), None)
            kind = "cue found, " + content_fault(one, near, text) if near else "cue missed: " + sort_of(one, text)
        if kind:
            yield Mistake(group, kind, document, edges(one["cue"]), words_of(one, text))
    taken = set(pairs.values())
    held = frozenset().union(*(offsets(g["content"], text) for g in gold)) if gold else frozenset()
    for j, one in enumerate(said):
        if j not in taken and not any(cues[j] & g for g in golden):
            where = "inside a gold content, " if cues[j] and cues[j] <= held else ""
            yield Mistake("alarm", where + sort_of(one, text), document, edges(one["cue"]), words_of(one, text))


def edges(spans: Sequence[Sequence[int]]) -> tuple[int, int]:
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else (0, 0)


def inexact(one: Row, other: Row, text: str) -> str:
    """Which ends differ; nothing where source and content are the same."""
    faults = []
    for role in ("source", "content"):
        want, have = trimmed(offsets(one[role], text), text), trimmed(offsets(other[role], text), text)
        if want == have:
            continue
        if not want or not have:
            faults.append(f"{role} {'too many' if have else 'missing'}")
        else:
            ends = [n for n, a, b in (("begin", min(want), min(have)), ("end", max(want), max(have))) if a != b]
            faults.append(f"{role} {' and '.join(ends) or 'inner gap'}")
    return "; ".join(faults)


def source_fault(one: Row, other: Row) -> str:
    if not one["source"]:
        return "a source where there is none"
    return "another source" if other["source"] else "no source"


def content_fault(one: Row, near: Row, text: str) -> str:
    want, have = offsets(one["content"], text), offsets(near["content"], text)
    if not want & have:
        return "content elsewhere"
    return "content too long" if len(have) > len(want) else "content too short"


def sort_of(row: Row, text: str) -> str:
    """What sort of attribution it is: by its quotation marks, its cue and its source."""
    if MARKS.search(" ".join(text[s:e] for s, e in row["content"])):
        return "quotation"
    cue = " ".join(text[s:e] for s, e in row["cue"]).lower()
    if not any(c.isalpha() for c in cue):
        return "a mark for a cue" if cue else "no cue"
    entries = [e for e in map(entry, re.findall(r"[a-z]+", cue)) if e is not None]
    sort = "soft cue outside the lexicon"
    if any(e.type in SAYING and e.pos == "verb" for e in entries):
        sort = "verb of saying"
    elif entries:
        sort = "noun" if all(e.pos == "noun" for e in entries) else "soft cue"
    return sort + ("" if row["source"] else ", nobody named")


def entry(word: str) -> Any:
    """The lexicon's entry for a word in any form, by its likeliest bare forms."""
    forms = [word]
    for ending, put in (
        ("ies", "y"),
        ("ied", "y"),
        ("ing", ""),
        ("ing", "e"),
        ("ed", ""),
        ("ed", "e"),
        ("es", ""),
        ("s", ""),
    ):
        if word.endswith(ending):
            forms.append(word[: -len(ending)] + put)
    forms += [{"said": "say", "told": "tell", "says": "say", "thought": "think"}.get(word, word)]
    found = (lexicon().get((form, pos)) for pos in ("verb", "noun", "adverb") for form in forms)
    return next((e for e in found if e is not None), None)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("said", type=Path)
    parser.add_argument("--seed", type=int, default=3)
    for group, count in (("missed", 40), ("alarms", 30), ("inexact", 30)):
        parser.add_argument(f"--{group}", type=int, default=count)
    parser.add_argument("--text", action="store_true")
    asked = parser.parse_args(argv)
    said = {d["id"]: d["attributions"] for d in map(json.loads, asked.said.open(encoding="utf-8"))}
    found: list[Mistake] = []
    for line in asked.gold.open(encoding="utf-8"):
        d = json.loads(line)
        found += mistakes_of(d["id"], d["text"], d["attributions"], said.get(d["id"], []))
    counts = collections.Counter((m.group, m.kind) for m in found)
    for (group, kind), count in sorted(counts.items(), key=lambda item: (item[0][0], -item[1], item[0][1])):
        print(f"{count:5d}  {group}: {kind}")
    drawn = random.Random(asked.seed)
    for group, count in (("missed", asked.missed), ("alarm", asked.alarms), ("inexact", asked.inexact)):
        of_group = [m for m in found if m.group == group]
        for m in sorted(drawn.sample(of_group, min(count, len(of_group)))):
            print(
                f"| {m.document} | {m.cue[0]}–{m.cue[1]} | {m.group} | {m.kind} |"
                + (f" {m.words} |" if asked.text else "")
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
