"""What Baselines shows beside its numbers: names of three models, and how long names are."""

import html
from typing import NamedTuple

import streamlit as st

from analysis.counts.baselines import Baseline, compare_baselines
from analysis.counts.baselines.lengths import Lengths, lengths_of_list, lengths_of_model, load_lengths
from analysis.counts.baselines.likely import Likely, most_likely_words, share_of_list
from analysis.samples.names import sample_words
from analysis.settings import CORPUS
from analysis.streams import open_stream
from analysis.views.count_charts import LIST, length_lines
from analysis.views.count_tables import (
    baselines_frame,
    length_figures_frame,
    lengths_frame,
)
from pages.components.cached import all_names, tables
from pages.components.page_frame import lazy_expander

EMPTY = "(empty)"
STYLE = """<style>
.of-each.of-each {display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .5rem 1.5rem}
.of-each h4 {margin: 0; padding: 0 0 .2rem; font-size: 1rem; font-weight: 600}
.of-each ol {margin: 0; padding: 0; list-style: none; max-height: 22rem; overflow-y: auto; overflow-wrap: anywhere}
.of-each li {margin: 0; padding: .1rem 0; font-size: .95rem; line-height: 1.35}
@media (max-width: 640px) {.of-each.of-each {gap: .5rem .8rem} .of-each li {font-size: .85rem}}
</style>"""
GUESS = (
    "how surprised is a model that knows how frequent each letter is, but never what came before? "
    "Knowing nothing costs 3.2958 nats, the bigram 2.45."
)
WHY = (
    "That is 0.47 nats better than knowing nothing. What a bigram knows beside it, **which letter came before**, is "
    "worth another 0.37."
)
NLL = {
    "uniform": "Each of the 27 characters is equally likely: ln 27. Whoever is worse knows something wrong.",
    "letter frequencies": "Each character has its share of all characters, whatever came before.",
    "bigram": "Each character has its share of what follows the character before: the table of counts, with the "
    "smoothing above.",
}
LENGTHS_TEXT = (
    "A bigram forgets all but one letter. It cannot know that a name has just begun, or that it has gone on for long. "
    "The figures below are not drawn but worked out exactly, for every name that a model could make. Bars: the names "
    "of the list. Lines: names of the models."
)
NOTICE = """**What to notice**
- Real names crowd around six letters, and none has one. Of a bigram's names **{one:.0%} are one letter long**, and
  {longer:.0%} are longer than the longest real one, 15 letters. It ends a name by the last letter alone.
- Without smoothing the *mean* length is exactly the list's, 6.12 letters, and so it is for the letter frequencies: a
  mean is easily right while the lengths are wrong.
- {in_list}
- More smoothing turns the bigram into the uniform model: try 1,000,000, and compare their names."""
UNKNOWN = "How many of its names are real ones needs the names themselves (names.txt), which are not on this machine."


class Measured(NamedTuple):
    """The three models at a smoothing, and the list and them by name: lengths, and how much of each is in the list."""

    models: list[Baseline]
    lengths: dict[str, Lengths]
    in_list: list[float | None]
    likeliest: list[Likely]


@st.cache_data(max_entries=100)
def measured(smoothing: float, with_words: bool, corpus: str = CORPUS.default) -> Measured:
    """All that is shown of the models but their names; `with_words` also how many of these are real ones."""
    known, counted, words = tables(corpus), load_lengths(corpus), all_names() if with_words else None
    models, longest = compare_baselines(known, smoothing), max(counted)
    lengths = {LIST: lengths_of_list(counted)} | {one.name: lengths_of_model(one.probs, longest) for one in models}
    shares = [words and share_of_list(words, known.vocab, one.probs) for one in models]
    return Measured(models, lengths, [words and 1.0, *shares], most_likely_words(models[-1].probs, known.vocab, 5))


def names_of_each(models: list[Baseline], seed: int, n: int) -> None:
    """Names of the three models, each from the start of the same stream of random numbers."""
    vocab = tables().vocab
    names = {one.name: sample_words(one.probs, vocab, n, open_stream("lecture", seed)) for one in models}
    columns = [
        f"<div><h4>{html.escape(name)}</h4><ol tabindex='0'>"
        f"{''.join(f'<li>{html.escape(word or EMPTY)}</li>' for word in words)}</ol></div>"
        for name, words in names.items()
    ]
    st.html(f"{STYLE}<div class='of-each'>{''.join(columns)}</div>")


def lengths_and_shares(known: Measured) -> None:
    """How long the names of the list and of each model are, and what that says."""
    st.markdown(LENGTHS_TEXT)
    alt = "The lengths of the real names as bars, those of the names of three models as lines over them."
    st.vega_lite_chart(lengths_frame(known.lengths), length_lines(), height=320, alt=alt)
    frame = length_figures_frame(known.lengths, known.in_list)
    if known.in_list[0] is None:
        frame = frame.drop(columns="in_list")
    st.dataframe(frame, hide_index=True, column_config=_columns())
    bigram, in_list = known.lengths["bigram"], known.in_list[-1]
    likeliest = ", ".join(f"{one.word or EMPTY} ({one.prob:.1%})" for one in known.likeliest)
    real = UNKNOWN if in_list is None else f"Still, {in_list:.0%} of the bigram's names are real ones, in the list."
    said = f"{real} Its likeliest: {likeliest}."
    st.markdown(NOTICE.format(one=bigram.shares[1], longer=bigram.longer, in_list=said))


def _columns() -> dict:
    shares = {"none": "No letter", "one": "One letter", "longer": "Over 15 letters", "in_list": "Real names"}
    return {
        "whose": "Names of",
        "mean": st.column_config.NumberColumn("Mean letters", format="%.4f"),
        **{key: st.column_config.NumberColumn(label, format="percent") for key, label in shares.items()},
    }


def numbers_table(known: Measured) -> None:
    """On demand: the models in full, and every length."""
    place = lazy_expander("The numbers as tables", "table", ":material/table:")
    if place.open:
        with place:
            st.dataframe(baselines_frame(known.models), hide_index=True)
            st.caption(
                "nll and dev nll in nats per character; dev nll: counted on the train names, scored on names held out."
            )
            frame = lengths_frame(known.lengths)
            st.dataframe(frame.pivot(index="letters", columns="whose", values="share")[list(known.lengths)])
            st.caption("The share of the names with so many letters. A table's menu, above at its right, saves it.")
