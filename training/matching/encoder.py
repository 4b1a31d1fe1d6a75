"""The sentence encoder that says how near two claims are: its base weights, what training needs of it, its file."""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch
from data import Account
from larger import Larger
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

sys.path.append(str(Path(__file__).resolve().parents[1] / "words"))
from encode import Encoder
from model import base_folder

from sayso.relations.words.meanings import STRAIGHT, WHOLE, Passage, alone, meant

#: Weights that shrink while they learn, by how much.
DECAY = 0.01
#: Passages that are read at a time where nothing is learnt.
BATCH = 64
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def fresh() -> Encoder:
    """The base encoder, with Sayso's limit on the length of a sentence."""
    encoder = Encoder(base_folder())
    encoder.tokenizer.enable_truncation(WHOLE)
    return encoder


class Steps:
    """Steps of training: all weights but those of the embeddings learn, at a rate that rises for ``warming`` steps and
    then falls to nothing at the last of ``count``."""

    def __init__(self, encoder: nn.Module, count: int, rate: float, warming: int) -> None:
        for weights in encoder.embeddings.parameters():
            weights.requires_grad_(False)
        self.count, self.rate, self.warming = count, rate, warming
        self._learned = [p for p in encoder.parameters() if p.requires_grad]
        self._optimizer = torch.optim.AdamW(self._learned, lr=rate, weight_decay=DECAY)
        self._step = 0

    def take(self, loss: Tensor) -> None:
        """One step down the slope of a loss."""
        falling = max(0.02, 1 - self._step / self.count)
        for group in self._optimizer.param_groups:
            group["lr"] = self.rate * min(1.0, (self._step + 1) / self.warming) * falling
        self._optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self._learned, 1.0)
        self._optimizer.step()
        if self._step % 40 == 0:
            print(f"step {self._step} of {self.count}: loss {loss.item():.3f}", flush=True)
        self._step += 1


def read_all(encoder: Encoder | Larger, passages: Sequence[Passage]) -> Tensor:
    """The directions of some passages, with gradients, shape (passages, size), where losses are counted."""
    device = next(encoder.parameters()).device
    with torch.autocast(device.type, dtype=torch.bfloat16):
        return encoder.pooled(*(t.to(device) for t in padded(encoder, passages))).float().cpu()


@torch.inference_mode()
def directions(encoder: Encoder | Larger, passages: Sequence[Passage]) -> np.ndarray:
    """The directions of some passages, shape (passages, size)."""
    order = sorted(range(len(passages)), key=lambda number: len(passages[number].text))
    parts = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    found = torch.cat([read_all(encoder, [passages[n] for n in part]) for part in parts])
    out: np.ndarray = found[torch.tensor(order).argsort()].numpy()
    return out


def passage_of(account: Account) -> Passage:
    """The words that make the claim, in their sentence."""
    return Passage(account.text.translate(STRAIGHT), ((account.start, account.end),))


def bare(words: Passage) -> Passage:
    """A claim's words without their sentence."""
    return alone(" ".join(words.text[start:end] for start, end in words.spans))


def sometimes_bare(words: Passage, chance: random.Random, share: float) -> Passage:
    """A claim in its sentence, or, in a share of all cases, without it."""
    return bare(words) if chance.random() < share else words


def padded(encoder: Encoder | Larger, passages: Iterable[Passage]) -> tuple[Tensor, Tensor, Tensor]:
    """Numbers of sub-tokens, mask, and which of them are meant, of some passages, shape (passages, longest) each."""
    told = [(passage, encoder.tokenizer.encode(passage.text)) for passage in passages]
    read = [(found.ids, meant(passage, found.offsets)) for passage, found in told]
    longest = max(len(ids) for ids, _ in read)
    rows = [(ids, [1] * len(ids), [int(n in held) for n in range(len(ids))]) for ids, held in read]
    ids, mask, held = ([row + [0] * (longest - len(row)) for row in column] for column in zip(*rows, strict=True))
    return torch.tensor(ids), torch.tensor(mask), torch.tensor(held)


class Graph(nn.Module):
    """The encoder as one graph: numbers of sub-tokens, shape (rows, length), to hidden states, (rows, length, 384)."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        return self.encoder.hidden(ids, torch.ones_like(ids))


def write_encoder(encoder: Encoder, file: Path) -> None:
    """Writes the encoder as an ONNX graph in 8 bits. One bit is spared in the weights, so that the sums are the same on
    processors without dot products of bytes."""
    some = (torch.ones(2, 9, dtype=torch.long),)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "encoder.onnx"
        names = ["ids", "states"]
        axes = {name: {0: "rows", 1: "length"} for name in names}
        torch.onnx.export(Graph(encoder.cpu()).eval(), some, str(full), input_names=names[:1], output_names=names[1:],
                          dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip
        quantize_dynamic(full, file, per_channel=True, weight_type=QuantType.QInt8, reduce_range=True)
