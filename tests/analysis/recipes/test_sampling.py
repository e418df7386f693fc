"""The torch lines and the commands of the page Sampling print its names and letters."""

import pytest

from analysis.counts.smoothing import smoothed_probs
from analysis.recipes.pages import sampling_recipe
from analysis.samples.letters import METHODS
from analysis.samples.names import sample_words
from analysis.streams import STREAMS, open_stream
from analysis.views.tables import shares_frame
from tests.analysis.recipes.conftest import LECTURE


@pytest.mark.parametrize("stream", STREAMS)
@pytest.mark.parametrize(("smoothing", "seed"), [(0.0, 2147483647), (7.25, 2**64 - 1)])
def test_the_lines_of_the_sampling_page_print_its_names_and_letters(stream, smoothing, seed, tables, run_lines):
    printed = run_lines(sampling_recipe(LECTURE, smoothing, seed, 5, stream, "e", 200, 20))
    probs = smoothed_probs(tables.all, smoothing)
    row = probs[tables.vocab.stoi["e"]]
    assert printed["name"] == sample_words(probs, tables.vocab, 5, open_stream(stream, seed))
    for key, method in (("one-by-one", "one by one"), ("at-once", "at once")):
        if (stream, key) != ("cuda", "at-once"):
            assert printed[key] == [" ".join(tables.vocab.itos[i] for i in METHODS[method](row, stream, seed, 20))]
    shares = shares_frame(tables.vocab.itos, row, METHODS["one by one"](row, stream, seed, 200))
    assert float(printed["largest"][0].split()[1]) == pytest.approx(shares["difference"].max(), abs=1e-7)


def test_a_gpu_has_no_line_for_many_at_once(run_lines):
    recipe = sampling_recipe(LECTURE, 0.0, 1, 2, "cuda", "e", 20, 20)
    assert "at-once" not in run_lines(recipe)
    assert not any("--at-once" in command for command in recipe.commands)


@pytest.mark.parametrize("stream", STREAMS)
def test_the_commands_of_the_sampling_page_print_what_it_shows(stream, tables, run_commands):
    drawn, steps, *letters = run_commands(sampling_recipe(LECTURE, 1.0, 7, 8, stream, "e", 300, 6))
    probs = smoothed_probs(tables.all, 1.0)
    assert drawn["words"] == sample_words(probs, tables.vocab, 8, open_stream(stream, 7))
    assert steps["words"] == drawn["words"][:5]
    row = probs[tables.vocab.stoi["e"]]
    expected = [
        ("one by one", stream, 20),
        ("one by one", stream, 300),
        ("without replacement", STREAMS[stream].stand_in or stream, 6),
    ]
    if STREAMS[stream].at_once:
        expected.insert(0, ("at once", stream, 20))
    assert [result["letters"] for result in letters] == [
        [tables.vocab.itos[i] for i in METHODS[method](row, drawn_as, 7, count)] for method, drawn_as, count in expected
    ]
