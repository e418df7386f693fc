"""Words: what is in the list; a word, a search, an order and a step move what is shown."""

import re
from html import unescape

import pyarrow as pa
import pytest

from analysis.counts.bigrams.dictionary import dictionary_of, sort_pairs
from tests.pages.reading import opener, refusals

FALLS_BACK = "word must be 1 to 64 of the letters a to z, got "
open_page = opener("words")


@pytest.fixture(scope="module")
def opened():
    """The page as it opens, its tables open; only to be looked at."""
    return open_page(table="true")


def html_of(at):
    return [element.proto.body for element in at.get("html")]


def boxes(at):
    """The rows of small boxes: the alphabet, the pairs without marks where there are some, the pairs with marks."""
    rows = [body for body in html_of(at) if "class='cells'" in body]
    return [[unescape(re.sub("<.*?>", " ", box)).split() for box in re.findall("<li>(.*?)</li>", row)] for row in rows]


def text(at):
    return "\n".join(element.value for kind in (at.markdown, at.caption, at.code) for element in kind)


def counting(at):
    """What the step shows, without tags."""
    (body,) = [body for body in html_of(at) if "class='steps'" in body]
    return unescape(re.sub("<.*?>", "", body.split("</style>")[1].replace("<li", " <li")))


def test_the_size_the_lengths_and_the_first_names_are_the_published_ones(opened):
    assert not opened.exception
    shown = dict(re.findall(r"<summary>(.*?)</summary>.*?<dd>(.*?) <small>", "".join(html_of(opened))))
    assert shown["All names"] == "32,033"
    assert shown["Shortest and longest"] == "2 to 15"
    assert shown["Examples"] == "228,146"
    assert shown["Mean length"] == "6.1222"
    first = "emma, olivia, ava, isabella, sophia, charlotte, mia, amelia, harper, evelyn"
    assert f"The first 10: **{first}**" in text(opened)


def test_the_histogram_holds_every_name(opened):
    chart = opened.get("vega_lite_chart")[0]
    frame = pa.ipc.open_stream(chart.proto.data.data).read_pandas()
    assert (frame["letters"].tolist(), int(frame["words"].sum())) == (list(range(1, 16)), 32_033)
    assert opened.dataframe[2].value["words"].tolist() == frame["words"].tolist()


def test_27_characters_have_their_ids(opened, names):
    assert boxes(opened)[0] == [[letter, str(i)] for letter, i in names.vocab.stoi.items()]


def test_a_link_shows_the_pairs_of_a_word_and_its_examples(names):
    at = open_page(word="isabella")
    _, plain, marked = boxes(at)
    assert plain == [list(pair) for pair in zip("isabella", "sabella", strict=False)]
    assert (len(marked), marked[0], marked[-1]) == (9, ["<S>", "i"], ["a", "<E>"])
    table = at.dataframe[0].value
    assert "**9 examples**" in text(at)
    assert table["count"].tolist()[-1] == 6640
    at.text_input(key="word").set_value("q").run()
    assert "A word of one letter has no two letters next to each other." in text(at)


def test_the_whole_dictionary_is_there_the_most_frequent_first(opened, names):
    table = opened.dataframe[1].value
    expected = sort_pairs(dictionary_of(names.all, names.vocab), "most")
    assert list(zip(table["first"], table["second"], strict=True)) == list(expected)
    assert table["count"].tolist() == list(expected.values())
    assert "627 of 627 pairs that occur, 228,146 of 228,146 counted." in text(opened)


def test_a_search_and_an_order_choose_the_pairs_that_are_shown():
    at = open_page(search=".q", order="least")
    assert at.dataframe[1].value.to_numpy().tolist() == [["<S>", "q", 92]]
    at.text_input(key="search").set_value("qu").run()
    assert at.dataframe[1].value.to_numpy().tolist() == [["q", "u", 206]]
    assert "key=lambda kv: kv[1])" in text(at)


def test_a_step_shows_the_loop_and_the_dictionary_so_far():
    at = open_page(step="5")
    assert "b[('a', '<E>')] = b.get(('a', '<E>'), 0) + 1 = 0 + 1 = 1" in counting(at)
    at.number_input(key="step").set_value(12.0).run()
    assert "b.get(('a', '<E>'), 0) + 1 = 1 + 1 = 2" in counting(at)
    assert counting(at).endswith("('i', 'a'): 1")


def test_a_word_of_ones_own_is_counted_after_the_first_three():
    at = open_page(word="zoe", step="20")
    assert "Step 20 of 20: the pairs of emma, olivia, ava, zoe." in text(at)
    assert "for w in [*words[:3], 'zoe']:" in text(at)
    assert "('e', '<E>'): 1" in counting(at)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"word": "Emma"}, "Emma: the names are written with small letters: emma is used"),
        ({"word": "anna lisa"}, "word must be one word here, got 2: anna is used"),
        ({"word": "zoë"}, FALLS_BACK + "'ë' in zoë: emma is used"),
        ({"word": "x" * 1000}, FALLS_BACK + "1000 letters: emma is used"),
        ({"word": "🦉"}, FALLS_BACK + "'🦉' in 🦉: emma is used"),
        ({"word": "שלום"}, FALLS_BACK + "'ש' in שלום: emma is used"),
        ({"search": "jq"}, "search must be part of one of the 627 pairs that occur, got jq: every pair is shown"),
        ({"search": "EM"}, "EM: the names are written with small letters: em is used"),
        ({"order": "tea"}, "order must be one of most, least, alphabet, got tea: most is used"),
        ({"step": "17"}, "step must be a whole number from 1 to 16 here, got 17: 16 is used"),
        ({"step": "82"}, "step must be a whole number from 1 to 81, got 82: 12 is used"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line(query, told):
    at = open_page(**query)
    assert not at.exception
    assert refusals(at) == [told]


def test_an_empty_word_is_told():
    at = open_page()
    at.text_input(key="word").set_value("").run()
    assert refusals(at) == [FALLS_BACK + "nothing: emma is used"]


def test_a_guess_is_answered():
    at = open_page()
    at.segmented_control(key="guess").set_value("9").run()
    assert any(said.value.startswith("**Yes.**") for said in at.markdown)
