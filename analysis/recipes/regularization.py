"""The torch lines of the page Regularization."""

from __future__ import annotations

from analysis.recipes import COUNT, Recipe
from analysis.recipes.smoothing import SCORE
from analysis.settings.numbers import show_number

NET = """\
total, ridge = N.sum(1, keepdim=True) / N.sum(), 2 * lam / N.numel()
W = torch.zeros_like(N)


def loss(W):  # of each row: its part of the mean nll, and of the penalty
    return -(N / N.sum() * W.log_softmax(1)).sum(1) + ridge / 2 * (W ** 2).sum(1)


for _ in range(100):  # Newton's method: one step of training takes the slope alone, this one the curvature too
    P = W.softmax(1)
    slope = total * P - N / N.sum() + ridge * W
    curvature = total[:, :, None] * (torch.diag_embed(P) - P[:, :, None] * P[:, None]) + ridge * torch.eye(len(itos))
    step = torch.linalg.solve(curvature, slope)
    length = torch.ones_like(total)
    for _ in range(40):  # too long where the row's loss goes up
        length = torch.where((loss(W - length * step) > loss(W) + 1e-15)[:, None], length / 2, length)
    W = W - length * step
net = W.softmax(1)
"""
NO_NET = """\
net = N / N.sum(1, keepdim=True)  # without a penalty the best net is the counted table itself
"""
COMPARE = """

def kl(first, second):  # nats: how far the rows of the second are from those of the first
    return (N.sum(1) / N.sum() * (torch.special.xlogy(first, first) - torch.special.xlogy(first, second)).sum(1)).sum()


def counted(smoothing):
    P = N + smoothing
    return P / P.sum(1, keepdim=True)


"""
NEAREST = """\
low, high = -6.0, 6.0  # the nearest smoothing is ten to a power between these
while high - low > 1e-8:
    left, right = low + (high - low) / 3, high - (high - low) / 3
    if kl(counted(10 ** left), net) < kl(counted(10 ** right), net):
        high = right
    else:
        low = left
nearest = 10 ** ((low + high) / 2)
print("nearest smoothing", nearest)
print("left over", kl(counted(nearest), net).item())
"""
SWITCH = """
# Why the lecture's loss jumps when the penalty is switched on: W after 200 epochs, from torch's randn on the CPU.
W = torch.randn((len(itos), len(itos)), generator=torch.Generator().manual_seed(2147483647)).double()
for _ in range(200):
    W -= 50 * (N.sum(1, keepdim=True) * W.softmax(1) - N) / N.sum()
before = -(N * W.log_softmax(1)).sum() / N.sum()
print("jump", before.item(), (W ** 2).mean().item(), (before + 0.01 * (W ** 2).mean()).item())
"""


def regularization_recipe(lam: float, smoothing: float, row: str) -> Recipe:
    """The best net at a lambda beside the counts at a smoothing, the nearest smoothing, and the pulls on W of a row."""
    has_net = lam >= 1e-12
    code = (
        COUNT
        + SCORE
        + f"""
lam, smoothing = {show_number(lam)}, {show_number(smoothing)}
"""
        + (NET if has_net else NO_NET)
        + COMPARE
        + f"""\
for name, P in (("net", net), ("counted", counted(smoothing))):
    entropy = torch.special.entr(P).sum(1).mean().item()
    print(name, nll(N, P), torch.tensor(nll(N, P)).exp().item(), entropy)  # nll, perplexity, mean entropy of a row
print("kl", kl(counted(smoothing), net).item())
difference = (net - counted(smoothing)).abs()
cell = int(difference.argmax())
print("largest difference", difference.max().item(), itos[cell // len(itos)] + itos[cell % len(itos)])
row = stoi[{row!r}]
print("in the row", difference[row].max().item())
"""
        + (NEAREST if has_net else "")
        + (
            """\
print("factor", (N[row].sum() / W[row].exp().sum()).item())  # exp(W) of the row times this is its counts, nearly
print("data", ((N[row] - N[row].sum() * net[row]) / N.sum()).tolist())
print("penalty", (-2 * lam * W[row] / N.numel()).tolist())
"""
            if has_net
            else ""
        )
        + SWITCH
    )
    commands = (
        f"python -m analysis train --epochs 0 --init zeros --lam {show_number(lam)}",
        f"python -m analysis smooth --smoothing {show_number(smoothing)}",
    )
    return Recipe(code, commands)
