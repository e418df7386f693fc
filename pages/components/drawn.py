"""Letters that were drawn: the streams in a few words, letters side by side, and what they show."""

import html
from collections import Counter

import streamlit as st

from analysis.draws import torch_draws_as
from analysis.generators import STREAMS

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
    "[132395](https://github.com/pytorch/pytorch/issues/132395) (what was wrong with `mkl`) and "
    "[154031](https://github.com/pytorch/pytorch/issues/154031) (2.7 draws differently again)."
)
GPU = "A GPU draws many at once in a way of its own, which is not rebuilt here."
SAME = "All {n} letters agree: here one call for many draws as a call for each does."
OTHER = (
    "{same} of {n} letters agree, as chance would have it. Asked for many at once, torch on any CPU **still draws as "
    "`lecture`**; asked one by one, it races. So the lecture's cell with `num_samples=20` gives everybody the same "
    "letters, and the loop below it, which draws names, does not."
)


def describe_streams() -> None:
    """Which machine draws which way, and since when; for the installed torch, which of the others it draws as."""
    for column, (name, stream) in zip(st.columns(len(STREAMS)), STREAMS.items(), strict=True):
        same = f" Here it draws as **{torch_draws_as() or 'none of the others'}**." if name == "torch" else ""
        column.markdown(f"**{name}**")
        column.caption(f"{stream.where}. {stream.how}{same}")
    st.caption(SOURCES)


def in_rows(rows: dict[str, list[str]]) -> None:
    """Letters in rows one above the other, so that places can be compared; a row without letters is left out."""
    lines = [
        f"<dt>{html.escape(name)}</dt><dd>{''.join(f'<span>{html.escape(letter)}</span>' for letter in row)}</dd>"
        for name, row in rows.items()
        if row
    ]
    st.html(f"{STYLE}<dl class='letters'>{''.join(lines)}</dl>")


def at_once_text(together: list[str], alone: list[str]) -> str:
    """Whether many at once are the letters that come one by one, and why."""
    if not together:
        return GPU
    same = sum(a == b for a, b in zip(together, alone, strict=True))
    return (SAME if same == len(alone) else OTHER).format(same=same, n=len(alone))


def replacement_text(different: list[str], drawn: list[str], *, borrowed: bool) -> str:
    """What would be lost without it. `borrowed`: the stream has no race of its own, this is that of `cpu`."""
    letter, times = Counter(drawn).most_common(1)[0]
    race = "one race of `cpu` (`lecture` has none)" if borrowed else "one race"
    return (
        f"Without it, a letter that has come cannot come again. Above, {len(different)} letters in the order of their "
        f"arrival in {race}, all different; and {len(drawn)} drawn with it, {len(set(drawn))} of them different, "
        f"“{letter}” {'once' if times == 1 else f'{times} times'}. For one letter at a time it makes no difference; "
        "for many from one row, only with it do likely letters come as often as they should."
    )
