"""A list of words, built in or a user's own, with everything that is known about it, in one value.

Pages, recipes and commands use this value and do not name a list themselves. Its parts are read or counted when they
are first needed, and then kept. Of some lists only a table of counts is known: they have no words and no parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import torch

from analysis.counts.baselines.lengths import count_lengths, load_lengths
from analysis.counts.contexts.sizes import count_seen, load_seen
from analysis.counts.tables import (
    Summary,
    Tables,
    count_tables,
    extend_tables,
    load_summary,
    load_tables,
    summarize,
    summarize_counts,
    tables_of_counts,
)
from analysis.settings import CORPUS
from analysis.words.first_names import LANGUAGES, remarks
from analysis.words.names import WordsMissing, has_words, load_words
from analysis.words.vocabulary import BOUNDARY, Vocabulary

ONLY_COUNTS = "Only the table of counts of this list is known, so everything that needs whole words is missing."


@dataclass(frozen=True)
class WordList:
    """A list of words. `key` is its name in links and options; `noun` and `nouns` say what it has: "name", "names".

    `language` is the English name of its language, "" if that is not known. `own` has the words of a list that was made
    from words in memory, and `weights` how often each occurs; `counted` has the tables of a list of which only these
    are known. All three are None for a built-in list. `alphabet`: more characters for the vocabulary, even if no word
    has them.
    """

    key: str
    title: str
    noun: str
    nouns: str
    language: str = ""
    own: tuple[str, ...] | None = field(default=None, repr=False)
    weights: tuple[int, ...] | None = field(default=None, repr=False)
    counted: Tables | None = field(default=None, repr=False, compare=False)
    boundary: str = BOUNDARY
    alphabet: str = ""

    @cached_property
    def tables(self) -> Tables:
        """The counts (V, V), int64, of the list and of its train, dev and test parts. Do not change them."""
        if self.alphabet:
            return extend_tables(replace(self, alphabet="").tables, self.alphabet)
        if self.counted is not None:
            return self.counted
        return load_tables(self.key) if self._ships else count_tables(self.words, self.weights, self.boundary)

    @cached_property
    def summary(self) -> Summary:
        """Size, lengths, alphabet and first ten words. If only the table is known: size and alphabet."""
        if self.alphabet:
            return replace(self, alphabet="").summary._replace(vocab=list(self.tables.vocab.itos))
        if self.counted is not None:
            return summarize_counts(self.counted.vocab, self.counted.all)
        return load_summary(self.key) if self._ships else summarize(self.words, self.weights, self.boundary)

    @cached_property
    def lengths(self) -> dict[int, int]:
        """How many words have each length, in letters: {length: words}. Empty if only the table is known."""
        if self.counted is not None:
            return {}
        return load_lengths(self.key) if self._ships else count_lengths(self.words, self.weights)

    @cached_property
    def seen(self) -> list[int]:
        """How many different runs of 1, 2, 3 and 4 letters of context occur, each with the character after it.

        If only the table is known: those of 1 letter, the pairs.
        """
        if self.counted is not None:
            return [int(self.counted.all.count_nonzero())]
        return load_seen(self.key) if self._ships else count_seen(self.words)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words themselves; with weights, each different word once. A built-in list is downloaded if needed.

        Raises WordsMissing if that fails, or if only the table is known.
        """
        if self.counted is not None:
            raise WordsMissing(ONLY_COUNTS)
        return tuple(load_words(self.key)) if self.own is None else self.own

    @property
    def has_words(self) -> bool:
        """True if `words` are on this machine; does not use the network."""
        return self.counted is None and (self.own is not None or has_words(self.key))

    @property
    def has_each_word(self) -> bool:
        """True if `words` repeats each word as often as it occurs, in the order of the list; False with weights."""
        return self.weights is None and self.has_words

    @property
    def has_parts(self) -> bool:
        """True if the words are split into train, dev and test. Parts of a very short list may be empty."""
        return self.counted is None

    @property
    def full_title(self) -> str:
        """The title; for a language, its native name with its English name.

        >>> load_list("de").full_title, load_list("en").full_title
        ('Deutsch (German)', 'English')
        """
        return f"{self.title} ({self.language})" if self.language not in ("", self.title) else self.title

    @property
    def size(self) -> int:
        """How many words there are, known without reading a list of first names: a menu shows all sizes."""
        return LANGUAGES[self.key].size if self._is_of_faker else self.summary.words

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a user should know about a list of first names: its source, what was folded, what was left out."""
        return remarks(self.key) if self._is_of_faker and self.has_words else ()

    @property
    def _is_of_faker(self) -> bool:
        return self.own is None and self.counted is None and self.key in LANGUAGES

    @property
    def _ships(self) -> bool:
        return self.own is None and self.key == CORPUS.default

    def amount(self, count: int) -> str:
        """A number with the noun, as text.

        >>> load_list("names").amount(1), load_list("names").amount(32033)
        ('1 name', '32,033 names')
        """
        return f"{count:,} {self.noun if count == 1 else self.nouns}"


BUILT_IN = {"names": WordList("names", "Names", "name", "names")} | {  # one for each option of CORPUS
    key: WordList(key, language.title, "name", "names", language.english) for key, language in LANGUAGES.items()
}


def load_list(key: str = CORPUS.default) -> WordList:
    """A built-in list by its key; ValueError for an unknown one.

    >>> load_list("names").summary.words, load_list("de").title, load_list("de").size
    (32033, 'Deutsch', 1985)
    """
    return replace(BUILT_IN[CORPUS.check(key)])  # a new value, so that callers do not share what they have loaded


def list_of_words(
    words: Sequence[str],
    key: str = "own",
    title: str = "Your list",
    noun: str = "word",
    nouns: str = "words",
    weights: Sequence[int] | None = None,
    boundary: str = BOUNDARY,
) -> WordList:
    """A list built from words in memory, split into parts as the names are.

    With `weights`, one for each word, a word counts as often as its weight says. Raises ValueError if there is no word,
    if the weights are not one whole number from 1 for each word, or if they are too many to count in 63 bits.

    >>> own = list_of_words(["ab", "b"])
    >>> own.tables.all.tolist(), own.summary.words
    ([[0, 1, 1], [0, 0, 1], [2, 0, 0]], 2)
    >>> list_of_words(["ab", "b"], weights=[3, 1]).tables.all.tolist()
    [[0, 3, 1], [0, 0, 3], [4, 0, 0]]
    """
    if not words:
        raise ValueError("expected at least one word, got none")
    if weights is not None:
        _check_weights(words, weights)
    times = None if weights is None else tuple(weights)
    return WordList(key, title, noun, nouns, own=tuple(words), weights=times, boundary=boundary)


def list_of_counts(
    vocab: Vocabulary,
    counts: torch.Tensor,
    key: str = "own",
    title: str = "Your list",
    noun: str = "word",
    nouns: str = "words",
) -> WordList:
    """A list of which only the counts (V, V) are known. Raises ValueError if nothing is counted.

    >>> own = list_of_counts(Vocabulary((".", "a")), torch.tensor([[0, 2], [2, 1]]))
    >>> own.summary.words, own.seen, own.has_words, own.has_parts
    (2, [3], False, False)
    """
    if not counts.any():
        raise ValueError("expected a count table, got one in which nothing is counted")
    return WordList(key, title, noun, nouns, counted=tables_of_counts(vocab, counts))


def _check_weights(words: Sequence[str], weights: Sequence[int]) -> None:
    if len(weights) != len(words):
        raise ValueError(f"expected a weight for each of {len(words):,} words, got {len(weights):,}")
    if odd := [weight for weight in weights if type(weight) is not int or weight < 1]:
        raise ValueError(f"expected weights that are whole numbers from 1, got {odd[0]}")
    if sum(weight * (len(word) + 1) for word, weight in zip(words, weights, strict=True)) >= 2**63:
        raise ValueError("expected fewer than 2 ** 63 pairs in all, got more")
