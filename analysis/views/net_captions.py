"""What the captions of *Training*, *Regularization* and *Counts and net* are chosen by and filled with: see `captions`.

Each function has a port in the browser: caption.js in the folder of its page.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal

from analysis.net.optimum import RunSummary
from analysis.net.regularization import SideBySide
from analysis.views.captions import Facts

STUCK = 1e-3  # nats: a run that has come less far than this, of a gap ten times as large, has learned nothing
TOO_STEEP = 700  # λ times the learning rate: with 27 letters, λ alone throws the weights to and fro from 729 on
CLOSE = 1.05  # times the lowest kl: two tables that are nearer to each other than this are called matched


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
    reached: RunSummary, *, first: float, letters: float, size: int, epochs: int, rate: float, lam: float
) -> Facts:
    """What *Training* shows at the end of a run, in nats: `first` is the loss at epoch 0, `letters` the nll of a model
    that knows only how frequent each of `size` characters is.
    """
    chance = math.log(size)
    facts = {
        "epoch": reached.epoch,
        "lam": lam,
        "overflow": int(reached.epoch < epochs),
        "higher": int(reached.loss > first),
        "steep": int(lam * rate > TOO_STEEP),
        "stuck": int(reached.epoch >= 10 and first - reached.loss < STUCK and reached.gap > 10 * STUCK),
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
    """What *Regularization* shows: two tables, and whether they are as near to each other as they can be.

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
    *, kl: float, same: int | None, n: int, smoothing: float, epoch: int, epochs: int, lam: float, away: bool
) -> Facts:
    """What *Counts and net* shows: `same` of `n` pairs of names are equal (None where they are not known).

    `away`: the loss of the net ended higher than it began, or is no number.
    """
    facts = {
        "away": int(away),
        "overflow": int(epoch < epochs),
        "epoch": epoch,
        "smoothing": smoothing,
        "lam": lam,
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
