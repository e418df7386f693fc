"""The torch lines and the commands of the page Baselines print its numbers."""

import pytest

from analysis.counts.baselines import compare_baselines
from analysis.counts.baselines.lengths import lengths_of_model
from analysis.counts.baselines.likely import shares_of_list
from analysis.counts.contexts.sizes import context_sizes, count_seen
from analysis.recipes.pages import baselines_recipe
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from tests.analysis.recipes.conftest import LECTURE


@pytest.mark.parametrize("smoothing", [0.0, 7.25])
def test_the_lines_of_the_page_print_its_numbers(smoothing, few, tables, run_lines):
    printed = run_lines(baselines_recipe(LECTURE, smoothing, seed=7, n=3))
    longest, names = max(map(len, few)), []
    for model in compare_baselines(tables, smoothing):
        (nll, lengths, in_list) = (
            line.split(" ")[1:] for line in printed[model.name.split(" ")[0].replace("letter", "letters")]
        )
        expected = lengths_of_model(model.probs, longest)
        assert [float(x) for x in nll] == pytest.approx([model.nll, model.dev_nll], abs=1e-10)
        assert [float(x) for x in lengths] == pytest.approx(
            [expected.mean, *expected.shares[:2], expected.longer], abs=1e-9
        )
        assert float(in_list[0]) == pytest.approx(shares_of_list(few, tables.vocab, [model.probs])[0], abs=1e-12)
        names += sample_words(model.probs, tables.vocab, 3, open_stream("lecture", 7))
    assert printed["lecture"] == names
    sizes = context_sizes(count_seen(few), 27, int(tables.all.sum()))
    assert printed["context"] == [f"{x.letters} {x.cells} {x.seen} {x.share}" for x in sizes]


def test_the_commands_print_the_same(few, tables, run_commands):
    printed, lengths = run_commands(baselines_recipe(LECTURE, 0.5, seed=7, n=3))
    for shown, model in zip(printed["models"], compare_baselines(tables, 0.5), strict=True):
        assert (shown["nll"], shown["dev_nll"]) == (model.nll, model.dev_nll)
        assert shown["in_list"] == shares_of_list(few, tables.vocab, [model.probs])[0]
    assert sum(lengths["lengths"].values()) == 500
