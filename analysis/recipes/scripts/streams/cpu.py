"""The stream of torch since 2.7 on any CPU."""

import torch


def open_stream(seed):
    generator = torch.Generator().manual_seed(seed)

    def draw(p):  # a race: every letter waits e, the largest p / e wins
        u = torch.rand(len(p), dtype=torch.float64, generator=generator)
        e = -torch.log1p(-u)
        return int((p.float() / e.float()).argmax())

    return draw
