"""The command benchmark: times of the lecture's loops and of ours, in one process, with their ratios.

A time means little on another machine. The ratio of two loops that ran one after
the other is similar everywhere.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from analysis.commands.benchmark_large import large_file_pairs
from analysis.commands.options import Json, ListOptions
from analysis.commands.printing import note, print_json, print_table, some
from analysis.settings import EPOCHS, INIT, LAM, LEARNING_RATE, SEED
from analysis.words.vocabulary import Vocabulary, build_vocabulary

if TYPE_CHECKING:
    import torch

Report = Callable[[str], None]


def benchmark(
    *,
    quick: Annotated[bool, typer.Option("--quick", help="2,000 words and 100 names.")] = False,
    source: ListOptions,
    json: Json = False,
) -> None:
    """Measure the lecture's loops and ours in one process, with the ratios of their times."""
    timings = run_benchmark(source.open().words, quick=quick, progress=note)
    if json:
        print_json([timing._asdict() for timing in timings])
        return
    rows = [(t.what, f"{t.lecture_ms:,.1f}", f"{t.ours_ms:,.2f}", f"{t.ratio:,.0f} x") for t in timings]
    print_table("benchmark", ["what", "lecture's loop (ms)", "ours (ms)", "ratio"], rows)


class Timing(NamedTuple):
    """One loop of the lecture and ours: best times in milliseconds; `ratio` says how many times faster ours is."""

    what: str
    lecture_ms: float
    ours_ms: float
    ratio: float


def best_ms(run: Callable[[], object], repeats: int) -> float:
    """The shortest time of some runs, in milliseconds: other programs can only make a run slower."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        times.append(1000 * (time.perf_counter() - start))
    return min(times)


def run_benchmark(words: Sequence[str], *, quick: bool, progress: Report) -> list[Timing]:
    """Measure each loop of the lecture and ours on the same words; `quick` uses 2,000 words and draws 100 names.

    Both give the same counts, nll and names. `progress` is called with the name of what runs now.
    """
    from analysis.counts.bigrams import count_bigrams
    from analysis.counts.likelihood import mean_nll
    from analysis.counts.normalization.costs import LETTERS, rows_beforehand, rows_each_time
    from analysis.counts.smoothing import smoothed_probs
    from analysis.lecture import lecture_counts, lecture_nll, lecture_sample
    from analysis.samples.names import sample_words
    from analysis.streams import open_stream

    words = words[:2000] if quick else words
    names = 100 if quick else 2000
    vocab = build_vocabulary(words)
    counts = count_bigrams(words, vocab)
    probs = smoothed_probs(counts, 1.0)
    seed = SEED.default
    letters = [i % len(vocab) for i in range(LETTERS)]
    listed, letter = some(len(words), "word"), some(len(letters), "letter")

    def drawn_by_lecture() -> object:
        return lecture_sample(probs, vocab, names, seed)

    def drawn_from(stream: str) -> Callable[[], object]:
        return lambda: sample_words(probs, vocab, names, open_stream(stream, seed))

    def time_pair(what: str, lecture: Callable[[], object], ours: Callable[[], object]) -> Timing:
        progress(what)
        lecture_ms, ours_ms = best_ms(lecture, 1), best_ms(ours, 5)
        return Timing(what, lecture_ms, ours_ms, lecture_ms / ours_ms)

    return [
        time_pair(
            f"count the bigrams of {listed}", lambda: lecture_counts(words, vocab), lambda: count_bigrams(words, vocab)
        ),
        time_pair(
            f"mean nll of {listed}",
            lambda: lecture_nll(words, vocab, counts, 1.0),
            lambda: mean_nll(count_bigrams(words, vocab), probs),
        ),
        time_pair(
            f"divide the row of each of {letter}, or the whole table once",
            lambda: rows_each_time(counts, letters),
            lambda: rows_beforehand(counts, letters),
        ),
        *(
            time_pair(f"sample {names:,} names, stream {s}", drawn_by_lecture, drawn_from(s))
            for s in ("cpu", "lecture")
        ),
        time_training(words, vocab, counts, progress),
        *large_file_pairs(words, quick=quick, time_pair=time_pair),
    ]


def time_training(
    words: Sequence[str], vocab: Vocabulary, counts: torch.Tensor, progress: Callable[[str], None]
) -> Timing:
    """The time of an epoch of training: of the lecture's, the mean of a few; of ours, the mean of 200.

    counts (V, V) are those of the words.
    """
    from analysis.lecture import examples_of, lecture_training
    from analysis.net.forward import initial_weights
    from analysis.net.training import train

    few, many = 5, EPOCHS.default
    what = f"train on {some(len(words), 'word')}, an epoch ({few} of the lecture's, {many} of ours)"
    progress(what)
    weights = initial_weights(INIT.default, len(vocab), SEED.default)

    def ours() -> object:
        return train(counts, weights, epochs=many, learning_rate=LEARNING_RATE.default, lam=LAM.default)

    xs, ys = examples_of(counts)
    lecture_ms = best_ms(lambda: list(lecture_training(xs, ys, weights, few)), 1) / few
    ours_ms = best_ms(ours, 3) / many
    return Timing(what, lecture_ms, ours_ms, lecture_ms / ours_ms)
