"""The count table of some words."""

import torch


def count(words, stoi):
    N = torch.zeros(len(stoi), len(stoi), dtype=torch.float64)
    for word in words:
        ids = [0, *(stoi[letter] for letter in word), 0]
        for previous, following in zip(ids, ids[1:]):
            N[previous, following] += 1
    return N
