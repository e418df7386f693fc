import math

import pytest
import torch
from hypothesis import given

from analysis.counts.normalization import DIVISORS
from analysis.counts.normalization.broadcasting import broadcast
from analysis.counts.normalization.divisions import SMALL_WORDS, compare_divisions, overview, small_table, span
from analysis.settings import DIVISOR
from tests.strategies import COUNTS

NO_NAMES = dict.fromkeys(DIVISORS, ())


@pytest.fixture(scope="module")
def small():
    return compare_divisions(small_table()[1], 0)


def test_the_settings_list_the_divisors_there_are():
    assert DIVISOR.options == tuple(DIVISORS)


def test_the_small_table_by_hand():
    # ava: .a av va a.  av: .a av v.  aa: .a aa a.
    vocab, counts = small_table()
    assert SMALL_WORDS == ("ava", "av", "aa")
    assert vocab.itos == (".", "a", "v")
    assert counts.tolist() == [[0, 3, 0], [2, 1, 2], [1, 1, 0]]


@pytest.mark.parametrize(
    ("divisor", "row_sums", "column_sums"),
    [
        # row sums 3 5 2, and column sums 3 5 2 as well
        ("rows", [1, 1, 1], [0 / 3 + 2 / 5 + 1 / 2, 3 / 3 + 1 / 5 + 1 / 2, 0 / 3 + 2 / 5 + 0 / 2]),
        ("sum1", [0 / 3 + 3 / 5 + 0 / 2, 2 / 3 + 1 / 5 + 2 / 2, 1 / 3 + 1 / 5 + 0 / 2], [1, 1, 1]),
        ("columns", [0.6, 2 / 3 + 1.2, 1 / 3 + 0.2], [1, 1, 1]),
        ("sum0", [0.6, 2 / 3 + 1.2, 1 / 3 + 0.2], [1, 1, 1]),
        ("total", [0.3, 0.5, 0.2], [0.3, 0.5, 0.2]),
    ],
)
def test_the_sums_of_the_small_table_by_hand(small, divisor, row_sums, column_sums):
    assert small[divisor].division.row_sums.tolist() == pytest.approx(row_sums)
    assert small[divisor].division.column_sums.tolist() == pytest.approx(column_sums)


def test_the_nll_of_the_small_table_by_hand(small):
    # right: 3 of 3/3, 2 of 2/5, 1 of 1/5, 2 of 2/5, 1 of 1/2, 1 of 1/2
    right = -(4 * math.log(2 / 5) + math.log(1 / 5) + 2 * math.log(1 / 2)) / 10
    # without keepdim: 3 of 3/5, 2 of 2/3, 1 of 1/5, 2 of 2/2, 1 of 1/3, 1 of 1/5
    wrong = -(3 * math.log(3 / 5) + 2 * math.log(2 / 3) + 2 * math.log(1 / 5) + math.log(1 / 3)) / 10
    assert small["rows"].nll == pytest.approx(right)
    assert small["sum1"].nll == pytest.approx(wrong) == pytest.approx(right)


@pytest.mark.parametrize(
    ("smoothing", "key", "nll", "sampled_nll"),
    [
        (0, "rows", 2.4540145, 2.4540145),
        (1, "rows", 2.454577, 2.454577),
        (0, "sum1", 2.4540145, 2.850),
        (1, "sum1", 2.454577, 2.855),
        (1, "total", 5.277, 2.454577),
    ],
)
def test_the_nll_of_the_names_are_the_published_ones(names, smoothing, key, nll, sampled_nll):
    one = compare_divisions(names.all, smoothing)[key]
    assert one.nll == pytest.approx(nll, abs=5e-4 if key == "total" else 5e-7)
    assert one.sampled_nll == pytest.approx(sampled_nll, abs=5e-4)


@given(COUNTS)
def test_only_the_row_sums_catch_both_wrong_ways(counts):
    compared = compare_divisions(counts, 1)
    assert compared["rows"].rows_sum_to_one
    assert compared["sum1"].nll == pytest.approx(compared["rows"].nll, abs=1e-12)
    assert compared["total"].sampled_nll == pytest.approx(compared["rows"].nll, abs=1e-12)
    assert not compared["total"].rows_sum_to_one


@given(COUNTS)
def test_of_words_the_sums_of_rows_without_keepdim_are_those_of_columns(counts):
    compared = compare_divisions(counts, 0.5)
    for other in ("columns", "sum0"):
        assert torch.allclose(compared["sum1"].probs, compared[other].probs, rtol=1e-12)


def test_comparing_leaves_the_counts_as_they_were():
    counts = small_table()[1]
    compare_divisions(counts, 2)
    assert counts.tolist() == small_table()[1].tolist()


def test_a_row_without_counts_is_nan_and_is_said_so():
    one = compare_divisions(torch.tensor([[0, 2], [0, 0]]), 0)["rows"]
    assert one.probs[1].isnan().all()
    assert span(one.division.row_sums) == "nan"
    assert one.nll == 0.0


def test_nothing_counted_is_refused():
    with pytest.raises(ValueError, match="needs at least one bigram, got none"):
        compare_divisions(torch.zeros(2, 2), 1)


@pytest.mark.parametrize("smoothing", [-1, float("nan"), 1e7])
def test_a_smoothing_that_cannot_be_is_refused(smoothing):
    with pytest.raises(ValueError, match="smoothing must be a number from 0 to 1,000,000"):
        compare_divisions(small_table()[1], smoothing)


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
    names = NO_NAMES | {"sum1": ["av", ""]}
    lines = {line["divisor"]: line for line in overview(compared, names)}
    told = {key: [line[look] for look in ("row sums tell", "nll tells", "names tell")] for key, line in lines.items()}
    assert told["rows"] == ["no", "no", "no"]
    assert told["sum1"] == ["yes", "no", "yes"]
    assert told["total"] == ["yes", "yes", "no"]
    assert lines["sum1"]["first names"] == "av (empty)"
