"""Baselines: how well three models predict, how long their words are, the names they give, and longer contexts."""

import math
import random

import torch
from shared.count import count
from shared.names import names
from shared.smoothing import nll, smoothed
from shared.words import N, itos, stoi, words
from streams.lecture import open_stream

smoothing = 1  # fake counts per cell
seed = 2147483647
n = 10  # names of each model


def models(N):
    frequencies = (N.sum(0) / N.sum()).expand(N.shape)
    return {"uniform": torch.full_like(N, 1 / len(itos)), "letters": frequencies, "bigram": smoothed(N, smoothing)}


shuffled = list(words)
random.Random(42).shuffle(shuffled)
a, b = int(0.8 * len(words)), int(0.9 * len(words))
held_out = models(count(shuffled[:a], stoi))
for name, P in models(N).items():
    print(name, "nll", nll(N, P.log()), nll(count(shuffled[a:b], stoi), held_out[name].log()))
    shares, going, mean = [P[0, 0].item()], P[0, 1:], 0
    while going.sum() > 1e-15:  # going: words that have not ended yet, by their last letter
        shares.append((going @ P[1:, 0]).item())
        mean += (len(shares) - 1) * shares[-1]
        going = going @ P[1:, 1:]
    longer = sum(shares[max(map(len, words)) + 1 :])
    print(name, "lengths", mean, *shares[:2], longer)
    row, in_list = P.tolist(), 0
    for word in set(words):
        in_list += math.prod(row[stoi[x]][stoi[y]] for x, y in zip("." + word, word + "."))
    print(name, "in-list", in_list)

for k in range(1, 5):  # letters of context
    marked = ["." * k + word + "." for word in words]
    seen = {word[i : i + k + 1] for word in marked for i in range(len(word) - k)}
    print("context", k, len(itos) ** (k + 1), len(seen), len(seen) / len(itos) ** (k + 1))

for model, P in models(N).items():
    print("from", model)
    for name in names(P, open_stream(seed), n):
        print("lecture", name)
