"""Each parameter once: its name, default, limits or options, unit and help.

The command line, the controls of the pages and the tests read these. `check` is the
one gate: what it lets through is a value that the analysis can use. The pages, which
many people share, begin elsewhere and end earlier: they ask the setting `on_page`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from decimal import Decimal


@dataclass(frozen=True)
class Setting:
    """One number: `kind` is float or int, limits are inclusive, `unit` is for labels.

    `default_on_pages` and `high_on_pages` are where its control on the pages begins and
    ends; not given, they are `default` and `high`.
    """

    name: str
    label: str
    kind: type
    default: float
    low: float
    high: float
    unit: str
    help: str
    default_on_pages: float | None = None
    high_on_pages: float | None = None

    @property
    def on_page(self) -> Setting:
        """The same setting as the pages have it, with their default and their upper limit.

        >>> N.high, N.on_page.high
        (10000000, 500)
        """
        default = self.default if self.default_on_pages is None else self.default_on_pages
        high = self.high if self.high_on_pages is None else self.high_on_pages
        return replace(self, default=default, high=high, default_on_pages=None, high_on_pages=None)

    def check(self, value: object, called: str | None = None) -> float | int:
        """`value` as a number of this setting's kind; accepts a number or its text.

        Raises ValueError, one line with expected and got, `called` in place of the
        name: not a number, nan, infinite, not whole where a whole number is meant, or
        out of the limits.

        >>> SMOOTHING.check("2.5"), SEED.check("42")
        (2.5, 42)
        >>> SMOOTHING.check("-1")
        Traceback (most recent call last):
        ...
        ValueError: smoothing must be a number from 0 to 1,000,000, got -1
        """
        number = parse_int(value) if self.kind is int else parse_float(value)
        if number is None or not self.low <= number <= self.high:
            raise ValueError(f"{called or self.name} must be {self.expected}, got {' '.join(str(value).split())}")
        return number

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

        >>> STREAM.check("cpu")
        'cpu'
        >>> STREAM.check("tea")
        Traceback (most recent call last):
        ...
        ValueError: stream must be one of lecture, mkl, cpu, cuda, torch, got tea
        """
        if value not in self.options:
            raise ValueError(f"{called or self.name} must be one of {self.listed}, got {value}")
        return value


def parse_float(value: object) -> float | None:
    """A finite float, or None where `value` is no such number."""
    if isinstance(value, str) and not _plain(value):
        return None
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def parse_int(value: object) -> int | None:
    """A whole number, exact beyond 2 ** 53 when it is an int or digits; None where `value` is no such number."""
    try:
        if isinstance(value, int | str):
            return int(value) if not isinstance(value, str) or _plain(value) else None
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None
    return int(number) if number.is_integer() else None


def _plain(text: str) -> bool:
    """Python also reads 1_0 and the digits of other scripts; people who write those mean something else."""
    return text.isascii() and "_" not in text


def show_number(number: float) -> str:
    """A number in full, as people and addresses write it: 0, 0.00001, 1000000, never 1e+06.

    >>> show_number(1e6), show_number(1e-5), show_number(7.25), show_number(2 ** 64 - 1)
    ('1000000', '0.00001', '7.25', '18446744073709551615')
    """
    text = f"{Decimal(repr(number + 0)):f}"  # + 0: never -0
    return text.removesuffix(".0")


def with_commas(number: float) -> str:
    """A number in full as messages show it, with a comma at every thousand.

    >>> with_commas(1e6), with_commas(0.00001), with_commas(2 ** 64 - 1)
    ('1,000,000', '0.00001', '18,446,744,073,709,551,615')
    """
    whole, point, rest = show_number(number).partition(".")
    return f"{int(whole):,}{point}{rest}"


SMOOTHING = Setting(
    "smoothing",
    "Smoothing",
    float,
    default=0.0,
    low=0.0,
    high=1e6,
    unit="fake counts per cell",
    help="Fake counts added to every cell before the rows are normalized. 0 keeps the counts as they are; "
    "the lecture uses 1; a million makes every letter about equally likely.",
    default_on_pages=1.0,  # as in the lecture: no name is impossible, and there is something to see in every cell
)
SEED = Setting(
    "seed",
    "Seed",
    int,
    default=2147483647,
    low=0,
    high=2**64 - 1,
    unit="",
    help="Where the stream of random numbers starts: the same seed gives the same names. 2147483647 is the lecture's.",
)
N = Setting(
    "n",
    "Names",
    int,
    default=10,
    low=1,
    high=10_000_000,
    unit="words",
    help="How many words to draw.",
    high_on_pages=500,  # one visitor must not hold the others
)
DRAW = Setting(
    "draw",
    "Draw",
    int,
    default=1,
    low=1,
    high=200,
    unit="",
    help="Which draw of a letter is shown, counted from the first letter of the first name.",
)
DRAWS = Setting(
    "draws",
    "Draws",
    int,
    default=100,
    low=1,
    high=10_000_000,
    unit="letters",
    help="How many letters to draw from one row.",
    high_on_pages=100_000,
)
EPOCHS = Setting(
    "epochs",
    "Epochs",
    int,
    default=200,
    low=0,
    high=10_000_000,
    unit="updates",
    help="How many times the net sees all the words; each time, every weight takes one step. 0 is the start.",
    high_on_pages=2000,
)
LEARNING_RATE = Setting(
    "learning_rate",
    "Learning rate",
    float,
    default=50.0,
    low=0.0,
    high=1e6,
    unit="",
    help="How long a step is, times the gradient. The lecture uses 50; 400 is too long, and ends worse than it began.",
)
LAM = Setting(
    "lam",
    "Lambda (λ)",
    float,
    default=0.0,
    low=0.0,
    high=1e6,
    unit="",
    help="Strength of the penalty on large weights, λ times the mean of their squares: what smoothing is to counts. "
    "The lecture uses 0.01.",
)
CORPUS = Choice("corpus", "List of words", ("names",), "names", "A built-in list.")
PART = Choice("part", "Part", ("all", "train", "dev", "test"), "all", "Which words.")
MODEL = Choice("model", "Model", ("counts", "neural"), "counts", "The counted model, or a net trained now.")
STREAM = Choice(
    "stream",
    "Stream: the way to draw",
    ("lecture", "mkl", "cpu", "cuda", "torch"),
    "lecture",
    "Which torch's way to draw a letter it is.",
)
INIT = Choice("init", "First weights", ("randn", "rand", "cuda", "zeros"), "randn", "First weights.")
SEEDED = ("randn", "rand", "cuda")  # the first weights that are random
ROW = "."  # its options are the characters of a list; this one, the start of a word, is in all of them
SETTINGS = {setting.name: setting for setting in (SMOOTHING, SEED, N, DRAW, DRAWS, EPOCHS, LEARNING_RATE, LAM)}
