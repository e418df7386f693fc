"""The command benchmark: times of the lecture's loops and of ours, in one process, with their ratios.

A time means little on another machine. The ratio of two loops that ran one after
the other is similar everywhere.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, NamedTuple

from analysis.commands.benchmark_large import large_file_loops
from analysis.commands.lists import ListOptions
from analysis.commands.options import Json, Option
from analysis.commands.printing import Table, note, print_answer, some
from analysis.settings import EPOCHS, INIT, LAM, LEARNING_RATE, SEED
from analysis.words.vocabulary import Vocabulary


class Timing(NamedTuple):
    """One loop of the lecture and ours: best times in milliseconds; `ratio` says how many times faster ours is."""

    what: str
    lecture_ms: float
    ours_ms: float
    ratio: float


Loops = tuple[str, Callable[[], object], Callable[[], object]]  # what they do, the lecture's, ours
FEW = 5  # epochs of the lecture's training; of ours, 200: the time of one is shown


def benchmark(
    *,
    quick: Annotated[bool, Option("2,000 words and 100 names.")] = False,
    source: ListOptions,
    json: Json = False,
) -> None:
    """Measure the lecture's loops and ours in one process, with the ratios of their times.

    Each word is counted once, also with --weights.
    """
    listed = source.open()
    if listed.weights is not None:
        note("note: the lecture's loops count each word once, so the weights are left out here")
    timings = run_benchmark(listed.words, listed.tables.vocab, quick=quick, progress=note)
    rows = [(t.what, f"{t.lecture_ms:,.1f}", f"{t.ours_ms:,.2f}", f"{t.ratio:,.0f} x") for t in timings]
    table = Table("benchmark", ["what", "lecture's loop (ms)", "ours (ms)", "ratio"], rows)
    print_answer(json, [timing._asdict() for timing in timings], [table])


def best_ms(run: Callable[[], object], repeats: int) -> float:
    """The shortest time of some runs, in milliseconds: other programs can only make a run slower."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        times.append(1000 * (time.perf_counter() - start))
    return min(times)


def run_benchmark(
    words: Sequence[str], vocab: Vocabulary, *, quick: bool, progress: Callable[[str], None]
) -> list[Timing]:
    """Measure each loop of the lecture and ours on the same words; `quick` uses 2,000 words and draws 100 names.

    `vocab` has all letters of the words. Both give the same counts, nll and names. `progress` is called with the name
    of what runs now.
    """
    words = words[:2000] if quick else words

    def measure(loops: Loops, lecture_steps: int = 1, our_steps: int = 1) -> Timing:
        what, lecture, ours = loops
        progress(what)
        lecture_ms, ours_ms = best_ms(lecture, 1) / lecture_steps, best_ms(ours, 5) / our_steps
        return Timing(what, lecture_ms, ours_ms, lecture_ms / ours_ms)

    return [
        *map(measure, table_loops(words, vocab, names=100 if quick else 2000)),
        measure(training_loops(words, vocab), FEW, EPOCHS.default),
        *map(measure, large_file_loops(words, vocab.boundary, quick=quick)),
    ]


def table_loops(words: Sequence[str], vocab: Vocabulary, names: int) -> Iterator[Loops]:
    """Counting, scoring, dividing and drawing some names."""
    from analysis.counts.bigrams import count_bigrams
    from analysis.counts.likelihood import mean_nll
    from analysis.counts.normalization.costs import LETTERS, rows_beforehand, rows_each_time
    from analysis.counts.smoothing import smoothed_probs
    from analysis.lecture import lecture_counts, lecture_nll, lecture_sample
    from analysis.samples.names import sample_words
    from analysis.streams import open_stream

    counts, seed = count_bigrams(words, vocab), SEED.default
    probs = smoothed_probs(counts, 1.0)
    letters = [i % len(vocab) for i in range(LETTERS)]
    listed = some(len(words), "word")

    def drawn_from(stream: str) -> Callable[[], object]:
        return lambda: sample_words(probs, vocab, names, open_stream(stream, seed))

    yield f"count the bigrams of {listed}", lambda: lecture_counts(words, vocab), lambda: count_bigrams(words, vocab)
    yield (
        f"mean nll of {listed}",
        lambda: lecture_nll(words, vocab, counts, 1.0),
        lambda: mean_nll(count_bigrams(words, vocab), probs),
    )
    yield (
        f"divide the row of each of {some(len(letters), 'letter')}, or the whole table once",
        lambda: rows_each_time(counts, letters),
        lambda: rows_beforehand(counts, letters),
    )
    for stream in ("cpu", "lecture"):
        what = f"sample {names:,} names, stream {stream}"
        yield what, lambda: lecture_sample(probs, vocab, names, seed), drawn_from(stream)


def training_loops(words: Sequence[str], vocab: Vocabulary) -> Loops:
    """Training for a few epochs as the lecture does it, for 200 as we do it."""
    from analysis.counts.bigrams import count_bigrams
    from analysis.lecture import examples_of, lecture_training
    from analysis.net.forward import initial_weights
    from analysis.net.training import train

    epochs, rate = EPOCHS.default, LEARNING_RATE.default
    counts = count_bigrams(words, vocab)
    xs, ys = examples_of(counts)
    weights = initial_weights(INIT.default, len(vocab), SEED.default)
    return (
        f"train on {some(len(words), 'word')}, an epoch ({FEW} of the lecture's, {epochs} of ours)",
        lambda: list(lecture_training(xs, ys, weights, FEW)),
        lambda: train(counts, weights, epochs=epochs, learning_rate=rate, lam=LAM.default),
    )
