"""The stream of the torch that is installed."""

import torch


def open_stream(seed):
    generator = torch.Generator().manual_seed(seed)

    def draw(p):  # whatever the torch that is installed does
        return int(torch.multinomial(p.float(), 1, replacement=True, generator=generator))

    return draw
