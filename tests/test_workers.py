import os
import signal
import subprocess
import sys
import time

import pytest

from sayso import workers
from sayso.workers import in_processes
from workerjobs import deadly, double, endless, greedy


def lost(number):
    return f"lost {number}"


@pytest.mark.parametrize(
    ("function", "third"),
    [
        (double, 6),
        (deadly, "lost 3"),
        pytest.param(endless, "lost 3", marks=pytest.mark.skipif(sys.platform == "win32", reason="no limits there")),
        pytest.param(
            greedy, -1, marks=pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of Linux")
        ),
    ],
)
def test_one_item_does_not_stop_the_others(function, third):
    assert list(in_processes(function, range(6), 2, lost)) == [0, 2, 4, third, 8, 10]


def test_few_items_are_taken_ahead_of_the_results():
    taken = []
    results = in_processes(double, (taken.append(n) or n for n in range(100)), 1, lost)
    assert next(results) == 0
    assert len(taken) <= workers.AHEAD + 1
    results.close()


PARENT = """
from slow import number
from sayso.workers import in_processes

if __name__ == "__main__":
    for pid in in_processes(number, range(8), 1, int):
        print(pid, flush=True)
"""
SLOW = """
import os, time

def number(item):
    time.sleep(item and 60)
    return os.getpid()
"""


def test_workers_end_with_the_process_they_work_for(tmp_path):
    (tmp_path / "slow.py").write_text(SLOW, encoding="utf-8")
    (tmp_path / "parent.py").write_text(PARENT, encoding="utf-8")
    parent = subprocess.Popen([sys.executable, str(tmp_path / "parent.py")], stdout=subprocess.PIPE, text=True)
    assert int(parent.stdout.readline()) != parent.pid
    os.kill(parent.pid, signal.SIGKILL)
    parent.communicate(timeout=20)  # the pipe closes when the last process that may write to it has ended


def test_a_process_that_dies_while_the_results_are_used_spares_the_others():
    def slowly():
        for number in (3, 4, 5):
            yield number
            time.sleep(1.5)  # the first process has died before the next item is handed out

    assert list(in_processes(deadly, slowly(), 2, lost)) == ["lost 3", 8, 10]
