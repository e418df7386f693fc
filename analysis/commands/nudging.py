"""The command that multiplies one count and shows how the nll changes: nudge."""

from __future__ import annotations

from typing import Annotated

import typer

from analysis import settings
from analysis.commands.options import Json, TableOptions, id_of, value_of
from analysis.commands.printing import print_json, print_line
from analysis.settings.numbers import show_number

DEFAULT_NUDGE = show_number(settings.NUDGE.default)


def nudge(
    *,
    row: Annotated[str, typer.Option("--row", metavar="C", help="The previous character of the pair.")],
    following: Annotated[str, typer.Option("--next", metavar="C", help="The next character of the pair.")],
    nudge: Annotated[str, typer.Option("--nudge", metavar="F", help=settings.NUDGE.help)] = DEFAULT_NUDGE,
    source: TableOptions,
    json: Json = False,
) -> None:
    """Multiply one count by F and divide its row again: the nll of the counted words never falls."""
    factor = value_of(settings.NUDGE, nudge)
    tables, _ = source.open()
    from analysis.counts.likelihood.scaled_count import scale_count

    previous, after = id_of("--row", row, tables.vocab), id_of("--next", following, tables.vocab)
    nudged = scale_count(tables.all, previous, after, factor)
    if json:
        print_json(nudged._asdict())
        return
    print_line(f"{row}{following}: counted {nudged.count:,} times, of {nudged.total:,} in its row")
    print_line(f"P({following} | {row}) {nudged.counted:.6f}, nudged {nudged.prob:.6f}")
    print_line(f"mean nll of the counted words {nudged.nll:.7f} nats per character")
    print_line(f"risen by {nudged.rise:.7f} nats; slope {nudged.slope:.6f} nats for each 1 of probability")
