"""Which list a word is from: by hand, with plain loops, and what is refused."""

import math

import pytest
import torch

from analysis.counts.tables import count_tables
from analysis.counts.word_list import load_list
from analysis.models.languages.classify import build_models, count_confusions, log_likelihoods, score_word_by_list
from analysis.words.split import split_words

LISTS = {"b": count_tables(["ab"]), "c": count_tables(["ac"])}


def test_a_word_by_hand():
    # V = 4, smoothing 1. After ".": a 2/5 in both. After "a": b 2/5 and 1/5. After "b": the end 2/5 and 1/4.
    scores = score_word_by_list(build_models(LISTS, 1.0), "ab")
    assert scores.pairs == (".a", "ab", "b.")
    assert scores.logprobs.exp().tolist() == [pytest.approx([0.4, 0.4, 0.4]), pytest.approx([0.4, 0.2, 0.25])]
    assert scores.log_likelihood.exp().tolist() == pytest.approx([0.064, 0.02])
    assert scores.posteriors.tolist() == [pytest.approx([1 / 2, 2 / 3, 16 / 21]), pytest.approx([1 / 2, 1 / 3, 5 / 21])]


def test_confusions_by_hand():
    # "a" is equally likely in both lists, so the first is the guess
    found = count_confusions(build_models(LISTS, 1.0), {"b": ["ab", "ac", "b"], "c": ["ac", "a"]})
    assert found.table.tolist() == [[2, 1], [1, 1]]
    assert (found.accuracy, found.recalls, found.mean_recall) == (0.6, [2 / 3, 0.5], pytest.approx(7 / 12))


def test_a_list_without_words_has_no_recall():
    found = count_confusions(build_models(LISTS, 1.0), {"b": ["ab"]})
    assert (found.table.tolist(), found.recalls, found.mean_recall) == ([[1, 0], [0, 0]], [1.0, None], 1.0)


def test_log_likelihoods_are_those_of_plain_loops():
    keys = ["ru", "bg"]
    lists = {key: load_list(key) for key in keys}
    words = list(lists["bg"].words[:50])
    models = build_models({key: one.tables for key, one in lists.items()}, 0.1, "train")
    letters = sorted(set("".join([*lists["ru"].words, *lists["bg"].words])))
    assert list(models.vocab.itos) == [".", *letters]
    for row, key in zip(log_likelihoods(models, words).tolist(), keys, strict=True):
        counts: dict[str, int] = {}
        for word in split_words(lists[key].words).train:
            for a, b in zip("." + word, word + ".", strict=True):
                counts[a + b] = counts.get(a + b, 0) + 1
        totals = {a: sum(counts.get(a + b, 0) + 0.1 for b in models.vocab.itos) for a in models.vocab.itos}
        slow = [
            sum(math.log((counts.get(a + b, 0) + 0.1) / totals[a]) for a, b in zip("." + w, w + ".", strict=True))
            for w in words
        ]
        assert row == pytest.approx(slow)


def test_one_word_and_many_words_have_the_same_likelihood_and_posteriors_sum_to_1():
    models = build_models({key: load_list(key).tables for key in ("de", "tr", "fi")}, 0.1)
    words = ["jürgen", "aino", "gül", "ö"]
    many = log_likelihoods(models, words)
    for place, word in enumerate(words):
        scores = score_word_by_list(models, word)
        assert torch.allclose(scores.log_likelihood, many[:, place])
        assert torch.allclose(scores.posteriors.sum(dim=0), torch.ones(len(word) + 1, dtype=torch.float64))
    assert log_likelihoods(models, []).shape == (3, 0)


def test_a_very_long_word_still_has_a_posterior():
    scores = score_word_by_list(build_models(LISTS, 1.0), "ab" * 2000)
    assert scores.posteriors[:, -1].tolist() == [1, 0]


def test_held_out_russian_and_bulgarian_names_are_told_apart():
    lists = {key: load_list(key) for key in ("ru", "bg")}
    models = build_models({key: one.tables for key, one in lists.items()}, 0.1, "train")
    found = count_confusions(models, {key: split_words(one.words).dev for key, one in lists.items()})
    assert found.table.sum(dim=1).tolist() == [40, 159]
    assert 0.75 < found.mean_recall < 0.9


@pytest.mark.parametrize(
    ("ask", "problem"),
    [
        (lambda: build_models(LISTS, 0.0), "smoothing must be above 0, so that every list is possible, got 0"),
        (lambda: build_models(LISTS, math.nan), "smoothing must be above 0"),
        (lambda: build_models({}, 1.0), "expected at least one list, got none"),
        (lambda: build_models(LISTS, 1.0, "tea"), "part must be one of"),
        (
            lambda: score_word_by_list(build_models(LISTS, 1.0), "aB"),
            "letter 'B' is in none of the lists b, c, but 'b'",
        ),
        (lambda: score_word_by_list(build_models(LISTS, 1.0), "日"), "letter '日' is in none of the lists b, c$"),
        (lambda: score_word_by_list(build_models(LISTS, 1.0), ""), "at least one letter and no '.', got ''"),
        (lambda: score_word_by_list(build_models(LISTS, 1.0), "a.b"), "at least one letter and no '.', got 'a.b'"),
        (lambda: count_confusions(build_models(LISTS, 1.0), {}), "expected at least one word, got none"),
        (lambda: count_confusions(build_models(LISTS, 1.0), {"d": ["a"]}), "expected words of the lists b, c, got d"),
    ],
)
def test_what_cannot_be_asked_is_refused(ask, problem):
    with pytest.raises(ValueError, match=problem):
        ask()
