"""score and smooth: what they print."""

import math

import pytest
import torch

from analysis.counts.smoothing import row_entropy, smoothed_probs
from analysis.models.likelihood import mean_nll, nlls_of_each, score_word
from analysis.models.ngrams.choose import NgramName, read_name
from analysis.models.trained.rungs import shipped_nets
from tests.analysis.conftest import assert_one_line

TABLE = "1yV_XR2PSM2ZkYGRkZGBiZGJgAgA"  # of ab and b, as bigrams --link prints it


def test_score_prints_inf_for_andrejq_and_names_the_pair_to_blame(run):
    status, out, _ = run("score", "emma", "andrejq", "--smoothing", 0)
    assert status == 0
    assert "mean nll 2.5138 nats per character" in out
    assert "mean nll inf" in out
    assert "impossible because of jq" in out


def test_score_json_writes_infinity_as_text(run_json):
    (score,) = run_json("score", "andrejq")
    assert list(score) == ["word", "nll", "log_likelihood", "letters"]
    assert (score["nll"], score["log_likelihood"]) == ("inf", "-inf")
    assert score["letters"][6] == {"bigram": "jq", "prob": 0.0, "logprob": "-inf"}


def test_smooth_takes_several_smoothings_after_one_option_or_one_each(run_json):
    assert run_json("smooth", "--smoothing", 0, 1, 10) == run_json(
        "smooth", "--smoothing", 0, "--smoothing", 1, "--smoothing", 10
    )


def test_smooth_json_is_exact(run_json):
    (result,) = run_json("smooth", "--smoothing", 1, "--dev")
    assert list(result) == [
        "smoothing",
        "nll",
        "perplexity",
        "entropy",
        "mean_entropy",
        "train_nll",
        "dev_nll",
    ]
    assert result["nll"] == pytest.approx(2.454576820115704, abs=1e-12)
    assert result["perplexity"] == pytest.approx(math.exp(result["nll"]), rel=1e-15)
    assert len(result["entropy"]) == 27
    assert (round(result["train_nll"], 7), round(result["dev_nll"], 7)) == (2.4548369, 2.4532639)


def test_score_takes_an_accent_however_it_is_typed(tmp_path, run):
    path = tmp_path / "words.txt"
    path.write_text("caf\u00e9", encoding="utf-8")
    assert run("score", "cafe\u0301", "--words", path)[0] == 0


def test_a_list_too_short_to_hold_words_out_says_so_and_shows_what_it_can(tmp_path, run, run_json):
    path = tmp_path / "short.txt"
    path.write_text("ava\nbo\ncy", encoding="utf-8")
    (result,) = run_json("smooth", "--smoothing", 1, "--dev", "--test", "--words", path)
    assert result["dev_nll"] is None
    assert min(result["train_nll"], result["test_nll"]) > 0
    out = run("smooth", "--smoothing", 1, "--dev", "--test", "--words", path)[1]
    assert out.splitlines()[-1] == (
        "train nll and test nll: counted on the train words only, scored on train and on test"
    )
    assert "no dev nll: that needs a list of 6 words" in run("smooth", "--smoothing", 1, "--dev", "--words", path)[2]
    path.write_text("ava", encoding="utf-8")
    assert_one_line(run("smooth", "--smoothing", 1, "--dev", "--words", path), "a list of 2 words or more, got 1")


def test_smooth_gives_the_entropy_of_each_row_and_their_mean(names, run, run_json):
    (result,) = run_json("smooth", "--smoothing", 1)
    entropy = row_entropy(smoothed_probs(names.all, 1.0))
    assert (result["entropy"], result["mean_entropy"]) == (entropy.tolist(), float(entropy.mean()))
    assert f" {float(entropy.mean()):.4f} " in run("smooth", "--smoothing", 1)[1]


@pytest.mark.parametrize("model", ["neural", "file"])
def test_a_net_to_which_a_word_is_impossible_says_so_and_nothing_of_counts(model, run, tmp_path):
    options = ["--learning-rate", 100_000, "--epochs", 20]
    (tmp_path / "run.json").write_text(run("train", *options, "--json")[1], encoding="utf-8")
    given = ["neural", *options] if model == "neural" else [tmp_path / "run.json"]
    out = run("score", "andrejq", "--model", *given)[1]
    assert "the net gives it a probability of 0, to rounding" in out
    assert "never counted" not in out


def test_a_model_of_longer_contexts_shows_the_letters_that_it_looks_at(run, run_json, words, names):
    model = NgramName("kn", 3).count(words, names.vocab)
    [printed] = run_json("score", "emma", "--model", "kn:3")
    assert printed["nll"] == score_word("emma", names.vocab, model).nll
    assert [x["context"] + x["bigram"][1] for x in printed["letters"]] == ["...e", "..em", ".emm", "emma", "mma."]
    assert "│ .emm " in run("score", "emma", "--model", "kn:3")[1]


def test_together_a_longer_context_has_the_nll_of_the_list_and_no_lecture_loop(run_json, words, names):
    sums = run_json("score", "emma", "--model", "wb:2", "--together")["together"]
    model = NgramName("wb", 2).count(words, names.vocab)
    assert sums["list_nll"] == pytest.approx(mean_nll(words, names.vocab, model))
    lower = sum(nll < score_word("emma", names.vocab, model).nll for nll in nlls_of_each(words, names.vocab, model))
    assert sums["below"] == [lower / len(words)]
    assert sums["list_running_nll"] is None


def test_a_longer_context_that_never_was_is_named(run):
    out = run("score", "qx", "--model", "add:2")[1]
    assert "impossible because of .qx: that was never counted; smoothing above 0 allows it" in out


def test_a_weighted_list_gives_longer_contexts_its_weights(run_json, tmp_path):
    file = tmp_path / "own.txt"
    file.write_text("ab 3\nb 1\n")
    sums = run_json("score", "ab", "--model", "add:1", "--together", "--words", file, "--weights")["together"]
    assert (
        sums["list_nll"] == run_json("score", "ab", "--together", "--words", file, "--weights")["together"]["list_nll"]
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--model", "kn:16"], "kn:16: expected 0 to 15 letters of context, as the longest word has, got 16"),
        (["--model", "kn"], "expected kn:K with K letters of context, such as kn:2, got kn"),
        (["--model", "kn:2", "--smoothing", 1], "--smoothing is for --model counts only, got --model kn:2"),
        (
            ["--model", "kn:2", "--table", "1yV_XR2PSM2ZkYGRkZGBiZGJgAgA"],
            "--model kn:2 needs whole words, and a table of counts has none",
        ),
        (
            ["--model", "tea"],
            "kn:K, mix, mlp, cnn, rnn, gru, transformer or a file of train --json or ladder train, got tea",
        ),
    ],
)
def test_a_model_of_longer_contexts_that_cannot_be_is_refused(options, message, run):
    assert_one_line(run("score", "emma", *options), message)


def test_without_words_on_this_machine_longer_contexts_say_so(run, monkeypatch, tmp_path):
    monkeypatch.setenv("BIGRAM_LAB_DATA", str(tmp_path))
    assert_one_line(run("score", "emma", "--model", "kn:2"), f"BIGRAM_LAB_DATA names the folder {tmp_path}")


@pytest.mark.parametrize(("model", "k"), [("kn:2", 2), ("add:2:0.15", 2), ("kn:0", 1), ("gru", 16)])
def test_the_characters_after_a_beginning_are_those_of_the_model(model, k, words, names, run, run_json):
    ngram = read_name(model)
    used = shipped_nets()[model] if ngram is None else ngram.count(words, names.vocab)
    context = torch.tensor([([0] * k + names.vocab.encode("emm")[:-1])[-k:]])
    probs = used.next_probs(context)[0].tolist()
    printed = run_json("score", "--model", model, "--beginning", "emm")
    assert printed == {"words": [], "next": {"beginning": "emm", "vocab": list(names.vocab.itos), "probs": probs}}
    assert f"│ a    │    {probs[1]:.6f} │" in run("score", "--model", model, "--beginning", "emm")[1]


def test_the_boundary_is_the_beginning_of_a_word_and_words_are_still_scored(names, run, run_json):
    plain = run_json("score", "emma", "--smoothing", 1)
    printed = run_json("score", "emma", "--smoothing", 1, "--beginning", ".", "--together")
    assert list(printed) == ["words", "together", "next"]
    assert printed["words"] == plain
    assert printed["next"]["probs"] == pytest.approx(smoothed_probs(names.all, 1.0)[0].tolist())
    assert run_json("score", "--smoothing", 1, "--beginning", "")["next"] == printed["next"]
    assert "at the start of a word" in run("score", "--beginning", ".")[1]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ["--beginning", "Em"],
            "--beginning: letter 'E' is not in the vocabulary .abcdefghijklmnopqrstuvwxyz, but 'e'",
        ),
        (["--beginning", "e.m"], "--beginning: a word cannot contain the boundary '.', got 'e.m'"),
        (["--beginning", "em", "--together"], "expected words, --file FILE or --beginning TEXT"),
    ],
)
def test_a_beginning_that_cannot_be_is_refused(options, message, run):
    assert_one_line(run("score", *options), message)
