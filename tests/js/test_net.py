"""The net in JavaScript (net.js, first_weights.js, optimum.js, distance.js), run on Node, against Python."""

import numpy as np
import pytest
import torch

from analysis.counts.smoothing import smoothed_probs
from analysis.net.distance import kl, largest_difference, matching_lam, matching_smoothing
from analysis.net.forward import initial_weights, net_nll, net_probs, penalty
from analysis.net.optimum import optimum_nll, optimum_probs
from analysis.net.training import train
from tests.js.node import MODEL, node_with
from tests.js.test_model import random_counts

SEED = 2147483647
"""One run, handed over as x: losses, nlls and weights at its end, and where it ended."""
RUN = """(() => {
    const run = begin(trainer(x.counts, x.size, x.epochs), x.first, x.learning_rate, x.lam);
    runTo(run, x.epochs);
    const epoch = Math.min(x.epochs, run.known - 1), out = new Float64Array(x.size ** 2);
    return {known: run.known, diverged: hasDiverged(run, x.epochs), loss: run.loss.slice(0, run.known),
            nll: run.nll.slice(0, run.known), weights: weightsAt(run, epoch, out)};
})()"""
javascript = node_with(f"{MODEL}/net.js", f"{MODEL}/first_weights.js", f"{MODEL}/optimum.js", f"{MODEL}/distance.js")
LARGE = pytest.param(120, marks=pytest.mark.slow)


def flat(table):
    return table.flatten().tolist()


@pytest.mark.parametrize("size", [3, 27, LARGE])
@pytest.mark.parametrize("learning_rate", [0.1, 50.0])
@pytest.mark.parametrize("lam", [0.0, 0.01])
def test_a_run_is_pythons_over_500_epochs(size, learning_rate, lam, javascript):
    # of 3 characters a table on which a step of 50 goes nowhere would be chaotic: the last bit would decide
    counts = torch.tensor([[10, 2000, 8], [20, 10, 4], [0, 0, 0]]) if size == 3 else random_counts(size)
    first = initial_weights("randn", size, SEED)
    run = train(counts, first, epochs=500, learning_rate=learning_rate, lam=lam)
    x = {"counts": flat(counts), "size": size, "first": flat(first), "epochs": 500}
    got = javascript(RUN, x | {"learning_rate": learning_rate, "lam": lam})
    assert got["loss"] == pytest.approx([*run.loss, run.final_loss], abs=1e-9)
    assert got["nll"] == pytest.approx([*run.nll, run.final_nll], abs=1e-9)
    assert got["weights"] == pytest.approx(flat(run.weights), abs=1e-9)
    assert got["diverged"] == run.diverged


@pytest.mark.parametrize(("learning_rate", "lam"), [(400.0, 0.0), (5000.0, 0.0), (50.0, 100.0), (1e6, 1.0), (1e6, 1e6)])
def test_a_run_that_goes_wrong_stops_at_pythons_epoch(names, learning_rate, lam, javascript):
    first = initial_weights("randn", 27, SEED)
    run = train(names.all, first, epochs=300, learning_rate=learning_rate, lam=lam)
    x = {"counts": flat(names.all), "size": 27, "first": flat(first), "epochs": 300}
    got = javascript(RUN, x | {"learning_rate": learning_rate, "lam": lam})
    assert (got["known"], got["diverged"]) == (len(run.loss) + 1, run.diverged)
    assert got["loss"][:3] == pytest.approx([*run.loss, run.final_loss][:3], rel=1e-9)


@pytest.mark.parametrize("epoch", [0, 1, 15, 16, 17, 199])
def test_weights_in_the_middle_of_a_run_are_pythons(epoch, names, javascript):
    first = initial_weights("randn", 27, SEED)
    x = {"counts": flat(names.all), "size": 27, "first": flat(first), "epoch": epoch}
    got = javascript(
        """(() => {
            const run = runTo(begin(trainer(x.counts, 27, 200), x.first, 50, 0.01), 200);
            return weightsAt(run, x.epoch, new Float64Array(729));
        })()""",
        x,
    )
    run = train(names.all, first, epochs=epoch, learning_rate=50, lam=0.01)
    assert got == pytest.approx(flat(run.weights), abs=1e-9)


def test_a_run_can_be_interrupted_and_goes_on_as_if_it_had_not(names, javascript):
    x = {"counts": flat(names.all), "first": flat(initial_weights("randn", 27, SEED))}
    got = javascript(
        """(() => {
            const run = begin(trainer(x.counts, 27, 500), x.first, 50, 0), seen = [];
            while (run.known <= 500) seen.push(runTo(run, 500, () => true).known);
            const whole = runTo(begin(trainer(x.counts, 27, 500), x.first, 50, 0), 500);
            return [seen.length, run.loss[500], whole.loss[500]];
        })()""",
        x,
    )
    assert got[0] == 32  # 16 epochs at a time
    assert got[1] == got[2]


@pytest.mark.parametrize("init", ["randn", "rand", "cuda"])
@pytest.mark.parametrize(("size", "n"), [(3, 100), (27, 100), pytest.param(120, 8, marks=pytest.mark.slow)])
def test_first_weights_of_many_seeds_are_torchs_to_two_units_of_the_last_digit(init, size, n, javascript):
    seeds = [0, SEED, 2**32 - 1, 2**32, 2**64 - 1, *range(SEED + 1, SEED + n - 4)]
    got = javascript(
        "x.seeds.map((s) => initialWeights(x.init, x.size ** 2, BigInt(s)))",
        {"seeds": [str(seed) for seed in seeds], "init": init, "size": size},
    )
    ours = np.array([flat(initial_weights(init, size, seed)) for seed in seeds], dtype=np.float32)
    units = np.abs(np.array(got) - ours) / np.spacing(np.maximum(np.abs(ours), np.float32(2**-7)))
    assert units.max() <= 2
    assert javascript("initialWeights('zeros', 4, 1n)") == [0, 0, 0, 0]


def test_softmax_and_penalty_are_pythons(javascript):
    weights = 10 * initial_weights("randn", 27, 1)
    x = {"weights": flat(weights)}
    assert javascript("softmax(x.weights, 27)", x) == pytest.approx(flat(net_probs(weights)), abs=1e-12)
    assert javascript("penalty(x.weights, 0.01)", x) == pytest.approx(penalty(weights, 0.01), abs=1e-9)


def test_the_nll_of_weights_is_pythons_and_finite_where_a_probability_is_too_small_for_a_number(names, javascript):
    weights = 1000 * initial_weights("randn", 27, 1).double()
    x = {"counts": flat(names.dev), "weights": flat(weights)}
    assert 0 in javascript("softmax(x.weights, 27)", x)
    assert javascript("netNll(x.counts, Float64Array.from(x.weights))", x) == pytest.approx(
        net_nll(names.dev, weights), rel=1e-12
    )
    assert javascript("netNll([0, 0, 0, 0], new Float64Array(4))") is None


WORK = """(() => {
    const tables = ["weights", "netProbs", "countedProbs", "difference", "heldOut", "heldOutNet"],
        counts = {all: x.all, train: x.train, dev: x.dev},
        runOf = (part) => ({run: part.some(Boolean) ? trainer(part, 27, x.epochs) : null}),
        values = {smoothing: 1, row: 0, epochs: x.epochs, learning_rate: 1e6, lam: 0, init: "randn", init_seed: "7"};
    return work({
        ...Object.fromEntries(tables.map((name) => [name, new Float64Array(729)])),
        ...{size: 27, counts, all: runOf(x.all), train: runOf(x.train), textsWait: 0},
        now: {init: "randn", seed: "1"}, page: {values, moving: true},
    });
})()"""
comparison = node_with("comparison/live/work.js", f"{MODEL}/net.js")


def test_a_comparison_in_motion_without_parts_says_of_no_part_what_it_costs(names, comparison):
    nothing = [0] * 729
    got = comparison(WORK, {"all": flat(names.all), "train": nothing, "dev": nothing, "epochs": 3})
    for part in ("train", "dev"):
        assert [got[f"{part}_nll_{model}"] for model in ("counts", "neural")] == [None, None]


def test_a_comparison_in_motion_has_pythons_finite_nll_of_a_net_that_diverged(names, comparison):
    parts = {part: flat(names.part(part)) for part in ("all", "train", "dev")}
    got = comparison(WORK, parts | {"epochs": 3})
    first = initial_weights("randn", 27, 7)
    on_all, on_train = (train(names.part(part), first, epochs=3, learning_rate=1e6, lam=0) for part in ("all", "train"))
    assert got["nll_neural"] == pytest.approx(on_all.final_nll, rel=1e-5)
    assert got["train_nll_neural"] == pytest.approx(on_train.final_nll, rel=1e-5)
    assert got["dev_nll_neural"] == pytest.approx(net_nll(names.dev, on_train.weights), rel=1e-5)


@pytest.mark.parametrize("lam", [0.0, 1e-13, 1e-6, 1e-4, 0.01, 1.0, 1000.0, 1e6])
def test_the_best_net_is_pythons_from_a_cold_and_a_warm_start(lam, names, javascript):
    x = {"counts": flat(names.all), "lam": lam}
    cold, warm = javascript(
        """(() => {
            const weights = new Float64Array(729);
            optimumProbs(x.counts, 27, 0.02, weights);
            return [new Float64Array(729), weights]
                .map((start) => optimumProbs(x.counts, 27, x.lam, start));
        })()""",
        x,
    )
    expected = flat(optimum_probs(names.all, lam))
    assert cold == pytest.approx(expected, abs=1e-11)
    assert warm == pytest.approx(expected, abs=1e-11)


@pytest.mark.parametrize("size", [3, 120])
def test_a_row_without_counts_stays_uniform_in_the_best_net(size, javascript):
    counts = random_counts(size)
    got = javascript(
        "optimumProbs(x.counts, x.size, 0.01, new Float64Array(x.size ** 2))",
        {"counts": flat(counts), "size": size},
    )
    assert got == pytest.approx(flat(optimum_probs(counts, 0.01)), abs=1e-9)
    assert got[-size:] == pytest.approx([1 / size] * size)


@pytest.mark.parametrize("lam", [1e-4, 0.01, 1.0, 1e6])
def test_kl_largest_difference_and_nearest_smoothing_are_pythons(lam, names, javascript):
    counted, best = smoothed_probs(names.all, 0.0), optimum_probs(names.all, lam)
    x = {"counts": flat(names.all), "counted": flat(counted), "best": flat(best)}
    got = javascript(
        """({kl: kl(x.counts, 27, x.counted, x.best), most: largestDifference(x.counted, x.best, 27),
             match: matchingSmoothing(x.counts, 27, x.best, 1e6)})""",
        x,
    )
    assert got["kl"] == pytest.approx(kl(names.all, counted, best), abs=1e-9)
    assert got["kl"] == pytest.approx(optimum_nll(names.all, lam) - optimum_nll(names.all, 0.0), abs=1e-9)
    most = largest_difference(counted, best)
    assert (got["most"]["previous"], got["most"]["next"]) == (most.previous, most.next)
    match = matching_smoothing(names.all, best)
    assert got["match"]["smoothing"] == pytest.approx(match.smoothing, rel=1e-7)
    assert got["match"]["kl"] == pytest.approx(match.kl, abs=1e-9)


def test_of_differences_that_only_rounding_makes_unequal_the_first_is_the_largest(javascript):
    first, second = [0.5, 0.25, 0.5, 0.5], [0.5, 0, 0.5, 0.25 - 1e-12]
    got = javascript("largestDifference(x[0], x[1], 2)", [first, second])
    assert (got["previous"], got["next"]) == (0, 1)


def test_a_zero_where_something_is_counted_is_infinitely_far(javascript):
    assert javascript("kl([1, 1, 0, 0], 2, [0.5, 0.5, 1, 0], [1, 0, 0, 1])") == float("inf")
    counts = torch.tensor([[1, 1], [0, 0]])
    assert kl(counts, torch.tensor([[0.5, 0.5], [1, 0]]), torch.tensor([[1, 0], [0, 1.0]])) == float("inf")


@pytest.mark.parametrize("smoothing", [0.0, 0.001, 1.0, 7.5975, 474.25, 1e5, 1e6])
def test_the_nearest_lambda_is_pythons_from_a_cold_and_a_warm_start_and_from_far_away(smoothing, names, javascript):
    counted = smoothed_probs(names.all, smoothing)
    tables = [flat(smoothed_probs(names.all, other)) for other in (smoothing * 0.9, 30.0)]
    x = {"counts": flat(names.all), "counted": flat(counted), "others": tables}
    found = javascript(
        """[null, ...x.others].map((other) => {
            const from = searchFrom(27);
            if (other) matchingLam(x.counts, 27, other, from);
            return matchingLam(x.counts, 27, x.counted, from);
        })""",
        x,
    )
    match = matching_lam(names.all, counted)
    for got in found:
        assert got["lam"] == pytest.approx(match.lam, rel=5e-4)  # a drag takes three digits
        assert got["kl"] == pytest.approx(match.kl, abs=1e-9)
