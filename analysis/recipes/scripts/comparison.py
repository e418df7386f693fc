"""Counts and net: both models, what is between them, and the names of both. Numbers in pairs: counted, net."""

import random

from shared.count import count
from shared.distance import kl, nearest_smoothing
from shared.names import names
from shared.net import first_weights, train
from shared.smoothing import nll, smoothed
from shared.words import N, itos, stoi, words
from streams.lecture import open_stream

smoothing = 0  # fake counts per cell
epochs = 200
learning_rate = 50
lam = 0  # strength of the penalty
init = "randn"
init_seed = 2147483647  # of the first weights
seed = 2147483647  # of the names
n = 10  # names of each model
scored = ["emma"]


def learn(N):  # W of the net
    for _, _, W in train(N, first_weights(init, init_seed), epochs, learning_rate, lam):
        last = W
    return last


W = learn(N)
both = smoothed(N, smoothing), W.softmax(1)
print("kl", kl(*both).item())
difference = (both[0] - both[1]).abs()
cell = int(difference.argmax())
print("largest-difference", difference.max().item(), itos[cell // len(itos)] + itos[cell % len(itos)])
print("nll", nll(N, both[0].log()), nll(N, W.log_softmax(1)))

nearest = nearest_smoothing(both[1])
print("nearest smoothing", nearest)
print("left over", kl(smoothed(N, nearest), both[1]).item())

for model, P in zip(("counts", "net"), both):  # the same stream twice
    for name in names(P, open_stream(seed), n):
        print(model, name)

for word in scored:
    print("word", word, *(nll(count([word], stoi), P.log()) for P in both))

# Needs the words: both models of the train words alone.
shuffled = list(words)
random.Random(42).shuffle(shuffled)
a, b = int(0.8 * len(words)), int(0.9 * len(words))
train_counts, dev_counts = count(shuffled[:a], stoi), count(shuffled[a:b], stoi)
logprobs = smoothed(train_counts, smoothing).log(), learn(train_counts).log_softmax(1)
print("train-nll", *(nll(train_counts, model) for model in logprobs))
print("dev-nll", *(nll(dev_counts, model) for model in logprobs))
