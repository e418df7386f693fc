"""The parts of Languages about all lists: their distances, the names that were held out, and all numbers as tables."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.models.languages.classify import WordScores
from analysis.views.captions import percent
from analysis.views.language_charts import confusion_heatmap, distance_heatmap
from analysis.views.language_tables import confusions_frame, distances_frame
from pages.components.folds import save_hint, table_expander
from pages.components.guess import guess_number, nothing_to_guess
from pages.components.list_at_hand import list_at_hand
from pages.components.offer_download import offer_download
from pages.components.page_frame import Number, digits, numbers, plain_text
from pages.components.texts import texts
from pages.languages.lists import Lists, can_be_tested, confusions_of, distances_of
from pages.languages.word import isolated

t = texts(__file__)
CELL, FEWEST, ABOVE, BESIDE = 30, 200, 150, 90  # pixels: a cell, all cells at least, and what is around them


def all_distances(lists: Lists, script: str) -> None:
    """The distance of every two lists as a heatmap, and which are nearest and farthest."""
    st.markdown(t("distances.text"))
    keys, frame = tuple(lists), distances_frame(list(lists), distances_of(script))
    _heatmap(frame, distance_heatmap(keys), len(keys), t("distances.alt", n=len(keys)))
    _key(lists)
    pairs = frame[frame["first"] != frame["second"]]
    ends = (pairs.loc[place] for place in (pairs["bits"].idxmin(), pairs["bits"].idxmax()))
    near, far = ((*(isolated(lists[one[key]].full_title) for key in ("first", "second")), one["bits"]) for one in ends)
    if len(keys) == 2:
        plain_text(t("distances.only", a=near[0], b=near[1], near=near[2]))
        return
    plain_text(t("distances.ends", a=near[0], b=near[1], near=near[2], c=far[0], d=far[1], far=far[2]))


def guess_of_accuracy(script: str, smoothing: float) -> None:
    """Ask how often the list of a held-out name is found, if at least two lists have names to hold out."""
    found = confusions_of(script, smoothing, can_be_tested(list_at_hand()))
    asked, chance = int(found.table.sum()), 1 / len(found.keys)
    if not asked or chance == 1:
        nothing_to_guess()
        return
    why = t("guess.why", chance=percent(chance))
    ask = t("guess.ask", asked=asked, n=len(found.keys))
    guess_number(ask, 100 * found.accuracy, within=10, unit=t("guess.unit"), why=why, digits=1)


def held_out_names(lists: Lists, script: str, smoothing: float) -> None:
    """How often the list of a held-out name is found, and which lists are taken for each other."""
    st.markdown(t("test.text"))
    words = list_at_hand()
    if words.key in lists and not can_be_tested(words):
        offer_download(t("test.need"))
    found = confusions_of(script, smoothing, can_be_tested(words))
    size = len(found.keys)
    numbers(
        Number(value=percent(found.accuracy, 2), **t("test.accuracy", asked=int(found.table.sum()))),
        Number(value=percent(found.mean_recall, 2), **t("test.recall")),
        Number(value=percent(1 / size, 2), **t("test.chance", n=size)),
    )
    frame = confusions_frame(found)
    wrong = frame[(frame["list"] != frame["guess"]) & (frame["words"] > 0)]
    if wrong.empty:
        st.markdown(t("test.no_confusion", chance=percent(1 / size)))
    else:
        most = wrong.loc[wrong["share"].idxmax()]
        title, guess = (isolated(lists[most[key]].full_title) for key in ("list", "guess"))
        plain_text(
            t("test.confusion", title=title, guess=guess, share=percent(most["share"]), chance=percent(1 / size))
        )
    _heatmap(frame, confusion_heatmap(found.keys), size, t("test.alt", n=size))
    st.caption(t("test.reading"))


def _heatmap(frame: pd.DataFrame, chart: dict, size: int, alt: str) -> None:
    side = max(FEWEST, CELL * size)
    st.vega_lite_chart(frame, chart, width=side + BESIDE, height=side + ABOVE, alt=alt)


def _key(lists: Lists) -> None:
    """What the short names of the lists stand for."""
    plain_text(" · ".join(f"{key}: {isolated(words.full_title)}" for key, words in lists.items()))


def numbers_table(scores: WordScores, lists: Lists, script: str) -> None:
    """In an expander: the name under every list, and every distance."""
    place = table_expander(t("tables.label"))
    if not place.open:
        return
    with place:
        totals, after = scores.log_likelihood.tolist(), scores.posteriors[:, -1].tolist()
        rows = [(lists[scores.keys[i]].full_title, totals[i], after[i]) for i in scores.ranking]
        columns, number = t("tables.columns"), st.column_config.NumberColumn
        config = columns | {"log_likelihood": number(columns["log_likelihood"], format="%.4f")}
        config |= {"posterior": number(columns["posterior"], format="%.6f")}
        st.dataframe(pd.DataFrame(rows, columns=list(columns)), hide_index=True, column_config=config)
        st.caption(t("tables.word"))
        keys = list(lists)
        digits(pd.DataFrame(distances_of(script).numpy(), index=keys, columns=keys), 4)
        st.caption(t("tables.distances"))
        save_hint()
