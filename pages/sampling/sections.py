"""The parts of Sampling around its picture: the streams in a few words, drawn letters, and what they show."""

import html
from collections import Counter

import streamlit as st

from analysis.counts.smoothing import smoothed_probs
from analysis.samples.letters import TWENTY, different_letters
from analysis.streams import STREAMS
from analysis.words.vocabulary import labels
from pages.components.cached import letters_of_row, tables
from pages.components.texts import as_markdown, texts

t = texts(__file__)

STYLE = """<style>
.letters.letters {display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1.5rem}
.letters.letters {align-items: baseline}
.letters.letters, .letters dt, .letters dd {margin: 0; padding: 0}
.letters dd {display: grid; grid-template-columns: repeat(20, minmax(0, 2rem)); font: 1.1rem monospace}
@media (max-width: 640px) {.letters.letters {grid-template-columns: minmax(0, 1fr)}}
</style>"""


def describe_streams() -> None:
    """Which machine draws with which stream, and since when; and with which stream the installed torch agrees."""
    for column, (name, stream) in zip(st.columns(len(STREAMS)), STREAMS.items(), strict=True):
        column.markdown(f"**{name}**")
        column.caption(f"{stream.where}. {stream.how} {stream.here()}")
    st.caption(t("sources"))


def in_rows(rows: dict[str, list[str]]) -> None:
    """Letters in rows, one above the other, so that they can be compared place by place."""
    lines = [
        f"<dt>{html.escape(name)}</dt><dd>{''.join(f'<span>{html.escape(letter)}</span>' for letter in row)}</dd>"
        for name, row in rows.items()
    ]
    st.html(f"{STYLE}<dl class='letters'>{''.join(lines)}</dl>")


def twenty(stream: str, smoothing: float, seed: int, row: str) -> None:
    """Twenty letters of a row from one call, next to twenty calls, and what that means."""
    alone = _letters("one by one", stream, smoothing, seed, row, TWENTY)
    one_by_one = t("twenty.one_by_one", stream=stream)
    if not STREAMS[stream].at_once:
        in_rows({one_by_one: alone})
        st.markdown(t("twenty.gpu"))
        return
    together = _letters("at once", stream, smoothing, seed, row, TWENTY)
    in_rows({t("twenty.at_once"): together, one_by_one: alone})
    same = sum(a == b for a, b in zip(together, alone, strict=True))
    agree = STREAMS[stream].same_at_once
    st.markdown(t("twenty.same", n=TWENTY) if agree else t("twenty.other", n=TWENTY, same=same))


def without_replacement(stream: str, smoothing: float, seed: int, row: str) -> None:
    """Up to twenty letters of a row, each at most once, next to twenty with replacement."""
    race = STREAMS[stream].stand_in or stream
    alone = _letters("one by one", stream, smoothing, seed, row, TWENTY)
    count = different_letters(smoothed_probs(tables().all, smoothing)[tables().vocab.id_of(row)])
    different = _letters("without replacement", race, smoothing, seed, row, count)
    in_rows({t("replacement.without", race=race): different, t("replacement.with", stream=stream): alone})
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
