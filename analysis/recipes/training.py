"""The torch lines of the net."""

from __future__ import annotations

from analysis.recipes import COUNT, Recipe
from analysis.settings.numbers import show_number


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
