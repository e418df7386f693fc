"""The torch lines of the page Forward pass print its numbers."""

import pytest

from analysis.net.forward_trace import before_neuron, trace_forward
from analysis.recipes.pages import forward_recipe
from tests.analysis.recipes.conftest import LECTURE

SEED = 2147483647
CASES = [("emma", SEED, 0), ("emma", SEED, 220), ("q", 2**64 - 1, 7)]


@pytest.mark.parametrize(("word", "seed", "skip"), CASES)
def test_the_lines_of_the_page_print_its_numbers(word, seed, skip, names, run_lines):
    printed = run_lines(forward_recipe(LECTURE, word, seed, skip, before_neuron(skip)))
    net = trace_forward(word, names.vocab, seed, skip)
    assert printed["xs"] == [str(net.xs.tolist())]
    assert printed["dtypes"] == ["torch.int64 torch.float32 torch.int64"]
    assert printed["xenc"] == [f"{len(word) + 1} 27 torch.float32"]
    neuron = [float(value) for value in printed["neuron"][0].split()]
    assert neuron == pytest.approx(net.neuron[net.xs].tolist(), abs=6e-5)
    for pair, x, y in zip(printed["pair"], net.xs, net.ys, strict=True):
        expected = [net.weights[x, y], net.exps[x, y], net.probs[x, y]]
        assert [float(value) for value in pair.split()[1:]] == pytest.approx([float(v) for v in expected], abs=6e-5)
    assert [float(value) for value in printed["right"][0].split()] == pytest.approx(net.right.tolist(), abs=1e-7)
    assert float(printed["loss"][0]) == pytest.approx(net.loss, abs=1e-6)


def test_the_lines_print_what_the_notes_print(names, run_lines):
    printed = run_lines(forward_recipe(LECTURE, "emma", SEED, 220, 177))
    assert printed["neuron"] == ["0.1066 -1.2464 -0.6378 -0.6378 1.8598"]
    assert [line[:8] for line in printed["likeliest"][:2]] == ["g 0.0926", "w 0.1516"]
