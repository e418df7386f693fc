"""Each stream in a few lines of torch, for "Run this yourself": what it imports, its `draw`, how it is seeded."""

from __future__ import annotations

from typing import NamedTuple


class Lines(NamedTuple):
    """`draw` defines draw(p), `seed` seeds it with `seed`, as often as it stands; `imports` go first."""

    draw: str
    seed: str = "generator = torch.Generator().manual_seed(seed)\n"
    imports: str = ""


LECTURE_LINES = Lines("""
def draw(p):  # the first letter whose cumulative probability reaches u
    u = torch.rand(1, dtype=torch.float64, generator=generator)
    cumulative = p.float().cumsum(0)
    return int(torch.searchsorted((cumulative / cumulative[-1]).double(), u))
""")
MKL_LINES = Lines(
    draw="""
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
    seed="generator = torch.Generator().manual_seed(seed)\nword = words()\n",
)
CPU_LINES = Lines("""
def draw(p):  # a race: every letter waits e, the largest p / e wins
    u = torch.rand(len(p), dtype=torch.float64, generator=generator)
    e = -torch.log1p(-u)
    return int((p.float() / e.float()).argmax())
""")
CUDA_LINES = Lines(
    draw="""
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
    seed="draws = itertools.count()  # a GPU's generator, seeded afresh\n",
    imports="import itertools\n",
)
TORCH_LINES = Lines("""
def draw(p):  # whatever the torch that is installed does
    return int(torch.multinomial(p.float(), 1, replacement=True, generator=generator))
""")
