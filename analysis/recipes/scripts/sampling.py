"""Sampling: the names of a stream, and letters of one row, one by one and at once."""

import torch
from shared.names import names
from shared.smoothing import smoothed
from shared.words import N, itos, stoi
from streams.lecture import open_stream

smoothing = 1  # fake counts per cell
seed = 2147483647
n = 10  # names
row = "."
draws = 100  # letters
at_once = True  # False for a GPU: its way to draw many letters in one call is not known

P = smoothed(N, smoothing)
for name in names(P, open_stream(seed), n):
    print("name", name)

p = P[stoi[row]]
draw = open_stream(seed)
print("one-by-one", *(itos[draw(p)] for _ in range(20)))
if at_once:
    generator = torch.Generator().manual_seed(seed)
    together = torch.multinomial(p.float(), num_samples=20, replacement=True, generator=generator)
    print("at-once", *(itos[i] for i in together.tolist()))

draw = open_stream(seed)
drawn = torch.tensor([draw(p) for _ in range(draws)])
share = torch.bincount(drawn, minlength=len(itos)) / draws
print("largest difference", (share - p).abs().max().item())
print("typical difference", (p * (1 - p)).max().div(draws).sqrt().item())
