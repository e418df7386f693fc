"""From counts to probabilities: the right division, and the wrong ones to compare it with.

Dividing each row by its own total is one line of torch, and the line of the lecture that people
write most about. Without `keepdim=True` it runs without an error, but every column sums to 1
and not every row. Even the mean nll on the training words is the same: in counts of words, the
total of a letter's row equals the total of its column, because every letter is followed by
something as often as it follows something.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch


@dataclass(frozen=True)
class Divisor:
    """What a table is divided by. `dim` None is the sum of everything; `code` is the line of torch."""

    key: str
    dim: int | None
    keepdim: bool
    code: str


DIVISORS = {
    divisor.key: divisor
    for divisor in (
        Divisor("rows", 1, True, "P.sum(1, keepdim=True)"),
        Divisor("sum1", 1, False, "P.sum(1)"),
        Divisor("columns", 0, True, "P.sum(0, keepdim=True)"),
        Divisor("sum0", 0, False, "P.sum(0)"),
        Divisor("total", None, False, "P.sum()"),
    )
}


@dataclass(frozen=True)
class Division:
    """The result of a division: the shapes as torch aligns them from the right, and which sums are 1.

    `aligned` is the divisor's shape written under the table's shape, with None for a missing
    axis: (None, 27) is a (27,), read as one row. `stretched` has the axes along which the
    divisor was repeated. `normalized` says which sums are 1: "rows", "columns", "rows and columns",
    "everything" or "nothing". The divisor `P.sum()` has no axis: both are None, both are stretched.
    A row or column without counts becomes nan, and so does its sum.
    """

    divisor: Divisor
    shape: tuple[int, ...]
    divisor_shape: tuple[int, ...]
    aligned: tuple[int | None, ...]
    stretched: tuple[int, ...]
    normalized: str
    row_sums: torch.Tensor
    column_sums: torch.Tensor


def sums(table: torch.Tensor, divisor: str) -> torch.Tensor:
    """What a table (V, V) is divided by: (V, 1), (V,), (1, V), (V,) or (). Raises ValueError for an unknown divisor."""
    if divisor not in DIVISORS:
        raise ValueError(f"divisor must be one of {', '.join(DIVISORS)}, got {divisor}")
    chosen = DIVISORS[divisor]
    return table.sum() if chosen.dim is None else table.sum(chosen.dim, keepdim=chosen.keepdim)


def normalize(counts: torch.Tensor, divisor: str = "rows") -> torch.Tensor:
    """counts (V, V) -> a new table (V, V), float64: `P = P / ...`, divided as the code of the divisor says.

    Only "rows" gives P(next | previous). Division by a sum of 0 gives nan, as in the
    lecture's line; `smoothing.smoothed_probs` gives a uniform row instead.
    Raises ValueError for an unknown divisor.

    >>> normalize(torch.tensor([[3, 1], [0, 2]])).tolist()
    [[0.75, 0.25], [0.0, 1.0]]
    """
    table = counts.double()
    return table / sums(table, divisor)


def normalize_(table: torch.Tensor, divisor: str = "rows") -> torch.Tensor:
    """Divide a table (V, V) of floats in place, `P /= ...`: no new table; other names of the table see the change.

    Returns `table`. Raises TypeError for a table of whole numbers, which cannot hold
    fractions (`counts.double()` first), and ValueError for an unknown divisor.
    """
    if not table.is_floating_point():
        raise TypeError(f"a table divided in place must hold floats, got {table.dtype}")
    table /= sums(table, divisor)
    return table


def explain(counts: torch.Tensor, divisor: str) -> Division:
    """The result of dividing counts (V, V) by a divisor; sums (V,), float64. ValueError for an unknown divisor.

    >>> division = explain(torch.tensor([[3, 1], [0, 2]]), "sum1")
    >>> division.divisor_shape, division.aligned, division.stretched, division.normalized
    ((2,), (None, 2), (0,), 'nothing')
    """
    table = counts.double()
    by = sums(table, divisor)
    probs = table / by
    missing = table.dim() - by.dim()
    aligned = (None,) * missing + tuple(by.shape)
    stretched = tuple(axis for axis, size in enumerate(aligned) if size in (None, 1) and table.shape[axis] != 1)
    return Division(
        DIVISORS[divisor],
        tuple(table.shape),
        tuple(by.shape),
        aligned,
        stretched,
        what_sums_to_one(probs),
        probs.sum(1),
        probs.sum(0),
    )


def what_sums_to_one(probs: torch.Tensor) -> str:
    """Which sums of a table (V, V) are 1, to 1e-9: "rows", "columns", "rows and columns", "everything", "nothing"."""

    def ones(totals: torch.Tensor) -> bool:
        return bool(((totals - 1).abs() < 1e-9).all())

    axes = [name for name, dim in (("rows", 1), ("columns", 0)) if ones(probs.sum(dim))]
    if axes:
        return " and ".join(axes)
    return "everything" if ones(probs.sum()) else "nothing"
