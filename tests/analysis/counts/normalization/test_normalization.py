import re

import pytest
import torch
from hypothesis import given

from analysis.counts.normalization import DIVISORS, explain, normalize, normalize_, sums, what_sums_to_one
from tests.strategies import COUNTS

SMALL = torch.tensor([[1, 2], [3, 4]])
every_divisor = pytest.mark.parametrize("divisor", DIVISORS)


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


@pytest.mark.parametrize("function", [sums, normalize, explain])
def test_an_unknown_divisor_is_refused(function):
    with pytest.raises(ValueError, match="divisor must be one of rows, sum1, columns, sum0, total, got keepdim"):
        function(SMALL, "keepdim")


def test_whole_numbers_are_not_divided_in_place():
    with pytest.raises(TypeError, match=re.escape("a table divided in place must hold floats, got torch.int64")):
        normalize_(SMALL.clone())
