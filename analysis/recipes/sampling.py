"""The recipe of the page Sampling: the names and letters of a stream."""

from typing import Any

from analysis.recipes import Recipe, command, fill
from analysis.samples.letters import TWENTY
from analysis.streams import STREAMS

SLOW = 5  # names that are shown draw by draw


def sampling_recipe(smoothing: float, seed: int, n: int, stream: str, row: str, draws: int, different: int) -> Recipe:
    """Names of a stream, 20 letters of a row at once (not on a GPU) and one by one, `draws` letters.

    The commands also show the first names draw by draw, and `different` letters without replacement.
    """
    chosen = STREAMS[stream]
    settings = {"smoothing": smoothing, "seed": seed, "n": n, "row": row, "draws": draws, "at_once": chosen.at_once}
    options: dict[str, Any] = {"seed": seed, "smoothing": smoothing}
    of_row: dict[str, Any] = {"row": row, **options, "stream": stream}
    stand_in = of_row | {"stream": chosen.stand_in or stream}
    commands = [
        command("sample", stream=stream, **options, n=n),
        command("sample", stream=stream, **options, n=min(n, SLOW), steps=True),
        *([command("draws", **of_row, draws=TWENTY, at_once=True)] if chosen.at_once else []),
        command("draws", **of_row, draws=TWENTY),
        command("draws", **of_row, draws=draws),
        command("draws", **stand_in, draws=different, without_replacement=True),
    ]
    return Recipe(fill("sampling", stream, **settings), tuple(commands))
