"""Make names: those that fit a wish, each with its nll, nats per character."""

from shared.count import count
from shared.net import first_weights, train
from shared.smoothing import nll, smoothed
from shared.words import N, itos, stoi, words
from streams.lecture import open_stream

model = "counts"  # or neural: a net, trained as on the page Training
smoothing = 1  # fake counts per cell, of the counted model
temperature = 1
seed = 2147483647
n = 10  # names
start = ""
new = False  # True: only names that are not in the list
shortest = 0  # letters
longest = 64
sort = "drawn"  # or nll: the likeliest per letter first

P = smoothed(N, smoothing)
if model == "neural":
    for _, _, W in train(N, first_weights("randn", 2147483647), 200, 50, 0):
        P = W.softmax(1)
rows = P if temperature == 1 else (P.log() / temperature).softmax(1)

known = set()

# Needs the words: new names are not in the list.
known = set(words) if new else known

draw = open_stream(seed)
made, tries, letters = [], 0, 0
while len(made) < n and tries < 100_000 and letters < 2_000_000:
    name, i = start, stoi[start[-1]] if start else 0
    while len(name) < 1000:  # a longer name is cut
        i = draw(rows[i])
        if i == 0:
            break
        name += itos[i]
    tries += 1
    letters += len(name) - len(start)
    if shortest <= len(name) <= longest and name not in known:
        made.append((name, nll(count([name], stoi), P.log())))

for name, surprise in sorted(made, key=lambda one: one[1]) if sort == "nll" else made:
    print("name", name, surprise)
print("tries", tries)
