"""Every page opens; a URL sets its controls; one interaction each changes what is shown; nonsense falls back."""

import json
from pathlib import Path

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from analysis.likelihood import mean_nll
from analysis.smoothing import smoothed_probs

ROOT = Path(__file__).parents[2]
PAGES = ["bigrams.py", "smoothing.py"]


@pytest.fixture
def open_page():
    """Open a page of the dashboard, as a link with these parameters would."""

    def open_page(page, **query):
        at = AppTest.from_file(str(ROOT / "pages" / page), default_timeout=60)
        at.query_params.update(query)
        return at.run()

    return open_page


def frame(chart):
    """The data of a chart as the browser gets them."""
    return pa.ipc.open_stream(chart.proto.data.data).read_pandas()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens(page, open_page):
    at = open_page(page)
    assert not at.exception
    assert at.title[0].value.endswith("?")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_from_the_table_of_pages(page):
    at = AppTest.from_file(str(ROOT / "pages/app.py"), default_timeout=60).run().switch_page(page).run()
    assert not at.exception
    assert at.title


@pytest.mark.parametrize("page", PAGES)
def test_every_chart_has_a_text_alternative(page, open_page):
    for chart in open_page(page).get("vega_lite_chart"):
        assert chart.proto.alt


@pytest.mark.parametrize("page", PAGES)
def test_a_page_ends_with_the_lines_that_give_its_numbers(page, open_page):
    at = open_page(page)
    assert at.expander[-1].label == "Run this yourself"
    assert [code.language for code in at.code] == ["bash", "python"]


NONSENSE = ["", "banana", "nan", "inf", "-inf", "-1", "1e99", "1e999", "99999999999999999999", "ß", "<b>"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("key", ["smoothing", "row", "seed", "two_marks"])
@pytest.mark.parametrize("value", NONSENSE)
def test_nonsense_in_a_link_falls_back_to_the_default(page, key, value, open_page):
    at = open_page(page, **{key: value})
    assert not at.exception
    usual = open_page(page)
    assert [metric.value for metric in at.metric] == [metric.value for metric in usual.metric]
    assert [code.value for code in at.code] == [code.value for code in usual.code]


def test_the_link_sets_the_row_of_the_bigram_table(open_page, names):
    at = open_page("bigrams.py", row="q")
    bars = frame(at.get("vega_lite_chart")[0])
    cells = frame(at.get("vega_lite_chart")[1])
    shown = bars if len(bars) == 27 else cells
    assert set(shown["previous"]) == {"q"}
    assert shown["count"].tolist() == names.all[names.vocab.stoi["q"]].tolist()


def test_choosing_a_row_changes_the_bars(open_page):
    at = open_page("bigrams.py")
    at.selectbox(key="row").select("e").run()
    assert "After “e”" in "".join(markdown.value for markdown in at.markdown)


def test_two_marks_show_the_dead_row_and_column(open_page):
    at = open_page("bigrams.py", two_marks="true")
    cells = next(f for f in map(frame, at.get("vega_lite_chart")) if len(f) == 28 * 28)
    dead = cells[cells["dead"]]
    assert len(dead) == 28 + 27
    assert dead["count"].sum() == 0
    assert "can never fill" in " ".join(caption.value for caption in at.caption)


def test_a_link_sets_the_smoothing_and_the_seed(open_page, names):
    at = open_page("smoothing.py", smoothing="100", seed="42", row="q")
    nll = mean_nll(names.all, smoothed_probs(names.all, 100.0))
    assert at.metric[0].value == f"{nll:.4f}"
    assert "--smoothing 100" in at.code[0].value
    assert "--seed 42" in at.code[0].value


def test_half_a_seed_says_so_and_falls_back(open_page):
    at = open_page("smoothing.py", seed="1.5")
    assert any("got 1.5: 2147483647 is used" in caption.value for caption in at.caption)
    assert "--seed 2147483647" in at.code[0].value


def test_the_names_are_those_of_the_video(open_page):
    text = "".join(markdown.value for markdown in open_page("smoothing.py").markdown)
    for name in ("mor", "axx", "minaymoryles", "kondlaisah", "anchshizarie"):
        assert name in text


def test_dev_is_infinite_without_smoothing(open_page):
    assert open_page("smoothing.py", smoothing="0").metric[1].value == "inf"


def test_charts_are_json(open_page):
    for page in PAGES:
        for chart in open_page(page).get("vega_lite_chart"):
            assert json.loads(chart.proto.spec)["layer"]
