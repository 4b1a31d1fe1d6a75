"""Opens neural networks and their tokenisers. The only importer of the model runtime.

Each network runs on one thread, so that the same input gives the same numbers.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tokenizers import Tokenizer

#: Takes the names of the outputs and the input arrays by name; returns the output arrays as a list.
Graph = Callable[[Sequence[str], Mapping[str, Any]], Any]


def open_graph(file: str) -> Graph:
    """The network in an ONNX file."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # the fused operator is slower here than the addition and the normalisation that it replaces
    session = onnxruntime.InferenceSession(
        file, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )
    return lambda names, inputs: session.run(list(names), dict(inputs))


@functools.cache
def open_tokenizer(file: str) -> Tokenizer:
    """The tokeniser in a file of the ``tokenizers`` library."""
    from tokenizers import Tokenizer

    return Tokenizer.from_file(file)
