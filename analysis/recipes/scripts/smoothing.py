"""Smoothing: nll, perplexity, a row and its entropy, names both ways, and the nll of the dev words."""

import math
import random

import torch
from shared.count import count
from shared.names import names
from shared.smoothing import nll, smoothed
from shared.words import N, itos, stoi, words
from streams.lecture import open_stream

smoothing = 1  # fake counts per cell
row = "."
seed = 2147483647
n = 10  # names of the lecture's stream
shown = 10  # names that each read a row of random numbers of their own
own_row = 40  # random numbers in such a row

P = smoothed(N, smoothing)
print("nll", nll(N, P.log()))
print("perplexity", math.exp(nll(N, P.log())))
p = P[stoi[row]]
print("row", p.tolist())
print("entropy", torch.special.entr(p).sum().item())
print("mean entropy", torch.special.entr(P).sum(1).mean().item())

for uniforms in torch.rand(shown, own_row, dtype=torch.float64, generator=torch.Generator().manual_seed(seed)):
    letters, i = [], 0
    for u in uniforms:
        cumulative = P[i].cumsum(0)
        i = int((cumulative / cumulative[-1] <= u).sum())
        if i == 0:
            break
        letters.append(itos[i])
    print("name", "".join(letters))
for name in names(P, open_stream(seed), n):  # the lecture's way: one running stream
    print("lecture", name)

# Needs the words: the model of the train words alone.
random.Random(42).shuffle(words)
a, b = int(0.8 * len(words)), int(0.9 * len(words))
train, dev = count(words[:a], stoi), count(words[a:b], stoi)
print("train nll (counted on train)", nll(train, smoothed(train, smoothing).log()))
print("dev nll (counted on train)", nll(dev, smoothed(train, smoothing).log()))
