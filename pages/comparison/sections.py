"""What Counts and net shows beside its picture: which numbers, what to notice, a guess."""

from pages.components.live.metrics import Metric
from pages.components.texts import texts

t = texts(__file__)
NUMBERS = [
    Metric(name="kl", digits=7, **t("kl")),
    Metric(name="max_abs_diff", digits=4, **t("max_abs_diff")),
]
NOTICE = t("notice")
ASK = t("guess.ask", n="{n}")
WHY = t("guess.why")
