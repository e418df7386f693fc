"""The command that draws letters from one row: draws."""

from __future__ import annotations

from typing import Annotated

import typer

from analysis import settings
from analysis.commands.options import (
    DEFAULT_SEED,
    DEFAULT_SMOOTHING,
    Json,
    SeedOption,
    Smoothing,
    StreamName,
    TableOptions,
    id_of,
    refuse_empty_rows,
    value_of,
)
from analysis.commands.printing import print_json, print_line, print_table, some
from analysis.words.vocabulary import display_char, labels

SHOWN = 100  # letters in the output for people
AT_ONCE_HELP = "One call with num_samples = D, instead of D calls: every CPU build of torch then draws as `lecture`."
WITHOUT_HELP = "Each letter at most once, in the order of the first race (replacement=False)."


def draws(
    *,
    row: Annotated[str, typer.Option("--row", metavar="C", help="The character before.")] = settings.ROW,
    draws: Annotated[str, typer.Option("--draws", metavar="D", help=settings.DRAWS.help)] = str(settings.DRAWS.default),
    stream: StreamName = settings.STREAM.default,
    seed: SeedOption = DEFAULT_SEED,
    smoothing: Smoothing = DEFAULT_SMOOTHING,
    at_once: Annotated[bool, typer.Option("--at-once", help=AT_ONCE_HELP)] = False,
    without_replacement: Annotated[bool, typer.Option("--without-replacement", help=WITHOUT_HELP)] = False,
    source: TableOptions,
    json: Json = False,
) -> None:
    """Draw letters from one row, and show how close their shares come to its probabilities."""
    count, seed_used = value_of(settings.DRAWS, draws), value_of(settings.SEED, seed)
    fake, stream = value_of(settings.SMOOTHING, smoothing), value_of(settings.STREAM, stream)
    if at_once and without_replacement:
        raise ValueError("give --at-once or --without-replacement, not both")
    tables, _ = source.open()
    from analysis.counts.smoothing import smoothed_probs
    from analysis.samples.letters import METHODS, typical_difference
    from analysis.views.tables import shares_frame

    vocab = tables.vocab
    at = id_of("--row", row, vocab)
    refuse_empty_rows(tables.all[at : at + 1], [row], fake)
    probs = smoothed_probs(tables.all, fake)[at]
    method = "at once" if at_once else "without replacement" if without_replacement else "one by one"
    drawn = METHODS[method](probs, stream, seed_used, count)
    frame = shares_frame(labels(vocab), probs, drawn)
    largest, typical = frame["difference"].max(), typical_difference(probs, count)
    letters = [vocab.itos[i] for i in drawn.tolist()]
    if json:
        print_json(
            {
                "letters": letters,
                "counts": frame["drawn"].tolist(),
                "probs": frame["prob"].tolist(),
                "max_abs_diff": largest,
                "typical_diff": typical,
            }
        )
        return
    print_line(" ".join(map(display_char, letters[:SHOWN])) + (" ..." if count > SHOWN else ""))
    rows = [(x.next, f"{x.prob:.6f}", f"{x.drawn:,}", f"{x.share:.6f}") for x in frame.itertuples()]
    print_table(f"after {display_char(row)}, {some(count, 'draw')}", ["letter", "p", "drawn", "share"], rows)
    if without_replacement:
        print_line("each letter is drawn at most once, so a share says nothing about its p")
    else:
        print_line(f"largest difference between a share and its p: {largest:.6f} (typical: {typical:.6f})")
