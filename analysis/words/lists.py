"""The rules for lists of words: what is text, what is a word, and which line is refused.

On your own machine, memory is the only limit of a list. `SHARED` has the limits for a
server with many visitors. `reading` opens files.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from analysis.words.vocabulary import BOUNDARY

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
Text = TypeVar("Text", str, bytes)


class Limits(NamedTuple):
    """Upper limits of a list: bytes, words, characters in a word, different characters."""

    bytes: int
    words: int
    letters: int
    alphabet: int


SHARED = Limits(bytes=2_000_000, words=200_000, letters=64, alphabet=256)


class BadLine(ValueError):
    """A refused line. `line` counts from 1 in the given data, which begins at byte `position` of its file."""

    def __init__(self, problem: str, line: int, position: int = 0) -> None:
        super().__init__(problem)
        self.line, self.position = line, position


def parse_words(data: bytes, source: str, limits: Limits | None = None) -> list[str]:
    """The words of a file with one word on each line, without spaces around them and empty lines, NFC-normalized.

    Normalized: an accented letter is one character, however it was typed. `source`
    names the file in messages. Raises ValueError, one line, if the data is not UTF-8, has no
    word, or exceeds `limits`; and, with the line number, if `clean_rows` refuses a word.

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
        raise ValueError(f"{source}: expected one word on each line, got no word")
    if limits and len(words) > limits.words:
        raise ValueError(f"{source}: expected at most {limits.words:,} words, got {len(words):,}")
    if limits and (alphabet := len(set("".join(words)))) > limits.alphabet:
        raise ValueError(f"{source}: expected at most {limits.alphabet} different characters, got {alphabet}")
    return words


def decode(data: bytes) -> str:
    """Bytes in UTF-8 as text, with line feeds at the ends of lines. Raises BadLine for a byte that is not UTF-8."""
    try:
        return with_line_feeds(data.decode(), "\r", "\n")
    except UnicodeDecodeError as error:
        line = with_line_feeds(data[: error.start], b"\r", b"\n").count(b"\n") + 1
        guess = guess_encoding(data)
        hint = f" (the file may be in {guess})" if guess else ""
        raise BadLine(f"expected UTF-8 text, got the byte 0x{data[error.start]:02x}{hint}", line) from None


def guess_encoding(data: bytes) -> str | None:
    """The likely encoding of text that is not UTF-8; None if it does not look like text.

    >>> [guess_encoding("zoé".encode(name)) for name in ("latin-1", "utf-16")], guess_encoding(b"\\x89PNG\\x1a")
    (['Windows-1252', 'UTF-16'], None)
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    controls = set(range(32)) - set(b"\t\n\r\f") | {0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D}  # not in Windows-1252
    return "Windows-1252" if controls.isdisjoint(data) else None


def with_line_feeds(text: Text, carriage_return: Text, line_feed: Text) -> Text:
    """Text or bytes with a line feed at the end of every line, instead of carriage returns."""
    if carriage_return not in text:
        return text
    return text.replace(carriage_return + line_feed, line_feed).replace(carriage_return, line_feed)


def clean_word(text: str) -> str:
    """A word as lists of words have it: NFC-normalized, without spaces around it."""
    return unicodedata.normalize("NFC", text).strip()


def clean_rows(rows: Iterable[str], limits: Limits | None = None) -> list[str]:
    """The clean word of each row. Raises BadLine for the first row that cannot be a word.

    A word cannot have the boundary ".", more characters than its limit, a control,
    private-use or byte-order character, or a line or paragraph separator, and something in it must be visible.
    """
    words = [clean_word(row) for row in rows]
    odd = {character for character in set().union(*words) if not is_ordinary(character)}
    for line, word in enumerate(words, start=1):  # few words need a close look: so fifty megabytes take only seconds
        if (limits or not odd.isdisjoint(word)) and (problem := _problem_of(word, limits)):
            raise BadLine(problem, line)
    return words


def _problem_of(word: str, limits: Limits | None) -> str:
    """What is wrong with a word; "" if nothing is."""
    if BOUNDARY in word:
        return f"a word cannot contain {BOUNDARY!r}, which marks its start and end, got {word!r}"
    if limits and len(word) > limits.letters:
        return f"expected a word of at most {limits.letters} characters, got {len(word)}"
    # Format characters (Cf) are allowed among others: joiners belong to the spelling in several scripts.
    joiners = {character for character in word if unicodedata.category(character) == "Cf" and character != "\ufeff"}
    if not all(map(is_ordinary, set(word) - joiners)) or (word and joiners.issuperset(word)):
        return f"expected letters, got {word!a}"
    return ""


def is_ordinary(character: str) -> bool:
    """True if a character is allowed anywhere in a word, so that its word needs no closer look."""
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and character != BOUNDARY
