"""Every page opens; a link sets its controls; one interaction each changes what is shown; nonsense falls back."""

import json
from pathlib import Path

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from analysis.likelihood import mean_nll
from analysis.smoothing import row_entropy, smoothed_probs

ROOT = Path(__file__).parents[2]
PAGES = ["start.py", "bigrams.py", "smoothing.py"]
LIVE = ["start.py", "smoothing.py"]
NONSENSE = ["", "banana", "nan", "inf", "-inf", "-1", "1e99", "1e999", "99999999999999999999", "ß", "<b>"]


@pytest.fixture
def open_page():
    """Open a page as a link with these parameters would, with "Run this yourself" open."""

    def open_page(name, **query):
        # The front page links to the others, so it needs the table of pages, which opens it.
        at = AppTest.from_file(str(ROOT / "pages" / name.replace("start.py", "app.py")), default_timeout=60)
        at.query_params.update({"recipe": "true"} | query)
        return at.run()

    return open_page


def frame(chart):
    """The data of a chart as the browser gets them."""
    return pa.ipc.open_stream(chart.proto.data.data).read_pandas()


def live_data(at):
    """What the live table's browser part gets."""
    component = at.get("bidi_component")[0].proto
    return json.loads(component.json or component.mixed.json)


def text(at):
    """All the text and figures of a page that are Streamlit's own."""
    parts = [element.value for kind in (at.markdown, at.caption, at.code) for element in kind]
    return "\n".join([*parts, *(element.proto.body for element in at.get("html"))])


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_from_the_table_of_pages(name):
    at = AppTest.from_file(str(ROOT / "pages/app.py"), default_timeout=60).run().switch_page(name).run()
    assert not at.exception
    assert at.title


@pytest.mark.parametrize("name", PAGES)
def test_every_chart_has_a_text_alternative(name, open_page):
    for chart in open_page(name).get("vega_lite_chart"):
        assert chart.proto.alt


@pytest.mark.parametrize("name", PAGES)
def test_a_page_ends_with_the_lines_that_give_its_numbers(name, open_page):
    at = open_page(name)
    assert at.expander[-1].label == "Run this yourself"
    assert [code.language for code in at.code] == ["bash", "python"]


@pytest.mark.parametrize("name", PAGES)
def test_the_lines_are_made_only_when_they_are_looked_at(name, open_page):
    assert not open_page(name, recipe="false").code


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("value", NONSENSE)
def test_nonsense_in_a_link_falls_back_to_the_default(name, value, open_page):
    at = open_page(name, **dict.fromkeys(["smoothing", "row", "seed", "two_marks", "table"], value))
    assert not at.exception
    assert text(at) == text(open_page(name))


def test_the_link_sets_the_row_of_the_bigram_table(open_page, names):
    charts = [frame(chart) for chart in open_page("bigrams.py", row="q").get("vega_lite_chart")]
    bars = next(chart for chart in charts if len(chart) == 27)
    assert set(bars["previous"]) == {"q"}
    assert bars["count"].tolist() == names.all[names.vocab.stoi["q"]].tolist()


def test_choosing_a_row_changes_the_bars(open_page):
    at = open_page("bigrams.py")
    at.selectbox(key="row").select("e").run()
    assert "After “e”" in text(at)


def test_two_marks_show_the_dead_row_and_column(open_page):
    at = open_page("bigrams.py", two_marks="true")
    cells = next(f for f in map(frame, at.get("vega_lite_chart")) if len(f) == 28 * 28)
    dead = cells[cells["dead"]]
    assert len(dead) == 28 + 27
    assert dead["count"].sum() == 0
    assert "can never fill" in text(at)
    assert "--two-marks --row '<S>'" in text(at)


def test_the_counts_are_also_a_table(open_page, names):
    table = open_page("bigrams.py", table="true").dataframe[0].value
    assert table.to_numpy().tolist() == names.all.tolist()


@pytest.mark.parametrize("name", LIVE)
def test_a_link_sets_the_smoothing_and_the_row_of_the_live_table(name, open_page, names):
    at = open_page(name, smoothing="7.25", row="q")
    data = live_data(at)
    assert (data["smoothing"], data["row"]) == (7.25, names.vocab.stoi["q"])
    assert f"{mean_nll(names.all, smoothed_probs(names.all, 7.25)):.4f}" in text(at)
    assert "--smoothing 7.25" in text(at)


@pytest.mark.parametrize("name", LIVE)
def test_the_live_table_gets_the_counts(name, open_page, names):
    assert live_data(open_page(name))["counts"] == names.all.flatten().tolist()


@pytest.mark.parametrize("name", LIVE)
def test_while_the_slider_moves_the_numbers_are_those_of_the_moment(name, open_page, names):
    at = open_page(name)
    at.session_state["live_table"] = {"live": {"at": 100.0, "gesture": 1}}
    at.run()
    assert f"{mean_nll(names.all, smoothed_probs(names.all, 100.0)):.4f}" in text(at)
    assert live_data(at)["smoothing"] == 1.0


def test_the_numbers_of_the_smoothing_page_are_those_of_the_library(open_page, names):
    shown = text(open_page("smoothing.py", smoothing="100"))
    dev = mean_nll(names.dev, smoothed_probs(names.train, 100.0))
    entropy = row_entropy(smoothed_probs(names.all, 100.0)).mean()
    for figure in ("2.5375", f"{dev:.4f}", "12.648", f"{entropy:.4f}"):
        assert figure in shown


def test_dev_is_infinite_without_smoothing(open_page):
    assert ">inf <small>nats per character" in text(open_page("smoothing.py", smoothing="0"))


def test_the_names_are_those_of_the_video(open_page):
    assert "mor axx minaymoryles kondlaisah anchshizarie" in text(open_page("smoothing.py"))


def test_the_smoothed_table_is_also_numbers(open_page, names):
    table = open_page("smoothing.py", table="true", smoothing="3").dataframe[0].value
    probs = smoothed_probs(names.all, 3.0)
    assert table.iloc[:, :27].to_numpy().tolist() == probs.tolist()
    assert table["entropy"].tolist() == row_entropy(probs).tolist()


def test_another_seed_gives_other_names(open_page):
    at = open_page("smoothing.py", seed="42")
    assert "--seed 42" in text(at)
    assert live_data(at)["uniforms"] != live_data(open_page("smoothing.py"))["uniforms"]


def test_half_a_seed_says_so_and_falls_back(open_page):
    at = open_page("smoothing.py", seed="1.5")
    assert "got 1.5: 2147483647 is used" in text(at)
    assert "--seed 2147483647" in text(at)
