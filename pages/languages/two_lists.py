"""The part of Languages where two lists are compared on the letters that they share."""

from __future__ import annotations

import streamlit as st

from analysis.counts.word_list import WordList
from analysis.models.languages.distances import compare_shared, largest_differences
from analysis.views.captions import percent
from analysis.views.language_tables import differences_frame
from analysis.words.vocabulary import display_char
from pages.components.page_frame import Number, numbers, plain_text
from pages.components.texts import texts

t = texts(__file__)
TOP = 10


def two_lists(first: WordList, second: WordList) -> None:
    """The distance of two lists, how much of each is of shared letters, and the pairs on which they differ most."""
    st.markdown(t("pair.text"))
    try:
        shared = compare_shared(first.tables, second.tables)
    except ValueError:
        st.info(t("pair.nothing_shared"))
        return
    titles = first.full_title, second.full_title
    kept = [
        Number(value=percent(share, 2), **t("pair.kept", title=title))
        for title, share in zip(titles, shared.kept, strict=True)
    ]
    numbers(
        Number(value=f"{shared.distance:.4f}", **t("pair.distance")),
        Number(value=str(len(shared.vocab)), **t("pair.shared")),
        *kept,
    )
    for title, letters in zip(titles, shared.only, strict=True):
        if letters:
            plain_text(t("pair.alone", title=title, letters=" ".join(map(display_char, letters))))
    frame = differences_frame(largest_differences(shared, TOP))
    frame["pair"] = ["".join(map(display_char, pair)) for pair in frame["pair"]]
    if frame.empty:
        st.info(t("pair.alike"))
        return
    frame[["first", "second"]] *= 100
    columns, most = t("pair.columns"), float(frame[["first", "second"]].to_numpy().max())
    column = st.column_config
    config = {
        key: column.ProgressColumn(title, width="small", format="%.2f %%", min_value=0, max_value=most)
        for key, title in zip(("first", "second"), titles, strict=True)
    }
    config["pair"] = column.TextColumn(columns["pair"], width="small")
    config["bits"] = column.NumberColumn(columns["bits"], width="small", format="%.5f")
    st.dataframe(frame, hide_index=True, column_config=config)
    st.caption(t("pair.reading"))
