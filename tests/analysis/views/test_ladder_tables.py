"""Frames of the ladder, by hand; the charts of them are in test_charts."""

import pytest
import torch

from analysis.models.ngrams.ladder import Rung
from analysis.views.ladder_tables import looks_frame, points_frame, rungs_frame
from analysis.words.vocabulary import Vocabulary

AB = Vocabulary((".", "a", "b"))
RUNGS = [Rung("kn:1", 1, 9, None, 2.4, 2.5, 2.6, 3.7, 0.1), Rung("gru", 16, 66_555, None, 1.8, 1.9, 2.0, 2.8, 74.0)]


def test_a_model_of_ours_is_counted_or_trained_and_a_published_one_has_no_seconds():
    frame = rungs_frame(RUNGS, [{"name": "part 3", "numbers": 12_000, "dev_nll": 2.1}])
    assert frame[["name", "kind", "numbers", "dev_nll"]].values.tolist() == [
        ["kn:1", "counted", 9, 2.5],
        ["gru", "trained", 66_555, 1.9],
        ["part 3", "published", 12_000, 2.1],
    ]
    assert frame["seconds"].tolist() == pytest.approx([0.1, 74, float("nan")], nan_ok=True)


def test_looks_name_the_letter_at_each_place():
    frame = looks_frame(torch.tensor([[0.25, 0.75], [1, 0]]), [0, 2], AB)
    assert frame.values.tolist() == [[1, 0, ".", 0.25], [1, 1, "b", 0.75], [2, 0, ".", 1], [2, 1, "b", 0]]


def test_points_say_which_letters_are_vowels():
    frame = points_frame(torch.tensor([[0.0, 1], [2, 3], [4, 5]]), AB, "a")
    assert frame.values.tolist() == [
        ["“.”", 0, 1, "start and end"],
        ["a", 2, 3, "vowel"],
        ["b", 4, 5, "consonant"],
    ]
