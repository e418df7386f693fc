"""pages/components/live/model.js, imported in a blank page, against Python to 1e-9."""

import math
from pathlib import Path

import numpy as np
import pytest
import torch

from analysis.counts.smoothing import row_entropy, smoothed_probs
from analysis.samples.names import OWN_ROW, sample_many
from analysis.streams.numbers import uniform_rows
from analysis.views.slider import MARKS, POSITIONS, position_of, smoothing_at
from analysis.words.vocabulary import Vocabulary

SOURCE = (Path(__file__).parents[2] / "pages/components/live/model.js").read_text(encoding="utf-8")
SIZES = [1, 3, 27, 120]
SMOOTHINGS = [0.0, 0.001, 1.0, 7.25, 1e6]


@pytest.fixture(scope="module")
def javascript(browser):
    """Run an expression of `m`, the module, and `x`, what is handed over, in a blank page."""
    page = browser.new_page()
    page.goto("about:blank")
    page.evaluate(
        """async (source) => {
            window.m = await import(URL.createObjectURL(new Blob([source], {type: 'text/javascript'})))
        }""",
        SOURCE,
    )
    yield lambda expression, x=None: page.evaluate(f"(x) => {expression}", x)
    page.close()


def random_counts(size):
    """A table with many zeros, and a last row that is empty."""
    counts = torch.from_numpy(np.random.default_rng(size).integers(0, 30, (size, size))) // 5
    counts[-1] = 0
    return counts


def vocabulary(size):
    return Vocabulary((".", *(chr(0x0E00 + i) for i in range(1, size))))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("smoothing", SMOOTHINGS)
def test_probabilities_and_entropies_are_pythons(size, smoothing, javascript):
    counts = random_counts(size)
    probs = smoothed_probs(counts, smoothing)
    x = {"counts": counts.flatten().tolist(), "size": size, "smoothing": smoothing}
    got = javascript("Array.from(m.smoothedProbs(x.counts, x.size, x.smoothing))", x)
    assert got == pytest.approx(probs.flatten().tolist(), abs=1e-9)
    entropy = javascript("Array.from(m.rowEntropy(m.smoothedProbs(x.counts, x.size, x.smoothing), x.size))", x)
    assert entropy == pytest.approx(row_entropy(probs).tolist(), abs=1e-9)


def test_an_empty_row_is_uniform_without_smoothing(javascript):
    assert javascript("Array.from(m.smoothedProbs([1, 0, 0, 0], 2, 0))") == [1, 0, 0.5, 0.5]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("smoothing", SMOOTHINGS)
def test_names_are_pythons_letter_by_letter(size, smoothing, javascript):
    probs, vocab = smoothed_probs(random_counts(size), smoothing), vocabulary(size)
    uniforms = uniform_rows(7, 50, OWN_ROW)
    x = {"probs": probs.flatten().tolist(), "size": size, "uniforms": uniforms.tolist()}
    drawn = javascript("x.uniforms.map((row) => m.drawWord(x.probs, x.size, row))", x)
    assert [vocab.decode(word["ids"]) for word in drawn] == sample_many(probs, vocab, uniforms)
    assert [word["cut"] for word in drawn] == [len(word["ids"]) == OWN_ROW for word in drawn]


def test_names_of_the_shipped_table_are_pythons_at_every_position(names, javascript):
    uniforms = uniform_rows(2147483647, 8, OWN_ROW)
    smoothings = list(map(smoothing_at, range(POSITIONS)))
    x = {"counts": names.all.flatten().tolist(), "uniforms": uniforms.tolist(), "smoothings": smoothings}
    drawn = javascript(
        """x.smoothings.map((smoothing) => {
            const probs = m.smoothedProbs(x.counts, 27, smoothing);
            return x.uniforms.map((row) => m.drawWord(probs, 27, row).ids);
        })""",
        x,
    )
    for smoothing, words in zip(smoothings, drawn, strict=True):
        ours = sample_many(smoothed_probs(names.all, smoothing), names.vocab, uniforms)
        assert [names.vocab.decode(ids) for ids in words] == ours


def test_a_uniform_of_0_never_draws_what_has_probability_0(javascript):
    assert javascript("m.drawWord([0, 1, 1, 0], 2, [0, 0, 0])") == {"ids": [1], "cut": False}


def test_the_slider_is_pythons_at_every_position(javascript):
    x = {"marks": MARKS, "count": POSITIONS}
    assert javascript("Array.from({length: x.count}, (_, i) => m.smoothingAt(i, x.marks))", x) == [
        smoothing_at(position) for position in range(POSITIONS)
    ]


@pytest.mark.parametrize("smoothing", [0.0, 0.0004, 0.01, 1.0, 7.25, math.pi, 1e6])
def test_a_smoothing_stands_where_python_says(smoothing, javascript):
    assert javascript("m.positionOf(x)", smoothing) == pytest.approx(position_of(smoothing), abs=1e-9)
