"""Trains the span tagger on PolNeAR and writes what Sayso ships.

    python training/tagger/train.py --data ../shared/data/attribution --eval ../shared/eval/score_attribution.py

``requirements.txt`` beside this file says what to install. Training goes in cycles; in each the learning rate falls to
nothing over ``--minutes`` of wall-clock time on one thread. ``--steps`` replaces the clock by steps a cycle,
to repeat a run; ``--from-cycle`` goes on from the checkpoint of the cycle before. What is shipped is the mean of the
weights at the ends of the cycles. At the end the figures on the training documents kept back are printed, and what the
run was made with and what it cost.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from data import IGNORED, Example, batches, digest, kept_back, read_documents, read_examples, splitter
from export import write_models
from model import Tagger, base_folder, load_base
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from tune import print_figures, read_kept_back, score_files

from sayso.layers.attribution.windows import CLOSING

REPOSITORY = Path(__file__).resolve().parents[2]
MOST_CUES = 40  # cues of one batch that the role head reads
WARM_UP = 60  # steps
BLANKED = 0.05  # share of sub-tokens
MASK = 103
RATES = {"encoder": 2e-4, "heads": 1e-3}
PEAKS = (1.0, 0.6)  # what the rates of each cycle are multiplied by


def tensors(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, mask and tag labels of a batch, each of shape (windows, longest)."""
    length = max(len(e.window.ids) for e in batch)
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    mask = torch.zeros(len(batch), length)
    labels = torch.full((len(batch), length), IGNORED)
    for row, example in enumerate(batch):
        ids[row, : len(example.window.ids)] = torch.tensor(example.window.ids)
        mask[row, : len(example.window.ids)] = 1
        labels[row, list(example.window.firsts)] = torch.tensor(example.tags)
    return ids, mask, labels


def blanked(ids: Tensor) -> Tensor:
    """The ids with a few sub-tokens replaced by [MASK], so that known names weigh less than their setting."""
    return ids.masked_fill((torch.rand(ids.shape) < BLANKED) & (ids > CLOSING), MASK)


def feature_tensor(batch: Sequence[Example], length: int) -> Tensor | None:
    """The features of the words at their first sub-tokens, shape (windows, length, features), where there are any."""
    widths = {len(word) for example in batch for word in example.features}
    if not widths:
        return None
    out = torch.zeros(len(batch), length, max(widths), dtype=torch.long)
    for row, example in enumerate(batch):
        out[row, list(example.window.firsts)] = torch.tensor(example.features)
    return out


def cue_tensors(batch: Sequence[Example], length: int, random_: random.Random) -> tuple[Tensor, Tensor, Tensor]:
    """For each cue of the batch its window's row, its marks and the role labels."""
    cues = [(row, cue) for row, example in enumerate(batch) for cue in example.cues]
    if len(cues) > MOST_CUES:
        cues = random_.sample(cues, MOST_CUES)
    rows = torch.tensor([row for row, _ in cues], dtype=torch.long)
    marks = torch.zeros(len(cues), length, dtype=torch.long)
    labels = torch.full((len(cues), length), IGNORED)
    for n, (row, (marked, roles)) in enumerate(cues):
        firsts = batch[row].window.firsts
        marks[n, [firsts[w] for w in marked]] = 1
        labels[n, list(firsts)] = torch.tensor(roles)
    return rows, marks, labels


def loss_of(model: Tagger, batch: Sequence[Example], random_: random.Random) -> Tensor:
    """The sum of the two heads' mean cross-entropies over words."""
    ids, mask, tags = tensors(batch)
    rows, marks, roles = cue_tensors(batch, ids.shape[1], random_)
    hidden = model.lower(blanked(ids), mask, feature_tensor(batch, ids.shape[1]))
    scores = model.tag_scores(hidden, mask).float()
    loss = functional.cross_entropy(scores.flatten(0, 1), tags.flatten(), ignore_index=IGNORED)
    if len(rows):
        scores = model.role_scores(hidden[rows], mask[rows], marks).float()
        loss = loss + functional.cross_entropy(scores.flatten(0, 1), roles.flatten(), ignore_index=IGNORED)
    return loss


def endless(examples: Sequence[Example], tokens: int, seed: int) -> Iterator[tuple[int, list[Example]]]:
    epoch = 0
    while True:
        for batch in batches(examples, tokens, seed * 1000 + epoch):
            yield epoch, batch
        epoch += 1


def train(model: Tagger, examples: Sequence[Example], args: argparse.Namespace, cycle: int) -> None:
    """One cycle, with an optimiser and an order of batches of its own; leaves a checkpoint."""
    seed = args.seed + cycle
    random_ = random.Random(seed)
    checkpoint = args.work / f"cycle{cycle}.pt"
    for part in (model.embeddings, *model.layers[: model.shape.frozen]):
        part.requires_grad_(False)
    heads = model.heads()
    encoder = [p for layer in model.layers[model.shape.frozen :] for p in layer.parameters()]
    groups = [{"params": encoder, "lr": RATES["encoder"]}, {"params": heads, "lr": RATES["heads"]}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    model.train()
    began = saved = time.monotonic()
    running = 0.0
    for step, (epoch, batch) in enumerate(endless(examples, args.tokens, seed)):
        elapsed = time.monotonic() - began
        progress = step / args.steps if args.steps else elapsed / (60 * args.minutes)
        if progress >= 1:
            break
        for group, rate in zip(optimiser.param_groups, RATES.values(), strict=True):
            group["lr"] = rate * min(1.0, (step + 1) / WARM_UP) * (1 - progress) * PEAKS[cycle]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = loss_of(model, batch, random_)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*encoder, *heads], 1.0)
        optimiser.step()
        running += loss.item()
        if step % 50 == 49:
            print(json.dumps({"step": step + 1, "epoch": epoch, "loss": round(running / 50, 4),
                              "seconds": round(elapsed), "progress": round(progress, 4)}), flush=True)  # fmt: skip
            running = 0.0
        if time.monotonic() - saved > 300:
            torch.save(model.state_dict(), checkpoint)
            saved = time.monotonic()
    torch.save(model.state_dict(), checkpoint)


def mean_of(checkpoints: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of each weight over several checkpoints of one run."""
    states = [torch.load(file, weights_only=True) for file in checkpoints]
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the two PolNeAR files")
    parser.add_argument("--eval", type=Path, required=True, help="score_attribution.py")
    parser.add_argument("--base", type=Path, default=None, help="folder with the base weights and tokeniser")
    parser.add_argument("--work", type=Path, default=REPOSITORY / "build" / "tagger", help="folder for the checkpoints")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "src" / "sayso" / "models", help="for the three files")
    parser.add_argument("--minutes", type=float, default=26.0, help="of each cycle")
    parser.add_argument("--steps", type=int, default=0, help="of each cycle, instead of minutes")
    parser.add_argument("--from-cycle", type=int, default=0)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--tokens", type=int, default=768, help="padded sub-tokens of a batch")
    parser.add_argument("--documents", type=int, default=None, help="how many documents to train on, for a trial")
    parser.add_argument("--seven-bits", action="store_true", help="weights of seven bits instead of eight")
    args = parser.parse_args()
    args.base = args.base or base_folder()
    args.work.mkdir(parents=True, exist_ok=True)
    args.out.mkdir(parents=True, exist_ok=True)
    return args


def main() -> None:
    args = options()
    began = time.monotonic()
    torch.set_num_threads(1)
    split = splitter(Tokenizer.from_file(str(args.base / "tokenizer.json")))
    documents = read_documents(args.data / "polnear_train.jsonl")
    kept = kept_back(documents)
    used = [d for d in documents if d["id"] not in kept][: args.documents]
    examples = [e for d in used for e in read_examples(d, split)]
    print(f"{len(used)} documents, {len(examples)} windows, {sum(len(e.cues) for e in examples)} cues", flush=True)
    torch.manual_seed(args.seed)
    model = Tagger()
    load_base(model, args.base / "model.safetensors")
    if args.from_cycle:
        model.load_state_dict(torch.load(args.work / f"cycle{args.from_cycle - 1}.pt", weights_only=True))
    for cycle in range(args.from_cycle, len(PEAKS)):
        torch.manual_seed(args.seed + cycle)
        train(model, examples, args, cycle)
    mean = args.work / "mean.pt"
    torch.save(mean_of([args.work / f"cycle{cycle}.pt" for cycle in range(len(PEAKS))]), mean)
    write_models(mean, args.base, args.out, args.seven_bits)
    documents = read_kept_back(args.data)
    print_figures(documents, score_files(args.out, documents), args.eval)
    print(json.dumps({"seed": args.seed, "data": digest(args.data / "polnear_train.jsonl"),
                      "hours": round((time.monotonic() - began) / 3600, 3),
                      "cpu_hours": round(time.process_time() / 3600, 3)}))  # fmt: skip


if __name__ == "__main__":
    main()
