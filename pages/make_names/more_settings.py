"""More settings of Make names, in a fold."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from analysis.settings import LONGEST, MODEL, SEED, SHORTEST, SORT, N
from pages.components.controls.choices import one_of, switch
from pages.components.controls.columns import in_columns
from pages.components.controls.numbers import n_box, number_box, seed_box
from pages.components.folds import settings_fold
from pages.components.texts import texts

t = texts(__file__)


class More(NamedTuple):
    """The settings in the fold."""

    model: str
    sort: str
    shortest: int
    longest: int
    n: int
    seed: int
    new: bool  # leave out the words of the list


DEFAULTS = More(MODEL.default, SORT.default, *(one.on_page.default for one in (SHORTEST, LONGEST, N, SEED)), new=False)


def more_settings() -> More:
    """Show the fold, and read what is set in it."""
    place = settings_fold(DEFAULTS._asdict())
    if place is None:
        return DEFAULTS
    with place:
        model = one_of(MODEL.name, MODEL.label, MODEL.options, MODEL.default, MODEL.help)
        sort = one_of(SORT.name, SORT.label, SORT.options, SORT.default, SORT.help)
        shortest, longest = in_columns(partial(number_box, SHORTEST), partial(number_box, LONGEST))
        n, seed = in_columns(n_box, seed_box)
        new = switch("new", **t("new"), default=DEFAULTS.new)
    return More(model, sort, int(shortest), int(longest), int(n), seed, new)
