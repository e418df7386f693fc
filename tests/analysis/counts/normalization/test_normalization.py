import re

import pytest
import torch
from hypothesis import given

from analysis.counts.likelihood import mean_nll, score_word
from analysis.counts.normalization import DIVISORS, explain, normalize, normalize_, sums, what_sums_to_one
from tests.strategies import COUNTS

FIRST_PROBS = """.0000 .1377 .0408 .0481 .0528 .0478 .0130 .0209 .0273 .0184 .0756 .0925 .0491 .0792 .0358 .0123 .0161
.0029 .0512 .0642 .0408 .0024 .0117 .0096 .0042 .0167 .0290"""
SMALL = torch.tensor([[1, 2], [3, 4]])

every_divisor = pytest.mark.parametrize("divisor", DIVISORS)


@given(COUNTS)
def test_each_row_sums_to_one(counts):
    assert normalize(counts).sum(1).tolist() == pytest.approx([1] * len(counts))


@given(COUNTS)
def test_without_keepdim_each_column_of_a_table_of_words_sums_to_one(counts):
    assert normalize(counts, "sum1").sum(0).tolist() == pytest.approx([1] * len(counts))


@given(COUNTS)
def test_without_keepdim_the_nll_of_the_counted_words_is_that_of_the_right_table(counts):
    assert mean_nll(counts, normalize(counts, "sum1")) == pytest.approx(mean_nll(counts, normalize(counts)), abs=1e-12)


@given(COUNTS)
def test_divided_by_the_total_everything_sums_to_one(counts):
    assert float(normalize(counts, "total").sum()) == pytest.approx(1)


@every_divisor
def test_normalizing_leaves_the_counts_as_they_were(divisor):
    counts = SMALL.clone()
    normalize(counts, divisor)
    explain(counts, divisor)
    assert torch.equal(counts, SMALL)


@every_divisor
def test_in_place_the_same_table_holds_the_same_numbers(divisor):
    table = SMALL.double()
    assert (normalize_(table, divisor) is table, table.tolist()) == (True, normalize(SMALL, divisor).tolist())


@pytest.mark.parametrize(
    ("divisor", "expected"),
    [
        ("rows", [[1 / 3, 2 / 3], [3 / 7, 4 / 7]]),  # row totals 3 7, one for each row
        ("sum1", [[1 / 3, 2 / 7], [3 / 3, 4 / 7]]),  # the same two, one for each column
        ("columns", [[1 / 4, 2 / 6], [3 / 4, 4 / 6]]),  # column totals 4 6
        ("sum0", [[1 / 4, 2 / 6], [3 / 4, 4 / 6]]),  # without keepdim, the same: columns are where they belong
        ("total", [[1 / 10, 2 / 10], [3 / 10, 4 / 10]]),
    ],
)
def test_a_table_by_hand(divisor, expected):
    assert normalize(SMALL, divisor).tolist() == expected


def test_two_words_by_hand_without_keepdim():
    # ab, b: row totals . a b = 2 1 2; row . holds a 1, b 1, divided by 1 and 2, which is 1.5 in all
    assert normalize(torch.tensor([[0, 1, 1], [0, 0, 1], [2, 0, 0]]), "sum1").tolist() == [
        [0, 1, 0.5],
        [0, 0, 0.5],
        [1, 0, 0],
    ]


@pytest.mark.parametrize(
    ("divisor", "divisor_shape", "aligned", "stretched", "normalized"),
    [
        ("rows", (3, 1), (3, 1), (1,), "rows"),
        ("sum1", (3,), (None, 3), (0,), "columns"),
        ("columns", (1, 3), (1, 3), (0,), "columns"),
        ("sum0", (3,), (None, 3), (0,), "columns"),
        ("total", (), (None, None), (0, 1), "everything"),
    ],
)
def test_a_division_is_explained(divisor, divisor_shape, aligned, stretched, normalized):
    division = explain(torch.tensor([[0, 1, 1], [0, 0, 1], [2, 0, 0]]), divisor)
    assert (division.shape, division.divisor_shape, division.aligned, division.stretched, division.normalized) == (
        (3, 3),
        divisor_shape,
        aligned,
        stretched,
        normalized,
    )


@every_divisor
def test_an_explanation_has_the_sums_of_the_divided_table(divisor):
    division, probs = explain(SMALL, divisor), normalize(SMALL, divisor)
    assert (division.row_sums.tolist(), division.column_sums.tolist()) == (probs.sum(1).tolist(), probs.sum(0).tolist())


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ([[0.5, 0.5], [1, 0]], "rows"),
        ([[0.5, 1], [0.5, 0]], "columns"),
        ([[0.5, 0.5], [0.5, 0.5]], "rows and columns"),
        ([[0.25, 0.25], [0.5, 0]], "everything"),
        ([[0.5, 0.5], [1, 1e-8]], "nothing"),
        ([[1, 0], [float("nan"), 1]], "nothing"),
    ],
)
def test_what_sums_to_one_is_named(table, expected):
    assert what_sums_to_one(torch.tensor(table, dtype=torch.float64)) == expected


@given(COUNTS)
def test_every_divisor_agrees_with_plain_loops(counts):
    cells, ids = counts.tolist(), range(len(counts))
    rows, columns = [sum(row) for row in cells], [sum(row[j] for row in cells) for j in ids]
    slow = {
        "rows": [[cells[i][j] / rows[i] for j in ids] for i in ids],
        "sum1": [[cells[i][j] / rows[j] for j in ids] for i in ids],
        "columns": [[cells[i][j] / columns[j] for j in ids] for i in ids],
        "sum0": [[cells[i][j] / columns[j] for j in ids] for i in ids],
        "total": [[cells[i][j] / sum(rows) for j in ids] for i in ids],
    }
    assert {divisor: normalize(counts, divisor).tolist() for divisor in DIVISORS} == slow


@every_divisor
def test_a_divisor_is_the_line_that_it_shows(divisor):
    by = eval(DIVISORS[divisor].code, {"P": SMALL})
    assert (by.shape, by.tolist()) == (sums(SMALL, divisor).shape, sums(SMALL, divisor).tolist())


def test_a_row_without_counts_divides_to_nan():
    assert normalize(torch.tensor([[1, 1], [0, 0]]))[1].isnan().tolist() == [True, True]


@pytest.mark.parametrize("function", [sums, normalize, explain])
def test_an_unknown_divisor_is_refused(function):
    with pytest.raises(ValueError, match="divisor must be one of rows, sum1, columns, sum0, total, got keepdim"):
        function(SMALL, "keepdim")


def test_whole_numbers_are_not_divided_in_place():
    with pytest.raises(TypeError, match=re.escape("a table divided in place must hold floats, got torch.int64")):
        normalize_(SMALL.clone())


def test_the_probabilities_of_the_first_letters_are_the_published_ones(names):
    assert normalize(names.all)[0].tolist() == pytest.approx([float(p) for p in FIRST_PROBS.split()], abs=5e-5)


def test_the_probabilities_of_emma_are_the_published_ones(names):
    letters = score_word("emma", names.vocab, normalize(names.all)).letters
    assert [letter.prob for letter in letters] == pytest.approx([0.0478, 0.0377, 0.0253, 0.3899, 0.1960], abs=5e-5)


@pytest.mark.parametrize("smoothing", [0, 1])
def test_without_keepdim_row_0_sums_to_about_7(names, smoothing):
    assert float(explain(names.all + smoothing, "sum1").row_sums[0]) == pytest.approx(7, abs=0.1)


@pytest.mark.parametrize("smoothing", [0, 1])
def test_without_keepdim_the_columns_of_the_names_sum_to_one(names, smoothing):
    assert explain(names.all + smoothing, "sum1").normalized == "columns"


@pytest.mark.parametrize("smoothing", [0, 1])
def test_without_keepdim_the_nll_of_the_names_does_not_change(names, smoothing):
    wrong, right = normalize(names.all + smoothing, "sum1"), normalize(names.all + smoothing)
    assert mean_nll(names.all, wrong) == pytest.approx(mean_nll(names.all, right), abs=1e-12)


@pytest.mark.parametrize(("smoothing", "published"), [(0, 2.850), (1, 2.855)])
def test_what_is_sampled_without_keepdim_has_the_published_nll(names, smoothing, published):
    sampled = normalize(normalize(names.all + smoothing, "sum1"))  # multinomial divides each row by its sum
    assert mean_nll(names.all, sampled) == pytest.approx(published, abs=5e-4)


def test_divided_by_the_total_the_nll_is_the_published_one(names):
    assert mean_nll(names.all, normalize(names.all + 1, "total")) == pytest.approx(5.277, abs=5e-4)
