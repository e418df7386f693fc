"""The torch lines of the pages Start and Smoothing."""

from __future__ import annotations

import shlex

from analysis.recipes import COUNT, Recipe, lecture_names
from analysis.samples.names import OWN_ROW
from analysis.settings.numbers import show_number

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
"""
        + lecture_names(seed, n)
        + SPLIT
    )
    value = show_number(smoothing)
    return Recipe(
        code,
        (
            f"python -m analysis smooth --smoothing {value} --dev",
            f"python -m analysis bigrams --row {shlex.quote(row)} --smoothing {value}",
            f"python -m analysis sample --n {shown} --smoothing {value} --seed {seed} --own-rows",
            f"python -m analysis sample --n {n} --smoothing {value} --seed {seed} --stream lecture",
        ),
    )
