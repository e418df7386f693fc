"""The rules for lists of words: what is text, what is a word, and which line is refused.

On your own machine, memory is the only limit of a list. `SHARED` has the limits for a
server with many visitors. `reading` opens files.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from analysis.words.vocabulary import BOUNDARY, characters_of

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
MOST_SHOWN = 32  # characters of a refused word in a message
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


def decode(data: bytes) -> str:
    """Bytes in UTF-8 as text, with line feeds at the ends of lines. Raises BadLine for a byte that is not UTF-8."""
    try:
        text = data.decode()
        bad = data.find(b"\0") if b"\0" in data and guess_encoding(data) else -1  # UTF-16 of English letters
    except UnicodeDecodeError as error:
        text, bad = "", error.start
    if bad < 0:
        return with_line_feeds(text, "\r", "\n")
    line = with_line_feeds(data[:bad], b"\r", b"\n").count(b"\n") + 1
    guess = guess_encoding(data)
    hint = f" (the file may be in {guess}: --encoding {guess} reads it)" if guess else ""
    raise BadLine(f"expected UTF-8 text, got the byte 0x{data[bad]:02x}{hint}", line)


def guess_encoding(data: bytes) -> str | None:
    """The likely encoding of text that is not UTF-8; None if it does not look like text.

    >>> [guess_encoding("zoé".encode(name)) for name in ("latin-1", "utf-16")], guess_encoding(b"\\x89PNG\\x1a")
    (['windows-1252', 'utf-16'], None)
    """
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    for odd, name in ((1, "utf-16-le"), (0, "utf-16-be")):  # every other byte of English letters is 0
        half = data[odd::2]
        if half.count(0) > len(half) / 2 and data[1 - odd :: 2].count(0) < len(half) / 10:
            return name
    controls = set(range(32)) - set(b"\t\n\r\f") | {0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D}  # not in Windows-1252
    return "windows-1252" if controls.isdisjoint(data) else None


def with_line_feeds(text: Text, carriage_return: Text, line_feed: Text) -> Text:
    """Text or bytes with a line feed at the end of every line, instead of carriage returns."""
    if carriage_return not in text:
        return text
    return text.replace(carriage_return + line_feed, line_feed).replace(carriage_return, line_feed)


def clean_word(text: str) -> str:
    """A word as lists of words have it: NFC-normalized, without spaces around it."""
    return unicodedata.normalize("NFC", text).strip()


def clean_rows(rows: Iterable[str]) -> list[str]:
    """The clean word of each row. Raises BadLine for the first row that `problem_of_word` refuses."""
    words = [clean_word(row) for row in rows]
    for line, word in suspects(words):
        if problem := problem_of_word(word):
            raise BadLine(f"{problem}, got {shown(word)}; --skip-bad-words leaves such lines out", line + 1)
    return words


def suspects(words: Sequence[str], limits: Limits | None = None, boundary: str = BOUNDARY) -> Iterable[tuple[int, str]]:
    """The words that need a close look, with their places: few of a list, so that fifty megabytes take only seconds."""
    odd = {character for character in characters_of(words) if not is_ordinary(character, boundary)}
    most = limits.letters if limits else None
    if not odd and not (most and max(map(len, words), default=0) > most):
        return ()
    return ((i, word) for i, word in enumerate(words) if not odd.isdisjoint(word) or (most and len(word) > most))


def problem_of_word(word: str, limits: Limits | None = None, boundary: str = BOUNDARY) -> str:
    """Why a clean word is refused; "" if it is not.

    A word cannot have the boundary, more characters than its limit, a control, private-use or byte-order character, or
    a line or paragraph separator, and something in it must be visible.
    """
    if boundary in word:
        return f"a word cannot contain {boundary!r}, which marks its start and end"
    if limits and len(word) > limits.letters:
        return f"expected a word of at most {limits.letters} characters"
    # Format characters (Cf) are allowed among others: joiners belong to the spelling in several scripts.
    joiners = {character for character in word if unicodedata.category(character) == "Cf" and character != "\ufeff"}
    if not all(is_ordinary(character) or character == BOUNDARY for character in set(word) - joiners):
        return "expected letters"
    return "expected letters" if word and joiners.issuperset(word) else ""


def shown(text: str) -> str:
    """A text of a list in a message: quoted, short, and what cannot be seen as a code.

    >>> shown("em\\tma"), shown("e" * 50)
    ("'em\\\\tma'", "'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee...'")
    """
    text = text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "..."
    return repr(text) if all(map(is_ordinary, set(text) - {BOUNDARY})) else ascii(text)


def is_ordinary(character: str, boundary: str = BOUNDARY) -> bool:
    """True if a character is allowed anywhere in a word, so that its word needs no closer look."""
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and character != boundary
