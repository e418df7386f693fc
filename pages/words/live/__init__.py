"""The lecture's loop over a few words, step by step: the window over the words, and the dictionary that it fills.

The browser paints it (live.js, view.js) from steps that come once; the step that is shown is the live page's `step`.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.counts.bigrams import END, START
from analysis.counts.bigrams.dictionary import Step
from analysis.settings import STEP
from analysis.words.vocabulary import display_char
from pages.components.live.sync.live_view import live_view
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import texts

t = texts(__file__)
_show = live_view("counting", __file__)


def counting(live: LivePage, steps: Sequence[Step], step: int) -> None:
    """Show the live page's `step`: 1 is the first. Beyond the last one, this is shown, and a line says so."""
    words = list(dict.fromkeys(one.word for one in steps))
    data = {
        "texts": t("js"),
        "words": [[display_char(character) for character in (START, *word, END)] for word in words],
        "steps": [
            {
                "word": words.index(one.word),
                "place": one.place,
                "pair": repr(one.pair),
                "before": one.before,
                "after": one.after,
            }
            for one in steps
        ],
    }
    last = len(steps)
    beyond = step > last and step != STEP.default  # a list can have fewer steps than the page opens with
    _show(live, data, remarks={"step": t("beyond", step=step, last=last)} if beyond else {})
