"""The parts of Counts and net around its picture: its numbers, what to notice, a guess, a second seed."""

from pages.components.live.controls import seed
from pages.components.live.metrics import Metric
from pages.components.texts import texts

t = texts(__file__)
NUMBERS = [
    Metric(name="kl", digits=7, **t("kl")),
    Metric(name="max_abs_diff", digits=4, **t("max_abs_diff")),
]
INIT_SEED = seed("init_seed", **t("init_seed"))
SMOOTHING_MARKS = (0, 0.1, 1, 10, 100, 1000, 10_000, 1_000_000)
NOTICE = t("notice")
ASK = t("guess.ask", n="{n}")
WHY = t("guess.why")
