"""Which list a word most likely comes from: the likelihood of the word under the smoothed model of each list.

All models are over one vocabulary, the characters of all lists. So each spreads its fake counts over the same V
letters, and a letter that a list does not have is unlikely there, but not impossible.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import torch

from analysis.counts.bigrams import encode_words
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import Tables
from analysis.models.languages.alphabets import change_vocabulary, union_vocabulary
from analysis.words.vocabulary import Vocabulary


class ListModels(NamedTuple):
    """The models of L lists: `logprobs` (L, V, V), float64, ln P(next | previous) of each list over one `vocab`."""

    keys: tuple[str, ...]
    vocab: Vocabulary
    logprobs: torch.Tensor


def build_models(lists: Mapping[str, Tables], smoothing: float, part: str = "all") -> ListModels:
    """The smoothed model of each list, counted on a part: all, train, dev or test.

    The vocabulary is that of the whole lists, so that every held-out word can be scored. Raises ValueError for no
    list, or a smoothing that is not above 0: then a pair that was never counted would make a list impossible.
    """
    if not lists:
        raise ValueError("expected at least one list, got none")
    if not smoothing > 0:
        raise ValueError(f"smoothing must be above 0, so that every list is possible, got {smoothing:g}")
    vocab = union_vocabulary([tables.vocab for tables in lists.values()])
    counts = [change_vocabulary(tables.part(part), tables.vocab, vocab) for tables in lists.values()]
    logprobs = torch.stack([smoothed_probs(one, smoothing).log() for one in counts])
    return ListModels(tuple(lists), vocab, logprobs)


def posterior(log_likelihoods: torch.Tensor) -> torch.Tensor:
    """P(list | word), if all lists are equally likely before the word is read.

    log-likelihoods (L, ...), nats -> the same shape; the sum over the lists is 1.

    By Bayes' rule with equal priors, this is the softmax over the lists.
    """
    return torch.softmax(log_likelihoods, dim=0)


class WordScores(NamedTuple):
    """A word under each of L lists, after n letters and the end: n + 1 steps.

    `logprobs` (L, n + 1), nats: ln P of each step. `posteriors` (L, n + 1): P(list | the letters so far); the last
    column is that of the whole word. `log_likelihood` (L,), nats: the sum of the steps.
    """

    word: str
    keys: tuple[str, ...]
    pairs: tuple[str, ...]
    logprobs: torch.Tensor
    posteriors: torch.Tensor

    @property
    def log_likelihood(self) -> torch.Tensor:
        """ln P(word | list) of each list, nats: (L,)."""
        return self.logprobs.sum(dim=1)

    @property
    def ranking(self) -> list[int]:
        """The places of the lists in `keys`, the likeliest first."""
        return self.log_likelihood.argsort(descending=True, stable=True).tolist()


def score_word_by_list(models: ListModels, word: str) -> WordScores:
    """A word under each list, letter by letter. Raises ValueError for no letter, or a letter that is in none."""
    mark = models.vocab.boundary
    if not word or mark in word:
        raise ValueError(f"a word has at least one letter and no {mark!r}, got {word!r}")
    for character in word:
        if character not in models.vocab.stoi:
            known = [other for other in (character.lower(), character.upper()) if other in models.vocab.stoi]
            hint = f", but {known[0]!r} is" if known else ""
            raise ValueError(f"letter {character!r} is in none of the lists {', '.join(models.keys)}{hint}")
    ids = torch.tensor(models.vocab.encode(word))
    logprobs = models.logprobs[:, ids[:-1], ids[1:]]  # (L, n + 1)
    marked = mark + word + mark
    pairs = tuple(marked[i : i + 2] for i in range(len(marked) - 1))
    return WordScores(word, models.keys, pairs, logprobs, posterior(logprobs.cumsum(dim=1)))


def log_likelihoods(models: ListModels, words: Sequence[str]) -> torch.Tensor:
    """ln P(word | list), nats, of many words at once: (L, words), float64.

    Raises ValueError for a letter that is in no list. No words give (L, 0).
    """
    if not words:
        return torch.zeros(len(models.keys), 0, dtype=torch.float64)
    ids = encode_words(words, models.vocab)
    steps = models.logprobs.numpy()[:, ids[:-1], ids[1:]]  # (L, letters + words)
    return torch.from_numpy(np.add.reduceat(steps, np.flatnonzero(ids[:-1] == 0), axis=1))


class Confusions(NamedTuple):
    """How often each list was the guess for words of each list: `table` (L, L), int64; row = list, column = guess.

    `accuracy`: the share of all words whose list was found. `recalls` (L,): the same for each list; None for one
    without words. `mean_recall`: their mean, in which every list has the same weight; guessing by chance gives 1 / L.
    """

    keys: tuple[str, ...]
    table: torch.Tensor
    accuracy: float
    recalls: list[float | None]
    mean_recall: float


def count_confusions(models: ListModels, words: Mapping[str, Sequence[str]]) -> Confusions:
    """The likeliest list of each word, against the list that it is from; `words` by key, those of `models`.

    Of equally likely lists, the first is the guess. A word that is in several lists counts as wrong for all but the
    guessed one, so no model can reach 1. Raises ValueError for an unknown key, or if there are no words.
    """
    if unknown := set(words) - set(models.keys):
        raise ValueError(f"expected words of the lists {', '.join(models.keys)}, got {', '.join(sorted(unknown))}")
    size = len(models.keys)
    guesses = [log_likelihoods(models, words.get(key, ())).argmax(dim=0) for key in models.keys]
    table = torch.stack([torch.bincount(one, minlength=size) for one in guesses])
    totals, right = table.sum(dim=1).tolist(), table.diagonal().tolist()
    if not sum(totals):
        raise ValueError("expected at least one word, got none")
    recalls = [hits / total if total else None for hits, total in zip(right, totals, strict=True)]
    known = [recall for recall in recalls if recall is not None]
    return Confusions(models.keys, table, sum(right) / sum(totals), recalls, sum(known) / len(known))
