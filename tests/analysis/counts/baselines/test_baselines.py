"""What knows nothing, or only how frequent each character is, beside the bigram."""

import math

import pytest
import torch
from hypothesis import given

from analysis.counts.baselines import compare_baselines, frequency_probs, models_of
from analysis.counts.tables import count_tables
from tests.strategies import COUNTS, SMOOTHINGS


@given(COUNTS, SMOOTHINGS)
def test_each_row_of_each_model_sums_to_1(counts, smoothing):
    for probs in models_of(counts, smoothing).values():
        assert probs.shape == counts.shape
        assert torch.allclose(probs.sum(1), torch.ones(len(counts), dtype=torch.float64))


def test_the_frequencies_are_of_what_follows_and_not_of_what_came_before():
    # of 4 characters that follow, 3 are the second; of those before, 2
    assert frequency_probs(torch.tensor([[1, 1], [0, 2]])).tolist() == [[0.25, 0.75]] * 2


def test_the_three_models_of_the_names_have_the_published_nll(names):
    models = compare_baselines(names, 0.0)
    assert [model.name for model in models] == ["uniform", "letter frequencies", "bigram"]
    assert [model.nll for model in models] == pytest.approx([3.295836866, 2.8227263, 2.4540144892], abs=5e-8)
    assert [model.perplexity for model in models] == pytest.approx([27, 16.8227, 11.6350], abs=5e-5)


def test_held_out_words_are_scored_by_what_was_counted_on_train(names):
    uniform, frequencies, bigram = compare_baselines(names, 1.0)
    assert uniform.dev_nll == pytest.approx(math.log(27))
    # each character of dev costs -ln of its share in train
    share = names.train.sum(0) / names.train.sum()
    by_hand = -(names.dev.sum(0) * share.double().log()).sum() / names.dev.sum()
    assert frequencies.dev_nll == pytest.approx(float(by_hand), abs=1e-7)
    assert bigram.dev_nll == pytest.approx(2.4532639, abs=5e-8)
    assert compare_baselines(names, 0.0)[2].dev_nll == math.inf


def test_a_list_too_short_to_hold_words_out_has_no_held_out_nll():
    assert [model.dev_nll for model in compare_baselines(count_tables(["ab", "b"]), 1.0)] == [None] * 3


def test_nothing_counted_is_refused():
    with pytest.raises(ValueError, match="at least one bigram, got none"):
        frequency_probs(torch.zeros(2, 2, dtype=torch.int64))
