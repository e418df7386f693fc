"""The command that shows what fake counts do: smooth."""

from __future__ import annotations

from typing import Annotated

import typer

from analysis import settings
from analysis.commands.options import DEFAULT_SMOOTHING, Json, TableOptions, value_of
from analysis.commands.printing import print_json, print_line, print_table
from analysis.settings.numbers import show_number

Smoothings = Annotated[list[str], typer.Option("--smoothing", metavar="S ...", help=settings.SMOOTHING.help)]


def smooth(
    *,
    smoothing: Smoothings = (DEFAULT_SMOOTHING,),  # type: ignore[assignment]
    more: Annotated[list[str] | None, typer.Argument(metavar="[S ...]", help="More smoothings.")] = None,
    dev: Annotated[bool, typer.Option("--dev", help="Also count on train only, and score train and dev.")] = False,
    source: TableOptions,
    json: Json = False,
) -> None:
    """Show mean nll, perplexity and row entropies at each smoothing: --smoothing 0 1 10."""
    values = [value_of(settings.SMOOTHING, text) for text in [*smoothing, *(more or [])]]
    tables, words = source.open()
    from analysis.counts.smoothing import row_entropy, smoothed_probs, smoothing_effect

    if dev and words is None:
        raise ValueError(f"--dev needs words to hold out, and a table has none, got --counts {source.counts_file}")
    if dev and not (tables.train.sum() and tables.dev.sum()):
        raise ValueError("--dev needs words to hold out: expected a list of 6 words or more")
    results = []
    for value in values:
        effect = smoothing_effect(tables, value)
        result = {
            "smoothing": value,
            "nll": effect.nll,
            "perplexity": effect.perplexity,
            "entropy": row_entropy(smoothed_probs(tables.all, value)).tolist(),
            "mean_entropy": effect.entropy,
        }
        results.append(result | ({"train_nll": effect.train_nll, "dev_nll": effect.dev_nll} if dev else {}))
    if json:
        print_json(results)
        return
    columns = ["smoothing", "nll", "perplexity", "mean entropy"] + (["train nll", "dev nll"] if dev else [])
    rows = []
    for r in results:
        row = [show_number(r["smoothing"]), f"{r['nll']:.6f}", f"{r['perplexity']:.4f}", f"{r['mean_entropy']:.4f}"]
        rows.append(row + ([f"{r['train_nll']:.6f}", f"{r['dev_nll']:.6f}"] if dev else []))
    print_table("smoothing", columns, rows)
    print_line("smoothing in fake counts per cell, nll in nats per character")
    print_line("mean entropy in nats, over the rows (--json has the entropy of each row)")
    if dev:
        print_line("train nll and dev nll: counted on the train words only, scored on train and on dev")
