"""Longer contexts: what each k shows, the letters after a beginning, and what a list without words says."""

import json
import re

import pytest
import torch

from analysis.__main__ import main
from analysis.counts.word_list import list_of_words
from analysis.models.likelihood import mean_nll
from analysis.models.ngrams.choose import NgramName
from analysis.models.ngrams.mixture import count_mixture
from analysis.models.ngrams.overview import all_lengths
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from analysis.views.context_captions import best_length, context_facts
from analysis.words.split import split_words
from tests.pages.reading import live_data, open_page, opener, refusals, release, said, text, values
from tests.pages.test_lists import own

open_here = opener("contexts")


@pytest.fixture(scope="module")
def opened():
    """The page as it opens; only to be looked at."""
    return open_here(k="4", beginning="mi", seed="7", as_table="true")


@pytest.fixture(scope="module")
def lengths(names, words):
    return all_lengths(words, names.vocab, 7)


@pytest.fixture(scope="module")
def model(names, words):
    return NgramName("kn", 4).count(words, names.vocab)


def test_the_curves_and_numbers_of_each_length_are_those_of_the_library(opened, lengths):
    data = live_data(opened)
    for family in ("additive", "kneser_ney"):
        for part in ("train", "dev"):
            assert data["curves"][family][part] == [getattr(one, family)[part] for one in lengths]
    assert [one["numbers"]["kneser_ney_dev"] for one in data["steps"]] == data["curves"]["kneser_ney"]["dev"]
    assert "14,348,907 possible, 50,219 of them ever seen, 0.3 %" in data["steps"][4]["size"]
    assert opened.dataframe[0].value["smoothing"].tolist() == [one.smoothing for one in lengths]


def test_each_length_has_a_caption_of_its_own_with_its_numbers(opened, lengths):
    data = live_data(opened)
    for k, step in enumerate(data["steps"]):
        assert step["caption"] == context_facts(lengths, k, step["numbers"]["by_heart"] / 100)._asdict()
        for guessing in (0, 1):
            facts = step["caption"]["facts"] | {"guessing": guessing}
            rules = [
                rule["text"]
                for rule in data["texts"]["caption"]
                if all(low <= facts[name] <= high for name, (low, high) in rule["when"].items())
            ]
            assert set(re.findall(r"{(\w+)}", rules[0])) <= step["caption"]["numbers"].keys()
            assert "dev" not in rules[0] or not guessing  # it would give the answer away
    assert best_length(lengths) == 5


def test_one_letter_is_no_letters(opened):
    step = live_data(opened)["steps"][1]
    assert step["caption"]["numbers"]["k"] == "1 letter"
    assert step["size"].startswith("Cells of the table with 1 letter of context: 729 possible")


def test_the_command_prints_the_cells_and_copies_of_the_page(opened, words, capsys):
    assert "python -m analysis ladder --contexts --mix" in text(opened)
    assert main(["ladder", "--contexts", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)["contexts"]
    for step, one in zip(live_data(opened)["steps"], printed, strict=True):
        assert step["numbers"]["by_heart"] == 100 * one["in_list"]
        assert f": {one['cells']:,} possible, {one['seen']:,} of them ever seen" in step["size"]


@pytest.mark.parametrize(("family", "model"), [("kneser_ney", "kn:4"), ("additive", "add:4:0.074")])
def test_the_command_prints_the_bars_and_the_lines_of_the_page(family, model, opened, words, capsys):
    options = ["score", "--model", model, "--beginning", "mi"]
    assert f"python -m analysis {' '.join(options)}" in text(opened)
    assert main([*options, "--json"]) == 0
    probs = json.loads(capsys.readouterr().out)["next"]["probs"]
    assert said(opened)["numbers"]["after"]["mi"][family]["4"] == pytest.approx(probs, abs=1e-6)


def test_the_names_are_those_of_sample_and_those_in_the_list_are_marked(opened, names, words, model):
    drawn = sample_words(model, names.vocab, 8, open_stream("lecture", 7))
    assert live_data(opened)["names"][4] == [[name, name in set(words)] for name in drawn]
    assert "python -m analysis sample --model kn:4 --seed 7 --n 8" in text(opened)


def test_the_bars_are_what_each_model_gives_after_the_beginning(opened, names, words, model):
    numbers = said(opened)["numbers"]
    assert numbers["beginning"] == "mi"
    for typed in ("mi", "mia"):
        context = torch.tensor([[0, 0, *names.vocab.encode(typed)[1:-1]][-4:]])
        row = model.next_probs(context)[0].tolist()
        assert numbers["after"][typed]["kneser_ney"]["4"] == pytest.approx(row, abs=1e-6)
    trigram = NgramName("add", 2, 0.15).count(words, names.vocab)
    row = trigram.next_probs(torch.tensor([names.vocab.encode("mi")[1:-1]]))[0].tolist()
    assert numbers["after"]["mi"]["additive"]["2"] == pytest.approx(row, abs=1e-6)


def test_rows_are_sent_for_what_can_be_typed_next_and_of_a_large_alphabet_for_the_likeliest_letters(opened, names):
    after = said(opened)["numbers"]["after"]
    assert set(after) == {"mi", "m", "", *("mi" + letter for letter in names.vocab.itos[1:])}
    assert len(after["mi"]["additive"]) == 8
    assert list(after["mia"]["additive"]) == ["4"]
    letters = [chr(0x4E00 + i) for i in range(60)]
    at = open_page("contexts", session=own(list_of_words([*letters, "b" + letters[59]])), beginning="b")
    after = said(at)["numbers"]["after"]
    assert len(after) == 32
    assert "b" + letters[59] in after


def test_a_typed_letter_brings_other_bars_and_sends_the_picture_not_again():
    at = open_here()
    before, picture = said(at)["numbers"], live_data(at)
    release(at, "contexts", beginning="emma")
    assert said(at)["numbers"]["beginning"] == "emma"
    assert said(at)["numbers"]["after"]["emma"] != before["after"]["emm"]
    assert live_data(at) == picture
    assert at.query_params["beginning"] == "emma"


def test_an_empty_beginning_is_the_mark_in_the_address():
    at = open_here()
    release(at, "contexts", beginning="")
    assert at.query_params["beginning"] == "."
    assert values(open_here(beginning="."))["beginning"] == said(open_here(beginning="."))["numbers"]["beginning"] == ""


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ({"k": "8"}, "k must be a whole number from 0 to 7, got 8: 2 is used"),
        ({"beginning": "zoé"}, "beginning must be 1 to 64 of the letters a to z, got 'é' in zoé: emm is used"),
        ({"beginning": "EM"}, "EM: the names are written with small letters: em is used"),
    ],
)
def test_a_value_that_cannot_be_is_told_in_one_line(query, line):
    assert refusals(open_here(**query)) == [line]


def test_a_short_list_has_no_more_letters_than_its_longest_word_and_no_guess_without_dev():
    at = open_page("contexts", session=own(list_of_words(["ab", "b", "abba"])), recipe="true", exercises="true")
    data = live_data(at)
    assert data["controls"]["k"]["high"] == 4
    assert data["curves"]["kneser_ney"]["dev"] == [None] * 5
    assert "ask" not in str(data)
    assert "This list has no dev words" in data["texts"]["caption"][2]["text"]
    assert "python -m analysis ladder --words" not in text(at)  # it needs dev words
    assert "python -m analysis ladder --contexts --words own.txt" in text(at)


def test_one_word_is_too_few():
    at = open_page("contexts", session=own(list_of_words(["a"])))
    assert "This list has too few words" in text(at)


def test_weights_count_a_word_as_often():
    words, weights = ["ab", "ba", "bab", "abb", "aab", "b", "bb", "abab", "aa", "bba"], [3, 1, 2, 1, 1, 5, 1, 1, 2, 1]
    listed = list_of_words(words, weights=weights)
    data = live_data(open_page("contexts", session=own(listed)))
    expected = all_lengths(words, listed.tables.vocab, 4, weights)
    assert data["curves"]["kneser_ney"]["dev"] == [one.kneser_ney["dev"] for one in expected]


def test_three_models_in_one_are_better_than_each(words, names):
    at = open_here(further="true")
    model = count_mixture(split_words(words).train, names.vocab)
    dev = [mean_nll(split_words(words).dev, names.vocab, one) for one in (*map(model.alone, range(3)), model)]
    assert [f"**{nll:.4f}**" in text(at) for nll in dev] == [True] * 4
    assert "found by counting too: a e i o u y." in text(at)
    assert "On test, looked at once, it has **1.9453**" in text(at)


@pytest.mark.parametrize(("key", "said_of_it"), [("names", "So the trigram is better."), ("ar", "is no better")])
def test_a_trigram_is_called_better_only_where_it_is(key, said_of_it):
    assert said_of_it in text(open_page("contexts", session={"corpus": key}, exercises="true"))
