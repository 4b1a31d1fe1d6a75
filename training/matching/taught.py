"""Trains the encoder that says how near two claims are, and writes what Sayso ships.

    python training/matching/taught.py --data FOLDER [--teacher FILE]
    python training/matching/train.py --data FOLDER
    python training/matching/weighed.py --data FOLDER
    python training/manifest.py

A larger encoder learns from invented stories what is one claim, from all but those of the first fold of the parts that
trees learn from. Ours then learns from it what it says of sentences of news, and never sees a sentence of the stories.
Some half an hour of two quiet cores with bfloat16 in hardware.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from contrast import corrected, learnt
from data import read_stories
from encoder import DEVICE, bare, directions, write_encoder
from imitation import imitated
from larger import Larger
from news import read_judged, read_learnt, read_news
from sentences import matters_of_news
from train import HERE, MODELS, PARTS, folds_of

from sayso.relations.words.meanings import FILE, WHOLE, Passage

#: So many of the larger encoder's twelve layers stay as they are.
FROZEN = 6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the news articles")
    parser.add_argument("--cache", type=Path, help="a folder that keeps what was found on each article of news")
    parser.add_argument("--teacher", type=Path, help="keeps the weights of the larger encoder")
    asked = parser.parse_args()
    larger = teacher(asked.teacher, asked.data, asked.cache)
    matters = matters_of_news(asked.data)
    texts = sorted({text for matter in matters for text in matter})
    numbers = {text: number for number, text in enumerate(texts)}
    print(f"{len(texts)} texts of {len(matters)} matters", flush=True)
    encoder = imitated([[numbers[t] for t in matter] for matter in matters], texts, said_of(larger, texts))
    write_encoder(encoder, MODELS / FILE)


def said_of(larger: Larger, texts: Sequence[Passage]) -> np.ndarray:
    """Which way the larger encoder has each text point: midway between where it points in its sentence and alone."""
    parts = [number for number, text in enumerate(texts) if bare(text) != text]
    inside = directions(larger, texts)
    both = 2 * inside
    both[parts] = inside[parts] + directions(larger, [bare(texts[number]) for number in parts])
    midway: np.ndarray = both / np.linalg.norm(both, axis=1, keepdims=True)
    return midway


def teacher(kept: Path | None, data: Path, cache: Path | None) -> Larger:
    """The larger encoder, trained on the stories and the judged pairs of news that it may see, or as it was kept."""
    larger = Larger(WHOLE, FROZEN).to(DEVICE)
    if kept is not None and kept.exists():
        larger.load_state_dict(torch.load(kept, map_location=DEVICE))
        return larger
    learned = read_stories(HERE, PARTS)
    unseen = {story.name for story, fold in zip(learned, folds_of(len(learned)), strict=True) if fold == 0}
    stories = [story for story in read_stories(HERE) if story.name not in unseen]
    judged = read_judged(HERE / "news.tsv")
    pairs = list(read_learnt(judged, read_news(judged, data, cache)))
    larger = corrected(learnt(larger, stories), stories, pairs)
    if kept is not None:
        torch.save(larger.state_dict(), kept)
    return larger


if __name__ == "__main__":
    main()
