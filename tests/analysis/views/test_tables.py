import math

import numpy as np
import pytest
import torch

from analysis.counts.bigrams import count_bigrams
from analysis.counts.normalization import normalize
from analysis.counts.smoothing import row_entropy
from analysis.net.training import train
from analysis.views.tables import entropy_frame, loss_frame, shares_frame, table_frame, top_frame
from analysis.words.vocabulary import Vocabulary, build_vocabulary, labels

AB = build_vocabulary(["ab", "b"])
AB_COUNTS = count_bigrams(["ab", "b"], AB)


def test_the_table_of_two_words_by_hand():
    # ab, b: row . = a 1, b 1; row a = b 1; row b = . 2
    frame = table_frame(AB.itos, AB_COUNTS)
    assert frame.to_dict("index") == {
        ".": {".": 0, "a": 1, "b": 1},
        "a": {".": 0, "a": 0, "b": 1},
        "b": {".": 2, "a": 0, "b": 0},
    }
    assert (frame.index.name, frame.columns.name) == ("previous", "next")


def test_a_table_that_is_changed_leaves_the_counts_as_they_are():
    frame = table_frame(AB.itos, AB_COUNTS)
    frame.iloc[0, 0] = 99
    assert int(AB_COUNTS[0, 0]) == 0


def test_the_top_of_two_words_by_hand():
    assert top_frame(AB.itos, AB_COUNTS, 2).to_dict("list") == {"bigram": ["b.", ".a"], "count": [2, 1]}


def test_the_entropies_of_two_words_by_hand():
    # row . = 1/2 1/2: ln 2; rows a and b are certain
    frame = entropy_frame(labels(AB), row_entropy(normalize(AB_COUNTS)))
    assert frame.to_dict("list") == {"previous": [".", "a", "b"], "entropy": pytest.approx([math.log(2), 0, 0])}


def test_the_pairs_of_a_space_are_made_visible():
    vocab = Vocabulary((".", " ", "a"))
    assert top_frame(vocab.itos, torch.tensor([[0, 0, 0], [0, 0, 3], [0, 0, 0]]), 5).to_dict("list") == {
        "bigram": ["␣a"],
        "count": [3],
    }


def test_a_table_without_counts_has_no_top():
    assert top_frame(AB.itos, AB_COUNTS * 0, 5).to_dict("list") == {"bigram": [], "count": []}


def test_no_draws_have_no_shares():
    with pytest.raises(ValueError, match="shares need at least one draw, got none"):
        shares_frame([".", "a"], torch.tensor([0.5, 0.5]), np.array([], dtype=np.int64))


def test_a_frame_of_a_run_ends_with_the_final_weights():
    result = train(AB_COUNTS, torch.zeros(3, 3), epochs=2, learning_rate=1, lam=0.01)
    frame = loss_frame(result)
    assert frame.to_dict("list") == {
        "epoch": [0, 1, 2],
        "loss": [*result.loss, result.final_loss],
        "nll": [*result.nll, result.final_nll],
    }
