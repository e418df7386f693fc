"""The torch lines of the page Counts and net."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from analysis.recipes import COUNT, Recipe
from analysis.recipes.regularization import COMPARE, NEAREST
from analysis.recipes.training import CUDA, FIRST
from analysis.samples.names import MAX_LEN
from analysis.settings.numbers import show_number
from analysis.settings.pins import Comparison, write_pin
from analysis.streams import STREAMS

LEARN = """

def learn(N):  # W of the net, trained on the counts from the same first weights
    W = {first}
    W.requires_grad_()
    for epoch in range({epochs} + 1):  # the last one only looks
        loss = -(N * torch.log_softmax(W, 1)).sum() / N.sum() + {lam} * (W ** 2).mean()
        if not loss.isfinite():  # overflow: the steps were too long
            break
        last = W.detach().clone()
        if epoch < {epochs}:
            W.grad = None
            loss.backward()
            W.data -= {learning_rate} * W.grad
    return last


def table(N):  # the counted model
    P = N + {smoothing}
    mass = P.sum(1, keepdim=True)
    return torch.where(mass > 0, P / mass, 1 / len(itos))


def nll(N, logprobs):  # mean negative log-likelihood, nats per predicted character
    return (-(N[N > 0] * logprobs[N > 0]).sum() / N.sum()).item()


W = learn(N)
net = W.softmax(1)
"""
NUMBERS = """\
both = table(N), net
print("kl", kl(*both).item())
print("largest-difference", (both[0] - both[1]).abs().max().item(), end=" ")
cell = int((both[0] - both[1]).abs().argmax())
print(itos[cell // len(itos)] + itos[cell % len(itos)])
print("nll", nll(N, both[0].log()), nll(N, W.log_softmax(1)))

shuffled = list(words)
random.Random(42).shuffle(shuffled)
train = count(shuffled[: int(0.8 * len(words))])  # both models once more, of these words alone
dev = count(shuffled[int(0.8 * len(words)) : int(0.9 * len(words))])
logprobs = table(train).log(), learn(train).log_softmax(1)
print("train-nll", *(nll(train, model) for model in logprobs))
print("dev-nll", *(nll(dev, model) for model in logprobs))
"""
NAMES = """
seed = {seed}
for model, P in zip(("counts", "net"), both):  # the same stream twice
{start}    for _ in range({n}):
        letters, i = [], 0
        for _ in range({longest}):  # a longer name is cut
            i = draw(P[i])
            if i == 0:
                break
            letters.append(itos[i])
        print(model, "".join(letters))
"""
WORDS = """
for word in {words!r}:
    print("word", word, *(nll(count([word]), P.log()) for P in both))
"""


def comparison_recipe(now: Comparison, words: Sequence[str] = ()) -> Recipe:
    """The counted model beside the net: kl, largest difference, each nll, the nearest smoothing, names, words scored.

    Pairs of numbers are those of the counted model and of the net. The command, whose options are those of a pin, also
    prints the names letter by letter. `words` are over the letters of the list.
    """
    draw, start, imports = STREAMS[now.stream].lines
    learn = LEARN.format(
        first=FIRST[now.init].format(seed=now.init_seed),
        epochs=now.epochs,
        lam=show_number(now.lam),
        learning_rate=show_number(now.learning_rate),
        smoothing=show_number(now.smoothing),
    )
    indented = "".join(f"    {line}\n" for line in start.splitlines())
    code = (
        "import random\n"
        + imports
        + (CUDA if now.init == "cuda" else "")
        + COUNT
        + learn
        + COMPARE
        + NUMBERS
        + NEAREST
        + draw
        + NAMES.format(seed=now.seed, n=now.n, start=indented, longest=MAX_LEN)
        + (WORDS.format(words=list(words)) if words else "")
    )
    asked = "".join(f" --word {shlex.quote(word)}" for word in words)
    return Recipe(code, (f"python -m analysis compare {write_pin(now)}{asked}",))
