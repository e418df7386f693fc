"""The controls of Normalization: the division as a line of torch, and which table is divided."""

from __future__ import annotations

from dataclasses import replace

from analysis.counts.normalization import DIVISORS
from analysis.settings import DIVISOR, TABLE_SIZE
from pages.components.live.controls import Control, choice
from pages.components.texts import texts

t = texts(__file__)


def divisor_lines() -> Control:
    """What the table is divided by, as code; links keep the keys of the divisions."""
    options = [{"value": key, "text": DIVISORS[key].code} for key in DIVISOR.options]
    control = choice(DIVISOR)
    return replace(control, look={**control.look, **t("divisor"), "options": options})


def table_sizes() -> Control:
    """The table of the list, or the small one."""
    options = [{"value": key, "text": t("table_size.options")[key]} for key in TABLE_SIZE.options]
    control = choice(TABLE_SIZE)
    return replace(control, look={**control.look, "help": t("table_size.help"), "options": options})
