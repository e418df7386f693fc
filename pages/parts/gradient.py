"""The gradient of the net that is on screen: checked, taken apart, and as the lecture's three cells."""

import streamlit as st
import torch

from analysis.net.gradient import can_be_checked, numeric_gradient, one_step, row_gradient
from analysis.net.training import gradient
from analysis.views.charts import gradient_dots, row_difference
from analysis.views.tables import gradient_frame, row_gradient_frame
from analysis.words.vocabulary import Vocabulary, display_char, labels

FORWARD = """logits = xenc @ W
counts = logits.exp()
probs = counts / counts.sum(1, keepdims=True)
loss = -probs[torch.arange(n), ys].log().mean(){penalty}
# loss.item() is {loss:.7g} nats"""
BACKWARD = """W.grad = None  # forget the last one
loss.backward()

# W.grad[0, 0] is {slope:.6g}
# W[0, 0] is {before:.7g}"""
UPDATE = """W.data += -{rate:g} * W.grad

# W[0, 0] is now {after:.7g}
# and the loss, worked out again,
# is {loss_after:.7g} nats"""
SIGN = {
    True: "It is **positive**: a larger W[0, 0] makes the loss larger. So the step goes down, against the sign.",
    False: "It is **negative**: a larger W[0, 0] makes the loss smaller. So the step goes up, against the sign.",
}


def three_cells(counts: torch.Tensor, weights: torch.Tensor, lam: float, learning_rate: float, epoch: int) -> None:
    """Forward, backward, update with the numbers of the epoch on screen, and what to see in them."""
    st.header(f"One more step, from epoch {epoch:,}")
    step = one_step(counts, weights, lam, learning_rate, (0, 0))
    penalty = f" \\\n    + {lam:g} * (W ** 2).mean()" if lam else ""
    forward, backward, update = st.columns([1.3, 1, 1])
    forward.markdown("**Forward**: how wrong is it?")
    forward.code(FORWARD.format(penalty=penalty, loss=step.loss), language="python", wrap_lines=True)
    backward.markdown("**Backward**: which way is down?")
    backward.code(BACKWARD.format(slope=step.slope, before=step.before), language="python", wrap_lines=True)
    update.markdown("**Update**: a step that way.")
    update.code(
        UPDATE.format(rate=learning_rate, after=step.after, loss_after=step.loss_after),
        language="python",
        wrap_lines=True,
    )
    st.markdown(
        "`W.grad[0, 0]` says how the loss changes with the weight of “..”, a name without letters. "
        f"{SIGN[step.slope > 0]} On *emma*, before the first step, it is "
        "[0.0121](training?only=emma&epochs=0&learning_rate=0.1). `W.grad = None` is there because torch *adds* a new "
        "gradient to the old one: without it, each step would also repeat all the steps before."
    )


def by_hand(vocab: Vocabulary, counts: torch.Tensor, weights: torch.Tensor, lam: float, row: str) -> None:
    """The formula of the gradient, on the row that is chosen; and all weights against small differences of the loss."""
    st.header("The gradient is the difference of two tables")
    formula, check = st.columns([1.6, 1], gap="large")
    parts, characters = row_gradient(counts, weights, lam, vocab.id_of(row)), labels(vocab)
    with formula:
        st.latex(
            r"\frac{\partial\,\text{loss}}{\partial W_{ij}} = \frac{n_i}{n}\,\bigl(\underbrace{p_{ij}}_{\text{net}} - "
            r"\underbrace{c_{ij}}_{\text{counted}}\bigr) + \frac{2\lambda}{V^2}\,W_{ij}"
        )
        st.markdown(
            "No chain rule is left: where the net gives a pair more than it was counted, its weight goes down. The "
            f"row after “{display_char(row)}” weighs nᵢ / n = {parts.weight:.4f}, its share of all bigrams: that is "
            "why **rare rows learn last**. The last part, the penalty's, pulls every weight towards 0."
        )
        frame = row_gradient_frame(characters, parts)
        alt = f"For each character after {display_char(row)}, the probability of the net less the counted one, as bars."
        st.vega_lite_chart(frame, row_difference(tuple(characters)), height=240, alt=alt)
    with check:
        if not can_be_checked(weights):
            st.caption("The weights have run away: no small difference of this loss can be told from rounding.")
            return
        frame = gradient_frame(characters, gradient(counts, weights, lam), numeric_gradient(counts, weights, lam))
        st.markdown(
            f"**Is the formula right?** Move each of the {len(frame):,} weights up and down by 0.00001, and see "
            "what the loss does: all points lie on the diagonal. The largest difference is "
            f"{frame['difference'].max():.1e}."
        )
        alt = "Each weight's gradient by small differences of the loss over that by hand: the points lie on a diagonal."
        st.vega_lite_chart(frame, gradient_dots(), height=320, alt=alt)
