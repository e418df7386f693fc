"""languages: the figures of the library, and one line for what cannot be asked."""

import pytest

from analysis.counts.table_text import encode_table
from analysis.counts.word_list import load_list
from analysis.models.languages.classify import build_models, score_word_by_list
from analysis.models.languages.distances import compare_shared, measure_distances
from tests.analysis.conftest import assert_one_line


@pytest.fixture
def own(tmp_path):
    """A list in Cyrillic letters."""
    path = tmp_path / "own.txt"
    path.write_text("\n".join(["лев", "лена", "лада", "олег"] * 5), encoding="utf-8")
    return path


def tables(*keys):
    return {key: load_list(key).tables for key in keys}


def test_distances_are_of_all_lists_of_a_script_and_of_ones_own(run_json, own):
    printed = run_json("languages", "--script", "cyrillic")
    assert printed["lists"] == ["bg", "ru"]
    assert printed["words"] == [load_list("bg").summary.words, load_list("ru").summary.words]
    assert printed["distances"] == measure_distances(tables("bg", "ru")).tolist()
    beside = run_json("languages", "--words", own)
    assert beside["lists"] == ["bg", "ru", "own"]
    assert [row[:2] for row in beside["distances"][:2]] == [pytest.approx(row) for row in printed["distances"]]


def test_without_options_the_lists_of_latin_letters_are_compared(run_json, run):
    printed = run_json("languages")
    assert {"de", "fr", "tr"} <= set(printed["lists"])
    assert not {"ru", "names", "own"} & set(printed["lists"])
    place = {key: i for i, key in enumerate(printed["lists"])}
    assert f"{printed['distances'][place['da']][place['sv']]:.4f}" in run("languages")[1]


def test_chosen_lists_may_be_any(run_json):
    assert run_json("languages", "--lists", "de, names")["lists"] == ["de", "names"]


def test_a_pair_has_its_shared_letters_and_where_they_differ(run_json, run):
    printed = run_json("languages", "--pair", "de", "fr")
    shared = compare_shared(*tables("de", "fr").values())
    assert printed["distance"] == shared.distance
    assert printed["vocab"] == list(shared.vocab.itos)
    assert "ü" in printed["only"][0]
    assert "ç" in printed["only"][1]
    assert printed["counts"] == [shared.first.tolist(), shared.second.tolist()]
    assert list(printed["top"][0]) == ["pair", "first", "second", "bits"]
    assert printed["top"][0]["pair"] in run("languages", "--pair", "de", "fr")[1]


def test_a_word_is_scored_by_all_lists_of_its_script(run_json, run):
    printed = run_json("languages", "--word", "лена")
    scores = score_word_by_list(build_models(tables("bg", "ru"), 0.1), "лена")
    assert printed["lists"] == ["bg", "ru"]
    assert printed["log_likelihood"] == scores.log_likelihood.tolist()
    assert printed["posterior"] == scores.posteriors[:, -1].tolist()
    assert [letter["bigram"] for letter in printed["letters"]] == [".л", "ле", "ен", "на", "а."]
    assert sum(letter["logprob"][0] for letter in printed["letters"]) == pytest.approx(printed["log_likelihood"][0])
    assert f"{100 * max(printed['posterior']):.2f} %" in run("languages", "--word", "лена")[1]


def test_the_test_counts_held_out_words_of_each_list(run_json, run, own):
    printed = run_json("languages", "--test", "--words", own, "--smoothing", 1)
    assert printed["smoothing"] == 1
    assert [sum(row) for row in printed["confusions"]] == printed["words"] == [159, 40, 2]
    right = sum(printed["confusions"][i][i] for i in range(3))
    assert printed["accuracy"] == right / 201
    assert printed["mean_recall"] == pytest.approx(sum(printed["recalls"]) / 3)
    assert (
        f"accuracy {100 * right / 201:.2f} % of 201 words"
        in run(*["languages", "--test", "--words", own, "--smoothing", 1])[1]
    )


def test_ones_own_list_is_read_with_its_options(run_json, tmp_path):
    table = tmp_path / "own.csv"
    table.write_text("name;count\nЛев;3\nЛ.Е;1\n", encoding="utf-8")
    options = ["--words", table, "--column", "name", "--weights", "count", "--fold", "--boundary", "|"]
    printed = run_json("languages", "--pair", "ru", "own", *options)
    assert printed["vocab"] == [".", "в", "е", "л"]
    assert printed["only"][1] == ["."]
    assert printed["counts"][1][0] == [0, 0, 0, 4]


def test_a_built_in_list_and_a_table_are_compared_too(run_json, run):
    assert run_json("languages", "--corpus", "names")["lists"][-1] == "names"
    assert run_json("languages", "--corpus", "ru")["lists"] == ["bg", "ru"]
    table = encode_table(load_list("ru").tables.vocab, load_list("ru").tables.all)
    printed = run_json("languages", "--table", table)
    assert printed["lists"] == ["bg", "ru", "own"]
    assert printed["distances"][1][2] == 0
    assert run_json("languages", "--test", "--table", table)["lists"] == ["bg", "ru"]
    assert "left out: own" in run("languages", "--test", "--table", table)[2]
    assert_one_line(
        run("languages", "--test", "--table", table, "--lists", "ru,own"),
        "--test holds words out, so it needs two lists with words or more, got ru and the table own",
    )


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--word", "a", "--test"], "give only one of --pair, --word, --test, got --word, --test"),
        (["--script", "Latin", "--lists", "de,fr"], "give --script or --lists, not both"),
        (["--pair", "de", "fr", "--script", "Latin"], "--pair names its two lists"),
        (["--pair", "de", "tea"], "or own with --words, got tea"),
        (["--pair", "de", "own"], "or own with --words, got own"),
        (["--pair", "de", "de"], "expected two different lists or more, got de, de"),
        (["--lists", "de"], "expected two different lists or more, got de"),
        (["--script", "Greek"], "got Greek, with el"),
        (["--smoothing", "1"], "--smoothing is for --word and --test"),
        (["--test", "--smoothing", "0"], "--smoothing must be above 0 here"),
        (["--test", "--smoothing", "x"], "--smoothing must be a number from 0 to 1,000,000, got x"),
        (["--corpus", "tea"], "--corpus must be one of"),
        (["--fold", "--alphabet", "x"], "--fold, --alphabet: only for the files of --words, got none"),
        (["--word", " "], "--word must be a word with at least one letter, got nothing"),
        (["--word", "Лена"], "letter 'Л' is in none of the lists bg, ru, but 'л' is"),
        (["--word", "日本"], "got CJK, with no list"),
    ],
)
def test_what_cannot_be_asked_is_one_line(options, problem, run):
    assert_one_line(run("languages", *options), problem)
