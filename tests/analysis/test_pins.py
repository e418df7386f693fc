"""Pinned runs as text: read back exactly, and each that cannot be read is told in one line."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.settings.pins import FIELDS, LONGEST, MOST, Comparison, differences, read_pin, read_pins, write_pin

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
TEXTS = ["--smoothing 1 --epochs 300 --lam 0.01", "--init cuda --stream cuda --seed 2147483642"]


@given(st.lists(RUNS, max_size=MOST))
def test_pins_are_read_back_exactly_and_never_too_long(runs):
    texts = list(map(write_pin, runs))
    assert read_pins(texts) == (runs, [])
    assert sum(map(len, texts)) <= LONGEST
    assert read_pins(["; ".join([*texts, "end"])[:LONGEST]])[0] == runs  # as links were written before


def test_only_what_differs_from_the_command_line_is_written():
    assert list(map(write_pin, LINK)) == TEXTS
    assert read_pins(TEXTS) == (LINK, [])


def test_a_run_with_nothing_special_has_a_place_too():
    runs = [Comparison(), LINK[0], Comparison()]
    assert read_pins(list(map(write_pin, runs))) == (runs, [])
    assert read_pins([" "]) == ([], [])


def test_the_seed_of_the_first_weights_is_that_of_the_names_unless_given():
    assert read_pin("--seed 7").init_seed == 7
    assert write_pin(Comparison(seed=7, init_seed=2147483647)) == "--init-seed 2147483647 --seed 7"
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
    "unknown option": ("--tea 1", "--seed, --n, got --tea"),
    "no option": ("0.01", "got 0.01"),
    "twice": ("--lam 1 --lam 2", "--lam must be given once, got it twice"),
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
    _, (refused,) = read_pins([text])
    assert message in refused
    assert "\n" not in refused


def test_the_other_runs_are_kept():
    runs, refusals = read_pins(["--lam 1", "--lam tea", "--lam 3; --lam 4; --lam 5"])
    assert [run.lam for run in runs] == [1, 3, 4]
    assert [line.split(" must")[0] for line in refusals] == ["pin 2: --lam", "pins"]


def test_of_texts_that_are_too_long_nothing_is_read():
    assert read_pins(["--lam 1;" * 300]) == ([], ["pins must be at most 2,000 characters, got 2,400"])
    assert read_pins([TEXTS[0], TEXTS[1].ljust(LONGEST - len(TEXTS[0]))]) == (LINK, [])


@given(st.lists(st.text(st.sampled_from("-; 019einfmloaszd\n\t\x00é"), max_size=60) | st.text(max_size=40), max_size=5))
def test_any_text_is_read_or_refused(texts):
    runs, refusals = read_pins(texts)
    assert len(runs) + len(refusals) > 0 or all(
        part.strip() in ("", "end") for text in texts for part in text.split(";")
    )
    assert all(len(line.splitlines()) == 1 for line in refusals)
