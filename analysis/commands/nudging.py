"""The command that multiplies one count and shows how the nll changes: nudge."""

from __future__ import annotations

from typing import Annotated

from analysis import settings
from analysis.commands.lists import TableOptions
from analysis.commands.options import Json, Option, id_of
from analysis.commands.printing import print_answer, some
from analysis.words.vocabulary import display_char


def nudge(
    *,
    row: Annotated[str, Option("The previous character of the pair.", "C")],
    following: Annotated[str, Option("The next character of the pair.", "C", "--next")],
    nudge: Annotated[float, Option(metavar="F", setting=settings.NUDGE)],
    source: TableOptions,
    json: Json = False,
) -> None:
    """Multiply one count by F and divide its row again: the nll of the counted words never falls."""
    tables, _ = source.open()
    from analysis.counts.likelihood.scaled_count import scale_count

    previous, after = id_of("--row", row, tables.vocab), id_of("--next", following, tables.vocab)
    nudged = scale_count(tables.all, previous, after, nudge)
    before, shown = display_char(row), display_char(following)
    people = [
        f"{before}{shown}: counted {some(nudged.count, 'time')}, of {nudged.total:,} in its row",
        f"P({shown} | {before}) {nudged.counted:.6f}, nudged {nudged.prob:.6f}",
        f"mean nll of the counted words {nudged.nll:.7f} nats per character",
        f"risen by {nudged.rise:.7f} nats; slope {nudged.slope:.6f} nats for each 1 of probability",
    ]
    print_answer(json, nudged._asdict(), people)
