"""ladder train: a run from the command line, stopped and continued, and its file as a model of other commands."""

import signal

import pytest
from safetensors import safe_open
from safetensors.torch import load_file, save_file

from analysis.models.trained.files import read_run
from analysis.models.trained.runs import Run
from tests.analysis.conftest import assert_one_line

WORDS = ["a", "abc", "cab", "cc", "b", "ba", "abca", "bb", "ac", "cb"]


@pytest.fixture
def own(tmp_path):
    """The options of a short run on ten words."""
    file = tmp_path / "own.txt"
    file.write_text("\n".join(WORDS))
    return ["--words", file]


@pytest.fixture
def out(tmp_path):
    return tmp_path / "mlp.safetensors"


def test_a_run_writes_its_file_and_says_how_good_it_is(own, out, run, monkeypatch):
    monkeypatch.setattr("sys.argv", ["analysis", "ladder", "train", "mlp", "--steps", "3"])
    status, printed, err = run("ladder", "train", "mlp", "--steps", 3, "--out", out, *own)
    record, _ = read_run(out)
    assert status == 0
    assert f"mlp: 3 steps in {record.seconds:,.0f} s of the processor, written to {out}" in printed
    assert f"dev {record.dev_nll:.4f}, test {record.test_nll:.4f} nats per character" in printed
    assert err.startswith("step 3 of 3: loss ")
    assert record.command == "python -m analysis ladder train mlp --steps 3"


def test_the_record_is_printed_as_json(own, out, run_json):
    printed = run_json("ladder", "train", "gru", "--steps", 2, "--seed", 5, "--dropout", 0.1, "--out", out, *own)
    assert printed["sizes"] == {"k": 5}  # the longest of the train words, and its beginning
    assert (printed["done"], printed["seed"], printed["recipe"]["dropout"]) == (2, 5, 0.1)


def test_ctrl_c_keeps_the_steps_that_were_taken_and_resume_goes_on(own, out, run, monkeypatch):
    take = Run.step

    def step(self):
        if self.record.done == 2:
            signal.raise_signal(signal.SIGINT)
        return take(self)

    arguments = ["ladder", "train", "mlp", "--steps", 6, "--out", out, *own]
    monkeypatch.setattr(Run, "step", step)
    status, _, err = run(*arguments)
    assert (status, read_run(out)[0].done) == (130, 3)
    assert err.endswith("stopped after 3 of 6 steps; the same command with --resume goes on\n")
    monkeypatch.undo()
    assert run(*arguments, "--resume")[0] == 0
    assert read_run(out)[0].finished
    assert_one_line(run(*arguments, "--resume"), "expected a run to continue, got one with all its 6 steps")


def test_the_file_is_a_model_of_score_sample_compare_and_ladder(own, out, run, run_json):
    run("ladder", "train", "mlp", "--steps", 2, "--out", out, *own)
    assert run_json("score", "ab", "--model", out, *own)[0]["letters"][0]["context"] == "..."
    assert len(run_json("sample", "--model", out, "--n", 2, *own)["words"]) == 2
    assert "nll_first" in run_json("compare", "--model", out, "--epochs", 1, "--n", 1, *own)
    rung = run_json("ladder", "--k", 0, "--trained", out, *own)[-1]
    record, tensors = read_run(out)
    assert (rung["name"], rung["letters"], rung["dev_nll"]) == (str(out), 3, record.dev_nll)
    assert rung["numbers"] == sum(one.numel() for one in tensors.values())


def test_a_file_of_another_shape_is_refused_by_its_name(own, out, run):
    run("ladder", "train", "mlp", "--steps", 2, "--out", out, *own)
    with safe_open(out, framework="pt") as file:
        metadata = file.metadata()
    save_file({name: one[:-1].contiguous() for name, one in load_file(out).items()}, out, metadata)
    assert_one_line(run("ladder", "--k", 0, "--trained", out, *own), f"{out}: expected the weights of mlp")


def test_a_file_of_other_words_is_not_a_rung_and_not_a_model(own, out, run, tmp_path):
    run("ladder", "train", "mlp", "--steps", 2, "--out", out, *own)
    other = tmp_path / "other.txt"
    other.write_text("\n".join(word.replace("a", "d") for word in WORDS))
    status, _, err = run("ladder", "--k", 0, "--trained", out, "--words", other)
    assert status == 2
    assert "expected a model trained on the train words of this list, got one of another list" in err
    assert_one_line(
        run("score", "d", "--model", out, "--words", other), "expected a model over .bcd, got one over .abc"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["tea", "--out", "a.safetensors"], "MODEL must be one of mlp, cnn, rnn, gru, transformer, got tea"),
        (["mlp", "--out", "a.txt"], "--out must be a file name that ends in .safetensors, got a.txt"),
        (["mlp", "--out", "no/a.safetensors"], "--out must be a file in a folder that is there, got no/a.safetensors"),
        (["mlp", "--out", "a.safetensors", "--steps", "0"], "--steps must be a whole number from 1 to"),
        (["mlp", "--out", "a.safetensors", "--rate", "2"], "--rate must be a number from"),
        (["mlp", "--out", "a.safetensors", "--resume"], "a.safetensors: cannot be read"),
        (["mlp"], "--out"),
        ([], "MODEL"),
    ],
)
def test_what_cannot_be_trained_is_one_line(arguments, message, own, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert_one_line(run("ladder", "train", *arguments, *own), message)


def test_a_file_that_exists_is_not_overwritten(own, out, run):
    out.write_text("mine")
    assert_one_line(run("ladder", "train", "mlp", "--out", out, *own), "--out must be a new file")
    assert out.read_text() == "mine"


def test_three_words_are_refused(out, run, tmp_path):
    few = tmp_path / "few.txt"
    few.write_text("a\nb\nc\n")
    assert_one_line(run("ladder", "train", "mlp", "--out", out, "--words", few), "expected 10 words or more")


def test_a_net_is_trained_on_words_with_weights_and_is_a_rung_of_this_list_alone(out, run, run_json, tmp_path):
    file = tmp_path / "own.txt"
    file.write_text("".join(f"{word} {i + 1}\n" for i, word in enumerate(WORDS)))
    weighted = ["--words", file, "--weights"]
    trained = run_json("ladder", "train", "mlp", "--steps", 2, "--out", out, *weighted)
    rungs = run_json("ladder", "--k", 1, "--trained", out, "--mean", "kn:1+kn:1", *weighted)
    assert rungs[-2]["dev_nll"] == trained["dev_nll"]
    alone = next(rung for rung in rungs if rung["name"] == "kn:1")
    for key in ("train_nll", "dev_nll", "test_nll"):
        assert rungs[-1][key] == pytest.approx(alone[key], abs=1e-12)
    refused = run("ladder", "--k", 1, "--trained", out, "--words", file, "--column", 1)
    assert_one_line(refused, "expected a model trained on the train words of this list, got one of another list")


def test_the_help_shows_what_each_model_has_by_default(run):
    text = " ".join(run("ladder", "train", "--help")[1].split())
    assert "[default: 4000 for mlp, cnn, rnn, gru; 6000 for transformer]" in text
    assert "[default: 0.01 for mlp; 0.004 for cnn; 0.005 for rnn, gru; 0.003 for transformer]" in text
    assert "[default: 0 for mlp, rnn, gru; 0.2 for cnn, transformer]" in text


def test_options_before_train_are_refused(own, out, run):
    assert_one_line(run("ladder", *own, "train", "mlp", "--out", out), "ladder train: expected its options after it")


def test_a_mean_is_a_model_and_a_rung(run, run_json, own):
    mean, *apart = (run_json("score", "ab", "--model", name, *own)[0] for name in ("kn:1+kn:2", "kn:1", "kn:2"))
    for letter, *both in zip(mean["letters"], *(one["letters"] for one in apart), strict=True):
        assert letter["prob"] == pytest.approx(sum(one["prob"] for one in both) / 2)
    rung = run_json("ladder", "--k", 0, "--mean", "kn:1+kn:2", *own)[-1]
    assert (rung["name"], rung["letters"]) == ("kn:1+kn:2", 2)
    for bad, message in {
        "kn:1+tea": "a mean is of mlp, cnn, rnn, gru, transformer and models such as kn:5, joined by +, got 'tea'",
        "kn:1+gru": "expected a model over .abc, got one over .abcdefghijklmnopqrstuvwxyz",
    }.items():
        status, _, err = run("ladder", "--k", 0, "--mean", bad, *own)
        assert (status, message in err) == (2, True)
    assert_one_line(run("score", "ab", "--model", "kn:1+tea", *own), "--model must be counts")
