"""Temperature: make the likely letters of a model still likelier (below 1), or all letters more alike (above 1)."""

from __future__ import annotations

import torch

from analysis.models.base import Model
from analysis.models.table import TableModel
from analysis.settings import TEMPERATURE


def with_temperature(probs: torch.Tensor, temperature: float) -> torch.Tensor:
    """Rows of probabilities to the power 1 / temperature, each divided by its new sum: (N, V) -> (N, V), float64.

    1 gives the same rows. Towards 0, all the probability goes to the likeliest letter of a row, in equal parts if
    there are several. For a large temperature, all letters with p > 0 become equally likely; one with p = 0 stays
    at 0. For a net, this is its logits divided by the temperature. Raises ValueError for a temperature out of its
    limits, 0.01 to 100.
    Source: Ackley, Hinton, Sejnowski (1985), A Learning Algorithm for Boltzmann Machines.

    >>> probs = torch.tensor([[0.8, 0.2, 0.0]])
    >>> [[round(p, 3) for p in with_temperature(probs, t)[0].tolist()] for t in (0.5, 2)]
    [[0.941, 0.059, 0.0], [0.667, 0.333, 0.0]]
    """
    if TEMPERATURE.check(temperature) == 1:
        return probs.double()
    return torch.softmax(probs.double().log() / temperature, dim=-1)  # in logarithms, so that no power underflows to 0


class HeatedModel:
    """A model whose rows are raised to the power 1 / temperature. Raises ValueError as `with_temperature` does."""

    def __init__(self, model: Model, temperature: float) -> None:
        self.model, self.temperature, self.k = model, TEMPERATURE.check(temperature), model.k

    def next_probs(self, contexts: torch.Tensor) -> torch.Tensor:
        """P(next | context): ids (N, k), int64 -> (N, V), float64; each row sums to 1."""
        return with_temperature(self.model.next_probs(contexts), self.temperature)


def heat_model(model: Model, temperature: float) -> Model:
    """The model at a temperature; of a table, a table. Raises ValueError as `with_temperature` does."""
    if isinstance(model, TableModel):
        return TableModel(with_temperature(model.probs, temperature))
    return HeatedModel(model, temperature)
