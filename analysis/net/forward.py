"""From weights W to predictions: first weights, one-hot letters times W, softmax, and the nll.

Nothing here learns: `training` does, from the counts, which give the same numbers as one-hot letters.
"""

from __future__ import annotations

import torch

from analysis.settings import INIT, SEED, SKIP, SKIPPED
from analysis.streams.numbers import cuda_normals


def one_hot(ids: torch.Tensor, size: int) -> torch.Tensor:
    """ids (n,) -> (n, V), float64, a single 1 in each row. Floats, because they are multiplied with weights.

    >>> one_hot(torch.tensor([0, 2]), 3).tolist()
    [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]
    """
    return torch.nn.functional.one_hot(ids, size).double()


def logits_by_product(ids: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """The forward pass as the lecture writes it: one-hot (n, V) @ W (V, V) -> logits (n, V), float64."""
    return one_hot(ids, weights.shape[0]) @ weights.double()


def logits_by_look_up(ids: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """The same as a look-up, because a one-hot row times W is one row of W: logits (n, V), float64."""
    return weights.double()[ids]


def net_probs(weights: torch.Tensor) -> torch.Tensor:
    """softmax of every row of W (V, V): probs (V, V), float64, P(next | previous); each row sums to 1."""
    return torch.softmax(weights.double(), dim=1)


def net_nll(counts: torch.Tensor, weights: torch.Tensor) -> float:
    """Mean nll of the words counted in counts (V, V), nats per predicted character. ValueError if nothing is counted.

    Uses log_softmax, so that the nll is finite even if a probability is too small for a float.
    """
    n = int(counts.sum())
    if n == 0:
        raise ValueError("a mean nll needs at least one bigram, got none")
    return float(-(counts * torch.log_softmax(weights.double(), dim=1)).sum() / n)


def penalty(weights: torch.Tensor, lam: float) -> float:
    """lam * (W ** 2).mean() of W (V, V), over all V * V entries, nats. It acts on the net as smoothing on counts."""
    return lam * float(weights.double().square().mean())


def initial_weights(init: str, size: int, seed: int, skip: int = 0) -> torch.Tensor:
    """W (V, V), float64, before any training: "randn" (the lecture's), "rand", "cuda" or "zeros" (every row uniform).

    randn and rand are torch's, drawn in float32 on the CPU from a generator that has already given `skip` 32-bit words;
    cuda is what randn gives on a GPU, calculated here. Raises ValueError for another name, a seed that is not
    0 ... 2 ** 64 - 1, or a skip above 0 with cuda or zeros.
    """
    generator = generator_after(seed, skip)
    if skip and init in INIT.options and init not in SKIPPED:
        raise ValueError(f"skip is for first weights {' and '.join(SKIPPED)}, got {init}")
    if init == "zeros":
        return torch.zeros(size, size, dtype=torch.float64)
    if init == "cuda":
        return torch.from_numpy(cuda_normals(seed, size, size)).double()
    if init not in INIT.options:
        raise ValueError(f"init must be one of {INIT.listed} or a file of a run, got {init}")
    draw = torch.randn if init == "randn" else torch.rand
    return draw((size, size), generator=generator).double()


def neuron_weights(size: int, seed: int, skip: int) -> torch.Tensor:
    """A single neuron (V, 1), float64: `torch.randn(V, 1)` of a CPU generator that has already given `skip` words."""
    return torch.randn((size, 1), generator=generator_after(seed, skip)).double()


def generator_after(seed: int, skip: int) -> torch.Generator:
    """torch's CPU generator after it has given `skip` 32-bit words. ValueError for a seed or skip out of limits."""
    generator = torch.Generator().manual_seed(SEED.check(seed))
    torch.empty(SKIP.check(skip), dtype=torch.int32).random_(generator=generator)
    return generator
