"""All lengths of context at a glance: the nll of the library, and copies counted by a plain loop."""

import math

import pytest

from analysis.counts.contexts import count_contexts
from analysis.counts.contexts.examples import context_ids
from analysis.models.likelihood import score_word
from analysis.models.ngrams.additive import AdditiveModel
from analysis.models.ngrams.evaluation import evaluate_split
from analysis.models.ngrams.kneser_ney import kneser_ney
from analysis.models.ngrams.overview import all_lengths, shares_by_heart
from analysis.words.vocabulary import build_vocabulary

FEW = ["emma", "ava", "mia", "amelia", "eve", "mae", "emma", "lea", "alma", "ella", "eva", "lia"]
VOCAB = build_vocabulary(FEW)


def test_each_length_has_the_nll_of_its_models():
    evaluation = evaluate_split(FEW, VOCAB, 2)
    for k, one in enumerate(all_lengths(FEW, VOCAB, 2)):
        assert (one.letters, one.smoothing) == (k, evaluation.best_smoothing(k))
        assert one.kneser_ney == evaluation.nlls(kneser_ney(evaluation.counts, k))
        assert one.additive == evaluation.nlls(AdditiveModel(evaluation.counts, k, one.smoothing))


def test_copies_are_the_probabilities_of_all_words_of_the_list_each_once():
    counts = count_contexts(context_ids(FEW, VOCAB, 3), len(VOCAB))
    models = [kneser_ney(counts, k) for k in (0, 1, 3)] + [AdditiveModel(counts, 2, 0.0)]
    slow = [sum(math.exp(score_word(word, VOCAB, model).log_likelihood) for word in set(FEW)) for model in models]
    assert shares_by_heart(FEW, counts, models) == pytest.approx(slow)
