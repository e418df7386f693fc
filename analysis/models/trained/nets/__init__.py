"""The nets, one file for each kind, to read next to its paper: `mlp`, `cnn`, `recurrent` (RNN, GRU), `transformer`.

Each takes the ids of words from their beginning, (N, T), int64, and gives the logits of the letter after each of them,
(N, T, V). A letter changes no logits before its own place. `k` is how many letters of context a net uses.
"""

from __future__ import annotations

from analysis.models.trained.nets.cnn import CNN
from analysis.models.trained.nets.mlp import MLP
from analysis.models.trained.nets.recurrent import GRU, RNN
from analysis.models.trained.nets.transformer import Transformer

Net = MLP | CNN | RNN | GRU | Transformer
NETS: dict[str, type[Net]] = {"mlp": MLP, "cnn": CNN, "rnn": RNN, "gru": GRU, "transformer": Transformer}
