"""The torch lines of the page Likelihood."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from analysis.recipes import COUNT, Recipe
from analysis.settings.numbers import show_number


def likelihood_recipe(words: Sequence[str], smoothing: float, row: str, following: str, nudge: float) -> Recipe:
    """The words letter by letter, summed up and placed in the list; the list's own nll, two ways; one cell nudged."""
    fake, factor = show_number(smoothing), show_number(nudge)
    code = (
        "import math\n"
        + COUNT
        + f"""
smoothing = {fake}
P = N + smoothing
P /= P.sum(1, keepdim=True)


def logprobs(word, P):  # of each letter and of the end, nats
    ids = [0, *(stoi[letter] for letter in word), 0]
    return P[ids[:-1], ids[1:]].log()


def mean_nll(P):  # of the whole list, from its counts
    return (-(N[N > 0] * P[N > 0].log()).sum() / N.sum()).item()


typed = {list(words)!r}
letters = torch.cat([logprobs(word, P) for word in typed])
print("letters", *(f"{{p:.4f}}" for p in letters.exp()))
print("sum", letters.sum().item())
print("nll", -letters.mean().item())
print("perplexity", math.exp(-letters.mean()))
nlls = torch.stack([-logprobs(word, P).mean() for word in words])
for word in typed:  # how many words of the list are less of a surprise
    print("below", word, (nlls < -logprobs(word, P).mean() - 1e-9).double().mean().item())

print("list", mean_nll(P))
P32 = (N + smoothing).float()
P32 /= P32.sum(1, keepdim=True)
total = torch.tensor(0.0)  # float32, one by one, as the lecture does
for word in words:
    for logprob in logprobs(word, P32):
        total += logprob
print("running", total.item(), (-total / N.sum().float()).item())

nudged = N.clone()
nudged[stoi[{row!r}], stoi[{following!r}]] *= {factor}
nudged /= nudged.sum(1, keepdim=True)
counted = N / N.sum(1, keepdim=True)
print("nudged", nudged[stoi[{row!r}], stoi[{following!r}]].item(), mean_nll(nudged))
print("rise", mean_nll(nudged) - mean_nll(counted))
"""
    )
    cell = f"--row {shlex.quote(row)} --next {shlex.quote(following)} --nudge {factor}"
    return Recipe(
        code,
        (
            f"python -m analysis score {' '.join(map(shlex.quote, words))} --smoothing {fake} --together",
            f"python -m analysis nudge {cell}",
        ),
    )
