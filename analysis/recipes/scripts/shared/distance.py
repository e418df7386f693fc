"""How far two models are from each other, and the smoothing whose counted model is nearest to a net."""

import torch
from shared.smoothing import smoothed
from shared.words import N


def kl(first, second):  # nats: how far the rows of the second are from those of the first
    return (N.sum(1) / N.sum() * (torch.special.xlogy(first, first) - torch.special.xlogy(first, second)).sum(1)).sum()


def nearest_smoothing(net):  # it is ten to a power between -6 and 6
    low, high = -6.0, 6.0
    while high - low > 1e-8:
        left, right = low + (high - low) / 3, high - (high - low) / 3
        if kl(smoothed(N, 10**left), net) < kl(smoothed(N, 10**right), net):
            high = right
        else:
            low = left
    return 10 ** ((low + high) / 2)
