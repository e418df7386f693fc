"""Letters that were drawn: the streams in a few words, letters side by side, and what they show."""

import html
from collections import Counter

import streamlit as st

from analysis.counts.smoothing import smoothed_probs
from analysis.samples.letters import TWENTY, different_letters
from analysis.streams import STREAMS
from analysis.words.vocabulary import labels
from pages.components.cached import letters_of_row, tables

STYLE = """<style>
.letters.letters {display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1.5rem}
.letters.letters {align-items: baseline}
.letters.letters, .letters dt, .letters dd {margin: 0; padding: 0}
.letters dd {display: grid; grid-template-columns: repeat(20, minmax(0, 2rem)); font: 1.1rem monospace}
@media (max-width: 640px) {.letters.letters {grid-template-columns: minmax(0, 1fr)}}
</style>"""
SOURCES = (
    "Where this was found out: [a reader of the lecture](https://github.com/karpathy/nn-zero-to-hero/issues/34) (torch "
    "1.13 draws the video's names, 2.0 others), pytorch's issues "
    "[132395](https://github.com/pytorch/pytorch/issues/132395) (the random numbers of `mkl` repeat) and "
    "[154031](https://github.com/pytorch/pytorch/issues/154031) (2.7 draws differently again). The versions are "
    "those that these threads name. Other builds may differ: find the column that holds your names."
)
GPU = "A GPU draws many at once in a way of its own, which is not rebuilt here."
SAME = "All {n} letters agree: for this stream one call for many letters gives the same as a call for each."
OTHER = (
    "{same} of {n} letters agree, as chance would have it. Asked for many at once, torch on any CPU **still draws as "
    "`lecture`**; asked one by one, it races. So the lecture's cell with `num_samples=20` gives everybody the same "
    "letters, and the loop below it, which draws names, does not."
)
BORROWED = "one race of `cpu` (the video's torch raced too, for this; its numbers are not rebuilt here)"


def describe_streams() -> None:
    """Which machine draws as which stream, and since when; for the installed torch, which of the others that is."""
    for column, (name, stream) in zip(st.columns(len(STREAMS)), STREAMS.items(), strict=True):
        column.markdown(f"**{name}**")
        column.caption(f"{stream.where}. {stream.how} {stream.here()}")
    st.caption(SOURCES)


def in_rows(rows: dict[str, list[str]]) -> None:
    """Letters in rows one above the other, so that places can be compared."""
    lines = [
        f"<dt>{html.escape(name)}</dt><dd>{''.join(f'<span>{html.escape(letter)}</span>' for letter in row)}</dd>"
        for name, row in rows.items()
    ]
    st.html(f"{STYLE}<dl class='letters'>{''.join(lines)}</dl>")


def twenty(stream: str, smoothing: float, seed: int, row: str) -> None:
    """Twenty letters of a row in one call beside twenty calls, and what that means."""
    alone = _letters("one by one", stream, smoothing, seed, row, TWENTY)
    if not STREAMS[stream].at_once:
        in_rows({f"one by one ({stream})": alone})
        st.markdown(GPU)
        return
    together = _letters("at once", stream, smoothing, seed, row, TWENTY)
    in_rows({"at once": together, f"one by one ({stream})": alone})
    same = sum(a == b for a, b in zip(together, alone, strict=True))
    st.markdown((SAME if STREAMS[stream].same_at_once else OTHER).format(same=same, n=TWENTY))


def without_replacement(stream: str, smoothing: float, seed: int, row: str) -> None:
    """Twenty letters of a row, or as many as there can be, that come once at most, beside twenty with replacement."""
    race = STREAMS[stream].stand_in or stream
    alone = _letters("one by one", stream, smoothing, seed, row, TWENTY)
    count = different_letters(smoothed_probs(tables().all, smoothing)[tables().vocab.id_of(row)])
    different = _letters("without replacement", race, smoothing, seed, row, count)
    in_rows({f"without it ({race})": different, f"with it ({stream})": alone})
    letter, times = Counter(alone).most_common(1)[0]
    one_race = "one race" if race == stream else BORROWED
    often = "once" if times == 1 else f"{times} times"
    st.markdown(
        f"Without it, a letter that has come cannot come again. Above, {count} letters in the order of their arrival "
        f"in {one_race}, all different; and {TWENTY} drawn with it, {len(set(alone))} of them different, “{letter}” "
        f"{often}. For one letter at a time it makes no difference; for many from one row, only with it do likely "
        "letters come as often as they should."
    )


def _letters(method: str, stream: str, smoothing: float, seed: int, row: str, count: int) -> list[str]:
    """Letters drawn from a row by one of three methods, each from the start of the stream."""
    characters = labels(tables().vocab)
    return [characters[i] for i in letters_of_row(method, stream, smoothing, seed, row, count)]
