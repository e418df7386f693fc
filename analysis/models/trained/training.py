"""Training: AdamW on batches of words, with a learning rate that rises, then falls as a cosine to 0.

The trained weights are an average over the last steps, which predicts better than the last step alone. A step draws
its words and its dropout with random numbers that depend only on the seed and on the number of the step. So a run that
was stopped and continued gives the same weights as one without a break. `files` keeps a run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import nn
from torch.nn import functional as F

from analysis.counts.bigrams import encode_words
from analysis.models.trained.nets import Net
from analysis.models.trained.nets.dropout import Dropout
from analysis.models.trained.recipes import Recipe
from analysis.words.vocabulary import Vocabulary

MOMENTS = ("exp_avg", "exp_avg_sq")  # of AdamW
NO_TARGET = -1  # of places after the end of a word
EMBEDDING = 0.5  # standard deviation of the first embeddings
PIECES = 4  # of a batch: words of similar length are worked out together, with less padding


class PaddedWords:
    """Words as ids from their beginning (n, T), and the targets (n, T) that follow, padded after the end.

    `weights` say how often each word occurs, without them once. Raises ValueError for an unknown letter, or a word with
    the boundary.
    """

    def __init__(self, words: Sequence[str], vocab: Vocabulary, weights: Sequence[int] | None = None) -> None:
        ids = torch.as_tensor(encode_words(words, vocab))  # all words in one row, with a boundary around each
        marks = torch.nonzero(ids == 0).flatten()
        self.lengths = torch.diff(marks)  # of each word, with its end
        if len(self.lengths) != len(words):
            raise ValueError(f"a word cannot contain the boundary {vocab.boundary!r}")
        places = torch.arange(int(self.lengths.max()))
        inside = places < self.lengths[:, None]
        at = torch.where(inside, marks[:-1, None] + places, 0)
        self.ids = torch.where(inside, ids[at], 0)
        self.targets = torch.where(inside, ids[at + 1], NO_TARGET)
        times = torch.ones(len(words), dtype=torch.int64) if weights is None else torch.tensor(weights)
        self.ends = times.cumsum(0)  # (n,): where each word ends in a list that repeats it as often as its weight says

    def choose(self, batch: int, generator: torch.Generator) -> torch.Tensor:
        """Draw words at random by weight, with replacement: their places (batch,)."""
        drawn = torch.randint(int(self.ends[-1]), (batch,), generator=generator)
        return torch.searchsorted(self.ends, drawn, right=True)


def start_weights(net: nn.Module, generator: torch.Generator) -> None:
    """Set the first weights: matrices spread evenly around 0 by the number of inputs, embeddings bell-shaped."""
    for module in net.modules():
        for name, weights in module.named_parameters(recurse=False):
            if isinstance(module, nn.Embedding):
                nn.init.normal_(weights, std=EMBEDDING, generator=generator)
            elif isinstance(module, nn.LayerNorm):
                nn.init.constant_(weights, 1.0 if name == "weight" else 0.0)
            elif weights.ndim == 1:
                nn.init.zeros_(weights)
            else:
                bound = weights[0].numel() ** -0.5
                nn.init.uniform_(weights, -bound, bound, generator=generator)


class Trainer:
    """A run in progress: `net`, which gets its first weights here; the `average` weights; the steps that are `done`."""

    def __init__(self, net: Net, words: PaddedWords, recipe: Recipe, seed: int, device: str = "cpu") -> None:
        self.net, self.words, self.recipe, self.seed, self.done = net, words, recipe, seed, 0
        start_weights(net, torch.Generator().manual_seed(seed))
        net.to(device)
        self.device, self.generator, self.choice = device, torch.Generator(device), torch.Generator()
        for module in net.modules():
            if isinstance(module, Dropout):
                module.rate, module.generator = recipe.dropout, self.generator
        matrices = [one for one in net.parameters() if one.ndim > 1]
        vectors = [one for one in net.parameters() if one.ndim == 1]
        groups = [{"params": matrices, "weight_decay": recipe.weight_decay}, {"params": vectors, "weight_decay": 0.0}]
        self.optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.99), fused=True)
        self.average = {name: one.detach().clone() for name, one in net.named_parameters()}

    def step(self) -> float:
        """One step; the loss of its words before it, nats per character."""
        for group in self.optimizer.param_groups:
            group["lr"] = self.recipe.rate_at(self.done)
        seed = (self.seed * 1_000_003 + self.done + 1) % 2**63
        self.choice.manual_seed(seed)
        self.generator.manual_seed(seed)
        chosen = self.words.choose(self.recipe.batch, self.choice)
        self.optimizer.zero_grad()
        self.net.train()
        loss = self._backward(chosen)
        nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimizer.step()
        self.done += 1
        kept = min(self.recipe.average, self.done / (self.done + 10))
        with torch.no_grad():
            for name, weights in self.net.named_parameters():
                self.average[name].lerp_(weights, 1 - kept)
        return loss

    def _backward(self, chosen: torch.Tensor) -> float:
        lengths = self.words.lengths[chosen]
        pieces = chosen[lengths.argsort(stable=True)].chunk(PIECES)
        total, loss = int(lengths.sum()), 0.0
        for piece in pieces:
            longest = int(self.words.lengths[piece[-1]])
            ids, targets = (one[piece, :longest].to(self.device) for one in (self.words.ids, self.words.targets))
            logits = self.net(ids)  # (words, T, V)
            part = F.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=NO_TARGET, reduction="sum")
            (part / total).backward()
            loss += float(part.detach()) / total
        return loss

    def state(self) -> dict[str, torch.Tensor]:
        """All that the next steps need, except `done`: average, weights, and the two moments of AdamW, by name."""
        kinds: dict[str, dict[str, torch.Tensor]] = {
            "average": self.average,
            "weights": dict(self.net.named_parameters()),
        }
        for kind in MOMENTS:
            kinds[kind] = {name: self.optimizer.state[one][kind] for name, one in self.net.named_parameters()}
        return {f"{kind}/{name}": one.detach() for kind, some in kinds.items() for name, one in some.items()}

    def load_state(self, state: Mapping[str, torch.Tensor], done: int) -> None:
        """Continue after `done` steps from a state. Raises ValueError if its names or shapes are others."""
        wanted = self.state_shapes()
        if {name: tuple(one.shape) for name, one in state.items()} != wanted:
            raise ValueError("expected the state of this run, got tensors of other names or shapes")
        with torch.no_grad():
            for name, weights in self.net.named_parameters():
                weights.copy_(state[f"weights/{name}"])
                self.average[name] = state[f"average/{name}"].to(self.device, copy=True)
                moments = {kind: state[f"{kind}/{name}"].to(self.device, copy=True) for kind in MOMENTS}
                self.optimizer.state[weights] = {"step": torch.tensor(float(done), device=self.device), **moments}
        self.done = done

    def state_shapes(self) -> dict[str, tuple[int, ...]]:
        """The shape of each tensor of `state`."""
        names = {name: tuple(one.shape) for name, one in self.net.named_parameters()}
        return {f"{kind}/{name}": shape for kind in ("average", "weights", *MOMENTS) for name, shape in names.items()}
