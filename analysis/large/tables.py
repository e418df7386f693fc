"""Count tables of a corpus of any size: from the pairs that the kernel counted, or from a file that `bigrams` wrote.

The words are not known here, so they cannot be split: the train, dev and test tables are all zeros.
"""

from __future__ import annotations

import json
from pathlib import Path

import torch

from analysis.counts.tables import Tables, read_table, tables_of_counts
from analysis.large.kernel import CODE_BITS, Pairs
from analysis.large.pairs import LINE_END
from analysis.words.vocabulary import BOUNDARY, Vocabulary


def tables_of_pairs(pairs: Pairs, boundary: str = BOUNDARY) -> Tables:
    """The count table of pairs, over the characters that occur, in the order of their code points.

    >>> from analysis.large.kernel import count_lines
    >>> tables = tables_of_pairs(count_lines(b"ava\\nva\\n").pairs)
    >>> tables.vocab.itos, tables.all.tolist()
    (('.', 'a', 'v'), [[0, 1, 1], [2, 0, 1], [0, 2, 0]])
    """
    first, second = (torch.from_numpy(codes) for codes in (pairs.keys >> CODE_BITS, pairs.keys & (1 << CODE_BITS) - 1))
    codes = torch.tensor([LINE_END, *sorted(set(first.tolist()) - {LINE_END})])
    order = codes.argsort()
    place = [order[torch.searchsorted(codes, which, sorter=order)] for which in (first, second)]
    counts = torch.zeros(len(codes), len(codes), dtype=torch.int64)
    counts[place[0], place[1]] = torch.from_numpy(pairs.counts)
    return tables_of_counts(Vocabulary((boundary, *map(chr, codes[1:].tolist())), boundary), counts)


def read_counts(path: Path | str) -> Tables:
    """The count table of a file that `bigrams --csv` or `bigrams --json` wrote.

    Raises ValueError, one line, if it cannot be read, is not such a table, or has counts that add up to 2^63 or more.
    """
    try:
        with Path(path).open("rb") as file:
            start = file.read(1)
    except OSError as error:
        raise ValueError(f"{path}: cannot be read ({error.strerror})") from None
    vocab, counts = _read_json(path) if start == b"{" else read_table(path)
    if not counts.any():
        raise ValueError(f"{path}: expected a count table, got one in which nothing is counted")
    if counts.sum(dtype=torch.float64) >= 2**63:
        raise ValueError(f"{path}: expected counts that add up to less than 2^63, got more")
    return tables_of_counts(vocab, counts)


def _read_json(path: Path | str) -> tuple[Vocabulary, torch.Tensor]:
    try:
        table = json.loads(Path(path).read_bytes())
        vocab, rows = Vocabulary(tuple(table["vocab"]), *table["vocab"][:1]), table["counts"]
        if any(type(count) is not int or count < 0 for row in rows for count in row):
            raise ValueError("a count that is not a whole number from 0 up")
        counts = torch.tensor(rows, dtype=torch.int64)
        if counts.shape != (len(vocab), len(vocab)):
            raise ValueError(f"{len(vocab)} characters and counts of another shape")
    except KeyError as error:
        raise ValueError(f"{path}: expected a table that bigrams --json wrote, got JSON without {error}") from None
    except json.JSONDecodeError:
        raise ValueError(f"{path}: expected a table that bigrams --json wrote, got no complete JSON") from None
    except (TypeError, ValueError, OverflowError, RuntimeError, RecursionError) as error:
        raise ValueError(f"{path}: expected a table that bigrams --json wrote, got {error}") from None
    return vocab, counts
