"""A comparison of counts and net as options of the command line, and up to four of them in a link.

A run is written as `--lam 0.01 --epochs 300`, with only what differs from the defaults of the command line:
`python -m analysis compare` with these options prints the run. The address of the page has one `pins=` for each run.
Older links have one for all of them, with a semicolon after each and `end` after the last: they are read as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from analysis.settings import EPOCHS, INIT, LAM, LEARNING_RATE, SEED, SEEDED, SMOOTHING, STREAM, N
from analysis.settings.kinds import Choice, Setting
from analysis.settings.numbers import show_number

MOST = 4
END = "end"  # the last word of an older link
LONGEST = 2000  # characters of all runs together
COMPARED_NAMES = replace(N, low=5, high_on_pages=200)  # names of each model that the page shows
FIELDS: dict[str, Setting[Any] | Choice] = {
    setting.name: setting.on_page for setting in (SMOOTHING, EPOCHS, LEARNING_RATE, LAM)
}
FIELDS |= {"init": INIT, "init_seed": SEED, "stream": STREAM, "seed": SEED, "n": COMPARED_NAMES.on_page}


@dataclass(frozen=True)
class Comparison:
    """What is compared: the counted model (`smoothing`), the net, and the names of both.

    `init_seed`, not given, is the seed; so it is, too, where first weights are not random and need none. Raises
    ValueError, one line with expected and got, for a value that the page does not take.
    """

    smoothing: float = SMOOTHING.default
    epochs: int = EPOCHS.default
    learning_rate: float = LEARNING_RATE.default
    lam: float = LAM.default
    init: str = INIT.default
    init_seed: int | None = None
    stream: str = STREAM.default
    seed: int = SEED.default
    n: int = COMPARED_NAMES.default

    def __post_init__(self) -> None:
        if self.init_seed is None or self.init not in SEEDED:
            object.__setattr__(self, "init_seed", self.seed)
        for name, setting in FIELDS.items():
            object.__setattr__(self, name, setting.check(getattr(self, name), called=_option(name)))


def write_pin(run: Comparison) -> str:
    """The options of a run that differ from the defaults, in the order of the fields.

    A run that differs in nothing is written with its smoothing, or there would be nothing to read.

    >>> write_pin(Comparison(smoothing=1, lam=0.01, seed=3)), write_pin(Comparison())
    ('--smoothing 1 --lam 0.01 --seed 3', '--smoothing 0')
    """
    plain = Comparison(init_seed=run.seed)
    return _options(run, [name for name in FIELDS if getattr(run, name) != getattr(plain, name)] or [SMOOTHING.name])


def differences(run: Comparison, other: Comparison) -> str:
    """The options of a run that differ from those of another; empty where none does.

    Seeds of first weights that both follow the seed of the names are no difference of their own.

    >>> differences(Comparison(seed=3), Comparison(lam=0.01))
    '--lam 0 --seed 3'
    """
    names = [name for name in FIELDS if getattr(run, name) != getattr(other, name)]
    if run.init not in SEEDED or (run.init_seed == run.seed and other.init_seed == other.seed):
        names = [name for name in names if name != "init_seed"]
    return _options(run, names)


def read_pins(texts: Sequence[str]) -> tuple[list[Comparison], list[str]]:
    """The runs that some texts hold, and a line for each run that cannot be read: what was expected, and what came.

    A text holds one run or, in an older link, several. Refused are an unknown option, one twice or without a value, a
    value beyond the page's limits, runs after the fourth, and all of them where they have more than 2,000 characters.

    >>> runs, refusals = read_pins(["--lam 1", "--lam 2; --tea 1; end"])
    >>> [run.lam for run in runs], refusals[0][:31]
    ([1.0, 2.0], 'pin 3: an option must be one of')
    """
    length = sum(map(len, texts))
    if length > LONGEST:
        return [], [f"pins must be at most {LONGEST:,} characters, got {length:,}"]
    parts = [part for text in texts for part in text.split(";") if part.strip() not in ("", END)]
    runs, refusals = [], []
    for place, part in enumerate(parts[:MOST], start=1):
        try:
            runs.append(read_pin(part))
        except ValueError as error:
            refusals.append(f"pin {place}: {error}")
    if len(parts) > MOST:
        refusals.append(f"pins must be at most {MOST} runs, got {len(parts)}")
    return runs, refusals


def read_pin(text: str) -> Comparison:
    """A run from its options. ValueError, one line with expected and got.

    >>> read_pin("--lam 0.01 --seed 3").init_seed
    3
    >>> read_pin("--lam")
    Traceback (most recent call last):
    ...
    ValueError: --lam must have a value, got nothing
    """
    words, options = text.split(), {_option(name): name for name in FIELDS}
    given: dict[str, Any] = {}
    for option, *value in (words[i : i + 2] for i in range(0, len(words), 2)):
        if option not in options:
            raise ValueError(f"an option must be one of {', '.join(options)}, got {option}")
        if options[option] in given:
            raise ValueError(f"{option} must be given once, got it twice")
        if not value:
            raise ValueError(f"{option} must have a value, got nothing")
        given[options[option]] = value[0]
    if "init_seed" in given and given.get("init", INIT.default) not in SEEDED:
        raise ValueError(f"--init-seed must go with --init {', '.join(SEEDED)}, got --init {given['init']}")
    return Comparison(**given)


def _options(run: Comparison, names: Iterable[str]) -> str:
    """Some settings of a run as the command line takes them."""
    return " ".join(f"{_option(name)} {_value(getattr(run, name))}" for name in names)


def _option(name: str) -> str:
    """How the command line writes a setting: --learning-rate."""
    return f"--{name.replace('_', '-')}"


def _value(value: float | str) -> str:
    """A value as people write it, or a number with an exponent where it would be longer than any number has digits."""
    text = value if isinstance(value, str) else show_number(value)
    return text if len(text) <= 25 else repr(value)
