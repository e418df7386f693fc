"""Baselines: three models beside each other; smoothing, seed and number of names move what is shown."""

import re
from html import unescape

import pytest

from analysis.counts.baselines import compare_baselines
from analysis.counts.word_list import list_of_words
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from tests.pages.reading import html_of, opener, text, texts_of
from tests.pages.test_lists import own

open_page = opener("baselines")


@pytest.fixture(scope="module")
def opened():
    """The page at smoothing 0; only to be looked at."""
    return open_page(smoothing="0", as_table="true")


def numbers(at):
    return re.findall(r"<dd[^>]*>(\S+) <small>nats per character, perplexity (\S+)</small>", html_of(at))


def names_shown(at):
    """The names of each model, in their order."""
    lines = html_of(at).split("class='name-columns'")[1].split("<tr>")[2:]
    rows = [[unescape(name) for name in re.findall("<td dir=auto>(.*?)</td>", line)] for line in lines]
    return [list(column) for column in zip(*rows, strict=True)]


def test_the_nll_of_the_three_models_are_the_published_ones(opened):
    assert numbers(opened) == [("3.2958", "27.00"), ("2.8227", "16.82"), ("2.4540", "11.63")]


def test_what_a_bigram_cannot_do_is_measured(opened, words):
    table = opened.dataframe[1].value
    assert table["whose"].tolist() == ["the list", "uniform", "letter frequencies", "bigram"]
    assert table["one"].round(4).tolist() == [0, 0.0357, 0.1207, 0.1182]
    assert table["in_list"].round(3).tolist() == [1, 0.004, 0.031, 0.114]
    assert re.search(r"<strong>12 % of the .*names are one letter long</strong>, and 6 % are longer", text(opened))
    assert "11 % of the bigram's names are real ones" in text(opened)
    assert "uniform 26.0, letter frequencies 6.1, bigram 6.1; the list 6.1." in text(opened)
    assert "bigram 26.0; the list 6.1." in text(open_page(smoothing="1000000"))
    assert "a (2.7 %), n (1.3 %), e (0.9 %), s (0.9 %), h (0.9 %)" in text(opened)


def test_a_word_of_the_list_is_not_explained_as_a_term():
    at = open_page(session=own(list_of_words(["row"])), smoothing="0")
    assert "likeliest words: row (100.0 %)" in "".join(texts_of(at))


def test_another_smoothing_moves_the_bigram_alone():
    at = open_page(smoothing="0")
    at.number_input(key="smoothing").set_value(1000.0).run()
    assert [nll for nll, _ in numbers(at)] == ["3.2958", "2.8227", "2.8523"]


@pytest.mark.parametrize(("seed", "following"), [("42", "43"), (str(2**64 - 1), "0"), ("banana", "2147483648")])
def test_the_next_seed_is_one_more(seed, following):
    at = open_page(seed=seed)
    at.button[0].click().run()
    assert at.text_input(key="seed").value == following
    assert f"--seed {following}" in text(at)


def test_the_names_are_those_of_the_library(names):
    at = open_page(smoothing="5", seed="1234", n="4")
    models = compare_baselines(names, 5.0)
    expected = [sample_words(one.probs, names.vocab, 4, open_stream("lecture", 1234)) for one in models]
    assert names_shown(at) == [[word or "(empty)" for word in words] for words in expected]


def test_the_numbers_are_also_tables(opened, names):
    models, lengths = opened.dataframe[0].value, opened.dataframe[2].value
    assert models["nll"].tolist() == [one.nll for one in compare_baselines(names, 0.0)]
    assert (lengths.index.tolist(), lengths.loc[6, "the list"]) == (list(range(26)), 9657 / 32033)
