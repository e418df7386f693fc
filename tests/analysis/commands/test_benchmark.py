"""The benchmark: what runs, and ratios."""

import pytest

from analysis.commands.benchmark import run_benchmark


def test_a_benchmark_tells_what_runs_and_gives_times_and_ratios():
    running = []
    timings = run_benchmark(["emma"], quick=True, progress=running.append)
    assert [timing.what for timing in timings] == running
    assert running[0] == "count the bigrams of 1 word"
    assert len(timings) >= 7  # and one more where there is a wc
    for timing in timings:
        assert timing.lecture_ms > 0
        assert timing.ratio == pytest.approx(timing.lecture_ms / timing.ours_ms)
