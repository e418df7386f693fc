"""The rules for words: what is a word, which one is refused and why, and how it stands in a message.

On your own machine, memory is the only limit of a list. `SHARED` has the limits for a server with many visitors.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from analysis.words.vocabulary import BOUNDARY, characters_of

MOST_SHOWN = 32  # characters of a refused word in a message


class Limits(NamedTuple):
    """Upper limits of a list: bytes, words, characters in a word, different characters."""

    bytes: int
    words: int
    letters: int
    alphabet: int


SHARED = Limits(bytes=2_000_000, words=200_000, letters=64, alphabet=256)


def clean_word(text: str) -> str:
    """A word as lists of words have it: NFC-normalized, without spaces around it."""
    return unicodedata.normalize("NFC", text).strip()


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
