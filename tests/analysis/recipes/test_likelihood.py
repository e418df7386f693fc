"""The torch lines and the commands of the page Likelihood print its numbers."""

import pytest

from analysis.counts.bigrams import encode_words
from analysis.counts.likelihood import mean_nll, score_word
from analysis.counts.likelihood.scaled_count import scale_count
from analysis.counts.likelihood.steps import nlls_of_words, share_below, steps_of
from analysis.counts.smoothing import smoothed_probs
from analysis.recipes.pages import likelihood_recipe
from tests.analysis.recipes.conftest import LECTURE


def test_the_lines_and_the_commands_print_the_numbers_of_the_page(few, tables, run_lines, run_commands):
    recipe = likelihood_recipe(LECTURE, ["ana", "lee"], 0.5, "e", "n", 2.0)
    printed, (score, nudge) = run_lines(recipe), run_commands(recipe)
    probs = smoothed_probs(tables.all, 0.5)
    scores = [score_word(word, tables.vocab, probs) for word in ("ana", "lee")]
    steps, together = steps_of(scores), score["together"]
    assert printed["letters"][0].split() == [f"{x.prob:.4f}" for one in scores for x in one.letters]
    for name, of_steps in (("sum", steps.log_likelihood), ("nll", steps.nll), ("perplexity", steps.perplexity)):
        assert float(printed[name][0]) == pytest.approx(of_steps, abs=1e-9)
    assert together["log_likelihood"] == steps.log_likelihood
    assert [one["word"] for one in score["words"]] == ["ana", "lee"]

    nlls = nlls_of_words(encode_words(few, tables.vocab), probs)
    below = [share_below(nlls, one.nll) for one in scores]
    assert together["below"] == below
    assert [float(line.split()[1]) for line in printed["below"]] == pytest.approx(below)

    assert float(printed["list"][0]) == pytest.approx(mean_nll(tables.all, probs), abs=1e-12)
    running = [together["list_running_log_likelihood"], together["list_running_nll"]]
    assert [float(number) for number in printed["running"][0].split()] == pytest.approx(running, rel=1e-6)

    stoi = tables.vocab.stoi
    nudged = scale_count(tables.all, stoi["e"], stoi["n"], 2.0)
    assert (nudge["prob"], nudge["rise"]) == (nudged.prob, nudged.rise)
    assert [float(number) for number in printed["scaled"][0].split()] == pytest.approx([nudged.prob, nudged.nll])
    assert float(printed["rise"][0]) == pytest.approx(nudged.rise, abs=1e-9)
