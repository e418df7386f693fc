"""The stream of the video: torch until 1.13."""

import torch


def open_stream(seed):
    generator = torch.Generator().manual_seed(seed)

    def draw(p):  # the first letter whose cumulative probability reaches u
        u = torch.rand(1, dtype=torch.float64, generator=generator)
        cumulative = p.float().cumsum(0)
        return int(torch.searchsorted((cumulative / cumulative[-1]).double(), u))

    return draw
