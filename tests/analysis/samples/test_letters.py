"""Letters from one row: one by one, at once, without replacement, and how their shares come to p."""

import re

import pytest
import torch

from analysis.counts.normalization import normalize
from analysis.samples.letters import (
    different_letters,
    draw_at_once,
    draw_letters,
    draw_without_replacement,
    typical_difference,
)
from tests.analysis.streams.conftest import ROW, draws, every_seed, every_stream


@every_stream
def test_letters_one_by_one_are_those_of_the_stream(name):
    assert draw_letters(ROW, name, 5, 30).tolist() == draws(name, 5, ROW, 30)


@every_seed
@pytest.mark.parametrize("name", ["lecture", "mkl", "cpu", "torch"])
def test_many_at_once_are_one_multinomial_of_many_samples(name, seed, names):
    row = normalize(names.all)[5].float()
    theirs = torch.multinomial(row, 20, replacement=True, generator=torch.Generator().manual_seed(seed))
    assert draw_at_once(row, name, seed, 20).tolist() == theirs.tolist()


@every_seed
def test_a_single_sample_at_once_is_one_draw(seed, names, cpu_race):
    row = normalize(names.all)[5].float()
    theirs = torch.multinomial(row, 1, replacement=True, generator=torch.Generator().manual_seed(seed))
    for name in ("cpu", "torch"):
        assert draw_at_once(row, name, seed, 1).tolist() == theirs.tolist()


def test_at_once_on_a_gpu_is_refused():
    with pytest.raises(ValueError, match="one call need the stream lecture, mkl, cpu or torch, got cuda"):
        draw_at_once(ROW, "cuda", 1, 20)


@every_seed
@pytest.mark.parametrize("count", [1, 5, 26])
def test_without_replacement_agrees_with_torch(seed, count, names, cpu_race):
    row = normalize(names.all)[0].float()
    theirs = torch.multinomial(row, count, replacement=False, generator=torch.Generator().manual_seed(seed))
    for name in ("cpu", "torch"):
        assert draw_without_replacement(row, name, seed, count).tolist() == theirs.tolist()


@pytest.mark.parametrize("name", ["mkl", "cpu", "cuda", "torch"])
@pytest.mark.parametrize("count", [0, 5, 27])
def test_more_letters_than_can_come_are_refused(name, count):
    message = f"without replacement, draws must be from 1 to 4 (letters with p > 0), got {count}"
    with pytest.raises(ValueError, match=re.escape(message)):
        draw_without_replacement(ROW, name, 1, count)


def test_the_race_of_the_lectures_torch_is_not_rebuilt():
    with pytest.raises(ValueError, match="need the stream mkl, cpu, cuda or torch, got lecture"):
        draw_without_replacement(ROW, "lecture", 1, 2)


def test_20_different_letters_are_shown_or_as_many_as_have_a_probability_in_float32():
    assert different_letters(torch.tensor([0.0, 0.5, 1e-60, 0.5], dtype=torch.float64)) == 2
    assert different_letters(torch.ones(27)) == 20


def test_the_typical_difference_is_that_of_the_likely_letter_whatever_the_row_sums_to():
    # sqrt(.5 * .5 / 10000) = .005
    assert typical_difference(ROW, 10_000) == typical_difference(4 * ROW, 10_000) == pytest.approx(0.005)
