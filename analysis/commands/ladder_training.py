"""The command that trains a model of the ladder: ladder train."""

from __future__ import annotations

import shlex
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis import settings
from analysis.commands.lists import ListOptions
from analysis.commands.models import NETS, WEIGHTS
from analysis.commands.options import Json, Option
from analysis.commands.printing import note, print_answer, write_file
from analysis.models.trained.recipes import RECIPES, recipe_of
from analysis.settings.kinds import Setting
from analysis.settings.numbers import show_number

if TYPE_CHECKING:
    from analysis.models.trained.files import Record
    from analysis.models.trained.runs import Run

CHECKPOINT = 250  # steps from one to the next
INTERRUPTED = 130  # exit status
OUT_HELP = (
    "The new .safetensors file for the weights. It is written while the net trains, so that a run can be continued."
)


def help_of(setting: Setting, field: str) -> str:
    """The help of a setting, with what each model has for this field of its recipe."""
    models: dict[float, list[str]] = {}
    for model, recipe in RECIPES.items():
        models.setdefault(getattr(recipe, field), []).append(model)
    defaults = "; ".join(f"{show_number(value)} for {', '.join(names)}" for value, names in models.items())
    return f"{setting.help}  [default: {defaults}]"


def ladder_train(
    *,
    model: Annotated[str, typer.Argument(metavar="MODEL", help=f"{', '.join(NETS)}.")],
    out: Annotated[str, Option(OUT_HELP, "FILE")],
    steps: Annotated[int | None, Option(help_of(settings.STEPS, "steps"), "N", setting=settings.STEPS)] = None,
    rate: Annotated[float | None, Option(help_of(settings.RATE, "learning_rate"), "R", setting=settings.RATE)] = None,
    dropout: Annotated[
        float | None, Option(help_of(settings.DROPOUT, "dropout"), "D", setting=settings.DROPOUT)
    ] = None,
    seed: Annotated[int, Option("Seed of first weights, words and dropout.", "S", setting=settings.SEED)],
    resume: Annotated[
        bool, Option("Continue the run in FILE. Give the same command as before, and add --resume.")
    ] = False,
    source: ListOptions,
    json: Json = False,
) -> int:
    """Train a model of the ladder on the train words of a list. Ctrl+C stops it, --resume continues it."""
    path = Path(out)
    if path.suffix != WEIGHTS:
        raise ValueError(f"--out must be a file name that ends in {WEIGHTS}, got {out}")
    if path.exists() and not resume:
        raise ValueError(f"--out must be a new file, or the file of a run with --resume, got {out}, which exists")
    if not path.resolve().parent.is_dir():
        raise ValueError(f"--out must be a file in a folder that is there, got {out}")
    import torch

    from analysis.models.trained.runs import Run

    torch.set_num_threads(1)  # nets this small gain little from more, and sums are then in one order everywhere
    recipe = recipe_of(model, steps=steps, learning_rate=rate, dropout=dropout)
    listed = source.open()
    run = Run(model, listed.tables.vocab, listed.words, recipe, seed, typed(), listed.weights)
    if resume:
        run.resume(path)
    take_steps(run, lambda: write_file(path, run.to_bytes()))
    record = run.record
    if not record.finished:
        note(f"stopped after {record.done:,} of {recipe.steps:,} steps; the same command with --resume goes on")
        return INTERRUPTED
    run.finish()
    write_file(path, run.to_bytes())
    print_answer(json, asdict(run.record), for_people(run.record, path))
    return 0


def typed() -> str:
    """The command as it was typed, without --resume."""
    return f"python -m analysis {shlex.join(argument for argument in sys.argv[1:] if argument != '--resume')}"


def take_steps(run: Run, save: Callable[[], None]) -> None:
    """All steps that are left, or those before Ctrl+C; saved now and then, and at the end."""
    with stopped_by_hand() as stopped, progress_of(run) as show:
        while not run.record.finished and not stopped():
            show(run.step())
            if run.record.done % CHECKPOINT == 0 and not run.record.finished:
                save()
        if not run.record.finished and run.record.done:
            save()


@contextmanager
def stopped_by_hand() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl+C was pressed: it ends a run after the step that is being taken. A second time, it ends all."""
    pressed: list[int] = []

    def stop(number: int, _: Any) -> None:
        pressed.append(number)
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield lambda: bool(pressed)
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def progress_of(run: Run) -> Iterator[Callable[[float], None]]:
    """A function that shows the loss of each step: a bar with the time left on a terminal, else a line at times."""
    steps, smooth = run.record.recipe.steps, 0.0

    def smoothed(loss: float) -> float:
        nonlocal smooth
        smooth = 0.98 * smooth + 0.02 * loss if smooth else loss
        return smooth

    if sys.stderr is None or not sys.stderr.isatty():

        def line(loss: float) -> None:
            now, done = smoothed(loss), run.record.done
            if done % CHECKPOINT == 0 or done == steps:
                note(f"step {done:,} of {steps:,}: loss {now:.4f} nats per character")

        yield line
        return
    from rich import progress
    from rich.console import Console

    columns = (
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TimeRemainingColumn(),
    )
    with progress.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=steps, completed=run.record.done)
        yield lambda loss: bar.update(task, completed=run.record.done, description=f"loss {smoothed(loss):.4f} nats")


def for_people(record: Record, path: Path) -> Iterator[str]:
    """What came out."""
    yield f"{record.model}: {record.done:,} steps in {record.seconds:,.0f} s of the processor, written to {path}"
    yield f"nll: train {record.train_nll:.4f}, dev {record.dev_nll:.4f}, test {record.test_nll:.4f} nats per character"
