"""Words: what is in the list; a word, a search, an order and a step move what is shown."""

import re
from html import unescape

from analysis.counts.bigrams.dictionary import dictionary_of, sort_pairs
from tests.pages.reading import frame, html_of, metrics, opener, plain, text

open_page = opener("words")


def boxes(at):
    """The rows of small boxes: the alphabet, the pairs without marks where there are some, the pairs with marks."""
    rows = [row.split("</ul>")[0] for row in html_of(at).split("class='cells'")[1:]]
    return [[unescape(re.sub("<.*?>", " ", box)).split() for box in re.findall("<li>(.*?)</li>", row)] for row in rows]


def counting(at):
    """What the step shows, without tags."""
    (body,) = (element.proto.body for element in at.get("html") if "class='steps'" in element.proto.body)
    return unescape(re.sub("<.*?>", "", body.split("</style>")[1].replace("<li", " <li")))


def test_the_size_the_lengths_and_the_first_names_are_the_published_ones():
    shown = metrics(plain("words"))
    assert shown["All names"] == "32,033"
    assert shown["Shortest and longest"] == "2 to 15"
    assert shown["Examples"] == "228,146"
    assert shown["Mean length"] == "6.1222"
    first = "emma, olivia, ava, isabella, sophia, charlotte, mia, amelia, harper, evelyn"
    assert f"The first 10: **{first}**" in text(plain("words"))


def test_the_histogram_holds_every_name():
    lengths = frame(plain("words").get("vega_lite_chart")[0])
    assert (lengths["letters"].tolist(), int(lengths["words"].sum())) == (list(range(1, 16)), 32_033)
    assert plain("words").dataframe[2].value["words"].tolist() == lengths["words"].tolist()


def test_27_characters_have_their_ids(names):
    assert boxes(plain("words"))[0] == [[letter, str(i)] for letter, i in names.vocab.stoi.items()]


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


def test_the_whole_dictionary_is_there_the_most_frequent_first(names):
    table = plain("words").dataframe[1].value
    expected = sort_pairs(dictionary_of(names.all, names.vocab), "most")
    assert list(zip(table["first"], table["second"], strict=True)) == list(expected)
    assert table["count"].tolist() == list(expected.values())
    assert "627 of 627 pairs that occur, 228,146 of 228,146 counted." in text(plain("words"))


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
