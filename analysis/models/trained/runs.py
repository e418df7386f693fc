"""A training run from its first step to its file: start, continue, finish."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch
from safetensors.torch import load

from analysis.models.likelihood import mean_nll
from analysis.models.trained.files import RESUME, Record, hash_of, make_net, model_of, read_run, run_to_bytes, versions
from analysis.models.trained.recipes import Recipe
from analysis.models.trained.training import PaddedWords, Trainer
from analysis.words.split import split_weights, split_words
from analysis.words.vocabulary import Vocabulary

FEWEST = 10  # words that leave one for dev and one for test
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
SIZES_OF_K = ("rnn", "gru", "transformer")  # they look at whole words


class Run:
    """A run of `model` on the train words of a list, each drawn as often as it occurs.

    RNN, GRU and Transformer get as many letters of context as the longest train word has, and one for the boundary
    before it. Raises ValueError for an unknown model, or too few words.
    """

    def __init__(
        self,
        model: str,
        vocab: Vocabulary,
        words: Sequence[str],
        recipe: Recipe,
        seed: int,
        command: str = "",
        weights: Sequence[int] | None = None,
    ) -> None:
        parts, self.weights = split_words(words), split_weights(weights)
        if not parts.dev or not parts.test:
            raise ValueError(f"expected {FEWEST} words or more, for train, dev and test, got {len(words)}")
        self.vocab, self.parts = vocab, parts
        sizes = {"k": max(map(len, parts.train)) + 1} if model in SIZES_OF_K else {}
        net = make_net(model, len(vocab), sizes).to_empty(device="cpu")
        self.trainer = Trainer(net, PaddedWords(parts.train, vocab, self.weights.train), recipe, seed, DEVICE)
        self.record = Record(
            model,
            sizes,
            "".join(vocab.itos),
            seed,
            recipe,
            hash_of(parts.train, self.weights.train),
            command=command,
            versions=versions(),
        )

    def resume(self, path: Path) -> None:
        """Continue from the file of the same run. ValueError, one line, for another run or one that is finished."""
        record, tensors = read_run(path)
        self.record.check_same_run(record, path)
        if record.finished:
            raise ValueError(f"{path}: expected a run to continue, got one with all its {record.done:,} steps")
        state = {name.removeprefix(RESUME): one for name, one in tensors.items() if name.startswith(RESUME)}
        try:
            self.trainer.load_state(state, record.done)
        except ValueError as error:
            raise ValueError(f"{path}: {error}") from None
        self.record = record

    def step(self) -> float:
        """One step: the loss of its words, nats per character. ValueError, one line, if it is not a finite number."""
        before = time.process_time()
        loss = self.trainer.step()
        if not math.isfinite(loss):
            raise ValueError(f"the loss of step {self.trainer.done:,} is {loss}: a smaller learning rate helps")
        seconds = self.record.seconds + time.process_time() - before
        self.record = replace(self.record, done=self.trainer.done, seconds=seconds)
        return loss

    def to_bytes(self) -> bytes:
        """The content of the file of this run, as far as it is."""
        return run_to_bytes(self.record, self.trainer)

    def finish(self) -> None:
        """After the last step: the nll of each part, with the weights as they are in the file."""
        model = model_of(self.record, load(self.to_bytes()))
        pairs = zip(self.parts, self.weights, strict=True)
        train, dev, test = (mean_nll(words, self.vocab, model, weights) for words, weights in pairs)
        seconds = round(self.record.seconds, 1)
        self.record = replace(self.record, train_nll=train, dev_nll=dev, test_nll=test, seconds=seconds)
