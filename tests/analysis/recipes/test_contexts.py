"""The torch lines and the commands of the page Longer contexts print its numbers."""

import pytest
import torch

from analysis.counts.contexts import count_contexts
from analysis.counts.contexts.examples import context_ids
from analysis.counts.word_list import list_of_words
from analysis.models.ngrams.additive import AdditiveModel
from analysis.models.ngrams.evaluation import evaluate_split
from analysis.models.ngrams.kneser_ney import kneser_ney
from analysis.models.ngrams.overview import mixture_nlls, shares_by_heart
from analysis.recipes import own_text
from analysis.recipes.pages import contexts_recipe
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from tests.analysis.recipes.conftest import LECTURE


@pytest.mark.parametrize(("k", "smoothing", "beginning"), [(0, 0.0, ""), (2, 0.15, "emm"), (3, 0.5, "z")])
def test_the_lines_of_the_page_print_its_numbers(k, smoothing, beginning, few, tables, run_lines):
    printed = run_lines(contexts_recipe(LECTURE, k, smoothing, beginning, seed=7, n=3))
    vocab, evaluation = tables.vocab, evaluate_split(few, tables.vocab, k)
    counts = count_contexts(context_ids(few, vocab, k), len(vocab))
    context = ([0] * max(k, 1) + vocab.encode(beginning)[1:-1])[-max(k, 1) :]
    for name, make in {
        "additive": lambda x: AdditiveModel(x, k, smoothing),
        "kneser-ney": lambda x: kneser_ney(x, k),
    }.items():
        nll, following = printed[name]
        assert [float(x) for x in nll.split()[4:]] == pytest.approx(
            list(evaluation.nlls(make(evaluation.counts)).values())
        )
        row = make(counts).next_probs(torch.tensor([context]))[0].tolist()
        assert [float(x) for x in following.removeprefix("next ").strip("[]").split(",")] == pytest.approx(row)
    model = kneser_ney(counts, k)
    assert printed["cells"] == [f"{27 ** (k + 1)} {len(counts.orders[k].cells)}"]
    assert float(printed["by-heart"][0]) == pytest.approx(shares_by_heart(few, counts, [model])[0])
    assert printed["name"] == sample_words(model, vocab, 3, open_stream("lecture", 7))


def test_the_commands_print_the_same(few, tables, run_commands):
    recipe = contexts_recipe(LECTURE, 2, 0.15, "emm", seed=7, n=3)
    ladder, parts, *after, sample = run_commands(recipe)
    evaluation = evaluate_split(few, tables.vocab, 2)
    kn = next(rung for rung in ladder if rung["name"] == "kn:2")
    assert kn["dev_nll"] == evaluation.nlls(kneser_ney(evaluation.counts, 2))["dev"]
    counts = count_contexts(context_ids(few, tables.vocab, 2), 27)
    model = kneser_ney(counts, 2)
    assert sample["words"] == sample_words(model, tables.vocab, 3, open_stream("lecture", 7))
    of_two = parts["contexts"][2]
    assert (of_two["cells"], of_two["seen"]) == (27**3, len(counts.orders[2].cells))
    assert of_two["in_list"] == pytest.approx(shares_by_heart(few, counts, [model])[0])
    assert parts["mix"]["dev_nll"] == mixture_nlls(few, tables.vocab).dev
    context = torch.tensor([tables.vocab.encode("mm")[1:-1]])
    for one, printed in zip((model, AdditiveModel(counts, 2, 0.15)), after, strict=True):
        assert printed["next"]["probs"] == pytest.approx(one.next_probs(context)[0].tolist())


def test_no_letters_are_the_boundary_in_a_command():
    commands = contexts_recipe(LECTURE, 3, 0.0, "", seed=7, n=3).commands
    assert commands[1] == "python -m analysis ladder --contexts --mix"
    assert commands[2:4] == (
        "python -m analysis score --model kn:3 --beginning .",
        "python -m analysis score --model add:3:0 --beginning .",
    )


def test_a_list_too_short_for_dev_words_has_cells_and_copies_and_no_ladder(tmp_path, monkeypatch, run_commands):
    short = list_of_words(["ab", "b", "abba"])
    recipe = contexts_recipe(short, 1, 0.0, "ab", seed=7, n=3)
    assert recipe.commands[0] == "python -m analysis ladder --contexts --words own.txt"
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.txt").write_text(own_text(short), encoding="utf-8")
    parts, *_ = run_commands(recipe)
    assert [(one["letters"], one["seen"]) for one in parts["contexts"]][:2] == [(0, 3), (1, 7)]  # .a .b ab bb ba b. a.
