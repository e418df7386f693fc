"""The stream of torch since 2.0 on NVIDIA GPUs."""

import itertools

import torch


def philox(a, b, c, d, key):  # Philox4x32-10, the generator of NVIDIA GPUs: the first word for a counter and a key
    low, high = key % 2**32, key >> 32
    for _ in range(10):
        left, right = a * 0xD2511F53, c * 0xCD9E8D57
        a, b, c, d = right >> 32 ^ b ^ low, right % 2**32, left >> 32 ^ d ^ high, left % 2**32
        low, high = (low + 0x9E3779B9) % 2**32, (high + 0xBB67AE85) % 2**32
    return a


def open_stream(seed):
    draws = itertools.count()

    def draw(p):  # a race on a GPU's numbers: each of its own counter, (draw, 0, i, 0)
        number = next(draws)
        u = torch.tensor([philox(number, 0, i, 0, seed) for i in range(len(p))], dtype=torch.float64)
        u = u.float() * 2.0**-32 + 2.0**-33
        e = torch.where(u >= 1 - 2.0**-24, 2.0**-24, -u.log())
        return int((p.float() / e).argmax())

    return draw
