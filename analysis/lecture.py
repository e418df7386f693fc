"""The lecture's own loops, in our words: counting, nll, sampling and training as the video shows them.

They are slow. Tests compare our functions with them, and the benchmark measures them.
The fast functions are in `counts`, `samples` and `net`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import torch
import torch.nn.functional as F

from analysis.words.vocabulary import Vocabulary


def lecture_counts(words: Sequence[str], vocab: Vocabulary) -> torch.Tensor:
    """Count one bigram at a time: `N[i, j] += 1` for every bigram of every word; counts (V, V), int32."""
    table = torch.zeros((len(vocab), len(vocab)), dtype=torch.int32)
    for word in words:
        ids = vocab.encode(word)
        for i, j in itertools.pairwise(ids):
            table[i, j] += 1
    return table


def lecture_nll(words: Sequence[str], vocab: Vocabulary, counts: torch.Tensor, smoothing: float) -> tuple[float, float]:
    """Add one bigram at a time, in float32: the log-likelihood and the mean nll, as the lecture prints them.

    counts (V, V); both in nats, the mean per predicted character. A float32
    sum of 228,146 terms is off in the fifth digit: that is where the
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
    """Draw n names letter by letter with `torch.multinomial`, from probs (V, V), with torch's CPU generator."""
    generator = torch.Generator().manual_seed(seed)
    table = probs.float()
    words = []
    for _ in range(n):
        letters, i = [], 0
        while True:
            i = int(torch.multinomial(table[i], num_samples=1, replacement=True, generator=generator))
            if i == 0:
                break
            letters.append(vocab.itos[i])
        words.append("".join(letters))
    return words


def examples_of(counts: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """The lecture's xs and ys, int64, (n,) each, made from counts (V, V): every pair as often as it was counted.

    They are in the order of the table, not of the words; for a loss over all of them, the order does not matter.
    """
    pairs = torch.arange(counts.numel()).repeat_interleave(counts.flatten())
    return pairs // counts.shape[1], pairs % counts.shape[1]


def lecture_training(xs: torch.Tensor, ys: torch.Tensor, weights: torch.Tensor, epochs: int) -> Iterator[float]:
    """The loss of each epoch, with one-hot and autograd over every example: float32, learning rate 50, no penalty.

    xs, ys (n,) are ids, weights (V, V) the first weights. An epoch is calculated when its loss is needed.
    """
    weights = weights.float().clone().requires_grad_()
    for _ in range(epochs):
        logits = F.one_hot(xs, num_classes=weights.shape[0]).float() @ weights
        mass = logits.exp()
        probs = mass / mass.sum(1, keepdim=True)
        loss = -probs[torch.arange(len(ys)), ys].log().mean()
        weights.grad = None
        loss.backward()
        assert weights.grad is not None
        weights.data += -50 * weights.grad
        yield loss.item()
