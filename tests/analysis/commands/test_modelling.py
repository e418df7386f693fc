"""score, smooth and sample: what they print."""

import math

import pytest

from analysis.counts.smoothing import smoothed_probs
from analysis.samples.names import OWN_ROW, sample_many
from analysis.streams import STREAMS
from analysis.streams.numbers import uniform_rows
from tests.analysis.conftest import assert_one_line


def test_score_prints_inf_for_andrejq_and_names_the_pair_to_blame(run):
    status, out, _ = run("score", "emma", "andrejq", "--smoothing", 0)
    assert status == 0
    assert "mean nll 2.5138 nats per character" in out
    assert "mean nll inf" in out
    assert "impossible because of jq" in out


def test_score_with_smoothing_1_prints_3_4834(run):
    assert "mean nll 3.4834" in run("score", "andrejq", "--smoothing", 1)[1]


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
    assert list(result) == ["smoothing", "nll", "perplexity", "entropy", "train_nll", "dev_nll"]
    assert result["nll"] == pytest.approx(2.454576820115704, abs=1e-12)
    assert result["perplexity"] == pytest.approx(math.exp(result["nll"]), rel=1e-15)
    assert len(result["entropy"]) == 27
    assert (round(result["train_nll"], 7), round(result["dev_nll"], 7)) == (2.4548369, 2.4532639)


def test_smooth_dev_at_0_is_infinite(run_json):
    assert run_json("smooth", "--smoothing", 0, "--dev")[0]["dev_nll"] == "inf"


def test_sample_gives_the_names_of_the_video(run_json):
    names = run_json("sample", "--n", 5, "--smoothing", 1)
    assert names == {"words": ["mor", "axx", "minaymoryles", "kondlaisah", "anchshizarie"]}


def test_sample_prints_one_word_a_line(run):
    assert run("sample", "--n", 2)[1] == "mor\naxx\n"


def test_score_takes_an_accent_however_it_is_typed(tmp_path, run):
    path = tmp_path / "words.txt"
    path.write_text("caf\u00e9", encoding="utf-8")
    assert run("score", "cafe\u0301", "--words", path)[0] == 0


def test_own_rows_give_the_words_of_sample_many(names, run_json):
    drawn = run_json("sample", "--n", 8, "--smoothing", 20, "--own-rows")["words"]
    assert drawn == sample_many(smoothed_probs(names.all, 20.0), names.vocab, uniform_rows(2147483647, 8, OWN_ROW))


def test_dev_of_a_list_too_short_to_hold_words_out_says_so(tmp_path, run):
    path = tmp_path / "one.txt"
    path.write_text("ava", encoding="utf-8")
    assert_one_line(run("smooth", "--dev", "--words", path), "--dev needs words to hold out")


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
