"""What comes next: the page has the numbers of the library, with and without the words."""

import json
import math
import re

import pytest
import torch

from analysis.__main__ import main
from analysis.models.ngrams.choose import read_name
from analysis.models.trained.files import read_trained, shipped_path
from analysis.models.trained.nets import NETS
from analysis.models.trained.rungs import shipped_rungs
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from analysis.words.split import split_words
from tests.pages.reading import frame, guess_of, html_of, live_data, open_page, refusals, said, text


def charts(at):
    return [frame(chart) for chart in at.get("vega_lite_chart")]


@pytest.fixture(scope="module")
def page():
    """The page with all its parts open; only to be looked at."""
    opened = dict.fromkeys(("rungs", "letters", "looks", "table", "recipe"), "true")
    return open_page("ladder", beginning="oli", seed="3", **opened)


def rows_of(at):
    """The rows of each beginning that the browser has, by the models' titles."""
    models = live_data(at)["models"]
    return {text: dict(zip(models, one["rows"], strict=True)) for text, one in said(at)["numbers"]["after"].items()}


def test_the_next_letters_are_those_of_the_models_after_the_beginning_and_what_can_be_typed_next(page, words, names):
    rows = rows_of(page)
    assert list(rows) == ["oli", "ol", "", *("oli" + letter for letter in names.vocab.itos[1:])]
    models = {title: read_trained(shipped_path(name))[1] for name, title in (("mlp", "MLP"), ("gru", "GRU"))}
    models["Counts of 5 letters"] = read_name("kn:5").count(split_words(words).train, names.vocab)
    for title, model in models.items():
        for typed in ("oli", "oliv"):
            context = torch.tensor([([0] * model.k + names.vocab.encode(typed)[:-1])[-model.k :]])
            assert rows[typed][title] == pytest.approx(model.next_probs(context)[0].tolist(), abs=1e-6)


def test_the_command_prints_the_next_letters_the_attention_and_the_names_of_the_page(page, words, capsys):
    options = ["ladder", "--beginning", "oli", "--seed", "3", "--n", "10"]
    assert f"python -m analysis {' '.join(options)}" in text(page)
    assert main([*options, "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    for row, probs in zip(rows_of(page)["oli"].values(), printed["next"]["probs"].values(), strict=True):
        assert row == pytest.approx(probs, abs=1e-6)
    looks = charts(page)[-1]
    assert looks["letter"].tolist()[:4] == printed["attention"]["letters"]
    assert looks["share"].tolist() == [share for layer in printed["attention"]["shares"] for share in layer]
    assert all(name in html_of(page) for names in printed["words"].values() for name in names)


def test_the_names_are_those_of_sample_with_the_same_seed(page, names):
    _, model = read_trained(shipped_path("transformer"))
    drawn = sample_words(model, names.vocab, 10, open_stream("lecture", 3))
    assert re.findall(r"<td dir=auto>(\w*)</td></tr>", html_of(page)) == drawn  # the last column


def test_the_picture_has_every_model_and_the_published_ones(page, words):
    chart = charts(page)[0]
    assert {"kn:0", "kn:5", *NETS, "part 5: CNN"} <= set(chart["name"])
    nlls = dict(zip(chart["name"], chart["dev_nll"], strict=True))
    assert all(nlls[rung.name] == rung.dev_nll for rung in shipped_rungs())


def test_a_line_at_the_nll_of_chance_is_inside_both_pictures(page):
    for chart in page.get("vega_lite_chart")[:2]:
        spec = json.loads(chart.proto.spec)
        (line,) = {one["encoding"]["y"]["datum"] for one in spec["layer"] if "datum" in one["encoding"]["y"]}
        assert line == pytest.approx(math.log(27))
        low, high = spec["layer"][-1]["encoding"]["y"]["scale"]["domain"]
        assert low < line < high


def test_the_guess_is_the_nll_of_the_transformer(page):
    (transformer,) = (rung for rung in shipped_rungs() if rung.name == "transformer")
    assert guess_of(page)["answer"] == transformer.dev_nll


def test_the_looks_are_of_the_beginning_and_sum_to_1(page):
    looks = charts(page)[-1]
    assert looks["letter"].tolist()[:4] == [".", "o", "l", "i"]
    assert looks.groupby("layer")["share"].sum().tolist() == pytest.approx([1, 1, 1, 1])


def test_an_empty_beginning_and_one_with_foreign_letters():
    at = open_page("ladder", beginning=".")
    assert not at.exception
    assert said(at)["numbers"]["beginning"] == ""
    at = open_page("ladder", beginning="öl")
    assert "'ö' in öl" in refusals(at)[0]


def test_a_beginning_that_is_longer_than_any_name_is_read_from_its_last_letters():
    at = open_page("ladder", beginning="ab" * 20, looks="true")
    assert not at.exception
    assert len(charts(at)[-1]) == 4 * 16


def test_without_the_words_the_nets_go_on_and_a_button_offers_the_download(monkeypatch, tmp_path):
    monkeypatch.setenv("BIGRAM_LAB_DATA", str(tmp_path))
    monkeypatch.setattr("pooch.os_cache", lambda _: tmp_path)
    at = open_page("ladder")
    assert not at.exception
    assert "Counting longer contexts needs the names themselves" in text(at)
    assert live_data(at)["models"] == ["Bigram", "MLP", "CNN", "RNN", "GRU", "Transformer"]
    assert live_data(at)["trained"] == [False, True, True, True, True, True]
