"""Does it reproduce?: the table of published figures, one of them in full, and the way to its page."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.published.figures import load_figures

ROOT = Path(__file__).parents[2]
KEYS = [figure.key for figure in load_figures()]


@pytest.fixture
def open_page():
    """Open the page as a link with these parameters would."""

    def open_page(**query):
        at = AppTest.from_file(str(ROOT / "pages/reproduce.py"), default_timeout=60)
        at.query_params.update(query)
        return at.run()

    return open_page


def text(at):
    parts = [element.value for kind in (at.subheader, at.markdown, at.caption, at.code, at.info) for element in kind]
    return "\n".join([*parts, *(element.proto.body for element in at.get("html"))])


def test_every_figure_is_marked(open_page, words):
    table = open_page().dataframe[0].value
    assert len(table) == len(KEYS)
    assert set(table["verdict"]) == {"✓ agrees", "≠ slip"}
    assert table[table["verdict"] == "≠ slip"]["note"].str.startswith("The source slips; right is: ").all()


def test_the_counts_of_marks_stand_above(open_page, words):
    shown = text(open_page())
    assert f">{len(KEYS)} <" in shown
    assert f">{len(KEYS) - 4} <" in shown


@pytest.mark.parametrize("key", ["mkl-names", "cuda-losses", "start-e"])
def test_a_link_shows_one_figure_in_full(key, open_page):
    at = open_page(figure=key)
    (figure,) = load_figures([key])
    assert at.subheader[0].value == figure.name
    assert len(at.dataframe[1].value) == len(figure.published)
    assert f"python -m analysis {figure.command}" in text(at)


def test_choosing_another_figure_shows_it(open_page):
    at = open_page()
    at.selectbox(key="figure").select("uniform").run()
    assert at.subheader[0].value == "uniform model: ln 27 (nats per character)"


def test_a_rounded_sum_has_its_exact_value_beside_it(open_page, words):
    assert "Exact: 2.4540144892." in text(open_page(figure="nll"))


def test_a_figure_without_a_page_says_so(open_page):
    assert "No page shows this figure yet" in text(open_page(figure="emma-loss"))
    assert "No page shows this figure yet" not in text(open_page(figure="mkl-names"))


def test_without_the_words_the_page_says_what_is_missing_and_brings_them(open_page, monkeypatch, tmp_path):
    monkeypatch.setenv("BIGRAM_LAB_DATA", str(tmp_path))
    monkeypatch.setattr("pooch.os_cache", lambda _: tmp_path)
    at = open_page(figure="nll")
    assert "Some figures need the names themselves." in text(at)
    assert "Needs the names themselves (names.txt)" in text(at)
    missing = sum(figure.needs_words for figure in load_figures())
    assert (at.dataframe[0].value["verdict"] == "– needs names").sum() == missing
    at.button[0].click().run()
    assert "could not be downloaded" in at.error[0].value


@pytest.mark.parametrize("figure", [figure for figure in load_figures() if figure.open], ids=lambda figure: figure.key)
def test_the_page_of_a_figure_takes_its_settings(figure):
    settings = dict(figure.open)
    at = AppTest.from_file(str(ROOT / f"pages/{settings.pop('page')}.py"), default_timeout=60)
    for key, value in settings.items():
        at.session_state[key] = value
    at.run()
    assert not at.exception
    assert {key: at.session_state[key] for key in settings} == settings
