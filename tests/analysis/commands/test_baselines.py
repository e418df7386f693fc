"""baselines: what it prints is what the library says, of the names and of a list of one's own."""

import pytest

from analysis.counts.baselines import models_of
from analysis.counts.baselines.lengths import lengths_of_model
from analysis.counts.contexts.sizes import context_sizes, load_seen
from analysis.samples.names import sample_words
from analysis.streams import open_stream


def test_it_prints_all_of_the_page_exactly(names, run_json):
    printed = run_json("baselines", "--smoothing", 2, "--n", 3, "--seed", 7)
    assert list(printed) == ["models", "list", "likeliest", "contexts"]
    for shown, (name, probs) in zip(printed["models"], models_of(names.all, 2).items(), strict=True):
        assert (shown["model"], shown["lengths"]) == (name, lengths_of_model(probs, 15)._asdict())
        assert shown["words"] == sample_words(probs, names.vocab, 3, open_stream("lecture", 7))
    assert printed["list"]["longest"] == 15
    assert printed["contexts"] == [context._asdict() for context in context_sizes(load_seen("names"), 27, 228146)]


def test_without_options_it_prints_the_nll_of_the_lecture(run_json):
    printed = run_json("baselines")
    assert [model["nll"] for model in printed["models"]] == pytest.approx([3.2958, 2.8227, 2.4540], abs=5e-5)
    assert printed["models"][2]["dev_nll"] == "inf"
    assert [one["word"] for one in printed["likeliest"]] == ["a", "n", "e", "s", "h"]


def test_people_read_shares_in_percent(words, run):
    out = run("baselines", "--n", 2)[1]
    assert "│ bigram      │     6.1222 │    0.00 % │    11.82 % │      6.25 % │    11.40 % │" in out
    assert "likeliest words of the bigram: a 2.70 %, n 1.32 %, e 0.93 %, s 0.93 %, h 0.86 %" in out
    assert "  bigram: mor, axx" in out


def test_a_list_of_ones_own_is_counted(tmp_path, run, run_json):
    source = tmp_path / "words.txt"
    source.write_text("ava\nva", encoding="utf-8")
    printed = run_json("baselines", "--words", source)
    assert [context["seen"] for context in printed["contexts"]] == [5, 6, 7, 7]
    # a and va 1/3 each, ava 1/9: of the list's two words 1/9 + 1/3
    assert printed["models"][2]["in_list"] == pytest.approx(4 / 9)
    assert printed["models"][2]["dev_nll"] is None
    assert "–" in run("baselines", "--words", source)[1]


def test_without_the_words_it_is_not_said_how_many_are_real(monkeypatch, run_json):
    monkeypatch.setattr("analysis.counts.word_list.has_words", lambda key: False)
    assert [model["in_list"] for model in run_json("baselines")["models"]] == [None] * 3
