"""The torch lines of the page Training."""

from __future__ import annotations

import shlex

from analysis.recipes import COUNT, Recipe, lecture_names
from analysis.settings import SEED, SEEDED
from analysis.settings.numbers import show_number

FIRST = {
    "randn": "torch.randn((len(itos), len(itos)), generator=torch.Generator().manual_seed({seed})).double()",
    "rand": "torch.rand((len(itos), len(itos)), generator=torch.Generator().manual_seed({seed})).double()",
    "cuda": "torch.from_numpy(cuda_normals({seed}, len(itos), len(itos))).double()",
    "zeros": "torch.zeros(len(itos), len(itos), dtype=torch.float64)",
}
CUDA = "from analysis.streams.numbers import cuda_normals  # what torch.randn gives on an NVIDIA GPU\n"


def training_recipe(
    epochs: int, learning_rate: float, lam: float, seed: int, init: str = "randn", only: str | None = None, n: int = 5
) -> Recipe:
    """The net, trained on the counts by autograd from first weights `init`: losses, what is left, and n names.

    `only` is the word it is trained on alone, None for all. Names are the lecture's stream's, with its seed.
    """
    code = (
        (CUDA if init == "cuda" else "")
        + COUNT
        + (f"N = count([{only!r}])\n" if only else "")
        + f"""
W = {FIRST[init].format(seed=seed)}
W.requires_grad_()
for epoch in range({epochs} + 1):  # the last one only looks
    nll = -(N * torch.log_softmax(W, 1)).sum() / N.sum()
    loss = nll + {show_number(lam)} * (W ** 2).mean()
    if not loss.isfinite():  # overflow: the steps were too long
        break
    last, P = (loss.item(), nll.item()), torch.softmax(W.detach(), 1)
    if epoch in (0, 1, 2, {epochs} - 1):
        print("loss", epoch, loss.item())
    if epoch == {epochs}:
        break
    W.grad = None
    loss.backward()
    W.data -= {show_number(learning_rate)} * W.grad
print("final", *last)
"""
        + lecture_names(SEED.default, n)
    )
    net = f"--epochs {epochs} --learning-rate {show_number(learning_rate)} --lam {show_number(lam)} --init {init}"
    net += f" --only {shlex.quote(only)}" if only else ""
    its_seed = f" --{{}} {seed}" if init in SEEDED else ""
    sample = f"python -m analysis sample --model neural {net}{its_seed.format('init-seed')} --n {n}"
    return Recipe(code, (f"python -m analysis train {net}{its_seed.format('seed')}", sample))
