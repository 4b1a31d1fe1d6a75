"""Rows: identity by meaning, and nothing else."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import types
from sayso.types import KINDS, Activity, Block, Capture, Quantity, Span, hash_of, replaced, spans_of, values
from sayso.vocab import Zone


def test_every_kind_of_row_is_frozen_and_slotted() -> None:
    for kind, cls in KINDS.items():
        assert cls.kind == kind
        assert "__slots__" in vars(cls), kind
        assert vars(cls)["__dataclass_params__"].frozen, kind


def test_an_id_is_of_the_meaning() -> None:
    block = Block(span=Span("document-1", 0, 5), zone=Zone.BODY)
    assert block.id == Block(span=Span("document-1", 0, 5), zone=Zone.BODY).id
    assert block.id != replaced(block, zone=Zone.CAPTION).id
    assert block.id.startswith("block-")


def test_an_id_is_of_the_meaning_written_as_json() -> None:
    meaning = ['ä\u2028"', [1.5, None, True, ("a", 1)], {"z": 1, "b": [2.0]}, -0.0, 1e22, 10**30]
    written = json.dumps(meaning, separators=(",", ":"), sort_keys=True)
    digest = hashlib.sha256(f"block:{written}".encode()).hexdigest()[:16]
    assert hash_of("block", meaning) == f"block-{digest}"
    with pytest.raises(TypeError):
        hash_of("block", [object()])


def test_processing_times_do_not_enter_an_id() -> None:
    kept = {"digest": "00", "uri": "file:a", "media_type": "text/plain"}
    assert Capture(**kept, retrieved_at="2024-01-01").id == Capture(**kept, retrieved_at="2025-01-01").id
    assert Activity(stage="s", version="1", started_at="x").id == Activity(stage="s", version="1").id


def test_a_whole_float_is_the_same_value_as_the_int() -> None:
    span = Span("document-1", 0, 3)
    assert Quantity(span=span, low=300, high=None).id == Quantity(span=span, low=300.0, high=None).id


def test_a_row_cannot_be_changed() -> None:
    block = Block(span=Span("document-1", 0, 5), zone=Zone.BODY)
    for f in dataclasses.fields(block):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(block, f.name, None)


def test_ids_do_not_depend_on_the_hash_seed() -> None:
    code = "from sayso.types import hash_of; print(hash_of('x', ['a', {'b': 1}]))"
    said = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert said == {hash_of("x", ["a", {"b": 1}]) + "\n"}


def test_values_leaves_out_what_is_empty_and_sorts() -> None:
    assert values(place="Arvel", low=0, high=None, of="", names=()) == (("low", 0), ("place", "Arvel"))


def test_spans_of_finds_nested_spans() -> None:
    spans = [Span("document-1", 0, 2), Span("document-2", 3, 4)]
    reuse = types.Reuse(
        left=spans[0],
        right=spans[1],
        matched=((spans[0], spans[1]),),
        share_of_left=1.0,
        share_of_right=1.0,
        score=1.0,
        detail="",
    )
    assert list(spans_of(reuse)) == [*spans, *spans]


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists))
def test_any_meaning_has_an_id_of_its_kind(meaning: object) -> None:
    assert re.fullmatch(r"x-[0-9a-f]{16}", hash_of("x", meaning))
    assert hash_of("x", meaning)[1:] != hash_of("y", meaning)[1:]
    assert hash_of("x", meaning) != hash_of("x", [meaning])
