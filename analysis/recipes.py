"""Settings -> the torch lines and the commands that print the numbers of a page at these settings.

The lines need only torch and names.txt in the current folder; tests run them, and
hold what they print against the commands and the pages.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.settings import show_number

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

SCORE = """\

def nll(N, P):  # mean negative log-likelihood, nats per predicted character
    return (-(N[N > 0] * P[N > 0].log()).sum() / N.sum()).item()

"""

SPLIT = """
random.Random(42).shuffle(words)
train, dev = count(words[: int(0.8 * len(words))]), count(words[int(0.8 * len(words)) : int(0.9 * len(words))])
P_train = train + smoothing
P_train /= P_train.sum(1, keepdim=True)
print("dev nll (counted on train)", nll(dev, P_train))
"""


@dataclass(frozen=True)
class Recipe:
    """`code` runs as it stands; `commands` print the same numbers."""

    code: str
    commands: tuple[str, ...]


def bigrams_recipe(row: str) -> Recipe:
    """The count table, and one row of it as probabilities."""
    code = (
        COUNT
        + f"""\
P = N / N.sum(1, keepdim=True)
print("bigrams", int(N.sum()))
print("counts", N[stoi[{row!r}]].int().tolist())
print("probs", P[stoi[{row!r}]].tolist())
"""
    )
    return Recipe(code, ("python -m analysis bigrams", "python -m analysis bigrams --csv counts.csv"))


def smoothing_recipe(smoothing: float, row: str, seed: int, n: int) -> Recipe:
    """The smoothed model: nll, perplexity, a row, its entropy, held-out nll, and n names of the lecture's stream."""
    code = (
        "import math\nimport random\n"
        + COUNT
        + SCORE
        + f"""
smoothing = {show_number(smoothing)}
P = N + smoothing
P /= P.sum(1, keepdim=True)
print("nll", nll(N, P))
print("perplexity", math.exp(nll(N, P)))
row = P[stoi[{row!r}]]
print("row", row.tolist())
print("entropy", torch.special.entr(row).sum().item())

generator = torch.Generator().manual_seed({seed})
for _ in range({n}):
    letters, i = [], 0
    while not letters or i != 0:
        u = torch.rand(1, dtype=torch.float64, generator=generator)
        cumulative = P[i].float().cumsum(0)
        i = int(torch.searchsorted((cumulative / cumulative[-1]).double(), u))
        letters.append(itos[i])
    print("name", "".join(letters))
"""
        + SPLIT
    )
    value = show_number(smoothing)
    return Recipe(
        code,
        (
            f"python -m analysis smooth --smoothing {value} --dev",
            f"python -m analysis sample --n {n} --smoothing {value} --seed {seed} --stream lecture",
        ),
    )
