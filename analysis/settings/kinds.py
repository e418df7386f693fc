"""The kinds of parameters: `Setting`, a number, and `Choice`, one of a few names. `check` refuses what does not fit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from analysis.settings.numbers import parse_float, parse_int, with_commas

Number = TypeVar("Number", int, float)


@dataclass(frozen=True)
class Setting(Generic[Number]):
    """One number: `kind` is float or int, limits are inclusive, `unit` is for labels.

    `default_on_pages` and `high_on_pages` are where its control on the pages begins and
    ends; not given, they are `default` and `high`.
    """

    name: str
    label: str
    kind: type[Number]
    default: Number
    low: Number
    high: Number
    unit: str
    help: str
    default_on_pages: Number | None = None
    high_on_pages: Number | None = None

    @property
    def on_page(self) -> Setting[Number]:
        """The same setting as the pages have it, with their default and their upper limit.

        >>> from analysis.settings import N
        >>> N.high, N.on_page.high
        (10000000, 500)
        """
        default = self.default if self.default_on_pages is None else self.default_on_pages
        high = self.high if self.high_on_pages is None else self.high_on_pages
        return replace(self, default=default, high=high, default_on_pages=None, high_on_pages=None)

    def check(self, value: object, called: str | None = None) -> Number:
        """`value` as a number of this setting's kind; accepts a number or its text.

        Raises ValueError, one line with expected and got, `called` in place of the
        name: not a number, nan, infinite, not whole where a whole number is meant, or
        out of the limits.

        >>> from analysis.settings import SEED, SMOOTHING
        >>> SMOOTHING.check("2.5"), SEED.check("42")
        (2.5, 42)
        >>> SMOOTHING.check("-1")
        Traceback (most recent call last):
        ...
        ValueError: smoothing must be a number from 0 to 1,000,000, got -1
        """
        number = parse_int(value) if self.kind is int else parse_float(value)
        if number is None or not self.low <= number <= self.high:
            got = " ".join(str(value).split()) or "nothing"
            raise ValueError(f"{called or self.name} must be {self.expected}, got {got}")
        return self.kind(number)

    @property
    def expected(self) -> str:
        """What `check` accepts, in words: "a whole number from 1 to 10,000,000"."""
        noun = "a whole number" if self.kind is int else "a number"
        return f"{noun} from {with_commas(self.low)} to {with_commas(self.high)}"


@dataclass(frozen=True)
class Choice:
    """One of a few names."""

    name: str
    label: str
    options: tuple[str, ...]
    default: str
    help: str

    @property
    def listed(self) -> str:
        """The options in a line."""
        return ", ".join(self.options)

    def check(self, value: str, called: str | None = None) -> str:
        """`value`, if it is an option; else ValueError, one line with expected and got, `called` in place of the name.

        >>> from analysis.settings import STREAM
        >>> STREAM.check("cpu")
        'cpu'
        >>> STREAM.check("tea")
        Traceback (most recent call last):
        ...
        ValueError: stream must be one of lecture, mkl, cpu, cuda, torch, got tea
        """
        if value not in self.options:
            raise ValueError(f"{called or self.name} must be one of {self.listed}, got {value or 'nothing'}")
        return value
