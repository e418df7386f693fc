"""Frames of languages have every number of the library, and the heatmaps name their columns."""

import pytest

from analysis.counts.tables import count_tables
from analysis.models.languages.classify import build_models, count_confusions, score_word_by_list
from analysis.models.languages.distances import compare_shared, largest_differences, measure_distances
from analysis.views.language_charts import confusion_heatmap, distance_heatmap
from analysis.views.language_tables import confusions_frame, differences_frame, distances_frame, pairs_frame

KEYS = ("b", "c")
LISTS = {"b": count_tables(["ab"]), "c": count_tables(["ac"])}
MODELS = build_models(LISTS, 1.0)
FOUND = count_confusions(MODELS, {"b": ["ab", "ac"]})


def encoded(spec: dict) -> set[str]:
    return {channel["field"] for name, channel in spec["layer"][0]["encoding"].items() if name != "tooltip"}


def test_distances_have_a_row_for_every_two_lists():
    frame = distances_frame(KEYS, measure_distances(LISTS))
    assert frame.values.tolist() == [
        ["b", "b", 0],
        ["b", "c", pytest.approx(2 / 3)],
        ["c", "b", pytest.approx(2 / 3)],
        ["c", "c", 0],
    ]
    assert encoded(distance_heatmap(KEYS)) == set(frame.columns)


def test_confusions_have_counts_and_shares_and_no_share_of_a_list_without_words():
    frame = confusions_frame(FOUND)
    assert frame[["list", "guess", "words"]].values.tolist() == [
        ["b", "b", 1],
        ["b", "c", 1],
        ["c", "b", 0],
        ["c", "c", 0],
    ]
    assert frame["share"].tolist() == pytest.approx([0.5, 0.5, float("nan"), float("nan")], nan_ok=True)
    assert encoded(confusion_heatmap(KEYS)) == {"list", "guess", "share"}


def test_two_lists_have_a_row_for_each_pair_of_a_word():
    scores = score_word_by_list(MODELS, "ab")
    frame = pairs_frame(scores, 1, 0)
    assert frame["pair"].tolist() == [".a", "ab", "b."]
    assert frame["difference"].tolist() == (scores.logprobs[1] - scores.logprobs[0]).tolist()
    assert frame["posterior"].tolist() == scores.posteriors[1].tolist()


def test_differences_are_rows_of_pairs():
    differences = largest_differences(compare_shared(count_tables(["ab"]), count_tables(["ba"])), 2)
    frame = differences_frame(differences)
    assert frame.columns.tolist() == ["pair", "first", "second", "bits"]
    assert frame["pair"].tolist() == [one.pair for one in differences]


def test_the_axes_of_a_heatmap_have_the_lists_in_their_order():
    spec = distance_heatmap(("z", "a"))["layer"][0]
    assert spec["encoding"]["x"]["scale"]["domain"] == spec["encoding"]["y"]["scale"]["domain"] == ["z", "a"]


@pytest.mark.parametrize("chart", [distance_heatmap, confusion_heatmap])
def test_the_colours_of_a_heatmap_begin_at_zero(chart):
    assert chart(KEYS)["layer"][0]["encoding"]["color"]["scale"]["zero"] is True
