"""Shared text, measured on copies that this script derives from real articles.

    python evaluation/derived.py [--data ../shared/data] [--articles 120] [--seed 8] [--one-publisher] [--misses]

Reads ``reuse/fakes.jsonl``, draws articles at random and derives from each one copy of every kind in KINDS; nothing
derived is kept. The negatives are topic-mates: for each drawn article, the articles most like it by their rare words
that have no five words in a row in common with it, each paired with the article and with its copies. Prints precision,
recall and F1 over the pairs (a pair that is neither is not judged), each kind's recall, and whether the marks are met.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import string
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from pathlib import Path
from typing import Any

from predict import prose

from sayso.documents.formats.objects import read_object
from sayso.relations.reuse.collator import find_reuse

Line = dict[str, Any]
Pair = tuple[str, str]

#: The marks: F1 over all pairs, recall of each kind, precision.
F1, RECALL, PRECISION = 0.97, 0.90, 0.99

#: Shortest article that copies are derived from, in words, and how many topic-mates each has.
SHORTEST, MATES = 90, 6

DAMAGED, SUBSTITUTED, SPLIT = 0.03, 0.12, 0.5

WORD = re.compile(r"\w+")

#: What a light rewriting puts for a word; words that are not here are swapped for another word of their length.
SYNONYMS = {
    "said": "stated",
    "killed": "slain",
    "attack": "assault",
    "fighters": "gunmen",
    "reported": "related",
    "also": "likewise",
    "people": "persons",
    "city": "town",
    "forces": "troops",
    "several": "some",
    "after": "following",
    "near": "close to",
    "according": "going",
    "least": "minimum",
    "group": "band",
    "area": "district",
}

INSERTED = (
    "The paper asked those concerned for a comment and had none when this edition went to print.",
    "More on this will follow on these pages as soon as it is known.",
    "Readers who were there are asked to write to the desk by the end of the week.",
    "A map of the district stood in our issue of last month.",
    "Nothing of this could be seen for ourselves, since the roads were closed all day.",
)


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", text)


def abridged(rng: random.Random, text: str, _other: str) -> str:
    """Its opening sentences, to a third of its words."""
    kept: list[str] = []
    for sentence in sentences(text):
        if kept and sum(len(s.split()) for s in (*kept, sentence)) > len(text.split()) / 3:
            break
        kept.append(sentence)
    words = " ".join(kept).split()
    return " ".join(words[: max(30, len(text.split()) // 3)])


def dropped(rng: random.Random, text: str, _other: str) -> str:
    """Without about two sentences in five, of which one at least."""
    whole = sentences(text)
    gone = set(rng.sample(range(len(whole)), max(1, round(0.4 * len(whole))))) if len(whole) > 1 else set()
    return " ".join(s for n, s in enumerate(whole) if n not in gone)


def inserted(rng: random.Random, text: str, _other: str) -> str:
    """With two sentences of its own; :func:`copies` gives every copy a headline of its own."""
    whole = sentences(text)
    for sentence in rng.sample(INSERTED, 2):
        whole.insert(rng.randint(0, len(whole)), sentence)
    return " ".join(whole)


def damaged(rng: random.Random, text: str, _other: str) -> str:
    """3 % of its characters replaced, dropped or doubled, as bad scans and typing do."""
    out = []
    for char in text:
        what = rng.random() / DAMAGED
        if what >= 1:
            out.append(char)
        elif what < 0.6:
            out.append(rng.choice(string.ascii_lowercase))
        elif what < 0.8:
            out.append(char + rng.choice(string.ascii_lowercase))
    return "".join(out)


def rewritten(rng: random.Random, text: str, _other: str) -> str:
    """An eighth of the words replaced, half of the sentences split at a comma or an “and”."""
    by_length: dict[int, list[str]] = {}
    for word in sorted(set(WORD.findall(text))):
        by_length.setdefault(len(word), []).append(word)

    def another(match: re.Match[str]) -> str:
        word = match.group()
        if rng.random() >= SUBSTITUTED:
            return word
        return SYNONYMS.get(word.casefold()) or rng.choice(by_length[len(word)])

    out = []
    for sentence in sentences(WORD.sub(another, text)):
        joints = [m for m in re.finditer(r",? and |, ", sentence) if 20 < m.start() < len(sentence) - 20]
        if joints and rng.random() < SPLIT:
            joint = rng.choice(joints)
            rest = sentence[joint.end() :]
            sentence = f"{sentence[: joint.start()]}. {rest[0].upper()}{rest[1:]}"
        out.append(sentence)
    return " ".join(out)


def blended(rng: random.Random, text: str, other: str) -> str:
    """Half the sentences of each of two texts, in turns."""
    halves = [whole[: max(1, (len(whole) + 1) // 2)] for whole in (sentences(text), sentences(other))]
    turns = max(map(len, halves))
    return " ".join(half[n] for n in range(turns) for half in halves if n < len(half))


KINDS: dict[str, Callable[[random.Random, str, str], str]] = {
    "abridged": abridged,
    "dropped": dropped,
    "inserted": inserted,
    "damaged": damaged,
    "rewritten": rewritten,
    "blended": blended,
}


def copies(drawn: Sequence[Line], rng: random.Random, one_publisher: bool) -> tuple[list[Line], dict[Pair, str]]:
    """The derived documents and the pairs to be found, each with its kind."""
    made: list[Line] = []
    gold: dict[Pair, str] = {}
    for number, article in enumerate(drawn):
        other = drawn[(number + 1) % len(drawn)]
        for kind, derive in KINDS.items():
            name = f"{article['id']}/{kind}"
            publisher = article.get("publisher") if one_publisher else f"Outlet {rng.randrange(40)}"
            headline = " ".join(rng.sample(article["text"].split()[:60], 7)).title()
            made.append(
                {
                    "id": name,
                    "title": headline,
                    "text": derive(rng, article["text"], other["text"]),
                    "publisher": publisher,
                    "published": "",
                }
            )
            gold[(article["id"], name)] = kind
            if kind == "blended":
                gold[(other["id"], name)] = kind
    return made, gold


def topic_mates(drawn: Sequence[Line], held: Sequence[Line]) -> list[Pair]:
    """For each drawn article those most like it by rare words, of those that share no five words in a row with it."""
    words = {a["id"]: [w.casefold() for w in WORD.findall(a["text"])] for a in held}
    shingles = {name: set(zip(*(all_[n:] for n in range(5)), strict=False)) for name, all_ in words.items()}
    counts = Counter(w for all_ in words.values() for w in set(all_))
    out = []
    for article in drawn:
        own = set(words[article["id"]])
        near = {
            name: sum(math.log(len(held) / counts[w]) for w in own & set(all_)) / math.sqrt(len(set(all_)))
            for name, all_ in words.items()
            if name != article["id"] and not shingles[name] & shingles[article["id"]]
        }
        out += [(article["id"], name) for name in sorted(near, key=lambda n: (-near[n], n))[:MATES]]
    return out


def reading(line: Line) -> Any:
    page = read_object(prose(line)).page
    if page is None:
        raise ValueError(f"{line['id']} could not be read")
    return page


def said_pairs(lines: Sequence[Line]) -> set[Pair]:
    pages = [reading(line) for line in lines]
    label = {p.document.id: p.document.label or "" for p in pages}
    rows = find_reuse([p.document for p in pages], [b for p in pages for b in p.blocks])
    return {_pair(label[r.left.document_id], label[r.right.document_id]) for r in rows}


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a <= b else (b, a)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--one-publisher", action="store_true", help="the copies are of their article's publisher")
    parser.add_argument("--misses", action="store_true", help="name the pairs that are missed or wrong")
    asked = parser.parse_args(argv)
    source = asked.data / "reuse" / "fakes.jsonl"
    if not source.is_file():
        print(f"the development data are not at {asked.data}: nothing is scored")
        return 0
    held = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    rng = random.Random(asked.seed)
    long = sorted((a for a in held if len(a["text"].split()) >= SHORTEST), key=lambda a: a["id"])
    drawn = rng.sample(long, min(asked.articles, len(long)))
    made, kinds = copies(drawn, rng, asked.one_publisher)
    gold = {_pair(*pair): kind for pair, kind in kinds.items()}
    mates = topic_mates(drawn, held)
    others = {_pair(f"{a}/{kind}", b) for a, b in mates for kind in KINDS if kind != "blended"}
    negatives = ({_pair(*pair) for pair in mates} | others) - gold.keys()
    started = time.process_time()
    said = said_pairs([*held, *made])
    took = time.process_time() - started
    print(f"{len(held) + len(made)} documents, {len(gold)} pairs, {len(negatives)} negatives; {took:.1f} CPU seconds")
    met = print_figures(said, gold, negatives)
    if asked.misses:
        for pair in sorted(gold.keys() - said):
            print("missed", gold[pair], *pair)
        for pair in sorted(said & negatives):
            print("wrong", *pair)
    print("marks met" if met else "MARKS MISSED")
    return 0 if met else 1


def print_figures(said: Set[Pair], gold: Mapping[Pair, str], negatives: Set[Pair]) -> bool:
    """Prints precision and recall of all pairs, then the recall of each kind; whether all marks are met."""
    right, wrong = said & gold.keys(), said & negatives
    precision, recall = len(right) / max(1, len(right) + len(wrong)), len(right) / len(gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{'all':<10} P {precision:.4f} R {recall:.4f} F1 {f1:.4f}")
    met = f1 >= F1 and precision >= PRECISION
    for kind in KINDS:
        pairs = {pair for pair, its in gold.items() if its == kind}
        found = len(pairs & said) / len(pairs)
        met = met and found >= RECALL
        print(f"{kind:<10} R {found:.4f} (n {len(pairs)})")
    return met


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
