"""What a W stands for: first weights, logits both ways, probabilities, nll and penalty."""

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from analysis.counts.bigrams import encode_words
from analysis.net.forward import initial_weights, logits_by_look_up, logits_by_product, net_nll, net_probs, penalty
from analysis.settings import INIT
from analysis.words.vocabulary import build_vocabulary
from tests.strategies import COUNTS, FILLED_LISTS

SEED = 2147483647
AB = torch.tensor([[0, 1, 1], [0, 0, 1], [2, 0, 0]])  # ab, b: .a ab b. .b b.
LN2 = math.log(2)
SEEDS = st.integers(0, 1000)


@given(FILLED_LISTS, SEEDS)
def test_the_product_with_one_hot_picks_what_the_look_up_picks(words, seed):
    vocab = build_vocabulary(words)
    xs, weights = torch.from_numpy(encode_words(words, vocab)), initial_weights("randn", len(vocab), seed)
    assert torch.equal(logits_by_product(xs, weights), logits_by_look_up(xs, weights))


def test_the_softmax_of_log_counts_by_hand():
    # e^ln 1, e^ln 2, e^ln 1 = 1 2 1, divided by 4; e^0 = 1, three times; 3 0 0 with logits 0 -inf -inf
    weights = torch.tensor([[0, LN2, 0], [0, 0, 0], [0, -math.inf, -math.inf]], dtype=torch.float64)
    expected = [1 / 4, 1 / 2, 1 / 4, 1 / 3, 1 / 3, 1 / 3, 1, 0, 0]
    assert net_probs(weights).flatten().tolist() == pytest.approx(expected)


def test_the_penalty_by_hand():
    # 1, 4, 9 and 0 six times: mean 14 / 9
    assert penalty(torch.tensor([[1.0, -2, 3], [0, 0, 0], [0, 0, 0]]), 0.5) == pytest.approx(7 / 9)


@given(COUNTS, SEEDS)
def test_the_nll_agrees_with_plain_loops(counts, seed):
    weights = initial_weights("randn", len(counts), seed)
    rows = weights.exp().tolist()
    slow = 0.0
    for mass, row in zip(rows, counts.tolist(), strict=True):
        slow -= sum(count * math.log(cell / sum(mass)) for cell, count in zip(mass, row, strict=True))
    assert net_nll(counts, weights) == pytest.approx(slow / int(counts.sum()))


def test_a_probability_too_small_for_a_float_still_has_a_finite_nll():
    # .a .a a. a.: row . = (0, -2000), so nll = (2000 + 2000 + ln 2 + ln 2) / 4
    weights = torch.tensor([[0.0, -2000], [0, 0]])
    assert net_nll(torch.tensor([[0, 2], [2, 0]]), weights) == pytest.approx((2000 + LN2) / 2)


def test_nothing_counted_has_no_nll():
    with pytest.raises(ValueError, match="a mean nll needs at least one bigram, got none"):
        net_nll(torch.zeros(2, 2), torch.zeros(2, 2))


def test_unknown_first_weights_are_refused():
    with pytest.raises(ValueError, match=r"init must be one of randn, rand, cuda, zeros or a file of a run, got tea$"):
        initial_weights("tea", 3, 1)


@pytest.mark.parametrize("init", INIT.options)
def test_the_same_seed_gives_the_same_weights_whatever_was_drawn_before(init):
    first = initial_weights(init, 27, 7)
    torch.rand(3)
    assert torch.equal(initial_weights(init, 27, 7), first)


@pytest.mark.parametrize("init", ["randn", "rand"])
def test_words_given_before_move_the_first_weights_on(init):
    generator = torch.Generator().manual_seed(SEED)
    torch.empty(220, dtype=torch.int32).random_(generator=generator)
    draw = torch.randn if init == "randn" else torch.rand
    assert torch.equal(initial_weights(init, 27, SEED, skip=220), draw((27, 27), generator=generator).double())
    assert torch.equal(initial_weights(init, 27, SEED, skip=0), initial_weights(init, 27, SEED))


@pytest.mark.parametrize("init", ["cuda", "zeros"])
def test_words_given_before_first_weights_that_are_not_drawn_like_that_are_refused(init):
    with pytest.raises(ValueError, match=f"skip is for first weights randn and rand, got {init}$"):
        initial_weights(init, 27, SEED, skip=1)


def test_first_weights_leave_the_global_seed_alone():
    before = torch.get_rng_state()
    initial_weights("randn", 27, 7)
    assert torch.equal(torch.get_rng_state(), before)
