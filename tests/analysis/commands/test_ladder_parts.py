"""ladder --contexts, --mix, --beginning and --n: what the pages show beside the table of all models."""

import math

import pytest
import torch

from analysis.counts.smoothing import smoothed_probs
from analysis.models.likelihood import mean_nll, score_word
from analysis.models.ngrams.choose import NgramName
from analysis.models.ngrams.mixture import count_mixture
from analysis.models.trained.files import read_trained, shipped_path
from analysis.models.trained.nets import NETS
from analysis.words.split import split_words
from analysis.words.vocabulary import build_vocabulary
from tests.analysis.conftest import assert_one_line

FEW = ["emma", "ava", "mia", "amelia", "eve", "mae", "emma", "lea", "alma", "ella", "eva", "lia"]


@pytest.fixture
def few(tmp_path):
    """A file of twelve words."""
    file = tmp_path / "own.txt"
    file.write_text("\n".join(FEW))
    return file


def test_cells_and_copies_are_those_of_a_plain_loop(few, run_json):
    vocab = build_vocabulary(FEW)
    examples = sum(len(word) + 1 for word in FEW)
    printed = run_json("ladder", "--contexts", "--k", 3, "--words", few)
    assert list(printed) == ["contexts"]
    for k, one in enumerate(printed["contexts"]):
        marked = [f"{'.' * k}{word}." for word in FEW]
        seen = len({each[i : i + k + 1] for each in marked for i in range(len(each) - k)})
        model = NgramName("kn", k).count(FEW, vocab)
        copies = sum(math.exp(score_word(word, vocab, model).log_likelihood) for word in set(FEW))
        assert (one["letters"], one["cells"], one["seen"]) == (k, len(vocab) ** (k + 1), seen)
        assert (one["share"], one["examples"]) == (seen / one["cells"], examples / seen)
        assert one["in_list"] == pytest.approx(copies)


def test_people_read_the_cells_and_copies_of_the_names_in_80_columns(words, run, monkeypatch):
    monkeypatch.setattr("analysis.commands.printing.out.width", 80)
    _, out, _ = run("ladder", "--contexts")
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in out.splitlines() if line.startswith("│")]
    assert [row[0] for row in rows] == list("01234567")
    assert rows[2] == ["2", "19,683", "6,063", "30.8 %", "37.6", "21.6 %"]


def test_weights_count_the_examples_and_no_cells(run_json, tmp_path):
    file = tmp_path / "own.txt"
    file.write_text("ab 3\nb 1\n")
    printed = run_json("ladder", "--contexts", "--words", file, "--weights")["contexts"]
    assert [one["seen"] for one in printed] == [3, 4, 5]  # . a b; .a .b ab b.; ..a ..b .ab ab. .b.
    assert printed[1]["examples"] == 11 / 4


def test_the_parts_of_mix_are_scored_alone_and_together(few, run_json, run):
    (train, dev, test), vocab = split_words(FEW), build_vocabulary(FEW)
    model = count_mixture(train, vocab)
    printed = run_json("ladder", "--mix", "--words", few)["mix"]
    assert printed["dev_nll_alone"] == [mean_nll(dev, vocab, model.alone(part)) for part in range(3)]
    assert (printed["dev_nll"], printed["test_nll"]) == (mean_nll(dev, vocab, model), mean_nll(test, vocab, model))
    assert printed["weights"] == model.weights.tolist()
    assert printed["vowels"] == [letter for i, letter in enumerate(vocab.itos) if model.vowels[i] == 2]
    out = run("ladder", "--mix", "--words", few)[1]
    assert all(f"{nll:.4f}" in out for nll in (*printed["dev_nll_alone"], printed["dev_nll"], printed["test_nll"]))


def test_each_model_of_the_train_words_says_what_comes_after_a_beginning(words, names, run_json):
    printed = run_json("ladder", "--beginning", "emm")
    assert list(printed) == ["next", "attention"]
    assert (printed["next"]["beginning"], printed["next"]["vocab"]) == ("emm", list(names.vocab.itos))
    probs = printed["next"]["probs"]
    assert list(probs) == ["bigram", "kn:5", *NETS]
    assert probs["bigram"] == pytest.approx(smoothed_probs(names.train, 1.0)[names.vocab.id_of("m")].tolist())
    models = {name: read_trained(shipped_path(name))[1] for name in NETS}
    models["kn:5"] = NgramName("kn", 5).count(split_words(words).train, names.vocab)
    for name, model in models.items():
        context = torch.tensor([([0] * model.k + names.vocab.encode("emm")[:-1])[-model.k :]])
        assert probs[name] == pytest.approx(model.next_probs(context)[0].tolist())


def test_attention_is_the_mean_of_the_heads_at_the_last_letter(words, names, run_json):
    net = read_trained(shipped_path("transformer"))[1].net
    printed = run_json("ladder", "--beginning", "emm")["attention"]
    ids = names.vocab.encode("emm")[:-1]
    assert printed["letters"] == [".", "e", "m", "m"]
    assert torch.allclose(
        torch.tensor(printed["shares"]).double(), net.shares(torch.tensor([ids]))[:, 0].mean(1)[:, -1]
    )
    long = run_json("ladder", "--beginning", "ab" * 20)["attention"]
    assert long["letters"] == list("ab" * 8)
    assert [sum(row) for row in long["shares"]] == pytest.approx([1] * 4)


def test_people_read_the_next_letters_and_the_attention_in_80_columns(words, run, monkeypatch):
    monkeypatch.setattr("analysis.commands.printing.out.width", 80)
    _, out, _ = run("ladder", "--beginning", "emm")
    assert "│ a    │ 0.3871 │ 0.5473 │ 0.4303 │ 0.4860 │ 0.4776 │ 0.4889 │      0.5561 │" in out
    assert "│ .      │  0.0940 │  0.1781 │  0.3521 │  0.4018 │" in out


def test_words_of_each_net_are_those_of_sample(words, run, run_json):
    drawn = run_json("ladder", "--n", 2, "--seed", 3)
    assert list(drawn) == ["words"]
    for name in ("mlp", "transformer"):
        assert drawn["words"][name] == run_json("sample", "--model", name, "--n", 2, "--seed", 3)["words"]
    assert f"  gru: {', '.join(drawn['words']['gru'])}" in run("ladder", "--n", 2, "--seed", 3)[1]


def test_another_list_has_its_own_counts_and_no_nets(few, run_json):
    printed = run_json("ladder", "--beginning", "EM", "--fold", "--words", few)
    assert list(printed) == ["next"]
    train = split_words(FEW).train
    name = f"kn:{min(5, max(map(len, train)))}"
    model = NgramName("kn", int(name[3:])).count(train, build_vocabulary(FEW))
    context = torch.tensor([([0] * model.k + build_vocabulary(FEW).encode("em")[:-1])[-model.k :]])
    assert list(printed["next"]["probs"]) == ["bigram", name]
    assert printed["next"]["probs"][name] == pytest.approx(model.next_probs(context)[0].tolist())


def test_without_the_words_bigram_and_nets_go_on(run, monkeypatch, tmp_path):
    monkeypatch.setenv("BIGRAM_LAB_DATA", str(tmp_path))
    status, out, err = run("ladder", "--beginning", "emm")
    assert status == 0
    assert "transformer" in out
    assert "kn:5" not in out
    assert err.startswith("counts of longer contexts need the words: The words of names.txt are not on this machine")
    for option in ("--contexts", "--mix"):
        assert_one_line(run("ladder", option), "The words of names.txt are not on this machine")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--seed", 3], "--seed is for the words of --n, got no --n"),
        (["--mix", "--mean", "gru+mlp"], "--mean: for the table of all models, got --mix"),
        (["--beginning", "emm", "--k", 3], "--k: for the table of all models and --contexts, got --beginning"),
        (["--n", 3, "--trained", "x.safetensors"], "--trained: for the table of all models, got --n"),
        (["--n", 0], "--n must be a whole number from 1 to 10,000,000, got 0"),
    ],
)
def test_options_that_do_not_go_together_are_refused(options, message, run):
    assert_one_line(run("ladder", *options), message)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--beginning", "öl"], "--beginning: letter 'ö' is not in the vocabulary .aeilmv"),
        (["--beginning", "e.m"], "--beginning: a word cannot contain the boundary '.', got 'e.m'"),
        (["--contexts", "--k", 7], "the ladder: expected 0 to 6 letters of context, as the longest word has, got 7"),
    ],
)
def test_what_does_not_fit_the_list_is_one_line(options, message, few, run):
    assert_one_line(run("ladder", "--words", few, *options), message)


def test_too_few_words_for_a_split_are_one_line(run, tmp_path):
    file = tmp_path / "own.txt"
    file.write_text("ab\nba\nb\n")
    message = "mix needs words for train, dev and test: expected 10 or more, got 3"
    assert_one_line(run("ladder", "--mix", "--words", file), message)
    file.write_text("ab\n")
    message = "models are made from the train words: expected 2 words or more in the list, got 1"
    assert_one_line(run("ladder", "--n", 1, "--words", file), message)
