"""The lessons by their keys in links: the texts of each with its numbers, and the commands that print these numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from analysis.counts.normalization.divisions import NAMES
from analysis.lessons import IMPOSSIBLE, LAM, MORE_EPOCHS, MUCH, NEAREST, SOME, TRIED
from analysis.recipes import Source
from analysis.settings import EPOCHS, Choice
from pages.components.texts import texts
from pages.lessons.content import add_one_texts, hidden_bug_texts, two_roads_texts

t = texts(__file__)
_command = Source().command


class Lesson(NamedTuple):
    """A lesson: what gives its texts with the numbers filled in, and commands that print the numbers."""

    texts: Callable[[], dict[str, Any]]
    commands: tuple[str, ...]


LESSONS = {
    "smoothing": Lesson(
        add_one_texts,
        (
            _command("score", "emma", IMPOSSIBLE),
            _command("score", IMPOSSIBLE, smoothing=1),
            f"python -m analysis smooth --smoothing 0 1 {SOME} {MUCH}",
            f"python -m analysis smooth --smoothing {' '.join(map(str, TRIED))} --dev",
        ),
    ),
    "keepdim": Lesson(hidden_bug_texts, (_command("normalize", smoothing=1),)),
    "net": Lesson(
        two_roads_texts,
        (
            _command("train"),
            _command("compare", smoothing=0, epochs=MORE_EPOCHS, n=NAMES),
            _command("compare", smoothing=NEAREST, lam=LAM, epochs=EPOCHS.on_page.high, n=NAMES),
        ),
    ),
}
LESSON = Choice("lesson", t("choose"), tuple(LESSONS), next(iter(LESSONS)), t("choose_help"))
