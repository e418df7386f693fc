"""The stream of torch 2.0 to 2.6, built with Intel's MKL."""

import torch


def open_stream(seed):
    generator = torch.Generator().manual_seed(seed)

    def random_words():  # of MT19937, 32 bits each
        while True:
            pair = int(torch.empty(1, dtype=torch.int64).random_(-(2**63), None, generator=generator)) % 2**64
            yield from (pair >> 32, pair % 2**32)

    random_word = random_words()

    def draw(p):  # a race; each draw's word seeds Intel's MCG31m1
        x, u = next(random_word) % (2**31 - 1) or 1, []
        for _ in p:
            u.append(x / (2**31 - 1))
            x = 1132489760 * x % (2**31 - 1)
        e = -torch.tensor(u, dtype=torch.float64).log()
        return int((p.float() / e.float()).argmax())

    return draw
