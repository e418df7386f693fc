"""Words in: read and check a list of words, a text file in UTF-8, one word a line.

On one's own machine a list may be as long as the machine can hold; what a server that
many share takes is `SHARED`. names.txt itself is not in the repository: `names` finds
it or brings it. `split` holds words out.
"""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path
from typing import NamedTuple

from analysis.words.vocabulary import BOUNDARY


class Limits(NamedTuple):
    """What a list may have at most: bytes, words, characters in a word, different characters."""

    bytes: int
    words: int
    letters: int
    alphabet: int


SHARED = Limits(bytes=2_000_000, words=200_000, letters=64, alphabet=256)


class BadLine(ValueError):
    """A line that is refused.

    `line` counts from 1 in what was given; it is None where only a byte is known, by its `position` from 0.
    """

    def __init__(self, problem: str, line: int | None = None, position: int = 0) -> None:
        super().__init__(problem)
        self.line, self.position = line, position


def parse_words(data: bytes, source: str, limits: Limits | None = None) -> list[str]:
    """The words of a file, one a line: spaces around them and empty lines dropped, NFC-normalized.

    Normalized, an accented letter is one character however it was typed. `source`
    names the file in messages. Raises ValueError, one line, if the data is not UTF-8,
    without a word, or over a limit that is given; if a word holds the boundary ".", or
    what `check_word` refuses (with its line number).

    >>> parse_words("emma\\r\\n ava \\n\\n".encode(), "a list")
    ['emma', 'ava']
    """
    if limits and len(data) > limits.bytes:
        raise ValueError(f"{source}: expected at most {limits.bytes:,} bytes, got more")
    try:
        characters = set(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError(f"{source}: expected UTF-8 text, got a byte that is not, at position {error.start}") from None
    unusual = {character for character in characters - set("\r\n") if not _is_ordinary(character)}
    words = []
    # line by line, and a close look at few words: fifty megabytes are read in seconds, and held once
    for number, line in enumerate(io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig"), start=1):
        word = clean_word(line)
        if limits or not unusual.isdisjoint(word):
            check_word(word, f"{source}, line {number}", limits)
        if word:
            words.append(word)
    if not words:
        raise ValueError(f"{source}: expected one word a line, got no word")
    if limits and len(words) > limits.words:
        raise ValueError(f"{source}: expected at most {limits.words:,} words, got {len(words):,}")
    if limits and (alphabet := len(set("".join(words)))) > limits.alphabet:
        raise ValueError(f"{source}: expected at most {limits.alphabet} different characters, got {alphabet}")
    return words


def clean_word(text: str) -> str:
    """A word without spaces around it and NFC-normalized, as lists of words hold it."""
    return unicodedata.normalize("NFC", text).strip()


def check_word(word: str, where: str, limits: Limits | None = None) -> None:
    """ValueError if a word holds the boundary, more characters than a limit that is given, or what no spelling has.

    That is a control, private-use or byte-order character, a line or paragraph
    separator, or nothing visible at all. `where` begins the message.
    """
    if BOUNDARY in word:
        raise ValueError(f"{where}: a word cannot hold {BOUNDARY!r}, which marks its start and end, got {word!r}")
    if limits and len(word) > limits.letters:
        raise ValueError(f"{where}: expected a word of at most {limits.letters} characters, got {len(word)}")
    # Format characters (Cf) stay beside others: joiners are part of the spelling in several scripts.
    joiners = {character for character in word if unicodedata.category(character) == "Cf" and character != "\ufeff"}
    if not all(map(_is_ordinary, set(word) - joiners)) or (word and joiners.issuperset(word)):
        raise ValueError(f"{where}: expected letters, got {word!a}")


def _is_ordinary(character: str) -> bool:
    """Whether it can stand anywhere in a word."""
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and character != BOUNDARY


def read_words(path: Path | str, limits: Limits | None = None) -> list[str]:
    """The words of a file, validated by `parse_words`; ValueError if it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(limits.bytes + 1 if limits else -1)
    except OSError as error:
        raise ValueError(f"{path}: cannot be read ({error.strerror})") from None
    return parse_words(data, str(path), limits)
