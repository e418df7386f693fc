"""The words of a list, their characters and their count table."""

from shared.count import count

words = open("names.txt", encoding="utf-8").read().splitlines()
itos = [".", *sorted(set("".join(words)))]
stoi = {letter: i for i, letter in enumerate(itos)}
N = count(words, stoi)
