"""compare: the counted model beside the net, its numbers, its names, and words scored by both."""

import pytest

from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import count_tables
from analysis.models.comparison import compare_models, compare_with_net
from analysis.models.net import NetModel
from analysis.models.ngrams.choose import NgramName
from analysis.net.distance import kl, largest_difference, matching_lam, matching_smoothing
from analysis.net.forward import initial_weights, net_probs
from analysis.net.training import train
from analysis.samples.names import sample_words
from analysis.settings.pins import Comparison, write_pin
from analysis.streams import open_stream
from analysis.words.split import split_words
from tests.analysis.conftest import assert_one_line

SEED = 2147483647
TABLE = "1yV_XR2PSM2ZkYGRkZGBiZGJgAgA"  # of ab and b, as bigrams --link prints it
VIDEO = ["mor", "axx", "minaymoryles", "kondlaisah", "anchthizarie"]
NLLS = [f"{part}nll_{model}" for part in ("", "train_", "dev_") for model in ("counts", "neural")]
KEYS = [
    *("kl", "kl_rows", "max_abs_diff", "max_abs_diff_pair", "matching_smoothing", "matching_lam", *NLLS),
    *("words_counts", "words_neural", "aligned", "same", "figures_counts", "figures_neural"),
]


def test_compare_has_the_keys_of_the_design(run_json):
    result = run_json("compare", "--epochs", 3, "--n", 4)
    assert list(result) == KEYS
    assert [len(result[key]) for key in ("kl_rows", "words_counts", "words_neural", "aligned")] == [27, 4, 4, 4]
    assert list(run_json("compare", "--epochs", 0, "--word", "emma")) == [*KEYS, "words"]


def test_compare_gives_the_names_of_the_video_for_both_models(run_json):
    result = run_json("compare", "--epochs", 300, "--lam", 0.01, "--n", 5)
    assert result["words_counts"] == [*VIDEO[:4], "anchshizarie"]
    assert result["words_neural"] == VIDEO


def test_compare_json_is_exact(names, run_json):
    result = run_json("compare", "--epochs", 30, "--lam", 0.1, "--smoothing", 2)
    net = net_probs(train(names.all, initial_weights("randn", 27, SEED), epochs=30, learning_rate=50, lam=0.1).weights)
    counted = smoothed_probs(names.all, 2)
    assert (result["kl"], result["max_abs_diff"]) == (kl(names.all, counted, net), largest_difference(counted, net)[0])
    assert result["matching_smoothing"] == matching_smoothing(names.all, net).smoothing
    assert result["matching_lam"] == matching_lam(names.all, counted).lam


def test_compare_for_people_names_the_pair_that_differs_most(names, run):
    _, out, _ = run("compare", "--n", 3)
    net = net_probs(train(names.all, initial_weights("randn", 27, SEED), epochs=200, learning_rate=50, lam=0).weights)
    difference = largest_difference(smoothed_probs(names.all, 0), net)
    pair = "".join(names.vocab.itos[i] for i in difference[1:])
    assert f"largest difference of a probability: {difference.size:.4f}, at {pair}" in out


def test_train_and_dev_are_scored_by_models_of_the_train_words_alone(names, run_json):
    first = initial_weights("randn", 27, SEED)
    learned, of_train = (
        train(counts, first, epochs=30, learning_rate=50, lam=0).weights for counts in (names.all, names.train)
    )
    beside, result = compare_with_net(names, 0.0, learned, of_train), run_json("compare", "--epochs", 30)
    assert {key: result[key] for key in NLLS} == {key: getattr(beside, key) for key in NLLS} | {"dev_nll_counts": "inf"}


def test_one_letter_that_differs_moves_no_later_name(run_json):
    result = run_json("compare", "--epochs", 300, "--lam", 0.01, "--n", 10)
    assert result["aligned"][3:5] == [["kondlaisah", "kondlaisah", None], ["anchshizarie", "anchthizarie", 4]]
    assert [one for one, _, _ in result["aligned"]] == result["words_counts"]
    assert result["same"] == sum(at is None for *_, at in result["aligned"])


def test_how_many_names_are_real_is_told_where_the_words_are_here(words, run_json, monkeypatch):
    options = ["compare", "--epochs", 20, "--n", 40, "--seed", 1]
    result = run_json(*options)
    assert result["figures_counts"]["real"] == sum(word in words for word in result["words_counts"]) == 5
    monkeypatch.setattr("analysis.counts.word_list.has_words", lambda key: False)
    assert run_json(*options)["figures_counts"]["real"] is None


def test_words_are_scored_by_both(run_json):
    emma, q = run_json("compare", "--epochs", 20, "--smoothing", 1, "--word", "emma", "--word", "q")["words"]
    (counted,) = run_json("score", "emma", "--smoothing", 1)
    (learned,) = run_json("score", "emma", "--model", "neural", "--epochs", 20)
    assert emma == {"counts": counted, "neural": learned}
    assert q["counts"]["word"] == "q"


def test_a_pinned_run_is_what_its_options_print(run_json):
    run = Comparison(smoothing=1, epochs=20, lam=0.01, init="cuda", init_seed=2**64 - 1, stream="cpu", seed=7, n=5)
    assert run_json("compare", *write_pin(run).split()) == run_json(
        *("compare", "--smoothing", 1, "--epochs", 20, "--lam", 0.01, "--init", "cuda", "--init-seed", 2**64 - 1),
        *("--stream", "cpu", "--seed", 7, "--n", 5),
    )


def test_own_words_without_a_dev_part_are_compared(tmp_path, run, run_json):
    path = tmp_path / "own.txt"
    path.write_text("zo\u00eb\na\u00f1o\n", encoding="utf-8")
    result = run_json("compare", "--epochs", 20, "--learning-rate", 5, "--words", path, "--n", 3)
    assert (result["dev_nll_counts"], result["dev_nll_neural"]) == (None, None)
    assert result["train_nll_neural"] > result["train_nll_counts"]
    assert len(result["kl_rows"]) == len(count_tables(["zo\u00eb", "a\u00f1o"]).vocab)
    assert result["figures_counts"]["real"] == sum(word in ("zo\u00eb", "a\u00f1o") for word in result["words_counts"])
    assert "dev, fitted on train   \u2502        - \u2502        - \u2502" in run("compare", "--words", path)[1]


@pytest.mark.parametrize("how", ["one word", "a file"])
def test_a_net_that_saw_other_words_than_train_has_no_held_out_nll(how, tmp_path, run, run_json):
    options = ["--only", "emma"]
    if how == "a file":
        (tmp_path / "run.json").write_text(run("train", "--epochs", 3, "--json")[1], encoding="utf-8")
        options = ["--init", tmp_path / "run.json"]
    result = run_json("compare", "--epochs", 3, *options)
    assert (result["train_nll_neural"], result["dev_nll_neural"]) == (None, None)
    assert result["train_nll_counts"] > 0


def test_what_people_read_stays_within_80_columns(run, monkeypatch):
    monkeypatch.setattr("analysis.commands.printing.out.width", 80)
    _, out, _ = run("compare", "--epochs", 3, "--smoothing", 0.123456, "--seed", 2**64 - 1, "--word", "mississippi")
    assert max(map(len, out.splitlines())) <= 80
    assert "nearest lambda, trained to its end: " in out


def test_a_word_with_a_letter_that_is_not_in_the_list_is_one_line(run):
    assert_one_line(run("compare", "--epochs", 0, "--word", "zo\u00eb"), "letter '\u00eb' is not in the vocabulary")


def test_another_model_beside_the_net_is_compared_over_the_words(run_json, names, words):
    result = run_json("compare", "--model", "kn:2", "--epochs", 3, "--n", 3, "--word", "emma")
    first, of_train = (NgramName("kn", 2).count(some, names.vocab) for some in (words, split_words(words).train))
    init = initial_weights("randn", 27, SEED)
    nets = [NetModel(train(x, init, epochs=3, learning_rate=50, lam=0).weights) for x in (names.all, names.train)]
    compared = compare_models(names.vocab, words, (first, nets[0]), (of_train, nets[1]))
    assert result["kl"] == compared.kl
    expected = {key.replace("counts", "first"): getattr(compared, key) for key in NLLS}
    assert {key: result[key] for key in expected} == expected
    assert result["words_first"] == sample_words(first, names.vocab, 3, open_stream("lecture", SEED))
    assert "matching_smoothing" not in result


def test_a_table_or_weights_cannot_be_compared_with_longer_contexts(run, tmp_path):
    file = tmp_path / "own.txt"
    file.write_text("ab 3\nb 1\n")
    weighted = ["--words", file, "--weights"]
    for given, got in ((["--table", TABLE], "a table of counts"), (weighted, "words with --weights")):
        message = f"--model kn:1 is compared with the net over single words, got {got}"
        assert_one_line(run("compare", "--model", "kn:1", *given), message)
