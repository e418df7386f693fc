"""Numbers as text: read as people type them, shown as people and addresses write them."""

from __future__ import annotations

import math
from decimal import Decimal


def parse_float(value: object) -> float | None:
    """A finite float, or None where `value` is no such number."""
    if isinstance(value, str) and not _plain(value):
        return None
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def parse_int(value: object) -> int | None:
    """A whole number, exact beyond 2 ** 53 when it is an int or digits; None where `value` is no such number."""
    try:
        if isinstance(value, int | str):
            return int(value) if not isinstance(value, str) or _plain(value) else None
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None
    return int(number) if number.is_integer() else None


def _plain(text: str) -> bool:
    """Python also reads 1_0 and the digits of other scripts; people who write those mean something else."""
    return text.isascii() and "_" not in text


def show_number(number: float) -> str:
    """A number in full, as people and addresses write it: 0, 0.00001, 1000000, never 1e+06.

    >>> show_number(1e6), show_number(1e-5), show_number(7.25), show_number(2 ** 64 - 1)
    ('1000000', '0.00001', '7.25', '18446744073709551615')
    """
    text = f"{Decimal(repr(number + 0)):f}"  # + 0: never -0
    return text.removesuffix(".0")


def with_commas(number: float) -> str:
    """A number in full as messages show it, with a comma at every thousand.

    >>> with_commas(1e6), with_commas(0.00001), with_commas(2 ** 64 - 1)
    ('1,000,000', '0.00001', '18,446,744,073,709,551,615')
    """
    whole, point, rest = show_number(number).partition(".")
    return f"{int(whole):,}{point}{rest}"
