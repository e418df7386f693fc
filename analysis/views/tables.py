"""Tensors -> tidy pandas frames for charts and tables. Ids become characters here, nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import torch

from analysis.counts.bigrams import top_bigrams
from analysis.net.training import Run
from analysis.words.vocabulary import visible


def table_frame(characters: Sequence[str], values: torch.Tensor) -> pd.DataFrame:
    """A table of squares, values (V, V), as people read it: previous character down, next character across.

    >>> table_frame([".", "a"], torch.tensor([[0, 3], [2, 0]])).loc[".", "a"]
    np.int64(3)
    """
    across = pd.Index([visible(character) for character in characters], name="next")
    return pd.DataFrame(values.numpy().copy(), index=across.rename("previous"), columns=across)


def row_frame(characters: Sequence[str], counts: torch.Tensor, character: str) -> pd.DataFrame:
    """What follows one character, in the order of the table: bigram, count, prob (nan in a row without counts).

    Raises ValueError if there is no such row.
    """
    if character not in characters:
        raise ValueError(f"row must be one of {' '.join(characters)}, got {character}")
    row = counts[list(characters).index(character)]
    pairs = [visible(character) + visible(following) for following in characters]
    return pd.DataFrame({"bigram": pairs, "count": row.tolist(), "prob": (row / row.sum().double()).tolist()})


def top_frame(characters: Sequence[str], counts: torch.Tensor, k: int, *, least: bool = False) -> pd.DataFrame:
    """The k most (or least) frequent pairs that occur: bigram, count."""
    pairs = top_bigrams(counts, k, least=least)
    return pd.DataFrame(
        [(visible(characters[a]) + visible(characters[b]), count) for a, b, count in pairs],
        columns=["bigram", "count"],
    )


def entropy_frame(characters: Sequence[str], entropy: torch.Tensor) -> pd.DataFrame:
    """One line a row of the model: previous, entropy (nats)."""
    return pd.DataFrame({"previous": list(characters), "entropy": entropy.tolist()})


def shares_frame(characters: Sequence[str], row: torch.Tensor, drawn: np.ndarray) -> pd.DataFrame:
    """Indices (n,) drawn from a row (V,) of probabilities: next, prob, drawn (how often), share (of the n), difference.

    The difference is that of share and prob, without its sign. Raises ValueError if nothing was drawn.

    >>> shares_frame([".", "a"], torch.tensor([0.5, 0.5]), np.array([1, 0, 1, 1])).iloc[1].to_dict()
    {'next': 'a', 'prob': 0.5, 'drawn': 3, 'share': 0.75, 'difference': 0.25}
    """
    if len(drawn) == 0:
        raise ValueError("shares need at least one draw, got none")
    frame = pd.DataFrame({"next": list(characters), "prob": row.tolist()})
    counts = np.bincount(drawn, minlength=len(frame))
    share = counts / len(drawn)
    return frame.assign(drawn=counts, share=share, difference=(share - frame["prob"]).abs())


def loss_frame(run: Run) -> pd.DataFrame:
    """A training run: epoch (0 is the start), loss and nll (nats); the last line is that of the final weights."""
    return pd.DataFrame(
        {
            "epoch": range(len(run.loss) + 1),
            "loss": [*run.loss, run.final_loss],
            "nll": [*run.nll, run.final_nll],
        }
    )
