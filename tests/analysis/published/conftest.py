"""All figures, worked out again once for every test here."""

import contextlib
import io
import json
from typing import NamedTuple

import pytest

from analysis.__main__ import main
from analysis.published import results as comparing
from analysis.published.measures import counts
from analysis.published.results import Result


class Recomputed(NamedTuple):
    """What one run of `published --json` worked out and printed, and which figures asked for the words, by key."""

    status: int
    results: dict[str, Result]
    printed: dict[str, dict]
    asked_for_words: set[str]


def run_json(*command):
    """Run a command with --json in this process: its exit status, and what it printed, parsed."""
    with io.TextIOWrapper(io.BytesIO(), encoding="utf-8") as out, contextlib.redirect_stdout(out):
        status = main([*command, "--json"])
        out.seek(0)
        return status, json.loads(out.read())


@pytest.fixture(scope="session")
def recomputed(offline) -> Recomputed:
    """One run of `published --json` over all figures; what needs the words is left out where they are not here."""
    results, asked, current = {}, set(), []
    load, recompute = counts.load_words, comparing.recompute

    def noted(figure, **options):
        current[:] = [figure.key]
        results[figure.key] = recompute(figure, **options)
        return results[figure.key]

    def load_noted(corpus):
        asked.update(current)
        return load(corpus)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counts, "load_words", load_noted)
        patch.setattr(comparing, "recompute", noted)
        status, lines = run_json("published")
    return Recomputed(status, results, {line["key"]: line for line in lines}, asked)


@pytest.fixture(scope="session")
def printed_by(recomputed):
    """What a command prints with --json, parsed; equal commands run once, and no figure is worked out again."""
    kept = {}

    def printed_by(*command):
        if command not in kept:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(comparing, "recompute", lambda figure, **_: recomputed.results[figure.key])
                status, kept[command] = run_json(*command)
            assert status == 0
        return kept[command]

    return printed_by
