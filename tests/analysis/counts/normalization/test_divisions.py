import pytest
import torch
from hypothesis import given

from analysis.counts.normalization import DIVISORS
from analysis.counts.normalization.broadcasting import broadcast
from analysis.counts.normalization.divisions import compare_divisions, overview, small_table, span
from analysis.settings import DIVISOR
from tests.strategies import COUNTS


@pytest.fixture(scope="module")
def small():
    return compare_divisions(small_table()[1], 0)


def test_the_settings_list_the_divisors_there_are():
    assert DIVISOR.options == tuple(DIVISORS)


@given(COUNTS)
def test_only_the_row_sums_catch_both_wrong_ways(counts):
    compared = compare_divisions(counts, 1)
    assert compared["rows"].rows_sum_to_one
    assert compared["sum1"].nll == pytest.approx(compared["rows"].nll, abs=1e-12)
    assert compared["total"].sampled_nll == pytest.approx(compared["rows"].nll, abs=1e-12)
    assert not compared["total"].rows_sum_to_one


def test_a_row_without_counts_is_nan_and_is_said_so():
    one = compare_divisions(torch.tensor([[0, 2], [0, 0]]), 0)["rows"]
    assert one.probs[1].isnan().all()
    assert span(one.division.row_sums) == "nan"
    assert one.nll == 0.0


@pytest.mark.parametrize(
    ("counts", "smoothing", "message"),
    [(torch.zeros(2, 2), 1, "needs at least one bigram, got none"), (torch.ones(2, 2), -1, "smoothing must be")],
)
def test_nothing_counted_and_a_bad_smoothing_are_refused(counts, smoothing, message):
    with pytest.raises(ValueError, match=message):
        compare_divisions(counts, smoothing)


@pytest.mark.parametrize("key", DIVISORS)
def test_the_shapes_align_as_the_division_says(small, key):
    division = small[key].division
    assert small[key].shapes == broadcast((3, 3), division.divisor_shape)
    assert small[key].shapes.result == (3, 3)


def test_without_keepdim_the_story_says_whose_sum_each_cell_meets(small):
    assert small["sum1"].story == (
        "P.sum(1) adds up each row: 3 sums, shape (3,); without keepdim, axis 1 is gone.",
        "Aligned from the right with (3, 3). Last axis: both are 3. First axis: P.sum(1) has no such axis, so it "
        "counts as 1 and stretches to 3.",
        "So the cell in row i and column j is divided by the sum of row j, and not of its own row, i.",
    )


def test_with_keepdim_the_story_says_that_the_axis_stays(small):
    made, _, met = small["rows"].story
    assert made.endswith("shape (3, 1); keepdim=True leaves the axis there, with size 1.")
    assert met.endswith("divided by the sum of its own row, i.")


def test_the_overview_says_what_would_have_told():
    compared = compare_divisions(small_table()[1], 0)
    names = dict.fromkeys(DIVISORS, ()) | {"sum1": ["av", ""]}
    lines = {line["divisor"]: line for line in overview(compared, names)}
    told = {key: [line[look] for look in ("row sums tell", "nll tells", "names tell")] for key, line in lines.items()}
    assert told["rows"] == ["no", "no", "no"]
    assert told["sum1"] == ["yes", "no", "yes"]
    assert told["total"] == ["yes", "yes", "no"]
    assert lines["sum1"]["first names"] == "av (empty)"


def test_a_very_long_word_is_cut_in_the_overview(small):
    names = {key: ["ava", "", "a" * 1000] for key in small}
    assert {line["first names"] for line in overview(small, names)} == {f"ava (empty) {'a' * 60}…"}
