"""What Counts and net shows beside its picture: which numbers, what to notice, a guess."""

from pages.components.live.metrics import Metric

NUMBERS = [
    Metric(
        "kl",
        "kl, counted to net",
        "nats per character",
        7,
        "The KL divergence: how many nats more the net spends on names that come from the counted model. At smoothing "
        "0 it is exactly the nll of the net less that of the counts. 0 means the same table.",
    ),
    Metric(
        "max_abs_diff",
        "Largest difference",
        "of a probability",
        4,
        "The cell where the two tables differ most; the line below the tables says which.",
    ),
]
NOTICE = """**What to notice**
- One letter is enough: where the two models part once, the running lists go different ways for good, though the tables
  are nearly the same. Started afresh, most names are the same in both.
- Where they differ it is a close call: the random number falls just beside the step between two letters.
- λ is to the net what smoothing is to the counts. *Match the net* finds the fake counts that come nearest."""
ASK = "of {n} names, each drawn by both models from the same random numbers, how many are the same?"
WHY = (
    "The tables differ by a few thousandths in the rows that matter, so a random number rarely falls between. "
    "It depends on what you have set: more epochs bring the net nearer, λ or smoothing take it away."
)
