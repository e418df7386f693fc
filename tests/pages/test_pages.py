"""What holds for every page: it opens, has the controls of its row in the table of pages, and answers its guess."""

import pytest

from analysis.counts.word_list import load_list
from pages.components.page_registry import CONTROLS, PAGES
from pages.components.texts import blocks_as_html
from tests.pages.reading import (
    TERM,
    live_parts,
    open_page,
    plain,
    refusals,
    release,
    sent,
    text,
    texts_of,
    title_of,
    values,
)

# a script would have to read all the lists, to train for minutes, or to repeat three pages
COMMANDS_ALONE = {"languages", "ladder", "lessons"}
NOTHING_TO_RUN = {"lecture", "glossary"}  # pages of text: they show no numbers of their own
every_page = pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.folder)


@every_page
def test_a_page_opens_from_the_table_of_pages_and_its_lines_are_made_only_when_they_are_looked_at(entry):
    at = open_page("start").switch_page(entry.file).run()
    assert not at.exception
    assert title_of(at) == entry.texts("question")
    assert TERM.sub(r"\1", texts_of(at)[0]) == blocks_as_html(entry.texts("intro"))
    assert not at.code  # nor any other code of Streamlit's: its colours are 1.6 MB, before the picture
    assert not at.sidebar.selectbox


@every_page
def test_the_controls_of_a_page_are_those_that_links_reckon_with(entry):
    filled = entry.folder == "bigrams"
    if filled and not load_list().has_words:
        pytest.skip("names.txt is not on this machine: the table cannot be filled name by name")
    at = open_page("bigrams", fill="true") if filled else plain(entry.folder)
    own = {"lam", "smoothing"} if entry.folder == "regularization" else set()  # defaults that no other page shares
    assert {key for key in CONTROLS if key in at.session_state} == set(entry.controls) - own


@every_page
def test_every_chart_has_a_text_alternative_and_a_page_ends_with_the_lines_that_give_its_numbers(entry):
    at = plain(entry.folder)
    assert all(chart.proto.alt for chart in at.get("vega_lite_chart"))
    if entry.folder in NOTHING_TO_RUN:
        assert not at.main.expander
        return
    assert at.main.expander[-1].label == "Run this yourself"
    endings = ["bash"] if entry.folder in COMMANDS_ALONE else ["bash", "python"]
    assert [code.language for code in at.code][-len(endings) :] == endings


LINES = {
    "start": ({"smoothing": "7.25"}, "--smoothing 7.25"),
    "bigrams": ({"row": "e"}, "--row e"),
    "smoothing": ({"seed": str(2**64 - 1)}, f"--seed {2**64 - 1}"),
    "sampling": ({"draws": "100000", "row": "e"}, "--draws 100000"),
    "words": ({"word": "zoe", "step": "20"}, "--word zoe --steps 20"),
    "comparison": ({"smoothing": "2", "lam": "0.01"}, "python -m analysis compare --smoothing 2 --lam 0.01"),
    "regularization": ({"lam": "1.03"}, "--lam 1.03"),
}


@pytest.mark.parametrize("folder", LINES)
def test_the_lines_are_those_of_the_settings_of_the_link(folder):
    query, line = LINES[folder]
    at = open_page(folder, recipe="true", **query)
    assert refusals(at) == []
    assert line in "\n".join(code.value for code in at.code)


@pytest.mark.parametrize(
    ("folder", "query", "part"),
    [
        ("baselines", {"seed": "5"}, "more"),
        ("make_names", {"sort": "nll"}, "more"),
        ("languages", {"second_list": "fr"}, "pair"),
        ("comparison", {"pins": "lam=1"}, "pinned"),
    ],
)
def test_a_link_opens_the_part_with_the_value_that_it_names(folder, query, part):
    assert open_page(folder, **query).session_state[part]
    assert not open_page(folder).session_state[part]


GUESSES = {
    "start": 1 / 27,
    "words": "9",
    "bigrams": 102,
    "normalization": "no error, but worse names",
    "likelihood": 11.63495,  # at smoothing 0, whatever came along
    "smoothing": 0.316,
    "baselines": 0.47311052,  # 3.2958 less 2.8227
    "forward": 3.7693049,
    "training": "the counted table",
    "regularization": "all characters equally likely",
    "comparison": 5,  # after 300 epochs, without smoothing
    "reproduce": 4,
    "contexts": 5,
    "make_names": "more likely",
    "own_list": 441,
}


@pytest.mark.parametrize("folder", GUESSES)
def test_the_browser_gets_the_answer_of_the_guess(folder):
    (guess,) = [one for one in sent(plain(folder)) if "ask" in one]
    assert guess["answer"] == (GUESSES[folder] if isinstance(GUESSES[folder], str) else pytest.approx(GUESSES[folder]))
    assert guess.get("options", {guess["answer"]: ""}).keys() >= {guess["answer"]}


@pytest.mark.parametrize("folder", ["start", "smoothing", "regularization"])
def test_another_value_sends_neither_the_picture_nor_its_data_again(folder):
    at = open_page(folder)
    key = "lam" if folder == "regularization" else "smoothing"
    link, _, picture, numbers = (part.proto.SerializeToString() for part in live_parts(at)[-4:])  # _ is the guess
    assert max(len(link), len(numbers)) < 2000 < len(picture)
    release(at, folder, **{key: 20})
    assert values(at)[key] == 20
    assert live_parts(at)[-2].proto.SerializeToString() == picture


@pytest.mark.parametrize(
    ("folder", "query", "what"),
    [
        ("bigrams", {"fill": "true"}, ""),
        ("likelihood", {"steps": "true"}, ""),
        ("baselines", {}, "the names themselves are needed"),
        ("contexts", {}, "Counting longer contexts needs the names themselves"),
        ("reproduce", {"figure": "nll"}, "Needs the names themselves (names.txt)"),
    ],
)
def test_without_the_names_a_page_says_what_is_missing_and_offers_to_bring_them(folder, query, what, no_names):
    at = open_page(folder, **query)
    assert not at.exception
    assert what in text(at)
    if folder != "baselines":
        at.button[-1].click().run()
        assert at.error[0].value
