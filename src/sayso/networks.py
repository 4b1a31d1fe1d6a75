"""Trained networks and their tokeniser: the only importer of the model runtime.

Each network runs on one thread, so that the same input gives the same numbers.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tokenizers import Tokenizer

#: Of outputs, by name, and inputs as arrays, by name: the outputs as arrays, a list.
Graph = Callable[[Sequence[str], Mapping[str, Any]], Any]


def open_graph(file: str) -> Graph:
    """A network of a file in ONNX format."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # the fused step is slower here than the addition and the normalisation that it replaces
    session = onnxruntime.InferenceSession(
        file, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )
    return lambda names, inputs: session.run(list(names), dict(inputs))


@functools.cache
def open_tokenizer(file: str) -> Tokenizer:
    """The tokeniser of a file."""
    from tokenizers import Tokenizer

    return Tokenizer.from_file(file)
