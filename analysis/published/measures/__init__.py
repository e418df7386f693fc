"""How each published figure is calculated again: a measure takes the names and the settings of a figure, and gives
its values, numbers or text, in the order of the source. data/published.toml says which measure belongs to which figure.

`counts` is for what follows from the tables or the words, `streams` for what is drawn, `net` for what is learned.
"""

from collections.abc import Callable
from types import FunctionType

from analysis.published.measures import counts, net, streams

Value = float | int | str
MEASURES: dict[str, Callable[..., list[Value]]] = {
    name: measure
    for module in (counts, streams, net)
    for name, measure in vars(module).items()
    if isinstance(measure, FunctionType) and measure.__module__ == module.__name__ and not name.startswith("_")
}
