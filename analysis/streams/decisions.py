"""What decided a draw. `Inversion` and `Race` have the random numbers; a plain `Decision` has none.

Each class gives the numbers that the command line prints (as a table and as JSON) and those that a picture needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

Name = Callable[[int], str]
"""From an index to its character: a stream knows only indices."""


class Decision:
    """A draw whose random numbers cannot be seen. `Inversion` and `Race` show more."""

    kind = "unseen"
    columns: tuple[str, ...] = ()
    """The headings for `cells`."""
    reading = "torch does not show its random numbers: here are only the probabilities, and the letter that was drawn."
    """How to read a picture of the draw."""

    def cells(self, name: Name) -> list[str]:
        """The numbers of the draw as text for a table, in the order of `columns`."""
        return []

    def keys(self, name: Name) -> dict[str, Any]:
        """The same numbers in full, for JSON."""
        return {}

    def numbers(self) -> dict[str, Any]:
        """The numbers that a picture of the draw needs; those of all letters have seven digits."""
        return {}

    def row_numbers(self) -> dict[str, list[float]]:
        """Further numbers that a picture needs, the same for every draw from this row."""
        return {}


@dataclass(frozen=True)
class Inversion(Decision):
    """The inverse CDF: the uniform u and the cumulative probabilities (V,). The first one that is >= u is drawn.

    `low` and `high` are the cumulative probability before the drawn letter, and with it.
    """

    u: float
    cumulative: list[float]
    low: float
    high: float

    kind = "inversion"
    columns = ("u", "cumulative p around it")
    reading = (
        "The line climbs from 0 to 1, at each letter by its probability p. A random number u between 0 and 1 "
        "comes in from the left. Where it meets the line, it falls onto a letter. (This is called the inverse CDF.)"
    )

    def cells(self, name: Name) -> list[str]:
        return [f"{self.u:.4f}", f"{self.low:.4f} to {self.high:.4f}"]

    def keys(self, name: Name) -> dict[str, Any]:
        return {"u": self.u, "low": self.low, "high": self.high}

    def numbers(self) -> dict[str, Any]:
        return {"u": self.u}

    def row_numbers(self) -> dict[str, list[float]]:
        return {"cumulative": rounded(self.cumulative)}


def race_reading(formula: str) -> str:
    """How to read a picture of a race; `formula` gives the waiting times e."""
    return (
        f"Each letter gets its own random number u, and from it a time {formula}. It climbs with speed p / e, and "
        "the first at the finish wins: likely letters tend to be fast, but any letter can be lucky."
    )


@dataclass(frozen=True)
class Race(Decision):
    """A race of exponentials, (V,) each: the uniforms, the waiting times e, and p / e; the largest p / e wins.

    `winner` is the index that was drawn, `runner_up` the second; None if no other index has p > 0.
    """

    uniforms: np.ndarray
    waits: np.ndarray
    ratios: np.ndarray
    winner: int
    runner_up: int | None

    kind = "race"
    columns = ("u", "e", "p / e", "runner-up", "its p / e")

    def cells(self, name: Name) -> list[str]:
        won = [f"{numbers[self.winner]:.4f}" for numbers in (self.uniforms, self.waits, self.ratios)]
        second = self.runner_up
        return won + (["", ""] if second is None else [name(second), f"{self.ratios[second]:.4f}"])

    def keys(self, name: Name) -> dict[str, Any]:
        return {"winner": self._runner(self.winner, name), "runner_up": self._runner(self.runner_up, name)}

    def _runner(self, index: int | None, name: Name) -> dict[str, Any] | None:
        if index is None:
            return None
        numbers = {"u": self.uniforms[index], "e": self.waits[index], "ratio": self.ratios[index]}
        return {"next": name(index)} | {key: float(number) for key, number in numbers.items()}

    def numbers(self) -> dict[str, Any]:
        every = {"u": self.uniforms, "e": self.waits, "ratio": self.ratios}
        return {key: rounded(numbers) for key, numbers in every.items()} | {"second": self.runner_up}


def rounded(numbers: Iterable[float]) -> list[float]:
    """Numbers rounded to seven digits: more than a picture shows, with a third of the bytes."""
    return [float(f"{number:.7g}") for number in numbers]
