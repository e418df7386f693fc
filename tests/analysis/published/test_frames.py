"""Published figures beside ours, as tables."""

import pytest

from analysis.published.figures import load_figures
from analysis.published.frames import figures_frame, values_frame
from analysis.published.results import recompute


def test_a_figure_is_a_line_with_its_mark_and_its_first_values():
    keys = ["start-e", "row-counts", "nll", "lam-last", "uniform"]
    table = figures_frame([recompute(figure, have_words=False) for figure in load_figures(keys)])
    assert table["verdict"].tolist() == ["≠ slip", "✓ agrees", "– needs names", "~ fitted", "• our own"]
    assert table["published"].tolist()[:3] == ["5000 ... (3)", "0 ... (27)", "2.454094171524048"]
    assert table["ours"].tolist()[:3] == ["1531 ... (3)", "0 ... (27)", ""]
    assert table["difference"].tolist()[:4] == ["3,469", "0", "", "0.0000033"]


def test_every_value_of_a_figure_is_a_line():
    (figure,) = load_figures(["andrejq-smoothed"])
    table = values_frame(recompute(figure, have_words=True))
    assert table["published"].tolist() == ["-27.8672", "3.4834020137786865"]
    assert [float(value) for value in table["ours"]] == pytest.approx([-27.8672, 3.483402], abs=5e-5)


def test_without_words_a_figure_shows_what_was_published():
    (figure,) = load_figures(["nll"])
    assert values_frame(recompute(figure, have_words=False)).values.tolist() == [["2.454094171524048", "", ""]]
