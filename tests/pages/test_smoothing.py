"""The live table of Start and Smoothing: a link sets smoothing, row and seed; its numbers are the library's."""

import pytest

from analysis.counts.likelihood import mean_nll
from analysis.counts.smoothing import row_entropy, smoothed_probs, smoothing_effect
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from analysis.views.captions import smoothing_facts
from tests.pages.reading import live_data, open_page, plain, said, values

LIVE = pytest.mark.parametrize("name", ["start", "smoothing"])


@LIVE
def test_a_link_sets_the_smoothing_and_the_row(name, names):
    at = open_page(name, smoothing="7.25", row="q")
    assert (values(at)["smoothing"], values(at)["row"]) == (7.25, names.vocab.stoi["q"])
    assert said(at)["numbers"]["nll"] == mean_nll(names.all, smoothed_probs(names.all, 7.25))


@LIVE
def test_the_live_table_gets_the_counts(name, names):
    counts = live_data(plain(name))["counts"]
    assert counts == {part: names.part(part).flatten().tolist() for part in ("all", "train", "dev")}


def test_numbers_and_names_are_those_of_the_library_also_in_the_table(names):
    at = open_page("smoothing", smoothing="3", seed="42", as_table="true")
    numbers, probs = said(at)["numbers"], smoothed_probs(names.all, 3.0)
    assert numbers.pop("names") == sample_words(probs, names.vocab, 5, open_stream("lecture", 42))
    assert numbers.pop("caption") == smoothing_facts(names.all, names.vocab, 3.0, ".")._asdict()
    assert numbers == smoothing_effect(names, 3.0)._asdict()
    table = at.dataframe[0].value
    assert table.iloc[:, :27].to_numpy().tolist() == probs.tolist()
    assert table["entropy"].tolist() == row_entropy(probs).tolist()
    assert live_data(at)["uniforms"] != live_data(plain("smoothing"))["uniforms"]  # of another seed


def test_dev_is_infinite_without_smoothing():
    assert said(open_page("smoothing", smoothing="0"))["numbers"]["dev_nll"] == "inf"
