import gc
import threading
import time

import pytest

from sayso.limits import COLLECTED_AFTER, TimeLimitError, seldom_collected, time_limit


def work(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_a_block_that_takes_too_long_is_broken_off():
    with pytest.raises(TimeLimitError, match="more than"), time_limit(0.05):
        work(5)


def test_waiting_is_no_work():
    with time_limit(0.05):
        time.sleep(0.2)


def test_after_the_block_nothing_is_limited():
    with time_limit(0.05):
        pass
    work(0.2)


def test_an_outer_limit_holds_inside_an_inner_one():
    with pytest.raises(TimeLimitError, match=r"0\.05"), time_limit(0.05), time_limit(60):
        work(5)


def test_what_swallows_the_limit_is_told_again():
    told = 0
    with time_limit(0.05):
        for _ in range(2):
            try:
                work(5)
            except TimeLimitError:
                told += 1
    assert told == 2


def test_other_threads_run_without_a_limit():
    done = []

    def run():
        with time_limit(0.01):
            work(0.1)
        done.append(True)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert done


def test_cycles_are_looked_for_seldom_in_the_block_and_as_before_behind_it():
    before, within = gc.get_threshold(), []

    def broken_off():
        with seldom_collected():
            within.append(gc.get_threshold()[0])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert within == [COLLECTED_AFTER]
    assert gc.get_threshold() == before


def test_who_has_cycles_looked_for_more_seldom_or_never_is_left_alone():
    before = gc.get_threshold()
    try:
        for threshold in (0, 10 * COLLECTED_AFTER):
            gc.set_threshold(threshold)
            with seldom_collected():
                assert gc.get_threshold()[0] == threshold
    finally:
        gc.set_threshold(*before)


def test_of_blocks_that_overlap_none_leaves_anything_changed():
    before = gc.get_threshold()
    first, second = seldom_collected(), seldom_collected()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    second.__exit__(None, None, None)
    assert gc.get_threshold() == before
