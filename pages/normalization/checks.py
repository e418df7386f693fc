"""The parts of Normalization that compare all ways to divide: their numbers, and which check catches a mistake."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import streamlit as st
import torch

from analysis.counts.normalization.divisions import NAMES, Compared, compare_divisions, overview, small_table, span
from analysis.counts.smoothing import with_fake_counts
from analysis.counts.word_list import WordList
from analysis.samples.names import sample_from_each
from analysis.views.tables import rows_frame, table_frame
from analysis.words.vocabulary import Vocabulary
from pages.components.folds import fold, save_hint, table_expander
from pages.components.guess import hidden_until_guessed
from pages.components.list_at_hand import cached_by_list
from pages.components.live.sync.page_state import LivePage
from pages.components.page_frame import Number, digits, numbers
from pages.components.texts import texts
from pages.normalization.live import stretch

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
    return sample_from_each({key: one.probs for key, one in found.compared.items()}, found.vocab, NAMES, seed)


def figures(one: Compared) -> list[Number]:
    """The sums and both nll of one way."""
    return [
        Number(value=span(one.division.row_sums), **t("row_sums")),
        Number(value=span(one.division.column_sums), **t("column_sums")),
        Number(value=f"{one.nll:.4f}", **t("nll")),
        Number(value=f"{one.sampled_nll:.4f}", **t("sampled_nll")),
    ]


def seen(one: Compared) -> None:
    """In a sentence: whether the rows of a result are probabilities."""
    st.markdown(t("seen.right") if one.rows_sum_to_one else t("seen.wrong", sums=span(one.division.row_sums)))


def which_check(live: LivePage, divisor: str, size: str, smoothing: float, seed: int) -> Divided | None:
    """Folded: the real table, divided in the chosen way, and all ways at once. None while it is closed."""
    place = fold("checks", t("checks.title"))
    if not place.open:
        return None
    found = divided(size, smoothing)
    one = found.compared[divisor]
    with place:
        stretch(live, "real", found.vocab, found.table, one, ["table_size", "smoothing", "seed"])
        with hidden_until_guessed("checks", told=True):
            numbers(*figures(one))
            _first_row(found, divisor)
            _all_ways(found, size, smoothing, seed)
    return found


def _first_row(found: Divided, divisor: str) -> None:
    """The first row of the result, next to the right one; a line for each character, so that none is cut."""
    rows = {t("first_row.right"): found.compared["rows"], t("first_row.here"): found.compared[divisor]}
    st.caption(t("first_row.caption", total=float(found.compared[divisor].division.row_sums[0])))
    digits(rows_frame(found.vocab.itos, {label: one.probs[0] for label, one in rows.items()}).T, 4)


def _all_ways(found: Divided, size: str, smoothing: float, seed: int) -> None:
    """A line for every way: sums, nll, names, and which of these checks show that it is wrong."""
    lines = pd.DataFrame(overview(found.compared, names_of(size, smoothing, seed))).drop(columns="divisor")
    lines = lines.set_index("divided by")
    place = lines.columns.get_loc("training nll")
    st.dataframe(lines.iloc[:, :place])
    names = lines.pop("first names")
    st.dataframe(lines.iloc[:, place:])
    for text, ways in names.groupby(names, sort=False):
        st.text(f"{', '.join(ways.index)}: {text}")  # not in a column, which would cut them
    st.caption(t("checks.caption"))


def notice(found: Divided) -> str:
    """What to notice, with the numbers of this table."""
    nll = {key: one.nll for key, one in found.compared.items()}
    sampled = found.compared["sum1"].sampled_nll
    return t("notice", rows=nll["rows"], sum1=nll["sum1"], total=nll["total"], sampled=sampled)


def result_table(vocab: Vocabulary, one: Compared) -> None:
    """In an expander: the result, with the sum of each row."""
    place = table_expander(t("divided_table"))
    if place.open:
        with place:
            st.dataframe(table_frame(vocab.itos, one.probs, row_sums=True))
            save_hint()
