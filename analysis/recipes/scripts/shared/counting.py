"""The words of names.txt, their characters and their count table."""

import torch

words = open("names.txt").read().split()
itos = [".", *sorted(set("".join(words)))]
stoi = {letter: i for i, letter in enumerate(itos)}


def count(words):
    N = torch.zeros(len(itos), len(itos), dtype=torch.float64)
    for word in words:
        ids = [0, *(stoi[letter] for letter in word), 0]
        for previous, following in zip(ids, ids[1:]):
            N[previous, following] += 1
    return N


N = count(words)
