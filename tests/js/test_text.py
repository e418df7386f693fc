"""The texts of *Forward* and *Normalization* in JavaScript (words.js), run on Node: their numbers are Python's."""

import math

import numpy as np
import pytest

from pages.components.texts import texts
from tests.js.node import node_with

javascript = node_with("forward/live/words.js")
normalization = node_with("normalization/live/words.js")
FORWARD = texts("pages/forward/live/words.js")("js")
LIST = {"labels": [".", "a", "b"], "xs": [0, 1], "ys": [1, 0]}  # the pairs of the word "a"


def test_numbers_have_pythons_four_decimals_and_one_minus_sign(javascript):
    numbers = [*np.random.default_rng(1).normal(0, 3, 200).tolist(), 1e-9, 123456.78901, -2.0]
    assert javascript("x.map(four)", numbers) == [f"{number:.4f}".replace("-", "−") for number in numbers]
    assert javascript("[-0.00001, -0, 0].map(four)") == ["0.0000"] * 3


def test_the_loss_in_words_is_the_mean_of_pythons_nlls(javascript):
    probs = [0.25, 0.5, 0.25, 0.125, 0.375, 0.5, 1, 0, 0]
    nlls = [-math.log(0.5), -math.log(0.125)]  # ". then a", "a then ."
    loss = sum(nlls) / 2
    expected = f"({nlls[0]:.4f} + {nlls[1]:.4f}) / 2 = {loss:.4f} nats per character"
    assert javascript("lossOf(x)", LIST | {"texts": FORWARD, "probs": probs, "loss": loss}) == expected


def test_a_logit_in_words_is_one_weight_among_zeros(javascript):
    weights = [0.5, -1.25, 2, 1, -0.5, 0, 3, 4, 5]
    got = javascript("sumOf(x, { example: 1, next: 1 })", LIST | {"weights": weights})
    assert got == {
        "names": "(xenc @ W)[1, 1] = 0 × W[0, 1] + 1 × W[1, 1] + 0 × W[2, 1]",
        "numbers": "= 0 × (−1.2500) + 1 × (−0.5000) + 0 × 4.0000 = −0.5000",
    }


@pytest.mark.parametrize(
    ("number", "text"), [(None, "nan"), (228146, "228,146"), (0.123456, "0.1235"), (math.pi * 1000, "3142")]
)
def test_a_number_of_a_cell_has_as_many_digits_as_people_write(number, text, normalization):
    assert normalization("digits(x)", number) == text


@pytest.mark.parametrize(
    ("summed", "turns", "sum_of"),
    [("rows", False, "the sum of row “a”"), ("columns", False, "column “b”"), ("rows", True, "its own row “a”")],
)
def test_a_cell_in_words_names_the_sum_that_it_is_divided_by(summed, turns, sum_of, normalization):
    counts = np.array([[1, 2], [30, 4]])
    sums = counts.sum(axis=1 if summed == "rows" else 0)
    divided_by = sums[0] if summed == "rows" and not turns else sums[1]
    data = {"labels": ["a", "b"], "table": counts.flatten().tolist(), "sums": sums.tolist(), "summed": summed}
    data |= {
        "texts": texts("pages/normalization/live/words.js")("js"),
        "turns": turns,
        "probs": [0, 2 / float(divided_by), 0, 0],
    }
    got = normalization("cellInWords(x, { row: 0, next: 1 })", data)
    assert got.startswith(f"Row “a”, column “b”: 2 / {divided_by} = {2 / divided_by:.4f}. ")
    assert sum_of in got
