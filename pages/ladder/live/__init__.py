"""What comes next, live: what each model gives to each next letter, a row for each model, while a beginning is typed.

The models answer in Python. The rows after a typed letter are sent before it is typed.
"""

from __future__ import annotations

from analysis.models.trained.nets import NETS
from analysis.words.vocabulary import labels
from pages.components.live.near_beginnings import near_beginnings
from pages.components.live.sync.live_view import live_view
from pages.components.live.sync.page_state import LivePage
from pages.components.texts import texts
from pages.ladder.cached import lecture_list, next_rows

t = texts(__file__)
_show = live_view("ladder", __file__)


def next_letters(live: LivePage, with_words: bool) -> None:
    """Show the next letters of every model after the beginning."""
    typed, _ = live.values
    vocab = lecture_list().tables.vocab
    beginnings = near_beginnings(typed, vocab)
    rows = next_rows(beginnings, with_words)
    titles = t("models")
    data = {
        "texts": t("js"),
        "labels": labels(vocab),
        "models": [titles[name] for name in rows],
        "trained": [name in NETS for name in rows],
    }
    after = {
        text: {"shown": text, "rows": [[round(p, 6) for p in of_model[i].tolist()] for of_model in rows.values()]}
        for i, text in enumerate(beginnings)
    }
    _show(live, data, numbers={"beginning": typed, "after": after})
