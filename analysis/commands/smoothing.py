"""The command that shows what fake counts do: smooth."""

from __future__ import annotations

from typing import Annotated, Any

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
    test: Annotated[
        bool,
        typer.Option(
            "--test", help="Also score the test words, the last tenth of the list. Look at it once, at the end."
        ),
    ] = False,
    source: TableOptions,
    json: Json = False,
) -> None:
    """Show mean nll, perplexity and row entropies at each smoothing: --smoothing 0 1 10."""
    values = [value_of(settings.SMOOTHING, text) for text in [*smoothing, *(more or [])]]
    tables, words = source.open()
    from analysis.counts.likelihood import mean_nll
    from analysis.counts.smoothing import row_entropy, smoothed_probs, smoothing_effect

    for asked, name, counted in ((dev, "--dev", tables.dev), (test, "--test", tables.test)):
        if asked and words is None:
            raise ValueError(f"{name} needs words to hold out, and a table has none, got {source.table_given}")
        if asked and not (tables.train.sum() and counted.sum()):
            raise ValueError(f"{name} needs words to hold out: expected a list of 6 words or more")
    results: list[dict[str, Any]] = []
    for value in values:
        effect = smoothing_effect(tables, value)
        result: dict[str, Any] = {
            "smoothing": value,
            "nll": effect.nll,
            "perplexity": effect.perplexity,
            "entropy": row_entropy(smoothed_probs(tables.all, value)).tolist(),
            "mean_entropy": effect.entropy,
        }
        result |= {"train_nll": effect.train_nll} if dev or test else {}
        result |= {"dev_nll": effect.dev_nll} if dev else {}
        result |= {"test_nll": mean_nll(tables.test, smoothed_probs(tables.train, value))} if test else {}
        results.append(result)
    if json:
        print_json(results)
        return
    held_out = [key for key in ("train_nll", "dev_nll", "test_nll") if key in results[0]]
    rows = [
        [show_number(r["smoothing"]), f"{r['nll']:.6f}", f"{r['perplexity']:.4f}", f"{r['mean_entropy']:.4f}"]
        + [f"{r[key]:.6f}" for key in held_out]
        for r in results
    ]
    columns = ["smoothing", "nll", "perplexity", "mean entropy", *(key.replace("_", " ") for key in held_out)]
    print_table("smoothing", columns, rows)
    print_line("smoothing in fake counts per cell, nll in nats per character")
    print_line("mean entropy in nats, over the rows (--json has the entropy of each row)")
    if held_out:
        names = [key.removesuffix("_nll") for key in held_out]
        listed = " and ".join(f"{name} nll" for name in names)
        print_line(f"{listed}: counted on the train words only, scored on {' and on '.join(names)}")
