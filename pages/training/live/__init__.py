"""The net, retrained while a hand moves: epochs, learning rate, lambda, the first weights and the words.

Everything that moves is worked out in the browser (live.js, work.js, view.js, curves.js and what they import), from
counts and uniforms that come once. Python hears of what is released, trains too, and answers with its own numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch

from analysis.counts.baselines import frequency_probs
from analysis.counts.likelihood import mean_nll
from analysis.net.optimum import RunSummary
from analysis.views.net_captions import training_facts
from analysis.words.vocabulary import Vocabulary, labels
from pages.components.live.runs import Start
from pages.components.live.sync.live_view import Metric, live_view
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import texts

t = texts(__file__)
_show = live_view("training", __file__)


def training(
    live: LivePage,
    vocab: Vocabulary,
    counts: Mapping[str, torch.Tensor],
    start: Start,
    reached: RunSummary,
    *,
    names: list[str],
    own_rows: np.ndarray,
    stream: np.ndarray,
    shown: list[Metric],
    losses: Sequence[float],
    train_itself: bool = False,
) -> None:
    """Show the run at the values of the live page.

    `counts` are (V, V) for each option of `only`; a page without that control has one. `reached` holds Python's
    numbers at the end of the run. own_rows (n, max_len) in [0, 1): a row of uniforms for each name. `names` are those
    of the lecture's stream at the end, `stream` (k,) its uniforms, from which the browser works them out while
    something moves. `losses` are those of all epochs, from the first weights on. `train_itself`: the net
    trains from 0 as the page opens.
    """
    value = {control.name: one for control, one in zip(live.controls, live.values, strict=True)}
    frequency = {one: mean_nll(table, frequency_probs(table)) for one, table in counts.items()}
    letters = frequency[value.get("only", next(iter(counts)))]
    run = {"epochs": value["epochs"], "rate": value["learning_rate"], "lam": value["lam"]}
    said = training_facts(reached, first=losses[0], lowest=min(losses), letters=letters, size=len(vocab), **run)
    data = {
        "texts": t("js"),
        "labels": labels(vocab),
        "counts": {one: table.flatten().tolist() for one, table in counts.items()},
        "frequency": frequency,
        "uniforms": {"own": own_rows.tolist(), "stream": stream.tolist()},
        "shown": shown,
        "train_itself": train_itself,
    }
    _show(live, data, **start.to_browser(), numbers=reached._asdict() | {"names": names, "caption": said._asdict()})
