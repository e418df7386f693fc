"""Settings -> the torch lines and the commands that print the numbers of a page at these settings.

The lines need only torch and names.txt in the current folder; tests run them, and
hold what they print against the commands and the pages.
"""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Recipe:
    """`code` runs as it stands; `commands` print the same numbers."""

    code: str
    commands: tuple[str, ...]
