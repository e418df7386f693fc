"""Rows that a page sends before they are asked for: the browser shows what is typed without waiting for the server."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.words.vocabulary import Vocabulary

MOST = 30  # letters: all of a small alphabet; of a large one the likeliest


def near_beginnings(typed: str, vocab: Vocabulary, probs: Sequence[float]) -> list[str]:
    """The typed beginning; then it with its last letter deleted, with all deleted, and with one letter more.

    `probs` (V,) says which letters are the likeliest.
    """
    likeliest = sorted(range(1, len(vocab)), key=lambda i: -probs[i])[:MOST]
    return list(dict.fromkeys([typed, typed[:-1], "", *(typed + vocab.itos[i] for i in likeliest)]))
