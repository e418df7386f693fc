"""The torch lines of the page Sampling: each stream's way to draw a letter, written out."""

from __future__ import annotations

import shlex

from analysis.recipes import COUNT, Recipe
from analysis.samples.letters import TWENTY, racing
from analysis.settings import show_number
from analysis.streams import STREAMS

SLOW = 5  # names that are shown draw by draw
DRAW = {
    "lecture": """
def draw(p):  # the first letter whose cumulative probability reaches u
    u = torch.rand(1, dtype=torch.float64, generator=generator)
    cumulative = p.float().cumsum(0)
    return int(torch.searchsorted((cumulative / cumulative[-1]).double(), u))
""",
    "mkl": """
def words():  # of MT19937, 32 bits each
    while True:
        pair = int(torch.empty(1, dtype=torch.int64).random_(-(2**63), None, generator=generator)) % 2**64
        yield from (pair >> 32, pair % 2**32)


def draw(p):  # a race; each draw's word seeds Intel's MCG31m1
    x, u = next(word) % (2**31 - 1) or 1, []
    for _ in p:
        u.append(x / (2**31 - 1))
        x = 1132489760 * x % (2**31 - 1)
    e = -torch.tensor(u, dtype=torch.float64).log()
    return int((p.float() / e.float()).argmax())
""",
    "cpu": """
def draw(p):  # a race: every letter waits e, the largest p / e wins
    u = torch.rand(len(p), dtype=torch.float64, generator=generator)
    e = -torch.log1p(-u)
    return int((p.float() / e.float()).argmax())
""",
    "cuda": """
def philox(a, b, c, d, key):  # Philox4x32-10, the generator of NVIDIA GPUs: the first word for a counter and a key
    low, high = key % 2**32, key >> 32
    for _ in range(10):
        left, right = a * 0xD2511F53, c * 0xCD9E8D57
        a, b, c, d = right >> 32 ^ b ^ low, right % 2**32, left >> 32 ^ d ^ high, left % 2**32
        low, high = (low + 0x9E3779B9) % 2**32, (high + 0xBB67AE85) % 2**32
    return a


def draw(p):  # a race on a GPU's numbers: each of its own counter, (draw, 0, i, 0)
    number = next(draws)
    u = torch.tensor([philox(number, 0, i, 0, seed) for i in range(len(p))], dtype=torch.float64)
    u = u.float() * 2.0**-32 + 2.0**-33
    e = torch.where(u >= 1 - 2.0**-24, 2.0**-24, -u.log())
    return int((p.float() / e).argmax())
""",
    "torch": """
def draw(p):  # whatever the torch that is installed does
    return int(torch.multinomial(p.float(), 1, replacement=True, generator=generator))
""",
}
SEEDED = {
    "mkl": "generator = torch.Generator().manual_seed(seed)\nword = words()\n",
    "cuda": "draws = itertools.count()  # a GPU's generator, seeded afresh\n",
}
AT_ONCE = """
generator = torch.Generator().manual_seed(seed)  # afresh
together = torch.multinomial(row.float(), num_samples=20, replacement=True, generator=generator)
print("at-once", *(itos[i] for i in together.tolist()))
"""


def sampling_recipe(smoothing: float, seed: int, n: int, stream: str, row: str, draws: int, different: int) -> Recipe:
    """Names of a stream, 20 letters of a row at once (a GPU's way is not rebuilt) and one by one, `draws` letters.

    The commands also show the first names draw by draw, and `different` letters without replacement.
    """
    at_once = STREAMS[stream].at_once
    start = SEEDED.get(stream, "generator = torch.Generator().manual_seed(seed)\n")
    code = (
        ("import itertools\n" if stream == "cuda" else "")
        + COUNT
        + f"""
smoothing, seed = {show_number(smoothing)}, {seed}
P = N + smoothing
P /= P.sum(1, keepdim=True)

"""
        + DRAW[stream]
        + f"""

{start}for _ in range({n}):
    letters, i = [], 0
    while not letters or i != 0:
        i = draw(P[i])
        letters.append(itos[i])
    print("name", "".join(letters[:-1]))

row = P[stoi[{row!r}]]
{start}print("one-by-one", *(itos[draw(row)] for _ in range({TWENTY})))
"""
        + (AT_ONCE if at_once else "")
        + f"""
{start}drawn = torch.tensor([draw(row) for _ in range({draws})])
share = torch.bincount(drawn, minlength=len(itos)) / {draws}
print("largest difference", (share - row).abs().max().item())
print("typical difference", (row * (1 - row)).max().div({draws}).sqrt().item())
"""
    )
    options = f"--seed {seed} --smoothing {show_number(smoothing)}"
    sample = f"python -m analysis sample --stream {stream} {options}"
    of_row = f"python -m analysis draws --row {shlex.quote(row)} {options}"
    commands = [
        f"{sample} --n {n}",
        f"{sample} --n {min(n, SLOW)} --steps",
        *([f"{of_row} --stream {stream} --draws {TWENTY} --at-once"] if at_once else []),
        f"{of_row} --stream {stream} --draws {TWENTY}",
        f"{of_row} --stream {stream} --draws {draws}",
        f"{of_row} --stream {racing(stream)} --draws {different} --without-replacement",
    ]
    return Recipe(code, tuple(commands))
