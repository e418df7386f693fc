"""The part of Languages about a name: which list it most likely comes from, and which pair of letters decides."""

from __future__ import annotations

import html
import math

import pandas as pd
import streamlit as st

from analysis.models.languages.alphabets import script_of_table
from analysis.models.languages.classify import WordScores
from analysis.views.captions import percent
from analysis.views.language_tables import pairs_frame
from analysis.views.palette import COUNTED
from analysis.words.vocabulary import display_char
from pages.components.list_at_hand import list_at_hand
from pages.components.page_frame import plain_text
from pages.components.texts import texts
from pages.languages.lists import Lists

t = texts(__file__)
TOP = 5
STYLE = f"""<style>
.likeliest.likeliest {{margin: 0 0 .5rem; font-size: 1.15rem; overflow-wrap: anywhere}}
.shares.shares {{margin: 0; padding: 0; list-style: none; display: grid; gap: .3rem}}
.shares li {{margin: 0; display: grid; grid-template-columns: minmax(6rem, 13rem) 1fr 3.6rem; gap: .6rem}}
.shares li {{align-items: center; font-size: .95rem; line-height: 1.3}}
.shares i {{display: block; height: .8rem; background: {COUNTED}; border-radius: .15rem; min-width: 1px}}
.shares b {{font-weight: 400; text-align: right; font-variant-numeric: tabular-nums}}
.of-pairs-box.of-pairs-box {{overflow-x: auto}}
.of-pairs.of-pairs {{border-collapse: collapse; margin: 0; font-size: .95rem; font-variant-numeric: tabular-nums}}
.of-pairs :is(th, td) {{padding: .25rem .7rem; text-align: right; font-weight: 400; border: none}}
.of-pairs thead th {{font-size: .85rem; vertical-align: bottom; max-width: 9rem}}
.of-pairs tbody tr {{border-top: 1px solid color-mix(in srgb, currentColor 18%, transparent)}}
.of-pairs tr > :first-child {{text-align: left}}
.of-pairs .decides :is(th, td) {{font-weight: 700}}
@media (max-width: 640px) {{
.shares li {{grid-template-columns: 8.5rem 1fr 3.2rem}}
.of-pairs :is(th, td), .of-pairs thead th {{padding: .25rem .3rem; font-size: .8rem}}
}}
</style>"""


def isolated(text: str) -> str:
    """A text that keeps its own direction in a sentence: names in Hebrew or Arabic are written from right to left."""
    return f"\u2068{text}\u2069"


def likeliest_lists(scores: WordScores, lists: Lists) -> None:
    """The likeliest list of a name in a sentence, and the shares of the likeliest five as bars."""
    after = scores.posteriors[:, -1].tolist()
    shares = [(lists[scores.keys[place]].full_title, after[place]) for place in scores.ranking[:TOP]]
    title, share = shares[0]
    sentence = t("word.answer", word=isolated(scores.word), title=isolated(title), share=percent(share))
    bars = [
        f"<li><bdi>{html.escape(title)}</bdi><span><i style='width: {100 * share:.2f}%'></i></span>"
        f"<b>{percent(share)}</b></li>"
        for title, share in shares
    ]
    st.html(f"{STYLE}<p class='likeliest'>{html.escape(sentence)}</p><ol class='shares'>{''.join(bars)}</ol>")
    st.caption(t("word.caption", n=len(scores.keys)))


def not_compared(lists: Lists, script: str) -> None:
    """A line that says why, if the list at hand is not one of the lists."""
    words = list_at_hand()
    if words.key in lists:
        return
    same = script_of_table(words.tables) == script
    st.caption(t("word.boundary") if same else t("word.other_script", script=script))


def pairs_that_decide(scores: WordScores, lists: Lists) -> None:
    """The likeliest two lists pair by pair, and the pair that tells them apart best."""
    best, next_best = scores.ranking[:2]
    title, other = (lists[scores.keys[place]].full_title for place in (best, next_best))
    frame = pairs_frame(scores, best, next_best)
    st.subheader(t("word.pairs"))
    place = int(frame["difference"].argmax())
    pair, largest = "".join(map(display_char, scores.pairs[place])), float(frame["difference"][place])
    if largest > 0:
        times = math.exp(largest)
        plain_text(t("word.decides", pair=isolated(pair), times=times, title=isolated(title), other=isolated(other)))
    else:
        plain_text(t("word.equal", title=isolated(title), other=isolated(other)))
    _table([*t("word.columns", title=title, other=other)], frame, place if largest > 0 else None)
    st.caption(t("word.reading"))


def _table(labels: list[str], frame: pd.DataFrame, chosen: int | None) -> None:
    """The pairs as a table whose labels wrap on a phone; the row of the chosen pair is bold."""
    head = "".join(f"<th scope='col'><bdi>{html.escape(label)}</bdi></th>" for label in labels)
    rows = []
    for i, (pair, *numbers, share) in enumerate(frame.itertuples(index=False)):
        shown = [f"{number:.4f}".replace("-", "−") for number in numbers] + [percent(share, 2)]
        cells = "".join(f"<td>{number}</td>" for number in shown)
        mark = " class='decides'" if i == chosen else ""
        rows.append(f"<tr{mark}><th scope='row'><bdi>{html.escape(pair)}</bdi></th>{cells}</tr>")
    body = f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody>"
    st.html(f"<div class='of-pairs-box'><table class='of-pairs'>{body}</table></div>")
