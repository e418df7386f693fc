"""The command that sets models of longer contexts side by side, counted and trained: ladder."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis import settings
from analysis.commands.ladder_parts import PartOptions, most_letters
from analysis.commands.lists import TableOptions
from analysis.commands.options import Json, Option
from analysis.commands.printing import Table, note, print_answer
from analysis.words.names import WordsMissing

if TYPE_CHECKING:
    from analysis.counts.word_list import WordList

COLUMNS = ["model", "k", "numbers", "train", "dev", "test", "bits", "seconds"]
TRAINED_HELP = "Also compare the model in FILE, which ladder train wrote."
MEAN_HELP = "Also compare the mean of several models, such as gru+transformer+mix."
K_HELP = "The most letters of context. [default: 7, or the letters of the longest word]"


def ladder(
    *,
    context: typer.Context,
    k: Annotated[int | None, Option(K_HELP, "K", setting=settings.K)] = None,
    trained: Annotated[list[str] | None, Option(TRAINED_HELP, "FILE")] = None,
    mean: Annotated[list[str] | None, Option(MEAN_HELP, "NAMES")] = None,
    parts: PartOptions,
    source: TableOptions,
    json: Json = False,
) -> None:
    """Compare models that look at more letters: made from the train words, scored on train, dev and test.

    Counts of K letters: add:K:S has S fake counts, the best on dev; wb:K is Witten-Bell; kn:K is Kneser-Ney. mix is
    three Kneser-Ney models in one. mlp, cnn, rnn, gru and transformer are trained nets; `ladder train` trains another.
    With --contexts, --mix, --beginning or --n, other numbers are shown in place of the table.
    """
    if context.invoked_subcommand is not None:
        if any(context.params.values()):
            raise ValueError(f"ladder {context.invoked_subcommand}: expected its options after it, got some before")
        return
    parts.check(k, trained, mean)
    _, listed = source.open()
    if listed is None:
        raise ValueError(f"the ladder needs whole words, got {source.table_given}, which has counts alone")
    named = source.words_file is not None or source.corpus not in (None, settings.CORPUS.default)
    if parts.given:
        shown = parts.read(listed, k, fold=source.fold, own=named)
        keys = {key: value for part in shown for key, value in part.keys.items()}
        print_answer(json, keys, chain.from_iterable(part.people() for part in shown))
        return
    from analysis.models.trained.rungs import mean_rung, shipped_rungs, trained_rung

    try:
        nets = [*shipped_rungs(listed), *(trained_rung(file, listed) for file in trained or ())]
        nets += [mean_rung(names, listed) for names in mean or ()]
        rungs = count_rungs(listed, k) + [rung._asdict() for rung in nets]
    except WordsMissing as missing:
        if trained or mean or k is not None or named:
            raise
        note(f"counted models need the words: {missing}")
        rungs = [rung._asdict() for rung in shipped_rungs()]
    print_answer(json, rungs, for_people(rungs))


def count_rungs(listed: WordList, k: int | None) -> list[dict[str, Any]]:
    """The counted models of 0 ... k letters, as --json prints them."""
    from analysis.models.ngrams.ladder import climb

    rungs: list[dict[str, Any]] = []
    for rung in climb(listed.words, listed.tables.vocab, most_letters(listed, k), listed.weights):
        note(f"counted {rung.name}: dev nll {rung.dev_nll:.4f} nats")
        rungs.append(rung._asdict())
    return rungs


def for_people(rungs: list[dict[str, Any]]) -> Iterator[str | Table]:
    """The keys of --json as a table, and the best of all."""
    rows = [
        (
            rung["name"],
            f"{rung['letters']}",
            f"{rung['numbers']:,}",
            *(f"{rung[key]:.4f}" for key in ("train_nll", "dev_nll", "test_nll", "bits")),
            f"{rung['seconds']:.2f}",
        )
        for rung in rungs
    ]
    yield Table("made from the train words", COLUMNS, rows, whole=True)
    best = min(rungs, key=lambda rung: rung["dev_nll"])
    yield "k: letters of context; train, dev, test: nll in nats per character, the end of a word included"
    yield "bits: the test nll in bits; numbers: counts or weights stored"
    yield "seconds: to count and score here, or of the processor that trained"
    yield f"best on dev: {best['name']}, {best['dev_nll']:.4f}; on test: {best['test_nll']:.4f}"
