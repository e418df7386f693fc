"""The table of counts, a number in each cell; a click, a tap or Enter on a cell chooses its row.

The browser paints it (live.js, view.js and what they import) from counts that come once.
"""

from __future__ import annotations

import torch

from analysis.counts.bigrams import END, START
from analysis.words.vocabulary import Vocabulary, display_char, labels
from pages.components.live.sync.live_view import live_view
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import texts

t = texts(__file__)
_show = live_view("counts_table", __file__)


def counts_table(
    live: LivePage, vocab: Vocabulary, characters: tuple[str, ...], counts: torch.Tensor, ids: str | None = None
) -> None:
    """Show counts (V, V) over these characters, and let a row be chosen: the live page's `row`.

    `ids` are all words of the list as one row of ids, two bytes each, in base64, with a boundary before, between and
    after them. With them the table can be filled with the first words, as many as the live page's `first` says; the
    browser counts them itself.

    With the characters START and END, "row" at the boundary means the row START; nothing can follow END, nor come
    before START.
    """
    places = {character: place for place, character in enumerate(characters)}
    boundary, letters = vocab.itos[0], [places[letter] for letter in vocab.itos[1:]]
    start, end = (places.get(mark, places.get(boundary)) for mark in (START, END))
    data = {
        "texts": t("js"),
        "labels": [display_char(character) for character in characters],
        "letters": labels(vocab),
        "counts": counts.flatten().tolist(),
        # for each character of the list, its row and its column in the table
        "rows": [start, *letters],
        "columns": [end, *letters],
        "starts": [place for character, place in places.items() if character == START],
        "ends": [place for character, place in places.items() if character == END],
        "words": ids,
    }
    if START in places:
        data["controls"] = _named_start(live.describe()["controls"])
    _show(live, data)


def _named_start(controls: dict) -> dict:
    """The controls, with START as the name of the first row: the table calls it so."""
    options = [dict(option) for option in controls["row"]["options"]]
    options[0]["text"] = START
    return controls | {"row": controls["row"] | {"options": options}}
