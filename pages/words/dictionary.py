"""The parts of Words about the lecture's dictionary: how it grows step by step, and all of it, sorted and searched."""

import html

import streamlit as st

from analysis.counts.bigrams.dictionary import (
    FIRST,
    Pair,
    Step,
    count_steps,
    dictionary_after,
    find_pairs,
    first_and,
    sort_pairs,
)
from analysis.views.count_tables import dictionary_frame
from analysis.views.palette import CHOSEN
from analysis.words.vocabulary import display_char
from pages.components.controls.columns import in_columns
from pages.components.texts import as_markdown, texts
from pages.words.pair_controls import order_choice, search_box, step_box

t = texts(__file__)
STYLE = f"""<style>
.steps.steps {{margin: 0; overflow-wrap: anywhere}}
.steps p {{margin: 0 0 .6rem; font-family: monospace; font-size: 1rem; line-height: 1.9}}
.steps .word {{display: inline-block; margin-right: 1.2rem; max-width: 100%}}
.steps .word span {{padding: .1rem .2rem}}
.steps .done {{opacity: .6}}
.steps .now {{white-space: nowrap; outline: 2px solid {CHOSEN}; outline-offset: 1px; border-radius: .2rem}}
.steps ul {{display: flex; flex-wrap: wrap; gap: .35rem; margin: 0; padding: 0; list-style: none}}
.steps li {{margin: 0; padding: .1rem .5rem; font-family: monospace; font-size: .9rem; border-radius: .4rem}}
.steps li {{border: 1px solid color-mix(in srgb, currentColor 30%, transparent)}}
</style>"""
LOOP = """b = {{}}
for w in {words}:
    for pair in zip(['<S>', *w], [*w, '<E>']):
        b[pair] = b.get(pair, 0) + 1"""


def step_by_step(first: list[str], word: str) -> int:
    """The dictionary of the first three names and of the typed word after some steps; returns the step."""
    st.header(t("steps.title"))
    st.markdown(t("steps.text"))
    words = first_and(first, word)
    own = "words[:3]" if len(words) == FIRST else f"[*words[:3], {words[-1]!r}]"
    st.code(LOOP.format(words=own), language="python", wrap_lines=True)
    steps = list(count_steps(words))
    with st.columns(3)[0]:
        number = step_box(len(steps))
    done = steps[:number]
    now = done[-1]
    st.caption(t("steps.caption", number=number, last=len(steps), of=as_markdown(", ".join(words))))
    key = html.escape(repr(now.pair))
    boxes = [
        f"<li{_marked(pair == now.pair)}>{html.escape(repr(pair))}: {count}</li>"
        for pair, count in dictionary_after(done).items()
    ]
    st.html(
        f"{STYLE}<div class='steps'><p>{_words(words, now)}</p>"
        f"<p>b[{key}] = b.get({key}, 0) + 1 = {now.before} + 1 = {now.after}</p><ul>{''.join(boxes)}</ul></div>"
    )
    return number


def _words(words: list[str], now: Step) -> str:
    """The words with their marks: letters already counted are paler, the pair that is counted now has an outline."""
    lines = []
    for word in words:
        cells = [html.escape(display_char(character)) for character in ("<S>", *word, "<E>")]
        if word == now.word:
            cells[now.place : now.place + 2] = [
                f"<span class='now'>{' '.join(cells[now.place : now.place + 2])}</span>"
            ]
        pale = " done" if words.index(word) < words.index(now.word) else ""
        lines.append(f"<span class='word{pale}'>{' '.join(cells)}</span>")
    return "".join(lines)


def _marked(is_now: bool) -> str:
    return " class='now'" if is_now else ""


def whole_dictionary(counted: dict[Pair, int]) -> tuple[str, str]:
    """All pairs of the list, or those that contain a text, in an order; returns the text and the order."""
    st.header(t("dictionary.title"))
    search, order = in_columns(lambda: search_box(counted), order_choice, widths=[1, 2])
    found = find_pairs(sort_pairs(counted, order), search)
    columns = t("dictionary.columns")
    columns["count"] = st.column_config.NumberColumn(columns["count"], format="localized")
    st.dataframe(dictionary_frame(found), hide_index=True, column_config=columns)
    shown, total = sum(found.values()), sum(counted.values())
    st.caption(t("dictionary.caption", pairs=len(found), all=len(counted), shown=shown, total=total))
    st.markdown(t("dictionary.sorted")[order])
    return search, order
