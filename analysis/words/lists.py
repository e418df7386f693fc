"""The rules for lists of words: what is text, what is a word, and what is refused with its line.

On one's own machine a list may be as long as the machine can hold; what a server that
many share takes is `SHARED`. Files are opened by `reading`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from analysis.words.vocabulary import BOUNDARY

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
Text = TypeVar("Text", str, bytes)


class Limits(NamedTuple):
    """What a list may have at most: bytes, words, characters in a word, different characters."""

    bytes: int
    words: int
    letters: int
    alphabet: int


SHARED = Limits(bytes=2_000_000, words=200_000, letters=64, alphabet=256)


class BadLine(ValueError):
    """A line that is refused: `line` counts from 1 in what was given, which begins at byte `position` of its file."""

    def __init__(self, problem: str, line: int, position: int = 0) -> None:
        super().__init__(problem)
        self.line, self.position = line, position


def parse_words(data: bytes, source: str, limits: Limits | None = None) -> list[str]:
    """The words of a file, one a line: spaces around them and empty lines dropped, NFC-normalized.

    Normalized, an accented letter is one character however it was typed. `source`
    names the file in messages. Raises ValueError, one line, if the data is not UTF-8,
    without a word, or over a limit that is given; if `clean_rows` refuses a word (with its line number).

    >>> parse_words("emma\\r\\n ava \\n\\n".encode(), "a list")
    ['emma', 'ava']
    """
    if limits and len(data) > limits.bytes:
        raise ValueError(f"{source}: expected at most {limits.bytes:,} bytes, got more")
    try:
        words = [word for word in clean_rows(decode(data.removeprefix(BYTE_ORDER_MARK)).split("\n"), limits) if word]
    except BadLine as bad:
        raise ValueError(f"{source}, line {bad.line}: {bad}") from None
    if not words:
        raise ValueError(f"{source}: expected one word a line, got no word")
    if limits and len(words) > limits.words:
        raise ValueError(f"{source}: expected at most {limits.words:,} words, got {len(words):,}")
    if limits and (alphabet := len(set("".join(words)))) > limits.alphabet:
        raise ValueError(f"{source}: expected at most {limits.alphabet} different characters, got {alphabet}")
    return words


def decode(data: bytes) -> str:
    """Text of bytes in UTF-8, with line feeds at the ends of lines. Raises BadLine for a byte that is not UTF-8."""
    try:
        return with_line_feeds(data.decode(), "\r", "\n")
    except UnicodeDecodeError as error:
        line = with_line_feeds(data[: error.start], b"\r", b"\n").count(b"\n") + 1
        guess = guess_encoding(data)
        hint = f" (the file may be in {guess})" if guess else ""
        raise BadLine(f"expected UTF-8 text, got the byte 0x{data[error.start]:02x}{hint}", line) from None


def guess_encoding(data: bytes) -> str | None:
    """The likely encoding of text that is not UTF-8; None where it looks like no text.

    >>> [guess_encoding("zoé".encode(name)) for name in ("latin-1", "utf-16")], guess_encoding(b"\\x89PNG\\x1a")
    (['Windows-1252', 'UTF-16'], None)
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    controls = set(range(32)) - set(b"\t\n\r\f") | {0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D}  # Windows-1252 has no such
    return "Windows-1252" if controls.isdisjoint(data) else None


def with_line_feeds(text: Text, carriage_return: Text, line_feed: Text) -> Text:
    """Text or bytes in which every line ends with a line feed, as on any system now."""
    if carriage_return not in text:
        return text
    return text.replace(carriage_return + line_feed, line_feed).replace(carriage_return, line_feed)


def clean_word(text: str) -> str:
    """A word without spaces around it and NFC-normalized, as lists of words hold it."""
    return unicodedata.normalize("NFC", text).strip()


def clean_rows(rows: Iterable[str], limits: Limits | None = None) -> list[str]:
    """The clean word of each row. Raises BadLine for the first row that holds what no word can.

    That is the boundary ".", more characters than a limit that is given, a control,
    private-use or byte-order character, a line or paragraph separator, or nothing visible at all.
    """
    words = [clean_word(row) for row in rows]
    odd = {character for character in set().union(*words) if not is_ordinary(character)}
    for line, word in enumerate(words, start=1):  # a close look at few words: fifty megabytes are read in seconds
        if (limits or not odd.isdisjoint(word)) and (problem := _problem_of(word, limits)):
            raise BadLine(problem, line)
    return words


def _problem_of(word: str, limits: Limits | None) -> str:
    """What is wrong with a word; "" if nothing is."""
    if BOUNDARY in word:
        return f"a word cannot hold {BOUNDARY!r}, which marks its start and end, got {word!r}"
    if limits and len(word) > limits.letters:
        return f"expected a word of at most {limits.letters} characters, got {len(word)}"
    # Format characters (Cf) stay beside others: joiners are part of the spelling in several scripts.
    joiners = {character for character in word if unicodedata.category(character) == "Cf" and character != "\ufeff"}
    if not all(map(is_ordinary, set(word) - joiners)) or (word and joiners.issuperset(word)):
        return f"expected letters, got {word!a}"
    return ""


def is_ordinary(character: str) -> bool:
    """Whether a character can stand anywhere in a word, so that no word needs a close look because of it."""
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and character != BOUNDARY
