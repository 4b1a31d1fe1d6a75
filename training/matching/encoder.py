"""Trains the sentence encoder that says how near two claims are, on stories of invented sentences, and writes it.

Accounts of one claim are drawn together; its near misses, its contraries and the other claims of the story and of the
stories beside it in the batch are pushed away.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np
import torch
from data import Account, Told
from larger import Larger
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

sys.path.append(str(Path(__file__).resolve().parents[1] / "words"))
from encode import Encoder
from model import base_folder

from sayso.relations.words.meanings import LONGEST, plain

SEED = 7
EPOCHS, STORIES = 3, 3  # of all stories; a batch
RATE, WARMING, DECAY = 1e-4, 30, 0.01
TEMPERATURE = 0.05
#: Of what a larger encoder says: so many matters a step, and what a difference in nearness counts beside the order.
MATTERS, SCALE = 2, 10.0
NEVER = -1e4  # of a logit
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"

Kind = TypeVar("Kind", Encoder, Larger)
Thing = TypeVar("Thing")


class Taught(NamedTuple):
    """Texts of one matter, and the directions that a larger encoder gives them, shape (texts, its size)."""

    texts: Sequence[str]
    directions: np.ndarray


def trained(stories: Sequence[Told], taught: Sequence[Taught] = ()) -> Encoder:
    """The base encoder after some epochs over some stories; word and position embeddings stay as they are. What a
    larger encoder says of texts without labels is learnt beside, of some matters each step."""
    return learnt(fresh().to(DEVICE), stories, RATE, taught)


def learnt(encoder: Kind, stories: Sequence[Told], rate: float, taught: Sequence[Taught] = ()) -> Kind:
    """Any encoder after some epochs, trained where it lies."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    for weights in encoder.embeddings.parameters():
        weights.requires_grad_(False)
    learned = [p for p in encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=rate, weight_decay=DECAY)
    steps = EPOCHS * len(stories) // STORIES
    drawn, matters = endless(stories, chance), endless(taught, chance)
    encoder.train()
    for step in range(steps):
        accounts = [account for _ in range(STORIES) for account in next(drawn).accounts]
        now = [next(matters) for _ in range(MATTERS)] if taught else []
        found = read_all(encoder, [text_of(a) for a in accounts] + [text for matter in now for text in matter.texts])
        loss = contrast(found[: len(accounts)], accounts)
        at = len(accounts)
        for matter in now:
            loss = loss + unlike_teacher(found[at : at + len(matter.texts)], matter.directions) / MATTERS
            at += len(matter.texts)
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1.0, (step + 1) / WARMING) * max(0.02, 1 - step / steps)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        if step % 40 == 0:
            print(f"encoder, step {step} of {steps}: loss {loss.item():.3f}", flush=True)
    return encoder.eval()


def endless(things: Sequence[Thing], chance: random.Random) -> Iterator[Thing]:
    """All things in a drawn order, and again in another."""
    while True:
        yield from reversed(chance.sample(things, len(things)))


def read_all(encoder: Encoder | Larger, texts: Sequence[str]) -> Tensor:
    """The directions of some texts, with gradients, shape (texts, size), where losses are counted."""
    device = next(encoder.parameters()).device
    with torch.autocast(device.type, dtype=torch.bfloat16):
        return encoder.pooled(*(t.to(device) for t in padded(encoder, texts))).float().cpu()


def fresh() -> Encoder:
    """The base encoder, with Sayso's limit on the length of a claim."""
    encoder = Encoder(base_folder())
    encoder.tokenizer.enable_truncation(LONGEST)
    return encoder


def text_of(account: Account) -> str:
    """The words that make the claim, as Sayso has them read."""
    return plain(account.text[account.start : account.end])


def padded(encoder: Encoder | Larger, texts: Iterable[str]) -> tuple[Tensor, Tensor]:
    """Numbers of sub-tokens and mask of some texts, shape (texts, longest)."""
    ids = [encoder.tokenizer.encode(text).ids for text in texts]
    longest = max(map(len, ids))
    return (
        torch.tensor([i + [0] * (longest - len(i)) for i in ids]),
        torch.tensor([[1] * len(i) + [0] * (longest - len(i)) for i in ids]),
    )


def contrast(directions: Tensor, accounts: Sequence[Account]) -> Tensor:
    """How badly pairs of one claim stand out among all pairs of either account; how two near misses of one claim stand
    to each other is not said, so such pairs count for nothing."""
    claims = np.array([hash((a.story, a.claim)) for a in accounts])
    stands = np.array([a.stance == "=" for a in accounts])
    one = claims[:, None] == claims[None, :]
    itself = np.eye(len(accounts), dtype=bool)
    same = torch.tensor(one & stands[:, None] & stands[None, :] & ~itself)
    unsaid = torch.tensor((one & ~stands[:, None] & ~stands[None, :]) | itself)
    near = directions @ directions.T / TEMPERATURE
    others = torch.logsumexp(near.masked_fill(same | unsaid, NEVER), 1, keepdim=True)
    return functional.softplus(others - near)[same].mean()


def unlike_teacher(directions: Tensor, taught: np.ndarray) -> Tensor:
    """How far an encoder is from what a larger one says of texts of one matter: which others each text is near to, and
    how near any two are."""
    itself = torch.eye(len(taught), dtype=torch.bool)
    ours, theirs = directions @ directions.T, torch.tensor(taught @ taught.T)
    told, wanted = ((near / TEMPERATURE).masked_fill(itself, NEVER) for near in (ours, theirs))
    order = functional.kl_div(torch.log_softmax(told, 1), torch.softmax(wanted, 1), reduction="batchmean")
    return order + SCALE * ((ours - theirs) ** 2).mean()


class Graph(nn.Module):
    """The encoder as one graph: numbers of sub-tokens and mask, shape (rows, length), to directions, (rows, 384)."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        return self.encoder.pooled(ids, mask)


def write_encoder(encoder: Encoder, file: Path) -> None:
    """Writes the encoder as an ONNX graph in 8 bits. One bit is spared in the weights, so that the sums are the same on
    processors without dot products of bytes."""
    some = torch.ones(2, 9, dtype=torch.long), torch.ones(2, 9)
    names = ["ids", "mask"]
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "encoder.onnx"
        axes = {name: {0: "rows", 1: "length"} for name in names} | {"meaning": {0: "rows"}}
        torch.onnx.export(Graph(encoder.cpu()).eval(), some, str(full), input_names=names, output_names=["meaning"],
                          dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip
        quantize_dynamic(full, file, per_channel=True, weight_type=QuantType.QInt8, reduce_range=True)
