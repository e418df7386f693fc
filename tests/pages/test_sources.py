"""What all sessions share cannot be changed by one of them, and is the library's."""

import pytest

from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import load_tables
from analysis.models.comparison import compare_with_net
from analysis.net.forward import initial_weights, net_probs
from analysis.net.training import train
from analysis.samples.paired import running_samples
from analysis.settings.pins import Comparison
from pages.components import cached, cached_nets


def test_who_changes_a_table_changes_its_own_copy():
    for part in ("all", "train", "dev", "test"):
        cached.tables().part(part).zero_()
        assert cached.tables().part(part).equal(load_tables("names").part(part))


@pytest.mark.parametrize("numbers", [cached.uniforms, cached.stream_uniforms])
def test_shared_random_numbers_refuse_to_be_changed(numbers):
    with pytest.raises(ValueError, match="read-only"):
        numbers(42, 3)[0] = 0


def test_what_is_compared_is_the_librarys(names):
    run = Comparison(
        smoothing=0.5, epochs=8, learning_rate=20, lam=0.02, init="rand", init_seed=3, stream="cpu", seed=4
    )
    settings, first = {"epochs": 8, "learning_rate": 20, "lam": 0.02}, initial_weights("rand", 27, 3)
    of_all, of_train = (train(counts, first, **settings) for counts in (names.all, names.train))
    models = smoothed_probs(names.all, 0.5), net_probs(of_all.weights)
    found = cached_nets.compared(run)
    assert found.comparison == compare_with_net(names, 0.5, of_all.weights, of_train.weights)
    assert (found.loss, found.diverged) == (of_all.final_loss, False)
    assert (found.words_counts, found.words_neural) == running_samples(*models, names.vocab, 10, "cpu", 4)
