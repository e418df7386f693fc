"""What Likelihood shows beside its live pictures: presets, the steps to one number, the slope, a table."""

from __future__ import annotations

import math

import streamlit as st

from analysis.counts.likelihood import Score
from analysis.counts.likelihood.nudge import Nudged
from analysis.counts.likelihood.steps import Steps, vanishes
from analysis.views.score_tables import letters_frame
from analysis.words.vocabulary import Vocabulary, display_char
from pages.components.lesson import on_demand
from pages.components.live.figures import Number

GUESS = (
    "how surprised is the counted table by a character of the 32,033 names, on average? Knowing nothing costs "
    "ln 27 = 3.2958 nats."
)
WHY = (
    "This mean is the **nll**, the number by which models are compared; lower is better. It is as if the table "
    "hesitated between {perplexity:.1f} characters each time, and not between all 27."
)
NLL = (
    "Mean negative log-likelihood: the sum with its sign turned, divided by the number of characters. Lower is better."
)
SUMS = [
    Number("log_likelihood", "Sum of ln p", "nats", 4, "The log-likelihood: the logarithms of all letters, added up."),
    Number("nll", "nll of these words", "nats per character", 4, NLL),
    Number(
        "perplexity", "Perplexity", "characters", 3, "exp(nll): as many equally likely characters would cost so much."
    ),
    Number("list_nll", "nll of all 32,033 names", "nats per character", 4, f"The same over the whole list. {NLL}"),
]
NUDGES = [
    Number("counted", "Counted probability", "", 6, "The count of the pair divided by the sum of its row."),
    Number("prob", "Nudged probability", "", 6, "The same where the count is taken so many times."),
    Number("nll", "nll of all 32,033 names", "nats per character", 7, NLL),
    Number("rise", "Risen by", "nats per character", 7, "How much the nudge has cost. It is never below 0."),
    Number("slope", "Slope", "nats for each 1 of probability", 5, "The derivative of the nll by this probability."),
]
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
PRESETS = {  # words: why one would look at them
    "emma olivia ava": "The first three names, as in the lecture: −38.7856 nats, nll 2.4241.",
    "olivia": "A frequent kind of name.",
    "ava": "Short, and of pairs that are everywhere.",
    "andrej": "The lecturer: “ej” is rare.",
    "andrejq": "“jq” was never counted: infinite, until a fake count cures it.",
}
BEST = """No table predicts the names that were counted better than the counted one. Try: **make one pair more or less
probable** (its row is divided by its sum again), and the nll of all names rises, on either side.

With *q* for the probability of the pair, the other cells of its row sharing 1 − *q* as they did before, the slope is"""
SLOPE = r"""\frac{\partial\,\mathrm{nll}}{\partial q} =
-\frac{1}{n}\left(\frac{n_{ab}}{q} - \frac{n_a - n_{ab}}{1 - q}\right)"""
LOWEST = r"\text{which is 0 where}\quad q = \frac{n_{ab}}{n_a}"
NOTICE = """**What to notice**
- **One bad letter costs more than many good ones gain.** The logarithm falls without end towards 0 and is flat near 1.
- The bars of *Letter by letter* that reach below the lower dashed line are letters that chance would predict better.
- Drag the smoothing to the right: every bar comes to the dashed lines, and the nll to ln 27.
- A low nll is no prize for a name. Short names of frequent pairs have it, whoever bears them."""


def presets() -> None:
    """Words to begin with, each with why; a click sets them, and the smoothing to 0."""
    st.markdown("Words to try; a click sets them, and the smoothing to 0:")
    for column, (words, why) in zip(st.columns(len(PRESETS)), PRESETS.items(), strict=True):
        column.button(words, key=f"preset {words}", on_click=_set, args=(words,), width="stretch")
        column.caption(why)


def _set(words: str) -> None:
    st.session_state.update({"word": words, "smoothing": 0.0})


def steps_to_one_number(scores: list[Score], steps: Steps, first: list[Score]) -> None:
    """Product, sum of logarithms, minus, mean: each step with its reason. `first`: those of the list's first names."""
    st.header("From the letters to one number")
    n, factors = steps.characters, [letter.prob for score in scores for letter in score.letters]
    shown = " × ".join(f"{prob:.4f}" for prob in factors[:4]) + (" × …" if n > 4 else "")
    product = f"{steps.mantissa:.3f} × 10{str(steps.exponent).translate(RAISED)}" if steps.mantissa else "0"
    total, nll = in_words(steps.log_likelihood, 4), in_words(steps.nll, 4)
    st.markdown(
        f"1. **Multiply.** A model gives the words the product of what it gives their {n} characters, the ends "
        f"included: {shown} = **{product}**. {_where_it_vanishes(steps, first)}\n"
        "2. **Take logarithms and add.** The logarithm of a product is the sum of the logarithms. Nothing vanishes, "
        "and what makes the product larger makes the sum larger. It is the **log-likelihood**, here "
        f"**{total}** nats.\n"
        "3. **Turn the sign.** A probability is at most 1, so its logarithm is at most 0. With the sign turned, the "
        "sum is 0 for a model that is always right and certain, and grows with each surprise: a **loss**.\n"
        f"4. **Divide by how many.** More words have a larger sum. The mean over the {n} characters can be compared: "
        f"**{nll}** nats per character, the **nll**.\n"
        f"5. *exp(nll)*, the **perplexity**, says the same as a number of characters: {in_words(steps.perplexity, 3)} "
        "equally likely ones would be as surprising."
    )


def _where_it_vanishes(steps: Steps, first: list[Score]) -> str:
    if steps.mantissa == 0:
        return "One factor is 0, and so is the product."
    if steps.vanishes:
        return f"So small that in float32 the product is 0 from character {steps.vanishes} on, though no factor is."
    at = vanishes([letter.prob for score in first for letter in score.letters])
    if at is None:
        return "Such products vanish: of enough letters, a computer's number becomes 0."
    names = ", ".join(score.word for score in first[:3])
    return (
        f"With more names it vanishes: in the list's own order ({names} …), in float32 it is 0 from character {at} on."
    )


def slope_in_words(nudged: Nudged, row: str, following: str, n: int) -> None:
    """The derivative with the numbers of the cell."""
    st.latex(SLOPE)
    st.latex(LOWEST)  # two lines: one is too long for a phone
    a, b = display_char(row), display_char(following)
    st.caption(
        f"Here $n$ = {n:,} bigrams, $n_a$ = {nudged.total:,} of them after “{a}”, and $n_{{ab}}$ = {nudged.count:,} "
        f"of those “{a}{b}”: q = {nudged.count:,} / {nudged.total:,} = {nudged.counted:.6f}. "
        "That is the division of the row by its sum, and it holds for every cell: counting has found the "
        "lowest point without searching. A net has to walk there, step by step: see [Training](training)."
    )


def numbers_table(scores: list[Score], vocab: Vocabulary) -> None:
    """On demand: every letter with its probability and its logarithm."""
    place = on_demand("The numbers as a table", "table", ":material/table:")
    if place.open:
        with place:
            st.dataframe(letters_frame(scores, vocab.itos), hide_index=True)
            st.caption("Its menu, above at the right, saves it as CSV.")


def in_words(value: float, digits: int) -> str:
    """A number with commas, a true minus, and ∞."""
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return f"{value:,.{digits}f}".replace("-", "−")
