"""The command that draws letters from one row: draws."""

from __future__ import annotations

from typing import Annotated

from analysis import settings
from analysis.commands.lists import TableOptions
from analysis.commands.options import Json, Option, SeedOption, Smoothing, id_of, refuse_empty_rows
from analysis.commands.printing import Table, print_answer, some
from analysis.words.vocabulary import display_char, labels

SHOWN = 100  # letters in the output for people
RACE = "cpu"  # the stream of --without-replacement, for which that of the lecture has no way: LectureStream.stand_in
DRAWS_HELP = (
    f"{settings.DRAWS.help}  [default: {settings.DRAWS.default}; with --without-replacement 20, "
    "or as many as have p > 0]"
)
STREAM_HELP = (
    f"The way to draw: {settings.STREAM.listed}.  [default: {settings.STREAM.default}; "
    f"with --without-replacement {RACE}]"
)
AT_ONCE_HELP = "One call with num_samples = D, instead of D calls: every CPU build of torch then draws as `lecture`."
WITHOUT_HELP = "Each letter at most once, in the order of the first race (replacement=False)."


def draws(
    *,
    row: Annotated[str, Option("The character before.", "C")] = settings.ROW,
    draws: Annotated[int | None, Option(DRAWS_HELP, "D", setting=settings.DRAWS)] = None,
    stream: Annotated[str | None, Option(STREAM_HELP, setting=settings.STREAM)] = None,
    seed: SeedOption,
    smoothing: Smoothing,
    at_once: Annotated[bool, Option(AT_ONCE_HELP)] = False,
    without_replacement: Annotated[bool, Option(WITHOUT_HELP)] = False,
    source: TableOptions,
    json: Json = False,
) -> None:
    """Draw letters from one row, and show how close their shares come to its probabilities."""
    if at_once and without_replacement:
        raise ValueError("give --at-once or --without-replacement, not both")
    tables, _ = source.open()
    from analysis.counts.smoothing import smoothed_probs
    from analysis.samples.letters import METHODS, different_letters, typical_difference
    from analysis.views.tables import shares_frame

    vocab = tables.vocab
    at = id_of("--row", row, vocab)
    refuse_empty_rows(tables.all[at : at + 1], [row], smoothing)
    probs = smoothed_probs(tables.all, smoothing)[at]
    method = "at once" if at_once else "without replacement" if without_replacement else "one by one"
    if draws is None:
        draws = different_letters(probs) if without_replacement else settings.DRAWS.default
    if stream is None:
        stream = RACE if without_replacement else settings.STREAM.default
    drawn = METHODS[method](probs, stream, seed, draws)
    frame = shares_frame(labels(vocab), probs, drawn)
    largest, typical = frame["difference"].max(), typical_difference(probs, draws)
    letters = [vocab.itos[i] for i in drawn.tolist()]
    keys = {
        "letters": letters,
        "counts": frame["drawn"].tolist(),
        "probs": frame["prob"].tolist(),
        "max_abs_diff": largest,
        "typical_diff": typical,
    }
    rows = [(x.next, f"{x.prob:.6f}", f"{x.drawn:,}", f"{x.share:.6f}") for x in frame.itertuples()]
    last = f"largest difference between a share and its p: {largest:.6f} (typical: {typical:.6f})"
    if without_replacement:
        last = "each letter is drawn at most once, so a share says nothing about its p"
    people: list[str | Table] = [
        " ".join(map(display_char, letters[:SHOWN])) + (" ..." if draws > SHOWN else ""),
        Table(f"after {display_char(row)}, {some(draws, 'draw')}", ["letter", "p", "drawn", "share"], rows),
        last,
    ]
    print_answer(json, keys, people)
