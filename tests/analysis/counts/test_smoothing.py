import math

import pytest
import torch
from hypothesis import given

from analysis.counts.smoothing import row_entropy, smoothed_probs, sweep_nll
from tests.strategies import COUNTS, SMOOTHINGS

PUBLISHED = {
    0: 2.4540145,
    0.01: 2.4540190,
    0.1: 2.4540608,
    1: 2.454577,
    2: 2.4552714,
    5: 2.4576827,
    10: 2.4621158,
    100: 2.5374913,
    1000: 2.8522829,
    1e6: 3.2945934,
}
PUBLISHED_SPLIT = {  # nll of train, dev, test, counted on train
    0: (2.4540924, math.inf, math.inf),
    0.01: (2.4540984, 2.4535402, 2.4583115),
    0.3: (2.4542885, 2.4529734, 2.4579592),
    1: (2.4548369, 2.4532639, 2.4583911),
    10: (2.4644792, 2.4627435, 2.4679267),
    100: (2.5550261, 2.5543519, 2.5573535),
}


@given(COUNTS, SMOOTHINGS)
def test_each_row_sums_to_one(counts, smoothing):
    assert smoothed_probs(counts, smoothing).sum(1).tolist() == pytest.approx([1] * len(counts))


@given(COUNTS, SMOOTHINGS.filter(bool))
def test_with_fake_counts_no_pair_is_impossible(counts, smoothing):
    assert (smoothed_probs(counts, smoothing) > 0).all()


@given(COUNTS, SMOOTHINGS)
def test_more_smoothing_brings_every_row_nearer_to_uniform(counts, smoothing):
    less, more = (smoothed_probs(counts, value) for value in (smoothing / 2, smoothing))
    assert (row_entropy(more) >= row_entropy(less) - 1e-12).all()


@given(COUNTS, SMOOTHINGS)
def test_more_smoothing_never_lowers_the_nll_of_the_counted_words(counts, smoothing):
    less, more = sweep_nll(counts, [smoothing / 2, smoothing])
    assert more >= less - 1e-12


@given(COUNTS, SMOOTHINGS)
def test_entropy_lies_between_0_and_ln_v(counts, smoothing):
    entropy = row_entropy(smoothed_probs(counts, smoothing))
    assert ((entropy > -1e-12) & (entropy < math.log(len(counts)) + 1e-12)).all()


@given(COUNTS, SMOOTHINGS)
def test_smoothing_leaves_the_counts_as_they_were(counts, smoothing):
    before = counts.clone()
    smoothed_probs(counts, smoothing)
    assert torch.equal(counts, before)


@pytest.mark.parametrize(
    ("smoothing", "expected"),
    [
        (0, [[0, 1 / 2, 1 / 2], [0, 0, 1], [1, 0, 0]]),
        (1, [[1 / 5, 2 / 5, 2 / 5], [1 / 4, 1 / 4, 2 / 4], [3 / 5, 1 / 5, 1 / 5]]),
        (0.5, [[1 / 7, 3 / 7, 3 / 7], [1 / 5, 1 / 5, 3 / 5], [5 / 7, 1 / 7, 1 / 7]]),  # 0.5 / 3.5, 1.5 / 3.5 ...
    ],
)
def test_two_words_by_hand(smoothing, expected):
    # ab, b: counts . a b = [0 1 1] [0 0 1] [2 0 0]; each row gets 3 * smoothing more
    assert smoothed_probs(torch.tensor([[0, 1, 1], [0, 0, 1], [2, 0, 0]]), smoothing).tolist() == expected


def test_the_entropy_of_three_rows_by_hand():
    # certain: 0; two halves: ln 2; 1/2 1/4 1/4: ln 2 / 2 + 2 * ln 4 / 4 = 1.5 ln 2
    probs = torch.tensor([[1, 0, 0], [0.5, 0.5, 0], [0.5, 0.25, 0.25]])
    assert row_entropy(probs).tolist() == pytest.approx([0, math.log(2), 1.5 * math.log(2)])


def test_the_nll_of_two_words_at_two_smoothings_by_hand():
    # ab, b: .a ab b. .b b.   smoothing 0: 1/2 1 1 1/2 1   smoothing 1: 2/5 2/4 3/5 2/5 3/5
    sweep = sweep_nll(torch.tensor([[0, 1, 1], [0, 0, 1], [2, 0, 0]]), [0, 1])
    by_hand = [-math.log(1 / 4) / 5, -math.log(2 / 5 * 1 / 2 * 3 / 5 * 2 / 5 * 3 / 5) / 5]
    assert sweep == pytest.approx(by_hand)


@given(COUNTS, SMOOTHINGS)
def test_the_table_agrees_with_plain_loops(counts, smoothing):
    slow = [[(count + smoothing) / sum(other + smoothing for other in row) for count in row] for row in counts.tolist()]
    assert smoothed_probs(counts, smoothing).flatten().tolist() == pytest.approx([p for row in slow for p in row])


@given(COUNTS, SMOOTHINGS)
def test_the_entropy_agrees_with_plain_loops(counts, smoothing):
    probs = smoothed_probs(counts, smoothing)
    slow = [-sum(p * math.log(p) for p in row if p > 0) for row in probs.tolist()]
    assert row_entropy(probs).tolist() == pytest.approx(slow, abs=1e-12)


def test_a_row_without_mass_is_uniform():
    assert smoothed_probs(torch.tensor([[3, 1], [0, 0]]), 0).tolist() == [[0.75, 0.25], [0.5, 0.5]]


@pytest.mark.parametrize("bad", [-1, -0.001, math.nan, math.inf, 1_000_001, "x"])
def test_a_smoothing_out_of_its_limits_is_refused(bad):
    with pytest.raises(ValueError, match=f"smoothing must be a number from 0 to 1,000,000, got {bad}$"):
        smoothed_probs(torch.ones(2, 2), bad)


def test_a_bad_smoothing_in_a_sweep_is_refused():
    with pytest.raises(ValueError, match=r"smoothing must be a number from 0 to 1,000,000, got -1$"):
        sweep_nll(torch.ones(2, 2), [0, -1])


def test_a_sweep_over_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one bigram, got none"):
        sweep_nll(torch.ones(2, 2), [1], torch.zeros(2, 2))


def test_a_pair_never_counted_is_infinitely_surprising_until_smoothed():
    counted, scored = torch.tensor([[0, 1], [1, 0]]), torch.tensor([[0, 1], [1, 1]])
    assert [math.isinf(nll) for nll in sweep_nll(counted, [0, 0.01], scored)] == [True, False]


@pytest.mark.parametrize(("smoothing", "nll"), PUBLISHED.items())
def test_the_nll_of_the_names_is_the_published_one(names, smoothing, nll):
    assert sweep_nll(names.all, [smoothing]) == pytest.approx([nll], abs=5e-7 if smoothing == 1 else 5.1e-8)


@pytest.mark.parametrize("part", ["train", "dev", "test"])
@pytest.mark.parametrize(("smoothing", "nlls"), PUBLISHED_SPLIT.items())
def test_the_nll_of_each_part_is_the_published_one(names, smoothing, nlls, part):
    expected = nlls[["train", "dev", "test"].index(part)]
    assert sweep_nll(names.train, [smoothing], names.part(part)) == pytest.approx([expected], abs=5.1e-8)


def test_a_million_fake_counts_come_near_the_uniform_model(names):
    assert sweep_nll(names.all, [1e6]) == pytest.approx([math.log(27)], abs=2e-3)
