"""data/published.toml says of each figure what it means."""

import math
from decimal import Decimal

import pytest

from analysis.published.figures import load_figures
from analysis.published.measures import MEASURES
from analysis.published.sources import load_sources
from analysis.settings import SETTINGS

FIGURES = load_figures()
KEYS = [figure.key for figure in FIGURES]
LOOSER = {  # what a source printed that worked in float32, or said roughly
    **dict.fromkeys(["emma-loss", "emma-fifth", "n1-loss", "n1-nlls", "andrejq-smoothed"], 1e-6),
    **dict.fromkeys(["losses", "cuda-losses", "cuda-losses-lam", "cuda-mean-square"], 1e-6),
    "n1-likeliest": 5e-8,
    "nll": 1e-9,
    "lam-last": 5e-6,
    "held-out-10": 1e-7,
    "keepdim-sums": 0.05,
    "emma-steps": 0.01,  # cut, not rounded
}


def half_a_digit(value):
    """Half a unit of the last digit printed; 0 for a whole number; text and infinities must be the same anyhow."""
    if isinstance(value, str) or (isinstance(value, Decimal) and not value.is_finite()):
        return math.inf
    return 0.5005 * float(Decimal(1).scaleb(value.as_tuple().exponent)) if isinstance(value, Decimal) else 0


def test_keys_are_names_of_their_own():
    assert len(set(KEYS)) == len(KEYS)


def test_each_figure_has_a_name_that_the_table_shows_whole_a_part_and_a_source():
    for figure in FIGURES:
        assert 0 < len(figure.name) <= 69, figure.key
        assert figure.part, figure.key
        assert set(figure.source.split()) <= set(load_sources()), figure.key


def test_the_page_of_a_figure_is_opened_with_settings_there_are():
    keys = {
        "page",
        "row",
        "two_marks",
        "table",
        "steps",
        "cells",
        "stream",
        "word",
        "init",
        "only",
        "divisor",
        *SETTINGS,
    }
    assert [figure.key for figure in FIGURES if not set(figure.open) <= keys] == []


def test_a_number_is_held_to_the_last_digit_printed_or_to_float32():
    for figure in FIGURES:
        for value, within in zip(figure.right, figure.tolerances, strict=True):
            assert within <= max(half_a_digit(value), LOOSER.get(figure.key, 0)), (figure.key, value)


def test_a_measure_that_no_figure_uses_is_not_kept():
    used = {figure.measure for figure in FIGURES} | {figure.exact["measure"] for figure in FIGURES if figure.exact}
    assert used == set(MEASURES)


def test_what_nobody_else_published_is_our_own():
    figures = {figure.key: figure for figure in FIGURES}
    assert figures["nll-exact"].own
    assert not figures["emma-seeds"].own  # the transcript says the first of them
    assert sum(figure.own for figure in FIGURES) == 38


def test_figures_are_loaded_by_key_in_the_order_asked_for():
    assert [figure.key for figure in load_figures(["words", "nll"])] == ["words", "nll"]
    with pytest.raises(ValueError, match=r"figure must be one that .* lists, got tea"):
        load_figures(["tea"])
