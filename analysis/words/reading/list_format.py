"""How a list of words is to be read: `ListFormat`, the options that the command line and the pages give."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from analysis.words.lists import is_ordinary, shown
from analysis.words.reading.cells import SEPARATORS
from analysis.words.reading.decoding import encoding_name
from analysis.words.vocabulary import BOUNDARY

LISTED = 10  # refused lines in a message
OTHER_MARKS = "|^~#_=+*/"  # other marks for the boundary; a message proposes the first that is in no word


@dataclass(frozen=True)
class ListFormat:
    """The options for reading a list; None: found from the list itself. Raises ValueError, one line, for a bad one.

    `column` has the words, `weights` says how often each occurs: the name of a column, its number from 1, or True (a
    word and a number on each line; without `guess` only in tables of two columns). `separator` "": a word on each line,
    whatever it looks like. `alphabet`: characters that are in the vocabulary even if no word has them. With
    `skip_bad_words` refused lines are left out and listed. `guess`: a table, its columns and another encoding are read
    as they are found; without it they are refused, with the option that would read them.
    """

    fold: bool = False
    column: str | int | None = None
    weights: str | int | bool | None = None
    encoding: str | None = None
    separator: str | None = None
    header: bool | None = None
    boundary: str = BOUNDARY
    alphabet: str = ""
    skip_bad_words: bool = False
    guess: bool = False

    @property
    def each_line(self) -> bool:
        """True if each line is a word in UTF-8, so that reading can begin at any line of the file."""
        table = any((self.column is not None, self.weights, self.separator, self.header, self.guess))
        return not table and encoding_name(self.encoding or "utf-8") == "utf-8"

    def __post_init__(self) -> None:
        if self.encoding is not None:
            encoding_name(self.encoding)
        if self.separator and (len(self.separator) != 1 or self.separator in '"\r\n'):
            raise ValueError(
                f"expected a separator of one character, such as {' '.join(SEPARATORS.values())}, "
                f"got {shown(self.separator)}"
            )
        if len(self.boundary) != 1 or not is_ordinary(self.boundary, "") or self.boundary.isspace():
            raise ValueError(f"--boundary must be one character that can be seen, got {shown(self.boundary)}")
        for character in unicodedata.normalize("NFC", self.alphabet):
            if not is_ordinary(character, self.boundary):
                raise ValueError(f"--alphabet must be letters other than the boundary, got {shown(character)}")


class Refused(NamedTuple):
    """A refused line: its number from 1, its text (shortened), why, and the option that would help ("" if none)."""

    line: int
    text: str
    reason: str
    option: str


def refusal(name: str, place: str, refused: Sequence[Refused], total: int, letters: Iterable[str]) -> str:
    """One line for all refused lines: the first ten, how many there are, and what would help.

    `letters`: the characters of the list, none of which can be the mark that is proposed.

    >>> refusal("a.txt", "line", [Refused(2, "'J.'", "no '.' please", "--boundary")], 1, "J.")
    "a.txt, line 2: no '.' please, got 'J.'; --boundary '|' changes the mark, --skip-bad-words leaves such lines out"
    """
    listed = refused[:LISTED]
    helps = []
    if any(one.option == "--boundary" for one in listed):
        used = set(letters)
        mark = next((mark for mark in OTHER_MARKS if mark not in used), "CHARACTER")
        helps.append(f"--boundary '{mark}' changes the mark")
    if any(one.option.startswith("--column") for one in listed):
        helps.append("--column reads a column of a table")
    advice = "; " + ", ".join([*helps, f"--skip-bad-words leaves such {place}s out"])
    if total == 1:
        (one,) = listed
        return f"{name}, {place} {one.line}: {one.reason}, got {one.text}{advice}"
    reasons: dict[str, list[str]] = {}
    for one in listed:
        reasons.setdefault(one.reason, []).append(f"{place} {one.line} {one.text}")
    those = "; ".join(f"{reason}: {', '.join(lines)}" for reason, lines in reasons.items())
    more = f", and {total - LISTED:,} more" if total > LISTED else ""
    return f"{name}, {total:,} {place}s are refused: {those}{more}{advice}"


def left_out(place: str, refused: Sequence[Refused], total: int) -> str:
    """One line for all refused lines that were left out: how many, and the first three.

    >>> left_out("line", [Refused(2, "'J.'", "no '.' please", "--boundary")], 1)
    "left out: 1 line: line 2 'J.'"
    """
    first = ", ".join(f"{place} {one.line} {one.text}" for one in refused[:3])
    return f"left out: {total:,} {place}{'s' if total != 1 else ''}: {first}{' ...' if total > 3 else ''}"


def no_word(name: str, place: str, refused: Sequence[Refused]) -> str:
    """One line for a list in which there is no word, or none that is not refused."""
    why = f" (refused: {refused[0].reason}, {place} {refused[0].line})" if refused else ""
    return f"{name}: expected one word on each line, got no word{why}"
