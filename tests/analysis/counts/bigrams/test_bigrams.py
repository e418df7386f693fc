import re
from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from analysis.counts import bigrams
from analysis.counts.bigrams import (
    END,
    FLOAT_STOPS,
    START,
    count_bigrams,
    count_ids,
    count_in_dictionary,
    encode_words,
    top_bigrams,
    with_start_and_end,
)
from analysis.words.vocabulary import Vocabulary, build_vocabulary
from tests.strategies import COUNTS, FILLED_LISTS, WORD_LISTS, counts_of

# N1's list, most frequent first; S is the start of a word and E its end
MOST_FREQUENT = """n-E 6763, a-E 6640, an 5438, S-a 4410, e-E 3983, ar 3264, el 3248, ri 3033, na 2977, S-k 2963,
le 2921, en 2675, la 2623, ma 2590, S-m 2538, al 2528, i-E 2489, li 2480, ia 2445, S-j 2422, on 2411, h-E 2409,
ra 2356, ah 2332, ha 2244"""


FIRST_LETTERS = """0 4410 1306 1542 1690 1531 417 669 874 591 2422 2963 1572 2538 1146 394 515 92 1639 2055 1308 78
376 307 134 535 929"""


@given(WORD_LISTS)
def test_the_table_holds_as_many_bigrams_as_letters_and_words(words):
    assert counts_of(words).sum() == sum(map(len, words)) + len(words)


@given(WORD_LISTS)
def test_each_letter_is_left_as_often_as_it_is_entered(words):
    counts = counts_of(words)
    assert counts.sum(1).tolist() == counts.sum(0).tolist()


@given(WORD_LISTS)
def test_each_word_starts_once(words):
    assert counts_of(words)[0].sum() == len(words)


@given(WORD_LISTS)
def test_the_table_is_int64_over_the_vocabulary(words):
    counts, size = counts_of(words), len(build_vocabulary(words))
    assert (counts.dtype, counts.shape) == (torch.int64, (size, size))


@given(WORD_LISTS)
def test_counting_leaves_the_words_as_they_were(words):
    before = list(words)
    counts_of(words)
    assert words == before


@given(COUNTS)
def test_nothing_follows_the_end_and_nothing_precedes_the_start(counts):
    vocab = Vocabulary((".", *map(chr, range(0x4E00, 0x4E00 + len(counts) - 1))))
    _, table = with_start_and_end(counts, vocab)
    assert (int(table[-1].sum()), int(table[:, -2].sum()), int(table.sum())) == (0, 0, int(counts.sum()))


def test_two_words_by_hand():
    # ava: .a av va a.   va: .v va a.   ids . a v = 0 1 2
    # row .: a 1, v 1    row a: . 2, v 1    row v: a 2
    words = ["ava", "va"]
    assert count_bigrams(words, build_vocabulary(words)).tolist() == [[0, 1, 1], [2, 0, 1], [0, 2, 0]]


def test_the_dictionary_of_two_words_by_hand():
    assert count_in_dictionary(["ab", "b"]) == {
        (START, "a"): 1,
        ("a", "b"): 1,
        ("b", END): 2,
        (START, "b"): 1,
    }


def test_the_table_with_start_and_end_of_two_words_by_hand():
    # ab, b: .a ab b. .b b.   columns a b <S> <E>
    # row a: b 1    row b: <E> 2    row <S>: a 1, b 1    row <E>: nothing
    vocab = build_vocabulary(["ab", "b"])
    characters, table = with_start_and_end(count_bigrams(["ab", "b"], vocab), vocab)
    assert (characters, table.tolist()) == (
        ("a", "b", START, END),
        [[0, 1, 0, 0], [0, 0, 0, 2], [1, 1, 0, 0], [0, 0, 0, 0]],
    )


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
    assert counts_of(words).tolist() == slow


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


def test_no_words_give_zeros():
    assert count_bigrams([], Vocabulary((".", "a"))).tolist() == [[0, 0], [0, 0]]


@pytest.mark.parametrize("words", [["ab", ""], [""], ["a.b"], ["."], ["a", ".b"]])
def test_an_empty_word_or_a_boundary_in_a_word_is_not_counted(words):
    with pytest.raises(ValueError, match=r"at least one letter and does not hold the boundary '\.'"):
        count_bigrams(words, build_vocabulary(["ab"]))


@pytest.mark.parametrize("letter", ["c", "é", "🦉", "\0", "-"])  # beyond, within and below the known code points
def test_a_letter_that_is_not_in_the_vocabulary_is_named(letter):
    with pytest.raises(ValueError, match=re.escape(f"letter {letter!r} is not in the vocabulary .ab")):
        encode_words(["ab", "b" + letter], build_vocabulary(["ab"]))


def test_the_25_most_frequent_pairs_are_the_published_ones(names):
    published = [tuple(pair.split()) for pair in MOST_FREQUENT.replace("\n", " ").split(", ")]
    characters, table = with_start_and_end(names.all, names.vocab)
    spoken = {START: "S-", END: "-E"}
    ours = [
        (spoken.get(characters[a], characters[a]) + spoken.get(characters[b], characters[b]), str(count))
        for a, b, count in top_bigrams(table, len(published))
    ]
    assert ours == published


@pytest.mark.parametrize("pair", ["jb", "xm", "wg", "tb", "zx", "qr", "dz"])
def test_the_pairs_published_as_rare_occur_once(names, pair):
    assert (*map(names.vocab.id_of, pair), 1) in top_bigrams(names.all, 50, least=True)


def test_the_row_of_first_letters_is_the_published_one(names):
    assert names.all[0].tolist() == [int(count) for count in FIRST_LETTERS.split()]


def test_the_names_hold_228146_bigrams(names):
    assert [names.all.sum()] == [228_146]


def test_86_percent_of_the_729_cells_are_seen(names):
    assert (names.all.numel(), 100 * np.count_nonzero(names.all) / 729) == (729, pytest.approx(86.0, abs=0.05))


def test_the_table_of_all_names_agrees_with_the_dictionary(words, names):
    characters, table = with_start_and_end(names.all, names.vocab)
    cells = {(characters[i], characters[j]): int(table[i, j]) for i, j in table.nonzero().tolist()}
    assert cells == count_in_dictionary(words)


def test_the_examples_of_emma_are_those_of_the_lecture(names):
    ids = encode_words(["emma"], names.vocab).tolist()
    assert (ids[:-1], ids[1:]) == ([0, 5, 13, 13, 1], [5, 13, 13, 1, 0])


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
