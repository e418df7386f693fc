"""Pinned runs: a button keeps what is on screen in the link, a fresh session shows the same, nonsense is told."""

import io
import math

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.settings.pins import Comparison, read_pins, write_pin
from pages.comparison.pins import pins_frame
from pages.components.cached_nets import compared
from tests.pages.reading import open_page, refusals

PAGE = """
import streamlit as st

from analysis.settings import EPOCHS
from analysis.settings.pins import Comparison
from pages.components.controls.numbers import number_box
from pages.components.cached_nets import compared
from pages.comparison.pins import pin_button, pins_box, pins_table

now = Comparison(smoothing=1, epochs=number_box(EPOCHS), n=5)
place = st.container()
pins = pins_box()
with place:
    pin_button(now, pins)
pins_table(now, compared(now, held_out=False), pins)
"""
TWO = [
    Comparison(smoothing=2.5, epochs=20, lam=0.01, n=6),
    Comparison(epochs=10, init="cuda", stream="cuda", seed=2**64 - 1, n=5),
]
LINK = list(map(write_pin, TWO))


@pytest.fixture
def open_pins():
    """Open a page that has the pins alone, as a link with these parameters would."""

    def open_pins(**query):
        at = AppTest.from_string(PAGE, default_timeout=60)
        at.query_params.update({"epochs": "5"} | query)
        return at.run()

    return open_pins


def pin(at):
    return at.button(key="pin")


def rows(at):
    assert not at.exception
    return at.dataframe[0].value


def test_a_link_with_two_pins_shows_them_in_a_fresh_session(open_pins):
    shown = rows(open_pins(pins=LINK))
    assert shown["run"].tolist() == ["on screen", "A", "B"]
    assert shown["differs"].tolist() == [
        "",
        "--smoothing 2.5 --epochs 20 --lam 0.01 --n 6",
        f"--smoothing 0 --epochs 10 --init cuda --stream cuda --seed {2**64 - 1}",
    ]
    for row, run in zip(shown.iloc[1:].itertuples(), TWO, strict=True):
        found = compared(run)
        numbers = (found.loss, found.comparison.nll_counts, found.comparison.nll_neural, found.comparison.kl)
        assert (row.loss, row.nll_counts, row.nll_net, row.kl) == tuple(
            "∞" if number == math.inf else f"{number:.6f}" for number in numbers
        )
        assert (row.names_counts, row.names_net) == (
            " ".join(found.words_counts[:5]),
            " ".join(found.words_neural[:5]),
        )
    assert rows(open_pins(pins=LINK)).equals(shown)


def test_a_closed_fold_keeps_its_pins_and_without_pins_it_has_no_box():
    at = open_page("comparison", pins=LINK[0], pinned="false").run()
    assert (at.multiselect(key="pins").value, at.query_params["pins"]) == ([LINK[0]], LINK[0])
    assert not at.dataframe
    assert not open_page("comparison").multiselect  # Streamlit's script for it would come before the picture


def test_what_is_on_screen_is_kept_in_the_link_and_stands_when_it_changes(open_pins):
    at = pin(open_pins()).click().run()
    assert at.query_params["pins"] == "--smoothing 1 --epochs 5 --n 5"
    assert pin(at).disabled  # the same once more would say nothing
    at.number_input(key="epochs").set_value(6.0).run()
    assert rows(at)["differs"].tolist() == ["", "--epochs 5"]
    assert pin(at).label == "Pin this view as B"
    pin(at).click().run()
    fresh = open_pins(epochs="6", pins=at.query_params["pins"])
    assert rows(fresh).equals(rows(at))


def test_a_run_is_removed_and_those_after_it_move_up(open_pins):
    at = open_pins(pins=LINK)
    at.multiselect(key="pins").unselect(LINK[0]).run()
    assert rows(at)["run"].tolist() == ["on screen", "A"]
    assert rows(at)["differs"].iloc[1].endswith(f"--seed {2**64 - 1}")
    at.multiselect(key="pins").unselect(LINK[1]).run()
    assert rows(at)["run"].tolist() == ["on screen"]


def test_an_older_link_opens_as_before_and_is_written_anew_with_the_next_pin(open_pins):
    at = open_pins(pins="; ".join([*LINK, "end"]))
    assert refusals(at) == []
    assert rows(at).equals(rows(open_pins(pins=LINK)))
    pin(at).click().run()
    assert at.query_params["pins"] == [*LINK, "--smoothing 1 --epochs 5 --n 5"]


def test_at_four_there_is_no_place_for_a_fifth(open_pins):
    at = open_pins(pins=[*LINK, "--lam 1", "--lam 2"])
    assert pin(at).disabled
    assert rows(at)["run"].tolist() == ["on screen", *"ABCD"]


def test_what_cannot_be_read_is_told_and_left_out_and_gone_with_the_next_pin(open_pins):
    at = open_pins(pins=["--lam <b>", "--epochs 3", "--tea 1; --lam 1; --lam 2", "--lam 3"])
    assert [line.split(",")[0] for line in refusals(at)] == [
        "pin 1: --lam must be a number from 0 to 1",
        "pin 3: an option must be one of --smoothing",
        "pins must be at most 4 runs",
    ]
    assert all(line.endswith(": it is left out") for line in refusals(at))
    assert rows(at)["differs"].tolist()[1:] == [
        "--smoothing 0 --epochs 3 --n 10",
        "--smoothing 0 --epochs 200 --lam 1 --n 10",
    ]
    pin(at).click().run()
    assert refusals(at) == []
    assert len(read_pins(at.query_params["pins"])[0]) == 3


def test_the_table_as_csv_has_every_setting_exactly(open_pins):
    now = Comparison(smoothing=0.1, epochs=4, n=5)
    frame = pins_frame(now, compared(now), TWO)
    read = pd.read_csv(io.StringIO(frame.drop(columns="differs").to_csv(index=False)), dtype={"seed": "uint64"})
    assert read["seed"].tolist() == [2147483647, 2147483647, 2**64 - 1]
    assert read["kl"].tolist() == pytest.approx([compared(run).comparison.kl for run in (now, *TWO)])
    assert open_pins().get("download_button")[0].proto.label == "These runs as CSV"


def test_a_run_that_diverged_is_named(open_pins):
    at = open_pins(pins="--learning-rate 5000 --lam 1; --epochs 3")
    assert at.caption[0].value.startswith("Diverged: A. ")
    assert float(rows(at)["loss"].iloc[1]) > 1e6
