"""Captions: what a live picture shows now, as facts and as numbers for one sentence.

The rules and the sentences are in texts.toml of each page: the first rule is chosen whose facts all lie
between its two ends. The browser works out the same facts while a slider moves (caption.js of each page), and chooses.
"""

from __future__ import annotations

from typing import NamedTuple

import torch

from analysis.counts.smoothing import smoothed_probs
from analysis.words.vocabulary import Vocabulary, display_char


class Facts(NamedTuple):
    """What a caption is chosen by (finite numbers), and what the places of its text are filled with."""

    facts: dict[str, float]
    numbers: dict[str, str]


def percent(share: float) -> str:
    """A share from 0 to 1 in percent: one decimal, three below 0.1 %.

    >>> percent(0.5), percent(0.00012)
    ('50.0 %', '0.012 %')
    """
    return f"{100 * share:.{1 if share >= 0.001 or share == 0 else 3}f} %"


def smoothing_facts(counts: torch.Tensor, vocab: Vocabulary, smoothing: float, previous: str) -> Facts:
    """What the live table shows at a smoothing and a row: counts (V, V) -> facts.

    `fake` is the share of fake counts in all counts, `next` the likeliest next character of the row without smoothing.
    """
    size, row = len(vocab), vocab.id_of(previous)
    total, added = int(counts.sum()), smoothing * size**2
    following = int(counts[row].argmax())
    zeros = int((counts == 0).sum())
    raw, now = (float(smoothed_probs(counts, one)[row, following]) for one in (0.0, smoothing))
    facts = {
        "smoothing": smoothing,
        "zeros": zeros,
        "row_total": int(counts[row].sum()),
        "fake": added / (total + added) if total + added else 0.0,
    }
    return Facts(
        facts,
        {
            "zeros": f"{zeros:,}",
            "cells": f"{size**2:,}",
            "fake": percent(facts["fake"]),
            "row": display_char(previous),
            "next": display_char(vocab.itos[following]),
            "raw": f"{raw:.4f}",
            "prob": f"{now:.4f}",
            "chance": f"{1 / size:.4f}",
        },
    )
