"""Bigram table: the counts with one mark or two, and one row of them as probabilities."""

import torch
from shared.count import count
from shared.words import N, itos, stoi, words

row = "."  # "." is the start
two_marks = False  # the lecture's first table: start and end as two characters

# Needs the words: only the first of them are counted.
first = None  # so many; None: all
if first is not None:
    N = count(words[:first], stoi)

if two_marks:  # one row and one column stay empty
    one, letters = N, len(itos) - 1
    N = torch.zeros(letters + 2, letters + 2, dtype=torch.float64)
    N[:letters, :letters], N[letters, :letters], N[:letters, letters + 1] = one[1:, 1:], one[0, 1:], one[1:, 0]
    of_row = N[[*itos[1:], "."].index(row)]
else:
    of_row = N[itos.index(row)]
print("bigrams", int(N.sum()))
print("counts", of_row.long().tolist())
print("probs", (of_row / of_row.sum()).tolist() if of_row.sum() else "none: nothing is counted in this row")
