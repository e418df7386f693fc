"""sample: the words, and the numbers that decided each letter."""

import pytest

from analysis.counts.smoothing import smoothed_probs
from analysis.samples.names import OWN_ROW, sample_many
from analysis.streams import STREAMS
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
