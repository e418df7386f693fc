"""Training: the loss of a batch, the same weights from the same seed, and what 30 seconds must reach."""

import pytest
import torch

from analysis.models.likelihood import mean_nll
from analysis.models.trained.files import make_net
from analysis.models.trained.model import TrainedModel
from analysis.models.trained.nets import NETS
from analysis.models.trained.recipes import RECIPES, Recipe, recipe_of
from analysis.models.trained.runs import Run
from analysis.models.trained.training import NO_TARGET, PaddedWords, Trainer
from analysis.words.vocabulary import build_vocabulary
from tests.analysis.models.trained.conftest import ABC, SMALL

WORDS = ["a", "abc", "cab", "cc", "b", "ba", "abca", "bb", "ac", "cb"]


def trained(name="gru", done=3, seed=1, words=WORDS, weights=None, **recipe):
    padded = PaddedWords(words, ABC, weights)
    trainer = Trainer(make_net(name, 4, SMALL[name]).to_empty(device="cpu"), padded, Recipe(**recipe), seed)
    losses = [trainer.step() for _ in range(done)]
    return trainer, losses


def same(one, other):
    return all(torch.equal(one.state()[name], tensor) for name, tensor in other.state().items())


def test_words_are_padded_after_their_end():
    padded = PaddedWords(["ab", "c"], ABC)
    assert padded.lengths.tolist() == [3, 2]
    assert padded.ids.tolist() == [[0, 1, 2], [0, 3, 0]]
    assert padded.targets.tolist() == [[1, 2, 0], [3, 0, NO_TARGET]]


def test_a_word_with_the_boundary_is_refused():
    with pytest.raises(ValueError, match=r"a word cannot contain the boundary '\.'"):
        PaddedWords(["a.b"], ABC)


def test_a_loss_that_is_no_number_ends_the_run():
    run = Run("mlp", ABC, WORDS, Recipe(steps=3), 1)
    with torch.no_grad():
        run.trainer.net.out.bias[0] = torch.inf
    with pytest.raises(ValueError, match="the loss of step 1 is nan: a smaller learning rate helps"):
        run.step()


@pytest.mark.parametrize("name", NETS)
def test_the_loss_of_a_batch_is_the_mean_nll_of_its_words(name):
    trainer, _ = trained(name, 0)
    net = make_net(name, 4, SMALL[name]).to_empty(device="cpu")
    net.load_state_dict(trainer.net.state_dict())
    expected = mean_nll(WORDS, ABC, TrainedModel(net))
    assert trainer._backward(torch.arange(len(WORDS))) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("name", NETS)
def test_the_same_seed_gives_the_same_weights_and_another_seed_others(name):
    first, losses = trained(name, dropout=0.5)
    torch.manual_seed(99)
    state = torch.random.get_rng_state()
    second, again = trained(name, dropout=0.5)
    assert torch.equal(torch.random.get_rng_state(), state)  # the generator that all code shares is left alone
    assert losses == again
    assert same(first, second)
    assert not same(first, trained(name, seed=2, dropout=0.5)[0])


def test_words_without_weights_are_drawn_as_torch_draws_places():
    places = PaddedWords(WORDS, ABC).choose(1000, torch.Generator().manual_seed(3))
    assert torch.equal(places, torch.randint(len(WORDS), (1000,), generator=torch.Generator().manual_seed(3)))


def test_a_word_with_a_weight_is_trained_on_as_if_it_were_repeated():
    weights = [1 + 3 * i % 5 for i in range(len(WORDS))]
    repeated = [word for word, times in zip(WORDS, weights, strict=True) for _ in range(times)]
    weighted, losses = trained(weights=weights)
    as_a_list, expected = trained(words=repeated)
    assert losses == expected
    assert same(weighted, as_a_list)


def test_training_learns_the_words():
    _, losses = trained("mlp", 150, steps=150, batch=10, learning_rate=0.05)
    assert losses[0] > 1.2
    assert losses[-1] < 1.05  # nats; each letter of ten words has more than one that can follow


def test_the_learning_rate_rises_then_falls_to_0():
    rates = [Recipe(steps=100, warmup=10, learning_rate=1.0).rate_at(step) for step in range(101)]
    assert rates[0] == pytest.approx(0.1)
    assert max(rates) == pytest.approx(rates[9], abs=0.02)
    assert rates[100] == pytest.approx(0)
    assert Recipe(warmup=0).rate_at(0) == Recipe().learning_rate


def test_weight_decay_is_for_matrices_alone():
    trainer, _ = trained("transformer", 0)
    decayed, free = trainer.optimizer.param_groups
    assert {one.ndim for one in decayed["params"]} == {2}
    assert {one.ndim for one in free["params"]} == {1}
    assert (decayed["weight_decay"], free["weight_decay"]) == (Recipe().weight_decay, 0)


def test_a_recipe_of_an_unknown_model_is_refused():
    with pytest.raises(ValueError, match="MODEL must be one of mlp, cnn, rnn, gru, transformer, got tea"):
        recipe_of("tea")


@pytest.mark.slow
def test_thirty_seconds_of_training_reach_a_stated_nll(words):
    """The MLP of 3 letters: in 1,500 steps below every bigram, and below counting 2 letters with fake counts."""
    run = Run("mlp", build_vocabulary(words), words, recipe_of("mlp", steps=1500), 1)
    while not run.record.finished:
        run.step()
    assert run.record.seconds < 60
    run.finish()
    assert run.record.dev_nll < 2.20


def test_every_net_has_a_recipe():
    assert list(RECIPES) == list(NETS)
