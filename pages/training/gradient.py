"""The gradient of the net on screen: checked, in its parts, and as the lecture's three cells."""

import streamlit as st
import torch

from analysis.net.gradient import can_be_checked, numeric_gradient, one_step, row_gradient
from analysis.net.training import gradient
from analysis.views.charts import gradient_dots, row_difference
from analysis.views.tables import gradient_frame, row_gradient_frame
from analysis.words.vocabulary import Vocabulary, display_char, labels
from pages.components.cached_nets import Learned
from pages.components.folds import fold
from pages.components.texts import as_markdown, texts

t = texts(__file__)


def gradient_fold(
    vocab: Vocabulary, counts: torch.Tensor, run: Learned, learning_rate: float, lam: float, row: str
) -> None:
    """Behind its question: one more step from the epoch on screen, and the formula of the gradient."""
    if (place := fold("gradient", t("gradient.fold"))).open:
        with place:
            three_cells(counts, run.weights, lam, learning_rate, run.reached.epoch)
            by_hand(vocab, counts, run.weights, lam, row)


def three_cells(counts: torch.Tensor, weights: torch.Tensor, lam: float, learning_rate: float, epoch: int) -> None:
    """Forward, backward, update with the numbers of the epoch on screen, and what to see in them."""
    st.subheader(t("step.title", epoch=epoch))
    step = one_step(counts, weights, lam, learning_rate, (0, 0))
    penalty = f" \\\n    + {lam:g} * (W ** 2).mean()" if lam else ""
    forward, backward, update = st.columns([1.3, 1, 1])
    cells = [
        (forward, t("step.forward"), t("step.forward_code", penalty=penalty, loss=step.loss)),
        (backward, t("step.backward"), t("step.backward_code", slope=step.slope, before=step.before)),
        (update, t("step.update"), t("step.update_code", rate=learning_rate, after=step.after, loss=step.loss_after)),
    ]
    for column, text, code in cells:
        column.markdown(text)
        column.code(code, language="python", wrap_lines=True)
    st.markdown(f"{t('step.slope')} {t('step.positive') if step.slope > 0 else t('step.negative')} {t('lecture.grad')}")
    st.markdown(t("step.grad"))


def by_hand(vocab: Vocabulary, counts: torch.Tensor, weights: torch.Tensor, lam: float, row: str) -> None:
    """The formula of the gradient for the chosen row; and a check of all weights with small differences of the loss."""
    st.subheader(t("gradient.title"))
    formula, check = st.columns([1.6, 1], gap="large")
    parts, characters = row_gradient(counts, weights, lam, vocab.id_of(row)), labels(vocab)
    with formula:
        st.latex(t("gradient.formula"))
        st.markdown(t("gradient.text", row=as_markdown(display_char(row)), weight=parts.weight))
        frame = row_gradient_frame(characters, parts)
        alt = t("gradient.alt", row=display_char(row))
        st.vega_lite_chart(frame, row_difference(tuple(characters)), height=240, alt=alt)
    with check:
        if not can_be_checked(weights):
            st.caption(t("gradient.diverged"))
            return
        frame = gradient_frame(characters, gradient(counts, weights, lam), numeric_gradient(counts, weights, lam))
        st.markdown(t("gradient.check", weights=len(frame), largest=frame["difference"].max()))
        st.vega_lite_chart(frame, gradient_dots(), height=320, alt=t("gradient.check_alt"))
