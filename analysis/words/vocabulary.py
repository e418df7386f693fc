"""Characters and their ids: `stoi`, `itos`, encode, decode.

The lecture's vocabulary is the sorted letters with ids 1 ... V - 1, and one mark,
".", with id 0, for both the start and the end of a word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

BOUNDARY = "."
LONG = 10_000  # characters
CORNER = "previous\\next"  # the first cell of a count table in a file
FORMULA = ("=", "+", "-", "@")  # a spreadsheet takes a cell that begins so for a formula
UNSEEN = {" ": "\u2423", "\u200c": "ZWNJ", "\u200d": "ZWJ"}  # their labels


@dataclass(frozen=True)
class Vocabulary:
    """V characters in the order of their ids; `itos[0]` is the boundary, "." if no other one is given.

    Raises ValueError if the first is not the boundary, one occurs twice, or one
    is not a single character.
    """

    itos: tuple[str, ...]
    boundary: str = BOUNDARY

    def __post_init__(self) -> None:
        if not self.itos or self.itos[0] != self.boundary:
            got = repr(self.itos[0]) if self.itos else "no character"
            raise ValueError(f"a vocabulary starts with the boundary {self.boundary!r}, got {got}")
        if len(set(self.itos)) != len(self.itos) or any(len(character) != 1 for character in self.itos):
            raise ValueError("a vocabulary has single characters, each once")

    def __len__(self) -> int:
        return len(self.itos)

    @cached_property
    def stoi(self) -> dict[str, int]:
        """Character -> id."""
        return {character: i for i, character in enumerate(self.itos)}

    def id_of(self, character: str) -> int:
        """The id of one character. ValueError for an unknown one; the message lists the vocabulary."""
        if character not in self.stoi:
            other = next((same for same in (character.lower(), character.upper()) if same in self.stoi), None)
            hint = f", but {other!r} is" if other else ""
            raise ValueError(f"letter {character!r} is not in the vocabulary {''.join(self.itos)}{hint}")
        return self.stoi[character]

    def encode(self, word: str) -> list[int]:
        """The ids of a word between its two boundaries; ValueError for an unknown letter.

        >>> build_vocabulary(["emma"]).encode("emma")
        [0, 2, 3, 3, 1, 0]
        """
        if self.boundary in word:
            raise ValueError(f"a word cannot contain the boundary {self.boundary!r}, got {word!r}")
        return [0, *(self.id_of(character) for character in word), 0]

    def decode(self, ids: Iterable[int]) -> str:
        """The letters of some ids, boundaries left out.

        >>> build_vocabulary(["emma"]).decode([0, 2, 3, 3, 1, 0])
        'emma'
        """
        return "".join(self.itos[i] for i in ids if i != 0)


def characters_of(words: Iterable[str]) -> set[str]:
    """The different characters of some words.

    >>> sorted(characters_of(["emma", "ava"]))
    ['a', 'e', 'm', 'v']
    """
    text = "".join(words)
    if text.isascii() or len(text) < LONG:
        return set(text)
    import numpy as np

    seen = np.zeros(0x110000, bool)  # a set of a long text makes a string of each letter: ten times slower
    seen[np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")] = True
    return set(map(chr, np.flatnonzero(seen).tolist()))


def build_vocabulary(words: Iterable[str], boundary: str = BOUNDARY) -> Vocabulary:
    """The boundary, then every character of the words, sorted by code point. ValueError if a word has the boundary.

    >>> build_vocabulary(["emma", "ava"]).stoi
    {'.': 0, 'a': 1, 'e': 2, 'm': 3, 'v': 4}
    """
    letters = characters_of(words)
    if boundary in letters:
        raise ValueError(f"a word cannot contain the boundary {boundary!r}")
    return Vocabulary((boundary, *sorted(letters)), boundary)


def display_char(character: str) -> str:
    """A character as a label that can be seen: a lone combining mark stands on a dotted circle.

    A space is an open box; what has no shape, such as a joiner, has its name or its code.

    >>> display_char("a"), display_char(" "), display_char("\\u0301"), display_char("\\u200d"), display_char("\\u200e")
    ('a', '\u2423', '\u25cc\u0301', 'ZWJ', 'U+200E')
    """
    if len(character) != 1 or character in UNSEEN:
        return UNSEEN.get(character, character)  # "<S>" is a label already
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Zs"):
        return f"U+{ord(character):04X}"
    return "\u25cc" + character if category.startswith("M") else character


def labels(vocab: Vocabulary) -> list[str]:
    """The V characters as labels, in the order of their ids."""
    return [display_char(character) for character in vocab.itos]


def letters_of(vocab: Vocabulary) -> list[str]:
    """The letters of a vocabulary, without spaces and hyphens; all characters but the boundary if there is no letter.

    >>> letters_of(build_vocabulary(["be-a"])), letters_of(build_vocabulary(["--"]))
    (['a', 'b', 'e'], ['-'])
    """
    return [character for character in vocab.itos[1:] if character.isalpha()] or list(vocab.itos[1:])


def csv_cell(text: str) -> str:
    """A text as a cell of a CSV file: with a ' before it if a spreadsheet would run it as a formula.

    >>> csv_cell("a"), csv_cell("=1+1")
    ('a', "'=1+1")
    """
    return f"'{text}" if text.startswith(FORMULA) else text


def from_csv_cell(cell: str) -> str:
    """The text of a cell that `csv_cell` has made.

    >>> from_csv_cell("'=1+1"), from_csv_cell("'")
    ('=1+1', "'")
    """
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell
