"""The larger encoder learns from stories of invented sentences what is one claim.

Accounts of one claim are drawn together; its near misses, its contraries and the other claims of the story and of the
stories beside it in the batch are pushed away.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import torch
from data import Account, Told
from encoder import Steps, read_all, text_of
from larger import Larger
from torch import Tensor
from torch.nn import functional

SEED = 7
EPOCHS, STORIES = 2, 3  # of all stories; a batch
RATE, WARMING = 6e-5, 30
TEMPERATURE = 0.05
NEVER = -1e4  # of a logit


def learnt(encoder: Larger, stories: Sequence[Told]) -> Larger:
    """The encoder after some epochs, trained where it lies."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    steps = Steps(encoder, EPOCHS * len(stories) // STORIES, RATE, WARMING)
    todo: list[Told] = []
    encoder.train()
    for _ in range(steps.count):
        if len(todo) < STORIES:
            todo = chance.sample(stories, len(stories))
        accounts = [account for _ in range(STORIES) for account in todo.pop().accounts]
        steps.take(contrast(read_all(encoder, [text_of(account) for account in accounts]), accounts))
    return encoder.eval()


def contrast(directions: Tensor, accounts: Sequence[Account]) -> Tensor:
    """How badly pairs of one claim stand out among all pairs of either account; how two near misses of one claim stand
    to each other is not said, so such pairs count for nothing."""
    claims = np.array([hash((a.story, a.claim)) for a in accounts])
    stands = np.array([a.stance == "=" for a in accounts])
    one = claims[:, None] == claims[None, :]
    itself = np.eye(len(accounts), dtype=bool)
    same = torch.tensor(one & stands[:, None] & stands[None, :] & ~itself)
    unsaid = torch.tensor((one & ~stands[:, None] & ~stands[None, :]) | itself)
    near = directions @ directions.T / TEMPERATURE
    others = torch.logsumexp(near.masked_fill(same | unsaid, NEVER), 1, keepdim=True)
    return functional.softplus(others - near)[same].mean()
