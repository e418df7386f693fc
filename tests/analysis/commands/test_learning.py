"""train, and the net in score and sample: what they print, and one line for bad input."""

import json

import pytest

from analysis.net.forward import initial_weights
from analysis.net.optimum import optimum_nll
from analysis.net.training import train
from tests.analysis.conftest import assert_one_line

SEED = 2147483647


@pytest.fixture
def run_file(run, tmp_path):
    """Train as the options say: the file with what --json printed."""

    def run_file(*options, name="run.json"):
        status, out, _ = run("train", *options, "--json")
        assert status == 0
        (tmp_path / name).write_text(out, encoding="utf-8")
        return tmp_path / name

    return run_file


@pytest.fixture
def trained(run_file):
    """The file of the run whose names the video prints."""
    return run_file("--epochs", 300, "--lam", 0.01)


def test_train_has_the_keys_of_the_design(run_json):
    result = run_json("train", "--epochs", 3)
    assert list(result) == ["loss", "nll", "weights", "vocab", "final_loss", "final_nll", "optimum_nll"]
    assert (len(result["loss"]), len(result["nll"]), len(result["weights"]), len(result["vocab"])) == (3, 3, 27, 27)


def test_train_without_options_is_the_lectures_run(run_json):
    assert run_json("train") == run_json(
        "train", "--epochs", 200, "--learning-rate", 50, "--lam", 0, "--seed", SEED, "--init", "randn"
    )


def test_train_json_is_exact(names, run_json):
    ours = train(names.all, initial_weights("rand", 27, 5), epochs=4, learning_rate=10, lam=0.1)
    result = run_json("train", "--epochs", 4, "--learning-rate", 10, "--lam", 0.1, "--init", "rand", "--seed", 5)
    assert (result["loss"], result["weights"]) == (ours.loss, ours.weights.tolist())
    assert result["optimum_nll"] == optimum_nll(names.all, 0.1)


def test_train_for_people_prints_its_losses_and_the_best_net(run):
    status, out, _ = run("train", "--lam", 0.01)
    assert status == 0
    assert "3.768619" in out
    assert "the best net at this lambda has nll 2.460362" in out


def test_progress_goes_to_standard_error(run):
    _, out, err = run("train", "--epochs", 250, "--json")
    assert json.loads(out)["loss"]
    assert [line.split(":")[0] for line in err.splitlines()] == ["epoch 100", "epoch 200"]


def test_a_run_continued_is_one_longer_run(run_file, run_json):
    first = run_file("--epochs", 40, "--lam", 0.01)
    second = run_json("train", "--epochs", 60, "--lam", 0.01, "--init", first)
    whole = run_json("train", "--epochs", 100, "--lam", 0.01)
    assert json.loads(first.read_text())["loss"] + second["loss"] == whole["loss"]
    assert second["weights"] == whole["weights"]


def test_the_two_runs_of_a_gpu_and_the_names_from_them(run_file, run_json):
    # N1's runs: 200 epochs without a penalty, then 200 more with lam 0.01
    first = run_file("--init", "cuda", "--epochs", 200)
    second = run_file("--init", first, "--lam", 0.01, "--epochs", 200)
    drawn = run_json("sample", "--model", second, "--stream", "cuda", "--seed", 2147483642, "--n", 5)
    assert drawn == {"words": ["kana", "jallet", "aye", "jalia", "zia"]}


def test_the_net_is_trained_on_one_word_however_its_accents_are_typed(run_json, tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("caf\u00e9\nava\n", encoding="utf-8")
    options = ["train", "--epochs", 2, "--words", path, "--only"]
    assert run_json(*options, " cafe\u0301") == run_json(*options, "caf\u00e9")


def test_a_run_over_own_words_can_be_sampled_from(run_json, run_file, tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("zoë\naño\n", encoding="utf-8")
    file = run_file("--epochs", 20, "--words", path)
    assert len(run_json("sample", "--model", file, "--words", path, "--n", 3)["words"]) == 3


@pytest.mark.parametrize("rate", [400, 5000])
def test_a_run_that_diverges_is_printed_with_a_warning(rate, run):
    status, out, err = run("train", "--learning-rate", rate, "--lam", 1 if rate == 5000 else 0.01, "--json")
    result = json.loads(out)
    assert status == 0
    assert err.splitlines()[-1].startswith("warning: the run diverged: the loss went from ")
    assert ("was stopped after" in err) == (len(result["loss"]) < 200) == (rate == 5000)


def test_a_run_that_does_not_diverge_has_no_warning(run):
    assert run("train", "--epochs", 20, "--json")[2] == ""


@pytest.mark.parametrize("stream", ["lecture", "cpu"])
def test_sample_draws_from_a_file_what_it_draws_from_the_same_net_trained_now(stream, run_json, trained):
    drawn = run_json("sample", "--model", "neural", "--epochs", 300, "--lam", 0.01, "--stream", stream)
    assert run_json("sample", "--model", trained, "--stream", stream) == drawn


@pytest.mark.parametrize("command", ["sample", "compare"])
def test_the_seed_of_the_first_weights_is_that_of_the_names_unless_given(command, run_json):
    net = [command, "--epochs", 1, *(["--model", "neural"] if command == "sample" else [])]
    assert run_json(*net, "--seed", 3) == run_json(*net, "--seed", 3, "--init-seed", 3)
    assert run_json(*net, "--seed", 3) != run_json(*net, "--seed", 3, "--init-seed", 4)


def test_score_by_the_net_finds_no_pair_impossible(run_json, trained):
    (score,) = run_json("score", "andrejq", "--model", trained)
    assert list(score) == ["word", "nll", "log_likelihood", "letters"]
    assert 0 < score["letters"][6]["prob"] < 0.01


def test_every_command_with_a_net_skips_alike(run_json):
    weights = run_json("train", "--epochs", 0, "--skip", 220)["weights"]
    assert weights == initial_weights("randn", 27, SEED, skip=220).tolist()
    for command in (["sample", "--model", "neural"], ["compare"]):
        assert run_json(*command, "--epochs", 0, "--skip", 220) != run_json(*command, "--epochs", 0)


MIXED = {
    "smoothing with a net": (["sample", "--model", "neural", "--smoothing", "1"], "--smoothing is for --model counts"),
    "epochs with counts": (["sample", "--model", "counts", "--epochs", "3"], "--epochs: for --model neural only"),
    "more with counts": (["sample", "--lam", "1", "--init-seed", "2"], "--lam, --init-seed: for --model neural only"),
    "epochs with a file": (["sample", "--model", "x.json", "--epochs", "3"], "got --model x.json"),
    "skip with zeros": (["train", "--init", "zeros", "--skip", "1"], "--skip is for --init randn and rand, got --init"),
    "skip with counts": (["score", "ava", "--skip", "1"], "--skip: for --model neural only"),
}


@pytest.mark.parametrize(("arguments", "message"), MIXED.values(), ids=MIXED)
def test_options_that_do_not_go_together_are_one_line_and_exit_2(arguments, message, run):
    assert_one_line(run(*arguments), message)


@pytest.mark.parametrize(
    "arguments", [["train", "--seed"], ["compare", "--init-seed"], ["sample", "--model", "neural", "--init-seed"]]
)
@pytest.mark.parametrize("init", ["zeros", "a file"])
def test_a_seed_of_first_weights_that_are_not_random_is_refused(arguments, init, run, run_file):
    init = run_file("--epochs", 1) if init == "a file" else init
    message = f"--init-seed is for random first weights, got --init {init}"
    assert_one_line(run(*arguments, 3, "--init", init), message)


def test_a_loss_that_has_run_away_is_shown_with_its_size(run):
    _, out, _ = run("train", "--learning-rate", 1_000_000, "--lam", 1_000_000, "--epochs", 5)
    final = json.loads(run("train", "--learning-rate", 1_000_000, "--lam", 1_000_000, "--epochs", 5, "--json")[1])
    assert f" {final['final_loss']:.6g} " in out
    assert "e+" in out
    assert "…" not in out


def test_every_line_of_a_short_run_is_printed(run):
    rows = [line.split("│")[1].strip() for line in run("train", "--epochs", 12)[1].splitlines() if "│" in line]
    assert rows == [str(epoch) for epoch in range(13)]


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda text: text[:500], "got no complete JSON"),
        (lambda text: '{"words": ["mor"]}', "got JSON without loss"),
        (lambda text: text.replace('"z"', '"ß"'), "got one over another alphabet"),
    ],
    ids=["cut short", "not ours", "another alphabet"],
)
def test_a_file_that_is_no_run_of_ours_is_one_line_and_exit_2(spoil, message, run, run_file):
    file = run_file("--epochs", 1)
    file.write_text(spoil(file.read_text(encoding="utf-8")), encoding="utf-8")
    for ask in (["train", "--init"], ["compare", "--init"], ["sample", "--model"], ["score", "a", "--model"]):
        assert_one_line(run(*ask, file), message)


def test_a_run_that_cannot_take_a_single_step_is_shown_and_warned_of(tmp_path, run, run_json):
    path = tmp_path / "run.json"
    path.write_text(run("train", "--learning-rate", 5000, "--lam", 1, "--json")[1], encoding="utf-8")
    status, out, err = run("train", "--init", path, "--learning-rate", 5000, "--lam", 1, "--json")
    assert (status, json.loads(out)["loss"]) == (0, [])
    assert "warning: the run diverged" in err


def test_weights_whose_loss_is_infinite_are_refused(tmp_path, run):
    path = tmp_path / "run.json"
    path.write_text(run("train", "--learning-rate", 5000, "--lam", 1, "--json")[1], encoding="utf-8")
    assert_one_line(run("train", "--init", path, "--lam", 1e6), "loss of the first weights must be finite")


@pytest.mark.parametrize("lam", ["1e-20", "5e-324", "1e-12"])
def test_the_smallest_lambdas_have_an_optimum(lam, run_json):
    assert run_json("train", "--epochs", 1, "--lam", lam)["optimum_nll"] == pytest.approx(2.4540144892, abs=1e-9)


def test_an_empty_init_is_not_the_default(run):
    assert_one_line(run("sample", "--model", "neural", "--init", ""), "--init must be")
