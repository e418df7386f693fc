"""The list at hand: everything about a list of words in one value."""

import pooch
import pytest
import torch

from analysis.counts.baselines.contexts import count_seen
from analysis.counts.baselines.lengths import count_lengths
from analysis.counts.tables import count_tables, load_summary, summarize
from analysis.counts.word_list import BUILT_IN, list_of_words, load_list
from analysis.settings import CORPUS, PART
from analysis.words import names as names_module
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


@pytest.mark.parametrize("key", TEST_LISTS)
def test_a_test_list_is_loaded_by_its_key_and_counted_from_its_words(key, monkeypatch):
    with pytest.raises(ValueError, match="corpus must be one of names, ar, "):
        load_list(key)
    add_test_lists(monkeypatch)
    loaded = load_list(key)
    assert loaded.summary == summarize(loaded.words)
    assert torch.equal(loaded.tables.all, count_tables(loaded.words).all)
    assert loaded.tables.train.sum() == sum(len(word) + 1 for word in split_words(loaded.words).train)
