"""The benchmark: what runs, and ratios."""

import pytest

from analysis.commands.benchmark import run_benchmark
from analysis.words.vocabulary import build_vocabulary


def test_a_benchmark_tells_what_runs_and_gives_times_and_ratios():
    running = []
    timings = run_benchmark(["emma"], build_vocabulary(["emma"]), quick=True, progress=running.append)
    assert [timing.what for timing in timings] == running
    assert running[0] == "count the bigrams of 1 word"
    assert len(timings) >= 7  # and one more where there is a wc
    for timing in timings:
        assert timing.lecture_ms > 0
        assert timing.ratio == pytest.approx(timing.lecture_ms / timing.ours_ms)


def test_of_a_weighted_list_it_says_that_each_word_is_counted_once(tmp_path, run):
    path = tmp_path / "words.txt"
    path.write_text("emma 3\nava 2\n")
    err = run("benchmark", "--quick", "--words", path, "--weights")[2]
    assert err.startswith("note: the lecture's loops count each word once, so the weights are left out here\n")
    assert "count the bigrams of 2 words" in err
