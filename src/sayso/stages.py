"""Stages, how a list of them runs over a pool of named rows, and the activity that records such a run."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple

from sayso import __version__, assets
from sayso.types import Activity, Problem, replaced, values


class Stage(NamedTuple):
    """A function and the name of what it yields; several names, separated by spaces, if it yields several lists."""

    yields: str
    function: Callable[..., Any]

    @property
    def reads(self) -> tuple[str, ...]:
        """The names of what it reads: those of its parameters."""
        return tuple(inspect.signature(self.function).parameters)


def needed(stages: Sequence[Stage], wanted: Collection[str] | None) -> list[Stage]:
    """The stages that yield what is wanted and those they depend on, in order; all of them if ``wanted`` is None."""
    if wanted is None:
        return list(stages)
    names, kept = set(wanted), []
    for stage in reversed(stages):
        if names & set(stage.yields.split()):
            names |= set(stage.reads)
            kept.append(stage)
    return kept[::-1]


def run(
    stages: Sequence[Stage],
    pool: dict[str, Any],
    subject: str,
    problems: list[Problem],
    instead: Callable[[], dict[str, Any]] = dict,
) -> None:
    """Runs the stages over the pool, and adds to it what they yield.

    One bad document must never stop a corpus: a stage that raises adds to ``problems`` and yields nothing, or what
    ``instead`` has for its name. ``subject`` is the id that the problems bear.
    """
    for stage in stages:
        names = stage.yields.split()
        try:
            found = stage.function(**{name: pool[name] for name in stage.reads})
            pool |= zip(names, found, strict=True) if len(names) > 1 else {names[0]: found}
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"[:500]
            problems.append(
                Problem(subject=subject, stage=names[0], reason=f"this stage failed and was left out ({reason})")
            )
            others = instead()
            pool |= {name: others.get(name, []) for name in names}


def activity_of(stage: str, **parameters: str) -> Activity:
    """The activity of running a stage: this version of Sayso, its parameters and the digests of its assets."""
    used = values(**{name: digest[:16] for name, digest in assets.digests().items()})
    return Activity(stage=stage, version=__version__, parameters=values(**parameters), assets=used)


def started(activity: Activity, at: str) -> Activity:
    """The activity with the time at which it started, which does not change its id."""
    return replaced(activity, started_at=at)
