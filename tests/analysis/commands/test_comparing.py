"""compare: the counted model beside the net, its numbers, its names, and words scored by both."""

import pytest

from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import count_tables
from analysis.counts.word_list import list_of_words, load_list
from analysis.models.comparison import compare_models, compare_with_net
from analysis.models.likelihood import mean_nll
from analysis.models.mean import MeanModel
from analysis.models.net import NetModel
from analysis.models.ngrams.choose import NgramName
from analysis.models.table import CountedModel
from analysis.models.trained.files import read_run, shipped_path
from analysis.net.distance import kl, largest_difference, matching_lam, matching_smoothing
from analysis.net.forward import initial_weights, net_probs
from analysis.net.training import train
from analysis.samples.names import sample_words
from analysis.samples.paired import paired_samples
from analysis.settings.pins import Comparison, write_pin
from analysis.streams import open_stream
from analysis.words.split import split_words
from tests.analysis.conftest import assert_one_line

SEED = 2147483647
WEIGHTED = {word: 1 + i for i, word in enumerate(["a", "abc", "cab", "cc", "b", "ba", "abca", "bb", "ac", "cb"])}
TABLE = "1yV_XR2PSM2ZkYGRkZGBiZGJgAgA"  # of ab and b, as bigrams --link prints it
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
    compared = compare_models(names, (first, nets[0]), (of_train, nets[1]), load_list())
    assert result["kl"] == compared.kl
    expected = {key.replace("counts", "first"): getattr(compared, key) for key in NLLS}
    assert {key: result[key] for key in expected} == expected
    assert result["words_first"] == sample_words(first, names.vocab, 3, open_stream("lecture", SEED))
    assert [list(word) for word in result["words"]] == [["first", "neural"]]
    assert "matching_smoothing" not in result


def test_any_two_models_are_compared(run_json, names, words):
    arguments = ["compare", "--model", "kn:2", "--model", "wb:1+counts", "--n", 3, "--word", "emma"]
    result = run_json(*arguments)
    parts = [words, split_words(words).train]
    ones = [NgramName("kn", 2).count(part, names.vocab) for part in parts]
    others = [
        MeanModel([NgramName("wb", 1).count(part, names.vocab), CountedModel(counts, 0)])
        for part, counts in zip(parts, (names.all, names.train), strict=True)
    ]
    compared = compare_models(names, (ones[0], others[0]), (ones[1], others[1]), load_list())
    expected = {key.replace("counts", "first").replace("neural", "second"): getattr(compared, key) for key in NLLS}
    assert {key: result[key] for key in expected} == expected
    pairs = paired_samples(ones[0], others[0], names.vocab, 3, "lecture", SEED)
    assert result["aligned"] == [[pair.first, pair.second, pair.differs] for pair in pairs]
    assert [list(both) for both in result["words"]] == [["first", "second"]]


def test_people_see_both_names_and_the_longer_context_of_a_word(run):
    _, out, _ = run("compare", "--model", "counts", "--model", "kn:3", "--smoothing", 1, "--n", 2, "--word", "emma")
    assert "kl of the counted model (smoothing 1) to kn:3: " in out
    assert "│ .emm    │" in out
    assert " by counts, " in out


def test_smoothing_and_a_nets_options_are_for_the_last_model_that_takes_them(run_json, run, names):
    twice = run_json("compare", "--model", "counts", "--model", "counts", "--smoothing", 3, "--n", 1)
    assert (twice["nll_first"], twice["nll_second"]) == tuple(
        CountedModel(names.all, fake).nll_of_counts(names.all) for fake in (0, 3)
    )
    first = run_json("compare", "--model", "neural", "--model", "counts", "--epochs", 2, "--n", 1)
    assert first["nll_first"] == run_json("compare", "--epochs", 2, "--n", 1)["nll_neural"]
    refused = run("compare", "--model", "kn:1", "--model", "kn:2", "--epochs", 2)
    assert_one_line(refused, "--epochs: for --model neural only, got --model kn:1")


def test_a_net_trained_before_is_told_and_has_no_held_out_nll_on_other_words(run, run_json, words, tmp_path):
    options = ["compare", "--model", "mlp", "--model", "counts", "--n", 1]
    record, _ = read_run(shipped_path("mlp"))
    assert run_json(*options)["dev_nll_first"] == pytest.approx(record.dev_nll, abs=1e-9)
    own = tmp_path / "own.txt"
    own.write_text("\n".join(words[:1000]))
    other = run_json(*options, "--words", own)
    assert (other["train_nll_first"], other["dev_nll_first"]) == (None, None)
    assert other["nll_first"] > 0
    assert (
        "mlp uses weights that were trained before: they are the same in all three rows"
        in run(*options, "--words", own)[1]
    )


def test_words_with_weights_count_as_often_as_they_occur(run_json, tmp_path):
    file = tmp_path / "own.txt"
    file.write_text("".join(f"{word} {times}\n" for word, times in WEIGHTED.items()))
    result = run_json("compare", "--model", "kn:1", "--model", "wb:1", "--words", file, "--weights", "--n", 1)
    listed = list_of_words(list(WEIGHTED), weights=list(WEIGHTED.values()))
    first, second = (NgramName(one, 1).count(listed.words, listed.tables.vocab, listed.weights) for one in ("kn", "wb"))
    compared = compare_models(listed.tables, (first, second), listed=listed)
    assert (result["kl"], result["nll_first"]) == (compared.kl, compared.nll_counts)
    weights = split_words(listed.weights)
    train = NgramName("kn", 1).count(split_words(listed.words).train, listed.tables.vocab, weights.train)
    dev = mean_nll(split_words(listed.words).dev, listed.tables.vocab, train, weights.dev)
    assert result["dev_nll_first"] == dev


def test_more_letters_than_a_train_word_has_give_no_held_out_nll(run_json, tmp_path):
    file = tmp_path / "own.txt"
    file.write_text("\n".join([*WEIGHTED, "abcabc"]))
    assert "abcabc" not in split_words([*WEIGHTED, "abcabc"]).train
    result = run_json("compare", "--model", "kn:6", "--model", "kn:4", "--words", file, "--n", 1)
    assert (result["nll_first"] > 0, result["train_nll_first"], result["dev_nll_first"]) == (True, None, None)
    assert result["train_nll_second"] > 0


def test_what_cannot_be_compared_is_one_line(run, tmp_path):
    for models, message in {
        ("kn:1",): "--model kn:1 needs whole words, and a table of counts has none",
        ("counts", "counts", "counts"): "--model: expected one or two models, got 3",
        ("kn:1", "gru"): "--model kn:1 needs whole words",
        ("counts", "counts+"): "or ladder train, got nothing",
        ("gru",): "gru.safetensors: expected a model over .ab, got one over .abcdefghijklmnopqrstuvwxyz",
    }.items():
        named = [text for model in models for text in ("--model", model)]
        assert_one_line(run("compare", *named, "--table", TABLE), message)
    alphabet = ["--alphabet", "cdefghijklmnopqrstuvwxyz"]
    message = f"without whole words, only two bigram models can be compared, got --table {TABLE}"
    assert_one_line(run("compare", "--model", "mlp", "--model", "counts", "--table", TABLE, *alphabet), message)
