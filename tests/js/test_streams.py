"""The random streams in JavaScript (streams.js, generators.js), run on Node, against Python, letter by letter."""

import numpy as np
import pytest

from analysis.counts.smoothing import smoothed_probs
from analysis.net.forward import initial_weights, net_probs
from analysis.net.training import train
from analysis.samples.paired import paired_samples
from analysis.samples.replay import slow_motion
from analysis.streams import open_stream
from analysis.streams.numbers import philox
from tests.js.node import MODEL, node_with
from tests.js.test_model import random_counts, vocabulary

SEED, N1_SEED = 2147483647, 2147483642
PAIRS = """(() => {
    const tape = openTape(x.stream, BigInt(x.seed), x.size), running = sampleRunning(tape, x.first, x.size, x.n);
    return x.others.map((probs) => running.map((one) => {
        const other = sampleFromEach(tape, probs, x.size, [one.place])[0];
        return [one.ids, other.ids, one.place, firstDifference(one, other)];
    }));
})()"""
"""For each of the models `others`, n names of the model `first` and their paired names."""

every_stream = pytest.mark.parametrize("stream", ["lecture", "mkl", "cpu", "cuda"])
every_race = pytest.mark.parametrize("stream", ["mkl", "cpu", "cuda"])
javascript = node_with(f"{MODEL}/streams.js", f"{MODEL}/generators.js")


def flat(table):
    return table.flatten().tolist()


def net(counts, epochs, lam=0.01, init="randn"):
    first = initial_weights(init, len(counts), SEED)
    return net_probs(train(counts, first, epochs=epochs, learning_rate=50, lam=lam).weights if epochs else first)


def ours(first, second, vocab, n, stream, seed):
    """The paired samples of Python, as `PAIRS` gives them."""
    return [
        [vocab.encode(pair.first)[1:-1], vocab.encode(pair.second)[1:-1], pair.place, differs]
        for pair in paired_samples(first, second, vocab, n, stream, seed)
        for differs in [-1 if pair.differs is None else pair.differs]
    ]


def handed(first, others, stream, seed, n):
    tables = {"first": flat(first), "others": [flat(probs) for probs in others], "size": len(first)}
    return tables | {"stream": stream, "seed": str(seed), "n": n}


@every_stream
@pytest.mark.parametrize("seed", [SEED, 0, 2**32 + 5, 2**64 - 1])
@pytest.mark.parametrize("size", [3, 27])
def test_names_of_two_models_from_the_same_places_are_pythons(stream, seed, size, names, javascript):
    counts, vocab = (names.all, names.vocab) if size == 27 else (random_counts(size), vocabulary(size))
    models = [smoothed_probs(counts, 0), smoothed_probs(counts, 1), net(counts, 0), net(counts, 100)]
    first = models[0]
    got = javascript(PAIRS, handed(first, models, stream, seed, 30))
    assert got == [ours(first, second, vocab, 30, stream, seed) for second in models]


@every_stream
def test_200_names_of_a_net_that_has_learned_nothing_are_pythons(stream, names, javascript):
    # thousands of draws: the tape grows, and MT19937 turns over many times
    untrained = net(names.all, 0)
    got = javascript(PAIRS, handed(untrained, [untrained], stream, 7, 200))
    assert got == [ours(untrained, untrained, names.vocab, 200, stream, 7)]
    assert got[0][-1][2] > 2048


@every_stream
def test_a_name_from_a_place_is_the_same_whatever_was_asked_for_before(stream, names, javascript):
    x = handed(smoothed_probs(names.all, 1), [], stream, 7, 1)
    far, near, each, again = javascript(
        """(() => {
            const tape = openTape(x.stream, 7n, 27);
            const from = (place) => sampleFromEach(tape, x.first, 27, [place])[0];
            const fresh = openTape(x.stream, 7n, 27);
            return [from(5000), from(3), sampleFromEach(fresh, x.first, 27, [3, 5000]), from(5000)];
        })()""",
        x,
    )
    assert each == [near, far]
    assert far == again


@every_stream
def test_what_decided_each_draw_is_what_python_explains(stream, names, javascript):
    probs = smoothed_probs(names.all, 0)
    draws = slow_motion(probs, 12, open_stream(stream, SEED)).draws
    x = handed(probs, [], stream, SEED, 12) | {"rows": [draw.previous for draw in draws]}
    got = javascript(
        """(() => {
            const tape = openTape(x.stream, BigInt(x.seed), x.size);
            return x.rows.map((row, place) => decisionAt(tape, x.first, x.size, row, place));
        })()""",
        x,
    )
    for draw, theirs in zip(draws, got, strict=True):
        decided, expected = draw.decided, {"kind": draw.decided.kind, "next": draw.next}
        if decided.kind == "inversion":
            assert theirs == expected | {"u": decided.u, "cumulative": decided.cumulative}
        else:
            waits = decided.waits.astype(np.float32).tolist()
            numbers = {"e": waits, "ratio": decided.ratios.tolist(), "second": decided.runner_up}
            assert theirs == expected | numbers


@every_race
def test_a_race_that_only_one_can_win_has_no_second(stream, javascript):
    got = javascript("decisionAt(openTape(x, 1n, 3), [0, 1, 0, 0, 0, 1, 1, 0, 0], 3, 1, 0)", stream)
    assert (got["next"], got["second"]) == (2, None)


def test_a_tape_by_hand(javascript):
    # u .4 .9 .6; row . = 0 .5 .5, cumulative 0 .5 1; row a = .25 .25 .5, cumulative .25 .5 1; row b = 1 0 0
    # from 0: .4 a, .9 b, .6 end; from 1: .9 b, .6 end, of which maxLen 1 keeps b
    table = [0, 0.5, 0.5, 0.25, 0.25, 0.5, 1, 0, 0]
    tape = "{kind: 'inversion', width: 1, numbers: new Float64Array([.4, .9, .6]), made: 3}"
    got = javascript(
        f"[[0, 9], [1, 9], [1, 1]].map(([at, most]) => sampleFromEach({tape}, x, 3, [at], most)[0])", table
    )
    ab, b = {"ids": [1, 2], "place": 0, "cut": False}, {"ids": [2], "place": 1, "cut": False}
    assert got == [ab, b, b | {"cut": True}]
    assert javascript(f"sampleRunning({tape}, x, 3, 3, 1)", table) == [
        {"ids": [1], "place": 0, "cut": True},  # .4
        {"ids": [2], "place": 1, "cut": True},  # .9
        {"ids": [2], "place": 2, "cut": True},  # .6
    ]


@pytest.mark.parametrize(
    ("waits", "index"),
    [
        ([0.5, 0.5, 9], 0),  # equal: the first
        ([0.5, 0.4999999999, 9], 0),  # waits equal in float32
        ([2 - 2**-23, 2 - 2**-22, 9], 0),  # p / e equal in float32
        ([0.5, 0.25, 0], 2),  # 0 / 0, which is the largest for np.argmax
        ([0.5, 0.25, 0.1], 1),  # whoever has p = 0 does not win
    ],
)
def test_a_race_is_won_as_in_numpy(waits, index, javascript):
    tape = "{kind: 'race', width: 3, numbers: new Float32Array(x), made: 1}"
    got = javascript(f"decisionAt({tape}, [0.5, 0.5, 0, 1, 0, 0, 1, 0, 0], 3, 0, 0).next", waits)
    ratios = np.array([0.5, 0.5, 0], dtype=np.float32)
    with np.errstate(invalid="ignore"):
        assert got == index == int(np.argmax(ratios / np.array(waits, dtype=np.float32)))


def test_mcg31_is_exact_where_its_product_has_61_bits(javascript):
    # a word of the modulus itself counts as 0, and 0 as 1
    modulus, factor = 2**31 - 1, 1132489760
    assert javascript("[0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1].map(mcg31First)") == [1] * 5
    inverse = pow(factor, -1, modulus)  # whose next is 1, from a sum just above the modulus
    numbers = [1, 2, factor, inverse, 2**30 + 12345, modulus - 1, *(pow(factor, i, modulus) for i in range(200))]
    assert javascript("x.map(mcg31Next)", numbers) == [x * factor % modulus for x in numbers]


@pytest.mark.parametrize(
    ("counter", "key"),
    [
        ([0, 0, 0, 0], 0),
        ([2**32 - 1] * 4, 2**64 - 1),
        ([0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344], 0x299F31D0A4093822),
    ],
)
def test_philox_is_pythons(counter, key, javascript):
    x = [*counter, key % 2**32, key >> 32]
    assert javascript("philox(...x, new Uint32Array(4))", x) == [int(w) for w in philox(counter, key)]


@pytest.mark.parametrize(
    ("one", "other", "at"),
    [
        ([1, 2], [1, 2], -1),
        ([1, 2], [1, 3], 1),
        ([1, 2], [1, 2, 2], 2),  # the end against a letter
        ([], [1], 0),
    ],
)
def test_where_two_names_differ_first(one, other, at, javascript):
    call = "firstDifference({ids: x[0], cut: false}, {ids: x[1], cut: false})"
    assert javascript(call, [one, other]) == javascript(call, [other, one]) == at
