"""Longer contexts, live: nll against k, the next letters of a beginning, and names, while k is dragged.

Everything of each k is sent once, so nothing is worked out in the browser. The rows after a typed letter are sent
before it is typed; Python's answer brings the rows of all k.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from analysis.counts.contexts.sizes import Context
from analysis.models.ngrams.overview import Length
from analysis.views.captions import percent
from analysis.views.context_captions import context_facts, count_letters
from analysis.words.vocabulary import Vocabulary, display_char, labels
from pages.components.live.sync.live_view import Metric, live_view
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import texts
from pages.contexts.cached import models, names_of_each, next_letters

t = texts(__file__)
_show = live_view("contexts", __file__)
CURVES = ("train", "dev")


def contexts_picture(live: LivePage, known: Sequence[Length], vocab: Vocabulary) -> None:
    """Show the nll of each length, the names of a seed, and the letters after a beginning."""
    of_all = models()
    k, beginning, seed = live.values
    data = {
        "texts": t("js"),
        "labels": labels(vocab),
        "shown": shown(),
        "curves": {
            family: {part: curve(known, family, part) for part in CURVES} for family in ("additive", "kneser_ney")
        },
        "steps": [
            of_length(known, one, share, size)
            for one, share, size in zip(known, of_all.by_heart, of_all.sizes, strict=True)
        ],
        "names": names_of_each(seed),
    }
    rows = next_letters(beginning, int(k))
    after = {text: {"shown": "".join(map(display_char, text)), **of_text} for text, of_text in rows.items()}
    _show(live, data, numbers={"beginning": beginning, "after": after})


def shown() -> list[Metric]:
    """The numbers in the picture."""
    return [
        Metric(name="kneser_ney_dev", digits=4, **t("numbers.kneser_ney_dev")),
        Metric(name="kneser_ney_train", digits=4, **t("numbers.kneser_ney_train")),
        Metric(name="additive_dev", digits=4, **t("numbers.additive_dev")),
        Metric(name="by_heart", digits=1, **t("numbers.by_heart")),
    ]


def of_length(known: Sequence[Length], one: Length, by_heart: float, size: Context) -> dict[str, Any]:
    """What the picture says of one length: its numbers, its caption, and how many cells a table has and are seen."""
    return {
        "numbers": {
            "kneser_ney_dev": finite(one.kneser_ney["dev"]),
            "kneser_ney_train": finite(one.kneser_ney["train"]),
            "additive_dev": finite(one.additive["dev"]),
            "by_heart": 100 * by_heart,
        },
        "caption": context_facts(known, one.letters, by_heart)._asdict(),
        "size": t(
            "size",
            k=count_letters(one.letters),
            cells=f"{size.cells:,}",
            seen=f"{size.seen:,}",
            share=percent(size.share),
        ),
    }


def curve(known: Sequence[Length], family: str, part: str) -> list[float | None]:
    """The nll of a family on a part for each length; None where it is infinite, or the part has no words."""
    return [None if (nll := getattr(one, family)[part]) is None or math.isinf(nll) else nll for one in known]


def finite(nll: float | None) -> float | str | None:
    """A number for JSON, which has no infinity."""
    return "inf" if nll is not None and math.isinf(nll) else nll
