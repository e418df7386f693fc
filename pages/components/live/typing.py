"""Rows that a page sends before they are asked for: the browser shows a typed letter without waiting for the server."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.words.vocabulary import Vocabulary

MOST = 30  # letters: all of a small alphabet; of a large one the likeliest


def with_next_letter(typed: str, vocab: Vocabulary, probs: Sequence[float]) -> list[str]:
    """The typed beginning, then what it is with one letter more; `probs` (V,) says which letters are the likeliest."""
    likeliest = sorted(range(1, len(vocab)), key=lambda i: -probs[i])[:MOST]
    return [typed, *(typed + vocab.itos[i] for i in likeliest)]
