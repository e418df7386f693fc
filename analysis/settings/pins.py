"""A comparison of counts and net as a line of options, and up to four of them as one text, for a link.

A run is written as the command line takes it, `--lam 0.01 --epochs 300`, and only what differs from the defaults there:
`python -m analysis compare` with that line prints the run. What the options mean is in the settings they name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from analysis.settings import EPOCHS, INIT, LAM, LEARNING_RATE, SEED, SEEDED, SMOOTHING, STREAM, N
from analysis.settings.kinds import Choice, Setting
from analysis.settings.numbers import show_number

MOST = 4
END = "end"  # the last word of a text, so that one that was cut short does not pass for another
LONGEST = 2000  # characters of a text
TWINS = replace(N, low=5, high_on_pages=200)  # names of each model that the page shows
FIELDS: dict[str, Setting[Any] | Choice] = {
    setting.name: setting.on_page for setting in (SMOOTHING, EPOCHS, LEARNING_RATE, LAM)
}
FIELDS |= {"init": INIT, "init_seed": SEED, "stream": STREAM, "seed": SEED, "n": TWINS.on_page}


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
    n: int = TWINS.default

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


def write_pins(runs: Iterable[Comparison]) -> str:
    """Runs as one text, which `read_pins` reads back exactly.

    >>> write_pins([Comparison(lam=0.01), Comparison(init="cuda", n=5)])
    '--lam 0.01; --init cuda --n 5; end'
    """
    pins = [write_pin(run) for run in runs]
    return "; ".join([*pins, END]) if pins else ""


class Pins(NamedTuple):
    """The runs of a text, and a line for each that could not be read: what was expected, and what came.

    `whole` is whether the text says where it ends; where not, it may have been cut, and its last number with it.
    """

    runs: list[Comparison]
    refusals: list[str]
    whole: bool


def read_pins(text: str) -> Pins:
    """The runs of a text, and a line for each that cannot be read.

    An empty text has none, and is whole. Refused are an unknown option, one twice or without a value, a value beyond
    the page's limits, an empty place, runs after the fourth, and all of a text of more than 2,000 characters.
    """
    if len(text) > LONGEST:
        return Pins([], [f"pins must be at most {LONGEST:,} characters, got {len(text):,}"], whole=True)
    runs, refusals, parts = [], [], text.split(";") if text.strip() else []
    whole = not parts or parts[-1].strip() == END
    if parts and whole:
        del parts[-1]
    for place, part in enumerate(parts[:MOST], start=1):
        try:
            runs.append(read_pin(part))
        except ValueError as error:
            refusals.append(f"pin {place}: {error}")
    if len(parts) > MOST:
        refusals.append(f"pins must be at most {MOST} runs, got {len(parts)}")
    return Pins(runs, refusals, whole)


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
    if not words:
        raise ValueError("a run must have an option, got nothing")
    for option, *value in (words[i : i + 2] for i in range(0, len(words), 2)):
        if option not in options:
            raise ValueError(f"an option must be one of {', '.join(options)}, got {option}")
        if options[option] in given:
            raise ValueError(f"{option} must stand once, got it twice")
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
