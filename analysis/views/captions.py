"""Captions: what a live picture shows now, as facts and as numbers for one sentence.

The rules and the sentences are in texts.toml of each page. A rule gives a lowest and a highest value for some facts;
the first rule that fits is used. While a slider moves, the browser works out the same facts (caption.js of each page).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import torch

from analysis.counts.likelihood import Score
from analysis.counts.smoothing import fake_share, smoothed_probs
from analysis.words.vocabulary import Vocabulary, display_char


class Facts(NamedTuple):
    """The facts that choose a caption (finite numbers), and the numbers that fill the places of its text."""

    facts: dict[str, float]
    numbers: dict[str, str]


NEAR = 0.00001  # nearer to 0 or 1, a share in percent with three decimals would look like nothing or all


def percent(share: float, decimals: int | None = None) -> str:
    """A share from 0 to 1 in percent. Without `decimals`: one decimal, three within 0.1 % of nothing or of all.

    >>> percent(0.5), percent(0.00012), percent(0.99969), percent(0.11437, 2)
    ('50.0 %', '0.012 %', '99.969 %', '11.44 %')
    >>> percent(3e-9), percent(0.9999999)  # neither nothing nor all
    ('< 0.001 %', '> 99.999 %')
    """
    if decimals is None:
        if 0 < share < NEAR or 1 - NEAR < share < 1:
            return "< 0.001 %" if share < NEAR else "> 99.999 %"
        decimals = 1 if share in (0, 1) or 0.001 <= share <= 0.999 else 3
    return f"{100 * share:.{decimals}f} %"


def smoothing_facts(counts: torch.Tensor, vocab: Vocabulary, smoothing: float, previous: str) -> Facts:
    """The facts of the live table at a smoothing and a row: counts (V, V) -> facts.

    `fake` is the share of fake counts in all counts, `next` the likeliest next character of the row without smoothing,
    and `change` is how far its probability has moved.
    """
    size, row = len(vocab), vocab.id_of(previous)
    following = int(counts[row].argmax())
    zeros = int((counts == 0).sum())
    raw, now = (float(smoothed_probs(counts, one)[row, following]) for one in (0.0, smoothing))
    facts = {
        "smoothing": smoothing,
        "zeros": zeros,
        "row_total": int(counts[row].sum()),
        "change": abs(now - raw),
        "fake": fake_share(counts, smoothing),
    }
    return Facts(
        facts,
        {
            "zeros": f"{zeros:,}",
            "cells": f"{size**2:,}",
            "fake": percent(facts["fake"]),
            "row": display_char(previous),
            "row_total": f"{facts['row_total']:,}",
            "next": display_char(vocab.itos[following]),
            "raw": f"{raw:.4f}",
            "prob": f"{now:.4f}",
            "chance": f"{1 / size:.4f}",
        },
    )


def letters_facts(counts: torch.Tensor, vocab: Vocabulary, smoothing: float, scores: Sequence[Score]) -> Facts:
    """The facts of some words at a smoothing: counts (V, V), and the scores of the words at this smoothing -> facts.

    `impossible` is how many different pairs have probability 0; if none has, `over` is how far the nll is above chance,
    in nats per character. `fake` is the share of fake counts in all counts. The text names the letter with the
    lowest p.
    """
    letters = [letter for score in scores for letter in score.letters]
    chance, fake = math.log(len(vocab)), fake_share(counts, smoothing)
    nll = -sum(letter.logprob for letter in letters) / len(letters) + 0.0
    worst = min(letters, key=lambda letter: float(f"{letter.prob:.9e}"))  # the first, where rounding alone decides
    impossible = len({(letter.previous, letter.next) for letter in letters if letter.prob == 0})
    decimals = 4 if worst.prob >= 0.001 or worst.prob == 0 else max(6, 1 - math.floor(math.log10(worst.prob)))
    return Facts(
        {"impossible": impossible, "over": nll - chance if math.isfinite(nll) else 0.0, "fake": fake},
        {
            "impossible": f"{impossible:,}",
            "letters": f"{len(letters):,}",
            "nll": f"{nll:.4f}" if math.isfinite(nll) else "∞",
            "chance": f"{chance:.4f}",
            "fake": percent(fake),
            "row": display_char(vocab.itos[worst.previous]),
            "next": display_char(vocab.itos[worst.next]),
            "prob": f"{worst.prob:.{decimals}f}",
        },
    )
