"""The lecture's own loops beside ours, in one process, as ratios.

Times of one machine mean little on another; a ratio of two loops that ran one
after the other means the same everywhere. The loops are the lecture's, in our
words: they are the slow twins that tests compare with.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

import torch

from analysis.bigrams import count_bigrams
from analysis.generators import open_stream
from analysis.likelihood import mean_nll
from analysis.sampling import sample_words
from analysis.settings import SEED
from analysis.smoothing import smoothed_probs
from analysis.vocabulary import Vocabulary, build_vocabulary


class Timing(NamedTuple):
    """One loop of the lecture beside ours, best times in milliseconds; `ratio` says how many times faster ours is."""

    what: str
    lecture_ms: float
    ours_ms: float
    ratio: float


def lecture_counts(words: Sequence[str], vocab: Vocabulary) -> torch.Tensor:
    """Cell by cell: `N[i, j] += 1` for every bigram of every word, on a tensor (V, V), int32."""
    table = torch.zeros((len(vocab), len(vocab)), dtype=torch.int32)
    for word in words:
        ids = vocab.encode(word)
        for i, j in itertools.pairwise(ids):
            table[i, j] += 1
    return table


def lecture_nll(words: Sequence[str], vocab: Vocabulary, counts: torch.Tensor, smoothing: float) -> tuple[float, float]:
    """Bigram by bigram, in float32: the log-likelihood (a running sum) and the mean nll, as the lecture prints them.

    A float32 sum of 228,146 terms is off in the fifth digit: that is where the
    printed 2.4540942 comes from (exact: 2.4540145).
    """
    probs = (counts + smoothing).float()
    probs /= probs.sum(1, keepdim=True)
    total = torch.tensor(0.0)
    n = 0
    for word in words:
        ids = vocab.encode(word)
        for i, j in itertools.pairwise(ids):
            total += torch.log(probs[i, j])
            n += 1
    return total.item(), (-total / n).item()


def lecture_sample(probs: torch.Tensor, vocab: Vocabulary, n: int, seed: int) -> list[str]:
    """Name by name and letter by letter with `torch.multinomial`, from probs (V, V)."""
    generator = torch.Generator().manual_seed(seed)
    table = probs.float()
    words = []
    for _ in range(n):
        letters, i = [], 0
        while True:
            i = torch.multinomial(table[i], num_samples=1, replacement=True, generator=generator).item()
            if i == 0:
                break
            letters.append(vocab.itos[i])
        words.append("".join(letters))
    return words


def best_ms(run: Callable[[], object], repeats: int) -> float:
    """The shortest of some runs, in milliseconds: noise only ever adds."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        times.append(1000 * (time.perf_counter() - start))
    return min(times)


def run_benchmark(words: Sequence[str], *, quick: bool, progress: Callable[[str], None]) -> list[Timing]:
    """Each loop of the lecture beside ours on the same words; `quick` takes the first 2,000 and 100 names.

    Both sides give the same counts, nll and names. `progress` is told what runs.
    """
    words = words[:2000] if quick else words
    names = 100 if quick else 2000
    vocab = build_vocabulary(words)
    counts = count_bigrams(words, vocab)
    probs = smoothed_probs(counts, 1.0)
    seed = SEED.default
    pairs: list[tuple[str, Callable[[], object], Callable[[], object]]] = [
        (
            f"count the bigrams of {len(words):,} words",
            lambda: lecture_counts(words, vocab),
            lambda: count_bigrams(words, vocab),
        ),
        (
            f"mean nll of {len(words):,} words",
            lambda: lecture_nll(words, vocab, counts, 1.0),
            lambda: mean_nll(count_bigrams(words, vocab), probs),
        ),
        (
            f"sample {names:,} names, stream cpu",
            lambda: lecture_sample(probs, vocab, names, seed),
            lambda: sample_words(probs, vocab, names, open_stream("cpu", seed)),
        ),
        (
            f"sample {names:,} names, stream lecture",
            lambda: lecture_sample(probs, vocab, names, seed),
            lambda: sample_words(probs, vocab, names, open_stream("lecture", seed)),
        ),
    ]
    timings = []
    for what, lecture, ours in pairs:
        progress(what)
        lecture_ms, ours_ms = best_ms(lecture, 1), best_ms(ours, 5)
        timings.append(Timing(what, lecture_ms, ours_ms, lecture_ms / ours_ms))
    return timings
