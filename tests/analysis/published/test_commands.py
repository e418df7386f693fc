"""The command beside each figure prints that figure's numbers; the command published."""

import dataclasses
import json
import shlex

import pytest

from analysis.published.figures import load_figures
from analysis.published.results import agree
from tests.analysis.conftest import assert_one_line

FIGURES = load_figures()
KEYS = [figure.key for figure in FIGURES]


def in_row(table, pair):
    """The count of a pair: in the whole table, or in the one row that was printed."""
    previous, following = (table["vocab"].index(letter) for letter in pair)
    return table["row"][following]["count"] if "row" in table else table["counts"][previous][following]


READ = {  # by measure: a figure's values where its command prints them as JSON
    "first_letter": lambda printed, _: [printed["words"][0][0]],
    "counted_names": lambda printed, _: printed["words"],
    "learned_names": lambda printed, _: printed["words"],
    "summary": lambda printed, settings: [
        value for field in settings["fields"] for value in (printed[field] if field == "first" else [printed[field]])
    ],
    "bigrams": lambda printed, _: [printed["bigrams"]],
    "most_frequent": lambda printed, _: [f"{pair['bigram']} {pair['count']}" for pair in printed["top"]],
    "counts_of": lambda printed, settings: [in_row(printed, pair) for pair in settings["pairs"]],
    "row_counts": lambda printed, _: [cell["count"] for cell in printed["row"]],
    "row_probs": lambda printed, _: [cell["prob"] for cell in printed["row"]],
    "word_probs": lambda printed, _: [letter["prob"] for letter in printed[0]["letters"]],
    "word_logprobs": lambda printed, _: [letter["logprob"] for letter in printed[0]["letters"]],
    "word_scores": lambda printed, _: [printed[0]["log_likelihood"], printed[0]["nll"]],
    "right_probs": lambda printed, _: [letter["prob"] for letter in printed[0]["letters"]],
    "nll": lambda printed, _: [line["nll"] for line in printed],
    "uniform_nll": lambda printed, _: [printed["final_nll"]],
    "untrained_loss": lambda printed, _: [printed["final_nll"]],
    "word_losses": lambda printed, settings: (
        [printed[0]["nll"]] if isinstance(printed, list) else READ["losses"](printed, settings)
    ),
    "losses": lambda printed, settings: [[*printed["loss"], printed["final_loss"]][at - 1] for at in settings["at"]],
}


def read(figure, printed):
    """The values of a figure in what its command printed."""
    if figure.command == f"published {figure.key}":
        (line,) = printed
        return line["ours"] if isinstance(line["ours"], list) else [line["ours"]]
    return READ[figure.measure](printed, figure.settings)


def same(right, printed, within):
    """Whether a value printed as JSON, which has no infinity, is the right one."""
    return agree(right, float(printed) if printed in ("inf", "-inf") else printed, within)


def test_the_command_beside_each_figure_prints_its_values_to_the_published_precision(printed_by, words):
    wrong = {}
    for figure in FIGURES:
        values = read(figure, printed_by(*shlex.split(figure.command.removesuffix(" --json"))))
        if len(values) != len(figure.right) or not all(map(same, figure.right, values, figure.tolerances)):
            wrong[figure.key] = {"right": figure.right, "printed": values}
    assert wrong == {}


def test_published_prints_exact_numbers_of_all_figures_and_exits_0(recomputed):
    assert recomputed.status == 0
    assert list(recomputed.printed) == KEYS
    for line in recomputed.printed.values():
        assert list(line) == ["key", "name", "source", "published", "ours", "ok", "verdict", "own", "note"]
    loss, score = recomputed.printed["emma-loss"], recomputed.printed["andrejq-infinite"]
    assert (loss["published"], loss["source"], loss["verdict"], loss["own"]) == (
        3.7693049907684326,
        "V N1",
        "agrees",
        False,
    )
    assert loss["ours"] == pytest.approx(3.76930499, abs=1e-6)
    assert score["ours"] == ["-inf", "inf"]


@pytest.fixture
def run_published(run, recomputed, monkeypatch):
    """Run the command published; figures are not worked out again."""
    monkeypatch.setattr(
        "analysis.published.results.recompute",
        lambda figure, **_: dataclasses.replace(recomputed.results[figure.key], figure=figure),
    )
    return lambda *options: run("published", *options)


def test_published_lists_what_others_published_and_apart_our_own_values(run_published, words):
    status, out, err = run_published()
    assert (status, err) == (0, "")
    others, own = out.split("reference values of our own", 1)
    for figure in FIGURES:
        assert f"│ {figure.key} " in (own if figure.own else others)
    assert "50 figures published by others: 45 agree, 1 is fitted and proves nothing, 4 are slips" in out
    assert "N5: “语言模型的详细介绍：构建 makemore”." in out


def test_published_of_some_prints_them_in_full_and_each_source_once(run_published):
    status, out, _ = run_published("cuda-names", "losses", "lecture-names")
    assert status == 0
    for text in ("kana", "jallet", "2.462393", "python -m analysis train --epochs 200 --json", ": agrees"):
        assert text in out
    assert out.count("\nV: Andrej Karpathy, “The spelled-out intro to language modeling") == 1
    assert "\n   https://www.youtube.com/watch?v=PaCmpygFfXo\n" in out


def test_published_exits_1_if_one_differs(run_published, monkeypatch):
    good, bad = load_figures(["uniform", "bigrams"])
    bad = dataclasses.replace(bad, published=[228145])
    monkeypatch.setattr("analysis.published.figures.load_figures", lambda _: [good, bad])
    status, out, _ = run_published()
    assert status == 1
    assert "1 differs" in out
    status, out, _ = run_published("--json")
    assert status == 1
    assert [result["ok"] for result in json.loads(out)] == [True, False]


def test_published_without_the_words_says_what_is_not_checked(run, no_names):
    status, out, err = run("published", "nll", "nll-exact", "--json")
    assert status == 0
    assert err.count("\n") == 1
    assert "What needs them is not checked." in err
    unchecked, exact = json.loads(out)
    assert (unchecked["ok"], unchecked["ours"]) == (None, None)
    assert exact["ok"] is True


def test_published_of_figures_that_need_no_words_does_not_ask_for_them(run, no_names):
    assert run("published", "uniform")[2] == ""


def test_an_unknown_figure_is_one_line_and_exit_2(run):
    assert_one_line(run("published", "tea"), "figure must be one that `python -m analysis published` lists, got tea")
