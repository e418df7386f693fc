"""The kernel: any bytes give the counts of the words that a list would give, or its refusal."""

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.counts.bigrams import MOST
from analysis.large.kernel import Pairs, count_contents, count_lines, merge_pairs
from analysis.words.reading.cells import HIGHEST_WEIGHT
from analysis.words.reading.contents import Contents
from analysis.words.reading.decoding import BadLine, with_line_feeds
from analysis.words.reading.list_format import ListFormat
from analysis.words.reading.report import read_list
from tests.strategies import LETTERS

PLAIN = ListFormat(separator="")


def as_counter(pairs: Pairs) -> Counter[str]:
    """Pairs as one would write them down: "ab" -> how often."""
    counted = zip(pairs.keys.tolist(), pairs.counts.tolist(), strict=True)
    return Counter({(chr(key >> 21) + chr(key & 2**21 - 1)).replace("\n", "."): n for key, n in counted})


def by_hand(words) -> Counter[str]:
    """The pairs of some words, with a Counter."""
    return Counter("".join(pair) for word in words for pair in pairwise([".", *word, "."]))


LINES = st.lists(st.text(LETTERS | st.sampled_from(" \t\u00a0\u2003"), max_size=6), max_size=12)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


OPTIONS = st.builds(
    ListFormat,
    separator=st.just(""),
    fold=st.booleans(),
    boundary=st.sampled_from(".|a"),
    skip_bad_words=st.just(True),
)


@given(LINES, ENDS, OPTIONS)
def test_any_lines_are_counted_and_refused_as_a_list_of_them_is(lines, end, options):
    data = end.join(lines).encode()
    counted = count_lines(data, options, first=True)
    if not counted.pairs.counts.any():
        with pytest.raises(ValueError, match="got no word"):
            read_list(data, "list", options)
        return
    report = read_list(data, "list", options)
    assert as_counter(counted.pairs) == by_hand(report.words)
    assert tuple(counted.refused) == report.refused
    assert counted.lines == len(with_line_feeds(data, b"\r", b"\n").split(b"\n")) - 1


BAD = {
    "a boundary": (b"emma\n\na.b\n", 3, "a word cannot contain '.', which marks its start and end"),
    "a tab inside": (b"a\tb\n", 1, "expected letters"),
    "a zero byte": (b"emma\r\na\0b", 2, "expected letters"),
    "a byte-order mark inside": ("emma\n\ufeffava".encode(), 2, "expected letters"),
    "a lone joiner": ("é\n\u200d\n".encode(), 2, "expected letters"),
}


@pytest.mark.parametrize(("data", "line", "reason"), BAD.values(), ids=BAD)
def test_a_bad_word_is_refused_with_its_line_and_the_others_are_counted(data, line, reason):
    pairs, _, refused, _ = count_lines(data)
    assert [(one.line, one.reason) for one in refused] == [(line, reason)]
    kept = [word for number, word in enumerate(data.decode().splitlines(), start=1) if number != line]
    assert as_counter(pairs) == by_hand(filter(None, kept))


def test_a_byte_that_is_not_utf_8_is_refused_with_its_place():
    with pytest.raises(BadLine, match="expected UTF-8 text") as refused:
        count_lines(b"emma\n\xff\n")
    assert refused.value.line == 2


def test_empty_lines_count_nothing():
    assert as_counter(count_lines(b"\n\n  \n\r\n").pairs) == {}


@given(st.lists(st.lists(st.text("abé", min_size=1, max_size=4), max_size=5), max_size=5))
def test_the_sum_of_parts_is_the_count_of_the_whole(parts):
    merged = merge_pairs(count_lines("\n".join(part).encode()).pairs for part in parts)
    assert as_counter(merged) == by_hand(word for part in parts for word in part)
    assert (np.diff(merged.keys) > 0).all()


def test_more_characters_than_a_table_has_are_refused():
    most = "\n".join(chr(0x4E00 + i) for i in range(MOST)).encode()
    assert len(merge_pairs([count_lines(most).pairs]).keys) == 2 * MOST
    with pytest.raises(ValueError, match="at most 5,000 different characters, got 5,001"):
        merge_pairs([count_lines(most).pairs, count_lines(b"a").pairs])


def test_counts_beyond_63_bits_are_refused():
    half = Pairs(np.array([1]), np.array([2**62]))
    with pytest.raises(ValueError, match="less than 2\\^63"):
        merge_pairs([half, half])


WEIGHTED = st.lists(st.tuples(st.text("abé日", min_size=1, max_size=4), st.integers(0, 9)), max_size=6)


@given(WEIGHTED)
def test_a_weighted_word_counts_as_often_as_it_says(rows):
    words, weights = [word for word, _ in rows], [str(weight) for _, weight in rows]
    counted = count_contents(Contents(words, range(1, len(rows) + 1), weights), ListFormat())
    assert as_counter(counted.pairs) == by_hand(word for word, weight in rows for _ in range(weight))


def test_a_very_large_weight_stays_exact():
    weight = HIGHEST_WEIGHT - 1
    counted = count_contents(Contents(["ab", "ab"], [1, 2], [str(weight)] * 2), ListFormat())
    assert counted.pairs.counts.tolist() == [2 * weight] * 3
