"""Figures and results in words."""

import dataclasses

from analysis.published.figures import load_figures
from analysis.published.results import DIFFERS, NEEDS_WORDS, Result, recompute
from analysis.published.wording import count_verdicts, headline, note_of


def result_of(key, *, have_words=False):
    (figure,) = load_figures([key])
    return recompute(figure, have_words=have_words)


def test_our_own_values_are_counted_apart_from_what_others_published(recomputed, words):
    assert headline(list(recomputed.results.values())) == [
        "50 figures published by others: 45 agree, 1 is fitted and proves nothing, 4 are slips of the source.",
        "38 reference values of our own, apart, so that others can check theirs: 38 come out again.",
    ]


def test_what_differs_or_needs_the_names_is_counted_too():
    wrong = Result(dataclasses.replace(result_of("uniform").figure, source="V"), [3.0])
    results = [result_of("words"), wrong, result_of("nll"), result_of("contexts-1")]
    assert count_verdicts(results, own=True) == {NEEDS_WORDS: 1}
    assert count_verdicts(results, own=False)[DIFFERS] == 1
    assert headline(results)[0] == (
        "3 figures published by others: 1 agrees, 1 differs, 1 needs the names and is not checked."
    )


def test_a_slip_says_what_is_right():
    slips = [result_of(figure.key) for figure in load_figures() if figure.expected is not None]
    assert len(slips) == 4
    assert all(note_of(slip).startswith("The source slips; right is: ") for slip in slips)


def test_a_fit_says_that_it_is_one_and_what_was_fitted():
    assert note_of(result_of("lam-last")).startswith(
        "Fitted, not checked: the notebook does not say after how many epochs it printed this, so the nearest print is "
    )


def test_a_figure_that_needs_the_names_says_so_and_shows_the_exact_value_all_the_same():
    note = note_of(result_of("nll"))
    assert note.startswith(
        "Needs the names themselves (names.txt), which are not on this machine. Exact: 2.4540144892."
    )
