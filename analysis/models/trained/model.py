"""A trained net as a model: it is asked for the letter after any context, or for all letters of words at once."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch.nn import functional as F

from analysis.models.base import examples_of
from analysis.models.trained.nets import Net
from analysis.models.trained.training import PaddedWords
from analysis.words.vocabulary import Vocabulary

BLOCK = 512  # words, or contexts, that the net gets at a time


class TrainedModel:
    """`net` with its weights in float64, which gives the same numbers to 1e-12, however many words it gets at once."""

    def __init__(self, net: Net) -> None:
        self.net = net.double().cpu().eval().requires_grad_(False)

    @property
    def k(self) -> int:
        """How many letters of context it uses."""
        return self.net.k

    @property
    def numbers(self) -> int:
        """How many weights it has."""
        return sum(weights.numel() for weights in self.net.parameters())

    def next_probs(self, contexts: torch.Tensor) -> torch.Tensor:
        """P(next | context): ids (N, k), int64 -> (N, V), float64; each row sums to 1.

        The last boundary of a context, id 0, is where the word begins; what stands before it is not looked at.
        """
        return torch.cat([self._rows(block) for block in contexts.split(BLOCK)])

    def _rows(self, contexts: torch.Tensor) -> torch.Tensor:
        n, k = contexts.shape
        places = torch.arange(k)
        starts = torch.where(contexts == 0, places, 0).amax(1)  # (N,), of the last boundary
        ids = contexts.gather(1, (starts[:, None] + places).clamp(max=k - 1))  # what follows the end changes nothing
        longest = k - int(starts.min()) if n else k
        logits = self.net(ids[:, :longest])  # (N, T, V)
        return F.softmax(logits[torch.arange(n), k - 1 - starts], 1)

    def probs_of_words(self, words: Sequence[str], vocab: Vocabulary) -> torch.Tensor:
        """The probability of each letter of the words and of each end, in their order: (characters,), float64.

        The net reads a word once, not once for each letter. Raises ValueError for an unknown letter.
        """
        if not words:
            return torch.empty(0, dtype=torch.float64)
        padded = PaddedWords(words, vocab)
        probs = torch.empty(padded.ids.shape, dtype=torch.float64)
        for block in padded.lengths.argsort().split(BLOCK):  # words of similar length together
            longest = min(int(padded.lengths[block[-1]]), self.k)
            ids, targets = padded.ids[block, :longest], padded.targets[block, :longest]
            given = F.softmax(self.net(ids), 2)
            probs[block, :longest] = given.gather(2, targets.clamp(min=0)[:, :, None])[:, :, 0]
        if padded.ids.shape[1] > self.k:  # the letters far from the beginning of long words
            later = torch.arange(padded.ids.shape[1]) >= self.k
            far = later & (padded.targets >= 0)
            long = [word for word in words if len(word) >= self.k]
            examples = examples_of(long, vocab, self.k)
            place = torch.cat([torch.arange(len(word) + 1) for word in long])
            rows = self.next_probs(examples.contexts[place >= self.k])
            probs[far] = rows.gather(1, examples.targets[place >= self.k, None])[:, 0]
        return probs[padded.targets >= 0]
