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
import torch.nn.functional as F

from analysis.counts.bigrams import count_bigrams, encode_words
from analysis.counts.likelihood import mean_nll
from analysis.counts.smoothing import smoothed_probs
from analysis.net.training import initial_weights, train
from analysis.samples.names import sample_words
from analysis.settings import EPOCHS, SEED
from analysis.streams import open_stream
from analysis.words.vocabulary import Vocabulary, build_vocabulary


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


def lecture_training(words: Sequence[str], vocab: Vocabulary, weights: torch.Tensor, epochs: int) -> list[float]:
    """One-hot and autograd over every example, in float32, learning rate 50, no penalty: the loss of each epoch."""
    ids = torch.from_numpy(encode_words(words, vocab))
    xs, ys = ids[:-1], ids[1:]
    weights = weights.float().clone().requires_grad_()
    losses = []
    for _ in range(epochs):
        logits = F.one_hot(xs, num_classes=len(vocab)).float() @ weights
        mass = logits.exp()
        probs = mass / mass.sum(1, keepdim=True)
        loss = -probs[torch.arange(len(ys)), ys].log().mean()
        weights.grad = None
        loss.backward()
        weights.data += -50 * weights.grad
        losses.append(loss.item())
    return losses


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
    return [*timings, time_training(words, vocab, counts, progress)]


def time_training(words: Sequence[str], vocab: Vocabulary, counts: torch.Tensor, progress: Callable) -> Timing:
    """An epoch of training: the lecture's, the mean of a few, beside ours, the mean of 200 with every loss kept."""
    few, many = 5, EPOCHS.default
    what = f"train on {len(words):,} words, an epoch ({few} of the lecture's, {many} of ours)"
    progress(what)
    weights = initial_weights("randn", len(vocab), SEED.default)
    lecture_ms = best_ms(lambda: lecture_training(words, vocab, weights, few), 1) / few
    ours_ms = best_ms(lambda: train(counts, weights, epochs=many, learning_rate=50.0, lam=0.0), 3) / many
    return Timing(what, lecture_ms, ours_ms, lecture_ms / ours_ms)
