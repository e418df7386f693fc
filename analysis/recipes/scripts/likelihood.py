"""Likelihood: words letter by letter, their place in the list, the nll of the list, and one count scaled."""

import math

import torch
from shared.smoothing import nll, smoothed
from shared.words import N, stoi, words

typed = ["emma"]
smoothing = 1  # fake counts per cell
row = "e"
following = "m"
factor = 1  # the count of the pair (row, following) is multiplied by it

P = smoothed(N, smoothing)


def logprobs(word, P):  # of each letter and of the end, nats
    ids = [0, *(stoi[letter] for letter in word), 0]
    return P[ids[:-1], ids[1:]].log()


letters = torch.cat([logprobs(word, P) for word in typed])
print("letters", *(f"{p:.4f}" for p in letters.exp()))
print("sum", letters.sum().item())
print("nll", -letters.mean().item())
print("perplexity", math.exp(-letters.mean()))

# Needs the words: the share of them that have a lower nll.
nlls = torch.stack([-logprobs(word, P).mean() for word in words])
for word in typed:
    print("below", word, (nlls < -logprobs(word, P).mean() - 1e-9).double().mean().item())

print("list", nll(N, P.log()))

# Needs the words: their sum in float32, one by one, as the lecture does it.
P32 = (N + smoothing).float()
P32 /= P32.sum(1, keepdim=True)
total = torch.tensor(0.0)
for word in words:
    for logprob in logprobs(word, P32):
        total += logprob
print("running", total.item(), (-total / N.sum().float()).item())

scaled = N.clone()
scaled[stoi[row], stoi[following]] *= factor
scaled = smoothed(scaled, 0)
print("scaled", scaled[stoi[row], stoi[following]].item(), nll(N, scaled.log()))
print("rise", nll(N, scaled.log()) - nll(N, smoothed(N, 0).log()))
