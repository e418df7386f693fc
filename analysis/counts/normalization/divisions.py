"""The right division and the wrong ones: what each does to the sums, the first row and the nll of one table.

`normalization` has the divisions themselves, `broadcasting` the rule for shapes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch

from analysis.counts.bigrams import count_bigrams
from analysis.counts.likelihood import mean_nll
from analysis.counts.normalization import DIVISORS, Division, explain, normalize
from analysis.counts.normalization.broadcasting import Broadcast, broadcast
from analysis.counts.smoothing import with_fake_counts
from analysis.words.vocabulary import Vocabulary, build_vocabulary

SMALL_WORDS = ("ava", "av", "aa")  # ten bigrams over two letters; row totals 3, 5 and 2
NAMES = 5  # drawn from each table
EQUAL = 1e-9  # nats; a smaller difference is only rounding
SHOWN = 60  # letters of a word
_ADDS_UP = {1: "each row", 0: "each column", None: "all of them"}
_BY = {
    "rows": "its own row, i",
    "sum1": "row j, and not of its own row, i",
    "columns": "its column, j, and not of its row",
    "sum0": "its column, j, and not of its row",
    "total": "the whole table",
}


@dataclass(frozen=True)
class Compared:
    """A table divided in one way. `probs` (V, V), float64, is the result.

    `nll` is the mean nll of the counted bigrams under this table, nats per character. To draw letters, torch divides
    each row by its sum once more; `sampled_nll` is the nll of that table. Both are nan or infinite if a row or column
    without counts was divided by 0.
    """

    division: Division
    probs: torch.Tensor
    nll: float
    sampled_nll: float

    @property
    def rows_sum_to_one(self) -> bool:
        """True if each row is a probability distribution."""
        return self.division.normalized.startswith("rows")

    @property
    def shapes(self) -> Broadcast:
        """The shapes of the table and of the divisor, aligned."""
        return broadcast(self.division.shape, self.division.divisor_shape)

    @property
    def story(self) -> tuple[str, str, str]:
        """Three sentences: how the sums are made, how their shape is aligned, what each cell is divided by."""
        divisor, shape = self.division.divisor, self.division.divisor_shape
        made = "one number" if divisor.dim is None else f"{self.division.row_sums.numel()} sums"
        last, first = (step.why.replace("the second", divisor.code) for step in self.shapes.steps)
        axes = f"Last axis: {last}. First axis: {first}"
        if divisor.dim is None:
            axes, left = "A single number has no axis: it stretches over all of the table", ""
        elif divisor.keepdim:
            left = "; keepdim=True leaves the axis there, with size 1"
        else:
            left = f"; without keepdim, axis {divisor.dim} is gone"
        return (
            f"{divisor.code} adds up {_ADDS_UP[divisor.dim]}: {made}, shape {shape}{left}.",
            f"Aligned from the right with {self.division.shape}. {axes}.",
            f"So the cell in row i and column j is divided by the sum of {_BY[divisor.key]}.",
        )


def compare_divisions(counts: torch.Tensor, smoothing: float) -> dict[str, Compared]:
    """The result of each division of counts (V, V) with `smoothing` fake counts per cell, by key, the right one first.

    The nlls are of the counted bigrams, without the fake counts. A row without any count becomes nan.
    Raises ValueError for a smoothing out of its limits, or if nothing is counted.

    >>> compared = compare_divisions(small_table()[1], 0)
    >>> {key: (one.division.normalized, round(one.nll, 4)) for key, one in compared.items() if "sum" not in key}
    {'rows': ('rows', 0.6661), 'columns': ('columns', 0.6661), 'total': ('everything', 1.6957)}
    >>> round(compared["sum1"].nll, 4), round(compared["sum1"].sampled_nll, 4)
    (0.6661, 0.6992)
    """
    mass = with_fake_counts(counts, smoothing)
    compared = {}
    for key in DIVISORS:
        probs = normalize(mass, key)
        nll, sampled_nll = mean_nll(counts, probs), mean_nll(counts, normalize(probs))
        compared[key] = Compared(explain(mass, key), probs, nll, sampled_nll)
    return compared


def small_table() -> tuple[Vocabulary, torch.Tensor]:
    """The vocabulary and counts (3, 3) of three short words: small enough to check by hand.

    >>> small_table()[1].tolist()
    [[0, 3, 0], [2, 1, 2], [1, 1, 0]]
    """
    vocab = build_vocabulary(SMALL_WORDS)
    return vocab, count_bigrams(SMALL_WORDS, vocab)


def overview(compared: Mapping[str, Compared], names: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    """A line of text for each division, and which of three checks would show that it is wrong.

    `names` are the words drawn from each table, by the same keys.
    """
    right = compared["rows"]
    return [
        {
            "divisor": key,
            "divided by": one.division.divisor.code,
            "its shape": str(one.division.divisor_shape),
            "what sums to 1": one.division.normalized,
            "row sums": span(one.division.row_sums),
            "column sums": span(one.division.column_sums),
            "training nll": f"{one.nll:.4f}",
            "nll as drawn": f"{one.sampled_nll:.4f}",
            "row sums tell": _yes(not one.rows_sum_to_one),
            "nll tells": _yes(not abs(one.nll - right.nll) < EQUAL),
            "names tell": _yes(list(names[key]) != list(names["rows"])),
            "first names": " ".join(shortened(word) or "(empty)" for word in names[key]),
        }
        for key, one in compared.items()
    ]


def shortened(word: str) -> str:
    """A word of more than 60 letters cut there: over many characters, a table that is wrong makes very long ones.

    >>> len(shortened("a" * 1000)), shortened("emma")
    (61, 'emma')
    """
    return word if len(word) <= SHOWN else f"{word[:SHOWN]}…"


def span(sums: torch.Tensor) -> str:
    """The smallest and the largest of some sums (V,), to four digits; one number if they are equal.

    >>> span(torch.tensor([1.0, 1.0])), span(torch.tensor([0.5, 7.03])), span(torch.tensor([0.5, float("nan")]))
    ('1', '0.5 to 7.03', 'nan')
    """
    low, high = (f"{float(end):.4g}" for end in (sums.min(), sums.max()))
    return low if low == high else f"{low} to {high}"


def _yes(true: bool) -> str:
    return "yes" if true else "no"
