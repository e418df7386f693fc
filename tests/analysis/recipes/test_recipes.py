"""The lines under "Run this yourself" run as they stand and print the numbers of the library and the commands."""

import json
import shlex

import pytest

from analysis.__main__ import main
from analysis.counts.likelihood import mean_nll, perplexity
from analysis.counts.smoothing import row_entropy, smoothed_probs
from analysis.recipes.bigrams import bigrams_recipe
from analysis.recipes.reproduce import figure_recipe
from analysis.recipes.sampling import sampling_recipe
from analysis.recipes.smoothing import smoothing_recipe
from analysis.recipes.training import training_recipe
from analysis.samples.letters import METHODS
from analysis.samples.names import OWN_ROW, sample_many, sample_words
from analysis.streams import STREAMS, open_stream
from analysis.streams.numbers import uniform_rows
from analysis.views.tables import shares_frame
from analysis.words.names import names_file


@pytest.fixture
def run_lines(words, tmp_path, monkeypatch, capsys):
    """Run a recipe's lines beside names.txt: what they print, by the word each line starts with."""
    (tmp_path / "names.txt").symlink_to(names_file())
    monkeypatch.chdir(tmp_path)

    def run_lines(recipe):
        exec(recipe.code, {})
        printed = {}
        for line in capsys.readouterr().out.splitlines():
            key, value = line.split(" ", 1)
            printed.setdefault(key, []).append(value)
        return printed

    return run_lines


@pytest.mark.parametrize(("row", "two_marks"), [("q", False), (".", True)])
def test_the_lines_of_the_bigram_page_print_what_its_command_prints(row, two_marks, run_lines, capsys):
    recipe = bigrams_recipe(row, two_marks=two_marks)
    printed = run_lines(recipe)
    assert main([*shlex.split(recipe.commands[0].removeprefix("python -m analysis ")), "--json"]) == 0
    table = json.loads(capsys.readouterr().out)
    assert printed["bigrams"] == [str(sum(map(sum, table["counts"])))] == ["228146"]
    assert json.loads(printed["counts"][0]) == [cell["count"] for cell in table["row"]]
    assert json.loads(printed["probs"][0]) == pytest.approx([cell["prob"] for cell in table["row"]], abs=1e-12)


@pytest.mark.parametrize("smoothing", [0.0, 7.25])
def test_the_lines_of_the_smoothing_page_print_its_numbers(smoothing, names, run_lines):
    printed = run_lines(smoothing_recipe(smoothing, "q", seed=2147483647, n=5, shown=8))
    probs = smoothed_probs(names.all, smoothing)
    nll = mean_nll(names.all, probs)
    q = names.vocab.stoi["q"]
    assert float(printed["nll"][0]) == pytest.approx(nll, abs=1e-12)
    assert float(printed["perplexity"][0]) == pytest.approx(perplexity(nll), abs=1e-10)
    assert json.loads(printed["row"][0]) == pytest.approx(probs[q].tolist(), abs=1e-12)
    assert float(printed["entropy"][0]) == pytest.approx(row_entropy(probs)[q].item(), abs=1e-12)
    drawn = sample_words(probs, names.vocab, 5, open_stream("lecture", 2147483647))
    assert printed["lecture"] == drawn
    assert printed["name"] == sample_many(probs, names.vocab, uniform_rows(2147483647, 8, OWN_ROW))
    assert float(printed["mean"][0].split()[1]) == pytest.approx(row_entropy(probs).mean().item(), abs=1e-12)
    dev = mean_nll(names.dev, smoothed_probs(names.train, smoothing))
    assert float(printed["dev"][0].rsplit(" ", 1)[1]) == pytest.approx(dev, abs=1e-12)


@pytest.mark.parametrize(("epochs", "lam"), [(1, 0.0), (20, 0.01)])
def test_the_lines_of_the_net_print_what_its_command_prints(epochs, lam, run_lines, capsys):
    recipe = training_recipe(epochs, 50.0, lam, 2147483647)
    printed = run_lines(recipe)
    assert main([*shlex.split(recipe.commands[0].removeprefix("python -m analysis ")), "--json"]) == 0
    run = json.loads(capsys.readouterr().out)
    for line in printed["loss"]:
        epoch, loss = line.split()
        assert run["loss"][int(epoch)] == pytest.approx(float(loss), abs=1e-9) if int(epoch) < epochs else True
    assert [run["final_loss"], run["final_nll"]] == pytest.approx(
        [float(x) for x in printed["final"][0].split()], abs=1e-9
    )


@pytest.mark.parametrize("stream", STREAMS)
@pytest.mark.parametrize(("smoothing", "seed"), [(0.0, 2147483647), (7.25, 2**64 - 1)])
def test_the_lines_of_the_sampling_page_print_its_names_and_letters(stream, smoothing, seed, names, run_lines):
    printed = run_lines(sampling_recipe(smoothing, seed, 5, stream, "e", 200, 20))
    probs = smoothed_probs(names.all, smoothing)
    row = probs[names.vocab.stoi["e"]]
    assert printed["name"] == sample_words(probs, names.vocab, 5, open_stream(stream, seed))
    for key, method in (("one-by-one", "one by one"), ("at-once", "at once")):
        if (stream, key) != ("cuda", "at-once"):
            assert printed[key] == [" ".join(names.vocab.itos[i] for i in METHODS[method](row, stream, seed, 20))]
    shares = shares_frame(names.vocab.itos, row, METHODS["one by one"](row, stream, seed, 200))
    assert float(printed["largest"][0].split()[1]) == pytest.approx(shares["difference"].max(), abs=1e-7)


def test_a_gpu_has_no_line_for_many_at_once(run_lines):
    recipe = sampling_recipe(0.0, 1, 2, "cuda", "e", 20, 20)
    assert "at-once" not in run_lines(recipe)
    assert not any("--at-once" in command for command in recipe.commands)


@pytest.mark.parametrize("stream", STREAMS)
def test_the_commands_of_the_sampling_page_print_what_it_shows(stream, names, capsys):
    printed = []
    for command in sampling_recipe(1.0, 7, 8, stream, "q", 300, 6).commands:
        assert main([*shlex.split(command.removeprefix("python -m analysis ")), "--json"]) == 0
        printed.append(json.loads(capsys.readouterr().out))
    drawn, steps, *letters = printed
    probs = smoothed_probs(names.all, 1.0)
    assert drawn["words"] == sample_words(probs, names.vocab, 8, open_stream(stream, 7))
    assert steps["words"] == drawn["words"][:5]
    row = probs[names.vocab.stoi["q"]]
    expected = [
        ("one by one", stream, 20),
        ("one by one", stream, 300),
        ("without replacement", STREAMS[stream].stand_in or stream, 6),
    ]
    if STREAMS[stream].at_once:
        expected.insert(0, ("at once", stream, 20))
    assert [result["letters"] for result in letters] == [
        [names.vocab.itos[i] for i in METHODS[method](row, drawn_as, 7, count)] for method, drawn_as, count in expected
    ]


def test_the_lines_of_a_figure_print_it_beside_ours(run_lines):
    recipe = figure_recipe("cuda-names")
    printed = run_lines(recipe)
    assert printed == {key: ["kana jallet aye jalia zia"] for key in ("published", "ours")} | {"verdict": ["agrees"]}
    assert recipe.commands[0] == "python -m analysis published cuda-names"


@pytest.mark.parametrize(
    "recipe",
    [
        bigrams_recipe("."),
        smoothing_recipe(0.5, "a", 7, 3, 4),
        *(sampling_recipe(0.0, 7, 3, stream, "q", 10, 5) for stream in STREAMS),
    ],
)
def test_the_commands_of_a_recipe_run(recipe, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for command in recipe.commands:
        assert main(shlex.split(command.removeprefix("python -m analysis "))) == 0


def test_the_commands_carry_the_settings():
    commands = " ".join(smoothing_recipe(0.5, "a", seed=7, n=3, shown=4).commands)
    for words in ("--smoothing 0.5", "--seed 7", "--n 3"):
        assert words in commands
