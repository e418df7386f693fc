"""Words letter by letter, live: every letter's probability and its logarithm, while the smoothing is dragged.

Everything that moves is worked out in the browser (live.js, view.js and what they import), from counts that come
once. Python hears of a release, and answers with its own numbers.
"""

from __future__ import annotations

from collections.abc import Mapping

from analysis.counts.likelihood.steps import Steps
from analysis.counts.tables import Tables
from analysis.settings import WORDS_ON_PAGE
from analysis.views.captions import Facts
from analysis.words.lists import SHARED
from analysis.words.vocabulary import labels
from pages.components.live.sync.live_view import Metric, live_view
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import texts

t = texts(__file__)
_show = live_view("likelihood", __file__)


def word_letters(
    live: LivePage,
    tables: Tables,
    steps: Steps,
    list_nll: float,
    caption: Facts,
    *,
    shown: list[Metric],
    presets: Mapping[str, str],
) -> None:
    """Show the words at the smoothing of the live page; a click on a cell of the table sets its row and next.

    `steps` are Python's numbers there, `shown` says which of them to show; `list_nll` is that of all words of the list,
    `caption` the facts for the sentence above the picture.
    `presets` are words to try, each with why; a click sets them, and the smoothing to 0.
    """
    data = {
        "texts": t("js"),
        "labels": labels(tables.vocab),
        "counts": tables.all.flatten().tolist(),
        "shown": shown,
        "presets": presets,
        "limits": {"words": WORDS_ON_PAGE, "letters": SHARED.letters},
    }
    numbers = {
        "log_likelihood": steps.log_likelihood,
        "nll": steps.nll,
        "perplexity": steps.perplexity,
        "list_nll": list_nll,
        "caption": caption._asdict(),
    }
    _show(live, data, numbers=numbers)
