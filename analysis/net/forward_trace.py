"""The forward pass on one word, with every number on the way. The page Forward pass shows it.

The steps are the functions of `forward`; here all results are kept, from the ids of a word to its loss.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch

from analysis.net.forward import initial_weights, logits_by_look_up, net_probs, neuron_weights
from analysis.words.vocabulary import Vocabulary

NEURON_WORDS = 43  # 32-bit words for randn(27, 1): one for each number, and 16 more, because 27 is not a multiple of 16


@dataclass(frozen=True)
class ForwardTrace:
    """One word through an untrained net, W = randn. xs, ys (n,) are the ids before and after; the rest is float64.

    `exps` and `probs` (V, V) have a row for every row of W; an example uses the row of its x.
    `neuron` (V,) is a single column of weights. If the generator had given enough words, it was drawn right before W,
    as in N1's notes; otherwise it is drawn from a new generator with the same seed.
    """

    xs: torch.Tensor
    ys: torch.Tensor
    weights: torch.Tensor
    neuron: torch.Tensor

    @property
    def logits(self) -> torch.Tensor:
        """xenc @ W (n, V): for each x, its row of W."""
        return logits_by_look_up(self.xs, self.weights)

    @property
    def exps(self) -> torch.Tensor:
        """exp(W) (V, V), the lecture's "counts"."""
        return self.weights.exp()

    @property
    def probs(self) -> torch.Tensor:
        """P(next | previous) (V, V)."""
        return net_probs(self.weights)

    @property
    def right(self) -> torch.Tensor:
        """The probability of each right next letter (n,): probs[torch.arange(n), ys] of the examples."""
        return self.probs[self.xs, self.ys]

    @property
    def loss(self) -> float:
        """The mean nll of the right letters, nats per character."""
        return float(-torch.log_softmax(self.weights, dim=1)[self.xs, self.ys].mean())


def trace_forward(word: str, vocab: Vocabulary, seed: int, skip: int = 0) -> ForwardTrace:
    """The forward pass on a word; `skip` is how many 32-bit words the generator has given before W.

    ValueError for a letter that is not in the vocabulary.

    >>> from analysis.counts.tables import load_tables
    >>> vocab = load_tables("names").vocab
    >>> [round(trace_forward("emma", vocab, 2147483647, skip).loss, 4) for skip in (0, 220)]
    [3.7693, 4.2373]
    """
    ids = torch.tensor(vocab.encode(word))
    weights = initial_weights("randn", len(vocab), seed, skip)
    neuron = neuron_weights(len(vocab), seed, before_neuron(skip))
    return ForwardTrace(ids[:-1], ids[1:], weights, neuron[:, 0])


def before_neuron(skip: int) -> int:
    """How many words the generator had given before it drew the single neuron.

    >>> before_neuron(220), before_neuron(0)
    (177, 0)
    """
    return max(skip - NEURON_WORDS, 0)


@dataclass(frozen=True)
class Types:
    """The dtypes that the installed torch gives to the ids of a word, and the number of columns of its one_hot."""

    tensor: str
    big_tensor: str
    one_hot: str
    as_float: str
    columns: int


def types_of(xs: torch.Tensor, size: int) -> Types:
    """The dtypes of torch.tensor, torch.Tensor, F.one_hot and .float() on ids (n,) below `size`; and how many columns
    one_hot makes without num_classes.

    >>> types_of(torch.tensor([0, 5, 13, 13, 1]), 27)
    Types(tensor='int64', big_tensor='float32', one_hot='int64', as_float='float32', columns=14)
    """
    ids, one_hot = xs.tolist(), torch.nn.functional.one_hot
    hot = one_hot(xs, size)

    def kind(tensor: torch.Tensor) -> str:
        return str(tensor.dtype).removeprefix("torch.")

    return Types(kind(torch.tensor(ids)), kind(torch.Tensor(ids)), kind(hot), kind(hot.float()), one_hot(xs).shape[1])
