"""How well counted models predict, on the split of the lecture series, and the smoothing that is best on dev."""

import numpy as np
import pytest

from analysis.models.likelihood import mean_nll
from analysis.models.ngrams.additive import AdditiveModel
from analysis.models.ngrams.choose import FAMILIES, NgramName, read_name
from analysis.models.ngrams.evaluation import evaluate_split
from analysis.models.ngrams.kneser_ney import kneser_ney
from analysis.models.ngrams.ladder import climb
from analysis.words.split import split_words
from analysis.words.vocabulary import Vocabulary, build_vocabulary

NAMES = ["kn:6", "add:2:0.15", "wb:0", "mix"]
FEW = ["emma", "ava", "mia", "amelia", "eve", "mae", "emma", "lea", "alma", "ella", "eva", "lia"]
NLLS = {  # letters of context: dev and test nll of Kneser-Ney, as issue 27 gives them
    1: (2.4528, 2.4578),
    2: (2.2185, 2.2184),
    3: (2.0560, 2.0575),
    4: (1.9832, 1.9835),
    5: (1.9740, 1.9766),
    6: (1.9794, 1.9828),
}


@pytest.fixture(scope="module")
def of_names(names, words):
    return evaluate_split(words, names.vocab, 6)


@pytest.mark.parametrize("k", NLLS)
def test_kneser_ney_has_its_known_nll_on_the_names(of_names, k):
    nlls = of_names.nlls(kneser_ney(of_names.counts, k))
    assert (round(nlls["dev"], 4), round(nlls["test"], 4)) == NLLS[k]


def test_the_names_are_split_into_the_examples_of_the_lecture_series(of_names):
    assert [int(part.weights.sum()) for part in of_names.parts.values()] == [182_625, 22_655, 22_866]


def test_the_best_smoothing_of_a_trigram_beats_its_neighbours_on_dev(of_names):
    def dev(smoothing):
        return of_names.nlls(AdditiveModel(of_names.counts, 2, smoothing))["dev"]

    best = of_names.best_smoothing(2)
    assert best == 0.15
    assert all(dev(best) <= dev(other) for other in (0.001, 0.1, 0.14, 0.16, 0.2, 1, 5))


def test_the_nll_of_each_part_is_that_of_a_model_that_is_asked_word_by_word():
    vocab, parts = build_vocabulary(FEW), split_words(FEW)
    evaluation = evaluate_split(FEW, vocab, 3)
    for family in FAMILIES:
        name = NgramName(family, 3, 0.5)
        slow = name.count(parts.train, vocab)
        expected = [mean_nll(part, vocab, slow) for part in parts]
        assert list(evaluation.nlls(name.make(evaluation.counts)).values()) == pytest.approx(expected)


def test_a_weight_counts_a_word_as_often():
    # the split is of the words, so the same words, each twice or with the weight 2, are not in the same parts
    vocab, weights = build_vocabulary(FEW), [1 + i % 3 for i in range(len(FEW))]
    name = NgramName("kn", 2)
    evaluation = evaluate_split(FEW, vocab, 2, weights)
    repeated = [
        [word for word, weight in zip(part, times, strict=True) for _ in range(weight)]
        for part, times in zip(split_words(FEW), split_words(weights), strict=True)
    ]
    expected = [mean_nll(part, vocab, name.count(repeated[0], vocab)) for part in repeated]
    assert list(evaluation.nlls(name.make(evaluation.counts)).values()) == pytest.approx(expected)


def test_a_list_without_dev_words_has_no_best_smoothing():
    evaluation = evaluate_split(["ab", "b"], Vocabulary((".", "a", "b")), 2)
    assert evaluation.best_smoothing(2) is None
    assert evaluation.nlls(kneser_ney(evaluation.counts, 2))["dev"] is None


def test_the_ladder_has_every_family_at_every_length():
    vocab = build_vocabulary(FEW)
    rungs = list(climb(FEW, vocab, 2))
    expected = [f"{family}:{k}" for k in range(3) for family in FAMILIES]
    assert [":".join(rung.name.split(":")[:2]) for rung in rungs] == [*expected, "mix"]
    train, dev, test = split_words(FEW)
    for rung in rungs:
        model = read_name(rung.name).count(train, vocab)
        expected = [mean_nll(part, vocab, model) for part in (train, dev, test)]
        assert [rung.train_nll, rung.dev_nll, rung.test_nll] == pytest.approx(expected)
        assert 2 ** (rung.bits) == pytest.approx(np.exp(rung.test_nll))
    # with one letter, 0 and 1 letters of Kneser-Ney: the different characters and the different pairs of train
    pairs = {pair for word in train for pair in zip("." + word, word + ".", strict=True)}
    assert rungs[5].numbers == len({second for _, second in pairs}) + len(pairs)
    assert rungs[3].numbers == len(pairs)


def test_too_few_words_or_too_many_letters_for_the_ladder_are_refused():
    with pytest.raises(ValueError, match="expected 10 or more, got 2"):
        next(climb(["ab", "b"], Vocabulary((".", "a", "b")), 1))
    with pytest.raises(
        ValueError, match="the ladder: expected 0 to 6 letters of context, as the longest word has, got 7"
    ):
        next(climb(FEW, build_vocabulary(FEW), 7))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kn", "expected kn:K with K letters of context, such as kn:2, got kn"),
        ("kn:2:1", "expected kn:K with"),
        ("kn:x", "K in kn:x must be a whole number from 0 to 64, got x"),
        ("add:2:1:1", "expected add:K or add:K:S with K letters of context and S fake counts"),
        ("add:2:-1", "S in add:2:-1 must be a number from 0"),
    ],
)
def test_a_name_that_is_no_model_is_told(text, message):
    with pytest.raises(ValueError, match=message):
        read_name(text)


def test_a_name_is_written_as_it_is_read():
    assert [str(read_name(text)) for text in NAMES] == NAMES
