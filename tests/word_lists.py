"""Lists of words for the tests alone: three words, and lists over 14, 60 and 257 characters, the boundary included."""

from __future__ import annotations

import string

import pytest

from analysis.counts import word_list
from analysis.counts.word_list import WordList, list_of_words
from analysis.settings import CORPUS

ALPHABETS = {
    "chars14": string.ascii_lowercase[:13],
    "chars60": string.ascii_letters + "äéíñößü",
    "chars257": "".join(chr(0x4E00 + i) for i in range(256)),
}


def _words_over(letters: str) -> list[str]:
    """Words of one to four letters in which each of the letters occurs."""
    size = len(letters)
    return [
        "".join(letters[place % size] for place in (i, 7 * i + 3, i * i, 5 * i)[: 1 + i % 4]) for i in range(2 * size)
    ]


TEST_LISTS = {"three": list_of_words(["ab", "b", "abba"], "three", "Three words", "word", "words")} | {
    key: list_of_words(_words_over(letters), key, f"{len(letters) + 1} characters", "city", "cities")
    for key, letters in ALPHABETS.items()
}


def add_test_lists(patch: pytest.MonkeyPatch) -> dict[str, WordList]:
    """Make the test lists built in, as `names` is, until the patch is undone."""
    patch.setattr(word_list, "BUILT_IN", word_list.BUILT_IN | TEST_LISTS)
    patch.setitem(vars(CORPUS), "options", (*CORPUS.options, *TEST_LISTS))
    return TEST_LISTS
