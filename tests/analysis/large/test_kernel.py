"""The kernel: any bytes give the counts of the words that a list would give, or its refusal."""

import re
from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.counts.bigrams import MOST
from analysis.large.kernel import Pairs, count_lines, merge_pairs
from analysis.words.lists import BadLine
from analysis.words.reading.list_format import ListFormat
from analysis.words.reading.report import read_list
from tests.strategies import LETTERS

PLAIN = ListFormat(separator="")


def as_counter(pairs: Pairs) -> Counter[str]:
    """Pairs as one would write them down: "ab" -> how often."""
    counted = zip(pairs.keys.tolist(), pairs.counts.tolist(), strict=True)
    return Counter({chr(key >> 21) + chr(key & 2**21 - 1): n for key, n in counted})


def by_hand(words) -> Counter[str]:
    """The pairs of some words, with a Counter."""
    return Counter(a + b for word in words for a, b in pairwise(f".{word}."))


def told(count) -> Counter[str] | int:
    """What counting gives, or the number of the first line that is refused; nothing, where there is no word."""
    try:
        return count()
    except BadLine as bad:
        return bad.line
    except ValueError as error:
        return Counter() if "got no word" in str(error) else int(re.search(r"line (\d+)", str(error))[1])


LINES = st.lists(st.text(LETTERS | st.sampled_from(" \t\u00a0\u2003"), max_size=6), max_size=12)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@given(LINES, ENDS)
def test_any_lines_are_counted_as_a_list_of_them_is(lines, end):
    data = end.join(lines).encode()
    assert told(lambda: as_counter(count_lines(data))) == told(lambda: by_hand(read_list(data, "list", PLAIN).words))


ALPHABETS = {
    "ascii": ["ann", "o'neil", "mary ann"],
    "accents": ["zoé", "re\u0301mi", "ølaf"],
    "scripts": ["Анна", "আনিকা", "علی\u200cرضا", "花子", "🦉"],
    "three hundred characters": [chr(0x4E00 + i) + "a" for i in range(300)],
}


@pytest.mark.parametrize("words", ALPHABETS.values(), ids=ALPHABETS)
def test_words_of_any_alphabet_are_counted(words):
    data = "\n".join(words * 3).encode()
    assert as_counter(count_lines(data)) == by_hand(read_list(data, "list", PLAIN).words)


BAD = {
    "a boundary": (b"emma\n\na.b\n", 3, "a word cannot contain '.'"),
    "a tab inside": (b"a\tb\n", 1, "expected letters"),
    "a zero byte": (b"emma\r\na\0b", 2, "expected letters"),
    "a byte-order mark inside": ("emma\n\ufeffava".encode(), 2, "expected letters"),
    "a lone joiner": ("é\n\u200d\n".encode(), 2, "expected letters"),
}


@pytest.mark.parametrize(("data", "line", "message"), BAD.values(), ids=BAD)
def test_a_bad_word_is_refused_with_its_line(data, line, message):
    with pytest.raises(BadLine, match=re.escape(message)) as refused:
        count_lines(data)
    assert refused.value.line == line


def test_a_byte_that_is_not_utf_8_is_refused_with_its_place():
    with pytest.raises(BadLine, match="expected UTF-8 text") as refused:
        count_lines(b"emma\n\xff\n")
    assert refused.value.line == 2


def test_empty_lines_count_nothing():
    assert as_counter(count_lines(b"\n\n  \n\r\n")) == {}


@given(st.lists(st.lists(st.text("abé", min_size=1, max_size=4), max_size=5), max_size=5))
def test_the_sum_of_parts_is_the_count_of_the_whole(parts):
    merged = merge_pairs(count_lines("\n".join(part).encode()) for part in parts)
    assert as_counter(merged) == by_hand(word for part in parts for word in part)
    assert (np.diff(merged.keys) > 0).all()


def test_more_characters_than_a_table_has_are_refused():
    most = "\n".join(chr(0x4E00 + i) for i in range(MOST)).encode()
    assert len(merge_pairs([count_lines(most)]).keys) == 2 * MOST
    with pytest.raises(ValueError, match="at most 5,000 different characters, got 5,001"):
        merge_pairs([count_lines(most), count_lines(b"a")])


def test_counts_beyond_63_bits_are_refused():
    half = Pairs(np.array([1]), np.array([2**62]))
    with pytest.raises(ValueError, match="less than 2\\^63"):
        merge_pairs([half, half])
