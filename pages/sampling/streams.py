"""The folded parts of Sampling: names of each version of torch, how it draws many letters, other rows to draw from."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.counts.baselines import random_probs, uniform_probs
from analysis.counts.smoothing import smoothed_probs
from analysis.counts.tables import Tables
from analysis.samples.letters import TWENTY, different_letters, draw_from_three, three_probs
from analysis.samples.names import sample_from_each
from analysis.settings import SEED
from analysis.streams import STREAMS
from analysis.words.vocabulary import labels
from pages.components.cached import letters_of_row, tables
from pages.components.folds import fold
from pages.components.live.control_bar import control_bar
from pages.components.live.sync.page_state import LivePage
from pages.components.name_columns import name_columns
from pages.components.texts import as_markdown, texts
from pages.sampling.sections import names_of_streams

t = texts(__file__)
THREE = 100  # draws from three numbers, as in the lecture
OTHERS = 6  # names of each of the other tables

STYLE = """<style>
.letters.letters {display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1.5rem}
.letters.letters {align-items: baseline}
.letters.letters, .letters dt, .letters dd {margin: 0; padding: 0}
.letters dd {display: grid; grid-template-columns: repeat(20, minmax(0, 2rem)); font: 1.1rem monospace}
.shares.shares {display: grid; grid-template-columns: max-content minmax(0, 20rem) max-content; gap: .3rem .8rem}
.shares.shares, .shares dd {margin: 0; padding: 0}
.shares i {display: block; height: .8rem; background: var(--st-primary-color, #3b6fb6)}
@media (max-width: 640px) {.letters.letters {grid-template-columns: minmax(0, 1fr)}}
</style>"""


def why_not_the_videos(live: LivePage, stream: str, smoothing: float, seed: int, n: int, row: str) -> None:
    """Folded: which machine draws with which stream, the names of each, twenty letters at once and one by one."""
    place = fold("streams", t("streams.title"))
    if not place.open:
        return
    with place:
        st.markdown(t("streams.text"))
        control_bar(live, "stream")
        control_bar(live, "n", "smoothing")
        for column, (name, one) in zip(st.columns(len(STREAMS)), STREAMS.items(), strict=True):
            column.markdown(f"**{name}**")
            column.caption(f"{one.where}. {one.how} {one.here()}")
        name_columns(names_of_streams(smoothing, seed, n))
        st.caption(t("streams.sources"))
        st.subheader(t("twenty.title"))
        _twenty(stream, smoothing, seed, row)


def how_multinomial_draws(place: DeltaGenerator, stream: str, smoothing: float, seed: int, row: str) -> None:
    """In a fold: the lecture's first draws, from three numbers; and letters drawn without replacement."""
    if not place.open:
        return
    with place:
        st.subheader(t("multinomial.title"))
        p, drawn = three_probs(SEED.default).tolist(), Counter(draw_from_three(SEED.default, THREE).tolist())
        st.markdown(t("multinomial.three", n=THREE))
        lines = "".join(
            f"<dt>{i}</dt><dd><i style='width: {100 * one:.2f}%'></i></dd>"
            f"<dd>{html.escape(t('multinomial.share', p=one, times=drawn[i], n=THREE))}</dd>"
            for i, one in enumerate(p)
        )
        st.html(f"{STYLE}<dl class='shares'>{lines}</dl>")
        st.subheader(t("replacement.title"))
        _without_replacement(stream, smoothing, seed, row)


def other_rows(names: Tables, smoothing: float, seed: int) -> None:
    """Folded: names of the counted table, of random rows, and of rows where all characters are equally likely."""
    place = fold("other_rows", t("other_rows.title"))
    if not place.open:
        return
    with place:
        size = len(names.vocab)
        models = {
            t("other_rows.counted"): smoothed_probs(names.all, smoothing),
            t("other_rows.random"): random_probs(size, seed),
            t("other_rows.equal"): uniform_probs(size),
        }
        name_columns(sample_from_each(models, names.vocab, OTHERS, seed))
        st.markdown(t("other_rows.text"))


def _in_rows(rows: Mapping[str, Sequence[str]]) -> None:
    """Letters in rows, one above the other, so that they can be compared place by place."""
    lines = [
        f"<dt>{html.escape(name)}</dt><dd>{''.join(f'<span>{html.escape(letter)}</span>' for letter in row)}</dd>"
        for name, row in rows.items()
    ]
    st.html(f"{STYLE}<dl class='letters'>{''.join(lines)}</dl>")


def _twenty(stream: str, smoothing: float, seed: int, row: str) -> None:
    """Twenty letters of a row from one call, next to twenty calls, and what that means."""
    alone = _letters("one by one", stream, smoothing, seed, row, TWENTY)
    one_by_one = t("twenty.one_by_one", stream=stream)
    if not STREAMS[stream].at_once:
        _in_rows({one_by_one: alone})
        st.markdown(t("twenty.gpu"))
        return
    together = _letters("at once", stream, smoothing, seed, row, TWENTY)
    _in_rows({t("twenty.at_once"): together, one_by_one: alone})
    same = sum(a == b for a, b in zip(together, alone, strict=True))
    agree = STREAMS[stream].same_at_once
    st.markdown(t("twenty.same", n=TWENTY) if agree else t("twenty.other", n=TWENTY, same=same))


def _without_replacement(stream: str, smoothing: float, seed: int, row: str) -> None:
    """Up to twenty letters of a row, each at most once, next to twenty with replacement."""
    race = STREAMS[stream].stand_in or stream
    alone = _letters("one by one", stream, smoothing, seed, row, TWENTY)
    count = different_letters(smoothed_probs(tables().all, smoothing)[tables().vocab.id_of(row)])
    different = _letters("without replacement", race, smoothing, seed, row, count)
    _in_rows({t("replacement.without", race=race): different, t("replacement.with", stream=stream): alone})
    letter, times = Counter(alone).most_common(1)[0]
    st.markdown(
        t(
            "replacement.text",
            count=count,
            one_race=t("replacement.one_race") if race == stream else t("replacement.borrowed"),
            n=TWENTY,
            different=len(set(alone)),
            letter=as_markdown(letter),
            times=times,
        )
    )


def _letters(method: str, stream: str, smoothing: float, seed: int, row: str, count: int) -> list[str]:
    """Letters drawn from a row by one of three methods, each from the start of the stream."""
    characters = labels(tables().vocab)
    return [characters[i] for i in letters_of_row(method, stream, smoothing, seed, row, count)]
