"""Every published figure of the lecture and its write-ups, worked out again here and compared.

The figures stand in data/published.toml: who published them, the settings that give
them, and how exactly ours must agree. `measures` works them out.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from analysis.counts.tables import DATA, load_tables
from analysis.published.measures import MEASURES, Value
from analysis.settings import show_number

AGREES, SLIP, DIFFERS, NEEDS_WORDS = "agrees", "slip", "differs", "needs names"


@dataclass(frozen=True)
class Figure:
    """A published figure as data/published.toml holds it; what each field means is said there.

    `published` and `expected` hold their numbers as Decimal, with every digit that was printed.
    """

    key: str
    part: str
    name: str
    source: str
    measure: str
    published: list[Value | Decimal]
    within: float | list[float]
    command: str
    settings: dict[str, Any] = field(default_factory=dict)
    expected: list[Value | Decimal] | None = None
    exact: dict[str, Any] | None = None
    needs_words: bool = False
    open: dict[str, Any] = field(default_factory=dict)
    note: str = ""

    @property
    def right(self) -> list[Value | Decimal]:
        """What ours must agree with: what was published, or, where the source slips, what is right."""
        return self.published if self.expected is None else self.expected

    @property
    def tolerances(self) -> list[float]:
        """How far ours may be off, for each value."""
        return self.within if isinstance(self.within, list) else [self.within] * len(self.right)


@dataclass(frozen=True)
class Result:
    """A figure beside ours. `ours` is None where the words it needs are not on this machine.

    `exact` is the exact value of a figure that was printed from a rounded sum, where there is one.
    """

    figure: Figure
    ours: list[Value] | None
    exact: list[Value] | None = None

    @property
    def ok(self) -> bool | None:
        """Whether ours agrees as exactly as it must, where the source slips with what is right; None without words."""
        if self.ours is None:
            return None
        right, tolerances = self.figure.right, self.figure.tolerances
        return len(self.ours) == len(right) and all(map(agree, right, self.ours, tolerances))

    @property
    def verdict(self) -> str:
        """In words: AGREES, SLIP (ours is right, the source is not), DIFFERS, NEEDS_WORDS."""
        if self.ok is None:
            return NEEDS_WORDS
        if not self.ok:
            return DIFFERS
        return AGREES if self.figure.expected is None else SLIP

    @property
    def difference(self) -> float | None:
        """The largest difference of a number, published less ours; None where there is only text to compare."""
        return max((value for value in self.differences if value is not None), default=None)

    @property
    def differences(self) -> list[float | None]:
        """How far each published value is from ours; None for text. 0 for equal infinities."""
        return [
            absolute_difference(one, other) for one, other in zip(self.figure.published, self.ours or [], strict=False)
        ]


def absolute_difference(published: Value | Decimal, ours: Value) -> float | None:
    """How much two numbers differ, 0 for equal infinities; None if one is text."""
    if isinstance(published, str) or isinstance(ours, str):
        return None
    return 0.0 if float(published) == ours else abs(float(published) - ours)


def agree(published: Value | Decimal, ours: Value, within: float) -> bool:
    """Whether two values agree: text and infinities must be the same, numbers may differ by `within`.

    >>> agree(2.4541, 2.45409, 5e-5), agree(float("inf"), float("inf"), 0), agree("mor", "junide", 1)
    (True, True, False)
    """
    difference = absolute_difference(published, ours)
    return published == ours if difference is None else difference <= within


@functools.cache
def _read() -> dict[str, Any]:
    return tomllib.loads((DATA / "published.toml").read_text(encoding="utf-8"), parse_float=Decimal)


def _floats(value: Any) -> Any:
    """Settings and tolerances are for computing: floats instead of decimals, at any depth."""
    if isinstance(value, dict):
        return {key: _floats(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_floats(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value


def _figure(entry: dict[str, Any]) -> Figure:
    return Figure(
        **{key: value if key in ("published", "expected") else _floats(value) for key, value in entry.items()}
    )


def load_sources() -> dict[str, str]:
    """Who published: the letters of `Figure.source` and what they stand for."""
    return _read()["sources"]


def load_figures(keys: Sequence[str] = ()) -> list[Figure]:
    """The figures of these keys, all of them where there is none; ValueError, one line, for an unknown key."""
    figures = {entry["key"]: _figure(entry) for entry in _read()["figure"]}
    for key in keys:
        if key not in figures:
            raise ValueError(f"figure must be one that `python -m analysis published` lists, got {key}")
    return [figures[key] for key in keys or figures]


def recompute(figure: Figure, *, have_words: bool) -> Result:
    """A figure, worked out again; `have_words` says whether the words are on this machine.

    The exact value beside a rounded sum needs none. Raises WordsMissing if they are not here, but should be.
    """
    names = load_tables("names")
    ours = MEASURES[figure.measure](names, **figure.settings) if have_words or not figure.needs_words else None
    if figure.exact is None:
        return Result(figure, ours)
    settings = dict(figure.exact)
    return Result(figure, ours, MEASURES[settings.pop("measure")](names, **settings))


def note_of(result: Result) -> str:
    """What to know about a result, in one line: how it ended where it does not just agree, its exact value, its note.

    >>> note_of(recompute(load_figures(["start-e"])[0], have_words=False))
    'The source slips; right is: 1531. The summary illustrates the table with a round 5,000; it is 1,531.'
    """
    parts = []
    if result.verdict == SLIP:
        parts.append(f"The source slips; right is: {show_values(result.figure.right)}.")
    elif result.verdict == DIFFERS:
        parts.append("Differs.")
    elif result.verdict == NEEDS_WORDS:
        parts.append("Needs the names themselves (names.txt), which are not on this machine.")
    if result.exact is not None:
        parts.append(f"Exact: {show_values(result.exact, 11)}.")
    return " ".join([*parts, result.figure.note]).strip()


def show_value(value: Value | Decimal, digits: int | None = None) -> str:
    """A value as people read it: text as it is, a number with so many digits, or, without, as it was printed.

    >>> show_value("mor"), show_value(2.454094171524048, 8), show_value(Decimal("0.0290")), show_value(Decimal("-inf"))
    ('mor', '2.4540942', '0.0290', '-inf')
    """
    if isinstance(value, str | int):
        return str(value)
    return f"{value:f}".replace("Infinity", "inf") if digits is None else f"{value:.{digits}g}"


def show_values(values: Sequence[Value | Decimal], digits: int | None = None, most: int | None = None) -> str:
    """Values in a line; beyond `most` of them, how many there are.

    >>> show_values([1, 2.4540144892, float("-inf"), 4], digits=8, most=2)
    '1 2.4540145 ... (4)'
    """
    shown = [show_value(value, digits) for value in values[:most]]
    return " ".join(shown if most is None or len(values) <= most else [*shown, f"... ({len(values)})"])


def show_difference(difference: float | None) -> str:
    """A difference, below 1 with two digits; empty for text.

    >>> show_difference(1.64e-7), show_difference(3469.0), show_difference(0.0), show_difference(None)
    ('0.00000016', '3,469', '0', '')
    """
    if difference is None:
        return ""
    return f"{difference:,.6g}" if difference >= 1 else show_number(float(f"{difference:.1e}"))
