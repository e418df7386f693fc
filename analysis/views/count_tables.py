"""Tidy pandas frames of words and counts: how long words are, their pairs, their scores, how well models predict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from analysis.counts.baselines import Baseline
from analysis.counts.baselines.lengths import Lengths
from analysis.counts.bigrams.dictionary import Pair, marked_window
from analysis.counts.contexts.sizes import Context
from analysis.counts.likelihood import Score, perplexity
from analysis.models.ngrams.overview import Length
from analysis.words.vocabulary import display_char

CELLS_OF_TABLE, CELLS_SEEN = "cells of the table", "cells ever seen"
SQUARE, LOG = "square: (1 − p)²", "logarithm: −ln p, nats"


def lengths_frame(lengths: Mapping[str, Lengths]) -> pd.DataFrame:
    """A line for each length of each list or model: whose, letters (0 ... 25), share (of its words).

    >>> lengths_frame({"a coin": Lengths([0.5, 0.25], 1.0, 0.0)}).to_dict("list")
    {'whose': ['a coin', 'a coin'], 'letters': [0, 1], 'share': [0.5, 0.25]}
    """
    rows = [(whose, letters, share) for whose, x in lengths.items() for letters, share in enumerate(x.shares)]
    return pd.DataFrame(rows, columns=["whose", "letters", "share"])


def length_figures_frame(lengths: Mapping[str, Lengths], in_list: Sequence[float | None]) -> pd.DataFrame:
    """A row for each list or model: whose, mean (letters); shares of its words: none (no letter), one, longer, in_list.

    `in_list` says how many of its words are in the list, None where the words are not here.
    """
    rows = [
        (whose, x.mean, *x.shares[:2], x.longer, share)
        for (whose, x), share in zip(lengths.items(), in_list, strict=True)
    ]
    return pd.DataFrame(rows, columns=["whose", "mean", "none", "one", "longer", "in_list"])


def baselines_frame(models: Sequence[Baseline]) -> pd.DataFrame:
    """A row for each model: model, nll and dev_nll (nats per character), perplexity."""
    rows = [(model.name, model.nll, model.dev_nll, model.perplexity) for model in models]
    return pd.DataFrame(rows, columns=["model", "nll", "dev_nll", "perplexity"])


def contexts_frame(contexts: Sequence[Context]) -> pd.DataFrame:
    """A row for each length of context: letters, cells, seen, share, examples."""
    return pd.DataFrame(contexts, columns=list(Context._fields))


def cells_frame(contexts: Sequence[Context]) -> pd.DataFrame:
    """For a picture, two rows for each length: letters, what (cells of the table, or cells ever seen), number."""
    rows = [(x.letters, what, n) for x in contexts for what, n in ((CELLS_OF_TABLE, x.cells), (CELLS_SEEN, x.seen))]
    return pd.DataFrame(rows, columns=["letters", "what", "number"])


def nll_frame(known: Sequence[Length]) -> pd.DataFrame:
    """A row for each length: letters, the smoothing, and the nll of both families on train, dev and test."""
    rows = [
        {"letters": one.letters, "smoothing": one.smoothing}
        | {f"additive_{part}": nll for part, nll in one.additive.items()}
        | {f"kneser_ney_{part}": nll for part, nll in one.kneser_ney.items()}
        for one in known
    ]
    return pd.DataFrame(rows)


def word_lengths_frame(counted: Mapping[int, int]) -> pd.DataFrame:
    """A row for every length up to the longest, also for those that never occur: letters (1, 2, ...), words.

    >>> word_lengths_frame({1: 5, 3: 2})["words"].tolist()
    [5, 0, 2]
    """
    letters = range(1, max(counted, default=0) + 1)
    return pd.DataFrame({"letters": letters, "words": [counted.get(length, 0) for length in letters]})


def dictionary_frame(counted: Mapping[Pair, int]) -> pd.DataFrame:
    """A row for each pair, in the order of the dictionary: first, second, count."""
    rows = [(display_char(first), display_char(second), count) for (first, second), count in counted.items()]
    return pd.DataFrame(rows, columns=["first", "second", "count"])


def examples_frame(word: str, counted: Mapping[Pair, int]) -> pd.DataFrame:
    """The examples of a word: example (1, 2, ...), first, second, count (in all words, 0 if never)."""
    rows = []
    for number, (first, second) in enumerate(marked_window(word), start=1):
        rows.append((number, display_char(first), display_char(second), counted.get((first, second), 0)))
    return pd.DataFrame(rows, columns=["example", "first", "second", "count"])


def letters_frame(scores: Sequence[Score], characters: Sequence[str]) -> pd.DataFrame:
    """Every letter of some words, ends included: word, previous, next, prob, logprob (nats)."""
    rows = [
        (score.word, display_char(characters[x.previous]), display_char(characters[x.next]), x.prob, x.logprob)
        for score in scores
        for x in score.letters
    ]
    return pd.DataFrame(rows, columns=["word", "previous", "next", "prob", "logprob"])


def losses_frame() -> pd.DataFrame:
    """What one letter costs, by the probability p of the right letter, from 0.01 to 1: its square, and minus its ln.

    Columns p, loss and cost; the losses are SQUARE and LOG.
    """
    probs = np.arange(1, 101) / 100
    costs = {SQUARE: (1 - probs) ** 2, LOG: -np.log(probs) + 0.0}
    return pd.concat([pd.DataFrame({"p": probs, "loss": loss, "cost": cost}) for loss, cost in costs.items()])


def words_frame(scores: Sequence[Score], below: Sequence[float | None]) -> pd.DataFrame:
    """A row for each word: word, characters, log_likelihood (nats), nll (nats per character), perplexity, below.

    `below` is the share of a list's words with a lower nll, in percent; None where the list is not known.
    """
    rows = [
        (x.word, len(x.letters), x.log_likelihood, x.nll, perplexity(x.nll), None if share is None else 100 * share)
        for x, share in zip(scores, below, strict=True)
    ]
    return pd.DataFrame(rows, columns=["word", "characters", "log_likelihood", "nll", "perplexity", "below"])
