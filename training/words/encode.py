"""Runs texts through the base encoder: each becomes the mean of its sub-tokens' last hidden states."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn

sys.path.append(str(Path(__file__).resolve().parents[1] / "tagger"))
from model import Embeddings, Layer, attention_bias

LAYERS = 6
BATCH = 256  # texts
LONGEST = 48  # sub-tokens; a gloss is seldom longer


class Encoder(nn.Module):
    """The base encoder without any head. Returns one vector a text, shape (texts, 384), of length 1."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.embeddings = Embeddings()
        self.layers = nn.ModuleList(Layer(0.0) for _ in range(LAYERS))
        held = load_file(str(folder / "model.safetensors"))
        self.load_state_dict(renamed(held))
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)
        self.eval()

    @torch.inference_mode()
    def encode(self, texts: Sequence[str]) -> np.ndarray:
        ids = [e.ids for e in self.tokenizer.encode_batch(list(texts))]
        order = sorted(range(len(ids)), key=lambda n: len(ids[n]))
        out = np.zeros((len(ids), 384), dtype=np.float32)
        for start in range(0, len(order), BATCH):
            part = order[start : start + BATCH]
            longest = len(ids[part[-1]])
            padded = torch.tensor([ids[n] + [0] * (longest - len(ids[n])) for n in part])
            mask = torch.tensor([[1] * len(ids[n]) + [0] * (longest - len(ids[n])) for n in part])
            out[part] = self.pooled(padded, mask).numpy()
        return out

    def hidden(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The last hidden states, shape (texts, sub-tokens, 384)."""
        hidden, bias = self.embeddings(ids), attention_bias(mask)
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden

    def pooled(self, ids: Tensor, mask: Tensor, meant: Tensor | None = None) -> Tensor:
        """One vector a text, of all its sub-tokens or of those that are ``meant``."""
        seen = (mask if meant is None else meant)[:, :, None].float()
        return nn.functional.normalize((self.hidden(ids, mask) * seen).sum(1) / seen.sum(1), dim=1)


def renamed(held: dict[str, Tensor]) -> dict[str, Tensor]:
    """The base file's weights under our names. The token-type row is added to the word embeddings."""
    out = {}
    parts = {
        "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
        "attention.output.dense": "mix", "attention.output.LayerNorm": "mix_norm", "intermediate.dense": "wide",
        "output.dense": "narrow", "output.LayerNorm": "out_norm",
    }  # fmt: skip
    names = {"word_embeddings": "words", "position_embeddings": "positions", "LayerNorm": "norm"}
    for name, weight in held.items():
        *path, kind = name.split(".")
        if len(path) == 2 and path[1] in names:
            out[f"embeddings.{names[path[1]]}.{kind}"] = weight
        elif path[:2] == ["encoder", "layer"]:
            out[f"layers.{path[2]}.{parts['.'.join(path[3:])]}.{kind}"] = weight
    out["embeddings.words.weight"] = out["embeddings.words.weight"] + held["embeddings.token_type_embeddings.weight"][0]
    return out
