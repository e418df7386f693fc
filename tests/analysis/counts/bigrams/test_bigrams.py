import re
from collections import Counter
from itertools import pairwise

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from analysis.counts import bigrams
from analysis.counts.bigrams import (
    FLOAT_STOPS,
    count_bigrams,
    count_ids,
    count_in_dictionary,
    encode_words,
    top_bigrams,
    with_start_and_end,
)
from analysis.words.vocabulary import build_vocabulary
from tests.strategies import COUNTS, FILLED_LISTS, WORD_LISTS, counts_of


@pytest.mark.parametrize(
    ("least", "expected"),
    [
        (False, [(2, 1, 5), (0, 1, 3), (1, 0, 3), (1, 1, 1), (2, 0, 1)]),
        (True, [(1, 1, 1), (2, 0, 1), (0, 1, 3), (1, 0, 3), (2, 1, 5)]),
    ],
)
def test_ties_stand_in_the_order_of_the_table(least, expected):
    counts = torch.tensor([[0, 3, 0], [3, 1, 0], [1, 5, 0]])
    assert [top_bigrams(counts, k, least=least) for k in (0, 2, 5, 9)] == [expected[:k] for k in (0, 2, 5, 9)]


@given(WORD_LISTS)
def test_the_table_agrees_with_a_loop_over_pairs(words):
    vocab = build_vocabulary(words)
    slow = [[0] * len(vocab) for _ in vocab.itos]
    for word in words:
        for a, b in pairwise("." + word + "."):
            slow[vocab.itos.index(a)][vocab.itos.index(b)] += 1
    assert (counts_of(words).dtype, counts_of(words).tolist()) == (torch.int64, slow)


@given(WORD_LISTS)
def test_the_table_agrees_with_the_dictionary(words):
    vocab = build_vocabulary(words)
    characters, table = with_start_and_end(count_bigrams(words, vocab), vocab)
    cells = {(characters[i], characters[j]): int(table[i, j]) for i, j in table.nonzero().tolist()}
    assert cells == count_in_dictionary(words)


@given(WORD_LISTS)
def test_the_row_of_ids_agrees_with_one_word_after_the_other(words):
    vocab = build_vocabulary(words)
    slow = [0]
    for word in words:
        slow += vocab.encode(word)[1:]
    assert encode_words(words, vocab).tolist() == slow


@given(FILLED_LISTS, COUNTS)
def test_top_bigrams_agrees_with_a_counter(words, counts):
    pairs = {(i, j): int(counts[i, j]) for i, j in counts.nonzero().tolist()}
    assert [(pair, count) for *pair, count in top_bigrams(counts, len(words))] == [
        (list(pair), count) for pair, count in Counter(pairs).most_common(len(words))
    ]


@pytest.mark.parametrize("words", [["ab", ""], [""], ["a.b"], ["."], ["a", ".b"]])
def test_an_empty_word_or_a_boundary_in_a_word_is_not_counted(words):
    with pytest.raises(ValueError, match=r"at least one letter and does not hold the boundary '\.'"):
        count_bigrams(words, build_vocabulary(["ab"]))


@pytest.mark.parametrize("letter", ["c", "é", "🦉", "\0", "-"])  # beyond, within and below the known code points
def test_a_letter_that_is_not_in_the_vocabulary_is_named(letter):
    with pytest.raises(ValueError, match=re.escape(f"letter {letter!r} is not in the vocabulary .ab")):
        encode_words(["ab", "b" + letter], build_vocabulary(["ab"]))


@given(WORD_LISTS)
def test_a_list_counted_in_blocks_is_the_list_counted_at_once(words):
    whole = counts_of(words)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bigrams, "BLOCK", 2)
        assert counts_of(words).equal(whole)


def test_more_characters_than_a_table_can_have_are_refused():
    vocab = build_vocabulary([chr(0x4E00 + i) for i in range(5001)])
    with pytest.raises(ValueError, match="a count table needs at most 5,000 different characters, got 5,001"):
        count_bigrams(["一"], vocab)


@given(st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=8), st.data())
def test_the_table_of_the_first_words_is_that_of_these_words_alone(words, data):
    vocab = build_vocabulary(words)
    first = data.draw(st.integers(0, len(words)))
    counts = count_ids(encode_words(words, vocab), first, len(vocab))
    assert counts.tolist() == count_bigrams(words[:first], vocab).tolist()


@pytest.mark.parametrize("first", [-1, 3])
def test_more_words_than_there_are_cannot_be_counted(first):
    with pytest.raises(ValueError, match=r"expected 0 to 2 words"):
        count_ids(encode_words(["a", "b"], build_vocabulary(["ab"])), first, 3)


def test_a_float32_that_counts_by_ones_stops_there_and_not_before():
    last = torch.tensor(float(FLOAT_STOPS), dtype=torch.float32)
    assert (last + 1).item() == last.item()
    assert (last - 1 + 1).item() == last.item() != (last - 1).item()
