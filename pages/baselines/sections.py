"""The parts of Baselines around its numbers: names of three models, and how long names are."""

from typing import NamedTuple

import streamlit as st

from analysis.counts.baselines import Baseline, compare_baselines
from analysis.counts.baselines.lengths import Lengths, lengths_of_list, lengths_of_model
from analysis.counts.baselines.likely import Likely, most_likely_words, shares_of_list
from analysis.counts.word_list import WordList
from analysis.samples.names import sample_from_each
from analysis.views.captions import percent
from analysis.views.count_charts import LIST, length_lines
from analysis.views.count_tables import (
    baselines_frame,
    length_figures_frame,
    lengths_frame,
)
from pages.components.cached import all_words, tables
from pages.components.folds import fold, save_hint, table_expander
from pages.components.guess import hidden_until_guessed
from pages.components.list_at_hand import cached_by_list
from pages.components.name_columns import name_columns, shown_names
from pages.components.offer_download import offer_download
from pages.components.page_frame import Number, numbers, what_to_notice
from pages.components.texts import as_markdown, texts

t = texts(__file__)


class Measured(NamedTuple):
    """The three models at a smoothing; and, for the list and each model, lengths and the share of real names.

    Of a list of which only the table is known, there are no lengths.
    """

    models: list[Baseline]
    lengths: dict[str, Lengths]
    in_list: list[float | None]
    likeliest: list[Likely]


@cached_by_list(max_entries=100)
def measured(words: WordList, smoothing: float, with_words: bool) -> Measured:
    """All numbers of the models. With `with_words`, also how many of their names are real."""
    known, counted = words.tables, words.lengths
    models, lengths = compare_baselines(known, smoothing), {}
    if counted:
        longest = max(counted)
        lengths = {LIST: lengths_of_list(counted)} | {one.name: lengths_of_model(one.probs, longest) for one in models}
    in_list: list[float | None] = [None] * (1 + len(models))
    if with_words:
        in_list = [1.0, *shares_of_list(all_words(), known.vocab, [one.probs for one in models])]
    return Measured(models, lengths, in_list, most_likely_words(models[-1].probs, known.vocab, 5))


def cost_of_each(models: list[Baseline]) -> None:
    """The nll of the three models, once the guess is made."""
    labels = t("models")
    st.markdown(t("cost.text"))
    with hidden_until_guessed("cost", told=True):
        numbers(
            *(
                Number(value=f"{one.nll:.4f}", unit=t("nll_unit", perplexity=one.perplexity), **labels[one.name])
                for one in models
            )
        )
        st.caption(t("nll_caption"))


def names_of_each(known: Measured, seed: int, n: int) -> None:
    """Names of the three models, each from the start of the same stream of random numbers; and their mean lengths."""
    vocab, labels = tables().vocab, t("models")
    caption = t("names_caption")
    if known.lengths:
        real, uniform, frequencies, bigram = (one.mean for one in known.lengths.values())
        lengths = t("mean_lengths", real=real, uniform=uniform, frequencies=frequencies, bigram=bigram)
        caption = f"{caption} {lengths}"
    st.caption(caption)
    name_columns(sample_from_each({labels[one.name]["label"]: one.probs for one in known.models}, vocab, n, seed))


def lengths_of_each(known: Measured) -> None:
    """Folded: how long the names of the list and of each model are."""
    place = fold("lengths", t("lengths.title"))
    if not place.open:
        return
    with place:
        if not known.lengths:
            offer_download(t("lengths.need"))
            return
        st.markdown(t("lengths.text"))
        st.vega_lite_chart(lengths_frame(known.lengths), length_lines(), height=240, alt=t("lengths.alt"))


def noticed(known: Measured) -> None:
    """What to notice, with the lengths where they are known."""
    if not known.lengths:
        return
    bigram, in_list = known.lengths["bigram"], known.in_list[-1]
    names = tuple(map(as_markdown, shown_names([one.word for one in known.likeliest])))
    likeliest = ", ".join(f"{name} ({percent(one.prob)})" for name, one in zip(names, known.likeliest, strict=True))
    real = t("unknown") if in_list is None else t("real", share=percent(in_list, 0))
    one, longer, mean = bigram.shares[1], bigram.longer, known.lengths[LIST].mean
    what_to_notice(
        t("notice", one=percent(one, 0), longer=percent(longer, 0), mean=mean, real=real, likeliest=likeliest),
        plain=names,
    )


def _columns() -> dict:
    labels, number = t("lengths.columns"), st.column_config.NumberColumn
    shares = {key: number(labels[key], format="percent") for key in ("none", "one", "longer", "in_list")}
    return labels | shares | {"mean": number(labels["mean"], format="%.4f")}


def numbers_table(known: Measured) -> None:
    """In an expander: the models in full, and every length."""
    place = table_expander(t("tables.label"))
    if place.open:
        with place:
            with hidden_until_guessed("table", told=True):
                st.dataframe(baselines_frame(known.models), hide_index=True)
            st.caption(t("tables.nll"))
            if known.lengths:
                figures = length_figures_frame(known.lengths, known.in_list)
                if known.in_list[0] is None:
                    figures = figures.drop(columns="in_list")
                st.dataframe(figures, hide_index=True, column_config=_columns())
                frame = lengths_frame(known.lengths)
                st.dataframe(frame.pivot(index="letters", columns="whose", values="share")[list(known.lengths)])
                st.caption(t("tables.lengths"))
            save_hint()
