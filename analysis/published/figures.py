"""The published figures in data/published.toml: values, source, settings, and how exactly ours must agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from analysis.published.sources import OURS, Source, load_sources, read_published

if TYPE_CHECKING:
    from analysis.published.measures import Value


@dataclass(frozen=True)
class Figure:
    """A figure of data/published.toml; that file explains each field.

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
    fitted: str = ""
    needs_words: bool = False
    open: dict[str, Any] = field(default_factory=dict)
    note: str = ""

    @property
    def right(self) -> list[Value | Decimal]:
        """The values that ours must agree with: the published ones, or the right ones if the source is wrong."""
        return self.published if self.expected is None else self.expected

    @property
    def tolerances(self) -> list[float]:
        """How much ours may differ, for each value."""
        return self.within if isinstance(self.within, list) else [self.within] * len(self.right)

    @property
    def own(self) -> bool:
        """True for a reference value that only this project has calculated, and nobody has published."""
        return self.source == OURS

    @property
    def sources(self) -> list[Source]:
        """Who published it."""
        return [load_sources()[letters] for letters in self.source.split()]


def load_figures(keys: Sequence[str] = ()) -> list[Figure]:
    """The figures with these keys, or all figures without keys; ValueError, one line, for an unknown key."""
    figures = {entry["key"]: _figure(entry) for entry in read_published()["figure"]}
    for key in keys:
        if key not in figures:
            raise ValueError(f"figure must be one that `python -m analysis published` lists, got {key}")
    return [figures[key] for key in keys or figures]


def _figure(entry: dict[str, Any]) -> Figure:
    return Figure(
        **{key: value if key in ("published", "expected") else _floats(value) for key, value in entry.items()}
    )


def _floats(value: Any) -> Any:
    """Settings and tolerances are for computing: floats instead of decimals, at any depth."""
    if isinstance(value, dict):
        return {key: _floats(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_floats(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value
