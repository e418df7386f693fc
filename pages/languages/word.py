"""The part of Languages about a name: which list it most likely comes from, and which pair of letters decides."""

from __future__ import annotations

import html
import math

import streamlit as st

from analysis.models.languages.classify import WordScores
from analysis.views.language_tables import pairs_frame
from analysis.views.palette import COUNTED
from analysis.words.vocabulary import display_char
from pages.components.list_at_hand import list_at_hand
from pages.components.page_frame import plain_text
from pages.components.texts import texts
from pages.languages.lists import Lists, title_of

t = texts(__file__)
TOP = 5
STYLE = f"""<style>
.likeliest.likeliest {{margin: 0 0 .5rem; font-size: 1.15rem; overflow-wrap: anywhere}}
.shares.shares {{margin: 0; padding: 0; list-style: none; display: grid; gap: .3rem}}
.shares li {{margin: 0; display: grid; grid-template-columns: minmax(6rem, 13rem) 1fr 3.6rem; gap: .6rem}}
.shares li {{align-items: center; font-size: .95rem; line-height: 1.3}}
.shares i {{display: block; height: .8rem; background: {COUNTED}; border-radius: .15rem; min-width: 1px}}
.shares b {{font-weight: 400; text-align: right; font-variant-numeric: tabular-nums}}
</style>"""


def isolated(text: str) -> str:
    """A text that keeps its own direction in a sentence: names in Hebrew or Arabic are written from right to left."""
    return f"\u2068{text}\u2069"


def by_likelihood(scores: WordScores) -> list[int]:
    """The places of the lists, the likeliest first."""
    totals = scores.log_likelihood.tolist()
    return sorted(range(len(totals)), key=lambda place: -totals[place])


def likeliest_lists(scores: WordScores, lists: Lists) -> None:
    """The likeliest list of a name in a sentence, and the shares of the likeliest five as bars."""
    after = scores.posteriors[:, -1].tolist()
    shares = [(title_of(lists[scores.keys[place]]), after[place]) for place in by_likelihood(scores)[:TOP]]
    title, share = shares[0]
    sentence = t("word.answer", word=isolated(scores.word), title=isolated(title), share=share)
    bars = [
        f"<li><bdi>{html.escape(title)}</bdi><span><i style='width: {100 * share:.2f}%'></i></span>"
        f"<b>{share:.1%}</b></li>"
        for title, share in shares
    ]
    st.html(f"{STYLE}<p class='likeliest'>{html.escape(sentence)}</p><ol class='shares'>{''.join(bars)}</ol>")
    st.caption(t("word.caption", n=len(scores.keys)))


def not_compared(lists: Lists, script: str) -> None:
    """A line if the list at hand is not one of the lists."""
    if list_at_hand().key not in lists:
        st.caption(t("word.not_compared", script=script))


def pairs_that_decide(scores: WordScores, lists: Lists) -> None:
    """The likeliest two lists pair by pair, and the pair that tells them apart best."""
    best, next_best = by_likelihood(scores)[:2]
    title, other = (title_of(lists[scores.keys[place]]) for place in (best, next_best))
    frame = pairs_frame(scores, best, next_best)
    st.subheader(t("word.pairs"))
    place = int(frame["difference"].argmax())
    pair, largest = "".join(map(display_char, scores.pairs[place])), float(frame["difference"][place])
    if largest > 0:
        times = math.exp(largest)
        plain_text(t("word.decides", pair=isolated(pair), times=times, title=isolated(title), other=isolated(other)))
    else:
        plain_text(t("word.equal", title=isolated(title), other=isolated(other)))
    number, columns = st.column_config.NumberColumn, t("word.columns")
    names = {"first": t("word.logprob", title=title), "second": t("word.logprob", title=other)}
    config = columns | {key: number(label, format="%.4f") for key, label in names.items()}
    config |= {"difference": number(columns["difference"], format="%.4f")}
    config |= {"posterior": number(columns["posterior"], format="percent")}
    st.dataframe(frame, hide_index=True, column_config=config)
    st.caption(t("word.reading"))
