"""Every page opens; a link sets its controls; one interaction each changes what is shown; nonsense falls back."""

import re
from pathlib import Path

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from analysis.counts.likelihood import mean_nll
from analysis.counts.smoothing import row_entropy, smoothed_probs, smoothing_effect
from analysis.samples.letters import draw_letters
from analysis.samples.names import sample_words
from analysis.settings import DRAW, LAM, SEED, SKIP, SMOOTHING, STEP, N
from analysis.streams import STREAMS, open_stream
from pages.components.cached import names_available
from pages.components.page_registry import CONTROLS
from pages.components.page_registry import PAGES as CONTENTS
from tests.pages.reading import live_data, live_parts, page_file, refusals, release, said, values

ROOT = Path(__file__).parents[2]
PAGES = [page.folder for page in CONTENTS]
LIVE = ["start", "smoothing"]
NUMBERS = {  # what each page says a line about when its link holds nonsense, and the default that is used
    "start": {SMOOTHING: 1},
    "words": {STEP: 12},
    "smoothing": {SMOOTHING: 1, SEED: 2147483647},
    "normalization": {SMOOTHING: 1, SEED: 2147483647},
    "sampling": {SMOOTHING: 1, SEED: 2147483647, N: 10, DRAW: 1},
    "baselines": {SMOOTHING: 1, SEED: 2147483647, N: 10},
    "regularization": {LAM: 0, SMOOTHING: 1},
    "forward": {SEED: 2147483647, SKIP: 0},
}
NONSENSE = ["", "banana", "nan", "inf", "-inf", "-1", "1e99", "1e999", "99999999999999999999", "ß", "<b>"]


@pytest.fixture
def open_page():
    """Open a page as a link with these parameters would, with "Run this yourself" open."""

    def open_page(name, **query):
        at = AppTest.from_file(str(page_file(name)), default_timeout=60)
        at.query_params.update({"recipe": "true"} | query)
        return at.run()

    return open_page


PLAIN = {}  # the pages whose links set nothing, by their names: each is opened once, and only read


@pytest.fixture
def plain(open_page):
    """A page as a link that sets nothing opens it, to be read and not touched."""

    def plain(name):
        if name not in PLAIN:
            PLAIN[name] = open_page(name)
        return PLAIN[name]

    return plain


def frame(chart):
    """The data of a chart as the browser gets them."""
    return pa.ipc.open_stream(chart.proto.data.data).read_pandas()


def text(at):
    """All the text and figures of a page that are Streamlit's own, but for what it says of the link."""
    parts = [element.value for kind in (at.markdown, at.caption, at.code) for element in kind]
    return "\n".join([*parts, *(body for body in html_of(at) if "class='refused'" not in body)])


def html_of(at):
    return [element.proto.body for element in at.get("html")]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_from_the_table_of_pages(name):
    at = AppTest.from_file(str(ROOT / "pages/app.py"), default_timeout=60).run().switch_page(f"{name}/page.py").run()
    assert not at.exception
    page = next(page for page in CONTENTS if page.folder == name)
    assert (at.title[0].value, at.markdown[0].value) == (page.texts("question"), page.texts("intro"))


@pytest.mark.parametrize("name", PAGES)
def test_the_controls_of_a_page_are_those_that_links_reckon_with(name, open_page, plain):
    if name == "bigrams" and not names_available():
        pytest.skip("names.txt is not on this machine: the table cannot be filled name by name")
    at = open_page(name, fill="true") if name == "bigrams" else plain(name)
    assert {key for key in CONTROLS if key in at.session_state} == set(
        next(page.controls for page in CONTENTS if page.folder == name)
    )


@pytest.mark.parametrize("name", PAGES)
def test_every_chart_has_a_text_alternative_and_a_plain_link_nothing_to_tell(name, plain):
    assert all(chart.proto.alt for chart in plain(name).get("vega_lite_chart"))
    assert refusals(plain(name)) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_ends_with_the_lines_that_give_its_numbers(name, plain):
    at = plain(name)
    assert at.expander[-1].label == "Run this yourself"
    assert [code.language for code in at.code][-2:] == ["bash", "python"]


@pytest.mark.parametrize("name", PAGES)
def test_the_lines_are_made_only_when_they_are_looked_at(name, open_page):
    assert not [code for code in open_page(name, recipe="false").code if "import" in code.value]


@pytest.mark.parametrize(
    ("name", "value"), [*(("sampling", value) for value in NONSENSE), *((name, "inf") for name in PAGES)]
)
def test_nonsense_in_a_link_falls_back_to_the_default(name, value, open_page, plain):
    keys = ["smoothing", "row", "seed", "two_marks", "table", "n", "stream", "draw", "draws", "figure", "skip"]
    keys += ["order", "search", "step", "divisor", "table_size", "first_shape", "second_shape"]
    at = open_page(name, **dict.fromkeys(keys, value))
    assert not at.exception
    assert text(at) == text(plain(name))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("sampling", value) for value in NONSENSE if value),
        *((name, "inf") for name in NUMBERS if name != "sampling"),
    ],
)
def test_a_number_that_is_nonsense_is_told_in_one_line(name, value, open_page):
    told = refusals(open_page(name, **{setting.name: value for setting in NUMBERS[name]}))
    expected = [
        f"{setting.name} must be {setting.on_page.expected}, got {value}: {default} is used"
        for setting, default in NUMBERS[name].items()
    ]
    assert sorted(told) == sorted(expected)


@pytest.mark.parametrize(
    ("name", "query", "told"),
    [
        (
            "sampling",
            {"stream": "tea"},
            "stream must be one of lecture, mkl, cpu, cuda, torch, got tea: lecture is used",
        ),
        ("sampling", {"draws": "7"}, "draws must be one of 10, 100, 1000, 10000, 100000, got 7: 100 is used"),
        (
            "normalization",
            {"divisor": "tea"},
            "divisor must be one of rows, sum1, columns, sum0, total, got tea: rows is used",
        ),
        ("normalization", {"table_size": "tea"}, "table_size must be one of real, small, got tea: real is used"),
        ("bigrams", {"two_marks": "tea"}, "two_marks must be true or false, got tea: false is used"),
        ("smoothing", {"table": "nan"}, "table must be true or false, got nan: false is used"),
        ("regularization", {"match": "tea"}, "match must be true or false, got tea: true is used"),
        ("reproduce", {"figure": "tea"}, "figure must be a name in this table, got tea: lecture-first is used"),
        ("sampling", {"draw": "150"}, "draw must be a whole number from 1 to 45 here, got 150: 45 is used"),
        ("sampling", {"n": "9" * 400}, f"n must be a whole number from 1 to 500, got {'9' * 116} …: 10 is used"),
    ],
)
def test_what_is_no_choice_is_told_in_one_line(name, query, told, open_page):
    assert refusals(open_page(name, **query)) == [told]


@pytest.mark.parametrize("row", ["ß", "ab"])
@pytest.mark.parametrize("name", ["start", "bigrams", "smoothing", "sampling"])
def test_a_row_there_is_not_is_told_in_one_line(name, row, open_page):
    (told,) = refusals(open_page(name, row=row))
    assert told.startswith("row must be one of ., a, b, c")
    assert told.endswith(f"got {row}: . is used")


def test_a_part_of_the_figures_there_is_not_is_told_in_one_line(open_page):
    (told,) = refusals(open_page("reproduce", part="tea"))
    assert told.startswith("part must be one of Names, Words and counts, ")
    assert told.endswith(", got tea: all of them are shown")


@pytest.mark.parametrize("value", ["10.0", "1e1", "10"])
def test_a_default_written_otherwise_is_not_refused(value, open_page):
    assert refusals(open_page("sampling", n=value)) == []


def test_a_link_sets_the_row_of_the_bigram_table_and_the_box_another(open_page, names):
    at = open_page("bigrams", row="q")
    assert live_data(at)["counts"] == names.all.flatten().tolist()
    assert values(at) == {"row": names.vocab.stoi["q"], "two_marks": False, "fill": False, "first": 3}
    release(at, "bigrams", row=names.vocab.stoi["e"])
    assert values(at)["row"] == names.vocab.stoi["e"]
    assert "--row e" in text(at)


def test_with_two_marks_the_boundary_is_the_start_and_the_end_has_no_row(open_page, names):
    at = open_page("bigrams", two_marks="true")
    data = live_data(at)
    assert (len(data["counts"]), data["labels"][26:]) == (28 * 28, ["<S>", "<E>"])
    assert (data["starts"], data["ends"]) == ([26], [27])
    assert (data["rows"], data["columns"]) == ([26, *range(26)], [27, *range(26)])
    assert values(at)["row"] == 0
    assert "can never fill" in text(at)
    assert "--two-marks --row '<S>'" in text(at)


def test_the_counts_are_also_a_table(open_page, names):
    table = open_page("bigrams", table="true").dataframe[0].value
    assert table.to_numpy().tolist() == names.all.tolist()


@pytest.mark.parametrize("name", LIVE)
def test_a_link_sets_the_smoothing_and_the_row_of_the_live_table(name, open_page, names):
    at = open_page(name, smoothing="7.25", row="q")
    assert (values(at)["smoothing"], values(at)["row"]) == (7.25, names.vocab.stoi["q"])
    assert said(at)["numbers"]["nll"] == mean_nll(names.all, smoothed_probs(names.all, 7.25))
    assert "--smoothing 7.25" in text(at)


@pytest.mark.parametrize("name", LIVE)
def test_the_live_table_gets_the_counts(name, plain, names):
    counts = live_data(plain(name))["counts"]
    assert counts == {part: names.part(part).flatten().tolist() for part in ("all", "train", "dev")}


@pytest.mark.parametrize("name", LIVE)
def test_another_smoothing_sends_neither_the_picture_nor_its_data_again(name, open_page):
    at = open_page(name)
    link, picture, numbers = (part.proto.SerializeToString() for part in live_parts(at))
    assert max(len(link), len(numbers)) < 2000 < len(picture)
    release(at, name, smoothing=20)
    assert values(at)["smoothing"] == 20.0
    assert live_parts(at)[1].proto.SerializeToString() == picture


def test_the_numbers_of_the_smoothing_page_are_those_of_the_library(open_page, names):
    numbers = said(open_page("smoothing", smoothing="100"))["numbers"]
    assert numbers.pop("names") == sample_words(
        smoothed_probs(names.all, 100.0), names.vocab, 5, open_stream("lecture", 2147483647)
    )
    assert numbers == smoothing_effect(names, 100.0)._asdict()


def test_dev_is_infinite_without_smoothing(open_page):
    assert said(open_page("smoothing", smoothing="0"))["numbers"]["dev_nll"] == "inf"


def test_the_names_are_those_of_the_video(plain):
    drawn = said(plain("smoothing"))["numbers"]["names"]
    assert drawn == ["mor", "axx", "minaymoryles", "kondlaisah", "anchshizarie"]


def test_the_smoothed_table_is_also_numbers(open_page, names):
    table = open_page("smoothing", table="true", smoothing="3").dataframe[0].value
    probs = smoothed_probs(names.all, 3.0)
    assert table.iloc[:, :27].to_numpy().tolist() == probs.tolist()
    assert table["entropy"].tolist() == row_entropy(probs).tolist()


def test_another_seed_gives_other_names(open_page, plain):
    at = open_page("smoothing", seed="42")
    assert "--seed 42" in text(at)
    assert live_data(at)["uniforms"] != live_data(plain("smoothing"))["uniforms"]


def test_half_a_seed_says_so_and_falls_back(open_page):
    at = open_page("smoothing", seed="1.5")
    assert refusals(at) == [
        "seed must be a whole number from 0 to 18,446,744,073,709,551,615, got 1.5: 2147483647 is used"
    ]
    assert "--seed 2147483647" in text(at)


def test_a_seed_may_have_64_bits(open_page):
    at = open_page("smoothing", seed=str(2**64 - 1))
    assert f"--seed {2**64 - 1}" in text(at)
    assert refusals(at) == []


def test_an_empty_seed_is_told_and_falls_back(open_page):
    at = open_page("smoothing", seed="")
    assert refusals(at) == [f"seed must be {SEED.expected}, got nothing: 2147483647 is used"]
    assert "--seed 2147483647" in text(at)


@pytest.mark.parametrize(("seed", "following"), [("42", "43"), (str(2**64 - 1), "0"), ("banana", "2147483648")])
def test_the_next_seed_is_one_more(seed, following, open_page):
    at = open_page("baselines", seed=seed)
    at.button[0].click().run()
    assert at.text_input(key="seed").value == following
    assert f"--seed {following}" in text(at)


def test_the_names_of_every_stream_stand_side_by_side(open_page, names):
    table = open_page("sampling", seed="42", n="7", smoothing="3").dataframe[0].value
    probs = smoothed_probs(names.all, 3.0)
    assert {name: table[name].tolist() for name in table} == {
        name: sample_words(probs, names.vocab, 7, open_stream(name, 42)) for name in STREAMS
    }


def test_the_published_names_of_three_machines_are_there(open_page):
    table = open_page("sampling", smoothing="0", n="5").dataframe[0].value
    assert " ".join(table["lecture"]) == "mor axx minaymoryles kondlaisah anchshizarie"
    assert " ".join(table["mkl"]) == "junide janasah p cony a"
    assert " ".join(table["cpu"][:2]) == "cexze momasurailezitynn"


def test_a_name_without_letters_says_so(open_page):
    table = open_page("sampling", smoothing="1000000", n="100").dataframe[0].value
    assert "(empty)" in table["lecture"].tolist()
    assert "" not in table.to_numpy()


def test_what_the_installed_torch_draws_as_is_found_by_comparing(open_page, plain, monkeypatch):
    assert "Here it draws as **" in text(plain("sampling"))
    monkeypatch.setattr("analysis.streams.installed.torch_draws_as", lambda: None)
    assert "Here it draws as **none of the others**" in text(open_page("sampling"))


def test_a_fraction_of_a_name_is_told_and_falls_back(open_page):
    at = open_page("sampling", n="2.5")
    assert refusals(at) == ["n must be a whole number from 1 to 500, got 2.5: 10 is used"]
    assert len(at.dataframe[0].value) == 10


def test_a_line_about_the_link_goes_when_the_box_is_moved(open_page):
    at = open_page("sampling", n="0")
    assert refusals(at) == ["n must be a whole number from 1 to 500, got 0: 10 is used"]
    release(at, "sampling", n=3)
    assert refusals(at) == []


@pytest.mark.parametrize("stream", STREAMS)
def test_the_slow_draw_gets_the_draws_of_the_stream(stream, open_page, names):
    at = open_page("sampling", stream=stream, draw="4", n="3")
    data = live_data(at)
    words = sample_words(smoothed_probs(names.all, 1.0), names.vocab, 3, open_stream(stream, 2147483647))
    assert values(at)["draw"] == 4
    for number, word in enumerate(words, start=1):
        letters = [names.vocab.itos[draw["next"]] for draw in data["draws"] if draw["word"] == number]
        assert "".join(letters) == word + "."


def test_the_slow_draw_shows_200_draws_at_most_and_says_of_how_many(open_page):
    at = open_page("sampling", smoothing="1000000", draw="200", seed="0")
    data = live_data(at)
    assert (len(data["draws"]), values(at)["draw"]) == (200, 200)
    assert data["total"] == 252


def test_at_once_and_one_by_one_agree_for_the_lecture_alone(open_page, plain):
    assert "All 20 letters agree" in text(plain("sampling"))
    assert "3 of 20 letters agree" in text(open_page("sampling", stream="mkl"))
    assert "which this page cannot show" in text(open_page("sampling", stream="cuda"))


def test_twenty_letters_are_those_of_the_library(open_page, names):
    rows = next(body for body in html_of(open_page("sampling", stream="mkl", row="e")) if "class='letters'" in body)
    shown = [re.sub("<.*?>", "", cell) for cell in re.findall("<dd>(.*?)</dd>", rows)]
    row = smoothed_probs(names.all, 1.0)[names.vocab.stoi["e"]]
    drawn = [draw_letters(row, stream, 2147483647, 20) for stream in ("lecture", "mkl")]  # at once, and one by one
    assert shown == ["".join(names.vocab.itos[i] for i in letters) for letters in drawn]


@pytest.mark.parametrize("draws", [10, 100_000])
def test_the_shares_are_those_of_so_many_draws(draws, open_page):
    at = open_page("sampling", draws=str(draws), row="e")
    shares = frame(at.get("vega_lite_chart")[0])
    assert shares["drawn"].sum() == draws
    assert f">{shares['difference'].max():.4f} <" in text(at)
    assert f"--draws {draws}" in text(at)


def test_without_replacement_no_letter_comes_twice(open_page):
    # at smoothing 0, 11 letters can follow q
    rows = [body for body in html_of(open_page("sampling", smoothing="0", row="q")) if "class='letters'" in body]
    without, with_it = (re.sub("<.*?>", "", cell) for cell in re.findall("<dd>(.*?)</dd>", rows[1]))
    assert len(set(without)) == len(without) < 20 == len(with_it)
