"""Measures of the count tables and of the words themselves."""

from __future__ import annotations

import math

import torch

from analysis.counts.bigrams import encode_words, top_bigrams, with_start_and_end
from analysis.counts.likelihood import log_likelihood, mean_nll, running_sum, score_word
from analysis.counts.normalization import explain, normalize
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import Tables, load_summary
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from analysis.words.names import load_words
from analysis.words.split import split_words


def summary(names: Tables, fields: list[str]) -> list:
    """Fields of the summary of the list, lists among them flattened."""
    values = [getattr(load_summary("names"), field) for field in fields]
    return [item for value in values for item in (value if isinstance(value, list) else [value])]


def bigrams(names: Tables) -> list:
    """How many bigrams there are: the examples of the net."""
    return [int(names.all.sum())]


def most_frequent(names: Tables, k: int) -> list:
    """The k most frequent pairs of the table with two marks, each with its count."""
    characters, table = with_start_and_end(names.all, names.vocab)
    return [f"{characters[a]}{characters[b]} {count}" for a, b, count in top_bigrams(table, k)]


def counts_of(names: Tables, pairs: list[str]) -> list:
    """How often each pair occurs."""
    return [int(names.all[tuple(map(names.vocab.id_of, pair))]) for pair in pairs]


def row_counts(names: Tables, row: str) -> list:
    """The counts of one row."""
    return names.all[names.vocab.id_of(row)].tolist()


def row_probs(names: Tables, row: str, smoothing: float) -> list:
    """The probabilities of one row."""
    return smoothed_probs(names.all, smoothing)[names.vocab.id_of(row)].tolist()


def word_probs(names: Tables, word: str, smoothing: float) -> list:
    """The probability of each letter of a word, and of its end."""
    return [letter.prob for letter in score_word(word, names.vocab, smoothed_probs(names.all, smoothing)).letters]


def word_logprobs(names: Tables, word: str, smoothing: float) -> list:
    """Their logarithms, nats."""
    return [letter.logprob for letter in score_word(word, names.vocab, smoothed_probs(names.all, smoothing)).letters]


def word_scores(names: Tables, word: str, smoothing: float) -> list:
    """The log-likelihood and the nll of a word, nats."""
    score = score_word(word, names.vocab, smoothed_probs(names.all, smoothing))
    return [score.log_likelihood, score.nll]


def nll(names: Tables, smoothings: list[float]) -> list:
    """The mean nll of all words at each smoothing, nats."""
    return [mean_nll(names.all, smoothed_probs(names.all, smoothing)) for smoothing in smoothings]


def all_log_likelihood(names: Tables, smoothing: float) -> list:
    """The log-likelihood of all words, nats."""
    return [log_likelihood(names.all, smoothed_probs(names.all, smoothing))]


def running_log_likelihood(names: Tables, smoothing: float) -> list:
    """The same as the lecture's loop prints it: a running sum in float32. Needs the words."""
    return [_running(names, smoothing)[0]]


def running_nll(names: Tables, smoothing: float) -> list:
    """The mean nll of that running sum. Needs the words."""
    return [_running(names, smoothing)[1]]


def _running(names: Tables, smoothing: float) -> tuple[float, float]:
    return running_sum(encode_words(load_words("names"), names.vocab), names.all + smoothing)


def uniform_nll(names: Tables) -> list:
    """The nll of a model that finds every character equally likely, nats."""
    return [math.log(len(names.vocab))]


def first_words(names: Tables, k: int, smoothing: float) -> list:
    """The log-likelihood and the mean nll of the first k words, nats."""
    probs = smoothed_probs(names.all, smoothing)
    scores = [score_word(word, names.vocab, probs) for word in load_summary("names").first[:k]]
    total = sum(score.log_likelihood for score in scores)
    return [total, -total / sum(len(score.letters) for score in scores)]


def row_sum(names: Tables, divisor: str, row: str, smoothing: float) -> list:
    """What one row sums to after a division, right or wrong."""
    return [float(explain(names.all + smoothing, divisor).row_sums[names.vocab.id_of(row)])]


def what_is_normalized(names: Tables, divisor: str) -> list:
    """What a divisor does to the table, in words."""
    return [f"no error; the {explain(names.all, divisor).normalized} sum to 1"]


def divided_nll(names: Tables, divisor: str, smoothing: float) -> list:
    """The mean nll of all words under a table divided by that divisor, right or wrong, nats."""
    return [mean_nll(names.all, normalize(names.all + smoothing, divisor))]


def drawn_nll(names: Tables, divisor: str, smoothings: list[float]) -> list:
    """The same for the table that is really drawn from: multinomial divides each row by its sum again."""
    return [mean_nll(names.all, normalize(normalize(names.all + smoothing, divisor))) for smoothing in smoothings]


def divided_names(names: Tables, divisor: str, smoothing: float, stream: str, seed: int, n: int) -> list:
    """Names drawn from a table divided by that divisor, right or wrong."""
    probs = normalize(names.all + smoothing, divisor)
    return sample_words(probs, names.vocab, n, open_stream(stream, seed))


def split_sizes(names: Tables) -> list:
    """How many words train, dev and test have: each has one first letter."""
    return [int(part[0].sum()) for part in (names.train, names.dev, names.test)]


def dev_words_in_train(names: Tables) -> list:
    """How many words of dev are also in train. Needs the words."""
    split = split_words(load_words("names"))
    train = set(split.train)
    return [sum(word in train for word in split.dev)]


def held_out_nll(names: Tables, smoothing: float) -> list:
    """The mean nll of train, dev and test, counted on train only, nats."""
    probs = smoothed_probs(names.train, smoothing)
    return [mean_nll(part, probs) for part in (names.train, names.dev, names.test)]


def contexts(names: Tables, letters: int) -> list:
    """Cells of a table with a number of letters of context, and which share of them, %, occurs. Needs the words."""
    seen: set[str] = set()
    for word in load_words("names"):
        marked = "." * letters + word + "."
        seen.update(marked[i : i + letters + 1] for i in range(len(marked) - letters))
    cells = len(names.vocab) ** (letters + 1)
    return [cells, 100 * len(seen) / cells]


def examples(names: Tables, word: str) -> list:
    """xs, then ys, of the net's examples of one word: ids."""
    ids = torch.from_numpy(encode_words([word], names.vocab))
    return [*ids[:-1].tolist(), *ids[1:].tolist()]
