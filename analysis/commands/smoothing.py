"""The command that shows what fake counts do: smooth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis import settings
from analysis.commands.lists import TableOptions
from analysis.commands.options import Json, Option, value_of
from analysis.commands.printing import Table, note, or_dash, print_answer
from analysis.commands.scoring import pair_label
from analysis.settings.numbers import show_number

if TYPE_CHECKING:
    from analysis.net.regularization import SideBySide
    from analysis.words.vocabulary import Vocabulary


def smooth(
    *,
    smoothing: Annotated[list[float], Option(metavar="S ...", setting=settings.SMOOTHING)],
    more: Annotated[list[str] | None, typer.Argument(metavar="[S ...]", help="More smoothings.")] = None,
    dev: Annotated[bool, Option("Also count on train only, and score train and dev.")] = False,
    test: Annotated[
        bool, Option("Also score the test words, the last tenth of the list. Look at it once, at the end.")
    ] = False,
    lam: Annotated[
        float | None, Option("Also compare with the best net at this lambda.", "L", setting=settings.LAM)
    ] = None,
    row: Annotated[str | None, Option("With --lam: the row whose difference is shown.", "C")] = None,
    source: TableOptions,
    json: Json = False,
) -> None:
    """Show mean nll, perplexity and row entropies at each smoothing: --smoothing 0 1 10."""
    if row is not None and lam is None:
        raise ValueError("--row is for --lam, which compares with a net; expected --lam L too")
    values = smoothing + [value_of(settings.SMOOTHING, text) for text in more or ()]
    tables, words = source.open()
    from analysis.counts.likelihood import mean_nll
    from analysis.counts.smoothing import row_entropy, smoothed_probs, smoothing_effect
    from analysis.net.regularization import side_by_side

    chosen = tables.vocab.id_of(row or tables.vocab.itos[0])
    for name in [name for name, asked in {"--dev": dev, "--test": test}.items() if asked]:
        if words is None:
            raise ValueError(f"{name} needs words to hold out, and a table has none, got {source.table_given}")
        if not tables.train.sum():
            raise ValueError(f"{name} needs words to hold out: expected a list of 2 words or more, got 1")
    if dev and not tables.dev.sum():
        note("no dev words, so no dev nll: that needs a list of 6 words or more")
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
        if lam is not None:
            result |= {"lam": lam} | net_keys(side_by_side(tables.all, lam, value, chosen), tables.vocab)
        results.append(result)
    print_answer(json, results, for_people(results))


def net_keys(both: SideBySide, vocab: Vocabulary) -> dict[str, Any]:
    """What `side_by_side` says of the net and of both, for JSON; pairs of ids as characters."""
    own = {"nll", "perplexity", "entropy", "previous", "next", "row_next", "difference"}  # of the table alone, or ids
    return {
        **{name: value for name, value in both._asdict().items() if name not in own},
        "max_abs_diff": both.difference,
        "max_abs_diff_pair": vocab.itos[both.previous] + vocab.itos[both.next],
    }


def for_people(results: Sequence[dict[str, Any]]) -> Iterator[str | Table]:
    """A row for each smoothing, and what its numbers are."""
    held_out = [key for key in ("train_nll", "dev_nll", "test_nll") if key in results[0]]
    rows = [
        [show_number(r["smoothing"]), f"{r['nll']:.6f}", f"{r['perplexity']:.4f}", f"{r['mean_entropy']:.4f}"]
        + [or_dash(r[key], ".6f") for key in held_out]
        for r in results
    ]
    columns = ["smoothing", "nll", "perplexity", "mean entropy", *(key.replace("_", " ") for key in held_out)]
    yield Table("smoothing", columns, rows)
    yield "smoothing in fake counts per cell, nll in nats per character"
    yield "mean entropy in nats, over the rows (--json has the entropy of each row)"
    for one in results if "lam" in results[0] else ():
        yield (
            f"the best net at lambda {show_number(one['lam'])}: nll {one['net_nll']:.6f}, perplexity "
            f"{one['net_perplexity']:.4f}, mean entropy {one['net_entropy']:.4f}"
        )
        yield f"kl of the table at smoothing {show_number(one['smoothing'])} to it: {one['kl']:.7f} nats"
        largest, pair = one["max_abs_diff"], pair_label(one["max_abs_diff_pair"])
        yield f"largest difference {largest:.4f}, at {pair}; in the row {one['row_difference']:.4f}"
        yield f"nearest smoothing: {one['nearest']:.5g} fake counts per cell, {one['nearest_kl']:.7f} nats left over"
    if held_out:
        names = [key.removesuffix("_nll") for key in held_out if results[0][key] is not None]
        listed = " and ".join(f"{name} nll" for name in names)
        yield f"{listed}: counted on the train words only, scored on {' and on '.join(names)}"
