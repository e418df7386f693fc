"""The command that sets counted models of longer contexts side by side: ladder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from analysis import settings
from analysis.commands.lists import TableOptions
from analysis.commands.options import Json, Option
from analysis.commands.printing import Table, note, print_answer

COLUMNS = ["model", "numbers", "train nll", "dev nll", "test nll", "bits", "seconds"]
K_HELP = "The most letters of context. [default: 7, or the letters of the longest word]"


def ladder(
    *,
    k: Annotated[int | None, Option(K_HELP, "K", setting=settings.K)] = None,
    source: TableOptions,
    json: Json = False,
) -> None:
    """Count contexts of 0, 1, 2 ... letters on the train words: how well does each model predict dev and test?

    add:K:S looks at K letters and has S fake counts, the best on dev; wb is Witten-Bell, kn Kneser-Ney.
    """
    tables, listed = source.open()
    if listed is None:
        raise ValueError(f"the ladder needs whole words, got {source.table_given}, which has counts alone")
    from analysis.models.ngrams.ladder import climb

    longest = max(map(len, listed.words))
    most = min(settings.K.default, longest) if k is None else k
    rungs: list[dict[str, Any]] = []
    for rung in climb(listed.words, tables.vocab, most, listed.weights):
        if not rungs or rungs[-1]["letters"] != rung.letters:
            note(f"counting {rung.letters} of {most} letters of context")
        rungs.append(rung._asdict())
    print_answer(json, rungs, for_people(rungs))


def for_people(rungs: list[dict[str, Any]]) -> Iterator[str | Table]:
    """The keys of --json as a table, and the best of all."""
    rows = [
        (
            rung["name"],
            f"{rung['numbers']:,}",
            *(f"{rung[key]:.4f}" for key in ("train_nll", "dev_nll", "test_nll", "bits")),
            f"{rung['seconds']:.2f}",
        )
        for rung in rungs
    ]
    yield Table("counted on train", COLUMNS, rows, whole=True)
    best = min(rungs, key=lambda rung: rung["dev_nll"])
    yield "nll in nats per character, the end of a word included; bits: the test nll in bits; numbers: counts stored"
    yield f"best on dev: {best['name']}, {best['dev_nll']:.4f}; on test, looked at once: {best['test_nll']:.4f}"
