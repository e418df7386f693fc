"""Read a list of words in memory, in any format, and report what was found in it: `read_list`.

    read_list(data: bytes, name: str, options: ListFormat = ListFormat(), limits: Limits | None = None) -> ListReport

`data` are the bytes of a file or of a pasted text (encoded as UTF-8), `name` stands in messages, and its end (.json)
may say what the data are. Any data give a report, or a ValueError with one line. A page offers what was found with
`ListFormat(guess=True, skip_bad_words=True)`, shows `report.layout`, `report.encoding` and `report.refused`, and reads
again with what the visitor changed. `lists` has the rules for words, `unpacking` turns bytes into text,
`contents` and `layout` read lines and tables, `list_format` has the options.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.words.lists import Limits
from analysis.words.reading.cleaning import clean
from analysis.words.reading.contents import PARQUET, contents_of_parquet, contents_of_text, joined
from analysis.words.reading.decoding import text_of
from analysis.words.reading.layout import Layout
from analysis.words.reading.list_format import ListFormat, Refused, no_word, refusal
from analysis.words.reading.unpacking import unpack
from analysis.words.vocabulary import characters_of

LONGEST = 500  # characters of a message


@dataclass(frozen=True)
class ListReport:
    """A list of words, and what was done to get it.

    `words` in the order of the file; a weighted list has each different word once, and in `weights` how often it
    occurs (int, from 1), else `weights` is None. `trimmed`, `folded` and `normalized` (to NFC): how many words were
    changed so. `zero`: how many words were left out because they occur 0 times. `refused`: what was left out;
    `place` says what each is: a line, a row (.parquet) or an item (JSON). `hidden`: characters that cannot be seen,
    such as direction marks, which count as letters. `notes`: messages for the user, one line each.
    """

    words: tuple[str, ...]
    weights: tuple[int, ...] | None
    encoding: str
    layout: Layout
    refused: tuple[Refused, ...] = ()
    place: str = "line"
    trimmed: int = 0
    folded: int = 0
    normalized: int = 0
    zero: int = 0
    hidden: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @cached_property
    def distinct(self) -> int:
        """How many different words there are."""
        return len(set(self.words))

    @cached_property
    def total(self) -> int:
        """How many words there are, each counted as often as it occurs."""
        return len(self.words) if self.weights is None else sum(self.weights)

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """The characters of the words, in the order of their code points."""
        return tuple(sorted(characters_of(self.words)))


def read_list(data: bytes, name: str, options: ListFormat | None = None, limits: Limits | None = None) -> ListReport:
    """The words of a file in memory, and a report on them; see the top of this module.

    Raises ValueError if the data are no list of words, if a line is refused (without `skip_bad_words`), or if there is
    more than `limits` allow. Its message is one line: the place, the reason, and the option that would help.

    >>> report = read_list("Zo\\u0301\\n\\n ava ".encode(), "a list", ListFormat(fold=True))
    >>> report.words, report.normalized, report.trimmed, report.folded
    (('z\u00f3', 'ava'), 1, 1, 1)
    >>> read_list(b"Ana,F,30\\nBo,M,20", "a.txt", ListFormat(guess=True)).weights
    (30, 20)
    """
    options = options or ListFormat()
    data = unpack(data, name, limits)
    try:
        if data.startswith(PARQUET):
            found, encoding = joined(contents_of_parquet(io.BytesIO(data), options, limits)), "utf-8"
        else:
            text, encoding = text_of(data, name, options.encoding, guess=options.guess)
            found = contents_of_text(text, name, options)
    except ValueError as error:
        raise ValueError(one_line(str(error) if str(error).startswith(name) else f"{name}: {error}")) from None
    cleaned = clean(found, options, limits)
    refused = tuple(cleaned.refused)
    if refused and not options.skip_bad_words:
        raise ValueError(refusal(name, found.place, refused, len(refused), "".join(found.words)))
    words: Sequence[str] = cleaned.words
    weights, zero = None, 0
    if cleaned.weights is not None:
        sums: dict[str, int] = {}
        for word, times in zip(words, cleaned.weights, strict=True):
            sums[word] = sums.get(word, 0) + times
        zero = sum(times == 0 for times in sums.values())
        words = [word for word, times in sums.items() if times]
        weights = tuple(times for times in sums.values() if times)
    _check_limits(name, found.place, words, weights, refused, limits)
    odd = sorted(character for character in characters_of(words) if unicodedata.category(character) == "Cf")
    return ListReport(
        tuple(words),
        weights,
        encoding,
        found.layout,
        refused,
        found.place,
        cleaned.trimmed,
        cleaned.folded,
        cleaned.normalized,
        zero,
        tuple(f"U+{ord(one):04X} {unicodedata.name(one, '')}".strip() for one in odd),
        cleaned.notes,
    )


def one_line(message: str) -> str:
    """A message that may quote a table, shortened, and with codes for invisible characters."""
    message = message if len(message) <= LONGEST else f"{message[: LONGEST // 2]} ... {message[-LONGEST // 2 :]}"
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in message)


def _check_limits(
    name: str,
    place: str,
    words: Sequence[str],
    weights: Sequence[int] | None,
    refused: Sequence[Refused],
    limits: Limits | None,
) -> None:
    """Raise ValueError, one line, for a list without words, or with too many of something."""
    if not words:
        raise ValueError(no_word(name, place, refused))
    if weights and sum(times * (len(word) + 1) for word, times in zip(words, weights, strict=True)) >= 2**63:
        raise ValueError(f"{name}: expected counts that add up to less than 2^63, got more")
    if limits and len(words) > limits.words:
        raise ValueError(f"{name}: expected at most {limits.words:,} words, got {len(words):,}")
    if limits and (alphabet := len(characters_of(words))) > limits.alphabet:
        raise ValueError(f"{name}: expected at most {limits.alphabet} different characters, got {alphabet}")
