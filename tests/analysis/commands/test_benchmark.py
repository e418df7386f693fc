"""The benchmark: what runs, and ratios."""

import pytest

from analysis.commands.benchmark import run_benchmark


def test_a_benchmark_tells_what_runs_and_gives_positive_times():
    running = []
    timings = run_benchmark(["emma"], quick=True, progress=running.append)
    assert [timing.what for timing in timings] == running
    assert running[0] == "count the bigrams of 1 word"
    assert all(timing.lecture_ms > 0 and timing.ours_ms > 0 for timing in timings)


def test_benchmark_prints_ratios(words, run_json):
    timings = run_json("benchmark", "--quick")
    assert len(timings) >= 7  # and one more where there is a wc
    assert all(t["ratio"] == pytest.approx(t["lecture_ms"] / t["ours_ms"]) for t in timings)
