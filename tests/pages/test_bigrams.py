"""Bigram table: a link sets its row, its marks and how many names are counted; what a cell is."""

from analysis.counts.bigrams import count_bigrams
from analysis.counts.word_list import list_of_words
from pages.components.texts import texts
from tests.pages.reading import live_data, opener, page_file, plain, refusals, release, text, values
from tests.pages.test_lists import own

open_page = opener("bigrams")


def test_what_stands_over_it_names_the_sum_of_all_cells(names):
    assert f"all {names.all.sum():,} bigrams in 32,033 names" in texts(page_file("bigrams"))("intro")


def test_at_first_it_shows_the_counts_of_all_names_also_as_a_table_and_sends_no_words(names):
    data = live_data(plain("bigrams"))
    assert (data["counts"], data["words"]) == (names.all.flatten().tolist(), None)
    assert plain("bigrams").dataframe[0].value.to_numpy().tolist() == names.all.tolist()


def test_a_link_fills_it_with_the_first_names(words, names):
    at = open_page(fill="true", first="3", as_table="true")
    assert at.dataframe[0].value.to_numpy().tolist() == count_bigrams(words[:3], names.vocab).tolist()
    assert live_data(at)["words"]
    assert "After 3 of 32,033 names: 16 bigrams in 14 of 729 cells; 715" in text(at)


def test_no_more_words_are_counted_than_the_list_has():
    two = own(list_of_words(["ab", "b"]))
    at = open_page(session=two, fill="true")
    assert values(at)["first"] == 2
    assert "After 2 of 2" in text(at)
    assert live_data(at)["controls"]["first"]["high"] == 2
    at = open_page(session=two, fill="true", first="1000")
    assert values(at)["first"] == 2
    assert refusals(at) == ["first must be a whole number from 0 to 2, got 1000: 2 is used"]


def test_a_count_that_came_along_from_a_longer_list_becomes_the_default():
    at = open_page(session=own(list_of_words(["ab"] * 5)) | {"first": 20_000.0}, fill="true")
    assert values(at)["first"] == 3
    assert not at.exception
    assert "After 3 of 5" in text(at)


def test_a_link_sets_its_row_and_a_release_another(names):
    at = open_page(row="q", cell="true")
    assert values(at) == {"row": names.vocab.stoi["q"], "two_marks": False, "fill": False, "first": 3}
    assert "`N[17, 21]` is `tensor(206, dtype=torch.int32)`" in text(at)
    assert "`N[17, 21].item()` is `206`" in text(at)
    release(at, "bigrams", row=names.vocab.stoi["e"])
    assert "--row e" in text(at)


def test_a_count_above_the_limit_of_int32_is_exact():
    at = open_page(session=own(list_of_words(["ab"], weights=[3_000_000_000])), row="a", cell="true")
    assert "`N = torch.zeros((3, 3), dtype=torch.int64)`" in text(at)
    assert "`N[1, 2]` is `tensor(3000000000)`" in text(at)  # torch names no dtype here: it is the usual one
    assert "`N[1, 2].item()` is `3000000000`" in text(at)


def test_with_two_marks_the_boundary_is_the_start_and_the_end_has_no_row():
    at = open_page(two_marks="true")
    data = live_data(at)
    assert (len(data["counts"]), data["labels"][26:]) == (28 * 28, ["<S>", "<E>"])
    assert (data["starts"], data["ends"]) == ([26], [27])
    assert (data["rows"], data["columns"]) == ([26, *range(26)], [27, *range(26)])
    assert values(at)["row"] == 0
    assert "can never fill" in text(at)
    assert "--two-marks --row '<S>'" in text(at)


def test_what_is_said_of_a_filled_table_is_of_the_cells_that_are_seen(words, names):
    at = open_page(fill="true", first="3", two_marks="true", cell="true", row=".")
    assert "After 3 of 32,033 names: 16 bigrams in 14 of 784 cells; 770" in text(at)
    assert "After 3 names, the largest cell of the row “<S\\>”" in text(at).replace("\\<", "<")
    assert "`N[26, 0].item()` is `1`" in text(at)
    assert live_data(at)["controls"]["row"]["options"][0]["text"] == "<S>"  # as the table calls the row


def test_where_float32_stops_counting_is_told():
    assert "stops counting at 16,777,216: adding 1 to it gives 16,777,216 again" in text(plain("bigrams"))
