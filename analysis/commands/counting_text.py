"""What the command bigrams prints about a count table, for people and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analysis.commands.printing import print_line, print_table, some
from analysis.words.vocabulary import display_char

if TYPE_CHECKING:
    import torch

TOP = 25  # the notes of the lecture print as many


def table_keys(characters: Sequence[str], counts: torch.Tensor) -> dict[str, Any]:
    """The table as `bigrams --json` prints it."""
    from analysis.counts.bigrams import top_bigrams

    top = [{"bigram": characters[a] + characters[b], "count": n} for a, b, n in top_bigrams(counts, TOP)]
    return {"vocab": characters, "counts": counts.tolist(), "top": top}


def print_counts(
    characters: Sequence[str], counts: torch.Tensor, row: str | None, following: list[dict] | None
) -> None:
    """How many pairs occur; then the row of --row, or the most and the least frequent pairs."""
    from analysis.counts.bigrams import top_bigrams

    print_line(f"{some(int(counts.sum()), 'bigram')}, {int((counts > 0).sum()):,} of {counts.numel():,} pairs occur")
    if following is not None:
        cells = [(x["bigram"], f"{x['count']:,}", "" if x["prob"] is None else f"{x['prob']:.6f}") for x in following]
        print_table(f"after {row}", ["bigram", "count", "prob"], cells)
        return
    for title, least in (("most frequent", False), ("least frequent that occur", True)):
        pairs = top_bigrams(counts, TOP, least=least)
        shown = [(display_char(characters[a]) + display_char(characters[b]), f"{count:,}") for a, b, count in pairs]
        print_table(title, ["bigram", "count"], shown)
        if pairs and (tied := int((counts == pairs[-1][2]).sum())) > sum(count == pairs[-1][2] for *_, count in pairs):
            print_line(f"{tied:,} pairs are as frequent as the last one shown")


def row_of(characters: Sequence[str], counts: torch.Tensor, row: str, smoothing: float) -> list[dict]:
    """What follows one character, in the order of the table; no probability in a row where nothing is counted.

    Raises ValueError if there is no such row.
    """
    if row not in characters:
        raise ValueError(f"--row must be one of {' '.join(characters)}, got {row}")
    numbers = counts[characters.index(row)]
    from analysis.counts.smoothing import with_fake_counts

    mass = with_fake_counts(numbers, smoothing)
    probs = (mass / mass.sum()).tolist() if mass.sum() else [None] * len(numbers)
    return [
        {"bigram": display_char(row) + display_char(following), "count": count, "prob": prob}
        for following, count, prob in zip(characters, numbers.tolist(), probs, strict=True)
    ]
