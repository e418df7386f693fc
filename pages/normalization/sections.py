"""The parts of Normalization around its picture: all ways at once, what to notice, what a division costs."""

from typing import NamedTuple

import pandas as pd
import streamlit as st
import torch

from analysis.counts.normalization.costs import LETTERS, storages, time_rows
from analysis.counts.normalization.divisions import NAMES, Compared, compare_divisions, overview, small_table, span
from analysis.counts.smoothing import with_fake_counts
from analysis.counts.word_list import WordList
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from analysis.views.tables import rows_frame, table_frame
from analysis.words.vocabulary import Vocabulary
from pages.components.list_at_hand import cached_by_list
from pages.components.page_frame import Number, digits, numbers, save_hint, table_expander
from pages.components.texts import texts

t = texts(__file__)


class Divided(NamedTuple):
    """A table with fake counts, and the result of each way to divide it."""

    vocab: Vocabulary
    table: torch.Tensor
    compared: dict[str, Compared]


@cached_by_list(max_entries=200)
def divided(words: WordList, size: str, smoothing: float) -> Divided:
    """The real table or the small one, divided in all ways."""
    vocab, counts = small_table() if size == "small" else (words.tables.vocab, words.tables.all)
    return Divided(vocab, with_fake_counts(counts, smoothing), compare_divisions(counts, smoothing))


@cached_by_list(max_entries=200, show_spinner="Drawing names …")
def names_of(words: WordList, size: str, smoothing: float, seed: int) -> dict[str, list[str]]:
    """A few names drawn from each divided table, by its key."""
    found = divided(size, smoothing)
    return {
        key: sample_words(one.probs, found.vocab, NAMES, open_stream("lecture", seed))
        for key, one in found.compared.items()
    }


def figures(one: Compared) -> list[Number]:
    """The sums and both nll of one way."""
    return [
        Number(value=span(one.division.row_sums), **t("row_sums")),
        Number(value=span(one.division.column_sums), **t("column_sums")),
        Number(value=f"{one.nll:.4f}", **t("nll")),
        Number(value=f"{one.sampled_nll:.4f}", **t("sampled_nll")),
    ]


def first_row(found: Divided, divisor: str) -> None:
    """The first row of the result, next to the right one."""
    rows = {t("first_row.right"): found.compared["rows"], t("first_row.here"): found.compared[divisor]}
    st.caption(t("first_row.caption", total=float(found.compared[divisor].division.row_sums[0])))
    digits(rows_frame(found.vocab.itos, {label: one.probs[0] for label, one in rows.items()}), 4)


def all_ways(found: Divided, size: str, smoothing: float, seed: int) -> None:
    """A line for every way: sums, nll, names, and which of these checks show that it is wrong."""
    lines = pd.DataFrame(overview(found.compared, names_of(size, smoothing, seed))).set_index("divisor")
    place = lines.columns.get_loc("training nll")
    st.dataframe(lines.iloc[:, :place])
    names = lines.pop("first names")
    st.dataframe(lines.iloc[:, place:])
    for text, ways in names.groupby(names, sort=False):
        st.text(f"{', '.join(ways.index)}: {text}")  # not in a column, which would cut them
    st.caption(t("all_ways_caption"))


def notice(found: Divided) -> None:
    """What to notice, with the numbers of this table."""
    nll = {key: one.nll for key, one in found.compared.items()}
    sampled = found.compared["sum1"].sampled_nll
    st.markdown(t("notice", rows=nll["rows"], sum1=nll["sum1"], total=nll["total"], sampled=sampled))


def once_or_each_time(table: torch.Tensor) -> None:
    """The button that measures on this machine, and the result."""
    st.markdown(t("costs.text"))

    def measure() -> None:
        st.session_state["row_times"] = time_rows(table)

    st.button(t("costs.button", letters=LETTERS), icon=":material/timer:", on_click=measure)
    if times := st.session_state.get("row_times"):
        numbers(
            Number(value=f"{times.each_ms:.2f}", **t("costs.each", letters=LETTERS)),
            Number(value=f"{times.once_ms:.2f}", **t("costs.once")),
            Number(value=f"{times.ratio:.1f}", **t("costs.ratio")),
        )
    st.caption(t("costs.command"))


def storage(table: torch.Tensor) -> None:
    """Two ways to write the right division, and which of them makes a new table."""
    st.markdown(t("storage.text"))
    columns = t("storage.columns")
    lines = [dict(zip(columns, (one.code, one.where, one.old_first_sum), strict=True)) for one in storages(table)]
    number = st.column_config.NumberColumn(columns["old_first_sum"], format="localized")
    st.dataframe(lines, hide_index=True, column_config=columns | {"old_first_sum": number})
    st.markdown(t("storage.why"))


def result_table(vocab: Vocabulary, one: Compared) -> None:
    """In an expander: the result, with the sum of each row."""
    place = table_expander(t("divided_table"))
    if place.open:
        with place:
            st.dataframe(table_frame(vocab.itos, one.probs, row_sums=True))
            save_hint()
