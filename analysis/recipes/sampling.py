"""The torch lines of the page Sampling: the names and letters of a stream."""

from __future__ import annotations

import shlex

from analysis.recipes import COUNT, Recipe
from analysis.samples.letters import TWENTY
from analysis.settings.numbers import show_number
from analysis.streams import STREAMS

SLOW = 5  # names that are shown draw by draw
AT_ONCE = """
generator = torch.Generator().manual_seed(seed)  # afresh
together = torch.multinomial(row.float(), num_samples=20, replacement=True, generator=generator)
print("at-once", *(itos[i] for i in together.tolist()))
"""


def sampling_recipe(smoothing: float, seed: int, n: int, stream: str, row: str, draws: int, different: int) -> Recipe:
    """Names of a stream, 20 letters of a row at once (a GPU's way is not rebuilt) and one by one, `draws` letters.

    The commands also show the first names draw by draw, and `different` letters without replacement.
    """
    chosen = STREAMS[stream]
    at_once, (draw, start, imports) = chosen.at_once, chosen.lines
    code = (
        imports
        + COUNT
        + f"""
smoothing, seed = {show_number(smoothing)}, {seed}
P = N + smoothing
P /= P.sum(1, keepdim=True)

"""
        + draw
        + f"""

{start}for _ in range({n}):
    letters, i = [], 0
    while not letters or i != 0:
        i = draw(P[i])
        letters.append(itos[i])
    print("name", "".join(letters[:-1]))

row = P[stoi[{row!r}]]
{start}print("one-by-one", *(itos[draw(row)] for _ in range({TWENTY})))
"""
        + (AT_ONCE if at_once else "")
        + f"""
{start}drawn = torch.tensor([draw(row) for _ in range({draws})])
share = torch.bincount(drawn, minlength=len(itos)) / {draws}
print("largest difference", (share - row).abs().max().item())
print("typical difference", (row * (1 - row)).max().div({draws}).sqrt().item())
"""
    )
    options = f"--seed {seed} --smoothing {show_number(smoothing)}"
    sample = f"python -m analysis sample --stream {stream} {options}"
    of_row = f"python -m analysis draws --row {shlex.quote(row)} {options}"
    commands = [
        f"{sample} --n {n}",
        f"{sample} --n {min(n, SLOW)} --steps",
        *([f"{of_row} --stream {stream} --draws {TWENTY} --at-once"] if at_once else []),
        f"{of_row} --stream {stream} --draws {TWENTY}",
        f"{of_row} --stream {stream} --draws {draws}",
        f"{of_row} --stream {chosen.stand_in or stream} --draws {different} --without-replacement",
    ]
    return Recipe(code, tuple(commands))
