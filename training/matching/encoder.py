"""Trains the sentence encoder that says how near two claims are, on stories of invented sentences, and writes it.

Accounts of one claim are drawn together; its near misses, its contraries and the other claims of the story and of the
stories beside it in the batch are pushed away.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from data import Account, Told
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
NEVER = -1e4  # of a logit


def trained(stories: Sequence[Told]) -> Encoder:
    """The base encoder after some epochs over some stories; word and position embeddings stay as they are."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    encoder = fresh()
    for weights in encoder.embeddings.parameters():
        weights.requires_grad_(False)
    learned = [p for p in encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * len(stories) // STORIES
    waiting: list[Told] = []
    encoder.train()
    for step in range(steps):
        if len(waiting) < STORIES:
            waiting = chance.sample(stories, len(stories))
        accounts = [account for _ in range(STORIES) for account in waiting.pop().accounts]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = encoder.pooled(*padded(encoder, [text_of(a) for a in accounts]))
        loss = contrast(found.float(), accounts)
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1.0, (step + 1) / WARMING) * max(0.02, 1 - step / steps)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        if step % 40 == 0:
            print(f"encoder, step {step} of {steps}: loss {loss.item():.3f}", flush=True)
    return encoder.eval()


def fresh() -> Encoder:
    """The base encoder, with Sayso's limit on the length of a claim."""
    encoder = Encoder(base_folder())
    encoder.tokenizer.enable_truncation(LONGEST)
    return encoder


def text_of(account: Account) -> str:
    """The words that make the claim, as Sayso has them read."""
    return plain(account.text[account.start : account.end])


def padded(encoder: Encoder, texts: Iterable[str]) -> tuple[Tensor, Tensor]:
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
        torch.onnx.export(Graph(encoder).eval(), some, str(full), input_names=names, output_names=["meaning"],
                          dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip
        quantize_dynamic(full, file, per_channel=True, weight_type=QuantType.QInt8, reduce_range=True)
