"""Our encoder learns from a larger one what it says of sentences of news: which way each points, and which are near.

Two texts lie as near to each other whichever way all directions are turned together. So the larger encoder's directions
are brought into our 384 numbers by their main axes, and turned to lie as ours do before ours learns anything.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import torch
from encoder import DEVICE, Encoder, Steps, fresh, read_all, sometimes_bare
from encoder import directions as read_directions
from torch import Tensor
from torch.nn import functional

from sayso.relations.words.meanings import Passage

SEED = 7
EPOCHS, GROUPS, SIZE, LEAST = 2, 3, 48, 12  # groups of one matter a step; texts of a group, at most and least
RATE, WARMING = 3e-4, 40
TEMPERATURE = 0.05
#: What counts how much beside which texts are near each other: where each text points, and how near any two are.
POINTS, NEARNESS = 3.0, 10.0
NEVER = -1e4  # of a logit
#: How often a claim is read without its sentence; it is to point the same way.
ALONE = 0.25
#: Every so many texts tell how directions are to be turned.
TURNING = 6


def imitated(matters: Sequence[Sequence[int]], texts: Sequence[Passage], directions: np.ndarray) -> Encoder:
    """The base encoder after some epochs over texts of news. ``matters`` are numbers of texts, ``directions`` what the
    larger encoder gives each, shape (texts, its size)."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    encoder = fresh()
    wanted = torch.tensor(turned(directions, texts, encoder))
    theirs = torch.tensor(directions)
    encoder = encoder.to(DEVICE).train()
    steps = Steps(encoder, EPOCHS * len(drawn(matters, chance)) // GROUPS, RATE, WARMING)
    todo: list[list[int]] = []
    for _ in range(steps.count):
        if len(todo) < GROUPS:
            todo = drawn(matters, chance)
        groups = [todo.pop() for _ in range(GROUPS)]
        here = [number for group in groups for number in group]
        found = read_by_length(encoder, [sometimes_bare(texts[number], chance, ALONE) for number in here])
        loss = POINTS * (1 - (found * wanted[here]).sum(1).mean())
        for group, ours in zip(groups, found.split([len(group) for group in groups]), strict=True):
            loss = loss + unlike(ours, theirs[group]) / GROUPS
        steps.take(loss)
    return encoder.eval()


def turned(directions: np.ndarray, texts: Sequence[Passage], encoder: Encoder) -> np.ndarray:
    """The larger encoder's directions in as many numbers as ours has, turned to lie as near to ours as they may."""
    some = range(0, len(texts), TURNING)
    ours = read_directions(encoder, [texts[number] for number in some])
    axes = np.linalg.svd(directions[::4], full_matrices=False)[2]
    small = directions @ axes[: ours.shape[1]].T
    small /= np.linalg.norm(small, axis=1, keepdims=True)
    left, _, right = np.linalg.svd(small[some].T @ ours)
    turned_so: np.ndarray = small @ (left @ right)
    return turned_so


def drawn(matters: Sequence[Sequence[int]], chance: random.Random) -> list[list[int]]:
    """All texts in groups of one matter, in a drawn order."""
    out = []
    for matter in matters:
        order = chance.sample(matter, len(matter))
        groups = [order[start : start + SIZE] for start in range(0, len(order), SIZE)]
        out += [group for group in groups if len(group) >= LEAST]
    chance.shuffle(out)
    return out


def read_by_length(encoder: Encoder, texts: Sequence[Passage]) -> Tensor:
    """The directions of some texts, with gradients; short and long ones are read apart, which needs less padding."""
    order = sorted(range(len(texts)), key=lambda number: len(texts[number].text))
    half = len(order) // 2
    found = torch.cat([read_all(encoder, [texts[n] for n in part]) for part in (order[:half], order[half:])])
    return found[torch.tensor(order).argsort()]


def unlike(ours: Tensor, theirs: Tensor) -> Tensor:
    """How far our directions of texts of one matter are from the larger encoder's: which others each text is near to,
    and how near any two are."""
    itself = torch.eye(len(ours), dtype=torch.bool)
    near, wanted = ours @ ours.T, theirs @ theirs.T
    told, said = ((n / TEMPERATURE).masked_fill(itself, NEVER) for n in (near, wanted))
    order = functional.kl_div(torch.log_softmax(told, 1), torch.softmax(said, 1), reduction="batchmean")
    return order + NEARNESS * ((near - wanted) ** 2).mean()
