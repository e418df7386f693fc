"""The recipe of the page Counts and net."""

import shlex
from collections.abc import Sequence

from analysis.recipes import Recipe, fill
from analysis.settings.pins import Comparison, write_pin


def comparison_recipe(now: Comparison, words: Sequence[str] = ()) -> Recipe:
    """The counted model and the net: kl, largest difference, each nll, the nearest smoothing, names, words scored.

    Pairs of numbers are those of the counted model and of the net. The command, whose options are those of a pin, also
    prints the names letter by letter. `words` are over the letters of the list.
    """
    settings = {name: value for name, value in vars(now).items() if name != "stream"}
    asked = "".join(f" --word {shlex.quote(word)}" for word in words)
    return Recipe(
        fill("comparison", now.stream, **settings, scored=list(words)),
        (f"python -m analysis compare {write_pin(now)}{asked}",),
    )
