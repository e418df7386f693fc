"""The torch lines of the page Forward pass: one word through an untrained net, as the lecture spells it out."""

from __future__ import annotations

import shlex

from analysis.recipes import Recipe
from analysis.settings.numbers import show_number
from analysis.words.vocabulary import BOUNDARY, Vocabulary


def forward_recipe(word: str, vocab: Vocabulary, seed: int, skip: int, neuron_skip: int) -> Recipe:
    """Pairs, dtypes, a single neuron, logits, "counts" and probabilities of each pair, the loss; no file is needed.

    `skip` is how many 32-bit words the generator has given before W, `neuron_skip` before the single neuron.
    """
    code = f"""\
import torch
import torch.nn.functional as F

itos = {"".join(vocab.itos)!r}
ids = [itos.index(letter) for letter in {BOUNDARY + word + BOUNDARY!r}]
xs, ys = torch.tensor(ids[:-1]), torch.tensor(ids[1:])
n = len(xs)
print("xs", xs.tolist())
print("ys", ys.tolist())
print("dtypes", xs.dtype, torch.Tensor(ids[:-1]).dtype, F.one_hot(xs).dtype)
xenc = F.one_hot(xs, num_classes={len(vocab)}).float()
print("xenc", *xenc.shape, xenc.dtype)


def after(skip):  # a generator that has given so many 32-bit random words before
    generator = torch.Generator().manual_seed({seed})
    torch.empty(skip, dtype=torch.int32).random_(generator=generator)
    return generator


w = torch.randn(({len(vocab)}, 1), generator=after({neuron_skip}))
print("neuron", *(f"{{value:.4f}}" for value in xenc @ w[:, 0]))

W = torch.randn(({len(vocab)}, {len(vocab)}), generator=after({skip}))
logits = xenc @ W  # float32, as in the lecture: the last digits may differ
counts = logits.exp()
probs = counts / counts.sum(1, keepdim=True)
for i in range(n):
    print("pair", itos[xs[i]] + itos[ys[i]], *(f"{{table[i, ys[i]]:.4f}}" for table in (logits, counts, probs)))
    print("likeliest", itos[probs[i].argmax()], probs[i].max().item())
right = probs[torch.arange(n), ys]
print("right", *right.tolist())
print("loss", -right.log().mean().item())
"""
    net = f"--model neural --epochs 0 --init-seed {seed}" + (f" --skip {show_number(skip)}" if skip else "")
    return Recipe(code, (f"python -m analysis score {shlex.quote(word)} {net}",))
