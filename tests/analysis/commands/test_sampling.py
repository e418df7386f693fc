"""sample: the words, and the numbers that decided each letter."""

import pytest

from analysis.counts.smoothing import smoothed_probs
from analysis.models.ngrams.choose import NgramName
from analysis.samples.names import OWN_ROW, sample_many, sample_words
from analysis.streams import STREAMS, open_stream
from analysis.streams.numbers import uniform_rows


def test_sample_gives_the_names_of_the_video(run_json):
    names = run_json("sample", "--n", 5, "--smoothing", 1)
    assert names == {"words": ["mor", "axx", "minaymoryles", "kondlaisah", "anchshizarie"]}


def test_sample_prints_one_word_a_line(run):
    assert run("sample", "--n", 2)[1] == "mor\naxx\n"


def test_own_rows_give_the_words_of_sample_many(names, run_json):
    drawn = run_json("sample", "--n", 8, "--smoothing", 20, "--own-rows")["words"]
    assert drawn == sample_many(smoothed_probs(names.all, 20.0), names.vocab, uniform_rows(2147483647, 8, OWN_ROW))


@pytest.mark.parametrize("stream", STREAMS)
def test_steps_spell_the_words(stream, run_json):
    result = run_json("sample", "--n", 3, "--stream", stream, "--smoothing", 1, "--steps")
    for number, word in enumerate(result["words"], start=1):
        assert "".join(step["next"] for step in result["steps"] if step["word"] == number) == word + "."
        assert "".join(step["previous"] for step in result["steps"] if step["word"] == number) == "." + word


def test_steps_of_the_lecture_say_u_and_what_it_lies_between(run_json):
    step = run_json("sample", "--n", 1, "--smoothing", 1, "--steps")["steps"][2]
    assert list(step) == ["word", "previous", "next", "prob", "u", "low", "high"]
    assert (step["previous"], step["next"]) == ("o", "r")
    assert [round(step[key], 4) for key in ("u", "low", "high")] == [0.7236, 0.6914, 0.8245]


def test_people_see_the_numbers_of_a_step(run):
    cells = [line.split("│")[1:-1] for line in run("sample", "--n", 1, "--smoothing", 1, "--steps")[1].splitlines()]
    rows = [[cell.strip() for cell in row] for row in cells if row]
    assert rows[-1] == ["r.", "0.1083", "0.0580", "0.0000 to 0.1083"]
    raced = run("sample", "--n", 1, "--stream", "mkl", "--steps")[1]
    assert [cell.strip() for cell in raced.splitlines()[7].split("│")[1:-1]] == [
        *["ni", "0.0941", "0.9640", "0.0366", "2.5691"],
        *["n", "1.1546"],
    ]


def test_steps_of_a_race_say_who_won_and_who_was_second(run_json):
    step = run_json("sample", "--n", 1, "--stream", "mkl", "--steps")["steps"][3]
    assert list(step) == ["word", "previous", "next", "prob", "winner", "runner_up"]
    assert {key: round(number, 4) for key, number in step["winner"].items() if key != "next"} == {
        "u": 0.9640,
        "e": 0.0366,
        "ratio": 2.5691,
    }
    assert (step["winner"]["next"], step["runner_up"]["next"]) == ("i", "n")


@pytest.mark.parametrize(("stream", "column"), [("lecture", " u "), ("cuda", " p / e "), ("torch", " p ")])
def test_people_see_each_draw_in_a_table(stream, column, run):
    status, out, _ = run("sample", "--n", 2, "--stream", stream, "--steps")
    assert status == 0
    assert out.count(column) >= 2


def test_without_steps_nothing_of_them_is_printed(run_json):
    assert list(run_json("sample", "--n", 1)) == ["words"]


def test_wanted_words_are_those_of_the_sample_that_fit(run_json):
    plain = run_json("sample", "--n", 40, "--smoothing", 1)["words"]
    fitting = [word for word in plain if 4 <= len(word) <= 6]
    made = run_json("sample", "--n", len(fitting), "--smoothing", 1, "--min", 4, "--max", 6)
    assert made["words"] == fitting
    assert made["tries"] == plain.index(fitting[-1]) + 1


def test_new_words_are_not_in_the_list(run, run_json, tmp_path):
    own = tmp_path / "own.txt"
    own.write_text("ab\nabab\nb\nba\n")
    words = run_json("sample", "--words", own, "--n", 50, "--new", "--start", "a", "--max", 5)["words"]
    assert set(words) == {"a", "aba", "ababa"}
    status, out, err = run("sample", "--words", own, "--n", 3, "--new", "--min", 4, "--max", 4, "--start", "abab")
    assert (status, out) == (0, "")
    assert err == "warning: none found: the model never makes such a word\n"


def test_temperature_changes_the_words_of_counts_and_net_and_1_does_not(run_json):
    plain = run_json("sample", "--n", 5)
    assert run_json("sample", "--n", 5, "--temperature", 1) == plain
    assert run_json("sample", "--n", 3, "--temperature", 0.01)["words"] == ["a"] * 3  # .a and a. are the likeliest
    assert run_json("sample", "--n", 3, "--temperature", 0.01, "--model", "neural")["words"] == ["a"] * 3


def test_sorted_words_have_their_nll_of_the_model_without_temperature(run, run_json):
    options = ["--n", 8, "--smoothing", 1, "--temperature", 2]
    drawn, by_nll = (run_json("sample", *options, "--sort", sort) for sort in ("drawn", "nll"))
    assert drawn["words"] == run_json("sample", *options)["words"]
    assert by_nll["nll"] == sorted(drawn["nll"])
    scored = run_json("score", "--smoothing", 1, *by_nll["words"])
    assert [one["nll"] for one in scored] == pytest.approx(by_nll["nll"])
    assert f"{by_nll['nll'][0]:.4f}" in run("sample", *options, "--sort", "nll")[1]


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--new", "--steps"], "--new: for words of one running stream, got --steps"),
        (["--min", "3", "--max", "4", "--own-rows"], "--min, --max: for words of one running stream, got --own-rows"),
        (["--sort", "nll", "--steps"], "--sort orders words, and --steps shows draws, got both"),
        (["--sort", "tea"], "--sort must be one of drawn, nll, got tea"),
        (["--temperature", "0"], "--temperature must be a number from 0.01 to 100, got 0"),
        (["--min", "x"], "--min must be a whole number from 0 to 1,000, got x"),
        (["--start", " "], "--start must have at least one letter, got none"),
        (["--start", "Em"], "letter 'E' is not in the vocabulary .abcdefghijklmnopqrstuvwxyz, but 'e' is"),
    ],
)
def test_wrong_wishes_are_one_line(options, problem, run):
    status, out, err = run("sample", *options)
    assert (status, out, err) == (2, "", f"error: {problem}\n")


def test_new_words_need_the_words_of_the_list(run, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("previous\\next,.,a\n.,0,2\na,2,1\n")
    problem = "--new needs whole words, and a table of counts has none"
    assert run("sample", "--counts", table, "--new") == (2, "", f"error: {problem}\n")


@pytest.mark.parametrize("stream", ["lecture", "cpu"])
def test_words_of_longer_contexts_are_drawn_from_the_same_streams(stream, names, words, run_json):
    model = NgramName("kn", 3).count(words, names.vocab)
    expected = sample_words(model, names.vocab, 5, open_stream(stream, 3))
    given = ["--model", "kn:3", "--n", 5, "--seed", 3, "--stream", stream]
    assert run_json("sample", *given)["words"] == run_json("sample", *given, "--steps")["words"] == expected


def test_additive_with_one_letter_draws_the_words_of_the_counts(run_json):
    for options in (["--own-rows"], ["--temperature", 0.5], ["--new", "--sort", "nll"], ["--start", "el"]):
        drawn = [run_json("sample", *options, "--model", model) for model in ("counts", "add:1")]
        assert drawn[0]["words"] == drawn[1]["words"]
