"""The caption of *Longer contexts*: what one length of context shows, as facts and numbers (see `captions`)."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.models.ngrams.overview import Length
from analysis.views.captions import Facts, percent


def best_length(lengths: Sequence[Length]) -> int | None:
    """The letters of context with which Kneser-Ney has the lowest nll on dev; None without dev words."""
    nlls = [nll for one in lengths if (nll := one.kneser_ney["dev"]) is not None]
    return nlls.index(min(nlls)) if nlls else None


def context_facts(lengths: Sequence[Length], k: int, by_heart: float) -> Facts:
    """The facts of k letters of context. `beyond`: how many letters more than the best on dev, below 0 for fewer.

    `dev` is 0 if there are no dev words. `by_heart` is the share of the model's words that are in the list.
    """
    best, now = best_length(lengths), lengths[k]
    dev, train = now.kneser_ney["dev"], now.kneser_ney["train"]
    assert train is not None  # a list has train words, or it was not counted
    facts = {"k": float(k), "dev": float(best is not None), "beyond": 0.0 if best is None else float(k - best)}
    numbers = {
        "k": count_letters(k),
        "train": f"{train:.4f}",
        "by_heart": percent(by_heart),
        "dev": "" if dev is None else f"{dev:.4f}",
        "best": "" if best is None else count_letters(best),
        "lowest": "" if best is None else f"{lengths[best].kneser_ney['dev']:.4f}",
    }
    return Facts(facts, numbers)


def count_letters(k: int) -> str:
    """A number of letters in words: 1 letter, 2 letters."""
    return f"{k} letter{'' if k == 1 else 's'}"
