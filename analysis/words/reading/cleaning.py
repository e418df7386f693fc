"""The words of contents as a list has them: normalized, stripped, folded if asked for; and which are refused."""

from __future__ import annotations

import operator
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

from analysis.words.lists import Limits, problem_of_word, shown, suspects
from analysis.words.reading.cells import HIGHEST_WEIGHT, number_of
from analysis.words.reading.contents import Contents
from analysis.words.reading.guesses import HEAD
from analysis.words.reading.list_format import ListFormat, Refused

MANY = 3  # a first line with so many words may be a heading


class Cleaned(NamedTuple):
    """Words as a list has them, with their weights if there are any, and what was changed or refused to get them.

    A word may be there several times, and its weight may be 0.
    """

    words: list[str]
    weights: list[int] | None
    refused: list[Refused]
    trimmed: int
    folded: int
    normalized: int
    notes: tuple[str, ...]


def clean(found: Contents, options: ListFormat, limits: Limits | None = None, *, first: bool = True) -> Cleaned:
    """The words of the contents that are not refused: NFC-normalized, stripped, and folded if asked for.

    `first`: line 1 of the contents begins the list, and may be a heading.
    """
    words, normalized = found.words, 0
    if not unicodedata.is_normalized("NFC", "\n".join(words)):
        words, normalized = _changed(words, lambda word: unicodedata.normalize("NFC", word))
    words, trimmed = _changed(words, str.strip)
    words, folded = _changed(words, fold_word) if options.fold else (words, 0)
    refused = {
        i: Refused(found.places[i], shown(found.words[i].strip()), reason, _option(word, options.boundary))
        for i, word in suspects(words, limits, options.boundary)
        if (reason := problem_of_word(word, limits, options.boundary))
    }
    notes = found.notes
    if first and has_heading(words) and found.places[0] == 1 and 0 not in refused:
        if options.skip_bad_words:
            refused[0] = Refused(1, shown(found.words[0].strip()), "expected a word, got a heading", "")
        else:
            what = f"{shown(words[0])} in line 1 looks like a heading, and was counted as a word"
            notes += (f"{what}: --skip-bad-words leaves it out",)
    numbers: list[int | None] = [] if found.weights is None else [number_of(text) for text in found.weights]
    for i, number in enumerate(numbers):
        if number is None and words[i] and i not in refused:
            assert found.weights is not None
            reason = f"expected a whole number from 0 to {HIGHEST_WEIGHT:,}, how often {shown(words[i])} occurs"
            refused[i] = Refused(found.places[i], shown(found.weights[i].strip()), reason, "--skip-bad-words")
    kept: Sequence[int] = range(len(words))
    if refused or not all(words):
        kept = [i for i, word in enumerate(words) if word and i not in refused]
    return Cleaned(
        words if len(kept) == len(words) else [words[i] for i in kept],
        None if found.weights is None else [numbers[i] or 0 for i in kept],
        sorted([*refused.values(), *found.bad]),
        trimmed,
        folded,
        normalized,
        notes,
    )


def has_heading(lines: Sequence[str]) -> bool:
    """True if the first line, several words and an empty line after it, looks like a heading.

    >>> has_heading(["first names of Ulm", "", "emma", "ava"]), has_heading(["emma", "", "ava"])
    (True, False)
    """
    return (
        len(lines) >= 3
        and not lines[1].strip()
        and len(lines[0].split()) >= MANY
        and not any(len(line.split()) >= MANY for line in lines[1:HEAD])
    )


def _changed(words: Sequence[str], change: Callable[[str], str]) -> tuple[list[str], int]:
    """The words after a change, and how many it changed."""
    after = list(map(change, words))
    return after, sum(map(operator.ne, words, after))


def fold_word(word: str) -> str:
    """A word in small letters; also many words, with line feeds between them."""
    return unicodedata.normalize("NFC", word.lower())


def _option(word: str, boundary: str) -> str:
    """The option that helps with a refused word."""
    if boundary in word:
        return "--boundary"
    return "--column" if "\t" in word else "--skip-bad-words"
