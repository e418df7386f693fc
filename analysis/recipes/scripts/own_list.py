"""Your own list: its words, its characters, and how often each pair of letters occurs."""

from shared.words import N, itos, words

print("words", int(N[0].sum()))  # each begins once

# Needs the words: how many are different, and the longest.
print("different", len(set(words)))
print("longest", max(map(len, words)))

print("characters", len(itos), *itos)
for row, letter in zip(N.long().tolist(), itos):
    print("counts", repr(letter), row)
