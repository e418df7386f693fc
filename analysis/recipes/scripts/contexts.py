"""Longer contexts: fake counts and Kneser-Ney with k letters: cells, nll, the letters after a beginning, and names."""

import functools
import math
import random
from collections import Counter, defaultdict

import torch
from shared.words import itos, stoi, words
from streams.lecture import open_stream

k = 2  # letters of context
smoothing = 0.15  # fake counts per cell
beginning = "emm"
seed = 2147483647
n = 8  # names


def examples(words):  # each context of k letters, and the letter after it
    for word in words:
        marked = "." * k + word + "."
        yield from ((marked[i : i + k], marked[i + k]) for i in range(len(word) + 1))


def count_contexts(words):
    counts = defaultdict(Counter)
    for context, letter in examples(words):
        counts[context][letter] += 1
    return counts


def additive(words):
    counts = count_contexts(words)

    @functools.cache
    def probs(context):
        p = torch.tensor([counts[context][letter] for letter in itos], dtype=torch.float64) + smoothing
        return p / p.sum() if p.sum() > 0 else torch.full_like(p, 1 / len(itos))

    return probs


def discounts(numbers):  # what is taken off a count of 1, of 2, of 3 or more
    n = Counter(numbers)
    y = n[1] / (n[1] + 2 * n[2]) if n[1] else 0
    wanted = [c - (c + 1) * y * n[c + 1] / n[c] if n[1] and n[c] else 0 for c in (1, 2, 3)]
    return [0, *(d if 0 < d <= c else 0.5 for c, d in enumerate(wanted, start=1))]


def kneser_ney(words):
    levels = [count_contexts(words)]  # the longest context counts how often a letter follows
    for _ in range(k):  # a shorter one counts after how many different letters it does
        shorter = defaultdict(Counter)
        for context, row in levels[0].items():
            for letter in row:
                shorter[context[1:]][letter] += 1
        levels.insert(0, shorter)
    off = [discounts(number for row in level.values() for number in row.values()) for level in levels]

    @functools.cache
    def probs(context):
        p = torch.full((len(itos),), 1 / len(itos), dtype=torch.float64)
        for letters, (level, d) in enumerate(zip(levels, off)):
            row = level.get(context[k - letters :])
            if row:  # what is taken off goes to the context that is one letter shorter
                p *= sum(d[min(number, 3)] for number in row.values())
                for letter, number in row.items():
                    p[stoi[letter]] += number - d[min(number, 3)]
                p /= sum(row.values())
        return p

    return probs


def nll(probs, words):  # nats per predicted character
    costs = [
        -math.log(p) if (p := probs(context)[stoi[letter]].item()) else math.inf for context, letter in examples(words)
    ]
    return sum(costs) / len(costs) if costs else None


shuffled = list(words)
random.Random(42).shuffle(shuffled)
a, b = int(0.8 * len(words)), int(0.9 * len(words))
train, *parts = shuffled[:a], shuffled[:a], shuffled[a:b], shuffled[b:]
print("cells", len(itos) ** (k + 1), sum(map(len, count_contexts(words).values())))
for name, model in {"additive": additive, "kneser-ney": kneser_ney}.items():
    print(name, "nll (counted on train)", *(nll(model(train), part) for part in parts))
    print(name, "next", model(words)(("." * k + beginning)[len(beginning) :]).tolist())

probs, draw = kneser_ney(words), open_stream(seed)
by_heart = 0
for word in set(words):
    by_heart += math.prod(probs(context)[stoi[letter]].item() for context, letter in examples([word]))
print("by-heart", by_heart)
for _ in range(n):
    name = ""
    while len(name) < 1000 and (i := draw(probs(("." * k + name)[len(name) :]))):
        name += itos[i]
    print("name", name)
