"""Sampling: the names of every stream, one draw in slow motion, twenty letters and many draws are the library's."""

import re

import pytest

from analysis.counts.baselines import random_probs, uniform_probs
from analysis.counts.smoothing import smoothed_probs
from analysis.samples.letters import draw_letters
from analysis.samples.names import sample_words
from analysis.streams import STREAMS, open_stream
from tests.pages.reading import frame, html_of, live_data, opener, plain, text, values

open_page = opener("sampling")


def letters(at):
    """The last two rows of letters: at once and one by one, or without and with replacement."""
    rows = html_of(at).split("class='letters'")[-1].split("</dl>")[0]
    return [re.sub("<.*?>", "", cell) for cell in re.findall("<dd>(.*?)</dd>", rows)]


def columns(at):
    """Names in columns, each with its name: of the streams, or of other rows."""
    table = html_of(at).split("class='name-columns'")[1].split("</table>")[0]
    lines = [re.findall("<td.*?>(.*?)</td>", line) for line in table.split("<tr>")[2:]]
    return dict(zip(re.findall("<th scope.*?>(.*?)</th>", table), map(list, zip(*lines, strict=True)), strict=True))


def test_the_names_of_every_stream_stand_side_by_side_also_as_a_table(names):
    at = open_page(seed="42", n="7", smoothing="3", as_table="true")
    probs = smoothed_probs(names.all, 3.0)
    expected = {name: sample_words(probs, names.vocab, 7, open_stream(name, 42)) for name in STREAMS}
    table = at.dataframe[0].value
    assert columns(at) == {name: table[name].tolist() for name in table} == expected


def test_a_name_without_letters_says_so():
    drawn = columns(open_page(smoothing="1000000", n="100"))
    assert "(empty)" in drawn["lecture"]
    assert "" not in drawn["lecture"]


def test_only_a_link_that_sets_the_stream_or_the_number_of_names_opens_the_part_about_streams():
    assert "class='name-columns'" in html_of(open_page(stream="lecture"))  # also where it is the default
    at = open_page(smoothing="1000", streams="false")
    assert "class='name-columns'" not in html_of(at)
    assert "**Smoothing** is 1,000 fake counts per cell here, not 1." in text(at)
    assert "fake counts per cell here" not in text(open_page())


def test_what_the_installed_torch_draws_as_is_found_by_comparing(monkeypatch):
    assert "Here it draws as **" in text(plain("sampling"))
    monkeypatch.setattr("analysis.streams.installed.torch_draws_as", lambda: None)
    assert "Here it draws as **none of the others**" in text(open_page(streams="true"))


def test_three_numbers_come_as_often_as_they_should():
    shown = html_of(open_page(multinomial="true"))
    assert "p = 0.6064, drawn 61 times of 100" in shown
    assert "p = 0.0903, drawn 6 times of 100" in shown


def test_the_counted_rows_are_seen_beside_rows_that_know_nothing(names):
    drawn = columns(open_page(other_rows="true", seed="7", smoothing="0"))
    models = smoothed_probs(names.all, 0), random_probs(27, 7), uniform_probs(27)
    assert list(drawn.values()) == [sample_words(probs, names.vocab, 6, open_stream("lecture", 7)) for probs in models]


@pytest.mark.parametrize("stream", STREAMS)
def test_the_slow_draw_gets_the_draws_of_the_stream(stream, names):
    at = open_page(stream=stream, draw="4", n="3")
    data = live_data(at)
    words = sample_words(smoothed_probs(names.all, 1.0), names.vocab, 3, open_stream(stream, 2147483647))
    assert values(at)["draw"] == 4
    for number, word in enumerate(words, start=1):
        drawn = [names.vocab.itos[draw["next"]] for draw in data["draws"] if draw["word"] == number]
        assert "".join(drawn) == word + "."


def test_the_slow_draw_shows_200_draws_at_most_and_says_of_how_many():
    at = open_page(smoothing="1000000", draw="200", seed="0")
    data = live_data(at)
    assert (len(data["draws"]), values(at)["draw"], data["total"]) == (200, 200, 252)


def test_at_once_and_one_by_one_agree_for_the_lecture_alone():
    assert "All 20 letters agree" in text(plain("sampling"))
    assert "3 of 20 letters agree" in text(open_page(stream="mkl"))
    assert "which this page cannot show" in text(open_page(stream="cuda"))


def test_twenty_letters_are_those_of_the_library(names):
    row = smoothed_probs(names.all, 1.0)[names.vocab.stoi["e"]]
    drawn = [draw_letters(row, stream, 2147483647, 20) for stream in ("lecture", "mkl")]  # at once, and one by one
    shown = letters(open_page(stream="mkl", row="e"))
    assert shown == ["".join(names.vocab.itos[i] for i in letters) for letters in drawn]


@pytest.mark.parametrize("draws", [10, 100_000])
def test_the_shares_are_those_of_so_many_draws(draws):
    at = open_page(draws=str(draws), row="e")
    shares = frame(at.get("vega_lite_chart")[0])
    assert shares["drawn"].sum() == draws
    assert f">{shares['difference'].max():.4f} <" in text(at)


def test_without_replacement_no_letter_comes_twice():
    without, with_it = letters(
        open_page(smoothing="0", row="q", multinomial="true")
    )  # at smoothing 0, 11 letters can follow q
    assert len(set(without)) == len(without) < 20 == len(with_it)
