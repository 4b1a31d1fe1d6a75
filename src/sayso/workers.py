"""Shares work out among processes and yields the results in order; a process may die without losing others' work."""

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

#: How many items each process is handed ahead of the results.
AHEAD = 4

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_processes(
    function: Callable[[Item], Result], items: Iterable[Item], workers: int, lost: Callable[[Item], Result]
) -> Iterator[Result]:
    """``function`` of each item, in order, computed in ``workers`` processes; only a few items are in memory at once.

    If a process dies (ended by the system for its memory or time, or by a fault in a library), the items at work are
    tried again. An item that kills a process of its own yields ``lost`` of it instead.
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
    """The future of an item; one that has failed already if the pool is broken."""
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
    """Sets up a worker: limits its memory, collects garbage less often, and watches for the end of its parent."""
    limit_memory()
    gc.set_threshold(COLLECTED_AFTER)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Ends a worker whose parent was killed, which would otherwise wait for its next item for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _limited(function: Callable[[Item], Result], item: Item) -> Result:
    end_after()
    return function(item)
