"""What speaks for or against two claims being one beside the likelihood that trees give: a figure or telling words in
both; claims that say little, or of other days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sayso.relations.claims.comparing import Fit, any_party, figures, times
from sayso.relations.claims.facts import Fact
from sayso.relations.claims.saying import days_apart, speaker_of
from sayso.relations.words.likeness import near, standing, wording

if TYPE_CHECKING:
    from sayso.relations.words.likeness import Floats

#: Where both give one telling figure, two claims are probably one from this likelihood on; a telling one is as high as
#: the second.
FIGURED, MANY = 0.5, 10
#: The same where they have words in common that tell so much, and SHARE of either in words that stand for each other;
#: and where they are told in nearly the same words, so near to each other. Of what either says is done, such words have
#: DONE at least: what is merely at one place, or about one body, has names in common.
WORDED, TELLING, SHARE = 0.8, 1.5, 0.4
NEARLY, NEAR, DONE = 0.4, 0.81, 0.25
#: Claims that were told days apart have to be as near as ALIKE, and those of which one tells less than LITTLE, unless a
#: figure or a speaker backs them.
LITTLE, ALIKE = 1.0, 0.87
#: Round numbers in words; and units of distances, which tell where something is.
VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
DISTANCES = frozenset({"km", "mi", "m", "ft", "yd"})


class Common(NamedTuple):
    """What two claims tell by how rare their words are: all of the one that tells less, the words that both have, and
    the share of either for which the other has words, the least of the two; ``done`` is that share where words count
    by how much they are used for what is done."""

    least: float
    both: float
    share: float
    done: float


def backed(a: Fact, b: Fact, likely: float, nearness: float) -> str:
    """What makes probable that two claims are one which by their words are a little less than that; blank if nothing
    does. ``nearness``: how near their directions are."""
    if likely >= FIGURED and telling_figure(a, b):
        return "one figure"
    if any_party(a.people, b.people, a.armed_groups) is Fit.DIFFERENT:
        return ""
    if likely >= NEARLY and nearness >= NEAR:
        return "nearly the same words"
    if likely < WORDED:
        return ""
    found = common(a, b)
    worded = found.both >= TELLING and found.share >= SHARE and found.done >= DONE
    return "words that tell much in both" if worded else ""


def unsure(a: Fact, b: Fact, nearness: float) -> bool:
    """Whether two claims are not to be taken for one by their words alone, unless these are nearly the same: they may
    be of other days, for one states none and was told on another day, or both were told days apart; or one says too
    little."""
    if nearness >= ALIKE or (a.one("score") and a.one("score") == b.one("score")):
        return False
    if days_apart(a, b) or (times(a, b) is Fit.DIFFERENT and not telling_figure(a, b)):
        return True
    if (a.numbered() and b.numbered()) or (speaker_of(a) and speaker_of(a) == speaker_of(b)):
        return False
    return common(a, b).least < LITTLE


def telling_figure(a: Fact, b: Fact) -> bool:
    """Whether two claims that no rule holds apart give one figure that is hardly given of two things: no round number
    in words, no distance, and none so small that there is one of anything."""
    if not (a.numbered() and b.numbered()) or a.one("unit") in DISTANCES or min(figures(a) | figures(b)) < MANY:
        return False
    return not (VAGUE.search(a.opening) or VAGUE.search(b.opening))


def common(a: Fact, b: Fact) -> Common:
    """What two claims tell, apart and together."""
    one, other = wording(a.text), wording(b.text)
    least = min(float(one.weights.sum()), float(other.weights.sum()))
    alike = near(one, other)
    if not alike.size:
        return Common(least, 0.0, 0.0, 0.0)
    best = alike.max(axis=1), alike.max(axis=0)
    held = standing(best[0]), standing(best[1])
    share = min(_share(one.weights, held[0]), _share(other.weights, held[1]))
    done = min(_share(one.deeds, held[0]), _share(other.deeds, held[1]))
    return Common(least, float(one.weights @ (best[0] >= 1)), share, done)


def _share(weights: Floats, held: Floats) -> float:
    return float(weights @ held) / max(float(weights.sum()), 1e-6)
