"""The lecture's first count, step by step: the pairs of a word, and the dictionary of counts, sorted and searched.

`bigrams.count_in_dictionary` makes the dictionary from words; here it is made from a count table, without the words.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import torch

from analysis.counts.bigrams import END, START, with_start_and_end
from analysis.settings import ORDER
from analysis.words.vocabulary import BOUNDARY, Vocabulary

Pair = tuple[str, str]
FIRST = 3  # words that are counted step by step; the lecture also begins with three


class Step(NamedTuple):
    """One step of the loop: the pair at `place` (0, 1, ...) of a word, and its count before and after."""

    word: str
    place: int
    pair: Pair
    before: int
    after: int


def window(word: str) -> list[Pair]:
    """The pairs of neighbours in a word, as zip(w, w[1:]) gives them: one fewer than the word has letters.

    >>> window("emma")
    [('e', 'm'), ('m', 'm'), ('m', 'a')]
    """
    return list(itertools.pairwise(word))


def marked_window(word: str) -> list[Pair]:
    """The pairs of neighbours in a word with `<S>` and `<E>` around it: one more than the word has letters.

    >>> marked_window("ava")
    [('<S>', 'a'), ('a', 'v'), ('v', 'a'), ('a', '<E>')]
    """
    return list(itertools.pairwise([START, *word, END]))


def dictionary_of(counts: torch.Tensor, vocab: Vocabulary) -> dict[Pair, int]:
    """The dictionary of a count table (V, V): as `count_in_dictionary` gives it, but in alphabetical order.

    >>> dictionary_of(torch.tensor([[0, 2], [2, 1]]), Vocabulary((".", "a")))
    {('<S>', 'a'): 2, ('a', '<E>'): 2, ('a', 'a'): 1}
    """
    characters, table = with_start_and_end(counts, vocab)
    order = sorted(range(len(characters)), key=characters.__getitem__)
    rows, names = table[order][:, order].tolist(), [characters[i] for i in order]
    return {
        (a, b): count for a, row in zip(names, rows, strict=True) for b, count in zip(names, row, strict=True) if count
    }


def sort_pairs(counted: Mapping[Pair, int], order: str) -> dict[Pair, int]:
    """A dictionary in another order: `most` or `least` frequent first, or by `alphabet`.

    Pairs with equal counts are sorted by the alphabet. Raises ValueError for another order.

    >>> sort_pairs({("a", "b"): 1, ("b", "a"): 3}, "most")
    {('b', 'a'): 3, ('a', 'b'): 1}
    """
    ORDER.check(order)
    alphabet = sorted(counted.items())
    if order == "most":
        return dict(sorted(alphabet, key=lambda kv: -kv[1]))
    return dict(sorted(alphabet, key=lambda kv: kv[1]) if order == "least" else alphabet)


def find_pairs(counted: Mapping[Pair, int], text: str, boundary: str = BOUNDARY) -> dict[Pair, int]:
    """The pairs that contain a text, in the same order: `m`, `em`, `<S>e`; the boundary is either mark.

    Empty if no pair contains it; all pairs contain an empty text.

    >>> find_pairs({("<S>", "e"): 2, ("e", "m"): 1, ("a", "<E>"): 1}, ".e")
    {('<S>', 'e'): 2}
    """
    return {pair: count for pair, count in counted.items() if _holds(pair, text, boundary)}


def as_found(counted: Mapping[Pair, int], text: str, boundary: str = BOUNDARY) -> str | None:
    """The searched text as it occurs in a pair: as typed (without spaces around it), or else in small letters.

    A pair of these characters that never occurs can be searched as well: its count is 0. None for other texts.

    >>> counted = {("<S>", "e"): 1, ("e", "m"): 1}
    >>> as_found(counted, " EM"), as_found(counted, "me"), as_found(counted, "x")
    ('em', 'me', None)
    """
    tries = (text.strip(), text.strip().lower())
    characters = sorted({START, END, *(character for pair in counted for character in pair)})
    possible = list(itertools.product(characters, characters))
    found = (
        sought
        for pairs in (counted, possible)
        for sought in tries
        if any(_holds(pair, sought, boundary) for pair in pairs)
    )
    return next(found, None)


def _holds(pair: Pair, sought: str, boundary: str) -> bool:
    plain = "".join(boundary if character in (START, END) else character for character in pair)
    return sought in "".join(pair) or sought in plain


def first_and(words: Sequence[str], word: str) -> list[str]:
    """The words that are counted step by step: the first three of a list, and `word`, if it is another one.

    >>> first_and(["emma", "olivia", "ava", "mia"], "zoe")
    ['emma', 'olivia', 'ava', 'zoe']
    """
    return list(dict.fromkeys([*words[:FIRST], word])) if word else list(words[:FIRST])


def count_steps(words: Iterable[str]) -> Iterator[Step]:
    """Every step of the loop `b[pair] = b.get(pair, 0) + 1` over some words.

    >>> [step.after for step in count_steps(["aa", "a"])]  # <S>a aa a<E> <S>a a<E>
    [1, 1, 1, 2, 2]
    """
    counted: dict[Pair, int] = {}
    for word in words:
        for place, pair in enumerate(marked_window(word)):
            before = counted.get(pair, 0)
            counted[pair] = before + 1
            yield Step(word, place, pair, before, before + 1)
