"""The sentence encoder that says how near two claims are: its base weights, what training needs of it, its file."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
from data import Account
from larger import Larger
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

sys.path.append(str(Path(__file__).resolve().parents[1] / "words"))
from encode import Encoder
from model import base_folder

from sayso.relations.words.meanings import LONGEST, plain

#: Weights that shrink while they learn, by how much.
DECAY = 0.01
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def fresh() -> Encoder:
    """The base encoder, with Sayso's limit on the length of a claim."""
    encoder = Encoder(base_folder())
    encoder.tokenizer.enable_truncation(LONGEST)
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


def read_all(encoder: Encoder | Larger, texts: Sequence[str]) -> Tensor:
    """The directions of some texts, with gradients, shape (texts, size), where losses are counted."""
    device = next(encoder.parameters()).device
    with torch.autocast(device.type, dtype=torch.bfloat16):
        return encoder.pooled(*(t.to(device) for t in padded(encoder, texts))).float().cpu()


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
