"""The model runtime, entered in one place."""

from __future__ import annotations

import numpy as np

from sayso import assets
from sayso.networks import open_graph, open_tokenizer


def test_a_graph_gives_the_outputs_asked_for_and_the_same_numbers_each_time() -> None:
    tags = open_graph(str(assets.path("tagger-tags.onnx")))
    ids = np.array([[101, 2749, 2056, 102]], dtype=np.int64)
    inputs = {"ids": ids, "mask": np.ones(ids.shape, dtype=np.float32)}
    hidden, scores = tags(("hidden", "tags"), inputs)
    assert hidden.shape[:2] == scores.shape[:2] == ids.shape
    (again,) = tags(("tags",), inputs)
    assert np.array_equal(scores, again)


def test_a_tokeniser_is_opened_once() -> None:
    file = str(assets.path("tagger-tokenizer.json"))
    assert open_tokenizer(file) is open_tokenizer(file)
    assert open_tokenizer(file).encode("police said", add_special_tokens=False).tokens == ["police", "said"]
