"""Words that fit a wish are those of the plain sample, without the others."""

import pytest
import torch

from analysis.counts.smoothing import smoothed_probs
from analysis.models.likelihood import judge_words, score_word
from analysis.models.table import TableModel
from analysis.samples.make import Made, Wish, make_words, share_that_fits
from analysis.samples.names import sample_words
from analysis.streams import STREAMS, open_stream
from analysis.words.vocabulary import Vocabulary

AB = Vocabulary((".", "a", "b"))
ALWAYS_AB = torch.tensor([[0.0, 1, 0], [0, 0, 1], [1, 0, 0]])


class RepeatsTheFirst:
    """A model with k = 2: after two equal letters the word ends; after others the letter before the last comes."""

    k = 2

    def next_probs(self, contexts):
        first, second = contexts.T
        return torch.eye(3, dtype=torch.float64)[torch.where(first == second, torch.zeros_like(first), first)]


@pytest.mark.parametrize("stream", STREAMS)
def test_words_that_fit_are_those_of_the_sample(names, stream):
    probs = smoothed_probs(names.all, 1.0)
    plain = sample_words(probs, names.vocab, 40, open_stream(stream, 2147483647))
    for wish in (Wish(), Wish(shortest=5, longest=7), Wish(known=frozenset(plain[::3]))):
        made = make_words(probs, names.vocab, 40, open_stream(stream, 2147483647), wish, tries=40)
        assert made.words == [word for word in plain if wish.fits(word)]
        assert 0 < len(made.words) < 40 or wish == Wish()


def test_the_model_goes_on_from_the_last_letter_of_the_start():
    assert make_words(ALWAYS_AB, AB, 2, open_stream("lecture", 1), Wish(start="bba")).words == ["bbab", "bbab"]
    assert make_words(ALWAYS_AB, AB, 1, open_stream("lecture", 1), Wish(start="b")).words == ["b"]


def test_a_model_with_two_letters_of_context_gets_two_of_the_start():
    stream = open_stream("lecture", 1)
    for start, word in {"abb": "abb", "ab": "ab" * 500, "": ""}.items():
        assert make_words(RepeatsTheFirst(), AB, 1, stream, Wish(start=start)).words == [word]


def test_the_search_ends_after_its_tries():
    seldom = torch.tensor([[0.0, 1, 0], [1e-9, 0, 1], [1, 0, 0]])  # nearly always ab, seldom a
    made = make_words(seldom, AB, 5, open_stream("lecture", 1), Wish(known=frozenset(["ab"])), tries=30)
    assert made == Made([], 5, 30)
    assert made.shortfall == "only 0 of 5 found: the search ended after 30 words"


@pytest.mark.parametrize(
    "wish",
    [Wish(known=frozenset(["ab"])), Wish(shortest=3), Wish(longest=1), Wish(start="bb", known=frozenset(["bb"]))],
)
def test_for_words_that_the_model_never_makes_nothing_is_drawn(wish):
    made = make_words(ALWAYS_AB, AB, 5, open_stream("lecture", 1), wish)
    assert made == Made([], 5, 0)
    assert made.shortfall == "none found: the model never makes such a word"


@pytest.mark.parametrize(
    "wish",
    [
        Wish(),
        Wish(shortest=4, longest=6),
        Wish(start="qu", longest=7),
        Wish(start="an", known=frozenset(["an", "ana", "anna", "emma", "andrew"])),
        Wish(longest=3, known=frozenset(["", "a", "ana", "anna"])),
    ],
)
def test_the_share_that_fits_is_that_of_many_draws(names, wish):
    probs = smoothed_probs(names.all, 1.0)
    made = make_words(probs, names.vocab, 4000, open_stream("lecture", 1), wish, tries=4000)
    assert share_that_fits(probs, names.vocab, wish) == pytest.approx(len(made.words) / 4000, abs=0.02)


def test_words_without_end_are_cut_at_1000_letters_and_fit_there():
    never_ends = torch.tensor([[0.0, 1, 0], [0, 1, 0], [1, 0, 0]])
    assert [share_that_fits(never_ends, AB, Wish(longest=most)) for most in (999, 1000)] == [0, 1]


def test_a_search_among_words_without_end_ends_soon():
    seldom_ends = torch.tensor([[0.0, 1, 0], [1e-9, 1, 0], [1, 0, 0]])
    wish = Wish(known=frozenset(["a" * 1000]))
    made = make_words(seldom_ends, AB, 5, open_stream("lecture", 1), wish, tries=100)
    assert made == Made([], 5, 2)  # two words of 1,000 letters are 20 letters for each try


def test_the_search_ends_when_it_has_enough():
    made = make_words(ALWAYS_AB, AB, 5, open_stream("lecture", 1), Wish(longest=2))
    assert made == Made(["ab"] * 5, 5, 5)
    assert made.shortfall == ""


@pytest.mark.parametrize(
    ("wish", "problem"),
    [
        ({"shortest": 5, "longest": 4}, "the longest must be at least the shortest, 5, got 4"),
        ({"start": "abc", "longest": 2}, "the start must have at most 2 letters, got 3"),
        ({"shortest": -1}, "shortest must be a whole number from 0 to 1,000, got -1"),
        ({"longest": 0}, "longest must be a whole number from 1 to 1,000, got 0"),
    ],
)
def test_a_wish_that_no_word_fits_is_refused(wish, problem):
    with pytest.raises(ValueError, match=problem):
        Wish(**wish)


def test_a_start_with_an_unknown_letter_is_refused():
    with pytest.raises(ValueError, match="letter 'c' is not in the vocabulary"):
        make_words(ALWAYS_AB, AB, 1, open_stream("lecture", 1), Wish(start="c"))


def test_the_nll_of_a_word_is_that_of_score(names):
    model = TableModel(smoothed_probs(names.all, 0.0))
    words = ["qx", "emma", "ava", "emma"]
    nlls = {word: score_word(word, names.vocab, model).nll for word in words}
    judged = judge_words(words, names.vocab, model)
    assert [one.word for one in judged] == words
    assert [one.nll for one in judged] == pytest.approx([nlls[word] for word in words])
    assert [one.word for one in judge_words(words, names.vocab, model, "nll")] == sorted(words, key=nlls.get)
    assert judge_words([], names.vocab, model, "nll") == []
