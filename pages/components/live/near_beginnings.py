"""What can be typed next: a page sends these rows in advance, so that the browser need not wait for the server."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.words.vocabulary import Vocabulary

MOST = 30  # letters: all of a small alphabet; of a large one the likeliest


def near_beginnings(typed: str, vocab: Vocabulary, probs: Sequence[float] | None = None) -> list[str]:
    """The typed beginning; then it with its last letter deleted, with all deleted, and with one letter more.

    `probs` (V,) says which letters are the likeliest; without it, they come in the order of the alphabet.
    """
    letters: Sequence[int] = range(1, len(vocab))
    likeliest = (letters if probs is None else sorted(letters, key=lambda i: -probs[i]))[:MOST]
    return list(dict.fromkeys([typed, typed[:-1], "", *(typed + vocab.itos[i] for i in likeliest)]))
