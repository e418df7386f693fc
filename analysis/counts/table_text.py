"""A count table as a short text, for a link or an option: everything that a bigram model knows, and no words.

The text is the version, then in base64url without padding: a checksum of 4 bytes, and the packed numbers. The numbers
are the number of letters; the code point of the boundary; for each letter, its code point minus the one before; and the
counts row by row, where a run of zeros is a 0 and its length. Each number is a varint (7 bits in each byte). All are
packed with deflate, which browsers know too. `tables` has the tables in files.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator
from itertools import groupby, pairwise

import torch

from analysis.words.lists import SHARED, is_ordinary, problem_of_word
from analysis.words.vocabulary import Vocabulary

VERSION = "1"
LONGEST_LINK = 8000  # characters of a table in a link; many servers refuse an address that is longer
MOST_BYTES = 1_000_000  # unpacked, so that a short text cannot fill the memory; the largest table needs half of it
MOST_COUNTED = 2**53 - 1  # of all pairs together: up to here, float64 and JavaScript have every whole number
CHECKSUM = 4  # bytes
CODE_POINTS = 0x110000  # of Unicode
CHANGED = "expected a table as the text of a link, got one that was cut short or changed"


def encode_table(vocab: Vocabulary, counts: torch.Tensor) -> str:
    """The table as a text of the characters A-Z a-z 0-9 - _; `decode_table` reads it.

    counts (V, V), whole numbers >= 0. Raises ValueError, one line, if nothing or too much is counted, if a character
    cannot be part of a word or there are more than 256, or if the text is longer than a link can be.

    >>> text = encode_table(Vocabulary((".", "a")), torch.tensor([[0, 2], [2, 1]]))
    >>> text[0], decode_table(text)[1].tolist()
    ('1', [[0, 2], [2, 1]])
    """
    _check(vocab, counts)
    codes = [ord(character) for character in vocab.itos]
    numbers = [len(vocab) - 1, *((code - before) % CODE_POINTS for before, code in pairwise([0, *codes]))]
    for count, group in groupby(counts.flatten().tolist()):
        run = len(list(group))
        numbers += [count] * run if count else [0, run]
    data = b"".join(map(_varint, numbers))
    packed = min(_deflate(data, zlib.Z_HUFFMAN_ONLY), _deflate(data, zlib.Z_DEFAULT_STRATEGY), key=len)
    text = VERSION + _base64(_checksum(packed) + packed)
    if len(text) > LONGEST_LINK:
        raise ValueError(
            f"a link can have a table of at most {LONGEST_LINK:,} characters, because servers refuse longer addresses; "
            f"this one takes {len(text):,} ({len(vocab)} characters, {int((counts > 0).sum()):,} different pairs)"
        )
    return text


def decode_table(text: str) -> tuple[Vocabulary, torch.Tensor]:
    """The vocabulary and counts (V, V), int64, that `encode_table` wrote as a text.

    Raises ValueError, one line, for any other text: cut short, changed, too long, or of a later version.

    >>> vocab, counts = decode_table("1yCqcImPUM2ZgZGJiBAA")
    >>> vocab.itos, counts.tolist()
    (('.', 'a'), [[0, 2], [2, 1]])
    """
    if len(text) > LONGEST_LINK:
        raise ValueError(f"expected a table of at most {LONGEST_LINK:,} characters, got {len(text):,}")
    version, packed = text[:1], _from_base64(text[1:])
    if packed is None or len(packed) <= CHECKSUM:
        raise ValueError(CHANGED)
    if version != VERSION and version in "023456789":
        raise ValueError(
            f"expected a table of version {VERSION}, got version {version}; a newer release of this program may read it"
        )
    checksum, packed = packed[:CHECKSUM], packed[CHECKSUM:]
    if version != VERSION or checksum != _checksum(packed):
        raise ValueError(CHANGED)
    vocab, counts = _table_of(_numbers(_inflate(packed)))
    _check(vocab, counts)
    return vocab, counts


def _check(vocab: Vocabulary, counts: torch.Tensor) -> None:
    """Raise ValueError for a table that no list of words has."""
    size = len(vocab)
    if not 1 <= size - 1 <= SHARED.alphabet:
        raise ValueError(
            f"a table in a link has 1 to {SHARED.alphabet} characters besides the boundary, got {size - 1}"
        )
    if counts.shape != (size, size):
        raise ValueError(f"expected counts of shape ({size}, {size}), got {tuple(counts.shape)}")
    mark = vocab.boundary
    if problem_of_word("".join(vocab.itos[1:]), boundary=mark) or not is_ordinary(mark, "") or mark.isspace():
        raise ValueError("expected a table of characters that a word can have, got another character")
    if counts.min() < 0:
        raise ValueError(f"counts must be >= 0, got {counts.min()}")
    if not 0 < sum(counts.flatten().tolist()) <= MOST_COUNTED:  # Python's whole numbers do not overflow
        raise ValueError(f"a table in a link has 1 to {MOST_COUNTED:,} counted pairs, got none or more")


def _table_of(numbers: Iterator[int]) -> tuple[Vocabulary, torch.Tensor]:
    """The table of the unpacked numbers. ValueError if they are not exactly one table."""
    try:
        size = next(numbers) + 1
        if size > SHARED.alphabet + 1:
            raise ValueError("more characters than a list can have")
        codes, cells = [0], list[int]()
        while len(codes) <= size:
            codes.append((codes[-1] + next(numbers)) % CODE_POINTS)
        vocab = Vocabulary(tuple(map(chr, codes[1:])), chr(codes[1]))
        while len(cells) < len(vocab) ** 2:
            count = next(numbers)
            run = 1 if count else next(numbers)
            if not 0 < run <= len(vocab) ** 2 - len(cells):
                raise ValueError("a row of another length")
            cells += [count] * run
        if next(numbers, None) is not None:
            raise ValueError("more numbers than one table has")
        return vocab, torch.tensor(cells, dtype=torch.int64).reshape(len(vocab), len(vocab))
    except (StopIteration, ValueError, OverflowError):
        raise ValueError(CHANGED) from None


def _varint(number: int) -> bytes:
    """A number >= 0 in bytes of 7 bits, the lowest first; all but the last byte have the highest bit set."""
    low, rest = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + _varint(rest) if rest else bytes([low])


def _numbers(data: bytes) -> Iterator[int]:
    """The varints of some bytes. ValueError for one that does not end, or has more than 63 bits."""
    number, shift = 0, 0
    for byte in data:
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield number
            number, shift = 0, 0
        elif shift == 63:
            raise ValueError("a number that does not end")
    if shift:
        raise ValueError("a number that is cut")


def _deflate(data: bytes, strategy: int) -> bytes:
    """Packed bytes, without the header and checksum of zlib."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9, strategy)
    return packer.compress(data) + packer.flush()


def _inflate(packed: bytes) -> bytes:
    """Unpack the whole of some bytes. ValueError if they are no packed bytes, or have more than `MOST_BYTES`."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        data = unpacker.decompress(packed, MOST_BYTES)
    except zlib.error:
        raise ValueError(CHANGED) from None
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError(CHANGED)
    return data


def _checksum(packed: bytes) -> bytes:
    return zlib.crc32(VERSION.encode() + packed).to_bytes(CHECKSUM, "big")


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _from_base64(text: str) -> bytes | None:
    """The bytes of a text that `_base64` gives; None for any other text, also for another text of the same bytes."""
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return None
    return data if _base64(data) == text else None
