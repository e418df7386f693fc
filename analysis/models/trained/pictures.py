"""What can be seen inside trained nets: their letters as points in a plane, and what a Transformer looks at."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from analysis.models.trained.nets.transformer import Transformer


def points_in_plane(embedding: torch.Tensor) -> torch.Tensor:
    """Points (V, D) seen from where they are furthest apart: (V, 2), their two principal components, with mean 0.

    The signs are such that in each column the entry that is furthest from 0 is positive.

    >>> points_in_plane(torch.tensor([[0.0, 5.0], [4.0, 5.0], [2.0, 5.0]])).abs().round(decimals=6).tolist()
    [[2.0, 0.0], [2.0, 0.0], [0.0, 0.0]]
    """
    centred = embedding.double() - embedding.double().mean(0)
    left, sizes, _ = torch.linalg.svd(centred, full_matrices=False)
    plane = (left * sizes)[:, :2]
    furthest = plane.gather(0, plane.abs().argmax(0, keepdim=True))  # (1, 2)
    return plane * torch.where(furthest < 0, -1.0, 1.0)


def looks_of_last(net: Transformer, ids: torch.Tensor) -> torch.Tensor:
    """How much the last of some ids (T,) takes from each of them, T at most k: (layers, T), the mean of all heads.

    Each row sums to 1.
    """
    return net.shares(ids[None])[:, 0, :, -1].mean(1)


def attention_after(net: Transformer, beginning: Sequence[int]) -> tuple[list[int], torch.Tensor]:
    """What a Transformer looks at when it predicts the letter after the ids of a beginning.

    The ids that it reads (T,): the boundary and the beginning, at most the last k of them. And how much the last one
    takes from each: (layers, T), as `looks_of_last`.
    """
    ids = [0, *beginning][-net.k :]
    return ids, looks_of_last(net, torch.tensor(ids))
