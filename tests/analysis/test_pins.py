"""Pinned runs as text: read back exactly, and each that cannot be read is told in one line."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.settings.pins import FIELDS, LONGEST, MOST, Comparison, differences, read_pin, read_pins, write_pins

SEEDS = st.integers(0, 2**64 - 1)
RUNS = st.builds(
    Comparison,
    smoothing=st.floats(0, 1e6),
    epochs=st.integers(0, 2000),
    learning_rate=st.floats(0, 1e6),
    lam=st.floats(0, 1e6),
    init=st.sampled_from(FIELDS["init"].options),
    init_seed=st.none() | SEEDS,
    stream=st.sampled_from(FIELDS["stream"].options),
    seed=SEEDS,
    n=st.integers(5, 200),
)
LINK = [Comparison(smoothing=1, lam=0.01, epochs=300), Comparison(init="cuda", stream="cuda", seed=2147483642)]
TEXT = "--smoothing 1 --epochs 300 --lam 0.01; --init cuda --stream cuda --seed 2147483642; end"


@given(st.lists(RUNS, max_size=MOST))
def test_pins_are_read_back_exactly_and_never_too_long(runs):
    text = write_pins(runs)
    assert read_pins(text) == (runs, [], True)
    assert len(text) <= LONGEST


def test_only_what_differs_from_the_command_line_is_written():
    assert write_pins(LINK) == TEXT
    assert read_pins(TEXT) == (LINK, [], True)


def test_a_run_with_nothing_special_has_a_place_too():
    runs = [Comparison(), LINK[0], Comparison()]
    assert read_pins(write_pins(runs)) == (runs, [], True)
    assert read_pins(" ") == ([], [], True)


def test_the_seed_of_the_first_weights_is_that_of_the_names_unless_given():
    assert read_pin("--seed 7").init_seed == 7
    assert write_pins([Comparison(seed=7, init_seed=2147483647)]) == "--init-seed 2147483647 --seed 7; end"
    assert Comparison(init="zeros", init_seed=5) == Comparison(init="zeros")


@given(RUNS, RUNS)
def test_what_differs_from_another_run_makes_the_one_of_the_other(run, other):
    changes = dict(zip(*[iter(shlex.split(differences(run, other)))] * 2, strict=True))
    values = vars(other) | {name[2:].replace("-", "_"): value for name, value in changes.items()}
    if other.init_seed == other.seed and run.init_seed == run.seed:
        values["init_seed"] = None
    assert Comparison(**values) == run


BAD = {
    "cut in an option": ("--lam 0.01 --epo", "an option must be one of --smoothing, --epochs"),
    "cut before a value": ("--lam 0.01 --epochs", "--epochs must have a value, got nothing"),
    "cut after a separator": ("--lam 0.01;", "pin 2: a run must have an option, got nothing"),
    "unknown option": ("--tea 1", "--seed, --n, got --tea"),
    "no option": ("0.01", "got 0.01"),
    "twice": ("--lam 1 --lam 2", "--lam must stand once, got it twice"),
    "a word for a number": ("--lam tea", "--lam must be a number from 0 to 1,000,000, got tea"),
    "too many names": ("--n 201", "--n must be a whole number from 5 to 200, got 201"),
    "too few names": ("--n 4", "--n must be a whole number from 5 to 200, got 4"),
    "too many epochs for a page": ("--epochs 2001", "--epochs must be a whole number from 0 to 2,000, got 2001"),
    "a seed of 65 bits": (f"--init-seed {2**64}", "--init-seed must be a whole number from 0 to"),
    "an unknown start": ("--init run.json", "--init must be one of randn, rand, cuda, zeros, got run.json"),
    "a seed for zeros": ("--init zeros --init-seed 3", "--init-seed must go with --init randn, rand, cuda, got --init"),
    "a fifth": ("--n 5;" * 4 + "--n 6", "pins must be at most 4 runs, got 5"),
}


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD)
def test_what_cannot_be_read_is_told_in_one_line(text, message):
    (refused,) = read_pins(text).refusals
    assert message in refused
    assert "\n" not in refused


def test_a_text_that_is_cut_anywhere_is_not_whole_and_opens_as_far_as_it_reads():
    for length in range(1, len(TEXT)):
        runs, _, whole = read_pins(TEXT[:length])
        assert not whole
        assert length < TEXT.index(";") or runs[0] == LINK[0]
    assert read_pins(TEXT.removesuffix("; end")) == (LINK, [], False)  # as links were written before


def test_the_rest_stands():
    runs, refusals, _ = read_pins("--lam 1; --lam tea; --lam 3; --lam 4; --lam 5")
    assert [run.lam for run in runs] == [1, 3, 4]
    assert [line.split(" must")[0] for line in refusals] == ["pin 2: --lam", "pins"]


def test_of_a_text_that_is_too_long_nothing_is_read():
    assert read_pins("--lam 1;" * 300) == ([], ["pins must be at most 2,000 characters, got 2,400"], True)
    assert read_pins(TEXT.ljust(LONGEST)) == (LINK, [], True)


@given(st.text(st.sampled_from("-; 019einfmloaszd\n\t\x00é"), max_size=60) | st.text(max_size=40))
def test_any_text_is_read_or_told(text):
    runs, refusals, whole = read_pins(text)
    assert len(runs) + len(refusals) > 0 or whole
    assert all(len(line.splitlines()) == 1 for line in refusals)
