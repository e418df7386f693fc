"""Settings -> the torch lines and the commands that print the numbers of a page at these settings.

The lines need only torch and names.txt in the current folder; tests run them, and
hold what they print against the commands and the pages.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass

from analysis.counts.bigrams import START
from analysis.samples.names import OWN_ROW
from analysis.settings import show_number
from analysis.words.vocabulary import BOUNDARY

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
print("train nll (counted on train)", nll(train, P_train))
print("dev nll (counted on train)", nll(dev, P_train))
"""


@dataclass(frozen=True)
class Recipe:
    """`code` runs as it stands; `commands` print the same numbers."""

    code: str
    commands: tuple[str, ...]


TWO_MARKS = """
# The lecture's first table: start and end as two characters, so one row and one column stay empty.
one, letters, N, itos = N, len(itos) - 1, torch.zeros(len(itos) + 1, len(itos) + 1), itos[1:] + ["<S>", "<E>"]
N[:letters, :letters], N[letters, :letters], N[:letters, letters + 1] = one[1:, 1:], one[0, 1:], one[1:, 0]
stoi = {letter: i for i, letter in enumerate(itos)}

"""


def bigrams_recipe(row: str, *, two_marks: bool = False) -> Recipe:
    """The count table, with one mark or two, and one row of it as probabilities; row "." is the start."""
    shown = START if two_marks and row == BOUNDARY else row
    code = (
        COUNT
        + (TWO_MARKS if two_marks else "")
        + f"""\
print("bigrams", int(N.sum()))
row = N[stoi[{shown!r}]].double()
print("counts", row.int().tolist())
print("probs", (row / row.sum()).tolist())
"""
    )
    marks = " --two-marks" if two_marks else ""
    return Recipe(code, (f"python -m analysis bigrams{marks} --row {shlex.quote(shown)}",))


def smoothing_recipe(smoothing: float, row: str, seed: int, n: int, shown: int) -> Recipe:
    """The smoothed model: nll, perplexity, a row, its entropy, names both ways (`shown` and `n` of them), dev nll."""
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
print("mean entropy", torch.special.entr(P).sum(1).mean().item())

uniforms = torch.rand({shown}, {OWN_ROW}, dtype=torch.float64, generator=torch.Generator().manual_seed({seed}))
for own_row in uniforms:  # each name reads its own row of random numbers
    letters, i = [], 0
    for u in own_row:
        cumulative = P[i].cumsum(0)
        i = int((cumulative / cumulative[-1] <= u).sum())
        if i == 0:
            break
        letters.append(itos[i])
    print("name", "".join(letters))

generator = torch.Generator().manual_seed({seed})  # the lecture's way: one running stream
for _ in range({n}):
    letters, i = [], 0
    while not letters or i != 0:
        u = torch.rand(1, dtype=torch.float64, generator=generator)
        cumulative = P[i].float().cumsum(0)
        i = int(torch.searchsorted((cumulative / cumulative[-1]).double(), u))
        letters.append(itos[i])
    print("lecture", "".join(letters[:-1]))
"""
        + SPLIT
    )
    value = show_number(smoothing)
    return Recipe(
        code,
        (
            f"python -m analysis smooth --smoothing {value} --dev",
            f"python -m analysis sample --n {shown} --smoothing {value} --seed {seed} --own-rows",
            f"python -m analysis sample --n {n} --smoothing {value} --seed {seed} --stream lecture",
        ),
    )


def training_recipe(epochs: int, learning_rate: float, lam: float, init_seed: int) -> Recipe:
    """The net, trained on the counts by autograd from torch's randn: the first and last losses, final loss and nll."""
    code = (
        COUNT
        + f"""
W = torch.randn((len(itos), len(itos)), generator=torch.Generator().manual_seed({init_seed})).double()
W.requires_grad_()
for epoch in range({epochs} + 1):  # the last one only looks
    nll = -(N * torch.log_softmax(W, 1)).sum() / N.sum()
    loss = nll + {show_number(lam)} * (W ** 2).mean()
    if epoch in (0, 1, 2, {epochs} - 1):
        print("loss", epoch, loss.item())
    if epoch == {epochs}:
        print("final", loss.item(), nll.item())
        break
    W.grad = None
    loss.backward()
    W.data -= {show_number(learning_rate)} * W.grad
"""
    )
    options = f"--epochs {epochs} --learning-rate {show_number(learning_rate)} --lam {show_number(lam)}"
    return Recipe(code, (f"python -m analysis train {options} --seed {init_seed}",))


def figure_recipe(key: str) -> Recipe:
    """One published figure, worked out again: published, ours, whether they agree; and all of them."""
    code = f"""\
from analysis.words.lists import find_names
from analysis.published.figures import load_figures, recompute

for figure in load_figures([{key!r}]):
    result = recompute(figure, words=find_names() is not None)
    print("published", *figure.published)
    print("ours", *(result.ours or []))
    print("mark", result.mark)
"""
    return Recipe(code, (f"python -m analysis published {key}", "python -m analysis published"))
