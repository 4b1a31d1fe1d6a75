"""What one document may cost: CPU time for reading and annotating it, and memory in a worker process.

Only hostile or broken input comes near the limits. Time is CPU time, so a busy machine does not change what is found.
"""

from __future__ import annotations

import gc
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: CPU seconds for reading one page, and for annotating one document. An article takes a tenth of a second.
READING = 60.0
ANNOTATING = 120.0
#: CPU seconds after which the system ends a worker that did not stop when told to (a loop inside a library).
ENDED_AFTER = 2 * ANNOTATING
#: Bytes of memory that a worker may hold. Models and parses take 0.7 GB.
MEMORY = 4_000_000_000
#: CPU seconds after which code that swallowed the first signal gets another.
AGAIN = 1.0

#: How many new objects trigger a garbage collection while pages are read or documents related.
COLLECTED_AFTER = 50_000


class TimeLimitError(Exception):
    """A document took more CPU time than any may."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises :class:`TimeLimitError` in the block once it has used this much CPU time, then again every second.

    It needs interval timers and the main thread; elsewhere, and inside another limit, the block runs without a limit.
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
            over = True  # a signal that comes here must not raise, or the timer would never be stopped
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0.0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Runs the garbage collector less often in the block.

    Reading a page makes tens of thousands of objects, and relating holds the words of thousands of texts, nearly all
    of which are freed without it. It still runs often enough that hostile input cannot fill the memory.
    """
    before = gc.get_threshold()
    if not 0 < before[0] < COLLECTED_AFTER:  # as inside another such block
        yield
        return
    gc.set_threshold(COLLECTED_AFTER, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def limit_memory(size: int = MEMORY) -> None:
    """Limits this process to ``size`` bytes, beyond which it gets a MemoryError; on Linux only."""
    if sys.platform.startswith("linux"):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (size if hard < 0 else min(size, hard), hard))


def end_after(seconds: float = ENDED_AFTER) -> None:
    """Has the system end this process once it has used ``seconds`` more of CPU time; not on Windows."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = int(used.ru_utime + used.ru_stime + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (soft if hard < 0 else min(soft, hard), hard))
