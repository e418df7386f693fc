"""The facts and numbers for the captions of *Training*, *Regularization* and *Counts and net*: see `captions`.

Each function has a port in the browser: caption.js in the folder of its page.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal

from analysis.net.optimum import RunSummary
from analysis.net.regularization import SideBySide
from analysis.views.captions import Facts

STUCK = 1e-3  # nats: if the loss has fallen less than this, with ten times as much left, the net has learned nothing
TOO_STEEP = 700  # λ times the learning rate: with 27 letters and 729 or more, λ alone makes the weights jump to and fro
MOST_KL = 1e6  # nats: stands for infinity in the facts of a caption, which are finite
CLOSE = 1.2  # times the lowest kl: two tables with a lower kl than this are called matched


def decimals(value: float, digits: int) -> str:
    """A number with this many decimals, as the browser writes it; from a million on as a power of ten.

    >>> decimals(2.45, 4), decimals(-1e-9, 4), decimals(-1234567, 2), decimals(math.inf, 4)
    ('2.4500', '0.0000', '−1.235e+6', '∞')
    """
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if abs(value) >= 1e6:
        mantissa, power = f"{value:.3e}".split("e")
        return f"{mantissa}e{int(power):+d}".replace("-", "−")
    text = f"{value:.{digits}f}"
    return text.lstrip("-") if not text.strip("-0.") else text.replace("-", "−")


def exact(value: float) -> str:
    """A setting with all its digits, at most 12, and commas.

    >>> exact(1e6), exact(7.5975), exact(0.00001)
    ('1,000,000', '7.5975', '0.00001')
    """
    return f"{Decimal(f'{value:.12g}'):,f}"


def training_facts(
    reached: RunSummary, *, first: float, lowest: float, letters: float, size: int, epochs: int, rate: float, lam: float
) -> Facts:
    """The facts of *Training* at the end of a run, in nats: `first` is the loss at epoch 0, `lowest` the lowest so
    far, `letters` the nll of a model that knows only how frequent each of `size` characters is.
    """
    chance = math.log(size)
    facts = {
        "epoch": reached.epoch,
        "lam": lam,
        "overflow": int(reached.epoch < epochs),
        "higher": int(reached.loss > first),
        "steep": int(lam * rate > TOO_STEEP),
        "stuck": int(reached.epoch >= 10 and first - reached.loss < STUCK and reached.gap > 10 * STUCK),
        "rebound": reached.loss - lowest,
        "above_chance": reached.nll - chance,
        "above_letters": reached.nll - letters,
        "gap": reached.gap,
    }
    return Facts(
        facts,
        {
            "epoch": exact(reached.epoch),
            "update": exact(reached.epoch + 1),
            "nll": decimals(reached.nll, 4),
            "loss": decimals(reached.loss, 4),
            "first": decimals(first, 4),
            "lowest": decimals(lowest, 4),
            "penalty": decimals(reached.penalty, 4),
            "gap": decimals(reached.gap, 4),
            "best": decimals(reached.best_nll, 4),
            "chance": decimals(chance, 4),
            "letters": decimals(letters, 4),
            "least": decimals(STUCK, 3),
            "lam": exact(lam),
        },
    )


def regularization_facts(both: SideBySide, lam: float, smoothing: float, labels: Sequence[str]) -> Facts:
    """The facts of *Regularization*: two tables, and whether no other smoothing is much nearer to this λ.

    `flat` is the mean entropy of a row of the net, as a share of the entropy of chance.
    """
    infinite = math.isinf(both.kl)
    chance = math.log(len(labels))
    facts = {
        "lam": lam,
        "smoothing": smoothing,
        "infinite": int(infinite),
        "matched": int(not infinite and both.kl <= CLOSE * both.nearest_kl + 1e-9),
        "flat": both.net_entropy / chance if chance else 1.0,
    }
    return Facts(
        facts,
        {
            "lam": exact(lam),
            "smoothing": exact(smoothing),
            "kl": decimals(both.kl, 6),
            "nearest": exact(float(f"{both.nearest:.5g}")),
            "difference": decimals(both.difference, 4),
            "previous": labels[both.previous],
            "next": labels[both.next],
            "net_nll": decimals(both.net_nll, 4),
            "chance": decimals(chance, 4),
            "size": exact(len(labels)),
        },
    )


def comparison_facts(
    *,
    kl: float,
    flatter: float,
    same: int | None,
    n: int,
    smoothing: float,
    epoch: int,
    epochs: int,
    lam: float,
    away: bool,
) -> Facts:
    """The facts of *Counts and net*: `same` of `n` pairs of names are equal (None if this is not known).

    `flatter` is the mean entropy of a row of the net less that of the counted table, in nats. `away`: the loss of the
    net ended higher than it began, or is not a number.
    """
    facts = {
        "away": int(away),
        "overflow": int(epoch < epochs),
        "epoch": epoch,
        "smoothing": smoothing,
        "lam": lam,
        "kl": min(kl, MOST_KL),
        "flatter": flatter,
        "known": int(same is not None),
        "share": (same or 0) / n,
    }
    return Facts(
        facts,
        {
            "kl": decimals(kl, 4),
            "same": exact(same or 0),
            "n": exact(n),
            "smoothing": exact(smoothing),
            "epoch": exact(epoch),
            "lam": exact(lam),
        },
    )
