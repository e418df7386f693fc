"""pages/components/live/model/model.js and scale.js, and one count scaled, run on Node, against Python to 1e-9."""

import math

import numpy as np
import pytest
import torch

from analysis.counts.likelihood import mean_nll
from analysis.counts.likelihood.scaled_count import scale_count
from analysis.counts.smoothing import row_entropy, smoothed_probs
from analysis.models.temperature import with_temperature
from analysis.samples.names import OWN_ROW, sample_many, sample_words
from analysis.streams import open_stream
from analysis.streams.numbers import twister_uniforms, uniform_rows
from analysis.views.slider import SMOOTHING_SCALE
from analysis.words.vocabulary import Vocabulary
from tests.js.node import MODEL, node_with

SIZES = [1, 3, 27, 120]
SMOOTHINGS = [0.0, 0.001, 1.0, 7.25, 1e6]
javascript = node_with(f"{MODEL}/model.js", f"{MODEL}/scale.js")
scaled_count = node_with("likelihood/scaled_count/work.js")
SCALED = "scaleCount({ ...x, counts: Float64Array.from(x.counts) }, { row: x.row, next: 0, factor: 3 })"


def random_counts(size):
    """A table with many zeros, and a last row that is empty."""
    counts = torch.from_numpy(np.random.default_rng(size).integers(0, 30, (size, size))) // 5
    counts[-1] = 0
    return counts


def vocabulary(size):
    return Vocabulary((".", *(chr(0x0E00 + i) for i in range(1, size))))


@pytest.mark.parametrize(("size", "smoothing"), zip(SIZES * 2, SMOOTHINGS * 2, strict=False))
def test_probabilities_and_entropies_are_pythons(size, smoothing, javascript):
    counts = random_counts(size)
    probs = smoothed_probs(counts, smoothing)
    x = {"counts": counts.flatten().tolist(), "size": size, "smoothing": smoothing}
    got = javascript("smoothedProbs(x.counts, x.size, x.smoothing)", x)
    assert got == pytest.approx(probs.flatten().tolist(), abs=1e-9)
    entropy = javascript("rowEntropy(smoothedProbs(x.counts, x.size, x.smoothing), x.size)", x)
    assert entropy == pytest.approx(row_entropy(probs).tolist(), abs=1e-9)


@pytest.mark.parametrize("temperature", [0.01, 0.5, 1.0, 3.0, 100.0])
def test_a_row_at_a_temperature_is_pythons(temperature, javascript):
    row = torch.tensor([0.5, 0.3, 0.0, 0.2 - 1e-12, 1e-12], dtype=torch.float64)
    got = javascript(
        "Array.from(withTemperature(Float64Array.from(x.row), x.t))", {"row": row.tolist(), "t": temperature}
    )
    assert got == pytest.approx(with_temperature(row, temperature).tolist(), abs=1e-9)


def test_an_empty_row_is_uniform_without_smoothing(javascript):
    assert javascript("smoothedProbs([1, 0, 0, 0], 2, 0)") == [1, 0, 0.5, 0.5]


@pytest.mark.parametrize("row", [0, 1, 2], ids=["some of a row", "none of it", "all of it"])
def test_a_scaled_count_is_pythons(row, scaled_count):
    counts = torch.tensor([[3, 1, 0], [0, 4, 0], [4, 0, 0]])
    x = {"counts": counts.flatten().tolist(), "size": 3, "n": 12, "nll": mean_nll(counts, smoothed_probs(counts, 0.0))}
    got = scaled_count(SCALED, x | {"row": row})
    assert got == pytest.approx(scale_count(counts, row, 0, 3.0)._asdict(), abs=1e-9)


def test_a_row_without_counts_has_no_scaled_count_and_stays_uniform(scaled_count):
    x = {"counts": [1, 1, 0, 0], "size": 2, "n": 2, "nll": 0.5}
    none = {"count": 0, "total": 0, "counted": None, "prob": None, "nll": 0.5, "rise": 0, "slope": None}
    assert scaled_count(SCALED, x | {"row": 1}) == none
    assert scaled_count("scaledRow(x, { row: 1, next: 0, factor: 3 }, [0, 0])", x) == [0.5, 0.5]


@pytest.mark.parametrize(("size", "smoothing"), zip(SIZES * 2, SMOOTHINGS * 2, strict=False))
def test_names_are_pythons_letter_by_letter(size, smoothing, javascript):
    probs, vocab = smoothed_probs(random_counts(size), smoothing), vocabulary(size)
    uniforms = uniform_rows(7, 50, OWN_ROW)
    x = {"probs": probs.flatten().tolist(), "size": size, "uniforms": uniforms.tolist()}
    drawn = javascript("x.uniforms.map((row) => sampleWord(x.probs, x.size, row))", x)
    assert [vocab.decode(word["ids"]) for word in drawn] == sample_many(probs, vocab, uniforms)
    assert [word["cut"] for word in drawn] == [len(word["ids"]) == OWN_ROW for word in drawn]


def test_names_of_the_shipped_table_are_pythons_at_every_position(names, javascript):
    uniforms = uniform_rows(2147483647, 8, OWN_ROW)
    smoothings = SMOOTHING_SCALE.values()
    x = {"counts": names.all.flatten().tolist(), "uniforms": uniforms.tolist(), "smoothings": smoothings}
    drawn = javascript(
        """x.smoothings.map((smoothing) => {
            const probs = smoothedProbs(x.counts, 27, smoothing);
            return x.uniforms.map((row) => sampleWord(probs, 27, row).ids);
        })""",
        x,
    )
    for smoothing, words in zip(smoothings, drawn, strict=True):
        ours = sample_many(smoothed_probs(names.all, smoothing), names.vocab, uniforms)
        assert [names.vocab.decode(ids) for ids in words] == ours


def test_a_uniform_of_0_never_draws_what_has_probability_0(javascript):
    assert javascript("sampleWord([0, 1, 1, 0], 2, [0, 0, 0])") == {"ids": [1], "cut": False}


def test_the_slider_is_pythons_at_every_position(javascript):
    x = SMOOTHING_SCALE.to_browser()
    got = javascript("Array.from({length: x.last + 1}, (_, i) => valueAt(x, i))", x)
    assert got == SMOOTHING_SCALE.values()


@pytest.mark.parametrize("smoothing", [0.0, 0.0004, 0.01, 1.0, 7.25, math.pi, 1e6])
def test_a_smoothing_stands_where_python_says(smoothing, javascript):
    got = javascript("positionOf(x.scale, x.value)", {"scale": SMOOTHING_SCALE.to_browser(), "value": smoothing})
    assert got == pytest.approx(SMOOTHING_SCALE.position(smoothing), abs=1e-9)


def test_the_nll_is_pythons_and_infinite_where_a_pair_was_never_counted(names, javascript):
    x = {"counts": names.dev.flatten().tolist(), "on": names.train.flatten().tolist()}
    for smoothing in [0.001, 1.0, 7.25, 1e6]:
        got = javascript(f"meanNll(x.counts, smoothedProbs(x.on, 27, {smoothing}))", x)
        assert got == pytest.approx(mean_nll(names.dev, smoothed_probs(names.train, smoothing)), abs=1e-9)
    assert javascript("meanNll(x.counts, smoothedProbs(x.on, 27, 0)) === Infinity", x)
    assert javascript("meanNll([0, 0, 0, 0], [0.5, 0.5, 0.5, 0.5])") is None


def test_the_names_of_the_lectures_stream_are_pythons_at_every_position(names, javascript):
    x = {"counts": names.all.flatten().tolist(), "smoothings": SMOOTHING_SCALE.values()}
    x["uniforms"] = twister_uniforms(2147483647).take(1080).tolist()
    drawn = javascript(
        "x.smoothings.map((s) => sampleWords(smoothedProbs(x.counts, 27, s), 27, x.uniforms, 5))",
        x,
    )
    for smoothing, words in zip(x["smoothings"], drawn, strict=True):
        probs = smoothed_probs(names.all, smoothing)
        ours = sample_words(probs, names.vocab, 5, open_stream("lecture", 2147483647))
        assert [names.vocab.decode(word["ids"]) for word in words] == ours


def test_where_the_uniforms_end_the_last_name_is_cut(javascript):
    # row 0 always gives 1, row 1 gives 0 or 1 alike: 1, 1, end; then 1, and no uniform is left
    got = javascript("sampleWords([0, 1, 0.5, 0.5], 2, [0.3, 0.7, 0.2, 0.9], 3)")
    assert got == [{"ids": [1, 1], "cut": False}, {"ids": [1], "cut": True}]
