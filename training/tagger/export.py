"""Writes a checkpoint as the two ONNX graphs that Sayso ships, in 8 bits, and the tokeniser."""

import json
import tempfile
from pathlib import Path

import torch
from model import SIZE, Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn


class TagsGraph(nn.Module):
    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.model.lower(ids, mask)
        return hidden, torch.log_softmax(self.model.tag_scores(hidden, mask), -1)


class RolesGraph(nn.Module):
    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model

    def forward(self, hidden: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        return torch.log_softmax(self.model.role_scores(hidden, mask, marks), -1)


def write_models(checkpoint: Path, base: Path, out: Path, seven_bits: bool = False) -> None:
    """Writes ``tagger-tags.onnx``, ``tagger-roles.onnx`` and ``tagger-tokenizer.json`` into a folder. Weights of seven
    bits give the same sums on processors without dot products of bytes, where those of eight may run over."""
    model = Tagger()
    model.load_state_dict(torch.load(checkpoint, weights_only=True))
    model.eval()
    rows, length = 2, 9
    mask = torch.ones(rows, length)
    some = torch.ones(rows, length, dtype=torch.long)
    state = torch.zeros(rows, length, SIZE)
    graphs = {
        "tags": (TagsGraph(model), (some, mask), ["ids", "mask"], ["hidden", "tags"]),
        "roles": (
            RolesGraph(model),
            (state, mask, some),
            ["hidden", "mask", "marks"],
            ["roles"],
        ),
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, (graph, inputs, names, outputs) in graphs.items():
            full = Path(folder) / f"{name}.onnx"
            axes = {n: {0: "rows", 1: "length"} for n in (*names, *outputs)}
            graph.eval()
            torch.onnx.export(graph, inputs, str(full), input_names=names, output_names=outputs, dynamic_axes=axes,
                              opset_version=17, dynamo=False)  # fmt: skip
            quantize_dynamic(full, out / f"tagger-{name}.onnx", per_channel=True, weight_type=QuantType.QInt8,
                             reduce_range=seven_bits)  # fmt: skip
    tokenizer = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer |= {"truncation": None, "padding": None}
    packed = json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))
    (out / "tagger-tokenizer.json").write_text(packed + "\n", encoding="utf-8")
