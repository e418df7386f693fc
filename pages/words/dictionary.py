"""The parts of Words about the lecture's dictionary: the loop that fills it, and all of it, sorted and searched."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.counts.bigrams.dictionary import FIRST, dictionary_of, find_pairs, first_and, sort_pairs
from analysis.counts.tables import Tables
from analysis.settings import ORDER
from analysis.views.count_tables import dictionary_frame
from pages.components.controls.columns import in_columns
from pages.components.folds import fold
from pages.components.page_frame import code_as_html
from pages.components.texts import as_markdown, texts
from pages.words.pair_controls import order_choice, search_box

t = texts(__file__)
LOOP = """b = {{}}
for w in {words}:
    for pair in zip(['<S>', *w], [*w, '<E>']):
        b[pair] = b.get(pair, 0) + 1"""


def the_loop(first: Sequence[str], word: str) -> None:
    """The lines that the picture goes through: over the first three names, and the typed word."""
    words = first_and(first, word)
    own = "words[:3]" if words == list(first[:FIRST]) else f"[*words[:3], {words[-1]!r}]"
    st.html(code_as_html(LOOP.format(words=own)))
    st.markdown(t("steps.text"))


def whole_dictionary(tables: Tables) -> tuple[str, str]:
    """Folded: all pairs of the list, or those that contain a text, in an order; returns the text and the order."""
    place = fold("dictionary", t("dictionary.title"))
    if not place.open:
        return "", ORDER.default
    counted, mark = dictionary_of(tables.all, tables.vocab), tables.vocab.boundary
    with place:
        search, order = in_columns(lambda: search_box(counted, mark), order_choice, widths=[1, 2])
        found = find_pairs(sort_pairs(counted, order), search, mark)
        columns = t("dictionary.columns")
        columns["count"] = st.column_config.NumberColumn(columns["count"], format="localized")
        st.dataframe(dictionary_frame(found), hide_index=True, column_config=columns)
        if not found:
            st.markdown(t("dictionary.never", text=as_markdown(search)))
        shown, total = sum(found.values()), sum(counted.values())
        st.caption(t("dictionary.caption", pairs=len(found), all=len(counted), shown=shown, total=total))
        st.markdown(t("dictionary.sorted")[order])
    return search, order
