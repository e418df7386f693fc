"""What the first lines or rows of a list look like: their separator, their header, columns of words and of counts.

What the options of a user make of it is in `layout`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from analysis.words.reading.cells import SEPARATORS, cells_of, number_of, word_and_number
from analysis.words.vocabulary import CORNER

SAMPLE = 200  # lines that are looked at
HEAD = 2 * SAMPLE  # lines of which those are taken that are not empty
NEARLY = 0.9  # the share of lines that must look alike
FEW = 3  # so many lines alike are enough, if only one other line is there
WORD_HEADERS = {
    "name",
    "names",
    "word",
    "words",
    "first_name",
    "firstname",
    "first name",
    "prénom",
    "nombre",
    "vorname",
}


class Columns(NamedTuple):
    """The likely columns of a table, from 0: `words`, and `counts`, None if no column has numbers; and its header."""

    header: bool
    words: int
    counts: int | None


def find_separator(lines: Sequence[str]) -> str | None:
    """The separator that splits nearly every line into the same number of cells; None if there is none.

    In a short list, one line may be different.

    >>> find_separator(["Ana,F,30", "Bo,M,20"]), find_separator(["town;people", "Ulm;12"]), find_separator(["a", "b"])
    (',', ';', None)
    """
    sample = first_lines(lines)
    for separator in SEPARATORS:
        cells = Counter(len(row) for row in cells_of(sample, separator))
        most, times = cells.most_common(1)[0] if cells else (1, 0)
        if most > 1 and times >= min(NEARLY * cells.total(), max(cells.total() - 1, FEW)):
            return separator
    return None


def first_separator(lines: Sequence[str]) -> str:
    """The separator that the first row has most often."""
    first = next((line for line in lines if line.strip()), "")
    return max(SEPARATORS, key=lambda separator: (first.count(separator), separator == ","))


def looks_like(lines: Sequence[str], *, table: bool = False) -> str:
    """What a list looks like if it is no list of words, and the option that reads it; "" for words.

    Without a column of numbers, it is a table only if the name of the file says so (`table`).

    >>> looks_like(["Ana,F,30", "Bo,M,20"])
    "a table with ',' between 3 columns: --column 1 --weights 3 reads it (each is the name or the number of a column)"
    """
    sample = [line.strip() for line in first_lines(lines)]
    if sample and sample[0].startswith(CORNER):
        return "a count table, as bigrams --csv writes it: --counts reads it"
    if sample and sum(line.startswith("{") and line.rstrip(",").endswith("}") for line in sample) >= NEARLY * len(
        sample
    ):
        return "JSON objects: a list of strings would do, or a table with --column"
    separator = find_separator(sample)
    rows = [] if separator is None else list(cells_of(sample, separator))
    if separator is None or not rows:
        return ""
    kinds = column_kinds(rows[1:] or rows)
    if not any(kinds) and not table:
        return ""
    header = len(rows) > 1 and not any(number_of(cell) is not None for cell in rows[0])
    names = [cell.strip() if header else str(i) for i, cell in enumerate(rows[0], start=1)]
    words = kinds.index(False) if False in kinds else 0
    counts = len(kinds) - 1 - kinds[::-1].index(True) if any(kinds) else words
    weights = f" --weights {names[counts]}" if counts != words else ""
    what = f"a table with {SEPARATORS[separator]} between {len(kinds)} columns"
    return f"{what}: --column {names[words]}{weights} reads it (each is the name or the number of a column)"


def column_kinds(rows: Sequence[Sequence[str]]) -> list[bool]:
    """For each column of a table: True if nearly every cell is a number."""
    width = Counter(map(len, rows)).most_common(1)[0][0] if rows else 0
    whole = [row for row in rows if len(row) == width]
    return [sum(number_of(row[i]) is not None for row in whole) >= NEARLY * len(whole) for i in range(width)]


def guess_columns(rows: Sequence[Sequence[str]], header: bool | None) -> Columns:
    """The likely header, column of words (that with the most different texts) and column of counts (the last number).

    `header` says if there is one, where that is known.

    >>> guess_columns([["Ana", "F", "30"], ["Bo", "F", "20"]], None)
    Columns(header=False, words=0, counts=2)
    """
    kinds = column_kinds(rows[1:] or rows)
    if header is None:
        texts = [cell.strip() for cell in rows[0]]
        numbers = [i for i, number in enumerate(kinds[: len(texts)]) if number]
        header = len(rows) > 1 and (
            (bool(numbers) and all(number_of(texts[i]) is None for i in numbers))
            or any(text.lower() in WORD_HEADERS for text in texts)
        )
    body = [row for row in rows[header:] if len(row) == len(kinds)]
    different = [len({row[i] for row in body}) * (not number) for i, number in enumerate(kinds)]
    column = different.index(max(different)) if different else 0
    weights = max((i for i, number in enumerate(kinds) if number and i != column), default=None)
    return Columns(header, column, weights)


def have_numbers(lines: Sequence[str]) -> bool:
    """True if nearly every line is a word and a number.

    >>> have_numbers(["emma 20355", "olivia 19553"]), have_numbers(["emma", "apollo 11"])
    (True, False)
    """
    sample = first_lines(lines)
    return bool(sample) and sum(word_and_number(line) is not None for line in sample) >= NEARLY * len(sample)


def first_lines(lines: Sequence[str]) -> list[str]:
    """The first lines that are not empty, at most SAMPLE."""
    return [line for line in lines[:HEAD] if line.strip()][:SAMPLE]
