"""Turn tensors into tidy pandas frames for charts and tables, with characters instead of ids."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import torch

from analysis.counts.bigrams import top_bigrams
from analysis.counts.smoothing import smoothed_probs
from analysis.net.forward_trace import ForwardTrace
from analysis.net.gradient import RowGradient
from analysis.net.optimum import SMALLEST, optimum_probs, optimum_weights
from analysis.net.training import Run
from analysis.words.vocabulary import display_char


def table_frame(characters: Sequence[str], values: torch.Tensor, *, row_sums: bool = False) -> pd.DataFrame:
    """Values (V, V) as a table for people: previous character down, next character across.

    With `row_sums` a last column, "row sum".

    >>> table_frame([".", "a"], torch.tensor([[0, 3], [2, 0]])).loc[".", "a"]
    np.int64(3)
    """
    across = pd.Index([display_char(character) for character in characters], name="next")
    frame = pd.DataFrame(values.numpy().copy(), index=across.rename("previous"), columns=across)
    return frame.assign(**{"row sum": values.sum(1).tolist()}) if row_sums else frame


def rows_frame(characters: Sequence[str], rows: Mapping[str, torch.Tensor]) -> pd.DataFrame:
    """Rows (V,) below each other, each with its name first, and a column for each next character.

    >>> rows_frame([".", "a"], {"right": torch.tensor([0.25, 0.75])}).loc["right", "a"]
    np.float64(0.75)
    """
    across = [display_char(character) for character in characters]
    return pd.DataFrame([row.tolist() for row in rows.values()], index=list(rows), columns=across)


def top_frame(characters: Sequence[str], counts: torch.Tensor, k: int) -> pd.DataFrame:
    """The k most frequent pairs that occur: bigram, count."""
    pairs = top_bigrams(counts, k)
    return pd.DataFrame(
        [(display_char(characters[a]) + display_char(characters[b]), count) for a, b, count in pairs],
        columns=["bigram", "count"],
    )


def entropy_frame(characters: Sequence[str], entropy: torch.Tensor) -> pd.DataFrame:
    """A row for each row of the model: previous, entropy (nats)."""
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


def pass_frame(characters: Sequence[str], net: ForwardTrace) -> pd.DataFrame:
    """Each pair of a word with every letter that may come next.

    pair (its number from 0), previous, next, logit, count, prob, right (whether that letter comes next).
    """
    exps, probs = net.exps[net.xs], net.probs[net.xs]  # (n, V)
    rows = [
        (i, display_char(characters[x]), display_char(following), *numbers, j == y)
        for i, (x, y) in enumerate(zip(net.xs.tolist(), net.ys.tolist(), strict=True))
        for j, (following, numbers) in enumerate(
            zip(characters, torch.stack([net.logits[i], exps[i], probs[i]], 1).tolist(), strict=True)
        )
    ]
    return pd.DataFrame(rows, columns=["pair", "previous", "next", "logit", "count", "prob", "right"])


def gradient_frame(characters: Sequence[str], by_hand: torch.Tensor, numeric: torch.Tensor) -> pd.DataFrame:
    """Two gradients (V, V), a row for each weight: bigram, by_hand, numeric, difference (nats per unit of the weight).

    The difference is without its sign.
    """
    columns = {"by_hand": by_hand, "numeric": numeric, "difference": (by_hand - numeric).abs()}
    frame = pd.DataFrame({name: column.flatten().tolist() for name, column in columns.items()})
    return frame.assign(bigram=[previous + following for previous in characters for following in characters])


def row_gradient_frame(characters: Sequence[str], parts: RowGradient) -> pd.DataFrame:
    """A row of the net and the counted one: next, net, counted, difference, gradient; `more` says which has more."""
    difference = parts.net - parts.counted
    more = ["net" if value > 0 else "counted" for value in difference.tolist()]
    columns = {"net": parts.net, "counted": parts.counted, "difference": difference, "gradient": parts.gradient}
    frame = pd.DataFrame({name: column.tolist() for name, column in columns.items()})
    return frame.assign(next=list(characters), more=more)


def loss_frame(run: Run) -> pd.DataFrame:
    """A training run: epoch (0 is the start), loss and nll (nats); the last line is that of the final weights."""
    return pd.DataFrame(
        {
            "epoch": range(len(run.loss) + 1),
            "loss": [*run.loss, run.final_loss],
            "nll": [*run.nll, run.final_nll],
        }
    )


def switch_frame(before: Run, after: Run) -> pd.DataFrame:
    """A run and its continuation with a penalty, with epochs counted through both: epoch, loss and nll (nats).

    The epoch at which it is switched on comes twice, without the penalty and with it.
    """
    later = loss_frame(after)
    return pd.concat([loss_frame(before), later.assign(epoch=later["epoch"] + len(before.loss))], ignore_index=True)


def beside_frame(characters: Sequence[str], counts: torch.Tensor, lam: float, smoothing: float) -> pd.DataFrame:
    """Every pair of counts (V, V): previous, next, count, W, net, counted, difference.

    W and net are of the best net at `lam` (W is nan where lam is none), counted is at `smoothing`.
    """
    weights = optimum_weights(counts, lam) if lam >= SMALLEST else torch.full(counts.shape, math.nan)
    net, counted = optimum_probs(counts, lam), smoothed_probs(counts, smoothing)
    values = {"count": counts, "W": weights, "net": net, "counted": counted, "difference": net - counted}
    pairs = [(display_char(a), display_char(b)) for a in characters for b in characters]
    return pd.DataFrame(pairs, columns=["previous", "next"]).assign(
        **{name: table.flatten().tolist() for name, table in values.items()}
    )
