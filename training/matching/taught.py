"""Trains encoders that learn from a larger one as well, in the place of those that ``train.py`` would train.

    python training/matching/taught.py --data FOLDER --encoders FOLDER [--parts 18] [--cache FOLDER] [--teacher FILE]
    python training/matching/train.py --data FOLDER --encoders FOLDER ...

The larger encoder learns from the stories as ours does, all but those of the first fold, and then says how near the
claims of articles of one matter are to each other, which nobody labelled. Ours learns that beside its stories. An
encoder of each fold, and one of all, go into a folder in which ``train.py`` finds them; no encoder of a fold sees a
sentence of its stories, but the larger one saw those of all folds but the first. Decision 0022 says what this gave.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from articles import annotated_row
from data import Told, read_stories
from encoder import DEVICE, Taught, learnt, text_of, trained, write_encoder
from larger import Larger, directions
from train import FOLDS, HERE, folds_of

from sayso.relations.words.meanings import LONGEST, plain

#: Files of articles in the folder of the data. Of each so many articles are drawn.
FILES = ("stories/ecbplus_train.jsonl", "stories/basil.jsonl", "reuse/fakes.jsonl")
ARTICLES = 250
#: So many claims of a matter are learnt at once; of fewer than FEW little can be learnt. Claims of MOST words are read.
CLAIMS, FEW, MOST = 40, 12, 40
#: So many of the larger encoder's twelve layers stay as they are, and its rate of learning.
FROZEN, RATE = 6, 6e-5
SEED = 7


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the news articles")
    parser.add_argument("--encoders", type=Path, required=True, help="the folder that the encoders go to")
    parser.add_argument("--parts", type=int, default=18, help="learn the families up to this part; others unlabelled")
    parser.add_argument("--cache", type=Path, help="a folder that keeps what was found on each article")
    parser.add_argument("--teacher", type=Path, help="keeps the weights of the larger encoder")
    asked = parser.parse_args()
    stories = read_stories(HERE, asked.parts)
    folds, names = folds_of(len(stories)), {story.name for story in stories}
    unlabelled = [told(story) for story in read_stories(HERE) if story.name not in names]
    matters = claims_of(asked.data, asked.cache) + unlabelled
    larger = teacher([s for n, s in enumerate(stories) if folds[n] != 0], asked.teacher)
    taught = teach(larger, [matter for matter in matters if len(matter) >= FEW])
    print(json.dumps({"matters": len(taught), "texts": sum(len(matter.texts) for matter in taught)}), flush=True)
    asked.encoders.mkdir(parents=True, exist_ok=True)
    for fold in (None, *range(FOLDS)):
        file = asked.encoders / f"{'all' if fold is None else fold}.onnx"
        if not file.exists():
            encoder = trained([s for n, s in enumerate(stories) if folds[n] != fold], taught)
            write_encoder(encoder, file)


def teacher(stories: Sequence[Told], kept: Path | None) -> Larger:
    """The larger encoder, trained on some stories, or as it was kept."""
    larger = Larger(LONGEST, FROZEN).to(DEVICE)
    if kept is not None and kept.exists():
        larger.load_state_dict(torch.load(kept, map_location=DEVICE))
        return larger
    larger = learnt(larger, stories, RATE)
    if kept is not None:
        torch.save(larger.state_dict(), kept)
    return larger


def claims_of(data: Path, cache: Path | None) -> list[list[str]]:
    """The claims of each matter of news, in their words: of articles that the file puts into one cluster, or of one
    month."""
    out: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in FILES:
        rows = [json.loads(line) for line in (data / name).read_text("utf-8").splitlines()]
        for row in random.Random(SEED).sample(rows, min(ARTICLES, len(rows))):
            out[name, str(row.get("cluster") or row["published"][:7])] |= _claims(row, cache)
    return [sorted(texts) for texts in out.values()]


def _claims(row: Mapping[str, object], cache: Path | None) -> set[str]:
    page = annotated_row(row, cache)
    if page is None:
        return set()
    found = (" ".join(page.document.text[s.start : s.end] for s in c.content) for c in page.claims)
    return {plain(text) for text in found if 3 < len(text.split()) <= MOST}


def told(story: Told) -> list[str]:
    """The accounts of a story, in their words, whatever they are labelled."""
    return sorted({text_of(account) for account in story.accounts})


def teach(larger: Larger, matters: Sequence[Sequence[str]]) -> list[Taught]:
    """Some claims of each matter, and what the larger encoder says of them."""
    chance = random.Random(SEED)
    drawn = [chance.sample(matter, min(CLAIMS, len(matter))) for matter in matters]
    found = directions(larger, [text for matter in drawn for text in matter])
    out, at = [], 0
    for matter in drawn:
        out.append(Taught(matter, found[at : at + len(matter)]))
        at += len(matter)
    return out


if __name__ == "__main__":
    main()
