"""The gradient, and training on counts beside training on examples."""

import math

import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st

from analysis.counts.bigrams import encode_words
from analysis.net.forward import initial_weights, net_nll, net_probs, penalty
from analysis.net.training import gradient, train
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from analysis.words.vocabulary import build_vocabulary
from tests.strategies import FILLED_LISTS, counts_of

SEED = 2147483647
FEW = ["emma", "ava", "mia", "anna"]
AB = torch.tensor([[0, 1, 1], [0, 0, 1], [2, 0, 0]])  # ab, b: .a ab b. .b b.
SEEDS = st.integers(0, 1000)
LAMS = st.sampled_from([0.0, 0.01, 1.0])


def examples(words):
    """xs, ys (n,) of some words: the ids before and after."""
    ids = torch.from_numpy(encode_words(words, build_vocabulary(words)))
    return ids[:-1], ids[1:]


def loss_on_examples(xs, ys, weights, lam):
    """The lecture's loss, one line a bigram, in the type of the weights."""
    logits = F.one_hot(xs, num_classes=len(weights)).to(weights.dtype) @ weights  # (n, V)
    mass = logits.exp()
    probs = mass / mass.sum(1, keepdim=True)
    return -probs[torch.arange(len(ys)), ys].log().mean() + lam * (weights**2).mean()


def few_run(epochs, learning_rate=10.0, lam=0.01, **options):
    counts = counts_of(FEW)
    weights = initial_weights("randn", len(counts), SEED)
    return train(counts, weights, epochs=epochs, learning_rate=learning_rate, lam=lam, **options)


def test_every_nll_and_loss_is_that_of_the_weights_at_its_epoch():
    result = few_run(20, lam=0.3)
    weights = [*(few_run(i, lam=0.3).weights for i in range(20)), result.weights]
    nlls = [net_nll(result.counts, w) for w in weights]
    assert [*result.nll, result.final_nll] == pytest.approx(nlls, abs=1e-12)
    losses = [nll + penalty(w, 0.3) for nll, w in zip(nlls, weights, strict=True)]
    assert [*result.loss, result.final_loss] == pytest.approx(losses, abs=1e-12)


def test_one_update_of_two_words_by_hand():
    # from W = 0 with learning rate 15: W = - 15 * gradient = - 3 * (row total / 3 - count); totals 2 1 2
    result = train(AB, torch.zeros(3, 3), epochs=1, learning_rate=15, lam=0)
    assert result.loss == pytest.approx([math.log(3)])
    assert result.weights.flatten().tolist() == pytest.approx([-2, 1, 1, -1, -1, 2, 4, -2, -2])


@given(FILLED_LISTS, SEEDS, LAMS)
def test_the_gradient_by_hand_agrees_with_autograd_over_one_hot_examples(words, seed, lam):
    counts = counts_of(words)
    weights = initial_weights("randn", len(counts), seed).requires_grad_()
    loss_on_examples(*examples(words), weights, lam).backward()
    assert torch.allclose(gradient(counts, weights.detach(), lam), weights.grad, rtol=0, atol=1e-12)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize("lam", [0, 0.01])
def test_training_on_counts_has_the_losses_of_the_lectures_loop_at_every_epoch(dtype, lam):
    (xs, ys), slow = examples(FEW), []
    weights = initial_weights("randn", len(counts_of(FEW)), SEED).to(dtype).requires_grad_()
    for _ in range(200):
        loss = loss_on_examples(xs, ys, weights, lam)
        weights.grad = None
        loss.backward()
        weights.data += -1.0 * weights.grad
        slow.append(loss.item())
    assert few_run(200, learning_rate=1, lam=lam).loss == pytest.approx(slow, abs=1e-6)


def test_a_run_continued_is_one_longer_run():
    whole, first = few_run(30), few_run(12)
    second = train(first.counts, first.weights, epochs=18, learning_rate=10, lam=0.01)
    assert (first.loss + second.loss, second.final_loss) == (whole.loss, whole.final_loss)


def test_progress_is_reported_every_100_epochs():
    reports = []
    result = few_run(350, progress=lambda *report: reports.append(report))
    assert reports == [(epoch, result.loss[epoch]) for epoch in (100, 200, 300)]


def test_no_epochs_keep_the_weights_and_score_them():
    weights = initial_weights("randn", 3, 1)
    result = train(AB, weights, epochs=0, learning_rate=50, lam=1)
    assert (result.loss, result.nll, result.diverged) == ([], [], False)
    assert torch.equal(result.weights, weights)
    assert result.final_loss == pytest.approx(net_nll(AB, weights) + penalty(weights, 1))


def test_a_learning_rate_of_0_changes_nothing():
    result = few_run(3, learning_rate=0)
    assert (len({*result.loss, result.final_loss}), result.diverged) == (1, False)


def test_nothing_counted_cannot_be_trained_on():
    with pytest.raises(ValueError, match="at least one bigram, got none"):
        train(torch.zeros(2, 2), torch.zeros(2, 2), epochs=1, learning_rate=1, lam=0)


def test_a_learning_rate_of_400_stays_finite_and_ends_worse_than_it_began(names):
    result = train(names.all, initial_weights("randn", 27, SEED), epochs=200, learning_rate=400, lam=0.01)
    assert (len(result.loss), result.diverged) == (200, True)
    assert result.loss[0] < result.final_loss < math.inf


def test_a_run_that_overflows_keeps_what_is_finite(names):
    result = train(names.all, initial_weights("randn", 27, SEED), epochs=200, learning_rate=5000, lam=1)
    assert result.diverged
    assert 0 < len(result.loss) < 200
    assert all(map(math.isfinite, [*result.loss, *result.nll, result.final_loss, result.final_nll]))
    assert result.weights.isfinite().all()
    assert result.final_loss == pytest.approx(net_nll(names.all, result.weights) + penalty(result.weights, 1))


def test_a_run_that_overflows_has_the_weights_of_each_finite_epoch(names):
    weights = initial_weights("randn", 27, SEED)
    whole = train(names.all, weights, epochs=200, learning_rate=5000, lam=1)
    short = train(names.all, weights, epochs=len(whole.loss), learning_rate=5000, lam=1)
    assert torch.equal(whole.weights, short.weights)
    assert whole.final_loss == short.final_loss


@pytest.mark.parametrize("epochs", [250, 500, 2000])
def test_the_names_of_the_video_come_after_any_number_of_updates_from_250_to_2000(names, epochs):
    first = initial_weights("randn", 27, SEED)
    weights = train(names.all, first, epochs=epochs, learning_rate=50, lam=0.01).weights
    drawn = sample_words(net_probs(weights), names.vocab, 5, open_stream("lecture", SEED))
    assert drawn == ["mor", "axx", "minaymoryles", "kondlaisah", "anchthizarie"]
