"""Words: what is in the list; a word, a search, an order and a step move what is shown."""

import re
from html import unescape

import pytest

from analysis.counts.bigrams.dictionary import count_steps, dictionary_of, sort_pairs
from analysis.counts.word_list import list_of_words
from tests.pages.reading import frame, guess_of, html_of, live_data, metrics, opener, plain, refusals, text, values
from tests.pages.test_lists import own
from tests.word_lists import TEST_LISTS, add_test_lists

open_page = opener("words")


def boxes(at):
    """The rows of small boxes: the alphabet; the pairs without marks where there are some, the pairs with marks."""
    rows = [row.split("</ul>")[0] for row in html_of(at).split("class='cells'")[1:]]
    return [[unescape(re.sub("<.*?>", " ", box)).split() for box in re.findall("<li>(.*?)</li>", row)] for row in rows]


def test_the_size_the_lengths_and_the_first_names_are_the_published_ones():
    shown = metrics(plain("words"))
    assert shown["All names"] == "32,033"
    assert shown["Shortest and longest"] == "2 to 15"
    assert shown["Examples"] == "228,146"
    assert shown["Mean length"] == "6.1222"
    first = "emma, olivia, ava, isabella, sophia, charlotte, mia, amelia, harper, evelyn"
    assert f"The first 10: **{first}**" in text(open_page())


def test_the_histogram_holds_every_name():
    lengths = frame(plain("words").get("vega_lite_chart")[0])
    assert (lengths["letters"].tolist(), int(lengths["words"].sum())) == (list(range(1, 16)), 32_033)
    assert plain("words").dataframe[2].value["words"].tolist() == lengths["words"].tolist()


def test_27_characters_have_their_ids(names):
    assert boxes(plain("words"))[0] == [[letter, str(i)] for letter, i in names.vocab.stoi.items()]


def test_a_link_shows_the_pairs_of_a_word_and_its_examples(names):
    at = open_page(word="isabella")
    plain, marked = boxes(at)
    assert plain == [list(pair) for pair in zip("isabella", "sabella", strict=False)]
    assert (len(marked), marked[0], marked[-1]) == (9, ["<S>", "i"], ["a", "<E>"])
    table = at.dataframe[0].value
    assert "**9 examples**" in text(at)
    assert table["count"].tolist()[-1] == 6640
    assert "A word of one letter has no two letters next to each other." in text(open_page(word="q"))


def test_the_examples_are_said_in_words_with_the_noun_of_the_list(monkeypatch):
    add_test_lists(monkeypatch)
    at = open_page(session={"corpus": "chars14"}, word="ab", examples="true")
    assert list(at.dataframe[0].value) == ["example", "first", "second", "in_words", "count"]
    assert at.dataframe[0].value["in_words"].tolist() == [
        "a city can begin with “a”",
        "after “a” can come “b”",
        "after “b” a city can end",
    ]


def test_the_whole_dictionary_is_there_the_most_frequent_first(names):
    at = open_page(dictionary="true")
    table = at.dataframe[0].value
    expected = sort_pairs(dictionary_of(names.all, names.vocab), "most")
    assert list(zip(table["first"], table["second"], strict=True)) == list(expected)
    assert table["count"].tolist() == list(expected.values())
    assert "627 of 627 different pairs. Their counts together: 228,146 of 228,146 examples." in text(at)


def test_a_search_and_an_order_choose_the_pairs_that_are_shown():
    at = open_page(search=".q", order="least")
    assert at.dataframe[0].value.to_numpy().tolist() == [["<S>", "q", 92]]
    at.text_input(key="search").set_value("qu").run()
    assert at.dataframe[0].value.to_numpy().tolist() == [["q", "u", 206]]
    assert "key=lambda kv: kv[1])" in text(at)


@pytest.mark.parametrize("search", ["jq", "<E>a", ".."])
def test_a_pair_that_never_occurs_is_answered_with_0(search):
    at = open_page(search=search)
    assert len(at.dataframe[0].value) == 0
    assert "never occurs: its count is 0.**" in text(at)
    assert "0 of 627 different pairs. Their counts together: 0 of 228,146 examples." in text(at)
    assert refusals(at) == []


def test_the_picture_gets_each_step_of_the_loop_and_the_lines_that_it_goes_through():
    at = open_page(word="zoe")
    data = live_data(at)
    steps = list(count_steps(["emma", "olivia", "ava", "zoe"]))
    assert data["words"][3] == ["<S>", "z", "o", "e", "<E>"]
    assert [(one["word"], one["place"], one["before"], one["after"]) for one in data["steps"]] == [
        (["emma", "olivia", "ava", "zoe"].index(step.word), step.place, step.before, step.after) for step in steps
    ]
    assert data["steps"][11]["pair"] == "('a', '<E>')"
    assert "for w in [*words[:3], 'zoe']:" in unescape(text(at))


def test_the_guess_asks_for_one_more_than_the_word_has_letters():
    asked = guess_of(plain("words"))
    assert (asked["answer"], list(asked["options"])) == ("9", ["7", "8", "9"])


def test_of_another_list_the_guess_asks_about_a_word_that_the_picture_does_not_count(monkeypatch):
    add_test_lists(monkeypatch)
    asked = guess_of(open_page(session={"corpus": "chars14"}))
    first = TEST_LISTS["chars14"].summary.first
    word = max(first[3:], key=len)
    assert word in asked["ask"]
    assert asked["answer"] == str(len(word) + 1)


def test_on_a_short_list_the_box_of_the_step_begins_with_its_last_pair():
    at = open_page(session=own(list_of_words(["anna", "bob"])))
    assert values(at)["step"] == len(live_data(at)["steps"]) == 9
