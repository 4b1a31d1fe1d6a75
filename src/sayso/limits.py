"""What one document may cost: CPU time while it is read and annotated, and memory in a worker process.

The limits are far above what any article takes; only hostile or broken input meets them. Time is CPU time, so that a
busy machine does not change what is found.
"""

from __future__ import annotations

import gc
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: CPU seconds that reading one page, and annotating one document, may take. An article takes a tenth of a second.
READING = 60.0
ANNOTATING = 120.0
#: A worker that does not stop when it is told to (a loop inside a library) is ended by the system after this many CPU
#: seconds.
ENDED_AFTER = 2 * ANNOTATING
#: Memory that a worker may hold (bytes). Models and parses take 0.7 GB.
MEMORY = 4_000_000_000
#: Code that swallows the first signal gets another after this many CPU seconds.
AGAIN = 1.0

#: While a page is read, or documents are related, Python looks for cycles after this many new values.
COLLECTED_AFTER = 50_000


class TimeLimitError(Exception):
    """A document took more CPU time than any may."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises :class:`TimeLimitError` in the block when it has used this much CPU time, then each second again.

    Only the main thread of a process can be told so, on systems that have interval timers; elsewhere, and inside
    another limit, the block runs as it is.
    """
    able = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not able or signal.getitimer(signal.ITIMER_VIRTUAL)[0]:
        yield
        return

    over = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        if not over:
            raise TimeLimitError(f"it took more than {seconds:g} seconds of CPU time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
    try:
        try:
            yield
        finally:
            over = True  # the signal may come here too, where raising would leave the timer running for ever
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0.0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Has Python look for cycles of values more seldom in the block: reading a page makes tens of thousands of values,
    relating holds the words of thousands of texts, and nearly all are let go without it. It is still done often enough
    that hostile input cannot fill the memory."""
    before = gc.get_threshold()
    if not 0 < before[0] < COLLECTED_AFTER:  # as in a block around this one
        yield
        return
    gc.set_threshold(COLLECTED_AFTER, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def limit_memory(size: int = MEMORY) -> None:
    """Lets this process hold no more than ``size`` bytes: what asks for more gets a MemoryError."""
    if sys.platform.startswith("linux"):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (size if hard < 0 else min(size, hard), hard))


def end_after(seconds: float = ENDED_AFTER) -> None:
    """Has the system end this process when it has used ``seconds`` more of CPU time."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = int(used.ru_utime + used.ru_stime + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (soft if hard < 0 else min(soft, hard), hard))
