"""The counted model, and how well a model predicts."""

import torch


def smoothed(N, smoothing):  # a row without any counts becomes uniform
    P = N + smoothing
    mass = P.sum(1, keepdim=True)
    return torch.where(mass > 0, P / mass, 1 / len(P))


def nll(N, logprobs):  # mean negative log-likelihood, nats per predicted character
    return (-(N[N > 0] * logprobs[N > 0]).sum() / N.sum()).item()
