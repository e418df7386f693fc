"""How far lists are apart: the Jensen-Shannon divergence of their pairs of letters.

Each list is a distribution over pairs: P(a, b) is the count of the pair ab, divided by all counts of the list. With
M = (P + Q) / 2, the distance of two lists is

    JS(P, Q) = 1/2 sum P log2(P / M) + 1/2 sum Q log2(Q / M)    in bits, over all pairs

It is symmetric, 0 for the same shares, and 1 if no pair is in both lists. It is the information that one pair of
letters gives about which of the two lists it is from. It needs no smoothing. Rare pairs of a short list are missing
by chance, so short lists come out further apart than they are.
Source: J. Lin (1991), Divergence measures based on the Shannon entropy.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import torch

from analysis.counts.tables import Tables
from analysis.models.languages.alphabets import change_vocabulary, shared_vocabulary, union_vocabulary
from analysis.words.vocabulary import Vocabulary


def pair_shares(counts: torch.Tensor) -> torch.Tensor:
    """counts of any shape as shares of their sum, float64. Raises ValueError if nothing is counted."""
    if not counts.any():
        raise ValueError("expected at least one counted pair, got none")
    return counts.double() / counts.sum()


def divergence_cells(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    """What each pair adds to the distance, bits: shares P and Q of one shape, such as (V, V), give that shape; >= 0.

    >>> divergence_cells(torch.tensor([0.5, 0.5, 0.0]), torch.tensor([0.5, 0.0, 0.5])).tolist()
    [0.0, 0.25, 0.25]
    """
    mean = (first + second) / 2
    cells = sum(torch.xlogy(p, torch.where(p > 0, p / mean, 1)) for p in (first, second))
    return (cells / (2 * torch.log(torch.tensor(2.0, dtype=torch.float64)))).clamp(min=0)


def measure_distances(lists: Mapping[str, Tables]) -> torch.Tensor:
    """The distance of every pair of lists, bits, in the order of the keys: (L, L), float64, symmetric, 0 to 1.

    Raises ValueError if there is no list, or if nothing is counted in one.
    """
    if not lists:
        raise ValueError("expected at least one list, got none")
    vocab = union_vocabulary([tables.vocab for tables in lists.values()])
    counts = [change_vocabulary(tables.all, tables.vocab, vocab) for tables in lists.values()]
    shares = torch.stack([pair_shares(one).flatten() for one in counts])  # (L, V * V)
    shares = shares[:, shares.any(dim=0)]  # only the pairs that occur
    return torch.stack([divergence_cells(one, shares).sum(dim=1) for one in shares])


class SharedPairs(NamedTuple):
    """Two lists on the letters that they share.

    `first` and `second` (S, S), int64: their counts over the shared `vocab`. `only`: the letters that each list has
    alone, sorted. `kept`: the share of each list's pairs that is left. `cells` (S, S): what each pair adds to the
    distance, bits; their sum is `distance`.
    """

    vocab: Vocabulary
    first: torch.Tensor
    second: torch.Tensor
    only: tuple[list[str], list[str]]
    kept: tuple[float, float]
    cells: torch.Tensor
    distance: float


class PairDifference(NamedTuple):
    """A pair of letters, its share of all pairs in each list, and what it adds to the distance, bits."""

    pair: str
    first: float
    second: float
    bits: float


def compare_shared(first: Tables, second: Tables) -> SharedPairs:
    """Two lists on the letters that they share. Raises ValueError if a list has no pair of shared letters."""
    vocab = shared_vocabulary(first.vocab, second.vocab)
    one, other = (change_vocabulary(tables.all, tables.vocab, vocab) for tables in (first, second))
    if not (one.any() and other.any()):
        raise ValueError("expected two lists with pairs of letters that both have, got none")
    cells = divergence_cells(pair_shares(one), pair_shares(other))
    letters = set(vocab.itos[1:])
    only = (sorted({*first.vocab.itos[1:]} - letters), sorted({*second.vocab.itos[1:]} - letters))
    kept = (float(one.sum() / first.all.sum()), float(other.sum() / second.all.sum()))
    return SharedPairs(vocab, one, other, only, kept, cells, float(cells.sum()))


def largest_differences(shared: SharedPairs, k: int) -> list[PairDifference]:
    """The k pairs that add most to the distance, the first of them most; fewer if fewer add anything."""
    size = len(shared.vocab)
    bits, cells = shared.cells.flatten().sort(descending=True, stable=True)
    shares = [pair_shares(counts).flatten()[cells].tolist() for counts in (shared.first, shared.second)]
    pairs = ["".join(shared.vocab.itos[i] for i in divmod(cell, size)) for cell in cells[:k].tolist()]
    rows = zip(pairs, *shares, bits.tolist(), strict=False)
    return [PairDifference(*row) for row in rows if row[-1] > 0]
