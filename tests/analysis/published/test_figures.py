"""Every published figure agrees with ours, and data/published.toml says what it means."""

import dataclasses
import json
import math
import re
import shlex
from decimal import Decimal

import pytest

from analysis.__main__ import main
from analysis.published.figures import (
    AGREES,
    DIFFERS,
    NEEDS_WORDS,
    SLIP,
    Result,
    agree,
    load_figures,
    load_sources,
    note_of,
    recompute,
)
from analysis.published.measures import MEASURES, counts
from analysis.settings import SETTINGS
from analysis.words.names import WordsMissing
from tests.analysis.conftest import assert_one_line

FIGURES = load_figures()
KEYS = [figure.key for figure in FIGURES]
SLIPS = ["start-e", "nll-after-smoothing", "nll-saved-cell", "keepdim-error"]
LOOSER = {  # what a source printed that worked in float32, or said roughly
    **dict.fromkeys(["emma-loss", "emma-fifth", "n1-loss", "n1-nlls", "andrejq-smoothed"], 1e-6),
    **dict.fromkeys(["losses", "cuda-losses", "cuda-losses-lam", "cuda-mean-square"], 1e-6),
    "n1-likeliest": 5e-8,
    "nll": 1e-9,
    "lam-last": 5e-6,
    "held-out-10": 1e-7,
    "keepdim-sums": 0.05,
}
NUMBER = r"-?(?:inf|\d{1,3}(?:,\d{3})+|\d+\.?\d*(?:e-?\d+)?)"
every_figure = pytest.mark.parametrize("figure", FIGURES, ids=KEYS)


def figure_of(key, **changes):
    (figure,) = load_figures([key])
    return dataclasses.replace(figure, **changes)


@pytest.fixture
def no_words(monkeypatch):
    """A machine without names.txt: whoever asks for the words gets WordsMissing."""

    def missing(*_):
        raise WordsMissing("not here")

    monkeypatch.setattr(counts, "load_words", missing)


@pytest.fixture
def without_file(monkeypatch, tmp_path):
    """The same for the command line: no folder with names.txt, no cache, no network."""
    monkeypatch.setenv("BIGRAM_LAB_DATA", str(tmp_path))
    monkeypatch.setattr("pooch.os_cache", lambda _: tmp_path)


@every_figure
def test_a_published_figure_agrees_with_ours(figure, request):
    if figure.needs_words:
        request.getfixturevalue("words")
    result = recompute(figure, have_words=True)
    assert result.ok, f"published {figure.published}, ours {result.ours}"
    assert result.verdict == (SLIP if figure.key in SLIPS else AGREES)


@every_figure
def test_a_figure_needs_the_words_only_where_it_says_so(figure, no_words):
    if figure.needs_words:
        with pytest.raises(WordsMissing):
            recompute(figure, have_words=True)
    else:
        assert recompute(figure, have_words=True).ok


@every_figure
def test_what_is_said_of_a_figure_is_there(figure):
    assert figure.measure in MEASURES
    assert set(figure.source.split()) <= set(load_sources())
    assert len(figure.tolerances) == len(figure.right)
    assert figure.name
    assert figure.part
    assert set(figure.open) <= {"page", "row", "two_marks", "table", *SETTINGS, "stream"}


@every_figure
def test_a_number_is_held_to_the_last_digit_printed_or_to_float32(figure):
    for value, within in zip(figure.right, figure.tolerances, strict=True):
        if isinstance(value, Decimal) and value.is_finite():
            half = float(Decimal(1).scaleb(value.as_tuple().exponent)) / 2
            assert within <= 1.001 * half or within <= LOOSER.get(figure.key, 0)
        elif isinstance(value, int):
            assert within <= LOOSER.get(figure.key, 0)


@every_figure
def test_the_command_beside_a_figure_prints_its_values(figure, capsys, request):
    if figure.needs_words:
        request.getfixturevalue("words")
    assert main(shlex.split(figure.command)) == 0
    out = capsys.readouterr().out
    numbers = [float(text.replace(",", "")) for text in re.findall(NUMBER, out)]
    for value, within in zip(figure.right, figure.tolerances, strict=True):
        if isinstance(value, str):
            words = value.split() if figure.key == "most-frequent" else [value]
            assert all(word.replace(",", "") in out.replace(",", "") for word in words)
        else:
            assert any(agree(value, number, within) for number in numbers), value


@pytest.mark.parametrize("key", ["mkl-names", "cuda-names-first", "lam-names", "lecture-names", "cpu-names"])
def test_the_command_of_names_prints_those_names(key, capsys):
    figure = figure_of(key)
    assert main(shlex.split(figure.command)) == 0
    assert capsys.readouterr().out.split() == figure.published


def test_keys_are_names_of_their_own():
    assert len(set(KEYS)) == len(KEYS)


def test_a_measure_that_no_figure_uses_is_not_kept():
    used = {figure.measure for figure in FIGURES} | {figure.exact["measure"] for figure in FIGURES if figure.exact}
    assert used == set(MEASURES)


def test_the_figures_that_slip_say_so():
    assert [figure.key for figure in FIGURES if figure.expected is not None] == SLIPS
    assert all(
        note_of(recompute(figure_of(key), have_words=False)).startswith("The source slips; right is: ") for key in SLIPS
    )


def test_a_slip_must_still_be_one():
    # where ours agreed with the wrong figure, something of ours would be wrong
    wrong = Result(figure_of("start-e"), [5000])
    assert (wrong.ok, wrong.verdict) == (False, DIFFERS)


@pytest.mark.parametrize(
    ("ours", "ok"),
    [([2.45409417], False), ([2.454094171524048], True), ([2.454094171524048, 1.0], False), ([], False), (None, None)],
)
def test_all_values_must_agree_as_exactly_as_the_figure_says(ours, ok):
    assert Result(figure_of("nll", within=0), ours).ok is ok


@pytest.mark.parametrize(
    ("one", "other", "within", "same"),
    [
        (1, 1.0, 0, True),
        (1.0, 1.04, 0.05, True),
        (1.0, 1.06, 0.05, False),
        (math.inf, math.inf, 0, True),
        (math.inf, -math.inf, 9, False),
        (math.inf, 3.0, 9, False),
        (1.0, math.nan, 9, False),
        ("mor", "mor", 0, True),
        ("mor", "junide", 9, False),
        (1, "1", 9, False),
    ],
)
def test_values_agree_within_a_tolerance_and_text_exactly(one, other, within, same):
    assert agree(one, other, within) is same


def test_the_difference_is_that_of_the_worst_value():
    figure = figure_of("andrejq-smoothed")
    assert Result(figure, [-27.8672, 3.4]).difference == pytest.approx(0.0834020)
    assert Result(figure_of("lecture-names"), ["a"] * 5).difference is None
    assert Result(figure_of("andrejq-infinite"), [-math.inf, math.inf]).difference == 0


def test_a_float32_sum_stands_beside_the_exact_value(words):
    result = recompute(figure_of("nll"), have_words=True)
    assert result.ours == [2.454094171524048]
    assert result.exact == pytest.approx([2.4540144892], abs=5e-11)
    assert note_of(result).startswith("Exact: 2.4540144892.")


def test_without_words_a_figure_that_needs_them_is_neither_right_nor_wrong():
    result = recompute(figure_of("nll"), have_words=False)
    assert (result.ours, result.ok, result.verdict, result.difference) == (None, None, NEEDS_WORDS, None)
    assert note_of(result).startswith("Needs the names themselves")
    assert "Exact: 2.4540144892." in note_of(result)


def test_published_prints_all_of_them_and_exits_0(words, run, run_json):
    status, out, err = run("published")
    assert (status, err) == (0, "")
    assert all(f"│ {key} " in out for key in KEYS)
    results = run_json("published")
    assert [list(result) for result in results] == [["name", "source", "published", "ours", "ok", "note"]] * len(KEYS)
    assert all(result["ok"] is True for result in results)


def test_published_json_has_the_values_in_full(run_json):
    (loss,) = run_json("published", "emma-loss")
    assert (loss["published"], loss["source"]) == (3.7693049907684326, "V N1")
    assert loss["ours"] == pytest.approx(3.76930499, abs=1e-6)
    (score,) = run_json("published", "andrejq-infinite")
    assert score["ours"] == ["-inf", "inf"]


def test_published_of_some_prints_them_in_full(run):
    status, out, _ = run("published", "cuda-names", "losses")
    assert status == 0
    for text in ("kana", "jallet", "2.462393", "python -m analysis train --epochs 200 --json", ": agrees"):
        assert text in out


def test_published_exits_1_if_one_differs(run, monkeypatch):
    figures = [figure_of("uniform"), figure_of("bigrams", published=[228145])]
    monkeypatch.setattr("analysis.commands.publishing.load_figures", lambda _: figures)
    status, out, _ = run("published")
    assert status == 1
    assert "differs" in out
    status, out, _ = run("published", "--json")
    assert status == 1
    assert [result["ok"] for result in json.loads(out)] == [True, False]


def test_published_without_the_words_says_what_is_not_checked(run, without_file):
    status, out, err = run("published", "--json")
    assert status == 0
    assert err.count("\n") == 1
    assert "What needs them is not checked." in err
    results = dict(zip(KEYS, json.loads(out), strict=True))
    assert (results["nll"]["ok"], results["nll"]["ours"]) == (None, None)
    assert results["nll-exact"]["ok"] is True


def test_published_of_figures_that_need_no_words_does_not_ask_for_them(run, without_file):
    assert run("published", "uniform")[2] == ""


def test_an_unknown_figure_is_one_line_and_exit_2(run):
    assert_one_line(run("published", "tea"), "figure must be one that `python -m analysis published` lists, got tea")
