"""The larger encoder learns what is one claim, first from stories of invented sentences, then from judged news too.

Accounts of one claim are drawn together; its near misses, its contraries and the other claims of the story and of the
stories beside it in the batch are pushed away. Two claims of news that a reader judged are to be near or far.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import torch
from data import Account, Told
from encoder import Steps, passage_of, read_all, sometimes_bare
from larger import Larger
from news import Read
from torch import Tensor
from torch.nn import functional

SEED = 7
EPOCHS, STORIES = 2, 3  # of all stories; a batch
RATE, WARMING = 6e-5, 30
TEMPERATURE = 0.05
#: Of judged pairs: how often each is shown, how many a step, at what rate; two claims as near as EVEN are one or two
#: with even odds, which SPREAD more or less of nearness changes by a factor of e.
ROUNDS, PAIRS, SLOWLY = 2, 24, 3e-5
EVEN, SPREAD = 0.7, 0.07
#: How often a claim is read without its sentence.
ALONE = 0.5
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
        read = [sometimes_bare(words, chance, ALONE) for words in map(passage_of, accounts)]
        steps.take(contrast(read_all(encoder, read), accounts))
    return encoder.eval()


def corrected(encoder: Larger, stories: Sequence[Told], told: Sequence[Read]) -> Larger:
    """The encoder after some epochs of judged pairs of news, with a story a step so that it forgets nothing."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    order = [pair for _ in range(ROUNDS) for pair in chance.sample(told, len(told))]
    steps = Steps(encoder, len(order) // PAIRS, SLOWLY, WARMING)
    encoder.train()
    for step in range(steps.count):
        pairs = order[step * PAIRS : (step + 1) * PAIRS]
        accounts = chance.choice(stories).accounts
        words = [*map(passage_of, accounts), *(words for pair in pairs for words in (pair.one, pair.other))]
        found = read_all(encoder, [sometimes_bare(w, chance, ALONE) for w in words])
        story, news = found[: len(accounts)], found[len(accounts) :]
        odds = ((news[::2] * news[1::2]).sum(1) - EVEN) / SPREAD
        judged = functional.binary_cross_entropy_with_logits(odds, torch.tensor([float(p.same) for p in pairs]))
        steps.take(judged + contrast(story, accounts))
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
