"""What Normalization shows beside its picture: all ways at once, what to notice, what a division costs."""

from typing import NamedTuple

import pandas as pd
import streamlit as st
import torch

from analysis.counts.normalization.costs import LETTERS, storages, time_rows
from analysis.counts.normalization.divisions import NAMES, Compared, compare_divisions, overview, small_table, span
from analysis.counts.smoothing import with_fake_counts
from analysis.samples.names import sample_words
from analysis.streams import open_stream
from analysis.views.tables import rows_frame, table_frame
from analysis.words.vocabulary import Vocabulary
from pages.components.cached import tables
from pages.components.page_frame import digits, lazy_expander, numbers

ASK = "what happens if you write `P / P.sum(1)` and forget `keepdim=True`?"
RIGHT = "the nll is the same, the names are worse"
GUESSES = {
    "an error": "No: it runs. (27, 27) / (27,) is a division that torch can do, though one published summary of the "
    "lecture says that it stops with an error.",
    "a worse nll": "No: the training nll is the same to the last digit. That is what makes it hard to find.",
    RIGHT: "It runs, the training nll is the same to the last digit, and what is drawn is another model.",
}
ROW_SUMS = "The smallest and the largest sum of a row of P after the division. All have to be 1."
COLUMN_SUMS = "The smallest and the largest sum of a column. In the right table they may be anything."
NLL = (
    "Mean negative log-likelihood of all bigrams counted, without the fake ones, under the table as it stands. Lower "
    "is better, but only where rows sum to 1 is it a fair number."
)
DRAWN = (
    "To draw a letter, torch.multinomial divides the row by its sum once more. This is the mean negative "
    "log-likelihood under the table that is then drawn from."
)
NOTICE = """**What to notice**
- **`P.sum(1)` without keepdim gives exactly the same training nll as the right way**: {sum1:.4f} and {rows:.4f}. Each
  letter that is entered is also left, so the sum of a letter's row equals the sum of its column, and the nll cannot
  tell which of them one has divided by. What is drawn is another model, with {sampled:.4f}.
- For the same reason `P.sum(0)`, with keepdim or without, makes the very same wrong table, in which
  the sum of each *column* is 1: it says which letter came *before*, not which comes next.
- **`P.sum()` gives exactly the same names as the right way**: for a draw, only the proportions within a row count. Its
  nll is {total:.4f}, because its numbers are chances of a pair, and not of a next letter.
- **Only the row sums catch both.** Look at them once: `P.sum(1)` must be all ones.
- A row in which nothing is counted would be 0 / 0, which torch calls nan, not a number. Each letter here is followed by
  something; smoothing above 0 is safe in any table."""


class Divided(NamedTuple):
    """A table, fake counts included, and what each way to divide it makes of it."""

    vocab: Vocabulary
    table: torch.Tensor
    compared: dict[str, Compared]


@st.cache_data(max_entries=200)
def divided(size: str, smoothing: float) -> Divided:
    """The real table or the small one, divided in all ways."""
    vocab, counts = small_table() if size == "small" else (tables().vocab, tables().all)
    return Divided(vocab, with_fake_counts(counts, smoothing), compare_divisions(counts, smoothing))


@st.cache_data(max_entries=200, show_spinner="Drawing names …")
def names_of(size: str, smoothing: float, seed: int) -> dict[str, list[str]]:
    """A few names drawn from each divided table, by its key."""
    found = divided(size, smoothing)
    return {
        key: sample_words(one.probs, found.vocab, NAMES, open_stream("lecture", seed))
        for key, one in found.compared.items()
    }


def figures(one: Compared) -> list[tuple[str, str, str, str]]:
    """The sums and both nll of one way."""
    unit = "nats per character"
    return [
        ("Row sums", span(one.division.row_sums), "each must be 1", ROW_SUMS),
        ("Column sums", span(one.division.column_sums), "may be anything", COLUMN_SUMS),
        ("Training nll", f"{one.nll:.4f}", unit, NLL),
        ("nll of what is drawn", f"{one.sampled_nll:.4f}", unit, DRAWN),
    ]


def first_row(found: Divided, divisor: str) -> None:
    """The first row of what comes out, beside the right one."""
    rows = {"right": found.compared["rows"].probs[0], "as divided here": found.compared[divisor].probs[0]}
    total = float(found.compared[divisor].division.row_sums[0])
    st.caption(f"The first row, which letter a name begins with. It sums to {total:.4g}.")
    digits(rows_frame(found.vocab.itos, rows), 4)


def all_ways(found: Divided, size: str, smoothing: float, seed: int) -> None:
    """Every way in a line: sums, nll, names, and which of them would have told that it is wrong."""
    lines = pd.DataFrame(overview(found.compared, names_of(size, smoothing, seed))).set_index("divisor")
    place = lines.columns.get_loc("training nll")
    st.dataframe(lines.iloc[:, :place])
    names = lines.pop("first names")
    st.dataframe(lines.iloc[:, place:])
    for text, ways in names.groupby(names, sort=False):
        st.text(f"{', '.join(ways.index)}: {text}")  # whole: a column would cut them
    st.caption("nll in nats per character. The names are drawn as in the lecture, all from the same random numbers.")


def notice(found: Divided) -> None:
    """What nobody else says, with the numbers of this table."""
    nll = {key: one.nll for key, one in found.compared.items()}
    st.markdown(NOTICE.format(**nll | {"sampled": found.compared["sum1"].sampled_nll}))


def once_or_each_time(table: torch.Tensor) -> None:
    """The button that measures, here and now, and what came out."""
    st.markdown(
        "The lecture first divides a row each time that a letter is to be drawn from it, and then makes the whole "
        "table P once, beforehand: the rows are the same, and the loop has less to do. How much less?"
    )
    if st.button(f"Measure it for {LETTERS:,} letters", icon=":material/timer:"):
        st.session_state["row_times"] = time_rows(table)
    if times := st.session_state.get("row_times"):
        each, once = f"{times.each_ms:.2f}", f"{times.once_ms:.2f}"
        numbers(
            ("A division at each letter", each, "ms", f"The rows of {LETTERS:,} letters, the drawing left out."),
            ("P once, then looked up", once, "ms", "The same rows, the one division of the whole table included."),
            ("That is", f"{times.ratio:.1f}", "times as fast", "Measured just now on the machine that serves this."),
        )
    st.caption("`python -m analysis benchmark` measures it on yours.")


def storage(table: torch.Tensor) -> None:
    """Both ways to write the right division: which of them makes a new table."""
    st.markdown(
        "Say that `Q = P` came before: another name for the same table. `P.data_ptr()` tells where its numbers lie in "
        "memory, and whether they still lie there after the division."
    )
    lines = [
        {"line": one.code, "afterwards P lies in": one.where, "Q's first row then sums to": f"{one.old_first_sum:,.6g}"}
        for one in storages(table)
    ]
    st.dataframe(lines, hide_index=True)
    st.markdown(
        "`/=` saves the memory of a second table, and whoever holds the old one sees it change. It needs a table of "
        "fractions: on the whole numbers of the counts torch refuses it, so the lecture says `.float()` first."
    )


def result_table(vocab: Vocabulary, one: Compared) -> None:
    """On demand: what comes out, with the sum of each row."""
    place = lazy_expander("The divided table", "table", ":material/table:")
    if place.open:
        with place:
            st.dataframe(table_frame(vocab.itos, one.probs, row_sums=True))
            st.caption("Its menu, above at the right, saves it as CSV.")
