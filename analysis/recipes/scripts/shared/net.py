"""The one-layer net: its first weights, and its training on the counts by autograd."""

import torch
from shared.words import itos


def first_weights(init, seed):
    size = len(itos), len(itos)
    if init == "zeros":
        return torch.zeros(size, dtype=torch.float64)
    if init == "cuda":  # what torch.randn gives on an NVIDIA GPU
        from analysis.streams.numbers import cuda_normals

        return torch.from_numpy(cuda_normals(seed, *size)).double()
    random = torch.randn if init == "randn" else torch.rand
    return random(size, generator=torch.Generator().manual_seed(seed)).double()


def train(N, W, epochs, learning_rate, lam):  # gives loss, nll and W before each update, and after the last one
    W = W.clone().requires_grad_()
    for epoch in range(epochs + 1):
        nll = -(N * torch.log_softmax(W, 1)).sum() / N.sum()
        loss = nll + lam * (W**2).mean()
        if not loss.isfinite():  # overflow: the steps were too long
            return
        yield loss.item(), nll.item(), W.detach().clone()
        if epoch < epochs:
            W.grad = None
            loss.backward()
            W.data -= learning_rate * W.grad
