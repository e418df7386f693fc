"""Normalization: five divisions of one table, the names of one of them, two shapes, and where a table lies."""

import torch
from shared.names import names
from shared.smoothing import nll
from shared.words import N
from streams.lecture import open_stream

divisor = "rows"  # whose names are drawn
smoothing = 1  # fake counts per cell
seed = 2147483647
n = 5  # names
first = (27, 27)  # two shapes to broadcast
second = (27,)

counts = N.clone()
N += smoothing
ways = {
    "rows": lambda P: P.sum(1, keepdim=True),
    "sum1": lambda P: P.sum(1),
    "columns": lambda P: P.sum(0, keepdim=True),
    "sum0": lambda P: P.sum(0),
    "total": lambda P: P.sum(),
}
for way, sums in ways.items():
    P = N / sums(N)
    Q = P / P.sum(1, keepdim=True)  # what torch.multinomial makes of it
    print("shapes", way, tuple(N.shape), tuple(sums(N).shape))
    print("row_sums", way, *P.sum(1).tolist())
    print("column_sums", way, *P.sum(0).tolist())
    print("first_row", way, *P[0].tolist())
    print("nll", way, nll(counts, P.log()))
    print("drawn_nll", way, nll(counts, Q.log()))

try:
    print("broadcast", torch.broadcast_shapes(first, second))
except RuntimeError:
    print("broadcast impossible")

P = N.clone()
Q = P
P = P / P.sum(1, keepdim=True)
print("storage", "the same" if P.data_ptr() == Q.data_ptr() else "a new one", Q[0].sum().item())
P = N.clone()
Q = P
P /= P.sum(1, keepdim=True)
print("storage", "the same" if P.data_ptr() == Q.data_ptr() else "a new one", Q[0].sum().item())

for name in names(N / ways[divisor](N), open_stream(seed), n):
    print("lecture", name)
