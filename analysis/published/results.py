"""Calculate a figure again and compare it: `recompute` gives a `Result`, which has the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from analysis.counts.tables import load_tables
from analysis.published.figures import Figure
from analysis.published.measures import MEASURES, Value

AGREES, FITTED, SLIP, DIFFERS, NEEDS_WORDS, OWN = "agrees", "fitted", "slip", "differs", "needs names", "our own"


@dataclass(frozen=True)
class Result:
    """A published figure and ours. `ours` is None if it needs words that are not on this machine.

    `exact` is the exact value of a figure that was printed from a rounded sum, where there is one.
    """

    figure: Figure
    ours: list[Value] | None
    exact: list[Value] | None = None

    @property
    def ok(self) -> bool | None:
        """True if ours is near enough to the published value (the right one, if that is wrong); None without words."""
        if self.ours is None:
            return None
        right, tolerances = self.figure.right, self.figure.tolerances
        return len(self.ours) == len(right) and all(map(agree, right, self.ours, tolerances))

    @property
    def verdict(self) -> str:
        """In words: AGREES; SLIP, ours is right and the source is not; FITTED, a setting was chosen so that it
        comes near, which proves nothing; OWN, comes out again, but nobody else published it; DIFFERS; NEEDS_WORDS.
        """
        if self.ok is None:
            return NEEDS_WORDS
        if not self.ok:
            return DIFFERS
        if self.figure.own:
            return OWN
        if self.figure.fitted:
            return FITTED
        return AGREES if self.figure.expected is None else SLIP

    @property
    def difference(self) -> float | None:
        """The largest difference of a number, published minus ours; None if there is only text to compare."""
        return max((value for value in self.differences if value is not None), default=None)

    @property
    def differences(self) -> list[float | None]:
        """How far each published value is from ours; None for text. 0 for equal infinities."""
        return [
            absolute_difference(one, other) for one, other in zip(self.figure.published, self.ours or [], strict=False)
        ]


def recompute(figure: Figure, *, have_words: bool) -> Result:
    """Calculate a figure again; `have_words`: the words are on this machine.

    The exact value next to a rounded sum needs no words. Raises WordsMissing if `have_words` is wrong.
    """
    names = load_tables("names")
    ours = MEASURES[figure.measure](names, **figure.settings) if have_words or not figure.needs_words else None
    if figure.exact is None:
        return Result(figure, ours)
    settings = dict(figure.exact)
    return Result(figure, ours, MEASURES[settings.pop("measure")](names, **settings))


def agree(published: Value | Decimal, ours: Value, within: float) -> bool:
    """True if two values agree: text and infinities must be the same, numbers may differ by `within`.

    >>> agree(2.4541, 2.45409, 5e-5), agree(float("inf"), float("inf"), 0), agree("mor", "junide", 1)
    (True, True, False)
    """
    difference = absolute_difference(published, ours)
    return published == ours if difference is None else difference <= within


def absolute_difference(published: Value | Decimal, ours: Value) -> float | None:
    """How much two numbers differ, 0 for equal infinities; None if one is text."""
    if isinstance(published, str) or isinstance(ours, str):
        return None
    return 0.0 if float(published) == ours else abs(float(published) - ours)
