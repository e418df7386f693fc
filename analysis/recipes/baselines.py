"""The torch lines and the command of the page Baselines."""

from __future__ import annotations

from analysis.recipes import COUNT, Recipe, lecture_names
from analysis.settings.numbers import show_number

MODELS = """

def models(N):
    frequencies = (N.sum(0) / N.sum()).expand(N.shape)
    P = N + smoothing
    return {"uniform": torch.full_like(N, 1 / len(itos)), "letters": frequencies, "bigram": P / P.sum(1, keepdim=True)}


def nll(N, P):  # nats per character
    return -(N[N > 0] * P[N > 0].log()).sum().item() / N.sum().item()


random.Random(42).shuffle(shuffled := list(words))
a, b = int(0.8 * len(words)), int(0.9 * len(words))
held_out = models(count(shuffled[:a]))
for name, P in models(N).items():
    print(name, "nll", nll(N, P), nll(count(shuffled[a:b]), held_out[name]))
    shares, going, mean = [P[0, 0].item()], P[0, 1:], 0
    while going.sum() > 1e-15:  # going: words that have not ended yet, by their last letter
        shares.append((going @ P[1:, 0]).item())
        mean += (len(shares) - 1) * shares[-1]
        going = going @ P[1:, 1:]
    longer = sum(shares[max(map(len, words)) + 1 :])
    print(name, "lengths", mean, *shares[:2], longer)
    row, in_list = P.tolist(), 0
    for word in set(words):
        in_list += math.prod(row[stoi[x]][stoi[y]] for x, y in zip("." + word, word + "."))
    print(name, "in-list", in_list)

for k in range(1, 5):  # letters of context
    marked = ["." * k + word + "." for word in words]
    seen = {word[i : i + k + 1] for word in marked for i in range(len(word) - k)}
    print("context", k, len(itos) ** (k + 1), len(seen), len(seen) / len(itos) ** (k + 1))
"""


def baselines_recipe(smoothing: float, seed: int, n: int) -> Recipe:
    """How well the three models predict, how long their words are, the bigram's names, and longer contexts."""
    code = "import math\nimport random\n\n" + COUNT + f"smoothing = {show_number(smoothing)}\n" + MODELS
    code += '\nfor name, P in models(N).items():\n    print("from", name)'
    names = "".join(f"    {line}\n" if line else "\n" for line in lecture_names(seed, n).splitlines())
    options = f"--smoothing {show_number(smoothing)} --seed {seed} --n {n}"
    return Recipe(code + names, (f"python -m analysis baselines {options}", "python -m analysis corpus --lengths"))
