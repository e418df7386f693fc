"""Every page on lists that are not the lecture's: 3 words, and alphabets of 14, 60 and 257 characters."""

import base64
import math
import re
import secrets
from html import unescape

import numpy as np
import pytest
import torch

from analysis.counts.word_list import BUILT_IN, list_of_counts, list_of_words, load_list
from analysis.words.vocabulary import Vocabulary
from pages.components import cached, list_at_hand
from pages.components.list_at_hand import KEPT, NAME, OWN
from pages.components.page_registry import PAGES
from pages.components.texts import list_facts
from tests.pages.reading import live_parts, open_page, refusals, sent, texts_of, values
from tests.pages.test_texts import OF_THE_LIST, flat
from tests.word_lists import TEST_LISTS, add_test_lists

OF_THE_LECTURE = {
    "reproduce",
    "lecture",
    "lessons",
    "glossary",
    "ladder",
}  # they are about the lecture, whatever list is at hand
TABLE = load_list("names").tables
# ids of letters, a published run of the lecture's list, and shares in percent
ANY_NUMBERS = {"forward", "regularization", "contexts"}

# Every page on lists that differ in something: no q, w, x and y; an apostrophe; from right to left; joiners, and rows
# without counts; the most characters. Every list on pages that show its words, its letters and new words.
SPECIAL = {"sl", "he", "ar", "si", "th"}
SHOW_WORDS = {"words", "likelihood", "smoothing", "training"}
ON_BUILT_IN = [
    (page.folder, key)
    for page in PAGES
    for key in BUILT_IN
    if (key in SPECIAL and page.folder not in OF_THE_LECTURE) or page.folder in SHOW_WORDS
]


@pytest.fixture(autouse=True, scope="module")
def test_lists():
    with pytest.MonkeyPatch.context() as patch:
        yield add_test_lists(patch)


def sentences(at):
    """What a page says in sentences and headings: not its numbers, boxes and code."""
    return "\n".join(element.value for kind in (at.markdown, at.caption, at.header) for element in kind) + " ".join(
        texts_of(at)
    )


def words_of_pictures(at):
    """The words of its live pictures: their HTML, and what the browser fills with numbers."""
    texts = [text for one in sent(at) for text in flat({**one.get("texts", {}), **one.get("shared", {})}).values()]
    return "\n".join([*(unescape(part.proto.html_content) for part in live_parts(at)), *texts])


@pytest.mark.parametrize("key", TEST_LISTS)
@pytest.mark.parametrize("name", sorted(page.folder for page in PAGES))
def test_a_page_opens_on_another_list(name, key):
    at = open_page(name, session={"corpus": key}, recipe="true")
    assert not at.exception
    if name in OF_THE_LECTURE:
        return
    said = f"{sentences(at)}\n{words_of_pictures(at)}"
    lines = "\n".join(code.value for code in at.code)
    assert not re.search(r"\bnames\.txt\b|\bemma\b", said + lines)
    assert f"--corpus {key}" in lines or name == "own_list"  # its numbers are those of a list that was just brought
    if key != "three":  # its numbers are small, and may be any
        assert OF_THE_LIST.findall(words_of_pictures(at) if name in ANY_NUMBERS else said) == []


def own(words):
    """A session that has this list as the visitor's own."""
    return {"corpus": OWN, KEPT: words, NAME: secrets.token_hex()}


@pytest.mark.parametrize(
    "words",
    [
        list_of_words(["a"]),
        list_of_words(["new york", "=1+1", "<b>x</b>"], weights=[3, 1, 2]),
    ],
    ids=["one letter", "weights"],
)
@pytest.mark.parametrize("name", sorted(page.folder for page in PAGES))
def test_a_page_opens_on_other_lists_of_a_visitor(name, words):
    at = open_page(name, session=own(words), recipe="true", as_table="true")
    assert not at.exception
    assert not refusals(at)


def test_an_own_list_can_be_saved_and_a_built_in_one_is_not_offered():
    assert not open_page("own_list").get("download_button")
    weighted = list_of_words(["new york", "ulm"], weights=[3, 1])
    at = open_page("own_list", session=own(weighted), recipe="true")
    assert [button.proto.label for button in at.get("download_button")] == ["Save as own.txt"]
    assert at.code[0].value.splitlines()[0] == "python -m analysis corpus --weights --words own.txt"


@pytest.mark.slow
@pytest.mark.parametrize(("name", "key"), ON_BUILT_IN)
def test_a_page_opens_on_every_built_in_list(name, key):
    at = open_page(name, session={"corpus": key}, recipe="true")
    assert not at.exception
    assert not refusals(at)


@pytest.mark.parametrize("name", ["likelihood", "contexts", "make_names"])
def test_the_help_of_a_word_begins_with_the_first_letter_not_with_a_hyphen(name):
    at = open_page(name, session=own(list_of_words(["ab", "ü-a", "büb"])))
    controls = next((one["controls"] for one in sent(at) if "controls" in one), {})
    helps = [control["help"] for control in controls.values()] + [box.proto.help for box in at.text_input]
    assert [said for said in helps if "etters from" in said and "etters from a to ü" not in said] == []
    assert [said for said in helps if "etters from a to ü" in said]


def test_a_table_that_gives_only_empty_words_begins_with_its_first_letter():
    counts = torch.tensor([[5, 0, 0], [0, 0, 0], [0, 0, 0]])
    at = open_page("likelihood", session=own(list_of_counts(Vocabulary((".", "-", "a")), counts)))
    assert values(at)["word"] == "a"


def test_a_search_for_pairs_follows_the_boundary_of_the_list():
    session = own(list_of_words(["a.b", "b"], boundary="/"))
    at = open_page("words", session=session, dictionary="true", search="/")
    assert sorted(at.dataframe[0].value["first"] + at.dataframe[0].value["second"]) == ["<S>a", "<S>b", "b<E>"]
    assert "“/” finds both" in at.text_input(key="search").help
    at.text_input(key="search").set_value(".").run()
    assert sorted(at.dataframe[0].value["first"] + at.dataframe[0].value["second"]) == [".b", "a."]


def test_what_is_said_of_the_list_is_of_the_list_at_hand(monkeypatch):
    at = open_page("words", session={"corpus": "three"}, examples="true")
    assert "So the one word “ab” holds **3 examples**" in sentences(at)
    monkeypatch.setattr("streamlit.session_state", {"corpus": "chars14"})
    facts = list_facts()
    assert (facts["noun"], facts["nouns"], facts["words"], facts["V"]) == ("city", "cities", 26, 14)
    assert facts["chance"] == math.log(14)


def test_the_ids_of_257_characters_reach_the_browser_whole(monkeypatch):
    add_test_lists(monkeypatch)
    monkeypatch.setattr(list_at_hand, "list_at_hand", lambda: load_list("chars257"))
    ids = np.frombuffer(base64.b64decode(cached.ids_for_browser()), "<u2")
    assert ids.max() == 256
    assert ids.tolist() == cached.word_ids().tolist()
