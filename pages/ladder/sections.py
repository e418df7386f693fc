"""The parts of What comes next: next letters, names, the ladder itself, and two looks into the nets."""

from __future__ import annotations

import math
from collections.abc import Sequence

import streamlit as st

from analysis.models.ngrams.ladder import Rung
from analysis.models.trained.pictures import attention_after, points_in_plane
from analysis.settings import CORPUS
from analysis.views.captions import percent
from analysis.views.ladder_charts import letter_points, look_cells, rung_points
from analysis.views.ladder_tables import looks_frame, points_frame, rungs_frame
from analysis.words.vocabulary import display_char
from pages.components.folds import save_hint, table_expander
from pages.components.guess import hidden_until_guessed
from pages.components.list_at_hand import list_at_hand
from pages.components.name_columns import name_columns
from pages.components.offer_download import offer_download
from pages.components.texts import texts
from pages.ladder.cached import lecture_list, names_drawn, nets

t = texts(__file__)
VOWELS = "aeiou"
ROW, AXES = 26, 60  # pixels: a row of cells, and what is around them
HEIGHT = 600  # pixels: high enough for small differences far below chance


def needs_words(with_words: bool) -> None:
    """That counts of longer contexts need the names, if they are not here."""
    if not with_words and list_at_hand().key == CORPUS.default:
        offer_download(t("need"))


def names_of_each(seed: int, with_words: bool) -> None:
    """Names of each model, each from the start of the same stream of random numbers."""
    titles = t("models")
    name_columns({titles[name]: words for name, words in names_drawn(seed, with_words).items()})
    st.caption(t("names.caption"))


def rungs_picture(rungs: Sequence[Rung]) -> None:
    """The nll on dev of each model, over the numbers that it stores and over the seconds that it takes."""
    frame = rungs_frame(rungs, t("published"))
    chance = math.log(len(lecture_list().tables.vocab))
    shown = frame[~frame["name"].str.match("add:|wb:")]  # Kneser-Ney is the best of those that count
    for field, title in t("rungs.axes").items():
        spec = rung_points(field, title, chance, t("rungs.chance", chance=chance))
        st.vega_lite_chart(shown, spec, height=HEIGHT, alt=t("rungs.alt", field=title, chance=chance))
    best = min(rungs, key=lambda rung: rung.dev_nll)
    st.caption(t("rungs.caption", best=best.name, dev=best.dev_nll, test=best.test_nll))


def points_of_letters() -> None:
    """The letters of the MLP as points in a plane."""
    st.markdown(t("letters.text"))
    points = points_in_plane(nets()["mlp"].net.embed.weight)
    frame = points_frame(points, lecture_list().tables.vocab, VOWELS)
    st.vega_lite_chart(frame, letter_points(), height=400, alt=t("letters.alt"))


def transformer_looks(start: str) -> None:
    """What the Transformer looks at, in each layer, when it predicts the letter after a beginning."""
    st.markdown(t("looks.text"))
    vocab, net = lecture_list().tables.vocab, nets()["transformer"].net
    ids, shares = attention_after(net, vocab.encode(start)[1:-1])
    frame = looks_frame(shares, ids, vocab)
    spec = look_cells(tuple(vocab.itos[i] for i in ids))
    st.vega_lite_chart(frame, spec, height=ROW * len(shares) + AXES, alt=t("looks.alt", start=start))
    most = [
        t(
            "looks.most",
            layer=i + 1,
            letter=display_char(vocab.itos[ids[int(row.argmax())]]),
            share=percent(float(row.max()), 0),
        )
        for i, row in enumerate(shares)
    ]
    st.caption(t("looks.caption", most="; ".join(most)))


def numbers_table(rungs: Sequence[Rung]) -> None:
    """The numbers of all models as a table."""
    if (place := table_expander()).open:
        with place:
            frame = rungs_frame(rungs, t("published"))
            with hidden_until_guessed("table", told=True):
                st.dataframe(frame.rename(columns=t("columns")), hide_index=True)
            save_hint()
