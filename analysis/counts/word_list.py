"""A list of words, built in or a user's own, with everything that is known about it, in one value.

Pages, recipes and commands use this value and do not name a list themselves. Its parts are read or counted when they
are first needed, and then kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from analysis.counts.baselines.contexts import count_seen, load_seen
from analysis.counts.baselines.lengths import count_lengths, load_lengths
from analysis.counts.tables import Summary, Tables, count_tables, load_summary, load_tables, summarize
from analysis.settings import CORPUS
from analysis.words.names import has_words, load_words


@dataclass(frozen=True)
class WordList:
    """A list of words. `key` is its name in links and options; `noun` and `nouns` say what it has: "name", "names".

    `own` has the words of a list that was made from words in memory; it is None for a built-in list.
    """

    key: str
    title: str
    noun: str
    nouns: str
    own: tuple[str, ...] | None = None

    @cached_property
    def tables(self) -> Tables:
        """The counts (V, V), int64, of the list and of its train, dev and test parts. Do not change them."""
        return load_tables(self.key) if self.own is None else count_tables(self.own)

    @cached_property
    def summary(self) -> Summary:
        """Size, lengths, alphabet and first ten words."""
        return load_summary(self.key) if self.own is None else summarize(self.own)

    @cached_property
    def lengths(self) -> dict[int, int]:
        """How many words have each length, in letters."""
        return load_lengths(self.key) if self.own is None else count_lengths(self.own)

    @cached_property
    def seen(self) -> list[int]:
        """How many different runs of 1, 2, 3 and 4 letters of context occur, each with the character after it."""
        return load_seen(self.key) if self.own is None else count_seen(self.own)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words themselves. A built-in list is downloaded if needed; WordsMissing if that fails."""
        return tuple(load_words(self.key)) if self.own is None else self.own

    @property
    def has_words(self) -> bool:
        """True if `words` are on this machine; does not use the network."""
        return self.own is not None or has_words(self.key)

    def amount(self, count: int) -> str:
        """A number with the noun, as text.

        >>> load_list("names").amount(1), load_list("names").amount(32033)
        ('1 name', '32,033 names')
        """
        return f"{count:,} {self.noun if count == 1 else self.nouns}"


BUILT_IN = {"names": WordList("names", "Names", "name", "names")}  # one for each option of CORPUS


def load_list(key: str = CORPUS.default) -> WordList:
    """A built-in list by its key; ValueError for an unknown one.

    >>> load_list("names").summary.words
    32033
    """
    return replace(BUILT_IN[CORPUS.check(key)])  # a new value, so that callers do not share what they have loaded


def list_of_words(
    words: Sequence[str], key: str = "own", title: str = "Your list", noun: str = "word", nouns: str = "words"
) -> WordList:
    """A list built from words in memory, split into parts as the names are. Raises ValueError if there is no word.

    >>> own = list_of_words(["ab", "b"])
    >>> own.tables.all.tolist(), own.summary.words
    ([[0, 1, 1], [0, 0, 1], [2, 0, 0]], 2)
    """
    if not words:
        raise ValueError("expected at least one word, got none")
    return WordList(key, title, noun, nouns, tuple(words))
