"""Make names: the names and nlls on the screen are those of the command below them, for every kind of list."""

import csv
import io
import json
import shlex

import pytest

from analysis.__main__ import main
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.table_text import encode_table
from analysis.counts.word_list import list_of_counts, list_of_words, load_list
from analysis.models.likelihood import Judged
from analysis.recipes import own_text
from pages.make_names.sections import as_csv
from tests.pages.reading import guess_of, live_data, open_page, opener, refusals, release, said, text, values
from tests.pages.test_lists import own

OWN = ["=1+1", "<b>x</b>", "new york", "-ana", "né", "$x$"]
TABLE = load_list("names").tables
WISH = {"n": "7", "temperature": "0.7", "shortest": "2", "longest": "9", "sort": "nll", "seed": "5"}
open_names = opener("make_names")


def shown(at):
    """The names that the page sends to the screen, each with its nll as text."""
    return [(one["word"], one["nll"]) for one in said(at)["words"]]


def command_of(at):
    """The options of the command on the screen."""
    (line,) = (code.value for code in at.code if code.value.startswith("python -m analysis sample"))
    return shlex.split(line)[3:]


def printed(options, capsys):
    """What a command prints, its nlls as the page shows them."""
    capsys.readouterr()
    assert main([*options, "--json"]) == 0
    out = json.loads(capsys.readouterr().out)
    return [(word, f"{nll:.4f}") for word, nll in zip(out["words"], out["nll"], strict=True)]


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"smoothing": "1000000", "n": "40"},
        {"model": "neural", "n": "4"},
        {**WISH, "start": "q", "new": "true", "smoothing": "0.1"},
    ],
    ids=["plain", "empty names", "neural", "every option"],
)
def test_the_command_prints_the_names_of_the_screen(query, capsys):
    at = open_names(**query)
    assert len(shown(at)) == int(query.get("n", 10))
    assert shown(at) == printed(command_of(at), capsys)


def test_the_first_names_are_those_of_the_video_at_smoothing_0():
    assert [word for word, _ in shown(open_names(smoothing="0", n="5"))] == [
        *("mor", "axx", "minaymoryles", "kondlaisah", "anchshizarie")
    ]


@pytest.mark.parametrize("key", ["hi", "he"])
def test_the_command_prints_the_names_of_a_language(key, capsys):
    at = open_page("make_names", session={"corpus": key}, recipe="true", new="true", **WISH)
    assert shown(at) == printed(command_of(at), capsys)
    assert not {word for word, _ in shown(at)} & set(load_list(key).words)


@pytest.mark.parametrize("weights", [None, [3, 1, 2, 1, 1, 1]])
def test_the_command_prints_the_names_of_an_own_list(weights, capsys, tmp_path, monkeypatch):
    words = list_of_words(OWN, weights=weights)
    at = open_page("make_names", session=own(words), recipe="true", new="true", start="-", **WISH)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.txt").write_text(own_text(words), encoding="utf-8")
    assert len(shown(at)) == 7
    assert shown(at) == printed(command_of(at), capsys)


def test_a_table_alone_gives_names_and_cannot_leave_out_what_is_in_the_list(capsys):
    table = list_of_counts(TABLE.vocab, TABLE.all)
    at = open_page("make_names", session=own(table), recipe="true", new="true", **WISH)
    assert "Leaving out the words of the list needs the words themselves." in text(at)
    options = command_of(at)
    options[options.index("...")] = encode_table(TABLE.vocab, TABLE.all)
    assert shown(at) == printed(options, capsys)


def test_fewer_than_asked_for_is_told_in_the_line_of_the_library(monkeypatch):
    monkeypatch.setattr("analysis.samples.make.TRIES", 100)
    at = open_names(shortest="60", n="1")
    assert said(at)["shortfall"] == "only 0 of 1 found: the search ended after 200 words"
    assert shown(at) == []
    at = open_names(smoothing="0", temperature="0.01", start="qu", longest="2", n="1")
    assert said(at)["shortfall"] == "none found: the model never makes such a word"


def test_limits_that_no_name_fits_are_told_in_one_line():
    at = open_names(shortest="9", longest="3")
    assert refusals(at) == ["the longest must be at least the shortest, 9, got 3: 64 is used"]
    assert min(len(word) for word, _ in shown(at)) >= 9


def test_a_beginning_with_capitals_is_read_as_small_letters():
    at = open_names(start="Em")
    assert refusals(at) == ["Em: the names are written with small letters: em is used"]
    assert {word[:2] for word, _ in shown(at)} == {"em"}


def test_the_picture_has_the_row_after_the_last_letter():
    at = open_names(start="qu")
    assert said(at)["title"] == "What follows “u”"
    assert live_data(at)["counts"] == TABLE.all.flatten().tolist()
    assert values(at) == {"temperature": 1, "smoothing": 1}
    release(at, "make_names", temperature=0.2)
    row = smoothed_probs(TABLE.all, 1)[TABLE.vocab.stoi["u"]]
    assert said(at)["numbers"] == pytest.approx(
        {"likeliest": int(row.argmax()), "before": float(row.max()), "after": float(row.max() ** 5 / (row**5).sum())}
    )
    assert "--temperature 0.2" in " ".join(command_of(at))


def test_the_picture_of_the_net_has_its_row_and_says_that_it_has_no_smoothing():
    at = open_names(model="neural", n="1")
    assert live_data(at)["probs"][:27] == pytest.approx(smoothed_probs(TABLE.all, 0)[0].tolist(), abs=0.02)
    assert refusals(at) == ["This slider changes only the model “counts”. The net is not smoothed."]


def test_no_cell_of_the_csv_is_a_formula():
    words = ["=1+1", "+a", "-a", "@a", 'a"b', "new, york", "ann"]
    rows = list(csv.reader(io.StringIO(as_csv([Judged(word, 2.5) for word in words]))))
    assert rows[0] == ["word", "nll"]
    assert [word for word, _ in rows[1:]] == ["'=1+1", "'+a", "'-a", "'@a", 'a"b', "new, york", "ann"]


def test_all_names_can_be_copied():
    at = open_names(copy="true", n="3", smoothing="0")
    assert at.code[0].value == "mor\naxx\nminaymoryles"


def test_the_settings_in_the_closed_fold_are_those_of_its_boxes():
    closed, opened = open_names(recipe="true"), open_names(recipe="true", more="true")
    assert not closed.number_input
    assert len(opened.number_input) == 3
    assert closed.code[0].value == opened.code[0].value
    assert len(open_names(n="7").number_input) == 3


def test_where_all_first_letters_are_equally_likely_a_temperature_changes_nothing():
    guess = guess_of(open_page("make_names", own(list_of_words(["ab", "ba"])), smoothing="0"))
    assert guess["answer"] == "as likely"
