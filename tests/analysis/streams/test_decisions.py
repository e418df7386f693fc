"""What decided a draw: what it prints, and what a picture of it needs."""

import json

import pytest
import torch

from analysis.streams import STREAMS, open_stream
from tests.analysis.streams.conftest import ROW, every_stream

KINDS = {"lecture": "inversion", "mkl": "race", "cpu": "race", "cuda": "race", "torch": "unseen"}


def decide(name, row=ROW):
    """A draw, the row it came from, and what decided it."""
    stream = open_stream(name, 5)
    prepared = stream.prepare(row)
    index = stream.draw(prepared)
    return index, stream.explain(prepared, index, stream.used)


@every_stream
def test_a_stream_says_the_kind_of_its_decisions(name):
    assert STREAMS[name].kind == decide(name)[1].kind == KINDS[name]


@every_stream
def test_there_is_a_cell_for_every_column(name):
    _, decided = decide(name)
    assert len(decided.cells(str)) == len(decided.columns)


@every_stream
def test_a_picture_gets_plain_numbers(name):
    _, decided = decide(name)
    assert json.loads(json.dumps(decided.numbers())) == decided.numbers()
    assert json.loads(json.dumps(decided.row_numbers())) == decided.row_numbers()


def test_the_numbers_of_an_inversion_by_hand():
    # cumulative .25 .75 1
    index, decided = decide("lecture", torch.tensor([0.25, 0.5, 0.25]))
    assert decided.row_numbers() == {"cumulative": [0.25, 0.75, 1.0]}
    assert decided.numbers() == {"u": decided.u}
    assert decided.keys(str) == {"u": decided.u, "low": [0, 0.25, 0.75][index], "high": [0.25, 0.75, 1][index]}


@pytest.mark.parametrize("name", ["mkl", "cpu", "cuda"])
def test_the_numbers_of_a_race_are_those_of_all_to_seven_digits(name):
    index, decided = decide(name)
    numbers = decided.numbers()
    assert list(numbers) == ["u", "e", "ratio", "second"]
    assert numbers["ratio"] == pytest.approx(decided.ratios.tolist(), rel=1e-6)
    assert all(number == float(f"{number:.7g}") for key in ("u", "e", "ratio") for number in numbers[key])
    assert numbers["ratio"].index(max(numbers["ratio"])) == index
    assert decided.keys(str)["winner"]["next"] == str(index)


def test_what_a_picture_shows_is_read_with_the_formula_of_the_stream():
    assert {name: "(1 − u)" in stream.reading for name, stream in STREAMS.items()} == {
        name: name == "cpu" for name in STREAMS
    }


@pytest.mark.parametrize("name", ["lecture", "torch"])
def test_many_at_once_go_on_where_the_draws_before_have_left_the_numbers(name):
    # torch's many at once, after 10 at once: one call after the other from one generator
    stream, generator = open_stream(name, 5), torch.Generator().manual_seed(5)
    prepared = stream.prepare(ROW)
    for count in (10, 20):
        theirs = torch.multinomial(ROW, count, replacement=True, generator=generator)
        assert stream.draw_at_once(prepared, count).tolist() == theirs.tolist()


@pytest.mark.parametrize("name", ["mkl", "cpu"])
def test_after_racing_many_at_once_take_the_next_words_of_the_generator(name):
    stream, generator = open_stream(name, 5), torch.Generator().manual_seed(5)
    prepared = stream.prepare(ROW)
    stream.draw(prepared)
    words = 1 if name == "mkl" else 2 * len(ROW)
    torch.empty(words, dtype=torch.int32).random_(generator=generator)
    theirs = torch.multinomial(ROW, 20, replacement=True, generator=generator)
    assert stream.draw_at_once(prepared, 20).tolist() == theirs.tolist()
