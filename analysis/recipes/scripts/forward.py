"""Forward pass: one word through an untrained net, as the lecture does it. No file is needed."""

import torch
import torch.nn.functional as F

itos = ".abcdefghijklmnopqrstuvwxyz"
word = "emma"
seed = 2147483647
skip = 0  # random numbers of 32 bits that the generator has given before W is drawn
neuron_skip = 0  # the same before the single neuron is drawn

ids = [itos.index(letter) for letter in "." + word + "."]
xs, ys = torch.tensor(ids[:-1]), torch.tensor(ids[1:])
print("xs", xs.tolist())
print("ys", ys.tolist())
print("dtypes", xs.dtype, torch.Tensor(ids[:-1]).dtype, F.one_hot(xs).dtype)
xenc = F.one_hot(xs, num_classes=len(itos)).float()
print("xenc", *xenc.shape, xenc.dtype)


def after(skip):  # a generator that has given so many random numbers of 32 bits before
    generator = torch.Generator().manual_seed(seed)
    torch.empty(skip, dtype=torch.int32).random_(generator=generator)
    return generator


w = torch.randn((len(itos), 1), generator=after(neuron_skip))
print("neuron", *(f"{value:.4f}" for value in xenc @ w[:, 0]))

W = torch.randn((len(itos), len(itos)), generator=after(skip))
logits = xenc @ W  # float32, as in the lecture: the last digits may differ
counts = logits.exp()
probs = counts / counts.sum(1, keepdim=True)
for i in range(len(xs)):
    print("pair", itos[xs[i]] + itos[ys[i]], *(f"{table[i, ys[i]]:.4f}" for table in (logits, counts, probs)))
    print("likeliest", itos[probs[i].argmax()], probs[i].max().item())
right = probs[torch.arange(len(xs)), ys]
print("right", *right.tolist())
print("loss", -right.log().mean().item())
