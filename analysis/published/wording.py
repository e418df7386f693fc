"""Figures and results in words: the headline, a note for each, and values as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from analysis.published.measures import Value
from analysis.published.results import AGREES, DIFFERS, FITTED, NEEDS_WORDS, OWN, SLIP, Result
from analysis.settings.numbers import show_number

VERDICTS = {  # of one figure, of several, in the order of the headline
    AGREES: ("agrees", "agree"),
    FITTED: ("is fitted and proves nothing", "are fitted and prove nothing"),
    SLIP: ("is a slip of the source", "are slips of the source"),
    DIFFERS: ("differs", "differ"),
    NEEDS_WORDS: ("needs the names and is not checked", "need the names and are not checked"),
    OWN: ("comes out again", "come out again"),
}


def count_verdicts(results: Sequence[Result], *, own: bool) -> dict[str, int]:
    """How many figures have each verdict: of the published ones, or, with `own`, of our own reference values."""
    counted = Counter(result.verdict for result in results if result.figure.own == own)
    return {verdict: counted[verdict] for verdict in VERDICTS if counted[verdict]}


def headline(results: Sequence[Result]) -> list[str]:
    """Two lines, for published figures and for our own reference values: how many, and how many of each verdict."""

    def ended(counted: dict[str, int]) -> str:
        return ", ".join(f"{n} {VERDICTS[verdict][n > 1]}" for verdict, n in counted.items())

    published, own = (count_verdicts(results, own=own) for own in (False, True))
    return [
        f"{sum(published.values())} figures published by others: {ended(published)}.",
        f"{sum(own.values())} reference values of our own, apart, so that others can check theirs: {ended(own)}.",
    ]


def note_of(result: Result) -> str:
    """A note about a result, in one line: its verdict, if it is not plain agreement, its exact value, its own note.

    >>> from analysis.published.figures import load_figures
    >>> from analysis.published.results import recompute
    >>> note_of(recompute(load_figures(["start-e"])[0], have_words=False))
    'The source slips; right is: 1531 769 6640. The summary explains the table with round numbers.'
    """
    parts = []
    if result.verdict == SLIP:
        parts.append(f"The source slips; right is: {show_values(result.figure.right)}.")
    elif result.verdict == FITTED:
        parts.append(f"Fitted, not checked: {result.figure.fitted}")
    elif result.verdict == DIFFERS:
        parts.append("Differs.")
    elif result.verdict == NEEDS_WORDS:
        parts.append("Needs the names themselves (names.txt), which are not on this machine.")
    if result.exact is not None:
        parts.append(f"Exact: {show_values(result.exact, 11)}.")
    return " ".join([*parts, result.figure.note]).strip()


def show_value(value: Value | Decimal, digits: int | None = None) -> str:
    """A value as people read it: text as it is, a number with so many digits, or, without, as it was printed.

    >>> show_value("mor"), show_value(2.454094171524048, 8), show_value(Decimal("0.0290")), show_value(Decimal("-inf"))
    ('mor', '2.4540942', '0.0290', '-inf')
    """
    if isinstance(value, str | int):
        return str(value)
    return f"{value:f}".replace("Infinity", "inf") if digits is None else f"{value:.{digits}g}"


def show_values(values: Sequence[Value | Decimal], digits: int | None = None, most: int | None = None) -> str:
    """Values in a line; beyond `most` of them, how many there are.

    >>> show_values([1, 2.4540144892, float("-inf"), 4], digits=8, most=2)
    '1 2.4540145 ... (4)'
    """
    shown = [show_value(value, digits) for value in values[:most]]
    return " ".join(shown if most is None or len(values) <= most else [*shown, f"... ({len(values)})"])


def show_difference(difference: float | None) -> str:
    """A difference, below 1 with two digits; empty for text.

    >>> show_difference(1.64e-7), show_difference(3469.0), show_difference(0.0), show_difference(None)
    ('0.00000016', '3,469', '0', '')
    """
    if difference is None:
        return ""
    return f"{difference:,.6g}" if difference >= 1 else show_number(float(f"{difference:.1e}"))
