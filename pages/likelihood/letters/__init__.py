"""Words letter by letter, live: every letter's probability and its logarithm, while the smoothing is dragged.

Everything that moves is worked out in the browser (likelihood.js, view.js and what they import), from counts that come
once. Python hears of a release, and answers with its own numbers.
"""

from __future__ import annotations

from pathlib import Path

from analysis.counts.likelihood.steps import Steps
from analysis.counts.tables import Tables
from analysis.settings import SMOOTHING
from analysis.views.slider import SMOOTHING_SCALE
from analysis.words.vocabulary import Vocabulary, labels
from pages.components.live import picture
from pages.components.live.metrics import Metric
from pages.components.live.sync.shared_state import Owned, for_json, row_of

KEY = "likelihood"

_show = picture(KEY, Path(__file__).parent, "controls/sliders.css")


def word_letters(tables: Tables, words: list[str], steps: Steps, list_nll: float, *, shown: list[Metric]) -> None:
    """Show the words at the smoothing of the control with this key, and let it set that; a click on a cell of the table
    sets those with the keys "row" and "next".

    `steps` are Python's numbers there, `shown` says which of them to show; `list_nll` is that of all words of the list.
    """
    data = {
        "labels": labels(tables.vocab),
        "counts": tables.all.flatten().tolist(),
        "words": [tables.vocab.encode(word) for word in words],
        "shown": [number._asdict() for number in shown],
        "scale": SMOOTHING_SCALE.to_browser(),
    }
    numbers = {
        "log_likelihood": steps.log_likelihood,
        "nll": steps.nll,
        "perplexity": steps.perplexity,
        "list_nll": list_nll,
    }
    _show(owned(tables.vocab), data, numbers=for_json(numbers))


def owned(vocab: Vocabulary) -> Owned:
    """The smoothing, and the pair that was clicked: characters here, ids in the browser."""
    return Owned(
        KEY,
        read={
            "smoothing": SMOOTHING.check,
            "row": lambda value: row_of(value, vocab.itos),
            "next": lambda value: row_of(value, vocab.itos),
        },
        show={"smoothing": float, "row": vocab.id_of, "next": vocab.id_of},
    )
