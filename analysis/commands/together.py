"""What `score --together` adds: the words as one text, and where each stands among the words of the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from analysis.commands.printing import print_line, print_table, some

if TYPE_CHECKING:
    import torch

    from analysis.counts.likelihood import Score
    from analysis.counts.tables import Tables


def together(
    scores: Sequence[Score], tables: Tables, probs: torch.Tensor, mass: torch.Tensor, listed: list[str] | None
) -> dict[str, Any]:
    """Product, sum and mean over the words, the share of the list below each, and the list's own nll, two ways.

    What needs the words of the list is None without them. `running` is the sum of the lecture's loop, in float32, which
    divides `mass` (V, V), counts and fake counts, itself; `probs` are the same, divided in float64.
    """
    from analysis.counts.bigrams import encode_words
    from analysis.counts.likelihood import mean_nll, running_sum
    from analysis.counts.likelihood.steps import nlls_of_words, share_below, steps_of

    steps = steps_of(scores)
    below, running = [None] * len(scores), (None, None)
    if listed:
        ids = encode_words(listed, tables.vocab)
        nlls = nlls_of_words(ids, probs)
        below, running = [share_below(nlls, one.nll) for one in scores], running_sum(ids, mass)
    return {
        **steps._asdict(),
        "below": below,
        "list_nll": mean_nll(tables.all, probs),
        "list_running_log_likelihood": running[0],
        "list_running_nll": running[1],
    }


def print_together(result: dict[str, Any], scores: Sequence[Score], listed: list[str] | None) -> None:
    """The same for people."""
    print_line(f"together, {some(result['characters'], 'predicted character')}:")
    product = f"{result['mantissa']:.4f}e{result['exponent']}" if result["mantissa"] else "0"
    at = result["vanishes"]
    lost = "" if at is None else f" (in float32 it is 0 from character {at} on)"
    print_line(f"product {product}{lost}, log-likelihood {result['log_likelihood']:.4f} nats")
    print_line(f"mean nll {result['nll']:.4f} nats per character, perplexity {result['perplexity']:.4f}")
    print_line(f"the whole list: mean nll {result['list_nll']:.7f} nats per character")
    if not listed:
        return
    print_line(
        f"summed one by one in float32, as the lecture does: {result['list_running_log_likelihood']:.4f} nats, "
        f"mean nll {result['list_running_nll']:.7f}"
    )
    rows = [(one.word, f"{100 * below:.2f} %") for one, below in zip(scores, result["below"], strict=True)]
    print_table(f"among {some(len(listed), 'word')}", ["word", "have a lower nll"], rows)
