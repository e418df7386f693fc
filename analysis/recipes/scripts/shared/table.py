"""The characters and the count table of a list, from a file that `bigrams --csv` wrote."""

import csv

import torch

header, *rows = csv.reader(open("own.csv", encoding="utf-8", newline=""))
itos = [cell[-1] for cell in header[1:]]  # before = + - @ the file has a ', so that they are no formula
stoi = {letter: i for i, letter in enumerate(itos)}
N = torch.tensor([list(map(float, row[1:])) for row in rows], dtype=torch.float64)
