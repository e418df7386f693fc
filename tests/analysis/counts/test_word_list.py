"""The list at hand: everything about a list of words in one value."""

import itertools
import re
from collections import Counter

import pooch
import pytest
import torch

from analysis.counts.baselines.lengths import count_lengths
from analysis.counts.contexts.sizes import count_seen
from analysis.counts.tables import count_tables, load_summary, summarize
from analysis.counts.word_list import BUILT_IN, list_of_counts, list_of_words, load_list
from analysis.settings import CORPUS, PART
from analysis.words import names as names_module
from analysis.words.first_names import remarks
from analysis.words.split import split_words
from tests.word_lists import TEST_LISTS, add_test_lists


def test_every_built_in_list_is_an_option():
    assert tuple(BUILT_IN) == CORPUS.options
    assert all(known.key == key for key, known in BUILT_IN.items())


def test_the_names_are_those_that_ship(names):
    loaded = load_list("names")
    assert (loaded.title, loaded.noun, loaded.nouns) == ("Names", "name", "names")
    assert torch.equal(loaded.tables.all, names.all)
    assert loaded.summary == load_summary("names")


def test_what_is_counted_of_the_words_of_the_names_is_what_ships(words):
    loaded = load_list("names")
    assert (loaded.words, loaded.has_words) == (tuple(words), True)
    assert (loaded.lengths, loaded.seen) == (count_lengths(words), count_seen(words))


def test_without_the_words_the_rest_is_here(monkeypatch):
    def fail(*_args, **_kwargs):
        raise OSError("no route")

    monkeypatch.setattr(names_module, "find_names", lambda: None)
    monkeypatch.setattr(pooch, "retrieve", fail)
    loaded = load_list("names")
    assert (loaded.has_words, len(loaded.tables.vocab), loaded.amount(1)) == (False, 27, "1 name")
    with pytest.raises(names_module.WordsMissing):
        _ = loaded.words


def test_two_callers_do_not_share_tables():
    load_list("names").tables.all.zero_()
    assert load_list("names").tables.all.sum() == 228_146


def test_a_list_from_memory_is_split_as_the_names_are():
    # shuffled with seed 42, [ab, b] becomes [b, ab]: b is the train part, ab the test part
    own = list_of_words(["ab", "b"], noun="city", nouns="cities")
    assert [own.tables.part(part).sum() for part in PART.options] == [5, 2, 0, 3]
    assert (own.words, own.has_words, own.amount(2)) == (("ab", "b"), True, "2 cities")


def test_a_list_without_a_word_is_refused():
    with pytest.raises(ValueError, match="expected at least one word, got none"):
        list_of_words([])


@pytest.mark.parametrize("key", CORPUS.options[1:])
def test_first_names_of_a_language_are_counted_pair_by_pair_and_split_as_the_names_are(key):
    loaded = load_list(key)
    parts = {"all": list(loaded.words)} | split_words(loaded.words)._asdict()
    for part, words in parts.items():
        pairs = Counter(pair for word in words for pair in itertools.pairwise(f".{word}."))
        counts, itos = loaded.tables.part(part), loaded.tables.vocab.itos
        assert {(itos[i], itos[j]): int(counts[i, j]) for i, j in counts.nonzero().tolist()} == pairs
    assert (loaded.has_words, loaded.has_parts, loaded.noun) == (True, True, "name")
    assert loaded.size == loaded.summary.words == loaded.summary.distinct == sum(loaded.lengths.values())
    assert loaded.seen == count_seen(loaded.words)


def test_a_list_of_a_language_says_what_it_is():
    loaded = load_list("he")
    assert (loaded.title, loaded.language, loaded.amount(loaded.size)) == ("עברית", "Hebrew", "591 names")
    assert loaded.remarks == remarks("he")
    assert load_list("names").remarks == list_of_words(["a"], key="he").remarks == ()


def test_a_list_with_weights_is_counted_as_if_each_word_stood_so_often():
    words, weights = ["ab", "b", "abba", "ba"], [3, 1, 2, 5]
    weighted = list_of_words(words, weights=weights)
    repeated = list_of_words([word for word, count in zip(words, weights, strict=True) for _ in range(count)])
    assert torch.equal(weighted.tables.all, repeated.tables.all)
    assert (weighted.lengths, weighted.seen) == (repeated.lengths, repeated.seen)
    assert weighted.summary._replace(first=[]) == repeated.summary._replace(first=[])
    assert (weighted.words, weighted.summary.first, weighted.size) == (tuple(words), words, 11)


def test_a_word_with_a_weight_is_in_one_part_with_all_its_weight():
    # shuffled with seed 42, [ab, b] becomes [b, ab]: b, 7 times, is the train part, ab, 3 times, the test part
    weighted = list_of_words(["ab", "b"], weights=[3, 7])
    assert [weighted.tables.part(part).sum() for part in PART.options] == [23, 14, 0, 9]


@pytest.mark.parametrize(
    ("weights", "message"),
    [
        ([1], "expected a weight for each of 2 words, got 1"),
        ([1, 0], "expected weights that are whole numbers from 1, got 0"),
        ([1, 2.0], "expected weights that are whole numbers from 1, got 2.0"),
        ([1, 2**62], "expected fewer than 2 ** 63 pairs in all, got more"),
    ],
)
def test_weights_that_cannot_be_counted_are_refused(weights, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        list_of_words(["ab", "b"], weights=weights)


def test_of_a_table_alone_size_alphabet_and_pairs_are_known_but_no_words_and_no_parts(names):
    table = list_of_counts(names.vocab, names.all, noun="name", nouns="names")
    assert torch.equal(table.tables.all, names.all)
    assert [int(table.tables.part(part).sum()) for part in ("train", "dev", "test")] == [0, 0, 0]
    known = load_list("names").summary
    assert table.summary == known._replace(distinct=None, shortest=None, longest=None, first=[])
    assert (table.size, table.seen, table.lengths) == (32_033, load_list("names").seen[:1], {})
    assert (table.has_words, table.has_parts, load_list("names").has_parts) == (False, False, True)
    with pytest.raises(names_module.WordsMissing, match=r"^Only the table of counts of this list is known, so"):
        _ = table.words


def test_a_table_in_which_nothing_is_counted_is_refused(names):
    with pytest.raises(ValueError, match="expected a count table, got one in which nothing is counted"):
        list_of_counts(names.vocab, torch.zeros_like(names.all))


def test_an_own_list_does_not_show_its_words_when_it_is_printed():
    assert "secret" not in repr(list_of_words(["secret"], weights=[1]))


@pytest.mark.parametrize("key", TEST_LISTS)
def test_a_test_list_is_loaded_by_its_key_and_counted_from_its_words(key, monkeypatch):
    with pytest.raises(ValueError, match="corpus must be one of names, ar, "):
        load_list(key)
    add_test_lists(monkeypatch)
    loaded = load_list(key)
    assert loaded.summary == summarize(loaded.words)
    assert torch.equal(loaded.tables.all, count_tables(loaded.words).all)
    assert loaded.tables.train.sum() == sum(len(word) + 1 for word in split_words(loaded.words).train)
