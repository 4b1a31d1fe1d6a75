"""Work shared out among processes, its results in order; one process may die without taking the others' work with
it."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

from sayso.limits import COLLECTED_AFTER, end_after, limit_memory

#: Each process is handed this many items ahead of the results.
AHEAD = 4

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_processes(
    function: Callable[[Item], Result], items: Iterable[Item], workers: int, lost: Callable[[Item], Result]
) -> Iterator[Result]:
    """``function`` of each item, in their order, worked out in ``workers`` processes; few items are in memory at once.

    Where a process dies (ended by the system for its memory or time, or by a fault in a library), the items at work are
    tried again one at a time; the result of one that ends its process again is ``lost`` of it.
    """
    waiting: deque[tuple[Item, Future[Result]]] = deque()
    pool = _pool(workers)
    try:
        for item in items:
            waiting.append((item, _submitted(pool, function, item)))
            if len(waiting) > AHEAD * workers:
                pool = yield from _next(function, waiting, pool, workers, lost)
        while waiting:
            pool = yield from _next(function, waiting, pool, workers, lost)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _next(
    function: Callable[[Item], Result],
    waiting: deque[tuple[Item, Future[Result]]],
    pool: ProcessPoolExecutor,
    workers: int,
    lost: Callable[[Item], Result],
) -> Generator[Result, None, ProcessPoolExecutor]:
    """Yields the next result; returns the pool to go on with."""
    item, future = waiting.popleft()
    try:
        result = future.result()
    except BrokenProcessPool:
        pool.shutdown(wait=False)
    else:
        yield result
        return pool
    yield _alone(function, item, lost)
    pool = _pool(workers)
    again = [left for left, _ in waiting]
    waiting.clear()
    waiting.extend((left, _submitted(pool, function, left)) for left in again)
    return pool


def _submitted(pool: ProcessPoolExecutor, function: Callable[[Item], Result], item: Item) -> Future[Result]:
    """What will come of an item; where a process has died already, as if it had died over this one."""
    try:
        return pool.submit(_limited, function, item)
    except BrokenProcessPool as error:
        failed: Future[Result] = Future()
        failed.set_exception(error)
        return failed


def _alone(function: Callable[[Item], Result], item: Item, lost: Callable[[Item], Result]) -> Result:
    with _pool(1) as pool:
        try:
            return pool.submit(_limited, function, item).result()
        except BrokenProcessPool:
            return lost(item)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """What a worker does first: it limits its memory, has Python look for cycles of values seldom, and watches for the
    end of the process that it works for."""
    limit_memory()
    gc.set_threshold(COLLECTED_AFTER)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A process that is killed cannot tell its workers, which would wait for its next item for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _limited(function: Callable[[Item], Result], item: Item) -> Result:
    end_after()
    return function(item)
