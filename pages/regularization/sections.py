"""The parts of Regularization around its picture: its numbers, and the loss when the penalty is switched on."""

import streamlit as st

from analysis.counts.tables import Tables
from analysis.views.charts import switch_curve
from analysis.views.tables import beside_frame, switch_frame
from pages.components.cached_nets import penalty_switched_on
from pages.components.folds import fold, table_expander
from pages.components.live.sync.live_view import Metric
from pages.components.texts import texts

t = texts(__file__)


def shown() -> dict[str, list[Metric]]:
    """Which numbers stand in the picture: of the net, of the counted table, and between the two."""
    return {
        "net": [
            Metric(name="net_nll", digits=4, **t("numbers.net_nll")),
            Metric(name="net_perplexity", digits=3, **t("numbers.perplexity")),
            Metric(name="net_entropy", digits=4, **t("numbers.entropy")),
        ],
        "counted": [
            Metric(name="nll", digits=4, **t("numbers.nll")),
            Metric(name="perplexity", digits=3, **t("numbers.perplexity")),
            Metric(name="entropy", digits=4, **t("numbers.entropy")),
        ],
        "between": [Metric(name="kl", digits=7, **t("numbers.kl"))],
    }


def why_it_jumps() -> None:
    """Behind its question: why the printed loss goes up when λ is switched on after 200 epochs, and the curve."""
    if (place := fold("jump", t("jump.title"))).open:
        with place:
            _jump()


def _jump() -> None:
    run = penalty_switched_on()
    before, after, lam, n = run.before.final_loss, run.after, run.after.lam, len(run.before.loss)
    st.markdown(
        t(
            "jump.text",
            n=n,
            lam=lam,
            last=run.before.loss[-1],
            first=after.loss[0],
            nll=before,
            mean_square=run.mean_square,
            end_loss=after.final_loss,
            end_nll=after.final_nll,
        )
    )
    low, high = 2.45, 2.55
    st.vega_lite_chart(
        switch_frame(run.before, after), switch_curve(n, low, high), height=260, alt=t("jump.alt", all=2 * n, n=n)
    )
    st.caption(t("jump.caption", n=n, low=low, high=high, start=run.before.loss[0]))


def relatives() -> None:
    """Behind its question: label smoothing, by name."""
    if (place := fold("relatives", t("relatives.title"))).open:
        place.markdown(t("relatives.text"))


def numbers_table(names: Tables, lam: float, smoothing: float) -> None:
    """In an expander: every pair with its count, its weight, and both probabilities."""
    place = table_expander()
    if place.open:
        with place:
            st.caption(t("table_caption"))
            frame = beside_frame(names.vocab.itos, names.all, lam, smoothing)
            st.dataframe(frame, hide_index=True)
