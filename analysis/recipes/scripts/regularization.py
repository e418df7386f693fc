"""Regularization: the best net at a lambda, the counts at a smoothing, the nearest smoothing, and the pulls on W."""

import torch
from shared.distance import kl, nearest_smoothing
from shared.smoothing import nll, smoothed
from shared.words import N, itos, stoi

lam = 0.01  # strength of the penalty
smoothing = 1  # fake counts per cell
row = "."


def best_weights(lam):  # Newton's method: one step of training takes the slope alone, this one the curvature too
    total, ridge = N.sum(1, keepdim=True) / N.sum(), 2 * lam / N.numel()
    W = torch.zeros_like(N)

    def loss(W):  # of each row: its part of the mean nll, and of the penalty
        return -(N / N.sum() * W.log_softmax(1)).sum(1) + ridge / 2 * (W**2).sum(1)

    for _ in range(100):
        P = W.softmax(1)
        slope = total * P - N / N.sum() + ridge * W
        curvature = total[:, :, None] * (torch.diag_embed(P) - P[:, :, None] * P[:, None]) + ridge * torch.eye(len(N))
        step = torch.linalg.solve(curvature, slope)
        length = torch.ones_like(total)
        for _ in range(40):  # too long where the row's loss goes up
            length = torch.where((loss(W - length * step) > loss(W) + 1e-15)[:, None], length / 2, length)
        W = W - length * step
    return W


penalized = lam >= 1e-12  # without a penalty the best net is the counted table itself
W = best_weights(lam) if penalized else smoothed(N, 0).log()
net, counted = W.softmax(1), smoothed(N, smoothing)
for name, P in (("net", net), ("counted", counted)):
    entropy = torch.special.entr(P).sum(1).mean().item()
    loss = nll(N, P.log())
    print(name, loss, torch.tensor(loss).exp().item(), entropy)  # nll, perplexity, mean entropy of a row
print("kl", kl(counted, net).item())
difference = (net - counted).abs()
cell = int(difference.argmax())
print("largest difference", difference.max().item(), itos[cell // len(itos)] + itos[cell % len(itos)])
i = stoi[row]
print("in the row", difference[i].max().item())
if penalized:
    nearest = nearest_smoothing(net)
    print("nearest smoothing", nearest)
    print("left over", kl(smoothed(N, nearest), net).item())
    print("factor", (N[i].sum() / W[i].exp().sum()).item())  # exp(W) of the row times this is its counts, nearly
    print("data", ((N[i] - N[i].sum() * net[i]) / N.sum()).tolist())
    print("penalty", (-2 * lam * W[i] / N.numel()).tolist())

# Why the lecture's loss jumps when the penalty is switched on: W after 200 epochs, from torch's randn on the CPU.
W = torch.randn(N.shape, generator=torch.Generator().manual_seed(2147483647)).double()
for _ in range(200):
    W -= 50 * (N.sum(1, keepdim=True) * W.softmax(1) - N) / N.sum()
before = nll(N, W.log_softmax(1))
square = (W**2).mean().item()
print("jump", before, square, before + 0.01 * square)
