"""Tables of the ladder: its models as points, and what is seen inside the nets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import torch

from analysis.models.ngrams.ladder import Rung
from analysis.models.trained.nets import NETS
from analysis.words.vocabulary import Vocabulary, labels

COUNTED, TRAINED, PUBLISHED = "counted", "trained", "published"


def rungs_frame(rungs: Sequence[Rung], published: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    """A row for each model: name, kind, how many numbers it stores, seconds, and the nll on dev and test.

    Of `published` models (name, numbers, dev_nll), there are no seconds and no nll on test.
    """
    ours = [
        {
            "name": rung.name,
            "kind": TRAINED if rung.name in NETS else COUNTED,
            "letters": rung.letters,
            "numbers": rung.numbers,
            "seconds": rung.seconds,
            "dev_nll": rung.dev_nll,
            "test_nll": rung.test_nll,
        }
        for rung in rungs
    ]
    return pd.DataFrame([*ours, *({"kind": PUBLISHED, **one} for one in published)])


def looks_frame(shares: torch.Tensor, ids: Sequence[int], vocab: Vocabulary) -> pd.DataFrame:
    """What the last of some letters takes from each of them (layers, T): layer from 1, place, letter, share."""
    layers, places = shares.shape
    letters = labels(vocab)
    return pd.DataFrame(
        {
            "layer": [layer + 1 for layer in range(layers) for _ in range(places)],
            "place": list(range(places)) * layers,
            "letter": [letters[i] for i in ids] * layers,
            "share": shares.flatten().double().numpy(),
        }
    )


def points_frame(points: torch.Tensor, vocab: Vocabulary, vowels: str) -> pd.DataFrame:
    """Letters in a plane (V, 2): letter, x, y, and its kind: vowel, consonant, or start and end."""
    kinds = ["start and end", *("vowel" if one in vowels else "consonant" for one in vocab.itos[1:])]
    x, y = points.double().numpy().T
    letters = [f"“{vocab.boundary}”", *labels(vocab)[1:]]  # a point alone would not be seen
    return pd.DataFrame({"letter": letters, "x": x, "y": y, "kind": kinds})
