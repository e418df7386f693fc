"""Words in: read and check a list of words, a text file in UTF-8, one word a line.

names.txt itself is not in the repository: `names` finds it or brings it. `split` holds words out.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

from analysis.words.vocabulary import BOUNDARY

MAX_BYTES = 2_000_000
MAX_WORDS = 200_000
MAX_LETTERS = 64
MAX_ALPHABET = 256


def parse_words(data: bytes, source: str) -> list[str]:
    """The words of a file, one a line: spaces around them and empty lines dropped, NFC-normalized.

    Normalized, an accented letter is one character however it was typed. `source`
    names the file in messages. Raises ValueError, one line, if the data is over
    2 MB, not UTF-8, without a word, or over a limit; if a word holds the boundary
    ".", is too long, or holds what `check_word` refuses (with its line number).

    >>> parse_words("emma\\r\\n ava \\n\\n".encode(), "a list")
    ['emma', 'ava']
    """
    if len(data) > MAX_BYTES:
        raise ValueError(f"{source}: expected at most {MAX_BYTES:,} bytes, got more")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{source}: expected UTF-8 text, got a byte that is not, at position {error.start}") from None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    words = []
    for number, line in enumerate(lines, start=1):
        word = clean_word(line)
        if word:
            check_word(word, f"{source}, line {number}")
            words.append(word)
    if not words:
        raise ValueError(f"{source}: expected one word a line, got no word")
    if len(words) > MAX_WORDS:
        raise ValueError(f"{source}: expected at most {MAX_WORDS:,} words, got {len(words):,}")
    alphabet = len(set("".join(words)))
    if alphabet > MAX_ALPHABET:
        raise ValueError(f"{source}: expected at most {MAX_ALPHABET} different characters, got {alphabet}")
    return words


def clean_word(text: str) -> str:
    """A word without spaces around it and NFC-normalized, as lists of words hold it."""
    return unicodedata.normalize("NFC", text).strip()


def check_word(word: str, where: str) -> None:
    """ValueError if a word holds the boundary, more than 64 characters, or what is no part of any spelling.

    That is a control, private-use or byte-order character, a line or paragraph
    separator, or nothing visible at all.
    """
    if BOUNDARY in word:
        raise ValueError(f"{where}: a word cannot hold {BOUNDARY!r}, which marks its start and end, got {word!r}")
    if len(word) > MAX_LETTERS:
        raise ValueError(f"{where}: expected a word of at most {MAX_LETTERS} characters, got {len(word)}")
    # Format characters (Cf) stay: joiners are part of the spelling in several scripts.
    kinds = [unicodedata.category(character) for character in word]
    if any(kind in ("Cc", "Cs", "Co", "Zl", "Zp") for kind in kinds) or "\ufeff" in word or set(kinds) == {"Cf"}:
        raise ValueError(f"{where}: expected letters, got {word!a}")


def read_words(path: Path | str) -> list[str]:
    """The words of a file, validated by `parse_words`; ValueError if it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ValueError(f"{path}: cannot be read ({error.strerror})") from None
    return parse_words(data, str(path))
