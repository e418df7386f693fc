"""The parts of Sampling around its picture: what one sees in it, many draws beside p, the names as a table."""

from __future__ import annotations

import streamlit as st
import torch
from streamlit.delta_generator import DeltaGenerator

from analysis.samples.letters import typical_difference
from analysis.settings import DRAWS, SMOOTHING
from analysis.settings.numbers import with_commas
from analysis.streams import STREAMS
from analysis.streams.base import Stream
from analysis.views.charts import share_bars
from analysis.views.tables import shares_frame
from analysis.words.vocabulary import Vocabulary, display_char, labels
from pages.components.cached import letters_of_row, sampled
from pages.components.controls.choices import draws_choice
from pages.components.folds import save_hint, table_expander
from pages.components.live.control_bar import control_bar
from pages.components.live.sync.page_state import LivePage
from pages.components.name_columns import shown_names
from pages.components.page_frame import numbers
from pages.components.texts import as_markdown, texts

t = texts(__file__)


def about_the_picture(stream: type[Stream], smoothing: float) -> None:
    """How this stream draws, and the fake counts if they are not those with which the page opens."""
    st.markdown(stream.reading)
    if smoothing != SMOOTHING.on_page.default:
        st.caption(t("smoothed", smoothing=with_commas(smoothing), streams=t("streams.title")))


def more_draws(
    place: DeltaGenerator,
    live: LivePage,
    vocab: Vocabulary,
    probs: torch.Tensor,
    stream: str,
    smoothing: float,
    seed: int,
    row: str,
) -> int:
    """In a fold: many draws from one row, their shares beside p; returns how many."""
    if not place.open:
        return DRAWS.default
    with place:
        left, right = st.columns([1, 2], vertical_alignment="bottom")
        with left:
            control_bar(live, "row")
        with right:
            count = draws_choice()
        of_row, after, characters = probs[vocab.id_of(row)], display_char(row), labels(vocab)
        frame = shares_frame(characters, of_row, letters_of_row("one by one", stream, smoothing, seed, row, count))
        alt = t("draws.alt", row=after, count=count)
        st.vega_lite_chart(frame, share_bars(tuple(characters)), height=230, alt=alt)
        st.caption(t("draws.caption", row=as_markdown(after), count=count))
        largest, typical = t("draws.largest"), t("draws.typical")
        numbers(
            (largest["label"], f"{frame['difference'].max():.4f}", t("draws.unit"), largest["help"]),
            (typical["label"], f"{typical_difference(of_row, count):.4f}", t("draws.unit"), typical["help"]),
        )
        return count


def names_of_streams(smoothing: float, seed: int, n: int) -> dict[str, list[str]]:
    """n names of each stream."""
    with st.spinner(t("waiting.names")):
        return {name: sampled(name, smoothing, seed, n) for name in STREAMS}


def names_table(smoothing: float, seed: int, n: int) -> None:
    """In an expander: the names of each stream."""
    place = table_expander()
    if place.open:
        with place:
            st.dataframe(
                {name: shown_names(words) for name, words in names_of_streams(smoothing, seed, n).items()},
                hide_index=True,
            )
            save_hint()
