"""Settings -> the torch lines and the commands that print the numbers of a page at these settings.

The lines need only torch and names.txt in the current folder; tests run them, and
hold what they print against the commands and the pages.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.samples.names import MAX_LEN

COUNT = """\
import torch

words = open("names.txt").read().split()
itos = ["."] + sorted(set("".join(words)))
stoi = {letter: i for i, letter in enumerate(itos)}


def count(words):
    N = torch.zeros(len(itos), len(itos), dtype=torch.float64)
    for word in words:
        ids = [0, *(stoi[letter] for letter in word), 0]
        for previous, following in zip(ids, ids[1:]):
            N[previous, following] += 1
    return N


N = count(words)
"""
_NAMES = """
generator = torch.Generator().manual_seed({seed})  # the lecture's way: one running stream
for _ in range({n}):
    letters, i = [], 0
    for _ in range({longest}):  # a longer name is cut
        u = torch.rand(1, dtype=torch.float64, generator=generator)
        cumulative = P[i].float().cumsum(0)
        i = int(torch.searchsorted((cumulative / cumulative[-1]).double(), u))
        if i == 0:
            break
        letters.append(itos[i])
    print("lecture", "".join(letters))
"""


def lecture_names(seed: int, n: int) -> str:
    """Lines that draw n names as the lecture does, after lines that make P."""
    return _NAMES.format(seed=seed, n=n, longest=MAX_LEN)


@dataclass(frozen=True)
class Recipe:
    """`code` runs as it stands; `commands` print the same numbers."""

    code: str
    commands: tuple[str, ...]
