"""The torch lines of the pages Start and Smoothing print their numbers."""

import json

import pytest

from analysis.counts.likelihood import mean_nll, perplexity
from analysis.counts.smoothing import row_entropy, smoothed_probs
from analysis.recipes.pages import smoothing_recipe
from analysis.samples.names import OWN_ROW, sample_many, sample_words
from analysis.streams import open_stream
from analysis.streams.numbers import uniform_rows
from tests.analysis.recipes.conftest import LECTURE


@pytest.mark.parametrize("smoothing", [0.0, 7.25])
def test_the_lines_of_the_smoothing_page_print_its_numbers(smoothing, tables, run_lines):
    printed = run_lines(smoothing_recipe(LECTURE, smoothing, "e", seed=2147483647, n=5, shown=8))
    probs = smoothed_probs(tables.all, smoothing)
    nll = mean_nll(tables.all, probs)
    e = tables.vocab.stoi["e"]
    assert float(printed["nll"][0]) == pytest.approx(nll, abs=1e-12)
    assert float(printed["perplexity"][0]) == pytest.approx(perplexity(nll), abs=1e-10)
    assert json.loads(printed["row"][0]) == pytest.approx(probs[e].tolist(), abs=1e-12)
    assert float(printed["entropy"][0]) == pytest.approx(row_entropy(probs)[e].item(), abs=1e-12)
    assert printed["lecture"] == sample_words(probs, tables.vocab, 5, open_stream("lecture", 2147483647))
    assert printed["name"] == sample_many(probs, tables.vocab, uniform_rows(2147483647, 8, OWN_ROW))
    assert float(printed["mean"][0].split()[1]) == pytest.approx(row_entropy(probs).mean().item(), abs=1e-12)
    dev = mean_nll(tables.dev, smoothed_probs(tables.train, smoothing))
    assert float(printed["dev"][0].rsplit(" ", 1)[1]) == pytest.approx(dev, abs=1e-12)
