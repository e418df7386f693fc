"""The torch lines of the page Normalization: five divisions of one table, two shapes, and where a table lies."""

from __future__ import annotations

import shlex

from analysis.counts.normalization import DIVISORS
from analysis.counts.normalization.broadcasting import Shape
from analysis.counts.normalization.divisions import NAMES, SMALL_WORDS
from analysis.recipes import COUNT, Recipe, lecture_names
from analysis.settings.numbers import show_number

OWN_WORDS = 'open("names.txt").read().split()'
DIVIDE = """\
N += {smoothing}  # fake counts
ways = {{
{ways}
}}
right = N / N.sum(1, keepdim=True)
seen = counts > 0
for way, sums in ways.items():
    P = N / sums(N)
    Q = P / P.sum(1, keepdim=True)  # what torch.multinomial makes of it
    print("shapes", way, tuple(N.shape), tuple(sums(N).shape))
    print("row_sums", way, *P.sum(1).tolist())
    print("column_sums", way, *P.sum(0).tolist())
    print("first_row", way, *P[0].tolist())
    for what, table in ("nll", P), ("drawn_nll", Q):
        print(what, way, -(counts[seen] * table[seen].log()).sum().item() / counts.sum().item())

try:
    print("broadcast", torch.broadcast_shapes({first}, {second}))
except RuntimeError:
    print("broadcast impossible")

P = N.clone()
Q = P
P = P / P.sum(1, keepdim=True)
print("storage", "the same" if P.data_ptr() == Q.data_ptr() else "a new one", Q[0].sum().item())
P = N.clone()
Q = P
P /= P.sum(1, keepdim=True)
print("storage", "the same" if P.data_ptr() == Q.data_ptr() else "a new one", Q[0].sum().item())

P = N / ways[{divisor!r}](N)
"""


def normalization_recipe(
    divisor: str, table_size: str, smoothing: float, seed: int, first: Shape, second: Shape
) -> Recipe:
    """All five divisions, the names of one of them, two shapes broadcast, and in place against a new table.

    The lines of the small table need no names.txt.
    """
    count = COUNT if table_size == "real" else COUNT.replace(OWN_WORDS, repr(list(SMALL_WORDS)))
    ways = "\n".join(f'    "{key}": lambda P: {way.code},' for key, way in DIVISORS.items())
    code = count + "counts = N.clone()\n"
    code += DIVIDE.format(
        smoothing=show_number(smoothing), ways=ways, divisor=divisor, first=repr(first), second=repr(second)
    )
    size = "" if table_size == "real" else f" --table-size {table_size}"
    options = f"{size} --smoothing {show_number(smoothing)} --seed {seed}"
    return Recipe(
        code + lecture_names(seed, NAMES),
        (
            f"python -m analysis normalize{options}",
            f"python -m analysis normalize --divisor {divisor}{options}",
            f"python -m analysis normalize --shapes {shlex.quote(str(first))} {shlex.quote(str(second))}",
        ),
    )
