"""What normalize prints for people: all ways, one way, the steps of a broadcast, where a table lies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from analysis.commands.printing import print_line, print_table
from analysis.words.vocabulary import Vocabulary, labels

if TYPE_CHECKING:
    from analysis.counts.normalization.broadcasting import Broadcast
    from analysis.counts.normalization.costs import Storage
    from analysis.counts.normalization.divisions import Compared


def print_lines(lines: Sequence[Mapping[str, str]]) -> None:
    """All ways for people: the shapes and sums, then what would tell that one is wrong, then names."""
    for title, columns in (
        ("divided by", ("divisor", "its shape", "what sums to 1", "row sums", "column sums")),
        ("what tells", ("divisor", "training nll", "nll as drawn", "row sums tell", "nll tells", "names tell")),
    ):
        print_table(title, columns, [[line[column] for column in columns] for line in lines])
    for line in lines:
        print_line(f"{line['divisor']}, P / {line['divided by']}, names: {line['first names']}")
    print_line("nll in nats per character; as drawn: each row divided by its sum once more, as torch does to draw")


def print_one(one: Compared, vocab: Vocabulary) -> None:
    """One way for people: its story, and the sums and the first row of what comes out."""
    for line in one.story:
        print_line(line)
    columns = (labels(vocab), one.probs[0].tolist(), one.division.row_sums.tolist(), one.division.column_sums.tolist())
    rows = [[character, *(f"{value:.6f}" for value in values)] for character, *values in zip(*columns, strict=True)]
    print_table(f"P / {one.division.divisor.code}", ["character", "first row", "row sum", "column sum"], rows)


def print_storages(stored: Sequence[Storage]) -> None:
    """Each line of torch that divides: whether it makes a new table, and what happens to an old name for it."""
    for one in stored:
        print_line(f"{one.code}: {one.where}; the first row of Q, where Q = P before: {one.old_first_sum:,.10g} in all")


def print_steps(both: Broadcast) -> None:
    """Two shapes, an axis a line, and what comes out."""
    rows = [[step.axis, *_sizes(step.first, step.second, step.size), step.why] for step in both.steps]
    if rows:
        print_table(f"{both.first} with {both.second}", ["axis", "first", "second", "together", "why"], rows)
    print_line(both.verdict)


def _sizes(*sizes: int | None) -> list[str]:
    return ["-" if size is None else f"{size:,}" for size in sizes]
