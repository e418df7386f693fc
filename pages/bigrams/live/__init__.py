"""The table of counts, a number in each cell; a click, a tap or Enter on a cell chooses its row.

The browser paints it (counts.js, view.js and what they import) from counts that come once.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch

from analysis.counts.bigrams import END, START
from analysis.settings import FIRST
from analysis.words.vocabulary import BOUNDARY, Vocabulary, display_char
from pages.components.live import picture
from pages.components.live.sync.shared_state import Owned, row_of

KEY = "counts_table"

_show = picture(KEY, Path(__file__).parent)


@dataclass(frozen=True)
class Words:
    """All words of a list as one row of ids, a byte each, in base64; a boundary before, between and after them."""

    ids: str
    vocab: Vocabulary

    def to_browser(self, characters: tuple[str, ...]) -> dict[str, object]:
        """The ids, and for each the row and the column of the table that it has as previous and as next character."""
        places = {character: place for place, character in enumerate(characters)}
        boundary, letters = self.vocab.itos[0], [places[letter] for letter in self.vocab.itos[1:]]
        start, end = (places.get(mark, places.get(boundary)) for mark in (START, END))
        return {"text": self.ids, "rows": [start, *letters], "columns": [end, *letters]}


def counts_table(characters: tuple[str, ...], counts: torch.Tensor, words: Words | None = None) -> None:
    """Show counts (V, V) and let a row be chosen: it is that of the control with the key "row".

    With `words` the table is that of the first ones, as many as the control with the key "first" says, and can be
    filled by hand; the browser counts them itself.

    With the characters START and END, "row" at the boundary means the row START; nothing can follow END, nor come
    before START.
    """
    data = {
        "labels": [display_char(character) for character in characters],
        "counts": counts.flatten().tolist(),
        "start": characters.index(START if START in characters else BOUNDARY),
        "starts": [i for i, character in enumerate(characters) if character == START],
        "ends": [i for i, character in enumerate(characters) if character == END],
        "words": None if words is None else words.to_browser(characters),
        "letters": [] if words is None else [display_char(character) for character in words.vocab.itos],
    }
    _show(owned(characters, words), data)


def owned(characters: tuple[str, ...], words: Words | None = None) -> Owned:
    """The row: a character here, its place in the table in the browser; with words, also how many are counted."""
    rows = [
        BOUNDARY if character == START else character for character in characters if character != END
    ]  # END is last
    read, show = {"row": lambda value: row_of(value, rows)}, {"row": rows.index}
    if words is not None:
        read["first"], show["first"] = lambda value: float(FIRST.on_page.check(value)), int
    return Owned(KEY, read=read, show=show)
